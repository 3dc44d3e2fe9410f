// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What the output streams are connected to.
public enum Terminal {
  /// Whether a person reads the messages on a screen: then progress is drawn.
  public static var readsMessages: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether results go to a screen: then they may be coloured, unless `NO_COLOR` is set.
  public static var readsResults: Bool { isatty(STDOUT_FILENO) == 1 }
}

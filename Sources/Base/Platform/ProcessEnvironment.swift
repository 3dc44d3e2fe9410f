// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The environment variables of the process.
public enum ProcessEnvironment {
  /// The value of a variable.
  ///
  /// - Parameter name: the variable.
  /// - Returns: `nil` where it is not set or empty.
  public static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
import Glibc

/// A folder of its own for what a command keeps on the disk while it works; gone when it is.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes a folder under `TMPDIR`, or under `/tmp`.
  ///
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public init() throws(Diagnostic) {
    let parent = ProcessEnvironment.value("TMPDIR") ?? "/tmp"
    var name = Array((parent + "/ayni-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else { throw SystemFailure.diagnostic(errno, parent) }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? DurableFolder.remove(path) }
}

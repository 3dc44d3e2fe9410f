// SPDX-License-Identifier: Apache-2.0

import Glibc

/// In a debug build, a line for each durable operation, so that a test can check their order.
///
/// `AYNI_FAILPOINT_TRACE` names the file; a line is the operation, a tab and the path.
enum DurableTrace {
  /// Adds a line for an operation that succeeded.
  static func note(_ operation: String, _ path: String) {
    #if DEBUG
    guard descriptor >= 0 else { return }
    let line = Array("\(operation)\t\(path)\n".utf8)
    _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    #endif
  }

  #if DEBUG
  private static let descriptor: CInt = {
    guard let path = ProcessEnvironment.value("AYNI_FAILPOINT_TRACE") else { return -1 }
    return open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  }()
  #endif
}

// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc

/// Turns what the system answers into diagnostics.
enum SystemFailure {
  /// The diagnostic for a code of the system.
  static func diagnostic(_ code: CInt, _ path: String) -> Diagnostic {
    let definition =
      switch code {
      case ENOSPC, EDQUOT: PlatformDefinitions.diskFull
      case EROFS: PlatformDefinitions.readOnly
      case ENOENT, ENOTDIR: PlatformDefinitions.notFound
      case EACCES, EPERM: PlatformDefinitions.permission
      case EEXIST, ENOTEMPTY: PlatformDefinitions.alreadyExists
      case EMFILE, ENFILE: PlatformDefinitions.tooManyOpenFiles
      default: PlatformDefinitions.inputOutput
      }
    let words = strerror(code).map { String(cString: $0) }
    return definition.at(Location(path), ["path": .text(path)], cause: words)
  }

  /// Makes a call of the system until no signal interrupts it.
  ///
  /// - Parameters:
  ///   - path: what is worked on, for the message.
  ///   - failpoint: the place that a test may arm.
  ///   - operation: the call; it answers -1 for a failure.
  /// - Returns: what the call answers.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  @discardableResult
  static func checked<Answer: SignedInteger>(
    _ path: String,
    _ failpoint: Failpoint? = nil,
    _ operation: () -> Answer
  ) throws(Diagnostic) -> Answer {
    try failpoint?.pass(path)
    while true {
      let answer = operation()
      if answer != -1 { return answer }
      let code = errno
      if code != EINTR { throw diagnostic(code, path) }
    }
  }
}

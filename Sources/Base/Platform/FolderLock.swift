// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
import Glibc

/// The right to change a folder, held by one process at a time.
///
/// The kernel takes the lock back when the process ends, also when it is killed; the lock's file
/// stays, and holds the number of the process so that others can say who works.
public struct FolderLock: ~Copyable {
  private let descriptor: FileDescriptor

  /// Takes the lock, or says at once who has it.
  ///
  /// - Parameters:
  ///   - folder: the folder that is locked; it exists.
  ///   - name: the name of the lock's file in it.
  /// - Throws: `platform.locked` with the holder's process, or another diagnostic of
  ///   ``PlatformDefinitions``.
  public init(_ folder: String, name: String = "lock") throws(Diagnostic) {
    let path = FolderPath.join(folder, name)
    let file = try FileDescriptor(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o644)
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EWOULDBLOCK { throw FolderLock.held(folder, by: file) }
      if code != EINTR { throw SystemFailure.diagnostic(code, path) }
    }
    let number = Array("\(getpid())\n".utf8)
    ftruncate(file.number, 0)
    // The number only serves the message: a full disk does not keep a person from working.
    _ = number.withUnsafeBytes { pwrite(file.number, $0.baseAddress, $0.count, 0) }
    descriptor = file
  }

  deinit { ftruncate(descriptor.number, 0) }

  private static func held(_ folder: String, by file: borrowing FileDescriptor) -> Diagnostic {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(file.number, &bytes, bytes.count, 0)
    let pid = String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 10 }, as: UTF8.self)
    return PlatformDefinitions.locked.at(
      Location(folder),
      ["path": .text(folder), "holder": .message(holder(pid))]
    )
  }

  /// The process that holds a lock, in words; it may not have written its number yet.
  private static func holder(_ pid: String) -> Message {
    if pid.isEmpty {
      return Message(
        "platform.locked.unknown",
        en: "a process that has not said its number",
        fr: "un processus qui n'a pas dit son numéro"
      )
    }
    return Message("platform.locked.known", en: "process \(pid)", fr: "le processus \(pid)")
  }
}

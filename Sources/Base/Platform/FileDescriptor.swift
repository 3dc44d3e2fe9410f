// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc

/// An open file or folder, closed when it goes out of use.
struct FileDescriptor: ~Copyable {
  let number: CInt
  let path: String

  /// Opens a file; it is never inherited by a child process.
  init(
    _ path: String,
    _ flags: CInt,
    mode: mode_t = 0,
    _ failpoint: Failpoint? = nil
  ) throws(Diagnostic) {
    number = try SystemFailure.checked(path, failpoint) { open(path, flags | O_CLOEXEC, mode) }
    self.path = path
  }

  /// Opens a file for reading; what is no regular file, such as a pipe, would keep the reader waiting.
  static func reading(_ path: String) throws(Diagnostic) -> FileDescriptor {
    let file = try FileDescriptor(path, O_RDONLY | O_NONBLOCK)
    if try file.status().st_mode & S_IFMT != S_IFREG {
      throw PlatformDefinitions.notRegularFile.at(Location(path), ["path": .text(path)])
    }
    return file
  }

  deinit { close(number) }

  /// What the system says of the file: its kind, its size.
  borrowing func status() throws(Diagnostic) -> stat {
    var status = stat()
    if fstat(number, &status) != 0 { throw SystemFailure.diagnostic(errno, path) }
    return status
  }

  /// Writes all bytes, however many calls it takes.
  borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(Diagnostic) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let size = rest.count
      let descriptor = number
      let count = try SystemFailure.checked(path, PlatformFailpoints.writeFile) {
        Glibc.write(descriptor, base, size)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
    DurableTrace.note("write", path)
  }

  /// Reads up to the room there is; zero at the end.
  borrowing func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    let descriptor = number
    return try SystemFailure.checked(path) {
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    }
  }

  /// Forces the file's bytes to the disk.
  borrowing func synchronize() throws(Diagnostic) {
    let descriptor = number
    try SystemFailure.checked(path, PlatformFailpoints.syncFile) { fsync(descriptor) }
    DurableTrace.note("fsync", path)
  }
}

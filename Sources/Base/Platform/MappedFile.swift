// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
import Glibc

/// A file's bytes, read by the memory system as they are touched.
///
/// For files of ours that do not change while they are open: another process that shortens the file
/// ends this one.
///
/// `@unchecked Sendable`: the bytes are only read, and the mapping goes with its one owner.
public struct MappedFile: ~Copyable, @unchecked Sendable {
  /// How many bytes the file has.
  public let count: Int
  private let base: UnsafeMutableRawPointer?

  /// Maps a file for reading.
  ///
  /// - Parameter path: the file.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public init(_ path: String) throws(Diagnostic) {
    let file = try FileDescriptor.reading(path)
    let size = Int(try file.status().st_size)
    // An empty file cannot be mapped, and need not be.
    var address: UnsafeMutableRawPointer?
    if size > 0 {
      address = mmap(nil, size, PROT_READ, MAP_PRIVATE, file.number, 0)
      if address == MAP_FAILED { throw SystemFailure.diagnostic(errno, path) }
      madvise(address, size, MADV_SEQUENTIAL)
    }
    count = size
    base = address
  }

  deinit { if let base { munmap(base, count) } }

  /// Lends the bytes.
  ///
  /// - Parameter body: the work; the span ends with it.
  /// - Returns: what the work returns.
  /// - Throws: what the work throws.
  public borrowing func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(RawSpan(_unsafeBytes: UnsafeRawBufferPointer(start: base, count: count)))
  }
}

extension MappedFile {
  /// Lets the memory system forget bytes that have been read; they are read again where they are touched.
  ///
  /// - Parameter bytes: which ones; whole pages within them are forgotten.
  public borrowing func forget(_ bytes: Range<Int>) {
    let page = Int(getpagesize())
    let (start, end) = (
      (bytes.lowerBound + page - 1) / page * page, min(bytes.upperBound, count) / page * page
    )
    guard let base, start < end else { return }
    madvise(base + start, end - start, MADV_DONTNEED)
  }

  /// Gives the bytes to a reader that goes through them piece by piece.
  ///
  /// - Returns: the bytes, valid as long as this file is kept.
  public borrowing func unmanagedBytes() -> UnsafeBufferPointer<UInt8> {
    withBytes { span in span.withUnsafeBytes { $0.bindMemory(to: UInt8.self) } }
  }
}

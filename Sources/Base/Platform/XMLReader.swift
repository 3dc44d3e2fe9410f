// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
public import Diagnostics
import Glibc

/// Reads a document as a stream of events, in memory that does not grow with it.
///
/// Nothing is fetched and no entity is expanded: a document that declares entities, gives attributes
/// default values or names an external document type is refused. Text that is only white space is left out. The reader is a
/// class because the C parser holds its address; it belongs to one task at a time.
///
///     let reader = try XMLReader(file: "structures/codes.xml")
///     while let event = try reader.next() { … }
public final class XMLReader {
  private let content: XMLContent
  private var input: Input
  private var parser: xmlParserCtxtPtr?
  private var ended = false

  private enum Input {
    case file(FileHandle)
    case bytes([UInt8], position: Int)
  }

  /// Holds an open file in a place that an enum can name.
  private final class FileHandle {
    let descriptor: FileDescriptor
    init(_ path: String) throws(Diagnostic) { descriptor = try FileDescriptor.reading(path) }
  }

  private static let chunk = 1 << 16

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it, such as its path from the project; the path by default.
  ///   - limits: how large it may be.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public init(
    file path: String,
    named name: String? = nil,
    limits: XMLLimits = XMLLimits()
  ) throws(Diagnostic) {
    input = .file(try FileHandle(path))
    content = XMLContent(name ?? path, limits)
    try begin()
  }

  /// Takes a document from memory.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - name: how messages name it.
  ///   - limits: how large it may be.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public init(
    bytes: [UInt8],
    named name: String,
    limits: XMLLimits = XMLLimits()
  ) throws(Diagnostic) {
    input = .bytes(bytes, position: 0)
    content = XMLContent(name, limits)
    try begin()
  }

  deinit { if let parser { xmlFreeParserCtxt(parser) } }

  private func begin() throws(Diagnostic) {
    parser = try content.makeParser()
  }

  /// The next event; `nil` after the document's end.
  ///
  /// - Returns: start, text or end.
  /// - Throws: `platform.xml-malformed` with line and column, `platform.xml-entity`, and the codes of
  ///   the limits; events before the fault have been given by then.
  public func next() throws(Diagnostic) -> XMLEvent? {
    while true {
      if let event = content.takeEvent() { return event }
      if let failure = content.failure { throw failure }
      if ended { return nil }
      try feed()
    }
  }

  private func feed() throws(Diagnostic) {
    var buffer = [UInt8](repeating: 0, count: XMLReader.chunk)
    let count: Int
    switch input {
    case .file(let handle):
      let outcome: Result<Int, Diagnostic> = buffer.withUnsafeMutableBytes { bytes in
        do throws(Diagnostic) { return .success(try handle.descriptor.read(into: bytes)) } catch {
          return .failure(error)
        }
      }
      count = try outcome.get()
    case .bytes(let bytes, let position):
      count = min(XMLReader.chunk, bytes.count - position)
      buffer.replaceSubrange(..<count, with: bytes[position..<position + count])
      input = .bytes(bytes, position: position + count)
    }
    content.count(bytes: count)
    ended = count == 0
    _ = buffer.withUnsafeBytes { bytes in
      xmlParseChunk(
        parser,
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        CInt(count),
        ended ? 1 : 0
      )
    }
    if ended { content.finish() }
  }
}

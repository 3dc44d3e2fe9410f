// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
public import Diagnostics
import Glibc

/// Reads a document as the parser finds it, without a string or an array for each element.
///
/// For messages with millions of elements: the closures look at bytes that are theirs during the call
/// only. What ``XMLReader`` refuses is refused here too, with the same limits.
public final class XMLStream {
  private let content: XMLContent
  private let descriptor: FileDescriptorBox?
  private let pieces: Pieces?
  private let bytes: [UInt8]
  private var position = 0
  private var parser: xmlParserCtxtPtr?
  private var ended = false
  private let buffer: UnsafeMutableRawBufferPointer

  private final class FileDescriptorBox {
    let descriptor: FileDescriptor
    init(_ path: String) throws(Diagnostic) { descriptor = try FileDescriptor.reading(path) }
  }

  private static let chunk = 1 << 16

  /// Fills a buffer with the next bytes of a document and says how many; zero at the end.
  public typealias Pieces = (UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it.
  ///   - limits: how large it may be.
  ///   - sink: what is called with each element and text.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public init(
    file path: String,
    named name: String,
    limits: XMLLimits = XMLLimits(),
    _ sink: XMLSink
  ) throws(Diagnostic) {
    descriptor = try FileDescriptorBox(path)
    pieces = nil
    bytes = []
    buffer = .allocate(byteCount: XMLStream.chunk, alignment: 16)
    content = XMLContent(name, limits)
    content.sink = sink
    try begin()
  }

  /// Takes a document from memory.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - name: how messages name it.
  ///   - limits: how large it may be.
  ///   - sink: what is called with each element and text.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public init(
    bytes: [UInt8],
    named name: String,
    limits: XMLLimits = XMLLimits(),
    _ sink: XMLSink
  ) throws(Diagnostic) {
    descriptor = nil
    pieces = nil
    self.bytes = bytes
    buffer = .allocate(byteCount: XMLStream.chunk, alignment: 16)
    content = XMLContent(name, limits)
    content.sink = sink
    try begin()
  }

  /// Takes a document that comes in pieces, such as an entry of an archive while it is inflated.
  ///
  /// - Parameters:
  ///   - pieces: gives the next bytes.
  ///   - name: how messages name the document.
  ///   - limits: how large it may be.
  ///   - sink: what is called with each element and text.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public init(
    pieces: @escaping Pieces,
    named name: String,
    limits: XMLLimits = XMLLimits(),
    _ sink: XMLSink
  ) throws(Diagnostic) {
    descriptor = nil
    self.pieces = pieces
    bytes = []
    buffer = .allocate(byteCount: XMLStream.chunk, alignment: 16)
    content = XMLContent(name, limits)
    content.sink = sink
    try begin()
  }

  deinit {
    if let parser { xmlFreeParserCtxt(parser) }
    buffer.deallocate()
  }

  private func begin() throws(Diagnostic) {
    parser = try content.makeParser()
  }

  /// How many bytes have been read, for progress.
  public private(set) var bytesRead: Int = 0

  /// Reads a piece of the document and calls the sink with what is in it.
  ///
  /// - Returns: whether there may be more.
  /// - Throws: as ``XMLReader/next()``, after the sink has been given what came before.
  public func pump() throws(Diagnostic) -> Bool {
    if let failure = content.failure { throw failure }
    if ended { return false }
    let count: Int
    if let descriptor {
      count = try descriptor.descriptor.read(into: buffer)
    } else if let pieces {
      count = try pieces(buffer)
    } else {
      count = min(XMLStream.chunk, bytes.count - position)
      bytes.withUnsafeBytes { source in
        buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[position..<position + count])
        )
      }
      position += count
    }
    bytesRead += count
    content.count(bytes: count)
    ended = count == 0
    _ = xmlParseChunk(
      parser,
      buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
      CInt(count),
      ended ? 1 : 0
    )
    if ended { content.finish() }
    if let failure = content.failure { throw failure }
    return !ended
  }
}

/// What an ``XMLStream`` calls.
public struct XMLSink {
  let start: (XMLRawElement) -> Void
  let end: (XMLRawName) -> Void
  let text: (UnsafeBufferPointer<UInt8>) -> Void

  /// Takes what is called.
  ///
  /// - Parameters:
  ///   - start: called where an element begins.
  ///   - end: called where it ends.
  ///   - text: called with text, which may come in pieces.
  public init(
    start: @escaping (XMLRawElement) -> Void,
    end: @escaping (XMLRawName) -> Void,
    text: @escaping (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    self.start = start
    self.end = end
    self.text = text
  }
}

/// A name of which the parser keeps one copy, so that its address stands for it in one document.
public struct XMLRawName: Hashable {
  let address: UnsafePointer<UInt8>

  /// The name as a string.
  public var text: String { String(cString: address) }
}

/// The beginning of an element, valid during the call only.
public struct XMLRawElement {
  /// What it is called, without a prefix.
  public let name: XMLRawName
  /// The address of its namespace.
  public let namespace: XMLRawName?
  /// How many attributes it has.
  public let count: Int
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let parser: xmlParserCtxtPtr?

  init(
    _ name: XMLRawName,
    _ namespace: XMLRawName?,
    _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    _ parser: xmlParserCtxtPtr?
  ) {
    self.name = name
    self.namespace = namespace
    self.count = attributes == nil ? 0 : count
    self.attributes = attributes
    self.parser = parser
  }

  /// The line of its opening tag.
  public var line: Int { parser.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0 }

  /// The name of an attribute, without a prefix.
  @inline(__always)
  public func name(_ position: Int) -> XMLRawName {
    // The parser always gives a name.
    XMLRawName(address: attributes.unsafelyUnwrapped[5 * position].unsafelyUnwrapped)
  }

  /// Whether an attribute is in a namespace.
  @inline(__always)
  public func hasNamespace(_ position: Int) -> Bool {
    attributes.unsafelyUnwrapped[5 * position + 2] != nil
  }

  /// The bytes of an attribute's value, in UTF-8.
  @inline(__always)
  public func value(_ position: Int) -> UnsafeBufferPointer<UInt8> {
    let part = attributes.unsafelyUnwrapped + 5 * position
    guard let begin = part[3], let end = part[4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: begin, count: end - begin)
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Structures

/// Reads the data of an SDMX-ML message: 2.1 generic and structure-specific, with or without time
/// series, 3.0 and 3.1.
///
/// The document is streamed: memory does not grow with it, but for the attributes of its groups.
/// Elements and attributes are known by their names, in whatever order a service writes them.
public final class SDMXMLDataReader: DataMessageReader {
  private let stream: XMLStream
  private let elements: SDMXMLDataElements

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it; the path by default.
  ///   - catalogue: the structures that data may follow.
  ///   - collector: takes what is wrong with single values.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public convenience init(
    file path: String,
    named name: String? = nil,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws(Diagnostic) {
    let name = name ?? path
    let elements = SDMXMLDataElements(name, catalogue, collector)
    self.init(elements, try XMLStream(file: path, named: name, elements.sink))
  }

  /// Takes a message from memory.
  ///
  /// - Parameters:
  ///   - bytes: the message.
  ///   - name: how messages name it.
  ///   - catalogue: the structures that data may follow.
  ///   - collector: takes what is wrong with single values.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public convenience init(
    bytes: [UInt8],
    named name: String,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws(Diagnostic) {
    let elements = SDMXMLDataElements(name, catalogue, collector)
    self.init(elements, try XMLStream(bytes: bytes, named: name, elements.sink))
  }

  private init(_ elements: SDMXMLDataElements, _ stream: XMLStream) {
    self.elements = elements
    self.stream = stream
  }

  /// What the message says of itself, as far as it has been read.
  public var header: MessageHeader { elements.header }

  /// How many bytes have been read, for progress.
  public var bytesRead: Int { stream.bytesRead }

  /// The next rows; `nil` at the end of the message.
  ///
  /// - Returns: some thousands of rows of one set of data.
  /// - Throws: `sdmx.not-a-message`, `sdmx.unknown-version`, `sdmx.structure-needed`, and what the
  ///   XML parser refuses.
  public func next() throws -> DataBatch? {
    while true {
      if let batch = try elements.takeBatch() { return batch }
      if let failure = elements.failure { throw failure }
      guard try stream.pump() else {
        if let failure = elements.failure { throw failure }
        return try elements.takeBatch(isLast: true)
      }
    }
  }
}

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
  private var stream: XMLStream
  private var elements: SDMXMLDataElements
  /// Reads the document from its beginning, once more.
  private let open: (XMLSink) throws(Diagnostic) -> XMLStream
  private let restart: (MessageForm) -> SDMXMLDataElements

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
    try self.init(name, catalogue, collector) { sink throws(Diagnostic) in
      try XMLStream(file: path, named: name, sink)
    }
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
    try self.init(name, catalogue, collector) { sink throws(Diagnostic) in
      try XMLStream(bytes: bytes, named: name, sink)
    }
  }

  private init(
    _ name: String,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector,
    _ open: @escaping (XMLSink) throws(Diagnostic) -> XMLStream
  ) throws(Diagnostic) {
    self.open = open
    restart = { SDMXMLDataElements(name, catalogue, collector, $0) }
    elements = restart(MessageForm())
    stream = try open(elements.sink)
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
      if let failure = elements.failure { try again(failure) }
      guard try stream.pump() else {
        if let failure = elements.failure {
          try again(failure)
          continue
        }
        return try elements.takeBatch(isLast: true)
      }
    }
  }

  /// Reads a generic message once more with the structure that its own components make.
  private func again(_ failure: Diagnostic) throws {
    guard failure.definition == SDMXDefinitions.structureNeeded, elements.isGeneric,
      !elements.hasForm
    else { throw failure }
    elements = restart(try SDMXMLGenericForm.read(open))
    stream = try open(elements.sink)
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Structures

/// Opens messages of whatever format.
public enum SDMXMessage {
  /// What a message holds.
  public enum Content: Sendable, Hashable {
    /// Artefacts, or reference metadata.
    case structures
    /// Observations.
    case data
  }

  /// The way a message is written.
  enum Syntax {
    case xml, json, csv
  }

  /// What a file holds, known from its beginning.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how problems name it; the path by default.
  /// - Returns: what it holds.
  /// - Throws: `sdmx.not-a-message`, `platform.xml-malformed`, or a diagnostic of
  ///   ``PlatformDefinitions``.
  public static func content(of path: String, named name: String? = nil) throws -> Content {
    switch try syntax(of: path, named: name ?? path) {
    case .csv: return .data
    case .json: return try SDMXJSONMessage.content(of: path, named: name ?? path)
    case .xml:
      let reader = try XMLReader(file: path, named: name)
      guard case .start(let root)? = try reader.next() else { return .structures }
      return root.name.local.hasSuffix("Data") ? .data : .structures
    }
  }

  /// Reads the artefacts of a file in SDMX-ML or SDMX-JSON.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how problems name it; the path by default.
  ///   - catalogue: artefacts from elsewhere, whose concepts give components their formats.
  /// - Returns: the artefacts, and what was wrong with those that could not be read.
  /// - Throws: `sdmx.not-a-message`, `sdmx.unknown-version`, and what the parser refuses.
  public static func structures(
    file path: String,
    named name: String? = nil,
    knowing catalogue: StructureCatalogue = StructureCatalogue()
  ) throws -> StructureMessage {
    switch try syntax(of: path, named: name ?? path) {
    case .json:
      try SDMXJSONStructureReader.read(file: path, named: name, knowing: catalogue)
    case .xml, .csv: try SDMXMLStructureReader.read(file: path, named: name, knowing: catalogue)
    }
  }

  /// Opens the data of a file in SDMX-ML, SDMX-JSON or SDMX-CSV.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how problems name it; the path by default.
  ///   - catalogue: the structures that data may follow.
  ///   - collector: takes what is wrong with single values.
  /// - Returns: what reads the rows one batch after the other.
  /// - Throws: `sdmx.not-a-message`, and what the parser refuses.
  public static func data(
    file path: String,
    named name: String? = nil,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) throws -> any DataMessageReader {
    switch try syntax(of: path, named: name ?? path) {
    case .xml: try SDMXMLDataReader(file: path, named: name, catalogue, collector)
    case .csv: try SDMXCSVReader(file: path, named: name, catalogue, collector)
    case .json: try SDMXJSONDataReader(file: path, named: name, catalogue, collector)
    }
  }

  static func syntax(of path: String, named name: String) throws -> Syntax {
    let file = try MappedFile(path)
    let start = file.withBytes { span in
      span.withUnsafeBytes { Array($0.prefix(4_096)) }
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = start.starts(with: mark) ? start[3...] : start[...]
    let first = bytes.first { $0 > 32 }
    // Sixteen-bit encodings of XML begin with their own mark, which the parser knows.
    if first == UInt8(ascii: "<") || start.first == 0xFE || start.first == 0xFF { return .xml }
    if first == UInt8(ascii: "{") { return .json }
    let text = String(decoding: bytes.prefix(16), as: UTF8.self).filter { $0 != "\"" }
    if text.hasPrefix("STRUCTURE") || text.hasPrefix("DATAFLOW") { return .csv }
    throw SDMXDefinitions.notSDMX.at(
      Location(name),
      ["path": .text(name), "content": .text("structures, data")]
    )
  }
}

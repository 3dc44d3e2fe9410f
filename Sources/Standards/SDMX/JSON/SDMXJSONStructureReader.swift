// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Structures

/// Reads the artefacts of an SDMX-JSON structure or metadata message 1.0, 2.0 or 2.1.
///
/// The file is mapped and read artefact by artefact, codes one by one.
public struct SDMXJSONStructureReader {
  private let message: SDMXJSONMessage
  private var gathering: StructureGathering

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it; the path by default.
  ///   - catalogue: artefacts from elsewhere, whose concepts give components their formats.
  /// - Returns: the artefacts, and what was wrong with those that could not be read.
  /// - Throws: `sdmx.not-a-message`, `platform.json-malformed`.
  public static func read(
    file path: String,
    named name: String? = nil,
    knowing catalogue: StructureCatalogue = StructureCatalogue()
  ) throws -> StructureMessage {
    let message = try SDMXJSONMessage(path: path, named: name ?? path)
    var reader = SDMXJSONStructureReader(message, catalogue)
    return try reader.read()
  }

  /// Reads a message from memory.
  ///
  /// - Parameters:
  ///   - bytes: the message.
  ///   - name: how problems name it.
  ///   - catalogue: artefacts from elsewhere, whose concepts give components their formats.
  /// - Returns: the artefacts, and what was wrong with those that could not be read.
  /// - Throws: as ``read(file:named:knowing:)``.
  public static func read(
    bytes: [UInt8],
    named name: String,
    knowing catalogue: StructureCatalogue = StructureCatalogue()
  ) throws -> StructureMessage {
    let message = try SDMXJSONMessage(bytes: bytes, named: name)
    var reader = SDMXJSONStructureReader(message, catalogue)
    return try reader.read()
  }

  private init(_ message: SDMXJSONMessage, _ catalogue: StructureCatalogue) {
    self.message = message
    gathering = StructureGathering(file: message.file, knowing: catalogue)
  }

  private mutating func read() throws -> StructureMessage {
    let version = message.version
    var isKnown = message.places.isEmpty
    let kinds = Dictionary(
      ArtefactKind.allCases.map { (StructureNames.group(of: $0, .v2_1), $0.rawValue) } + [
        ("contentConstraints", "ContentConstraint"),
        ("hierarchicalCodelists", "HierarchicalCodelist"), ("metadataSets", "MetadataSet"),
      ],
      uniquingKeysWith: { first, _ in first }
    )
    for (group, place) in message.places.sorted(by: { $0.value < $1.value }) {
      guard let element = kinds[group] else { continue }
      isKnown = true
      var reader = message.reader(at: place)
      guard case .beginArray = try reader.next() else { continue }
      while true {
        let start = reader.position
        guard case .beginObject = try reader.next() else { break }
        try readArtefact(element, &reader, at: start)
      }
    }
    guard isKnown else { throw message.notSDMX("structures") }
    gathering.finish()
    return StructureMessage(
      header: message.header,
      catalogue: gathering.catalogue,
      problems: gathering.problems,
      format: .json(version)
    )
  }

  private mutating func readArtefact(
    _ element: String,
    _ reader: inout JSONReader,
    at start: Int
  ) throws {
    var members: [JSONValue.Member] = []
    var codes: [Code] = []
    let lists = ["codes", "valueItems", "geoFeatureSetCodes", "geoGridCodes"]
    while case .key(let key) = try reader.next() {
      let name = String(decoding: key, as: UTF8.self)
      guard lists.contains(name), let item = StructureNames.elements[name] else {
        members.append(.init(name, try reader.readValue()))
        continue
      }
      guard case .beginArray = try reader.next() else { continue }
      while true {
        let token = try reader.next()
        guard case .beginObject = token else { break }
        let node = StructureNode(item, try reader.readValue(from: token))
        do { codes.append(try gathering.decoder.code(node)) } catch { gathering.report(error) }
      }
    }
    gathering.take(StructureNode(element, .object(members)), codes: codes)
  }
}

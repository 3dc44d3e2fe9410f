// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Structures

/// Reads the artefacts of an SDMX-ML message 2.1, 3.0 or 3.1, and the reference metadata of 3.x.
///
/// The document is streamed: codes become values one by one, and any other artefact is held as a
/// tree only while it is read. Elements are known by their names, so that messages with elements in the
/// wrong order or place, as real services send them, are read too.
public struct SDMXMLStructureReader {
  private let reader: XMLReader
  private let file: String
  private var gathering: StructureGathering
  private var header = MessageHeader(id: "", prepared: "", sender: "")

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it; the path by default.
  ///   - catalogue: artefacts from elsewhere, whose concepts give components their formats.
  /// - Returns: the artefacts, and what was wrong with those that could not be read.
  /// - Throws: `sdmx.not-a-message`, `sdmx.unknown-version`, and what the XML reader refuses.
  public static func read(
    file path: String,
    named name: String? = nil,
    knowing catalogue: StructureCatalogue = StructureCatalogue()
  ) throws -> StructureMessage {
    let name = name ?? path
    var reader = SDMXMLStructureReader(try XMLReader(file: path, named: name), name, catalogue)
    return try reader.message()
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
    var reader = SDMXMLStructureReader(try XMLReader(bytes: bytes, named: name), name, catalogue)
    return try reader.message()
  }

  private init(_ reader: XMLReader, _ file: String, _ catalogue: StructureCatalogue) {
    self.reader = reader
    self.file = file
    gathering = StructureGathering(file: file, knowing: catalogue)
  }

  private mutating func message() throws -> StructureMessage {
    guard case .start(let root)? = try reader.next() else { throw notSDMX() }
    let version = try version(root)
    while let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      switch element.name.local {
      case "Header": header = MessageHeader(try node(element))
      case "Structures": try readGroups()
      case "MetadataSet": gathering.take(try node(element))
      default: try skip()
      }
    }
    gathering.finish()
    return StructureMessage(
      header: header,
      catalogue: gathering.catalogue,
      problems: gathering.problems,
      format: .xml(version)
    )
  }

  private func notSDMX() -> Diagnostic {
    SDMXDefinitions.notSDMX.at(
      Location(file),
      ["path": .text(file), "content": .text("structures")]
    )
  }

  private func version(_ root: XMLElement) throws(Diagnostic) -> SDMXMLVersion {
    let space = root.name.namespace ?? ""
    let known = SDMXMLVersion.allCases.first { space == $0.namespace("message") }
    if let known, ["Structure", "Metadata", "GenericMetadata"].contains(root.name.local) {
      return known
    }
    let family = "sdmx.org/resources/sdmxml/schemas/"
    if known == nil, let range = space.range(of: family), root.name.local == "Structure" {
      throw SDMXDefinitions.unknownVersion.at(
        Location(file, line: root.line),
        ["path": .text(file), "version": .text(String(space[range.upperBound...]))]
      )
    }
    throw notSDMX()
  }

  /// Reads `Structures`: groups of artefacts of a kind.
  private mutating func readGroups() throws {
    var depth = 0
    while let event = try reader.next() {
      switch event {
      case .start(let element):
        if isArtefact(element.name.local) {
          try readArtefact(element)
        } else {
          depth += 1
        }
      case .end:
        if depth == 0 { return }
        depth -= 1
      case .text: break
      }
    }
  }

  private func isArtefact(_ name: String) -> Bool {
    ArtefactKind(rawValue: ObjectReference.canonical(name)) != nil
      || ["HierarchicalCodelist", "StructureSet", "Process", "AvailabilityConstraint"].contains(
        name
      )
  }

  private mutating func readArtefact(_ element: XMLElement) throws {
    var node = StructureNode(element)
    var codes: [Code] = []
    var locations: [Location] = []
    while let event = try reader.next() {
      guard case .start(let child) = event else {
        if case .end = event { break }
        continue
      }
      let inner = try self.node(child)
      if StructureDecoder.codeNames.contains(inner.name), node.name != "Hierarchy" {
        do {
          codes.append(try gathering.decoder.code(inner))
          locations.append(Location(file, line: inner.line))
        } catch {
          gathering.report(error)
        }
      } else {
        node.children.append(inner)
      }
    }
    gathering.take(node, codes: codes, locations: locations)
  }

  private func skip() throws {
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  /// Reads an element whole; the reader bounds how deep it can be.
  private func node(_ element: XMLElement) throws -> StructureNode {
    var node = StructureNode(element)
    while let event = try reader.next() {
      switch event {
      case .start(let child): node.children.append(try self.node(child))
      case .text(let text): node.text += text
      case .end: return node
      }
    }
    return node
  }
}

extension StructureNode {
  private static let instance = "http://www.w3.org/2001/XMLSchema-instance"

  init(_ element: XMLElement) {
    self.init(element.name.local, line: element.line)
    attributes = element.attributes.filter { $0.name.namespace != StructureNode.instance }
      .map { Attribute(name: $0.name.local, value: $0.value) }
  }
}

extension MessageHeader {
  init(_ node: StructureNode) {
    self.init(
      id: node.text(of: "ID") ?? "",
      prepared: node.text(of: "Prepared") ?? "",
      sender: node.first("Sender")?["id"] ?? "",
      isTest: node.text(of: "Test") == "true" || node.text(of: "Test") == "1"
    )
  }
}

extension StringProtocol {
  /// Where a text stands first; the standard library of this system has no such search.
  fileprivate func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return start..<index(start, offsetBy: part.count)
      }
      start = index(after: start)
    }
    return nil
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials

/// Structures, scalars and value domains as JSON files carry them in the field.
///
/// Three forms are read, and a list of any of them: one dataset with `components` (`role`, `data_type`),
/// as the examples of the manual; `datasets` with `DataStructure` (`role`, `type`, `nullable`); `datasets`
/// that name entries of `structures`. Value domains are `{ "name", "type", "setlist" }`.
public struct StructureDocument: Sendable {
  /// The structure of each dataset.
  public private(set) var datasets: [String: DatasetStructure] = [:]
  /// The type of each scalar.
  public private(set) var scalars: [String: ScalarType] = [:]
  /// The value domains.
  public private(set) var domains: [ValueDomain] = []

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - text: the JSON.
  ///   - file: the path by which messages name it.
  /// - Throws: `vtl.structure-file` where it is no JSON of these forms.
  public init(_ text: String, file: String) throws {
    let problem = { (reason: String) in
      VTLDefinitions.structureFile.at(Location(file), ["reason": .text(reason)])
    }
    let entries: [Entry]
    do {
      entries = try JSONDecoder().decode(Entries.self, from: Data(text.utf8)).list
    } catch let error as DecodingError {
      throw problem(StructureDocument.reason(error))
    } catch {
      throw problem("JSON")
    }
    for entry in entries { try read(entry, problem) }
  }

  private static func reason(_ error: DecodingError) -> String {
    let context: DecodingError.Context? =
      switch error {
      case .keyNotFound(_, let context), .typeMismatch(_, let context),
        .valueNotFound(_, let context), .dataCorrupted(let context):
        context
      @unknown default: nil
      }
    var path = context?.codingPath.map(\.stringValue).joined(separator: ".") ?? ""
    if case .keyNotFound(let key, _) = error { path += ".\(key.stringValue)" }
    return path.isEmpty ? "JSON" : path
  }

  // MARK: Forms

  /// One entry or several.
  private struct Entries: Decodable {
    let list: [Entry]

    init(from decoder: any Decoder) throws {
      if let single = try? decoder.singleValueContainer(), single.decodeNil() {
        list = []
      } else if var several = try? decoder.unkeyedContainer() {
        var list: [Entry] = []
        while !several.isAtEnd { list.append(try several.decode(Entry.self)) }
        self.list = list
      } else {
        list = [try Entry(from: decoder)]
      }
    }
  }

  private struct Entry: Decodable {
    let name: String?
    let type: String?
    let components: [Part]?
    let dataStructure: [Part]?
    let structure: String?
    let setlist: [Value]?
    let datasets: [Entry]?
    let structures: [Entry]?
    let scalars: [Entry]?

    enum CodingKeys: String, CodingKey {
      case name, type, components, structure, setlist, datasets, structures, scalars
      case dataStructure = "DataStructure"
    }
  }

  private struct Part: Decodable {
    let name: String
    let role: String
    let type: String?
    let data_type: String?
    let nullable: Bool?
  }

  /// A value of a domain: a text, a number or a truth value.
  private struct Value: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else if let number = try? container.decode(Int64.self) {
        text = "\(number)"
      } else if let number = try? container.decode(Double.self) {
        text = "\(number)"
      } else {
        text = try container.decode(Bool.self) ? "true" : "false"
      }
    }
  }

  // MARK: Reading

  private mutating func read(_ entry: Entry, _ problem: (String) -> Diagnostic) throws {
    var named: [String: [Part]] = [:]
    for structure in entry.structures ?? [] {
      if let name = structure.name { named[name] = structure.components ?? structure.dataStructure }
    }
    for dataset in entry.datasets ?? [] {
      guard let name = dataset.name else { throw problem("datasets.name") }
      let parts =
        dataset.dataStructure ?? dataset.components ?? dataset.structure.flatMap { named[$0] }
      guard let parts else { throw problem("\(name).DataStructure") }
      datasets[name] = try structure(parts, name, problem)
    }
    for scalar in entry.scalars ?? [] {
      guard let name = scalar.name, let type = StructureDocument.type(scalar.type) else {
        throw problem("scalars.type")
      }
      scalars[name] = type
    }
    guard entry.datasets == nil, entry.structures == nil, let name = entry.name else { return }
    if let parts = entry.components ?? entry.dataStructure {
      datasets[name] = try structure(parts, name, problem)
    } else if let type = StructureDocument.type(entry.type) {
      if let values = entry.setlist {
        domains.append(ValueDomain(name, type, values: values.map(\.text)))
      } else {
        scalars[name] = type
      }
    } else {
      throw problem("\(name).type")
    }
  }

  private func structure(
    _ parts: [Part],
    _ name: String,
    _ problem: (String) -> Diagnostic
  ) throws -> DatasetStructure {
    var components: [DatasetComponent] = []
    for part in parts {
      guard let role = StructureDocument.role(part.role) else {
        throw problem("\(name).\(part.name).role")
      }
      guard let type = StructureDocument.type(part.data_type ?? part.type) else {
        throw problem("\(name).\(part.name).type")
      }
      if components.contains(where: { $0.name == part.name }) {
        throw problem("\(name).\(part.name)")
      }
      components.append(
        DatasetComponent(part.name, role, type, isNullable: part.nullable ?? true)
      )
    }
    return DatasetStructure(components)
  }

  /// A type in any of the spellings of the field: `TimePeriod`, `Time_Period`, `time_period`.
  private static func type(_ name: String?) -> ScalarType? {
    guard let name else { return nil }
    switch name.lowercased().filter({ $0 != "_" && $0 != " " }) {
    case "timeperiod": return .timePeriod
    case "timeinterval": return .time
    case let word: return ScalarType(rawValue: word)
    }
  }

  private static func role(_ name: String) -> ComponentRole? {
    switch name.lowercased().filter({ $0 != "_" && $0 != " " }) {
    case "identifier": .identifier
    case "measure": .measure
    case "attribute": .attribute
    case "viralattribute": .viralAttribute
    default: nil
    }
  }
}

extension AnalysisEnvironment {
  /// Adds what a document describes, in place of what has the same name.
  public mutating func add(_ document: StructureDocument) {
    datasets.merge(document.datasets) { $1 }
    scalars.merge(document.scalars) { $1 }
    for domain in document.domains { domains[domain.name] = domain }
  }
}

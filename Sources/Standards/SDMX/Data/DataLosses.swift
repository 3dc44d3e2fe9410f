// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// A format of data.
public enum DataFormat: Hashable, Sendable, CustomStringConvertible {
  /// XML.
  case xml(SDMXMLVersion, SDMXMLDataWriter.Style)
  /// JSON.
  case json(SDMXJSONVersion)
  /// Fields with a delimiter between them.
  case csv(SDMXCSVVersion)

  /// The name that people know: `SDMX-ML 3.0`.
  public var description: String {
    switch self {
    case .xml(let version, .structureSpecific): StructureFormat.xml(version).description
    case .xml(let version, .generic): StructureFormat.xml(version).description + " generic"
    case .json(let version): StructureFormat.json(version).description
    case .csv(let version): "SDMX-CSV \(version.rawValue)"
    }
  }
}

/// A version of SDMX-CSV.
public enum SDMXCSVVersion: String, Sendable, Hashable, CaseIterable {
  /// SDMX-CSV 1.0, of SDMX 2.1.
  case v1_0 = "1.0"
  /// SDMX-CSV 2.0, of SDMX 3.0.
  case v2_0 = "2.0"
  /// SDMX-CSV 2.1, of SDMX 3.1.
  case v2_1 = "2.1"
}

/// What a format of data has no place for.
struct DataLosses {
  private let format: DataFormat

  init(_ format: DataFormat) { self.format = format }

  /// A problem `sdmx.not-carried` for each part of the structure that the format cannot carry.
  func of(_ structure: DataStructureDefinition) -> [Diagnostic] {
    var parts = components(of: structure)
    if case .xml(let version, .generic) = format, version != .v2_1 { parts.append("GenericData") }
    return parts.map { part in
      SDMXDefinitions.notCarried.at(
        nil,
        [
          "format": .text(format.description), "what": .text(part),
          "artefact": .text("DataStructure \(structure.reference)"),
        ]
      )
    }
  }

  /// The structure without the components that the format cannot carry.
  ///
  /// - Throws: what a structure is refused for that has no dimension left.
  func reduced(_ structure: DataStructureDefinition) throws -> DataStructureDefinition {
    let lost = Set(components(of: structure))
    if lost.isEmpty { return structure }
    return try DataStructureDefinition(
      structure.reference,
      name: structure.name,
      components: structure.components.filter { !lost.contains($0.id) },
      parts: structure.parts,
      demandsMeasure: false
    )
  }

  /// The components that the format cannot carry.
  private func components(of structure: DataStructureDefinition) -> [String] {
    var parts: [String] = []
    let isLegacy =
      switch format {
      case .xml(.v2_1, _), .json(.v1_0), .csv(.v1_0): true
      default: false
      }
    if isLegacy {
      for component in structure.components
      where component.holdsSeveralValues || component.isMultilingual {
        parts.append(component.id)
      }
      if case .csv = format {
      } else {
        parts += structure.measures.map(\.id).filter { $0 != "OBS_VALUE" }
      }
    }
    return parts
  }
}

// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc
import Platform
import Structures
import Testing

@testable import SDMX

/// The samples of the standard's own repositories, where `AYNI_SDMX_SAMPLES` names a folder with them.
///
/// They are no part of this project. Without them the tests that need them are skipped, and say so.
enum OfficialSamples {
  static let folder: String? = getenv("AYNI_SDMX_SAMPLES").map { String(cString: $0) }

  /// The files under the folder whose names end so, in order.
  static func files(_ suffix: String) -> [String] {
    guard let folder else { return [] }
    var found: [String] = []
    collect(folder, suffix, &found)
    return found.sorted()
  }

  private static func collect(_ path: String, _ suffix: String, _ found: inout [String]) {
    guard let directory = opendir(path) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      let inner = path + "/" + name
      if entry.pointee.d_type == UInt8(DT_DIR) {
        collect(inner, suffix, &found)
      } else if name.hasSuffix(suffix) {
        found.append(inner)
      }
    }
  }
}

@Suite(.enabled(if: OfficialSamples.folder != nil, "AYNI_SDMX_SAMPLES names no folder"))
struct OfficialStructureTests {
  @Test func `structure messages are read, written wherever they fit, and equal again`() throws {
    var (read, written) = (0, 0)
    for path in OfficialSamples.files(".xml") {
      let message: StructureMessage
      do { message = try SDMXMLStructureReader.read(file: path) } catch {
        let code = DiagnosticFailure(wrapping: error).diagnostics.first?.code
        if code?.rawValue != "sdmx.not-a-message" { print("SAMPLE refused", path, error) }
        continue
      }
      read += 1
      for problem in message.problems.prefix(3) {
        print("SAMPLE problem", path, problem.code.rawValue, problem.arguments)
      }
      for version in SDMXMLVersion.allCases {
        let losses = message.catalogue.notCarried(by: .xml(version))
        if !losses.isEmpty { continue }
        let bytes = try StructureRoundTripTests.write(message.catalogue, version)
        let status = try SchemaValidation.status(of: bytes, version)
        if status != 0 { print("SAMPLE invalid", version, path) }
        let again = try SDMXMLStructureReader.read(bytes: bytes, named: path)
        let changed = zip(again.catalogue.artefacts, message.catalogue.artefacts).first {
          $0.withoutFinal != $1.withoutFinal
        }
        if let changed {
          print("SAMPLE changed", version, path, changed.0.reference)
        }
        #expect(again.catalogue.count >= message.catalogue.count)
        written += 1
      }
    }
    print("SAMPLES structures read: \(read), written: \(written)")
    #expect(read > 0)
  }
}

extension Artefact {
  /// Without what only SDMX 2.1 says: that an artefact is final, which SDMX 3 says by its version.
  var withoutFinal: Artefact {
    switch self {
    case .codelist(let list):
      let bare = try? Codelist(
        list.reference,
        name: list.name,
        codes: list.codes,
        extensions: list.extensions,
        grid: list.grid,
        details: list.details.withoutFinal
      )
      return .codelist(bare ?? list)
    case .conceptScheme(let scheme):
      return .conceptScheme(
        ConceptScheme(
          scheme.reference,
          name: scheme.name,
          concepts: scheme.concepts,
          details: scheme.details.withoutFinal
        )
      )
    case .dataStructure(let structure):
      var parts = structure.parts
      parts.details = parts.details.withoutFinal
      let bare = try? DataStructureDefinition(
        structure.reference,
        name: structure.name,
        components: structure.components,
        parts: parts,
        demandsMeasure: false
      )
      return .dataStructure(bare ?? structure)
    case .dataflow(let flow):
      return .dataflow(
        Dataflow(
          flow.reference,
          name: flow.name,
          structure: flow.structure,
          dimensions: flow.dimensions,
          details: flow.details.withoutFinal
        )
      )
    case .hierarchy(var it):
      it.details = it.details.withoutFinal
      return .hierarchy(it)
    case .metadataStructure(var it):
      it.details = it.details.withoutFinal
      return .metadataStructure(it)
    case .categoryScheme(var it):
      it.details = it.details.withoutFinal
      return .categoryScheme(it)
    case .constraint(var it):
      it.details = it.details.withoutFinal
      return .constraint(it)
    case .provisionAgreement(var it):
      it.details = it.details.withoutFinal
      return .provisionAgreement(it)
    case .metadataflow(var it):
      it.details = it.details.withoutFinal
      return .metadataflow(it)
    case .categorisation(var it):
      it.details = it.details.withoutFinal
      return .categorisation(it)
    case .organisationScheme(var it):
      it.details = it.details.withoutFinal
      return .organisationScheme(it)
    default: return self
    }
  }
}

extension ArtefactDetails {
  fileprivate var withoutFinal: ArtefactDetails {
    var details = self
    details.isFinal = false
    return details
  }
}

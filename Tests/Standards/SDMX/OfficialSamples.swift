// SPDX-License-Identifier: Apache-2.0

import Columns
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

@Suite(.enabled(if: OfficialSamples.folder != nil, "AYNI_SDMX_SAMPLES names no folder"))
struct OfficialDataTests {
  /// The structures of all samples, so that data find theirs.
  private static func catalogue() -> StructureCatalogue {
    var catalogue = StructureCatalogue()
    for suffix in [".xml", ".json"] {
      for path in OfficialSamples.files(suffix) {
        if let message = try? SDMXMessage.structures(file: path) {
          catalogue.add(message.catalogue)
        }
      }
    }
    return catalogue
  }

  @Test func `data messages are read, written in every format that carries them, equal again`()
    throws
  {
    let catalogue = Self.catalogue()
    var (read, written, rows) = (0, 0, 0)
    for path in OfficialSamples.files(".xml") + OfficialSamples.files(".json")
      + OfficialSamples.files(".csv")
    {
      guard let content = try? SDMXMessage.content(of: path), content == .data else { continue }
      let collector = DiagnosticCollector()
      let batches: [DataBatch]
      do {
        let reader = try SDMXMessage.data(file: path, catalogue, collector)
        var found: [DataBatch] = []
        while let batch = try reader.next() { found.append(batch) }
        batches = found
      } catch {
        print(
          "SAMPLE refused",
          path,
          DiagnosticFailure(wrapping: error).diagnostics.first?.code ?? ""
        )
        continue
      }
      read += 1
      rows += batches.map(\.batch.rowCount).reduce(0, +)
      for problem in collector.diagnostics.prefix(3) {
        print("SAMPLE finding", path, problem.code.rawValue, problem.arguments)
      }
      written += try writeAll(batches, path)
    }
    print("SAMPLES data read: \(read), rows: \(rows), written: \(written)")
    #expect(read > 0)
  }

  private func writeAll(_ batches: [DataBatch], _ path: String) throws -> Int {
    guard let first = batches.first, Set(batches.map(\.header.structure)).count == 1 else {
      return 0
    }
    var written = 0
    var catalogue = StructureCatalogue()
    catalogue.add(first.header.structure)
    let formats: [DataFormat] = [
      .xml(.v2_1, .structureSpecific), .xml(.v2_1, .generic), .xml(.v3_0, .structureSpecific),
      .xml(.v3_1, .structureSpecific), .csv(.v1_0), .csv(.v2_0), .csv(.v2_1), .json(.v1_0),
      .json(.v2_0), .json(.v2_1),
    ]
    let expected = try SampleData.rows(batches.map(\.batch))
    for format in formats {
      var bytes: [UInt8] = []
      do {
        _ = try DataConversion.convert(
          Replay(batches),
          to: format,
          header: SampleData.header,
          isFlat: true
        ) { bytes += $0 }
      } catch {
        let code = DiagnosticFailure(wrapping: error).diagnostics.first?.code.rawValue ?? ""
        if code != "sdmx.not-carried" { print("SAMPLE unwritten", format, path, code) }
        continue
      }
      let collector = DiagnosticCollector()
      if bytes.isEmpty { print("SAMPLE empty", format, path) }
      let reader: any DataMessageReader =
        switch format {
        case .xml: try SDMXMLDataReader(bytes: bytes, named: "x", catalogue, collector)
        case .csv: try SDMXCSVReader(bytes: bytes, named: "x", catalogue, collector)
        case .json: try SDMXJSONDataReader(bytes: bytes, named: "x", catalogue, collector)
        }
      var again: [RecordBatch] = []
      while let batch = try reader.next() { again.append(batch.batch) }
      let found = try SampleData.rows(again)
      // Orders differ where series are written together; CSV does not tell an empty text from none.
      let plain = { (rows: [[String]]) in
        rows.map { $0.map { $0 == "\"\"" ? "∅" : $0 }.joined(separator: "|") }.sorted()
      }
      if plain(found) != plain(expected) { print("SAMPLE changed", format, path) }
      written += 1
    }
    return written
  }

  /// Batches that have been read.
  private final class Replay: DataMessageReader {
    private var batches: ArraySlice<DataBatch>
    let header = SampleData.header
    let bytesRead = 0
    init(_ batches: [DataBatch]) { self.batches = batches[...] }
    func next() -> DataBatch? { batches.popFirst() }
  }
}

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
    folder.map { files(suffix, in: $0) } ?? []
  }

  /// The files under a folder whose names end so, in order.
  static func files(_ suffix: String, in folder: String) -> [String] {
    var found: [String] = []
    collect(folder, suffix, &found)
    return found.sorted()
  }

  /// Where messages that we make of them go, so that other programs can look at them; none by default.
  static let output: String? = getenv("AYNI_SDMX_OUTPUT").map { String(cString: $0) }

  /// Keeps what was made of a sample: `output/PLACE/NUMBER-NAME`.
  static func keep(_ bytes: [UInt8], of path: String, _ place: String, _ ending: String) throws {
    guard let output else { return }
    mkdir(output, 0o755)
    mkdir(output + "/" + place, 0o755)
    let name = path.dropFirst(folder?.count ?? 0).map { $0 == "/" || $0 == " " ? "_" : $0 }
    var file = try DurableFile(replacing: "\(output)/\(place)/\(String(name))\(ending)")
    try file.write(bytes)
    try file.commit()
  }

  /// Samples whose values differ within what they are attached to, so that writing by level evens them out.
  static let uneven = ["constructed-sample-full.json", "csv/example-12.csv"]

  /// Samples that nobody could read, each with the reason; told by the end of their paths.
  static let unreadable: [(path: String, reason: String)] = [
    ("structure/generated-sample.json", "made of random words: artefacts of one name twice"),
    ("structure-message/samples/generated-sample.json", "made of random words"),
    ("json/data/generated-sample.json", "made of random words: its parts do not fit one another"),
    ("data-message/samples/generated-sample.json", "made of random words"),
    ("constructed/gh-218.xml", "one observation without a key"),
    ("csv/example-14.csv", "attributes of metadata whose structure stands nowhere"),
    ("csv/example-19A.csv", "says to delete everything of a structure that stands nowhere"),
  ]

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
    var (read, partly, artefacts) = (0, 0, 0)
    var (written, lossy) = ([String: Int](), [String: Int]())
    for path in OfficialSamples.files(".xml") + OfficialSamples.files(".json") {
      guard let content = try? SDMXMessage.content(of: path), content == .structures else {
        continue
      }
      let message: StructureMessage
      do { message = try SDMXMessage.structures(file: path) } catch {
        let problem = DiagnosticFailure(wrapping: error).diagnostics.first
        // Queries, schemas, notices and messages of SDMX 2.0 stand beside the samples.
        if let code = problem?.code.rawValue,
          code != "sdmx.not-a-message", code != "sdmx.unknown-version"
        {
          print("SAMPLE refused", path, code)
        }
        continue
      }
      if message.catalogue.count == 0 { continue }
      if OfficialSamples.unreadable.contains(where: { path.hasSuffix($0.path) }) { continue }
      read += 1
      artefacts += message.catalogue.count
      partly += message.problems.isEmpty ? 0 : 1
      for problem in message.problems.prefix(3) {
        print("SAMPLE problem", path, problem.code.rawValue, problem.arguments)
      }
      for format in StructureFormat.allCases {
        let name = format.description
        guard message.catalogue.notCarried(by: format).isEmpty else {
          lossy[name, default: 0] += 1
          continue
        }
        try check(message.catalogue, format, path)
        written[name, default: 0] += 1
      }
    }
    print("SAMPLES structures: \(read) messages, \(artefacts) artefacts, \(partly) read in part")
    for format in StructureFormat.allCases.map(\.description) {
      print("SAMPLES", format, "written", written[format] ?? 0, "lossy", lossy[format] ?? 0)
    }
    #expect(read > 0)
  }

  private func check(
    _ catalogue: StructureCatalogue,
    _ format: StructureFormat,
    _ path: String
  ) throws {
    var bytes: [UInt8] = []
    try StructureConversion.write(catalogue, header: SampleData.header, to: format) { bytes += $0 }
    let place = format.description.split(separator: " ").joined(separator: "-") + "-structures"
    let again: StructureMessage
    switch format {
    case .xml:
      try OfficialSamples.keep(bytes, of: path, place, ".xml")
      again = try SDMXMLStructureReader.read(bytes: bytes, named: path)
    case .json:
      try OfficialSamples.keep(bytes, of: path, place, ".json")
      again = try SDMXJSONStructureReader.read(bytes: bytes, named: path)
    }
    let found = Dictionary(
      again.catalogue.artefacts.map { ($0.reference, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let changed = catalogue.artefacts.filter {
      found[$0.reference]?.withoutFinal != $0.withoutFinal
    }
    for artefact in changed {
      print("SAMPLE changed", format, path, artefact.reference)
      Issue.record("changed: \(format) \(path) \(artefact.reference)")
      if getenv("AYNI_SDMX_DIFF") != nil {
        let before = "\(artefact.withoutFinal)"
        let after = found[artefact.reference].map { "\($0.withoutFinal)" } ?? "missing"
        let common = zip(before, after).prefix { $0 == $1 }.count
        print("DIFF", format, path.suffix(60), artefact.reference)
        print("   before", before.dropFirst(max(0, common - 80)).prefix(200_000))
        print("   after ", after.dropFirst(max(0, common - 80)).prefix(200_000))
      }
    }
  }
}

@Suite(.enabled(if: OfficialSamples.folder != nil, "AYNI_SDMX_SAMPLES names no folder"))
struct OfficialDataTests {
  /// The structures of all samples, so that data find theirs; those in the same folder come first.
  private struct Library {
    private var whole = AuthoredStructures.catalogue()
    private var folders: [String: StructureCatalogue] = [:]

    init() {
      for path in OfficialSamples.files(".xml") + OfficialSamples.files(".json") {
        guard let message = try? SDMXMessage.structures(file: path) else { continue }
        whole.add(message.catalogue)
        folders[Library.folder(path), default: StructureCatalogue()].add(message.catalogue)
      }
    }

    func catalogue(for path: String) throws -> StructureCatalogue {
      var catalogue = whole
      if let near = folders[Library.folder(path)] { catalogue.add(near) }
      if path.hasSuffix(".csv") { catalogue.add(try AuthoredStructures.ofColumns(path)) }
      return catalogue
    }

    private static func folder(_ path: String) -> String {
      path.split(separator: "/").dropLast().joined(separator: "/")
    }
  }

  @Test func `data messages are read, written in every format that carries them, equal again`()
    throws
  {
    let library = Library()
    var (read, implied, rows) = (0, 0, 0)
    var (written, lossy) = ([String: Int](), [String: Int]())
    for path in OfficialSamples.files(".xml") + OfficialSamples.files(".json")
      + OfficialSamples.files(".csv")
    {
      guard let content = try? SDMXMessage.content(of: path), content == .data else { continue }
      let collector = DiagnosticCollector()
      var batches: [DataBatch] = []
      do {
        let reader = try SDMXMessage.data(file: path, library.catalogue(for: path), collector)
        while let batch = try reader.next() { batches.append(batch) }
      } catch {
        let problem = DiagnosticFailure(wrapping: error).diagnostics.first
        let isKnown =
          OfficialSamples.unreadable.contains { path.hasSuffix($0.path) }
          || problem?.code.rawValue == "sdmx.unknown-version"
        if !isKnown {
          Issue.record("refused: \(path)")
          print("SAMPLE refused", path, problem?.code.rawValue ?? "", problem?.arguments ?? [:])
        }
        continue
      }
      read += 1
      rows += batches.map(\.batch.rowCount).reduce(0, +)
      let found = collector.diagnostics
      implied += found.contains { $0.definition == SDMXDefinitions.structureImplied } ? 1 : 0
      for problem in found.prefix(3) where problem.definition != SDMXDefinitions.structureImplied {
        print("SAMPLE finding", path, problem.code.rawValue, problem.arguments)
      }
      guard let first = batches.first, Set(batches.map(\.header.structure)).count == 1 else {
        if !batches.isEmpty { print("SAMPLE several", path) }
        continue
      }
      try keepRows(batches, path)
      for format in Self.formats {
        let isCarried = try check(batches, first.header.structure, format, path)
        if isCarried {
          written[format.description, default: 0] += 1
        } else {
          lossy[format.description, default: 0] += 1
        }
      }
    }
    print("SAMPLES data: \(read) messages, \(rows) rows, \(implied) with implied structures")
    for format in Self.formats.map(\.description) {
      print("SAMPLES", format, "written", written[format] ?? 0, "lossy", lossy[format] ?? 0)
    }
    #expect(read > 0)
  }

  private static let formats: [DataFormat] = [
    .xml(.v2_1, .structureSpecific), .xml(.v2_1, .generic), .xml(.v3_0, .structureSpecific),
    .xml(.v3_1, .structureSpecific), .csv(.v1_0), .csv(.v2_0), .csv(.v2_1), .json(.v1_0),
    .json(.v2_0), .json(.v2_1),
  ]

  /// Rows as other programs compare them: identifiers, then values, a tabulator between them.
  private func keepRows(_ batches: [DataBatch], _ path: String) throws {
    guard OfficialSamples.output != nil, let first = batches.first else { return }
    let header = first.header.structure.components.map(\.id).joined(separator: "\t")
    let rows = try SampleData.rows(batches.map(\.batch)).map { $0.joined(separator: "\t") }
    let text = ([header] + rows).joined(separator: "\n")
    try OfficialSamples.keep(Array(text.utf8), of: path, "rows", ".tsv")
    var catalogue = StructureCatalogue()
    catalogue.add(first.header.structure)
    for (format, place) in [(StructureFormat.xml(.v2_1), "dsd-2.1"), (.xml(.v3_0), "dsd-3.0")] {
      var bytes: [UInt8] = []
      try StructureConversion.write(
        catalogue,
        header: SampleData.header,
        to: format,
        acceptsLoss: true
      ) { bytes += $0 }
      try OfficialSamples.keep(bytes, of: path, place, ".xml")
    }
  }

  /// Writes and reads again; tells whether the format can carry the data.
  private func check(
    _ batches: [DataBatch],
    _ structure: DataStructureDefinition,
    _ format: DataFormat,
    _ path: String
  ) throws -> Bool {
    var catalogue = StructureCatalogue()
    catalogue.add(structure)
    var bytes: [UInt8] = []
    do {
      _ = try DataConversion.convert(
        Replay(batches),
        to: format,
        header: SampleData.header,
        isFlat: true,
        languages: ["en", "fr"]
      ) { bytes += $0 }
    } catch {
      let code = DiagnosticFailure(wrapping: error).diagnostics.first?.code.rawValue ?? ""
      if code != "sdmx.not-carried" {
        Issue.record("\(code): \(format) \(path)")
        print("SAMPLE unwritten", format, path, code)
      }
      return false
    }
    #expect(!bytes.isEmpty, "\(format) \(path)")
    let place = format.description.split(separator: " ").joined(separator: "-") + "-data"
    let collector = DiagnosticCollector()
    let reader: any DataMessageReader
    switch format {
    case .xml:
      try OfficialSamples.keep(bytes, of: path, place, ".xml")
      reader = try SDMXMLDataReader(bytes: bytes, named: "x", catalogue, collector)
    case .csv:
      try OfficialSamples.keep(bytes, of: path, place, ".csv")
      reader = try SDMXCSVReader(bytes: bytes, named: "x", catalogue, collector)
    case .json:
      try OfficialSamples.keep(bytes, of: path, place, ".json")
      reader = try SDMXJSONDataReader(bytes: bytes, named: "x", catalogue, collector)
    }
    var again: [RecordBatch] = []
    while let batch = try reader.next() { again.append(batch.batch) }
    // Orders differ where series are written together; CSV does not tell an empty text from none.
    let plain = { (rows: [[String]]) in
      rows.map { $0.map { $0 == "\"\"" ? "∅" : $0 }.joined(separator: "|") }.sorted()
    }
    let (found, expected) = (
      plain(try SampleData.rows(again)), plain(try SampleData.rows(batches.map(\.batch)))
    )
    let isUneven = OfficialSamples.uneven.contains { path.hasSuffix($0) }
    if found != expected, !isUneven {
      Issue.record("changed: \(format) \(path)")
      let pair = zip(found, expected).first { $0 != $1 }
      print("SAMPLE changed", format, path, found.count, expected.count)
      print("  found   ", pair?.0 ?? "")
      print("  expected", pair?.1 ?? "", collector.diagnostics.map(\.code.rawValue))
    }
    return true
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

// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Structures
import Testing

@testable import SDMX

/// Messages with bytes changed at random, a second a reader: whatever comes, it is read or refused.
@Suite struct MutationTests {
  /// Numbers that are the same in every run.
  private struct Random {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return bound <= 0 ? 0 : Int(truncatingIfNeeded: state >> 33) % bound
    }
  }

  private static let pieces: [[UInt8]] =
    [
      "<", ">", "\"", "{", "}", "[", "]", ",", ";", ":", "&", "&lt;", "&#0;", "\u{0}", "\r\n",
      "<!--",
      "]]>", "<![CDATA[", "null", "true", "-", "1e999", "99999999999999999999", "\\u", "\\uD800",
      "é",
      "<Obs/>", "<Series>", "</Series>", "0:0:0", "*", "+", "~", "2020-W54", "xml:lang",
    ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC3], [0xEF, 0xBB, 0xBF]]

  private static func mutated(_ message: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = message
    for _ in 0...random.next(4) {
      let at = random.next(bytes.count)
      let end = min(bytes.count, at + random.next(60))
      switch random.next(6) {
      case 0 where !bytes.isEmpty: bytes[at] = UInt8(random.next(256))
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.insert(contentsOf: pieces[random.next(pieces.count)], at: at)
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: random.next(bytes.count))
      case 4: bytes.removeSubrange(at...)
      default: bytes.replaceSubrange(at..<end, with: pieces[random.next(pieces.count)])
      }
      if bytes.isEmpty { bytes = [0] }
    }
    return bytes
  }

  /// Reads changed messages for a second; gives how many were read to the end and how many refused.
  private static func run(
    _ messages: [[UInt8]],
    seed: UInt64,
    _ read: ([UInt8]) throws -> Void
  ) -> (read: Int, refused: Int) {
    var random = Random(seed)
    var (done, refused) = (0, 0)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(1)
    while clock.now < end {
      let bytes = mutated(messages[random.next(messages.count)], &random)
      do {
        try read(bytes)
        done += 1
      } catch { refused += 1 }
    }
    return (done, refused)
  }

  private static func data(_ format: DataFormat) throws -> (StructureCatalogue, [[UInt8]]) {
    let isLegacy =
      switch format {
      case .xml(.v2_1, _), .json(.v1_0), .csv(.v1_0): true
      default: false
      }
    let structure = try SampleData.structure(isLegacy: isLegacy)
    var catalogue = StructureCatalogue()
    catalogue.add(structure)
    let header = DataSetHeader(structure, structure.reference, .replace)
    var output = try DataConversion.begin(
      format,
      header,
      SampleData.header,
      ["en", "fr"],
      isFlat: true
    )
    var bytes: [UInt8] = []
    try output.append(try SampleData.batch(structure, rows: 12)) { bytes += $0 }
    try output.finish { bytes += $0 }
    return (catalogue, [bytes])
  }

  @Test(arguments: [
    DataFormat.xml(.v2_1, .generic), .xml(.v2_1, .structureSpecific),
    .xml(.v3_0, .structureSpecific), .json(.v1_0), .json(.v2_0), .csv(.v1_0), .csv(.v2_0),
  ])
  func `readers of data survive changed messages`(format: DataFormat) throws {
    let (catalogue, messages) = try Self.data(format)
    let counts = Self.run(messages, seed: 7) { bytes in
      let collector = DiagnosticCollector(limit: 20)
      let reader: any DataMessageReader
      switch format {
      case .xml: reader = try SDMXMLDataReader(bytes: bytes, named: "x", catalogue, collector)
      case .json: reader = try SDMXJSONDataReader(bytes: bytes, named: "x", catalogue, collector)
      case .csv: reader = try SDMXCSVReader(bytes: bytes, named: "x", catalogue, collector)
      }
      while try reader.next() != nil {}
    }
    #expect(counts.read + counts.refused > 50)
  }

  @Test(arguments: [
    StructureFormat.xml(.v2_1), .xml(.v3_0), .json(.v1_0), .json(.v2_0),
  ])
  func `readers of structures survive changed messages`(format: StructureFormat) throws {
    let isLegacy = format.model == .v2_1
    let catalogue = try SampleArtefacts.catalogue(isLegacy: isLegacy)
    var message: [UInt8] = []
    try StructureConversion.write(catalogue, header: SampleData.header, to: format) {
      message += $0
    }
    let counts = Self.run([message], seed: 11) { bytes in
      switch format {
      case .xml: _ = try SDMXMLStructureReader.read(bytes: bytes, named: "x")
      case .json: _ = try SDMXJSONStructureReader.read(bytes: bytes, named: "x")
      }
    }
    #expect(counts.read + counts.refused > 20)
  }

  @Test func `the reader of queries survives changed queries`() {
    let queries = [
      "data/dataflow/ECB/EXR/1.0.0,2+.1.0/M.*.EUR,A?c[TIME_PERIOD]=ge:2020-01+le:2020&sort=A:desc",
      "https://x.org/rest/structure/codelist,dataflow/ECB/*/+/A.B?references=children&detail=raw",
      "availability/*/*/*/*/*/FREQ?mode=exact", "data/ECB,EXR,1.0/A+M..EUR/all?startPeriod=2010",
    ].map { Array($0.utf8) }
    let counts = Self.run(queries, seed: 13) {
      _ = try SDMXQuery(String(decoding: $0, as: UTF8.self))
    }
    #expect(counts.read > 0 && counts.refused > 0)
  }
}

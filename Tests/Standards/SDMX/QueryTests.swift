// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc
import Platform
import Structures
import Testing

@testable import SDMX

@Suite struct QueryTests {
  private func data(_ text: String) throws -> DataQuery {
    guard case .data(let query) = try SDMXQuery(text) else {
      throw SDMXDefinitions.badQuery.at(nil)
    }
    return query
  }

  @Test func `a data query of version 2 is understood part by part`() throws {
    let query = try data(
      "https://ws.example.org/rest/v2/data/dataflow,datastructure/A.B,C/X@1/1.0.0,2+.1.0/M.*.EUR,A"
        + "?c[TIME_PERIOD]=ge:2020-01+le:2020-12,eq:2022&c%5BOBS_STATUS%5D=ne:A"
        + "&updatedAfter=2009-05-15T14%3A15%3A00%2B01%3A00&firstNObservations=2&lastNObservations=1"
        + "&dimensionAtObservation=AllDimensions&attributes=dsd,UNIT&measures=none&includeHistory=true"
        + "&offset=10&limit=5&sort=FREQ:desc+series_key&asOf=2020-01-01T00:00:00Z"
        + "&reportingYearStartDay=--07-01"
    )
    #expect(query.source.contexts == [.dataflow, .dataStructure])
    #expect(query.source.agencies == ["A.B", "C"] && query.source.ids == ["X@1"])
    #expect(query.source.versions.map(\.choice) == [.one, .latestStable(fixed: 0)])
    #expect(query.source.keys == [[["M"], [], ["EUR"]], [["A"]]])
    #expect(
      query.filters[0].alternatives == [
        [.init(.greaterOrEqual, "2020-01"), .init(.lessOrEqual, "2020-12")],
        [.init(.equal, "2022")],
      ]
    )
    #expect(query.filters[1].component == "OBS_STATUS")
    #expect(query.filters[1].alternatives == [[.init(.notEqual, "A")]])
    #expect(query.updatedAfter == "2009-05-15T14:15:00+01:00")
    #expect(query.firstObservations == 2 && query.lastObservations == 1)
    #expect(query.attributes == ["dsd", "UNIT"] && query.measures == ["none"])
    #expect(query.includesHistory && query.offset == 10 && query.limit == 5)
    #expect(query.order.map(\.component) == ["FREQ", "series_key"])
    #expect(query.order.map(\.isDescending) == [true, false])
    #expect(query.reportingYearStart == "--07-01")
  }

  @Test func `a data query of version 1 is understood part by part`() throws {
    let query = try data(
      "data/ECB,EXR,1.0/A+M.USD..SP00/ECB+IMF,STA?startPeriod=2010&endPeriod=2012-Q2&detail=dataonly"
    )
    #expect(query.source.agencies == ["ECB"] && query.source.ids == ["EXR"])
    #expect(query.source.versions == [VersionQuery(Version(1, 0, 0), .one)])
    #expect(query.source.keys == [[["A", "M"], ["USD"], [], ["SP00"]]])
    #expect(query.source.providers == ["ECB", "IMF,STA"])
    #expect(query.filters.map(\.component) == ["TIME_PERIOD", "TIME_PERIOD"])
    #expect(query.detail == .dataOnly)
    #expect(try data("data/EXR/all/all").source.keys == [])
    #expect(try data("data/EXR").source.versions == [.latest])
  }

  @Test func `parts at the end of a path may be left out`() throws {
    #expect(try data("data") == DataQuery())
    #expect(try data("data/*/*/*/*/*") == DataQuery())
    #expect(try data("data/dataflow/ECB/EXR/") == data("data/dataflow/ECB/EXR"))
    #expect(try data("data?c[REF_AREA]=CH").filters.count == 1)
  }

  @Test func `availability, structures, schemas and metadata are understood`() throws {
    guard
      case .availability(let available) = try SDMXQuery(
        "availability/dataflow/ECB/EXR/~/M.*/FREQ,CURRENCY?mode=available&references=codelist"
      )
    else { throw SDMXDefinitions.badQuery.at(nil) }
    #expect(available.components == ["FREQ", "CURRENCY"] && available.mode == .available)
    guard
      case .structure(let structure) = try SDMXQuery(
        "structure/codelist,dataflow/ECB/*/+/A.B?detail=allstubs&references=children"
      )
    else { throw SDMXDefinitions.badQuery.at(nil) }
    #expect(structure.kinds == [.codelist, .dataflow] && structure.items == ["A.B"])
    #expect(structure.detail == .allStubs && structure.references == ["children"])
    guard
      case .structure(let former) = try SDMXQuery("codelist/ECB+BIS/all/latest/A?references=all")
    else { throw SDMXDefinitions.badQuery.at(nil) }
    #expect(former.agencies == ["ECB", "BIS"] && former.versions == [.latest])
    guard case .schema(let schema) = try SDMXQuery("schema/dataflow/ECB/EXR/1.0") else {
      throw SDMXDefinitions.badQuery.at(nil)
    }
    #expect(schema.kind == .dataflow && schema.version.version == Version(1, 0, 0))
    guard case .metadata(let metadata) = try SDMXQuery("metadata/metadataset/ECB/X/~") else {
      throw SDMXDefinitions.badQuery.at(nil)
    }
    #expect(
      metadata.path == .sets(providers: ["ECB"], ids: ["X"], versions: [.latest])
    )
  }

  /// The forms of the standard's page, each with versions that match and one that does not.
  @Test(arguments: [
    ("1.2.3", ["1.2.3"], "1.2.4"), ("1.2", ["1.2.0"], "1.2.1"),
    ("1.2.3-draft", ["1.2.3-draft"], "1.2.3"), ("+", ["1.0.0", "7.1.0"], "0.9.0"),
    ("2.+.0", ["2.0.0", "2.9.1"], "3.0.0"), ("2.3.+", ["2.3.0", "2.3.9"], "2.4.0"),
    ("2+.3.1", ["2.3.1", "3.0.0"], "2.3.0"), ("2.3+.1", ["2.3.1", "2.4.0"], "3.0.0"),
    ("~", ["0.1.0", "2.0.0-draft"], ""), ("2.~", ["2.0.0", "2.5.0-x"], "1.9.0"),
    ("2~.1", ["2.1.0", "3.0.0"], "2.0.9"), ("*", ["0.0.1", "9.9.9-x"], ""),
    ("2.*.0", ["2.0.0", "2.7.3"], "3.0.0"), ("2*.4", ["2.4.0", "5.0.0"], "2.3.0"),
  ])
  func `versions are chosen as the standard says`(
    text: String,
    matching: [String],
    other: String
  ) throws {
    let query = try VersionQuery(QueryText(text))
    for version in matching { #expect(query.matches(try #require(Version(version))), "\(version)") }
    if let other = Version(other) { #expect(!query.matches(other)) }
  }

  /// Wrong queries, and the place where the first error stands.
  @Test(arguments: [
    ("", 1), ("dta/EXR", 1), ("data/dataflow/E CB/EXR", 15), ("data/dataflow/1ECB", 15),
    ("data/dataflow/ECB/E/R/1.0.0/A", 29), ("data/dataflow/ECB/EXR/1.0.x", 23),
    ("data/dataflow/ECB/EXR/01.0.0", 23), ("data/dataflow/ECB/EXR/0+.1.0", 23),
    ("data/dataflow/ECB/EXR/1+.1~.0", 23), ("data/dataflow/ECB/EXR/1.0.0/A.B C", 31),
    ("data/dataflow/ECB/EXR/1.0.0/A/FREQ", 31), ("data/EXR/A/ECB/X", 16),
    ("data/EXR?startPeriod=20x0", 22), ("data/EXR?detail=some", 17), ("data/EXR?frist=1", 10),
    ("data/EXR?c[FREQ=A", 16), ("data/EXR?c[FREQ]=gt:", 21), ("data/EXR?c[FREQ]=xx:A", 18),
    ("data/EXR?c[FREQ]=A,,B", 20), ("data/EXR?limit=0", 16), ("data/EXR?offset=-1", 17),
    ("data/EXR?limit", 10), ("data/EXR?sort=A:up", 17), ("data/EXR?includeHistory=yes", 25),
    ("data/EXR?updatedAfter=2020", 23), ("data/EXR?reportingYearStartDay=07-01", 32),
    ("data/EXR?c%5BFREQ%5D=lt:", 25), ("data/EX%2R", 8), ("data/E%24%20", 6),
    ("structure/codelst", 11), ("structure/codelist/ECB/X/1.0.0/A,", 34),
    ("structure/codelist?references=nephews", 31), ("structure/codelist?detail=little", 27),
    ("codelist/ECB,BIS", 10), ("codelist/ECB/X/1.0/A/B", 22),
    ("availability/flow/ECB", 14), ("availability/*/*/*/*/*/*?mode=some", 31),
    ("schema/codelist/ECB/X", 8), ("schema/dataflow", 16),
    ("https://x.org/rest/data/dataflow/E CB", 34), ("metadata/metadataset/*/*/*/*", 28),
  ])
  func `a wrong query is refused with the place of the error`(text: String, place: Int) throws {
    do throws(Diagnostic) {
      _ = try SDMXQuery(text)
      Issue.record("understood: \(text)")
    } catch {
      #expect(error.code.rawValue == "sdmx.bad-query")
      #expect(error.location?.column == place, "\(text)")
    }
  }

  @Test func `a structure query is answered from a catalogue`() throws {
    let catalogue = try SampleStructures.catalogue()
    let answer = { (text: String) throws -> [String] in
      guard case .structure(let query) = try SDMXQuery(text) else { return [] }
      return query.answer(from: catalogue).artefacts.map(\.reference.id).sorted()
    }
    #expect(try answer("structure/codelist") == ["CL_AREA"])
    #expect(try answer("structure/dataflow?references=children") == ["DF_ALL", "DSD_ALL"])
    #expect(
      try answer("structure/dataflow?references=descendants") == ["CL_AREA", "DF_ALL", "DSD_ALL"]
    )
    #expect(
      try answer("structure/codelist/AYNI/CL_AREA/1.+.0?references=parents")
        == ["CL_AREA", "DSD_ALL"]
    )
    #expect(try answer("structure/codelist/*/*/2.0.0") == [])
  }

  private static let corpus = getenv("AYNI_REST_QUERIES").map { String(cString: $0) }

  /// The addresses that another implementation's tests write, read from a copy of its repository.
  @Test(.enabled(if: corpus != nil, "AYNI_REST_QUERIES names no folder of another program's tests"))
  func `the queries that another implementation writes are understood`() throws {
    var queries: Set<String> = []
    for path in try OfficialSamples.files(".coffee", in: #require(Self.corpus)) {
      for text in Self.literals(try WholeFile.text(path)) {
        let rest = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
        let isQuery = rest.contains { QueryParser.isResource(String($0.prefix { $0 != "?" })) }
        if isQuery { queries.insert(text) }
      }
    }
    #expect(queries.count >= 100)
    for query in queries.sorted() {
      do { _ = try SDMXQuery(query) } catch {
        Issue.record("\(query): \(error.location?.column ?? 0) \(error.arguments)")
      }
    }
  }

  /// The pattern of versions in the standard's own description of the interface, where it is beside the queries.
  @Test(.enabled(if: corpus != nil, "AYNI_REST_QUERIES names no folder with sdmx-rest.yaml"))
  func `versions are those that the standard's pattern allows`() throws {
    let yaml = try WholeFile.text(#require(Self.corpus) + "/sdmx-rest.yaml")
    let patterns = yaml.split(separator: "\n").filter { $0.contains("pattern: '^(\\+|~") }
    let line = try #require(patterns.first)
    let pattern = try Regex(String(line.split(separator: "'")[1]))
    let parts = ["", "0", "1", "12", "01", "+", "~", "*", "0+", "3+", "0~", "3~", "0*", "3*", "x"]
    var texts = parts
    for first in parts {
      for second in parts {
        texts.append("\(first).\(second)")
        for third in parts { texts.append("\(first).\(second).\(third)") }
      }
    }
    texts += ["1.0.0-draft", "1.0.0-a.b.1", "1.0-x", "1.0.0-", "1+.0.0-x", "1.0.0.0", "1.0.0-a b"]
    var differences: [String] = []
    for text in texts where !text.isEmpty {
      let isAllowed = text.wholeMatch(of: pattern) != nil
      let isRead = (try? VersionQuery(QueryText(text))) != nil
      if isAllowed != isRead { differences.append("\(text) \(isAllowed)") }
    }
    #expect(texts.count > 3_000)
    #expect(differences == [])
  }

  /// The addresses among the texts of a CoffeeScript file; a backslash goes on in the next line.
  private static func literals(_ text: String) -> [String] {
    var joined = ""
    var isContinued = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      joined += isContinued ? String(line.drop { $0 == " " }) : String(line)
      isContinued = joined.hasSuffix("\\")
      if isContinued { joined.removeLast() } else { joined += "\n" }
    }
    let found = joined.split { "\"'".contains($0) }.map(String.init)
    return found.filter { $0.hasPrefix("http") && !$0.contains("#{") && !$0.contains("\n") }
  }
}

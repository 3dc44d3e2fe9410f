// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Engine
import Platform
import Relation
import Structures
import Testing

@testable import SDMX

/// Maps applied to four rows; what comes out is worked out by hand.
@Suite struct StructureMappingTests {
  private static func component(
    _ id: String,
    _ role: Component.Role,
    _ holds: Representation = .text
  ) -> Component {
    Component(Concept(id, name: InternationalString(en: id)), role: role, representation: holds)
  }

  private static func source() throws -> Dataset {
    let structure = try DataStructureDefinition(
      SampleStructures.reference(.dataStructure, "DSD_SOURCE"),
      name: InternationalString(en: "Source"),
      components: [
        component("INDICATOR", .dimension), component("COUNTRY", .dimension),
        component("SEX", .dimension), component("DAY", .dimension),
        component("VALUE", .measure, .integer),
        component("REMARK", .attribute(.observation, isMandatory: false)),
      ]
    )
    let rows: [[Literal]] = [
      ["POP_Y15T24", "PE", "M", "31/12/2020", 1, "a"], ["POP_Y25", "PE", "F", "1/7/2021", 2, "b"],
      ["GDP_Y00", "BO", "F", "05/02/2021", 3, .null(.string)], ["X", "ZZ", "T", "never", 4, "d"],
    ]
    return try Dataset("source", structure, Plan.values(rows, schema: structure.schema))
  }

  private static func catalogue(
    _ change: (inout StructureMap, inout [RepresentationMap]) -> Void = { _, _ in }
  ) throws -> (StructureMap, StructureCatalogue) {
    var catalogue = StructureCatalogue()
    catalogue.add(
      try DataStructureDefinition(
        SampleStructures.reference(.dataStructure, "DSD_TARGET"),
        name: InternationalString(en: "Target"),
        components: [
          component("FREQ", .dimension), component("SERIES", .dimension),
          component("AGE", .dimension), component("REF_AREA", .dimension),
          component("SEX", .dimension), component("TIME_PERIOD", .timeDimension, .timePeriod),
          component("OBS_VALUE", .measure, .double),
          component("SOURCE", .attribute(.dataset, isMandatory: false)),
        ]
      )
    )
    let reference = { SampleStructures.reference(.representationMap, $0) }
    var areas = RepresentationMap(reference("RM_AREA"), name: InternationalString(en: "Areas"))
    areas.mappings = [
      ValueMapping([.init("PE")], ["604"]), ValueMapping([.init("BO")], ["068"]),
      ValueMapping([.init("PE")], ["999"]),
    ]
    // One value becomes two; the whole value goes before the pattern, the pattern before the part.
    var series = RepresentationMap(reference("RM_SERIES"), name: InternationalString(en: "Series"))
    series.mappings = [
      ValueMapping([.init("([A-Z]+)_(Y[0-9T]+)", isPattern: true)], ["S_\\1", "\\2"]),
      ValueMapping([.init("GDP_Y00")], ["GDP", "_T"]),
      ValueMapping([.init("POP", startIndex: 1, endIndex: 3)], ["WRONG", "WRONG"]),
    ]
    var map = StructureMap(
      SampleStructures.reference(.structureMap, "SM"),
      name: InternationalString(en: "Map"),
      source: SampleStructures.reference(.dataStructure, "DSD_SOURCE"),
      target: SampleStructures.reference(.dataStructure, "DSD_TARGET")
    )
    map.componentMaps = [
      ComponentMap(["INDICATOR"], ["SERIES", "AGE"], map: series.reference),
      ComponentMap(["COUNTRY"], ["REF_AREA"], map: areas.reference),
      ComponentMap(["SEX"], ["SEX"]), ComponentMap(["VALUE"], ["OBS_VALUE"]),
    ]
    map.fixedValues = [
      FixedValueMap("FREQ", isSource: false, ["Q"]),
      FixedValueMap("SOURCE", isSource: false, ["NSO"]),
    ]
    var dates = DateMap(.pattern("dd/MM/yyyy", locale: "en"))
    dates.components = [.init("DAY", "TIME_PERIOD")]
    dates.frequency = .dimension("FREQ", formats: [])
    map.patternMaps = [dates]
    var maps = [areas, series]
    change(&map, &maps)
    for values in maps { catalogue.add(.representationMap(values)) }
    catalogue.add(.structureMap(map))
    return (map, catalogue)
  }

  private func rows(_ plan: Plan, _ session: any Session) async throws -> [String] {
    var batches: [RecordBatch] = []
    for try await batch in try await session.rows(of: plan) { batches.append(batch) }
    return try SampleData.rows(batches).map { row in
      row.map { $0.filter { $0 != "\"" } }.joined(separator: " ")
    }
  }

  @Test func `components, codes, patterns, dates and fixed values are mapped`() async throws {
    let (map, catalogue) = try Self.catalogue()
    let session = try await DuckDBSession(SessionConfiguration())
    let result = try await StructureMapping(map, catalogue)
      .apply(to: Self.source(), named: "mapped", in: session)
    #expect(
      try await rows(result.dataset.published(), session) == [
        "Q GDP _T 068 F 2021-Q1 3.0 NSO", "Q S_POP Y15T24 604 M 2020-Q4 1.0 NSO",
        "Q S_POP Y25 604 F 2021-Q3 2.0 NSO",
      ]
    )
    var unmapped: [String: Int] = [:]
    for part in result.unmapped {
      unmapped[part.component] = try await session.count(of: part.plan)
    }
    #expect(unmapped == ["SERIES, AGE": 1, "REF_AREA": 1, "TIME_PERIOD": 1])
  }

  @Test func `several values become one, parts of values fit, rows can be left out`() async throws {
    let (map, catalogue) = try Self.catalogue { map, maps in
      maps[0].mappings = [
        ValueMapping([.init("P.", isPattern: true), .init("M")], ["MEN"]),
        ValueMapping([.init("B", startIndex: 1, endIndex: 1), .init("F")], ["WOMEN"]),
        // A dimension that becomes nothing: the row is not for the target.
        ValueMapping([.init("PE"), .init("F")], [""]),
      ]
      map.componentMaps[1] = ComponentMap(["COUNTRY", "SEX"], ["REF_AREA"], map: maps[0].reference)
    }
    let session = try await DuckDBSession(SessionConfiguration())
    let result = try await StructureMapping(map, catalogue)
      .apply(to: Self.source(), named: "mapped", in: session)
    #expect(
      try await rows(result.dataset.published(), session) == [
        "Q GDP _T WOMEN F 2021-Q1 3.0 NSO", "Q S_POP Y15T24 MEN M 2020-Q4 1.0 NSO",
      ]
    )
  }

  @Test func `a map that leaves a dimension open, or a wrong pattern, is refused`() async throws {
    let (open, catalogue) = try Self.catalogue { map, _ in map.fixedValues = [] }
    #expect(throws: Diagnostic.self) { try StructureMapping(open, catalogue) }
    let (wrong, other) = try Self.catalogue { _, maps in
      maps[1].mappings[0] = ValueMapping([.init("(", isPattern: true)], ["A", "B"])
    }
    let session = try await DuckDBSession(SessionConfiguration())
    let mapping = try StructureMapping(wrong, other)
    await #expect {
      _ = try await mapping.apply(to: Self.source(), named: "x", in: session)
    } throws: {
      DiagnosticFailure(wrapping: $0).diagnostics.first?.code.rawValue == "sdmx.bad-pattern"
    }
  }

  @Test(arguments: [
    ("dd/MM/yyyy", "31/12/2020", "A", "2020"), ("yyyyMMdd", "20240229", "D", "2024-02-29"),
    ("MMM yyyy", "Feb 2024", "M", "2024-02"), ("MMMM dd, yyyy", "March 3, 2024", "W", "2024-W09"),
    ("yy/M", "98/7", "S", "1998-S2"), ("yyyy-'Q'Q", "2020-Q3", "Q", "2020-Q3"),
    ("yyyy-MM-dd'T'HH:mm:ss", "2020-05-17T12:30:00", "D", "2020-05-17"),
    ("yyyyDDD", "2020366", "D", "2020-12-31"), ("yyyy", "2021", "M", "2021-01"),
  ])
  func `dates are read by their patterns`(
    pattern: String,
    text: String,
    frequency: String,
    expected: String
  ) {
    let reading = DateReading(DateMap(.pattern(pattern, locale: "en")), [])
    #expect(reading.period(text, frequency: frequency) == expected)
  }

  @Test func `dates are counted from a moment, and resolved within their period`() {
    let seconds = DateReading(DateMap(.epoch(base: "1970", unit: "second")), [])
    #expect(seconds.period("1582934400", frequency: "D") == "2020-02-29")
    #expect(seconds.period("-1", frequency: "A") == "1969")
    #expect(seconds.period("1e300", frequency: "A") == nil)
    let days = DateReading(DateMap(.epoch(base: "1900-01-01", unit: "day")), [])
    #expect(days.period("43831", frequency: "M") == "2020-01")
    var map = DateMap(.pattern("yyyy", locale: "en"))
    map.resolution = "endOfPeriod"
    #expect(DateReading(map, []).period("2020", frequency: "M") == "2020-12")
    map.resolution = "midPeriod"
    #expect(DateReading(map, []).period("2021", frequency: "Q") == "2021-Q3")
    let format = FrequencyFormat(id: nil, "M", "MM/yy")
    #expect(DateReading(map, [format]).period("2021", frequency: "M") == "07/21")
    #expect(DateReading(map, []).period("21", frequency: "M") == nil)
    #expect(DateReading(map, []).period("2021x", frequency: "M") == nil)
  }
}

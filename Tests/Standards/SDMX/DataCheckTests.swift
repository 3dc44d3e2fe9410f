// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Engine
import Platform
import Structures
import Testing

@testable import SDMX

@Suite struct DataCheckTests {
  /// Yearly values by area: four areas, one mandatory attribute, a text with facets.
  private static func catalogue(_ constraints: Constraint...) throws -> StructureCatalogue {
    var catalogue = StructureCatalogue()
    catalogue.add(try SampleStructures.areas())
    catalogue.add(try structure())
    for constraint in constraints { catalogue.add(.constraint(constraint)) }
    return catalogue
  }

  private static func structure() throws -> DataStructureDefinition {
    var format = TextFormat(.string)
    format.facets = [.maxLength: "3", .pattern: "[a-z]+"]
    var details = ComponentDetails()
    details.format = RepresentationFormat(.text(format))
    let component = { (id: String, role: Component.Role, holds: Representation) in
      Component(Concept(id, name: InternationalString(en: id)), role: role, representation: holds)
    }
    return try DataStructureDefinition(
      SampleStructures.reference(.dataStructure, "DSD_CHECK"),
      name: InternationalString(en: "Checked"),
      components: [
        component(
          "AREA",
          .dimension,
          .codelist(SampleStructures.reference(.codelist, "CL_AREA"))
        ),
        component("TIME_PERIOD", .timeDimension, .timePeriod),
        component("OBS_VALUE", .measure, .integer),
        component("STATUS", .attribute(.observation, isMandatory: true), .text),
        Component(
          "NOTE",
          Concept("NOTE", name: InternationalString(en: "Note")),
          role: .attribute(.observation, isMandatory: false),
          representation: .text,
          details: details
        ),
      ]
    )
  }

  /// What is found in rows of SDMX-CSV: the code, the count, the line of the first.
  private static func found(
    _ rows: String,
    header: String = "AREA,TIME_PERIOD,OBS_VALUE,STATUS,NOTE",
    _ constraints: Constraint...
  ) async throws -> Set<String> {
    var catalogue = try catalogue()
    for constraint in constraints { catalogue.add(.constraint(constraint)) }
    let folder = try TemporaryFolder()
    let path = folder.path + "/data.csv"
    let lines = rows.split(separator: "\n").map { "datastructure,AYNI:DSD_CHECK(1.2.0),I,\($0)\n" }
    let text = "STRUCTURE,STRUCTURE_ID,ACTION,\(header)\n" + lines.joined()
    try DurableFile.write(text.utf8, to: path)
    let collector = DiagnosticCollector()
    let check = try DataCheck(file: path, catalogue, collector)
    try await check.run(in: try await DuckDBSession(SessionConfiguration()))
    return Set(
      collector.diagnostics.map {
        "\($0.code.rawValue) \($0.occurrences?.count ?? 0) \($0.occurrences?.first.line ?? 0)"
      }
    )
  }

  @Test func `sound data pass`() async throws {
    let found = try await Self.found("604,2020,1,A,ok\n604,2021-Q1,2,A,\nAM,2020-W53,3,A,")
    #expect(found == [])
  }

  @Test func `each kind of error is told once, with its count and its first line`() async throws {
    let rows = """
      604,2020,1,A,
      XX,2020,1,A,
      YY,2020,1,A,
      604,2020-13,1,A,
      604,2021,one,A,
      604,2022,1,,
      604,2023,1,A,long
      604,2024,1,A,UP
      604,2020,9,A,
      604,2020,9,A,
      """
    let found = try await Self.found(rows)
    #expect(
      found == [
        "structures.unknown-code 2 3", "sdmx.bad-period 1 5", "sdmx.bad-value 1 6",
        "structures.missing-value 1 7", "sdmx.bad-format 2 8", "structures.duplicate-key 2 2",
      ]
    )
  }

  @Test func `a dimension that is nowhere is told as such`() async throws {
    let found = try await Self.found("604,1,A\nAM,2,A", header: "AREA,OBS_VALUE,STATUS")
    #expect(found == ["sdmx.missing-dimension 2 2"])
  }

  private static func constraint(_ fill: (inout Constraint) -> Void) throws -> Constraint {
    var constraint = Constraint(
      SampleStructures.reference(.dataConstraint, "CR_CHECK"),
      name: InternationalString(en: "Allowed")
    )
    constraint.attachments = [ObjectReference(try structure().reference)]
    fill(&constraint)
    return constraint
  }

  private static let four = "604,2019,1,A,\n604,2020,2,A,\nAM,2020,3,A,\nW00,2021,4,A,"

  @Test func `regions that are included and excluded hold`() async throws {
    let included = try Self.constraint { constraint in
      constraint.regions = [
        CubeRegion(
          isIncluded: true,
          [
            MemberSelection("AREA", .values([.init("AM", cascade: .withDescendants)])),
            MemberSelection(
              "TIME_PERIOD",
              .times(from: .init("2020", isInclusive: true), to: nil)
            ),
          ]
        )
      ]
    }
    // Allowed are AM and what lies below it, from 2020 on.
    let first = try await Self.found(Self.four, included)
    #expect(first == ["sdmx.not-allowed 2 2"])
    let excluded = try Self.constraint { constraint in
      constraint.regions = [
        CubeRegion(isIncluded: false, [MemberSelection("AREA", .values([.init("6%")]))])
      ]
    }
    let second = try await Self.found(Self.four, excluded)
    #expect(second == ["sdmx.not-allowed 2 2"])
  }

  @Test func `sets of keys that are included and excluded hold`() async throws {
    let key = { (area: String, time: String) in
      DataKey([
        MemberSelection("AREA", .values([.init(area)])),
        MemberSelection("TIME_PERIOD", .values([.init(time)])),
      ])
    }
    let included = try Self.constraint { constraint in
      let partial = DataKey([MemberSelection("AREA", .values([.init("W00")]))])
      constraint.keySets = [KeySet(isIncluded: true, [key("604", "2020"), partial])]
    }
    let first = try await Self.found(Self.four, included)
    #expect(first == ["sdmx.not-allowed 2 2"])
    let excluded = try Self.constraint { constraint in
      constraint.keySets = [KeySet(isIncluded: false, [key("AM", "2020"), key("AM", "2021")])]
    }
    let second = try await Self.found(Self.four, excluded)
    #expect(second == ["sdmx.not-allowed 1 4"])
  }

  @Test func `a hundred thousand errors are a few problems`() async throws {
    let rows = (0..<100_000).map { "X\($0),20x0,a,,BAD\($0)" }.joined(separator: "\n")
    let found = try await Self.found(rows)
    #expect(
      found == [
        "structures.unknown-code 100000 2", "sdmx.bad-period 100000 2",
        "sdmx.bad-value 100000 2", "structures.missing-value 100000 2",
        "sdmx.bad-format 100000 2",
      ]
    )
  }
}

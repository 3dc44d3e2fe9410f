// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Relation
import Structures
import Testing

@Suite struct DataStructureTests {
  private func component(
    _ id: String,
    _ role: Component.Role,
    _ representation: Representation = .text
  ) -> Component {
    Component(
      Concept(id, name: InternationalString(en: id)),
      role: role,
      representation: representation
    )
  }

  private func structure(_ components: [Component]) throws -> DataStructureDefinition {
    try DataStructureDefinition(
      ArtefactReference(.dataStructure, agency: "AYNI", id: "DSD", version: Version(1)),
      name: InternationalString(en: "Structure"),
      components: components
    )
  }

  private func flows() throws -> DataStructureDefinition {
    try structure([
      component("NOTE", .attribute(.observation, isMandatory: true)),
      component("AMOUNT", .measure, .decimal(precision: 38, scale: 2)),
      component("TIME_PERIOD", .timeDimension, .timePeriod), component("AREA", .dimension),
    ])
  }

  @Test func `components come in the order of their roles, and make the schema`() throws {
    let flows = try flows()
    #expect(flows.components.map(\.id) == ["AREA", "TIME_PERIOD", "AMOUNT", "NOTE"])
    #expect(flows.dimensions.map(\.id) == ["AREA", "TIME_PERIOD"])
    #expect(flows.schema["AMOUNT"]?.type == .decimal(precision: 38, scale: 2))
    #expect(flows.schema.fields.map(\.isNullable) == [false, false, true, false])
  }

  @Test func `what is taken over is as sound as it was, if no more is asked of it`() throws {
    let list = { (id: String) in
      Representation.codelist(
        ArtefactReference(.codelist, agency: "AYNI", id: id, version: Version(1))
      )
    }
    let input = try structure([
      component("AREA", .dimension, list("AREAS")), component("GROUP", .dimension, list("GROUPS")),
      component("NOTE", .attribute(.observation, isMandatory: false)),
      component("UNIT", .attribute(.observation, isMandatory: true)), component("V", .measure),
    ])
    let output = try structure([
      component("AREA", .dimension, list("AREAS")), component("GROUP", .dimension, list("WORLD")),
      component("NOTE", .attribute(.observation, isMandatory: true)),
      component("UNIT", .attribute(.observation, isMandatory: false)), component("V", .measure),
      component("W", .measure),
    ])
    #expect(output.components(assuredBy: input, computed: ["V"]) == ["AREA", "UNIT"])
    let dataset = try Dataset("d", output, .scan(.table("d"), schema: output.schema))
    let all = try dataset.checks(StructureCatalogue(), assured: ["AREA", "GROUP"])
    #expect(
      all.map(\.diagnostic.code.rawValue) == [
        "structures.missing-value", "structures.duplicate-key",
      ]
    )
    let known = try dataset.checks(
      StructureCatalogue(),
      assured: ["AREA", "GROUP", "NOTE"],
      hasUniqueKeys: true
    )
    #expect(known.isEmpty)
  }

  @Test func `each fault of a structure has its code`() {
    let (area, value) = (component("AREA", .dimension), component("V", .measure))
    let faults: [(String, [Component])] = [
      ("structures.no-dimension", [value]), ("structures.no-measure", [area]),
      ("structures.no-dimension", [component("T", .timeDimension), value]),
      ("structures.duplicate-component", [area, value, component("V", .dimension)]),
      ("structures.invalid-id", [area, value, component("1V", .measure)]),
      ("structures.invalid-id", [area, value, component("_file", .measure)]),
      (
        "structures.two-time-dimensions",
        [area, value, component("T", .timeDimension), component("U", .timeDimension)]
      ),
      (
        "structures.unknown-dimension",
        [area, value, component("A", .attribute(.dimensions(["AERA"]), isMandatory: false))]
      ),
      (
        "structures.unknown-dimension",
        [area, value, component("A", .attribute(.dimensions(["V"]), isMandatory: false))]
      ),
    ]
    for (code, components) in faults {
      #expect(problems { _ = try structure(components) } == [code])
    }
  }

  @Test func `an unknown dimension is told with the nearest one`() {
    let failure = #expect(throws: DiagnosticFailure.self) {
      try structure([
        component("AREA", .dimension), component("V", .measure),
        component("A", .attribute(.dimensions(["AERA"]), isMandatory: false)),
      ])
    }
    #expect(failure?.diagnostics.first?.suggestion == "AREA")
  }

  @Test func `a dataset has the columns of its structure, and hidden ones`() throws {
    let plan = Plan.scan(
      .table("t"),
      schema: Schema([
        Field("_line", .integer), Field("EXTRA", .string), Field("NOTE", .string),
        Field("AMOUNT", .decimal(precision: 38, scale: 2)), Field("TIME_PERIOD", .string),
        Field("AREA", .string),
      ])
    )
    let dataset = try Dataset("flows", flows(), plan)
    #expect(dataset.plan.schema.names == ["AREA", "TIME_PERIOD", "AMOUNT", "NOTE", "_line"])
    #expect(try dataset.published().schema.names == ["AREA", "TIME_PERIOD", "AMOUNT", "NOTE"])
  }

  @Test func `missing columns and wrong types are told together`() throws {
    let plan = Plan.scan(
      .table("t"),
      schema: Schema([
        Field("AERA", .string), Field("AMOUNT", .double), Field("TIME_PERIOD", .integer),
        Field("NOTE", .string),
      ])
    )
    let failure = try #require(
      throws: DiagnosticFailure.self
    ) { try Dataset("flows", flows(), plan) }
    #expect(
      failure.diagnostics.map(\.code.rawValue) == [
        "structures.column-missing", "structures.column-type", "structures.column-type",
      ]
    )
    #expect(failure.diagnostics.first?.suggestion == "AERA")
  }
}

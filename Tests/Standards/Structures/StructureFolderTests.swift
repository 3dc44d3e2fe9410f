// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Structures
import Testing

@Suite struct StructureFolderTests {
  static let area = """
    id,parent,name:en,name:fr,description:en
    W,,World,Monde,
    AM,W,"Americas, all",Amériques,North and South
    """
  static let flows = """
    id = "DSD_FLOWS"
    version = "2.1.0"
    name = { en = "Flows", fr = "Flux" }

    [[dimension]]
    id = "AREA"
    name = { en = "Area", fr = "Région" }
    codelist = "CL_AREA"

    [[dimension]]
    id = "TIME_PERIOD"
    name = "Period"
    time = true

    [[measure]]
    id = "AMOUNT"
    name = "Amount"
    type = "decimal"
    precision = 20
    decimals = 3

    [[attribute]]
    id = "NOTE"
    name = "Note"

    [[attribute]]
    id = "SINCE"
    name = "Since"
    type = "date"
    dimensions = ["AREA"]
    mandatory = true

    [[attribute]]
    id = "SOURCE"
    name = "Source"
    attachment = "dataset"
    """

  @Test func `codelists, their headings and structures are read`() throws {
    let read = try catalogue([
      "CL_AREA.csv": Self.area, "flows.toml": Self.flows,
      "codelists.toml": """
      [CL_AREA]
      name = { en = "Areas", fr = "Régions" }
      version = "3.0.0"
      agency = "UN"
      """,
    ])
    let list = try read.codelist(id: "CL_AREA")
    #expect("\(list.reference)" == "UN:CL_AREA(3.0.0)")
    #expect(list.name == InternationalString(en: "Areas", fr: "Régions"))
    #expect(list["AM"]?.name == InternationalString(en: "Americas, all", fr: "Amériques"))
    #expect(list["AM"]?.description == InternationalString(en: "North and South"))
    #expect(list["AM"]?.parent == "W")
    #expect(list["W"]?.parent == nil)
    #expect(list["W"]?.description == nil)
    let structure = try read.structure(id: "DSD_FLOWS")
    #expect("\(structure.reference)" == "AYNI:DSD_FLOWS(2.1.0)")
    #expect(structure["AREA"]?.representation == .codelist(list.reference))
    #expect(structure["TIME_PERIOD"]?.role == .timeDimension)
    #expect(structure["AMOUNT"]?.representation == .decimal(precision: 20, scale: 3))
    #expect(structure["NOTE"]?.role == .attribute(.observation, isMandatory: false))
    #expect(structure["SINCE"]?.role == .attribute(.dimensions(["AREA"]), isMandatory: true))
    #expect(structure["SOURCE"]?.role == .attribute(.dataset, isMandatory: false))
    #expect(try structure["AREA"].flatMap { try read.codelist(of: $0) } == list)
  }

  @Test func `a list without a heading is named by its file`() throws {
    let read = try catalogue(["CL_X.csv": "id;name\nA;One\n"])
    #expect(try "\(read.codelist(id: "CL_X").reference)" == "AYNI:CL_X(1.0.0)")
    #expect(try read.codelist(id: "CL_X")["A"]?.name == InternationalString(en: "One"))
  }

  @Test func `a codelist without a column for codes or names is refused`() {
    #expect(
      places { _ = try catalogue(["CL_X.csv": "code,name\nA,One\n"]) }
        == ["structures.codelist-header structures/CL_X.csv:1"]
    )
    #expect(
      places { _ = try catalogue(["CL_X.csv": "id,label\nA,One\n"]) }
        == ["structures.codelist-header structures/CL_X.csv:1"]
    )
  }

  @Test func `a wrong code is told with its line`() {
    #expect(
      places { _ = try catalogue(["CL_X.csv": "id,parent,name\nA,,One\nB,Z,Two\nA,,Three\n"]) }
        .sorted() == [
          "structures.duplicate-code structures/CL_X.csv:4",
          "structures.unknown-parent structures/CL_X.csv:3",
        ]
    )
  }

  @Test func `an unknown codelist is told with its place and the nearest name`() throws {
    let failure = try #require(throws: DiagnosticFailure.self) {
      try catalogue(["CL_AERA.csv": Self.area, "flows.toml": Self.flows])
    }
    let problem = try #require(failure.diagnostics.first)
    #expect(problem.code.rawValue == "structures.unknown-artefact")
    #expect(problem.location?.line == 8)
    #expect(problem.suggestion == "CL_AERA")
  }

  @Test(arguments: [
    ("type = \"date\"", "type = \"day\"", "structures.bad-value", 29),
    ("attachment = \"dataset\"", "attachment = \"all\"", "structures.bad-value", 36),
    ("decimals = 3", "decimals = 39", "structures.bad-value", 20),
    ("version = \"2.1.0\"", "version = \"two\"", "structures.bad-value", 2),
    ("mandatory = true", "mandatory = 1", "platform.toml-wrong-type", 31),
    ("mandatory = true", "mandatroy = true", "platform.toml-unknown-key", 31),
  ])
  func `a wrong value is told with its place`(
    right: String,
    wrong: String,
    code: String,
    line: Int
  ) {
    let text = Self.flows.split(separator: right, omittingEmptySubsequences: false)
      .joined(separator: wrong)
    #expect(
      places { _ = try catalogue(["CL_AREA.csv": Self.area, "flows.toml": text]) }
        .map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
        == ["\(code) structures/flows.toml:\(line)"]
    )
  }

  @Test func `a heading with no version is told with its place`() {
    #expect(
      places {
        _ = try catalogue([
          "CL_X.csv": "id,name\nA,One\n", "codelists.toml": "[CL_X]\nversion = \"first\"\n",
        ])
      }
      .map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
        == ["structures.bad-value structures/codelists.toml:2"]
    )
  }

  @Test func `the latest version is found by identifier`() throws {
    var read = try catalogue(["CL_AREA.csv": Self.area])
    let old = try read.codelist(id: "CL_AREA")
    let newer = ArtefactReference(.codelist, agency: "AYNI", id: "CL_AREA", version: Version(1, 10))
    let new = try Codelist(newer, name: old.name, codes: [])
    read.add(new)
    read.add(
      try Codelist(
        ArtefactReference(.codelist, agency: "AYNI", id: "CL_AREA", version: Version(1, 9)),
        name: old.name,
        codes: []
      )
    )
    #expect(try read.codelist(id: "CL_AREA") == new)
  }

  @Test func `files with faults are all told of`() {
    #expect(
      Set(
        problems {
          _ = try catalogue([
            "CL_A.csv": "id,name\nA,One\nA,Two\n", "CL_B.csv": "id\n", "x.toml": "id = 1\n[",
          ])
        }
      ) == ["structures.duplicate-code", "structures.codelist-header", "platform.toml-syntax"]
    )
  }
}

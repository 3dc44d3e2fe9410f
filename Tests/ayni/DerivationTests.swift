// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `ayni sdmx derive` and `ayni sdmx map`: from a global structure to a national one, and the data back.
@Suite struct DerivationTests {
  private let project: ScratchProject

  private static let urn = "urn:sdmx:org.sdmx.infomodel"
  private static let structure = """
    {"meta": {"id": "S", "prepared": "2026-01-01T00:00:00Z", "sender": {"id": "T"}},
     "data": {
      "codelists": [{"id": "CL_AREA", "agencyID": "UN", "version": "1.0.0", "name": "Areas",
        "codes": [{"id": "604", "name": "Peru"}, {"id": "068", "name": "Bolivia"}]}],
      "dataStructures": [{"id": "GLOBAL", "agencyID": "UN", "version": "1.0.0", "name": "Global",
        "dataStructureComponents": {
         "dimensionList": {"id": "DimensionDescriptor",
          "dimensions": [
           {"id": "REF_AREA", "position": 1,
            "conceptIdentity": "\(urn).conceptscheme.Concept=UN:CS(1.0.0).REF_AREA",
            "localRepresentation": {"enumeration": "\(urn).codelist.Codelist=UN:CL_AREA(1.0.0)"}}],
          "timeDimension": {"id": "TIME_PERIOD",
            "conceptIdentity": "\(urn).conceptscheme.Concept=UN:CS(1.0.0).TIME_PERIOD",
            "localRepresentation": {"format": {"dataType": "ObservationalTimePeriod"}}}},
         "measureList": {"id": "MeasureDescriptor", "measures": [
          {"id": "OBS_VALUE",
           "conceptIdentity": "\(urn).conceptscheme.Concept=UN:CS(1.0.0).OBS_VALUE",
           "localRepresentation": {"format": {"dataType": "Double"}}}]}}}]}}
    """

  init() throws {
    project = try ScratchProject()
    try project.write(Self.structure, to: "global.json")
    try project.write(
      "id,name,parent,global\nPE,Peru,,604\nLIM,Lima,PE,\nCUS,Cusco,PE,\n",
      to: "areas.csv"
    )
    try project.write("id,name\n_T,Total\nU,Urban\nR,Rural\n", to: "zones.csv")
  }

  private func path(_ name: String) -> String { project.path + "/" + name }

  private func derive(_ output: String) throws -> Ayni.Answer {
    try Ayni.call(
      "sdmx",
      "derive",
      path("global.json"),
      path(output),
      "--agency",
      "PE_INEI",
      "--id",
      "NATIONAL",
      "--codes",
      "REF_AREA=" + path("areas.csv"),
      "--add",
      "ZONE=" + path("zones.csv")
    )
  }

  @Test(arguments: ["national.json", "national.xml"])
  func `a national structure is derived, and its data go back to the global one`(
    output: String
  ) throws {
    let derived = try derive(output)
    #expect(derived.exit == 0, "\(derived.messages)")
    try project.write(
      """
      STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,ZONE,TIME_PERIOD,OBS_VALUE
      dataflow,PE_INEI:NATIONAL(1.0.0),I,PE,_T,2020,3
      dataflow,PE_INEI:NATIONAL(1.0.0),I,PE,U,2020,2
      dataflow,PE_INEI:NATIONAL(1.0.0),I,LIM,_T,2020,1
      dataflow,PE_INEI:NATIONAL(1.0.0),I,PE,_T,2021,4

      """,
      to: "data.csv"
    )
    let sound = try Ayni.call("check", path("data.csv"), "--structure", path(output))
    #expect(sound.exit == 0, "\(sound.messages)")
    let mapped = try Ayni.call(
      "sdmx",
      "map",
      path("data.csv"),
      path("mapped.csv"),
      "--structure",
      path(output),
      "--to",
      "sdmx-csv-2.0"
    )
    #expect(mapped.exit == 0, "\(mapped.messages)")
    #expect(
      try project.read("mapped.csv").split(separator: "\n").map { String($0).filter { $0 != "\r" } }
        == [
          "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE",
          "datastructure,UN:GLOBAL(1.0.0),I,604,2020,3.0",
          "datastructure,UN:GLOBAL(1.0.0),I,604,2021,4.0",
        ]
    )
    let back = try Ayni.call("check", path("mapped.csv"), "--structure", path("global.json"))
    #expect(back.exit == 0, "\(back.messages)")
  }

  @Test func `a code that the global list does not have is refused`() throws {
    try project.replace("LIM,Lima,PE,", with: "LIM,Lima,PE,777", in: "areas.csv")
    #expect(try derive("national.json").codes == ["structures.unknown-code"])
  }

  @Test func `values that the map does not know are told, and nothing is written`() throws {
    _ = try derive("national.json")
    try project.write(
      """
      STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,ZONE,TIME_PERIOD,OBS_VALUE
      dataflow,PE_INEI:NATIONAL(1.0.0),I,XX,_T,2020,3

      """,
      to: "data.csv"
    )
    let mapped = try Ayni.call(
      "sdmx",
      "map",
      path("data.csv"),
      path("mapped.csv"),
      "--structure",
      path("national.json")
    )
    #expect(mapped.codes == ["sdmx.unmapped-value"] && mapped.exit == 1)
    #expect(!project.has("mapped.csv"))
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `ayni check FILE` and `ayni convert`, as a user calls them.
@Suite struct MessageCheckTests {
  private static let structure = """
    {"meta": {"id": "S", "prepared": "2026-01-01T00:00:00Z", "sender": {"id": "T"}},
     "data": {
      "codelists": [{"id": "CL_A", "agencyID": "T", "version": "1.0.0", "name": "A",
        "codes": [{"id": "X", "name": "x"}, {"id": "Y", "name": "y"}]}],
      "dataStructures": [{"id": "D", "agencyID": "T", "version": "1.0.0", "name": "D",
        "dataStructureComponents": {
         "dimensionList": {"id": "DimensionDescriptor", "dimensions": [
          {"id": "AREA", "position": 0,
           "conceptIdentity": "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=T:CS(1.0.0).AREA",
           "localRepresentation": {
            "enumeration": "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=T:CL_A(1.0.0)"}}]},
         "measureList": {"id": "MeasureDescriptor", "measures": [
          {"id": "OBS_VALUE",
           "conceptIdentity": "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=T:CS(1.0.0).V",
           "localRepresentation": {"format": {"dataType": "Double"}}},
          {"id": "SECOND",
           "conceptIdentity": "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=T:CS(1.0.0).W",
           "localRepresentation": {"format": {"dataType": "Double"}}}]}}}]}}
    """
  private static let rows = """
    STRUCTURE,STRUCTURE_ID,ACTION,AREA,OBS_VALUE,SECOND
    datastructure,T:D(1.0.0),I,X,1,2
    datastructure,T:D(1.0.0),I,Y,3,4

    """

  private let project: ScratchProject

  init() throws {
    project = try ScratchProject()
    try project.write(Self.structure, to: "structure.json")
    try project.write(Self.rows, to: "data.csv")
  }

  private func path(_ name: String) -> String { project.path + "/" + name }

  @Test func `a sound message is sound`() throws {
    let answer = try Ayni.call("check", path("data.csv"), "--structure", path("structure.json"))
    #expect(answer.exit == 0, "\(answer.messages)")
    #expect(answer.messages.contains("2 observations"))
  }

  @Test func `what is wrong is told with its place, and no value of a record`() throws {
    try project.replace("I,Y,3,4", with: "I,SECRET,3,4", in: "data.csv")
    let answer = try Ayni.call("check", path("data.csv"), "--structure", path("structure.json"))
    #expect(answer.exit == 1)
    #expect(answer.codes == ["structures.unknown-code"])
    #expect(answer.messages.contains("data.csv:3"))
    #expect(!answer.messages.contains("SECRET"))
  }

  @Test func `a structure message is checked for what it refers to`() throws {
    let answer = try Ayni.call("check", path("structure.json"))
    #expect(answer.codes.allSatisfy { $0 == "structures.dangling-reference" })
    #expect(!answer.codes.isEmpty)
  }

  @Test func `what a format cannot carry is refused, and left out where that is accepted`() throws {
    let words = [
      "convert", path("data.csv"), path("out.xml"), "--to", "sdmx-ml-2.1", "--structure",
      path("structure.json"),
    ]
    let refused = try Ayni.start(words).finish()
    #expect(refused.codes == ["sdmx.not-carried"])
    #expect(refused.messages.contains("SECOND"))
    #expect(!project.has("out.xml"))
    let accepted = try Ayni.start(words + ["--accept-loss"]).finish()
    #expect(accepted.exit == 0, "\(accepted.messages)")
    let text = try project.read("out.xml")
    #expect(text.contains("OBS_VALUE=\"3.0\"") && !text.contains("SECOND"))
  }

  @Test func `data are written as a table, and a table as Parquet`() throws {
    let structure = path("structure.json")
    let plain = try Ayni.call(
      "convert",
      path("data.csv"),
      path("table.csv"),
      "--to",
      "csv",
      "--structure",
      structure
    )
    #expect(plain.exit == 0, "\(plain.messages)")
    #expect(try project.read("table.csv").hasPrefix("AREA,OBS_VALUE,SECOND\nX,1.0,2.0\nY,3.0,4.0"))
    let parquet = try Ayni.call(
      "convert",
      path("data.csv"),
      path("table.parquet"),
      "--structure",
      structure
    )
    #expect(parquet.exit == 0, "\(parquet.messages)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path("table.parquet")))
    #expect(bytes.prefix(4) == Data("PAR1".utf8))
  }
}

// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Structures
import Testing

@testable import SDMX

/// What arrives in place of a message, or as a broken one: each is refused by a code, at once.
@Suite struct BadMessageTests {
  private static let message = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"

  private static func codes(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch {
      return DiagnosticFailure(wrapping: error).diagnostics.map(\.code.rawValue)
    }
  }

  private static func structures(_ text: String) -> [String] {
    codes {
      let bytes = Array(text.utf8)
      let read =
        text.hasPrefix("{")
        ? try SDMXJSONStructureReader.read(bytes: bytes, named: "x")
        : try SDMXMLStructureReader.read(bytes: bytes, named: "x")
      if !read.problems.isEmpty { throw DiagnosticFailure(read.problems) }
    }
  }

  private static func data(_ text: String) -> [String] { data(Array(text.utf8)) }

  private static func data(_ bytes: [UInt8]) -> [String] {
    codes {
      var catalogue = StructureCatalogue()
      catalogue.add(try SampleData.structure(isLegacy: true))
      let collector = DiagnosticCollector()
      let reader: any DataMessageReader
      switch bytes.first {
      case UInt8(ascii: "{"):
        reader = try SDMXJSONDataReader(bytes: bytes, named: "x", catalogue, collector)
      case UInt8(ascii: "S"):
        reader = try SDMXCSVReader(bytes: bytes, named: "x", catalogue, collector)
      default: reader = try SDMXMLDataReader(bytes: bytes, named: "x", catalogue, collector)
      }
      while try reader.next() != nil {}
      try collector.throwIfErrors()
    }
  }

  private static func xml(_ content: String, space: String = message) -> String {
    "<m:Structure xmlns:m='\(space)' xmlns:s='\(space.replacing("message", with: "structure"))' "
      + "xmlns:c='\(space.replacing("message", with: "common"))'>\(content)</m:Structure>"
  }

  @Test func `a truncated message is told as such`() {
    #expect(Self.structures(String(Self.xml("<s:A/>").dropLast(9))) == ["platform.xml-malformed"])
    #expect(
      Self.structures("{\"meta\": {}, \"data\": {\"codelists\": [") == ["platform.json-malformed"]
    )
    #expect(
      Self.data("<x:GenericData xmlns:x='\(Self.message)'><x:DataSet>") == [
        "platform.xml-malformed"
      ]
    )
    #expect(
      Self.data("{\"meta\": {\"id\": \"x\"}, \"data\": {\"dataSets\": [{") == [
        "platform.json-malformed"
      ]
    )
  }

  @Test func `another namespace, another version and another document are told apart`() {
    #expect(
      Self.structures(Self.xml("", space: "http://example.org/message")) == ["sdmx.not-a-message"]
    )
    let old = "http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message"
    #expect(
      ["sdmx.unknown-version", "sdmx.not-a-message"].contains(
        Self.structures(Self.xml("", space: old)).first ?? ""
      )
    )
    let future = "http://www.sdmx.org/resources/sdmxml/schemas/v9_0/message"
    #expect(Self.structures(Self.xml("", space: future)) == ["sdmx.unknown-version"])
    #expect(Self.structures("<html><body>Sorry</body></html>") == ["sdmx.not-a-message"])
    #expect(Self.structures("{\"error\": \"no\"}") == ["sdmx.not-a-message"])
    #expect(Self.data("<html><body>Sorry</body></html>") != [])
  }

  @Test func `a wrong encoding is told as such`() {
    let latin =
      Array("<?xml version='1.0' encoding='UTF-8'?><m:Structure xmlns:m='\(Self.message)'>".utf8)
      + [0xE9, 0x3C, 0x2F] + Array("m:Structure>".utf8)
    #expect(
      Self.codes { _ = try SDMXMLStructureReader.read(bytes: latin, named: "x") } == [
        "platform.xml-malformed"
      ]
    )
    let rows =
      Array(
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,ITEM,TIME_PERIOD\ndatastructure,AYNI:DSD_DATA(1.2.0),I,A,"
          .utf8
      )
      + [0xFF, 0xFE] + Array(",2020\n".utf8)
    #expect(Self.data(rows) == ["sdmx.bad-row"])
  }

  @Test func `entity bombs and deep nesting are refused before they grow`() {
    let bomb = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
      """ + Self.xml("&c;")
    #expect(Self.structures(bomb) == ["platform.xml-entity"])
    #expect(Self.data(bomb) == ["platform.xml-entity"])
    let deep = String(repeating: "<s:A>", count: 100_000)
    #expect(Self.structures(Self.xml(deep)) == ["platform.xml-too-deep"])
    let nested = "{\"data\": {\"dataSets\": " + String(repeating: "[", count: 100_000)
    // What is passed over unread is never descended into: there the missing end is found.
    #expect(
      ["platform.json-malformed", "platform.json-too-deep"].contains(Self.data(nested).first)
    )
  }

  @Test func `a structure that refers to what is not there is told, and so is a circle of codes`()
    throws
  {
    var catalogue = StructureCatalogue()
    catalogue.add(SampleStructures.dataflow())
    #expect(
      catalogue.danglingReferences().map(\.code.rawValue) == ["structures.dangling-reference"]
    )
    let code = { (id: String, parent: String) in
      "<s:Code id='\(id)'><c:Name>x</c:Name><s:Parent>\(parent)</s:Parent></s:Code>"
    }
    let circle = Self.xml(
      "<m:Structures><s:Codelists><s:Codelist id='CL' agencyID='A' version='1.0.0'><c:Name>x</c:Name>"
        + code("X", "Y") + code("Y", "X") + "</s:Codelist></s:Codelists></m:Structures>"
    )
    #expect(Set(Self.structures(circle)) == ["structures.circular-hierarchy"])
  }

  @Test func `data without a structure that is known are refused`() {
    let text = "STRUCTURE,STRUCTURE_ID,ACTION,A\ndataflow,X:Y(1.0.0),I,1\n"
    let codes = Self.codes {
      let reader = try SDMXCSVReader(
        bytes: Array(text.utf8),
        named: "x",
        StructureCatalogue(),
        DiagnosticCollector()
      )
      while try reader.next() != nil {}
    }
    #expect(codes == ["sdmx.structure-needed"])
  }
}

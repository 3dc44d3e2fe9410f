// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Structures
import Testing

@testable import SDMX

/// The schemas are those of the standard, installed by `make setup`; without them the tests fail.
@Suite struct SDMXMLStructureWriterTests {
  private func message(
    _ catalogue: StructureCatalogue,
    _ version: SDMXMLVersion = .v3_0
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let header = MessageHeader(id: "M1", prepared: "2026-05-17T12:00:00Z", sender: "AYNI")
    let writer = SDMXMLStructureWriter(header, version: version, acceptsLoss: version == .v2_1)
    try writer.write(catalogue) { bytes += $0 }
    return bytes
  }

  @Test(arguments: SDMXMLVersion.allCases)
  func `a message with every kind of component is valid`(version: SDMXMLVersion) throws {
    let bytes = try message(SampleStructures.catalogue(), version)
    #expect(try SchemaValidation.status(of: bytes, version) == 0)
  }

  @Test(arguments: SDMXMLVersion.allCases)
  func `a codelist alone, a structure alone and nothing at all are valid`(
    version: SDMXMLVersion
  ) throws {
    var list = StructureCatalogue()
    list.add(try SampleStructures.areas())
    #expect(try SchemaValidation.status(of: message(list, version), version) == 0)
    var structure = StructureCatalogue()
    structure.add(try SampleStructures.smallest())
    #expect(try SchemaValidation.status(of: message(structure, version), version) == 0)
    #expect(try SchemaValidation.status(of: message(StructureCatalogue(), version), version) == 0)
  }

  @Test func `the validation can fail`() throws {
    let text = String(decoding: try message(SampleStructures.catalogue()), as: UTF8.self)
    let faults = [
      ("<str:Parent>AM<", "<str:Parent>A M<"), ("usage=\"mandatory\"", "usage=\"maybe\""),
      ("str:TimeDimension", "str:TimeDim"), ("<mes:Prepared>2026-05", "<mes:Prepared>2026-25"),
    ]
    for (right, wrong) in faults {
      try #require(text.contains(right))
      let spoilt = text.split(separator: right, omittingEmptySubsequences: false)
        .joined(separator: wrong)
      #expect(try SchemaValidation.status(of: Array(spoilt.utf8), .v3_0) == 3, "\(wrong)")
    }
  }

  @Test func `the same structures make the same bytes, in whatever order they were added`() throws {
    var other = StructureCatalogue()
    other.add(try SampleStructures.smallest())
    other.add(SampleStructures.dataflow())
    other.add(try SampleStructures.everything())
    other.add(try SampleStructures.areas())
    #expect(try message(SampleStructures.catalogue()) == message(other))
  }

  @Test func `names stand in every language, a code without a name bears its identifier`() throws {
    let text = String(decoding: try message(SampleStructures.catalogue()), as: UTF8.self)
    #expect(text.contains("<com:Name xml:lang=\"fr\">Amériques « et \"autres\" »</com:Name>"))
    #expect(text.contains("<com:Name xml:lang=\"en\">Americas &amp; &lt;others&gt;</com:Name>"))
    #expect(text.contains("<com:Name xml:lang=\"en\">_X</com:Name>"))
    #expect(
      text.contains("urn=\"urn:sdmx:org.sdmx.infomodel.codelist.Code=AYNI:CL_AREA(1.2.0).604\"")
    )
  }

  @Test func `a long codelist goes out in pieces`() throws {
    var catalogue = StructureCatalogue()
    catalogue.add(
      try Codelist(
        SampleStructures.reference(.codelist, "CL_LONG"),
        name: InternationalString(en: "Long"),
        codes: (0..<20_000).map { Code("C\($0)", name: InternationalString(en: "Code \($0)")) }
      )
    )
    var sizes: [Int] = []
    let header = MessageHeader(id: "M1", prepared: "2026-05-17", sender: "AYNI", isTest: true)
    try SDMXMLStructureWriter(header).write(catalogue) { sizes.append($0.count) }
    #expect(sizes.count > 10)
    #expect((sizes.max() ?? 0) < SDMXMLStructureWriter.chunkBytes + 1_000)
    #expect(try SchemaValidation.status(of: message(catalogue), .v3_0) == 0)
  }

  @Test func `a time dimension of another name is refused`() throws {
    var catalogue = StructureCatalogue()
    catalogue.add(try SampleStructures.everything(time: "YEAR"))
    let error = #expect(throws: Diagnostic.self) { try message(catalogue) }
    #expect(error?.definition == SDMXDefinitions.timeDimensionID)
  }

  @Test func `a parent that begins with a digit is for 3.1 only`() throws {
    var catalogue = StructureCatalogue()
    catalogue.add(try SampleStructures.areas(root: "001"))
    let error = #expect(throws: Diagnostic.self) { try message(catalogue) }
    #expect(error?.definition == SDMXDefinitions.parentNotWritable)
    #expect(try SchemaValidation.status(of: message(catalogue, .v3_1), .v3_1) == 0)
  }
}

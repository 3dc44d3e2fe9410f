// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Structures
import Testing

@testable import SDMX

/// What is written is valid by the schemas of the standard, and equal when it is read again.
@Suite struct StructureRoundTripTests {
  static func write(_ catalogue: StructureCatalogue, _ version: SDMXMLVersion) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let header = MessageHeader(id: "M1", prepared: "2026-05-17T12:00:00Z", sender: "AYNI")
    try SDMXMLStructureWriter(header, version: version).write(catalogue) { bytes += $0 }
    return bytes
  }

  @Test(arguments: SDMXMLVersion.allCases)
  func `every kind of artefact is valid and equal when read again`(
    version: SDMXMLVersion
  ) throws {
    let catalogue = try SampleArtefacts.catalogue(isLegacy: version == .v2_1)
    let bytes = try Self.write(catalogue, version)
    #expect(try SchemaValidation.status(of: bytes, version) == 0)
    let read = try SDMXMLStructureReader.read(bytes: bytes, named: "x.xml")
    #expect(read.problems.isEmpty)
    #expect(read.format == .xml(version))
    #expect(read.header.sender == "AYNI")
    for (again, first) in zip(read.catalogue.artefacts, catalogue.artefacts) {
      #expect(again == first)
    }
    #expect(read.catalogue.count == catalogue.count)
  }

  @Test(arguments: SDMXJSONVersion.allCases)
  func `every kind of artefact is equal when read again from SDMX-JSON`(
    version: SDMXJSONVersion
  ) throws {
    let catalogue = try SampleArtefacts.catalogue(isLegacy: version == .v1_0)
    var bytes: [UInt8] = []
    let header = MessageHeader(id: "M1", prepared: "2026-05-17T12:00:00Z", sender: "AYNI")
    try SDMXJSONStructureWriter(header, version: version).write(catalogue) { bytes += $0 }
    #expect(try SchemaValidation.status(of: bytes, version, "structure") == 0)
    let read = try SDMXJSONStructureReader.read(bytes: bytes, named: "x.json")
    #expect(read.problems.isEmpty)
    #expect(read.format == .json(version))
    for (again, first) in zip(read.catalogue.artefacts, catalogue.artefacts) {
      #expect(again == first)
    }
    #expect(read.catalogue.count == catalogue.count)
  }

  /// A report on the quality of an indicator, as the SDG metadata structure has them.
  private static func metadata() -> StructureCatalogue {
    let reference = { (kind: ArtefactKind, id: String) in
      ArtefactReference(kind, agency: "AYNI", id: id, version: Version(1, 0, 0))
    }
    var catalogue = StructureCatalogue()
    for (id, kind) in [("A", ArtefactKind.metadataflow), ("B", .metadataProvisionAgreement)] {
      var set = MetadataSet(
        reference(.metadataSet, id),
        name: InternationalString(en: "Quality <of> \(id)", fr: "Qualité"),
        flow: reference(kind, "FLOW")
      )
      set.targets = ["urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=AYNI:DF(1.0.0)"]
      set.action = "Replace"
      set.reportingBegin = "2020-01-01"
      set.reportingEnd = "2020-12-31"
      var contact = ReportedAttribute("CONTACT")
      contact.children = [
        ReportedAttribute("NAME", .plain("Statistics & methods")),
        ReportedAttribute("NOTE", .texts(InternationalString(en: "By letter", fr: "Par lettre"))),
      ]
      set.attributes = [ReportedAttribute("COVERAGE", .plain("all areas")), contact]
      catalogue.add(.metadataSet(set))
    }
    return catalogue
  }

  @Test(arguments: [
    StructureFormat.xml(.v3_0), .xml(.v3_1), .json(.v2_0), .json(.v2_1),
  ])
  func `reference metadata are valid and equal when read again`(format: StructureFormat) throws {
    let catalogue = Self.metadata()
    var bytes: [UInt8] = []
    let header = MessageHeader(id: "M1", prepared: "2026-05-17T12:00:00Z", sender: "AYNI")
    try StructureConversion.write(catalogue, header: header, to: format) { bytes += $0 }
    let read: StructureMessage
    switch format {
    case .xml(let version):
      #expect(try SchemaValidation.status(of: bytes, version) == 0)
      read = try SDMXMLStructureReader.read(bytes: bytes, named: "x.xml")
    case .json(let version):
      #expect(try SchemaValidation.status(of: bytes, version, "metadata") == 0)
      read = try SDMXJSONStructureReader.read(bytes: bytes, named: "x.json")
    }
    #expect(read.problems.isEmpty)
    #expect(read.catalogue.artefacts == catalogue.artefacts)
  }

  @Test func `reference metadata have no place in SDMX 2 1, nor beside structures`() throws {
    let codes = { (catalogue: StructureCatalogue, format: StructureFormat) in
      catalogue.notCarried(by: format).map { "\($0.arguments["what"] ?? "")" }
    }
    #expect(codes(Self.metadata(), .xml(.v2_1)).count == 2)
    var mixed = Self.metadata()
    mixed.add(try SampleStructures.areas())
    #expect(codes(mixed, .xml(.v3_0)).count == 2)
    #expect(codes(mixed, .json(.v2_1)).count == 2)
  }
}

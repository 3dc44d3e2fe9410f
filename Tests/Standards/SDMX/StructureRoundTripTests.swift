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
    let read = try SDMXJSONStructureReader.read(bytes: bytes, named: "x.json")
    #expect(read.problems.isEmpty)
    #expect(read.format == .json(version))
    for (again, first) in zip(read.catalogue.artefacts, catalogue.artefacts) {
      #expect(again == first)
    }
    #expect(read.catalogue.count == catalogue.count)
  }
}

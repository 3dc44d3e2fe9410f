// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Structures

@Suite struct ArtefactTests {
  /// URNs as the SDMX Global Registry gives them.
  @Test(arguments: [
    "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ(2.1.0)",
    "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=IAEG-SDGs:SDG(1.17.0)",
    "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=OECD.DCD.FSD:DSD_CRS(1.4.0-draft)",
    "urn:sdmx:org.sdmx.infomodel.conceptscheme.ConceptScheme=SDMX:CROSS_DOMAIN_CONCEPTS(2.0.0)",
  ])
  func `a URN is read and written back`(urn: String) {
    #expect(ArtefactReference(urn: urn)?.urn == urn)
  }

  @Test(arguments: [
    "", "urn:sdmx:org.sdmx.infomodel.codelist.Codelist", "CL_FREQ",
    "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ",
    "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=CL_FREQ(1.0.0)",
    "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ(one)",
    "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ(1.0.0).A",
    "urn:sdmx:org.sdmx.infomodel.datastructure.Codelist=SDMX:CL_FREQ(1.0.0)",
    "urn:sdmx:org.sdmx.infomodel.codelist.Unknown=SDMX:VL(1.0.0)",
  ])
  func `what is no URN of an artefact known here is refused`(urn: String) {
    #expect(ArtefactReference(urn: urn) == nil)
  }

  @Test func `the parts of a URN`() throws {
    let reference = try #require(
      ArtefactReference(urn: "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A.B:CL(1.2.3-x)")
    )
    #expect(reference.kind == .codelist)
    #expect(reference.agency == "A.B")
    #expect(reference.id == "CL")
    #expect(reference.version == Version(1, 2, 3, suffix: "x"))
    #expect("\(reference)" == "A.B:CL(1.2.3-x)")
  }

  @Test func `versions are ordered by their numbers, a draft before what it drafts`() throws {
    let texts = ["0.9", "1.0.0-alpha", "1.0.0-beta", "1.0.0", "1.2.0", "1.10.0", "2.0.0-a", "10"]
    let versions = texts.compactMap { Version($0) }
    #expect(versions.count == texts.count)
    #expect(versions.reversed().sorted() == versions)
    #expect(versions.map(\.isStable) == [true, false, false, true, true, true, false, true])
    #expect(Version("1.0") == Version(1))
  }

  @Test(arguments: ["", "a", "1.", "1.0.0.0", "1.0.0-", "-1", "1.0.x", "+1", " 1", "１"])
  func `what is no version is refused`(text: String) { #expect(Version(text) == nil) }

  @Test func `names fall back to English, then to what there is`() {
    let both = InternationalString(en: "Partner", fr: "Partenaire")
    #expect(both.text(in: .french) == "Partenaire")
    #expect(InternationalString(en: "Partner").text(in: .french) == "Partner")
    #expect(InternationalString([.french: "Seul"]).text(in: .english) == "Seul")
    #expect(InternationalString([:]).text(in: .english) == nil)
  }
}

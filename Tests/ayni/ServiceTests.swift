// SPDX-License-Identifier: Apache-2.0

import Foundation
import LocalServer
import Testing

/// `ayni sdmx get` against a service on this machine.
@Suite struct ServiceTests {
  private static let rows = """
    STRUCTURE,STRUCTURE_ID,ACTION,AREA,OBS_VALUE
    datastructure,T:D(1.0.0),I,X,1

    """
  private let project: ScratchProject

  init() throws { project = try ScratchProject() }

  private func get(_ words: String...) throws -> Ayni.Answer {
    try Ayni.start(
      ["sdmx", "get"] + words + ["--cache", project.path + "/cache"],
      environment: [:]
    )
    .finish()
  }

  @Test func `a query is asked of a service, and its answer is given out`() throws {
    let server = TestServer { request in
      .init(
        fields: ["Content-Type: application/vnd.sdmx.data+csv;version=2.0.0", "ETag: \"1\""],
        body: Array(Self.rows.utf8)
      )
    }
    defer { server.stop() }
    let query = "data/dataflow/T/D/+/X?c[AREA]=X&firstNObservations=1"
    let shown = try get(query, "--service", server.address + "/rest/")
    #expect(shown.exit == 0, "\(shown.messages)")
    #expect(shown.output == Self.rows)
    let kept = try get(query, project.path + "/out.csv", "--service", server.address + "/rest")
    #expect(kept.exit == 0 && kept.output.isEmpty)
    #expect(try project.read("out.csv") == Self.rows)
    let first = server.requests[0]
    #expect(first.path == "/rest/data/dataflow/T/D/+/X?c%5BAREA%5D=X&firstNObservations=1")
    #expect(
      first.fields["accept"]?.hasPrefix("application/vnd.sdmx.data+csv;version=2.0.0,") == true
    )
    #expect(server.requests[1].fields["if-none-match"] == "\"1\"")
  }

  @Test func `a format is asked for by its name`() throws {
    let server = TestServer { _ in .init(body: Array(Self.rows.utf8)) }
    defer { server.stop() }
    _ = try get("data/D", "--service", server.address, "--accept", "sdmx-ml-2.1")
    _ = try get("codelist/T", "--service", server.address, "--accept", "sdmx-json-2.0")
    #expect(
      server.requests.map { $0.fields["accept"] } == [
        "application/vnd.sdmx.structurespecificdata+xml;version=2.1",
        "application/vnd.sdmx.structure+json;version=2.0.0",
      ]
    )
  }

  @Test func `a web page, a wrong query and a redirection away are told in clear words`() throws {
    let server = TestServer { request in
      switch request.path {
      case "/data/page":
        .init(fields: ["Content-Type: text/html"], body: Array("<html>Log in</html>".utf8))
      case "/data/hidden":
        .init(fields: ["Content-Type: application/xml"], body: Array("<!DOCTYPE html><html/>".utf8))
      case "/data/away": .init(status: "302 Found", fields: ["Location: http://example.org/"])
      default: .init(status: "404 Not Found")
      }
    }
    defer { server.stop() }
    let service = ["--service", server.address]
    #expect(try get("data/page", service[0], service[1]).codes == ["sdmx.web-page"])
    #expect(try get("data/hidden", service[0], service[1]).codes == ["sdmx.web-page"])
    #expect(try get("data/away", service[0], service[1]).codes == ["platform.http-redirected"])
    #expect(try get("data/none", service[0], service[1]).codes == ["platform.http-status"])
    let wrong = try get("data/dataflow/T/D/01.0.0", service[0], service[1])
    #expect(wrong.codes == ["sdmx.bad-query"] && wrong.exit == 2)
    #expect(wrong.messages.contains("query:1:19"))
    #expect(try get("data/D").codes == ["command.no-service"])
    #expect(server.requests.count == 4)
  }

  @Test func `a service that hangs is given up`() throws {
    let server = TestServer { _ in .init(silence: .seconds(20)) }
    defer { server.stop() }
    // Each try waits for a second; with its pauses the command ends long before the server speaks.
    let answer = try get("data/D", "--service", server.address, "--timeout", "1")
    #expect(answer.codes == ["platform.http-unreachable"] && answer.exit == 3)
  }

  @Test func `structures may stand at an address`() throws {
    let text = """
      {"meta": {"id": "S", "prepared": "2026-01-01T00:00:00Z", "sender": {"id": "T"}}, "data": {
       "dataStructures": [{"id": "D", "agencyID": "T", "version": "1.0.0", "name": "D",
        "dataStructureComponents": {
         "dimensionList": {"id": "DimensionDescriptor", "dimensions": [{"id": "AREA", "position": 0,
          "conceptIdentity": "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=T:C(1.0.0).AREA",
          "localRepresentation": {"format": {"dataType": "String"}}}]},
         "measureList": {"id": "MeasureDescriptor", "measures": [{"id": "OBS_VALUE",
          "conceptIdentity": "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=T:C(1.0.0).V",
          "localRepresentation": {"format": {"dataType": "Double"}}}]}}}]}}
      """
    let server = TestServer { request in
      request.path == "/s" ? .init(body: Array(text.utf8)) : .init(status: "404 Not Found")
    }
    defer { server.stop() }
    try project.write(Self.rows, to: "data.csv")
    let check = { (path: String) in
      try Ayni.call(
        "check",
        project.path + "/data.csv",
        "--structure",
        server.address + path,
        environment: ["XDG_CACHE_HOME": project.path]
      )
    }
    let sound = try check("/s")
    #expect(sound.exit == 0, "\(sound.messages)")
    #expect(try check("/t").codes == ["platform.http-status"])
  }
}

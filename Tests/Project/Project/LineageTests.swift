// SPDX-License-Identifier: Apache-2.0

import Columns
import Diagnostics
import Relation
import Structures
import Testing

@testable import Project

@Suite struct LineageTests {
  /// The rows behind an observation, as `AREA YEAR AMOUNT`.
  private func behind(_ key: [String: String]) async throws -> [String] {
    let project = try SmallProject()
    let session = try await project.session()
    let run = try Run(
      try project.folder(),
      try project.graph(),
      session: session,
      registry: SmallProject.registry,
      progress: { _ in }
    )
    let datasets = try await run.steps().flatMap(\.datasets)
    let lineage = Lineage(
      run.graph,
      datasets: Dictionary(uniqueKeysWithValues: datasets.map { ($0.name, $0) })
    )
    let tree = try lineage.trace("totals", rows: try lineage.observation("totals", key))
    #expect(tree.file == nil)
    let origin = try #require(tree.origins.first)
    #expect(tree.origins.count == 1)
    #expect(origin.dataset.name == "register")
    #expect(origin.file == "data/register.txt")
    #expect(origin.origins.isEmpty)
    var rows: [String] = []
    for try await batch in try await session.rows(of: try origin.rows.sort(by: ["AREA", "YEAR"])) {
      for row in 0..<batch.rowCount {
        let area = try batch["AREA"]?.string(at: row) ?? "-"
        let year = try batch["YEAR"]?.string(at: row) ?? "-"
        rows.append("\(area) \(year) \(try batch["AMOUNT"]?.integer(at: row) ?? 0)")
      }
    }
    return rows
  }

  @Test func `behind a number stand the rows that made it, and no others`() async throws {
    #expect(try await behind(["YEAR": "2021"]) == ["KEN 2021 2", "UGA 2021 4"])
    #expect(try await behind(["YEAR": "2020"]) == ["KEN 2020 1"])
  }

  @Test func `behind no number stands nothing`() async throws {
    #expect(try await behind(["YEAR": "1999"]).isEmpty)
  }

  @Test func `behind all numbers stand all rows`() async throws {
    #expect(try await behind([:]).count == 3)
  }

  @Test func `a dataset that nobody made is told with the nearest`() throws {
    let lineage = Lineage(try SmallProject().graph(), datasets: [:])
    let error = #expect(throws: Diagnostic.self) { _ = try lineage.trace("totals") }
    #expect(error?.code.rawValue == "project.unknown-dataset")
  }
}

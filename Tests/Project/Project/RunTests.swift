// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Engine
import FoundationEssentials
import Platform
import Relation
import Structures
import Synchronization
import Testing

@testable import Project

/// How a run stores and checks what steps make.
@Suite struct RunTests {
  private static let summary = Message("test.step", en: "test", fr: "essai")

  /// `test.rows` whose rows lie in a table of the session.
  private static let kept = StepKind("test.rows", version: 1, summary: summary, inputs: 0...0) {
    preparation in
    let prepared = try SmallProject.rows(version: 1).prepare(preparation)
    return PreparedStep(files: prepared.files, outputs: prepared.outputs) { context in
      let rows = try await prepared.run(context)[0]
      try await context.session.keep(rows, as: context.tablePrefix + "rows")
      return [.scan(.table(context.tablePrefix + "rows"), schema: rows.schema)]
    }
  }

  private struct Stopped: Error {}

  private static func run(_ project: SmallProject, _ kinds: [StepKind]) async throws -> [StepResult]
  {
    try await Run(
      try project.folder(),
      try project.graph(kinds),
      session: try await project.session(),
      registry: SmallProject.registry,
      progress: { _ in }
    ).steps()
  }

  @Test func `what a killed run put on the disk goes, what a running one uses stays`() async throws
  {
    let project = try SmallProject()
    let own = try SpillFolder.path(in: RootedFolder(project.path))
    let left = "\(project.path)/.ayni/temporary-999999999"
    for folder in [own, left] {
      try DurableFolder.create(folder)
      try DurableFile.write("rows".utf8, to: folder + "/spilled")
    }
    _ = try await Self.run(project, SmallProject.kinds)
    #expect((try? WholeFile.text(own + "/spilled")) == "rows")
    #expect((try? WholeFile.text(left + "/spilled")) == nil)
  }

  @Test func `digests read beforehand are those of the files`() async throws {
    let project = try SmallProject()
    let (folder, graph) = (try project.folder(), try project.graph(SmallProject.kinds))
    let (before, later) = (await FileDigests(of: graph, in: folder), FileDigests(folder))
    let files = graph.nodes.flatMap { [$0.definition.location.file] + $0.prepared.files }
    #expect(files.count > graph.nodes.count)
    for file in files { #expect(try before.digest(of: file) == later.digest(of: file)) }
    #expect(throws: Diagnostic.self) { try before.digest(of: "data/gone.csv") }
  }

  @Test func `a step that fails leaves the results of the steps before it`() async throws {
    let project = try SmallProject()
    let failing = StepKind("test.total", version: 1, summary: Self.summary, inputs: 1...1) {
      let prepared = try SmallProject.total.prepare($0)
      return PreparedStep(outputs: prepared.outputs) { _ in throw Stopped() }
    }
    await #expect(throws: Stopped.self) { try await Self.run(project, [Self.kept, failing]) }
    let results = try await Self.run(project, [Self.kept, SmallProject.total])
    #expect(results.map(\.state) == [.stored, .computed])
  }

  @Test func `a step begins on rows in a table while they are being stored`() async throws {
    let read = Mutex<Plan?>(nil)
    let total = StepKind("test.total", version: 1, summary: Self.summary, inputs: 1...1) {
      let prepared = try SmallProject.total.prepare($0)
      return PreparedStep(outputs: prepared.outputs) { context in
        read.withLock { $0 = context.inputs[0].plan }
        return try await prepared.run(context)
      }
    }
    _ = try await Self.run(try SmallProject(), [Self.kept, total])
    #expect(read.withLock { $0?.isTable } == true)
    _ = try await Self.run(try SmallProject(), [SmallProject.rows(version: 1), total])
    #expect(read.withLock { $0?.isTable } == false)
  }

  @Test(
    arguments: [
      ("KEN,2020,1\nKEN,2021,2\nUGA,2020,3\n", true, 0),
      ("UGA,2020,3\nKEN,2021,2\nKEN,2020,1\n", false, 0),
      ("KEN,2020,1\nKEN,2020,2\nUGA,2020,3\n", false, 2),
      ("KEN,2020,1\nUGA,2020,3\nKEN,2020,2\n", false, 2),
      ("KEN,2020,1\n", true, 0),
      ("", true, 0),
    ]
  )
  func `keys that rise are proved different, others are counted`(
    rows: String,
    isProved: Bool,
    repeated: Int
  ) async throws {
    let project = try SmallProject(["data/register.txt": rows])
    let results = try await Self.run(project, [Self.kept, SmallProject.total])
    let found = results[0].diagnostics.filter { $0.code.rawValue == "structures.duplicate-key" }
    #expect(found.reduce(0) { $0 + ($1.occurrences?.count ?? 1) } == repeated)

    let dataset = results[0].datasets[0]
    let check = try #require(try dataset.checks(try project.folder().catalogue).last)
    let proof = try #require(check.proof)
    let session = try await project.session()
    for try await batch in try await session.rows(of: proof.plan) where batch.rowCount > 0 {
      #expect((try batch["rows"]?.integer(at: 0) ?? -1 <= proof.allowed) == isProved)
    }
  }
}

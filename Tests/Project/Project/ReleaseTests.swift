// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials
import Platform
import Testing

@testable import Project

@Suite struct ReleaseTests {
  private static let objection = ReleaseGate(
    Message("gate.test", en: "test gate", fr: "contrôle d'essai"),
    remedy: Message("gate.test.remedy", en: "do better", fr: "faites mieux")
  ) { _, _ in [ProjectDefinitions.missingFile.at(nil, ["file": "approval.txt"])] }

  private func identifier(
    producer: String = "test",
    _ change: (SmallProject) throws -> Void
  ) async throws -> String {
    let project = try SmallProject()
    try change(project)
    return try await project.candidate(producer: producer).manifest.id
  }

  @Test func `the identifier depends on contents and on nothing else`() async throws {
    let id = try await identifier { _ in }
    #expect(try await identifier { _ in } == id)
    #expect(try await identifier { try $0.write("x", to: "notes.txt") } == id)
    #expect(try await identifier(producer: "other") { _ in } != id)
    let changes: [(SmallProject) throws -> Void] = [
      { try $0.write("KEN,2020,9\n", to: "data/register.txt") },
      { try $0.replace("\"Totals\"", with: "\"All\"", in: "views/totals.toml") },
      { try $0.replace("\"Small\"", with: "\"Other\"", in: "ayni.toml") },
      { try $0.replace("\"Year\"", with: "\"Annum\"", in: "structures/TOTALS.toml") },
      { try $0.write(try $0.read("steps/totals.toml") + "# x\n", to: "steps/totals.toml") },
    ]
    var seen = [id]
    for change in changes { seen.append(try await identifier(change)) }
    #expect(Set(seen).count == seen.count, "\(seen)")
  }

  @Test func `publishing twice changes nothing`() async throws {
    let project = try SmallProject()
    let candidate = try await project.candidate()
    let first = try Release.publish(candidate, of: try project.folder())
    let again = try Release.publish(candidate, of: try project.folder())
    #expect(first.manifest == again.manifest)
    #expect(try Release.identifiers(try project.folder()) == [candidate.manifest.id])
    #expect(try Release.latest(try project.folder())?.manifest.id == candidate.manifest.id)
  }

  @Test func `a gate that objects closes, and the last release stays`() async throws {
    let project = try SmallProject()
    let sound = try Release.publish(try await project.candidate(), of: try project.folder())
    try project.write("KEN,2020,9\n", to: "data/register.txt")
    let refused = try await project.candidate(gates: [Self.objection])
    let failure = #expect(throws: DiagnosticFailure.self) {
      _ = try Release.publish(refused, of: try project.folder())
    }
    #expect(
      failure?.diagnostics.map(\.code.rawValue) == ["project.missing-file", "project.gate-closed"]
    )
    #expect(try Release.latest(try project.folder())?.manifest.id == sound.manifest.id)
  }

  @Test func `a candidate that was refused stays refused when it is read again`() async throws {
    let project = try SmallProject()
    _ = try await project.candidate(gates: [Self.objection])
    let folder = try project.folder()
    let known = try Candidate.last(folder, gates: [Self.objection], registry: SmallProject.registry)
    #expect(known.objections.count == 1 && known.reasons.count == 1)
    let french = try #require(known.objections.first?.message(in: Catalogue(.french)))
    #expect(french.contains("contrôle d'essai") && french.contains("project.missing-file"))
    // A gate and a code that this Ayni does not know do not open the candidate.
    let unknown = try Candidate.last(folder, gates: [], registry: DiagnosticRegistry([]))
    #expect(throws: DiagnosticFailure.self) { _ = try Release.publish(unknown, of: folder) }
  }

  @Test func `a gate that fails leaves the candidate before it as it was`() async throws {
    let project = try SmallProject()
    let before = try await project.candidate()
    try project.write("KEN,2020,9\n", to: "data/register.txt")
    let broken = ReleaseGate(
      Message("gate.broken", en: "broken", fr: "cassé"),
      remedy: Message("gate.broken.remedy", en: "-", fr: "-")
    ) { _, _ in throw CancellationError() }
    await #expect(throws: CancellationError.self) {
      _ = try await project.candidate(gates: [broken])
    }
    let last = try Candidate.last(
      try project.folder(),
      gates: [],
      registry: SmallProject.registry
    )
    #expect(last.manifest == before.manifest)
  }

  @Test func `a part that fails leaves the candidate before it as it was`() async throws {
    let project = try SmallProject()
    let before = try await project.candidate()
    try project.write("KEN,2020,9\n", to: "data/register.txt")
    let broken = ReleasePart("broken") { _, _ in throw CancellationError() }
    await #expect(throws: CancellationError.self) {
      _ = try await project.candidate(parts: [broken])
    }
    let last = try Candidate.last(
      try project.folder(),
      gates: [],
      registry: SmallProject.registry
    )
    #expect(last.manifest == before.manifest)
  }

  @Test func `errors in the data keep a candidate back`() async throws {
    let project = try SmallProject()
    try project.write("KEN,2020,1\nXXX,2020,2\n", to: "data/register.txt")
    let candidate = try await project.candidate(gates: [.soundData])
    #expect(candidate.reasons.map(\.code.rawValue) == ["structures.unknown-code"])
    #expect(candidate.objections.count == 1)
    #expect(!candidate.manifest.isSound)
  }

  @Test func `a changed, a missing and an added byte are found`() async throws {
    let project = try SmallProject()
    let release = try Release.publish(try await project.candidate(), of: try project.folder())
    try release.verify()
    let file = "releases/\(release.manifest.id)/data/totals.parquet"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(project.path)/\(file)"))
    for changed in [bytes.dropLast(), bytes + [0], Data()] {
      try changed.write(to: URL(fileURLWithPath: "\(project.path)/\(file)"))
      #expect(throws: DiagnosticFailure.self) { try release.verify() }
    }
    try FileManager.default.removeItem(atPath: "\(project.path)/\(file)")
    #expect(throws: DiagnosticFailure.self) { try release.verify() }
  }
}

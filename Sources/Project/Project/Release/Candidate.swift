// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import FoundationEssentials
internal import Platform
internal import Relation
internal import Structures

/// What a run made and nobody has published yet: `.ayni/candidate`, laid out as a release.
public struct Candidate: Sendable {
  /// The folder.
  public let path: String
  /// What it holds.
  public let manifest: Manifest
  /// What the gates that refuse it found.
  public let reasons: [Diagnostic]
  /// The gates that refuse it, a diagnostic each; empty where every gate is open.
  public let objections: [Diagnostic]
  /// What its parts left out and told when it was made.
  public let notices: [Diagnostic]

  static let stage: Failpoint = Failpoint("project.promote-candidate")

  /// Makes the candidate of a run: data, then every part, then the manifest.
  ///
  /// - Parameters:
  ///   - run: the run, whose steps are done.
  ///   - results: what became of them.
  ///   - parts: what is written besides the data.
  ///   - gates: what looks at it.
  ///   - producer: the program and its version, which the identifier depends on too.
  /// - Returns: the candidate, in place of the one before it.
  /// - Throws: what a part throws; the candidate before it is then as it was.
  public static func make(
    _ run: borrowing Run,
    _ results: [StepResult],
    parts: [ReleasePart],
    gates: [ReleaseGate],
    producer: String
  ) async throws -> Candidate {
    let path = "\(try run.project.root.resolve(".ayni"))/candidate"
    let staging = DurableFolder.staging(path)
    try DurableFolder.remove(staging)
    try DurableFolder.create("\(staging)/data")
    let contents = try await CandidateWriter(run, results)
      .contents(staging, producer: ([producer] + parts.map(\.folder)).joined(separator: " "))
    try await write(parts.filter { !$0.isLast }, of: contents, into: staging)
    for part in parts where part.isLast { try await write([part], of: contents, into: staging) }
    var refusals: [Refusal] = []
    for gate in gates {
      let found = try await gate.objections(contents, results)
      if !found.isEmpty { refusals.append(Refusal(gate: gate.name.key, found)) }
    }
    let notices = parts.flatMap { $0.notices(contents) }
    let manifest = try Manifest(contents, staging, notices: notices, refusals: refusals)
    try DurableFile.write(try manifest.bytes, to: "\(staging)/\(Manifest.fileName)")
    try stage.pass(staging)
    try DurableFolder.remove(path)
    try DurableFolder.promote(staging, to: path)
    return Candidate(path, manifest, gates, run.registry, notices: notices)
  }

  /// Writes parts beside each other, for each has a folder of its own.
  ///
  /// - Throws: what the first part that fails throws, first in the order of the parts.
  private static func write(
    _ parts: [ReleasePart],
    of contents: ReleaseContents,
    into staging: String
  ) async throws {
    let failures = await withTaskGroup(of: (Int, (any Error)?).self) { group in
      for (position, part) in parts.enumerated() {
        group.addTask {
          do { try await write(part, of: contents, into: "\(staging)/\(part.folder)") } catch {
            return (position, error)
          }
          return (position, nil)
        }
      }
      return await group.reduce(into: [Int: any Error]()) { $0[$1.0] = $1.1 }
    }
    if let first = failures.min(by: { $0.key < $1.key }) { throw first.value }
  }

  private static func write(
    _ part: ReleasePart,
    of contents: ReleaseContents,
    into folder: String
  ) async throws {
    try DurableFolder.create(folder)
    try await part.write(contents, folder)
    // A part that a project does not ask for leaves nothing.
    if try DurableFolder.names(in: folder).isEmpty { try DurableFolder.remove(folder) }
  }

  /// The candidate that the last run made.
  ///
  /// - Parameters:
  ///   - project: the project.
  ///   - gates: the gates, to tell by name which of them refused it.
  ///   - registry: all codes, to tell again what they found.
  /// - Returns: the candidate, with the objections of the run that made it.
  /// - Throws: `project.no-candidate`.
  public static func last(
    _ project: ProjectFolder,
    gates: [ReleaseGate],
    registry: DiagnosticRegistry
  ) throws -> Candidate {
    let path = try project.root.resolve(".ayni/candidate")
    guard let manifest = try? Manifest.read(path) else {
      throw ProjectDefinitions.noCandidate.at()
    }
    return Candidate(path, manifest, gates, registry)
  }

  private init(
    _ path: String,
    _ manifest: Manifest,
    _ gates: [ReleaseGate],
    _ registry: DiagnosticRegistry,
    notices: [Diagnostic] = []
  ) {
    self.path = path
    self.manifest = manifest
    self.notices = notices
    let refusals = manifest.refusals ?? []
    reasons = refusals.flatMap { $0.reasons.diagnostics(registry) }
    objections = refusals.map { refusal in
      let gate = gates.first { $0.name.key == refusal.gate }
      let found = refusal.reasons.diagnostics(registry)
      let codes = Set(found.map(\.code.rawValue)).sorted().joined(separator: ", ")
      return ProjectDefinitions.gateClosed.at(
        nil,
        [
          "gate": gate.map { .message($0.name) } ?? .text(refusal.gate),
          "remedy": gate.map { .message($0.remedy) } ?? "ayni run",
          "reasons": .count(found.count), "codes": .text(codes),
        ]
      )
    }
  }
}

extension Manifest {
  fileprivate init(
    _ contents: ReleaseContents,
    _ folder: String,
    notices: [Diagnostic],
    refusals: [Refusal]
  ) throws {
    let checks = contents.diagnostics + notices
    var files: [String: String] = [:]
    for file in try RootedFolder(folder).files() {
      files[file] = "\(try SHA256.digest(ofFile: "\(folder)/\(file)"))"
    }
    self.init(
      format: 1,
      id: contents.id,
      project: contents.settings.id,
      agency: contents.settings.agency,
      datasets: contents.datasets.map {
        Entry(
          name: $0.name,
          structure: $0.dataset.structure.reference.urn,
          observations: $0.count,
          file: "data/\($0.name).parquet"
        )
      },
      sources: contents.sources.mapValues { "\($0)" },
      files: files,
      checks: checks.isEmpty ? nil : checks.map(Check.init),
      isSound: refusals.isEmpty,
      refusals: refusals.isEmpty ? nil : refusals
    )
  }
}

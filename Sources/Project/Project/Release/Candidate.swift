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
  /// What keeps it from being published; empty where every gate is open.
  public let objections: [Diagnostic]

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
    let folder = try run.project.root.resolve(".ayni")
    let staging = "\(folder)/.candidate.partial"
    try DurableFolder.remove(staging)
    try DurableFolder.create("\(staging)/data")
    let contents = try await CandidateWriter(run, results)
      .contents(staging, producer: ([producer] + parts.map(\.folder)).joined(separator: " "))
    for part in parts {
      try DurableFolder.create("\(staging)/\(part.folder)")
      try await part.write(contents, "\(staging)/\(part.folder)")
    }
    var objections: [Diagnostic] = []
    for gate in gates {
      let found = try await gate.objections(contents, results)
      if !found.isEmpty {
        objections.append(
          ProjectDefinitions.gateClosed.at(nil, ["gate": .text(gate.name.english)])
        )
      }
    }
    let manifest = try Manifest(contents, staging, isSound: objections.isEmpty)
    try DurableFile.write(try manifest.bytes, to: "\(staging)/\(Manifest.fileName)")
    try stage.pass(staging)
    let path = "\(folder)/candidate"
    try DurableFolder.remove(path)
    try DurableFolder.promote(staging, to: path)
    return Candidate(path: path, manifest: manifest, objections: objections)
  }

  /// The candidate that the last run made.
  ///
  /// - Throws: `project.no-candidate`.
  public static func last(_ project: ProjectFolder) throws -> Candidate {
    let path = try project.root.resolve(".ayni/candidate")
    guard let manifest = try? Manifest.read(path) else {
      throw ProjectDefinitions.noCandidate.at()
    }
    let objections =
      manifest.isSound
      ? [] : [ProjectDefinitions.gateClosed.at(nil, ["gate": .text("release.json")])]
    return Candidate(path: path, manifest: manifest, objections: objections)
  }
}

extension Manifest {
  fileprivate init(_ contents: ReleaseContents, _ folder: String, isSound: Bool) throws {
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
      isSound: isSound
    )
  }
}

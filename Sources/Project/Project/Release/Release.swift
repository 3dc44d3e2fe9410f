// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Platform

/// A published release: a folder under `releases`, whose files never change.
public struct Release: Sendable {
  /// The folder.
  public let path: String
  /// What it holds.
  public let manifest: Manifest

  static let promote: Failpoint = Failpoint("project.promote-release")
  static let pointer: Failpoint = Failpoint("project.point-to-release")
  /// The points at which tests stop a run and a publication.
  public static let failpoints: [Failpoint] = [
    ResultStore.results, Candidate.stage, promote, pointer,
  ]

  /// Promotes a candidate: copied aside, synced, renamed, then pointed to.
  ///
  /// Publishing the same contents again changes nothing.
  ///
  /// - Parameters:
  ///   - candidate: the candidate.
  ///   - project: the project, whose lock the caller holds.
  /// - Returns: the release.
  /// - Throws: ``DiagnosticFailure`` with the objections of the gates, or with `project.damaged-candidate`;
  ///   nothing is changed then.
  public static func publish(_ candidate: Candidate, of project: ProjectFolder) throws -> Release {
    guard candidate.objections.isEmpty else {
      throw DiagnosticFailure(candidate.reasons + candidate.objections)
    }
    let folder = try project.root.resolve("releases")
    try DurableFolder.create(folder)
    let id = candidate.manifest.id
    let path = "\(folder)/\(id)"
    if try !DurableFolder.names(in: folder).contains(id) {
      let staging = DurableFolder.staging(path)
      try DurableFolder.remove(staging)
      try copy(candidate, to: staging)
      try promote.pass(staging)
      try DurableFolder.promote(staging, to: path)
    }
    let release = try Release(path: path)
    guard release.manifest == candidate.manifest else {
      throw ProjectDefinitions.releaseDiffers.at(nil, ["release": .text(id)])
    }
    try release.verify()
    try pointer.pass(path)
    try DurableFile.write(Array("\(id)\n".utf8), to: "\(folder)/latest")
    return release
  }

  /// The release that was published last; `nil` before the first.
  ///
  /// - Throws: what reading gives.
  public static func latest(_ project: ProjectFolder) throws -> Release? {
    let folder = try project.root.resolve("releases")
    guard let id = try? WholeFile.text("\(folder)/latest") else { return nil }
    return try Release(path: "\(folder)/\(id.filter { !$0.isWhitespace })")
  }

  /// The release whose identifier begins as given.
  ///
  /// - Throws: `project.no-release`, `project.unknown-release`.
  public static func named(_ prefix: String, _ project: ProjectFolder) throws -> Release {
    if prefix == "latest" {
      guard let latest = try latest(project) else { throw ProjectDefinitions.noRelease.at() }
      return latest
    }
    let all = try identifiers(project)
    guard let id = all.first(where: { $0.hasPrefix(prefix) }), !prefix.isEmpty else {
      throw ProjectDefinitions.unknownRelease.at(
        nil,
        ["release": .text(prefix), "releases": .text(all.joined(separator: ", "))]
      )
    }
    return try Release(path: "\(try project.root.resolve("releases"))/\(id)")
  }

  /// The identifiers of all releases, in order of their digits.
  ///
  /// - Throws: what reading the folder gives.
  public static func identifiers(_ project: ProjectFolder) throws -> [String] {
    let folder = try project.root.resolve("releases")
    guard let names = try? DurableFolder.names(in: folder) else { return [] }
    return names.filter { !$0.hasPrefix(".") && $0 != "latest" }.sorted()
  }

  init(path: String) throws {
    self.path = path
    manifest = try Manifest.read(path)
  }

  /// Compares files with the digests that were recorded.
  ///
  /// - Parameter files: which of them; every one by default.
  /// - Throws: ``DiagnosticFailure`` with `project.damaged-release`, one a file.
  public func verify(_ files: Set<String>? = nil) throws {
    let collector = DiagnosticCollector()
    for (file, digest) in manifest.files.sorted(by: { $0.key < $1.key })
    where files?.contains(file) != false {
      let actual = try? SHA256.digest(ofFile: "\(path)/\(file)")
      if actual.map({ "\($0)" }) != digest {
        collector.report(
          ProjectDefinitions.damagedRelease.at(
            nil,
            ["release": .text(manifest.id), "file": .text(file)]
          )
        )
      }
    }
    try collector.throwIfErrors()
  }

  /// Copies a candidate, file by file, each with the digest that was recorded.
  private static func copy(_ candidate: Candidate, to target: String) throws {
    for file in try RootedFolder(candidate.path).files() {
      let bytes = try WholeFile.bytes("\(candidate.path)/\(file)")
      if let digest = candidate.manifest.files[file], digest != "\(try SHA256.digest(of: bytes))" {
        throw ProjectDefinitions.damagedCandidate.at(nil, ["file": .text(file)])
      }
      let folder = file.split(separator: "/").dropLast().joined(separator: "/")
      try DurableFolder.create("\(target)/\(folder)")
      try DurableFile.write(bytes, to: "\(target)/\(file)")
    }
  }
}

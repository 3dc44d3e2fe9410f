// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials
internal import Platform

/// The file `release.json`: what a release holds, with a digest for every file.
///
/// It has no time of making, so that the same data give the same bytes; the moment of publication
/// stands in the journal of the project.
public struct Manifest: Codable, Sendable, Hashable {
  /// The format of the manifest.
  public let format: Int
  /// The identifier of the release.
  public let id: String
  /// The project.
  public let project: String
  /// The agency.
  public let agency: String
  /// The published datasets.
  public let datasets: [Entry]
  /// The source files and their digests.
  public let sources: [String: String]
  /// Every other file of the release and its digest.
  public let files: [String: String]
  /// What was found in the data, or left out of the files, and did not keep them from being published;
  /// nothing where all was well.
  public let checks: [Check]?
  /// Whether every gate let the candidate through.
  public let isSound: Bool
  /// The gates that refused the candidate; releases have none.
  let refusals: [Refusal]?

  /// A published dataset.
  public struct Entry: Codable, Sendable, Hashable {
    /// The name within the project.
    public let name: String
    /// The structure it follows.
    public let structure: String
    /// How many observations it has.
    public let observations: Int
    /// The path of its Parquet file.
    public let file: String
  }

  /// Something that was found in the data: rows put aside, blanks left out of totals.
  public struct Check: Codable, Sendable, Hashable {
    /// The code, which `ayni explain` answers for.
    public let code: String
    /// Where the rule or setting stands.
    public let place: String?
    /// What was found, in English.
    public let message: String

    init(_ diagnostic: Diagnostic) {
      code = diagnostic.code.rawValue
      place = diagnostic.location.map { "\($0)" }
      message = diagnostic.message(in: Catalogue(.english))
    }
  }

  static let fileName = "release.json"

  var bytes: [UInt8] {
    get throws { Array(try JSONEncoder.sorted.encode(self)) + [UInt8(ascii: "\n")] }
  }

  /// Reads the manifest of a release or candidate.
  ///
  /// - Parameter folder: the folder of the release.
  /// - Returns: the manifest.
  /// - Throws: what reading gives; `project.damaged-release` where the file is no manifest.
  public static func read(_ folder: String) throws -> Manifest {
    let bytes = try WholeFile.bytes("\(folder)/\(fileName)")
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
      let name = folder.split(separator: "/").last.map(String.init) ?? folder
      throw ProjectDefinitions.damagedRelease.at(
        nil,
        ["release": .text(name), "file": .text(fileName)]
      )
    }
    return manifest
  }
}

/// A gate that refused a candidate, and what it found.
struct Refusal: Codable, Sendable, Hashable {
  /// The key of the gate's name.
  let gate: String
  /// What it found.
  let reasons: StoredDiagnostics

  init(gate: String, _ reasons: [Diagnostic]) {
    self.gate = gate
    self.reasons = StoredDiagnostics(reasons)
  }
}

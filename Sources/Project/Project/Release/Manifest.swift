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
  /// Whether every gate let the candidate through.
  public let isSound: Bool

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
      throw ProjectDefinitions.damagedRelease.at(
        nil,
        ["release": .text(folder), "file": .text(fileName)]
      )
    }
    return manifest
  }
}

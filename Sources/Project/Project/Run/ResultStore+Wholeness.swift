// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials
internal import Platform

/// Stored results are read only where every byte is the one that was stored.
///
/// A disk that loses power or bits leaves files that are short, blank or a little wrong. Some of those can
/// still be read, and would be published: so each result is kept with the digests of its files.
extension ResultStore {
  /// The file with the digests, as `sha256sum` writes and checks them.
  private static var list: String { "SHA256SUMS" }

  /// Writes the digests of all files of a result that is being made.
  func stageDigests(_ key: ContentKey) throws {
    let folder = stagingPath(key)
    let lines = try DurableFolder.names(in: folder).sorted().map {
      "\(try SHA256.digest(ofFile: "\(folder)/\($0)"))  \($0)\n"
    }
    try DurableFile.write(Array(lines.joined().utf8), to: "\(folder)/\(ResultStore.list)")
  }

  /// Whether the result of a step stands ready: it is there, and its files are as they were stored.
  func holdsWhole(_ key: ContentKey, of node: StepGraph.Node) throws -> Bool {
    guard try holds(key), let digests = digests(key), (try? diagnostics(key)) != nil else {
      return false
    }
    let files = ["diagnostics.json"] + node.definition.outputs.map { "\($0).parquet" }
    return files.allSatisfy { digests[$0] != nil }
      && digests.allSatisfy { (try? SHA256.digest(ofFile: "\(path(key))/\($0)")) == $1 }
  }

  /// The digests that were stored, by the name of the file; `nil` where there are none.
  private func digests(_ key: ContentKey) -> [String: Digest]? {
    guard let text = try? WholeFile.text("\(path(key))/\(ResultStore.list)") else { return nil }
    var digests: [String: Digest] = [:]
    for line in text.split(separator: "\n") {
      guard let digest = Digest(String(line.prefix(64))) else { return nil }
      digests[String(line.dropFirst(66))] = digest
    }
    return digests
  }

  /// What was found while a result was made.
  func diagnostics(_ key: ContentKey) throws -> StoredDiagnostics {
    let data = try WholeFile.bytes("\(path(key))/diagnostics.json")
    return try JSONDecoder().decode(StoredDiagnostics.self, from: Data(data))
  }

  /// Removes a result that is not whole, so that it can be computed again.
  func removeDamaged(_ key: ContentKey) throws { try DurableFolder.remove(path(key)) }
}

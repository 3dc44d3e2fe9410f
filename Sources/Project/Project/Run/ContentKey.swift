// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// What the result of a step depends on, as named digests; its own digest names the stored result.
///
/// The parts are kept with the result, so that `ayni plan` can say what changed.
struct ContentKey: Hashable, Sendable {
  /// The parts by name, such as `file data/loans.csv`, in the order of the names.
  let parts: [Part]
  /// The digest of all parts.
  let digest: Digest

  struct Part: Hashable, Sendable {
    let name: String
    let value: String
  }

  init(_ parts: [Part]) throws {
    self.parts = parts.sorted { $0.name < $1.name }
    let text = self.parts.map { "\($0.name)\u{0}\($0.value)\u{0}" }.joined()
    digest = try SHA256.digest(of: Array(text.utf8))
  }

  /// The first twelve hexadecimal digits, enough to name a folder.
  var short: String { String("\(digest)".prefix(12)) }

  /// The digest of a file that the result depends on; `nil` where it depends on no such file.
  func digest(of file: String) -> Digest? {
    parts.first { $0.name == "file \(file)" }.flatMap { Digest($0.value) }
  }

  /// The names of the parts that differ from those of an earlier key.
  func changes(since earlier: ContentKey) -> [String] {
    let before = Dictionary(
      earlier.parts.map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    let changed = parts.filter { before[$0.name] != $0.value }.map(\.name)
    let gone = earlier.parts.map(\.name).filter { name in !parts.contains { $0.name == name } }
    return changed + gone
  }

  /// One part a line, for the file beside a result.
  var text: String { parts.map { "\($0.name)\t\($0.value)\n" }.joined() }

  init(text: String) throws {
    try self.init(
      text.split(separator: "\n").map { line in
        let halves = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        return Part(name: String(halves[0]), value: halves.count > 1 ? String(halves[1]) : "")
      }
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

import Platform
import Testing
import Values

/// The rows of a golden table, as texts by column.
func goldenRows(_ name: String) throws -> [[String: String]] {
  let folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")
  let text = try WholeFile.text("\(folder)/Golden/\(name)/expected.csv")
  let lines = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
  let header = try #require(lines.first)
  return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
}

extension [String: String] {
  /// A number of a golden row.
  func number(_ column: String) throws -> Double {
    try #require(self[column].flatMap { Double($0) })
  }
}

/// A decimal that a test writes as text.
func decimal(_ text: String) throws -> Decimal { try #require(Decimal(text)) }

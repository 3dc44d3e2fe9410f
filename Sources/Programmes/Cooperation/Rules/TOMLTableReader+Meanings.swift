// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

extension TOMLTableReader {
  /// Codes by what they stand for, from a table that maps each code to its meaning.
  ///
  /// - Parameters:
  ///   - key: the key of the table.
  ///   - collector: takes `project.bad-parameter` for meanings that there are not.
  /// - Returns: the codes of each meaning; none where there is no such table.
  func meanings<Meaning: RawRepresentable & CaseIterable & Hashable>(
    _ key: String,
    _ collector: DiagnosticCollector
  ) -> [Meaning: [String]] where Meaning.RawValue == String {
    let pairs =
      table(key) { codes in
        codes.keys.map { ($0, codes.choice($0, collector) as Meaning?) }
      } ?? []
    return Dictionary(grouping: pairs.filter { $0.1 != nil }, by: { $0.1 })
      .reduce(into: [:]) { meanings, entry in
        if let meaning = entry.key { meanings[meaning] = entry.value.map(\.0) }
      }
  }
}

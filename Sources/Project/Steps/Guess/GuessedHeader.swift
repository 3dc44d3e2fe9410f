// SPDX-License-Identifier: Apache-2.0

internal import Platform

/// Where the names of the columns seem to stand: below titles, which fill few cells of their rows.
enum GuessedHeader {
  /// How many rows from the top may be titles.
  private static let looked = 30

  /// The first row that fills more than half as many cells as the fullest.
  ///
  /// - Parameter rows: the number of each row that holds something, and how many cells it fills.
  /// - Returns: the number of the row; `nil` where there is none.
  static func row(_ rows: [(number: Int, filled: Int)]) -> Int? {
    let top = rows.prefix(looked)
    let most = top.map(\.filled).max() ?? 0
    return top.first { $0.filled * 2 > most }?.number
  }

  /// The line of a delimited file with the names of its columns.
  static func line(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = rows(of: bytes, .guessed(from: bytes))
    // A first line of one field may be a title that says nothing of what parts the fields below.
    guard let top = first.first, top.filled <= 1 else { return row(first) ?? 1 }
    let others = (2...looked).map { rows(of: bytes, .guessed(from: bytes, line: $0)) }
    let widest = others.max { ($0.map(\.filled).max() ?? 0) < ($1.map(\.filled).max() ?? 0) }
    return row(widest ?? first) ?? 1
  }

  private static func rows(
    of bytes: UnsafeBufferPointer<UInt8>,
    _ format: DelimitedTextFormat
  ) -> [(number: Int, filled: Int)] {
    var reader = DelimitedTextReader(bytes, format)
    let record = DelimitedRecord()
    var rows: [(number: Int, filled: Int)] = []
    while rows.count < looked, reader.next(record) {
      rows.append((record.line, record.texts.count { !$0.trimmingSpaces.isEmpty }))
    }
    return rows
  }
}

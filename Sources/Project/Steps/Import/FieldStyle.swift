// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

/// How a source writes numbers, dates and blanks.
struct FieldStyle: Sendable {
  let decimalMark: UInt8
  let groupingMark: UInt8?
  let date: DateForm
  let blanks: Set<[UInt8]>
  let rounds: Bool

  /// The order and the mark of the parts of a date.
  enum DateForm: String, CaseIterable, Sendable {
    case iso = "YYYY-MM-DD"
    case dayMonthSlash = "DD/MM/YYYY"
    case monthDaySlash = "MM/DD/YYYY"
    case dayMonthDot = "DD.MM.YYYY"
  }

  init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    let mark = table.optionalString("decimal") ?? "."
    decimalMark = mark == "," ? UInt8(ascii: ",") : UInt8(ascii: ".")
    groupingMark = table.optionalString("grouping").flatMap(\.utf8.first)
    date = table.choice("date", collector) ?? .iso
    blanks = Set(table.strings("blank").map { Array($0.utf8) })
    rounds = table.boolean("round")
  }

  /// The field without white space around it.
  func trimmed(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = field.count
    while start < end, FieldStyle.isSpace(field[start]) { start += 1 }
    while end > start, FieldStyle.isSpace(field[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: field[start..<end])
  }

  /// Whether a trimmed field stands for no value.
  func isBlank(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    field.isEmpty || (!blanks.isEmpty && blanks.contains(Array(field)))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

/// How a source writes numbers, dates and blanks.
struct FieldStyle: Sendable {
  let decimalMark: UInt8
  let groupingMark: UInt8?
  let date: DateForm
  let blanks: BlankFields
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
    blanks = BlankFields(table.strings("blank"))
    rounds = table.boolean("round")
  }
}

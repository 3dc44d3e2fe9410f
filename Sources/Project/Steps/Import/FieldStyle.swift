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
  /// Whether the fields are cells of a workbook, where a date may stand as its serial number.
  let isWorkbook: Bool
  /// Whether serial numbers count the days from 1904, which only the workbook itself says.
  var countsFrom1904 = false

  /// The order and the mark of the parts of a date.
  enum DateForm: String, CaseIterable, Sendable {
    case iso = "YYYY-MM-DD"
    case dayMonthSlash = "DD/MM/YYYY"
    case monthDaySlash = "MM/DD/YYYY"
    case dayMonthDot = "DD.MM.YYYY"

    /// The other forms, as a source states them.
    var others: String {
      DateForm.allCases.filter { $0 != self }.map { "\"\($0.rawValue)\"" }
        .joined(separator: ", ")
    }
  }

  /// The marks between thousands; a space stands for all spaces that are written there.
  private static let groupings = [" ", ",", ".", "'"]

  init(_ table: TOMLTableReader, isWorkbook: Bool, _ collector: DiagnosticCollector) {
    self.isWorkbook = isWorkbook
    let mark = table.optionalString("decimal") ?? "."
    decimalMark = mark == "," ? UInt8(ascii: ",") : UInt8(ascii: ".")
    if ![".", ","].contains(mark) {
      table.refuse("decimal", mark, valid: [".", ","], collector)
    }
    let group = table.optionalString("grouping")
    groupingMark = group.flatMap(\.utf8.first)
    if let group, !FieldStyle.groupings.contains(group) || group == mark {
      let valid = FieldStyle.groupings.filter { $0 != mark }
      table.refuse("grouping", group, valid: valid, collector)
    }
    date = table.choice("date", collector) ?? .iso
    blanks = BlankFields(table.strings("blank"))
    rounds = table.boolean("round")
  }

  /// The field with plain spaces for no-break, thin and narrow ones; `nil` where it has none of them, or
  /// the source groups otherwise.
  ///
  /// Spreadsheet programs in French write U+202F or U+00A0 where people type a space.
  func withPlainSpaces(_ field: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard groupingMark == UInt8(ascii: " "), field.contains(where: { $0 > 0x7F }) else {
      return nil
    }
    var (result, rest, isChanged) = ([UInt8](), field[...], false)
    while let byte = rest.first {
      if let space = UInt8.wideSpaces.first(where: { rest.starts(with: $0) }) {
        result.append(UInt8(ascii: " "))
        isChanged = true
        rest = rest.dropFirst(space.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return isChanged ? result : nil
  }
}

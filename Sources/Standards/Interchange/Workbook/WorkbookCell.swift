// SPDX-License-Identifier: Apache-2.0

public import Values

/// A cell of a sheet as it was read.
public struct WorkbookCell: Hashable, Sendable {
  /// The row, from one.
  public let row: Int
  /// The column, from one.
  public let column: Int
  /// What stands in it.
  public let content: Content
  /// Whether a formula made it; the content is then what the program computed when it was saved.
  public let isFormula: Bool
  /// How a number is shown.
  public let display: Display

  /// What a cell holds.
  public enum Content: Hashable, Sendable {
    /// Nothing but a format.
    case blank
    /// Text.
    case text(String)
    /// A number that is not shown as a date.
    case number(Double)
    /// True or false.
    case boolean(Bool)
    /// A day, and the second of it; the second is 0 where the cell has no hour.
    case date(CalendarDate, second: Int)
    /// An error of the spreadsheet program, such as `#REF!`.
    case error(String)
  }

  /// How a number is shown, where that says more than the number.
  public enum Display: Hashable, Sendable {
    /// By its own digits.
    case plain
    /// With zeros in front until there are so many digits, as codes have them: 004.
    case digits(atLeast: Int)
    /// As percent: 0.04 is shown as 4%.
    case percent
  }

  /// Makes a cell.
  public init(
    row: Int,
    column: Int,
    _ content: Content,
    isFormula: Bool = false,
    display: Display = .plain
  ) {
    self.row = row
    self.column = column
    self.content = content
    self.isFormula = isFormula
    self.display = display
  }

  /// What spreadsheet programs call the cell: `C7`.
  public var name: String { WorkbookCell.name(row: row, column: column) }

  /// The name of a place: `C7` for row 7, column 3.
  public static func name(row: Int, column: Int) -> String { letters(column) + String(row) }

  /// The letters of a column: `AA` for 27.
  public static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// Row and column of a name such as `C7`; `nil` where it is none.
  static func place(_ name: some Sequence<UInt8>) -> (row: Int, column: Int)? {
    var row = 0
    var column = 0
    for byte in name {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        guard row == 0 else { return nil }
        column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      // A name that no sheet has room for would overflow where it is longer still.
      guard row <= 10_000_000, column <= 100_000 else { return nil }
    }
    return row > 0 && column > 0 ? (row, column) : nil
  }
}

/// Cells that were made one, by their corners.
public struct MergedRange: Hashable, Sendable {
  /// The rows, from one.
  public let rows: ClosedRange<Int>
  /// The columns, from one.
  public let columns: ClosedRange<Int>

  /// Reads `B2:C5`; `nil` where it is none.
  init?(_ text: String) {
    let corners = text.split(separator: ":").map { WorkbookCell.place($0.utf8) }
    guard corners.count == 2, let first = corners[0], let last = corners[1],
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }

  /// What spreadsheet programs call the range: `B2:C5`.
  public var name: String {
    WorkbookCell.name(row: rows.lowerBound, column: columns.lowerBound) + ":"
      + WorkbookCell.name(row: rows.upperBound, column: columns.upperBound)
  }
}

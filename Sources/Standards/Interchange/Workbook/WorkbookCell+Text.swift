// SPDX-License-Identifier: Apache-2.0

internal import Values

/// What a cell says, as the fields of a text file say it.
extension WorkbookCell {
  /// Whether another program wrote a formula here and computed nothing.
  public var isUncomputed: Bool { isFormula && content == .blank }

  /// The text of the cell: a day as YYYY-MM-DD, with its hour as YYYY-MM-DDThh:mm:ss; `true` and `false`
  /// in small letters.
  ///
  /// A number with decimals has the fifteen digits that spreadsheet programs keep: 1234.56 is stored as
  /// 1234.5599999999999, and nobody typed that. A whole number has all that the file keeps exactly, with
  /// the zeros in front that its format shows.
  ///
  /// - Parameter mark: the decimal mark of numbers; a point by default.
  /// - Returns: the text; empty where nothing stands in the cell.
  public func text(decimalMark mark: Character = ".") -> String {
    switch content {
    case .blank: ""
    case .text(let text): text
    case .number(let number): text(number, mark)
    case .boolean(let flag): flag ? "true" : "false"
    case .date(let day, second: 0): day.description
    case .date(let day, let second): "\(day)T\(ClockTime.text(second))"
    case .error(let text): text
    }
  }

  private func text(_ number: Double, _ mark: Character) -> String {
    // Whole numbers are most of them, and exact.
    if let whole = Int64(exactly: number), whole.magnitude <= 1 << 53 {
      return withZeros(whole)
    }
    let plain = WorkbookCell.plain(number)
    return mark == "." ? plain : String(plain.map { $0 == "." ? mark : $0 })
  }

  /// A number with fifteen digits at most, with a point and without an exponent.
  private static func plain(_ number: Double) -> String {
    // The shortest text that means the number is the one of fifteen digits where it has no more.
    let shortest = number.description
    let length = shortest.utf8.count - (number < 0 ? 2 : 1)
    if length <= 15, !shortest.utf8.contains(UInt8(ascii: "e")) { return shortest }
    return CellText.decimal(number)?.description ?? shortest
  }

  private func withZeros(_ whole: Int64) -> String {
    let digits = String(whole)
    guard case .digits(let least) = display, whole >= 0, digits.count < least else { return digits }
    return String(repeating: "0", count: least - digits.count) + digits
  }
}

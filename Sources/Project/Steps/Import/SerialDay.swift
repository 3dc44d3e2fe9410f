// SPDX-License-Identifier: Apache-2.0

/// A day as workbooks store it: how many days have gone by since the first that they count.
///
/// - Source: ISO/IEC 29500-1, 18.17.4.1: the 1900 and 1904 date systems.
enum SerialDay {
  /// The numbers that are taken for days where no format says so: from 1954 to 2064.
  ///
  /// A bare year, an amount or a code lies outside.
  static let range: ClosedRange<Int32> = 20_000...60_000

  /// The day that a number stands for.
  ///
  /// - Parameters:
  ///   - text: the number.
  ///   - countsFrom1904: whether the workbook counts from 1904, as old programs on Apple's machines did.
  /// - Returns: the days since 1 January 1970; `nil` where the text is no number of the range.
  static func day(_ text: String, countsFrom1904: Bool = false) -> Int32? {
    guard let serial = Int32(text), range.contains(serial) else { return nil }
    return serial - 25_569 + (countsFrom1904 ? 1_462 : 0)
  }
}

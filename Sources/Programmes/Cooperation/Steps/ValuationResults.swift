// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Structures
internal import Values

/// The columns that the step computes, row by row; what is not set is a blank.
struct ValuationResults {
  /// What is asked for, and with how many decimals.
  struct Scales {
    /// Of values in the currency of the record; `nil` where they are not asked for.
    let value: Int?
    /// Of dollars.
    let dollars: Int
    /// Whether person-hours are asked for.
    let hasPersonHours: Bool
  }

  private var value: ResultColumn?
  private var dollars: ResultColumn?
  private var personHours: ResultColumn?
  private var grantElement: ResultColumn?
  let scales: Scales

  init(_ structure: DataStructureDefinition, count: Int) {
    func column(_ name: String) -> ResultColumn? {
      guard case .decimal(let precision, let scale) = structure[name]?.representation else {
        return nil
      }
      return ResultColumn(precision: precision, scale: scale, count: count)
    }
    value = column("VALUE")
    dollars = column("USD")
    personHours = column("PERSON_HOURS")
    grantElement = column("GRANT_ELEMENT")
    scales = Scales(
      value: value?.scale,
      dollars: dollars?.scale ?? 2,
      hasPersonHours: personHours != nil
    )
  }

  /// Keeps what was found for a row.
  ///
  /// - Throws: `cooperation.overflow` where a number does not fit its column.
  mutating func set(_ row: Int, _ result: ComponentValue) throws(Diagnostic) {
    do throws(ArithmeticFailure) {
      try value?.set(row, result.value)
      try dollars?.set(row, result.dollars)
      try personHours?.set(row, result.personHours)
      try grantElement?.set(row, result.grantElement)
    } catch { throw CooperationDefinitions.overflow.at() }
  }

  /// A computed column; `nil` for components that are taken over.
  func column(_ name: String) -> Column? {
    switch name {
    case "VALUE": value?.column(name)
    case "USD": dollars?.column(name)
    case "PERSON_HOURS": personHours?.column(name)
    case "GRANT_ELEMENT": grantElement?.column(name)
    default: nil
    }
  }
}

/// The decimals of one computed column.
private struct ResultColumn {
  let precision: Int
  let scale: Int
  private let limit: UInt128
  private var digits: [Int128]
  private var isSet: [Bool]

  init(precision: Int, scale: Int, count: Int) {
    self.precision = precision
    self.scale = scale
    limit = ScaledInteger.powerOfTen(precision)?.magnitude ?? .max
    digits = Array(repeating: 0, count: count)
    isSet = Array(repeating: false, count: count)
  }

  mutating func set(_ row: Int, _ value: Decimal?) throws(ArithmeticFailure) {
    guard let value else { return }
    let rounded = try value.rounded(toScale: scale, .halfUp).unscaled
    guard rounded.magnitude < limit else { throw .overflow }
    digits[row] = rounded
    isSet[row] = true
  }

  func column(_ name: String) -> Column {
    guard precision <= 18 else {
      return Column.decimals(name, precision: precision, scale: scale, count: digits.count) {
        values,
        missing in
        fill {
          values[$0] = $1
        } missing: {
          missing.insert($0)
        }
      }
    }
    return Column.shortDecimals(name, precision: precision, scale: scale, count: digits.count) {
      values,
      missing in
      fill {
        values[$0] = Int64($1)
      } missing: {
        missing.insert($0)
      }
    }
  }

  @inline(__always)
  private func fill(_ set: (Int, Int128) -> Void, missing: (Int) -> Void) {
    for row in digits.indices { if isSet[row] { set(row, digits[row]) } else { missing(row) } }
  }
}

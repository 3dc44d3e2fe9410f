// SPDX-License-Identifier: Apache-2.0

public import Relation

/// What a component may hold.
public enum Representation: Hashable, Sendable {
  /// Codes of a list.
  case codelist(ArtefactReference)
  /// Text of any length.
  case text
  /// A whole number.
  case integer
  /// A binary floating-point number.
  case double
  /// A decimal number with a fixed count of decimals; money is always this.
  case decimal(precision: Int, scale: Int)
  /// True or false.
  case boolean
  /// A calendar day.
  case date
  /// A period of a frequency that SDMX knows: `2023`, `2023-Q2`, `2023-05`.
  case timePeriod

  /// The type of the column that holds the component.
  public var columnType: ColumnType {
    switch self {
    case .codelist, .text, .timePeriod: .string
    case .integer: .integer
    case .double: .double
    case .decimal(let precision, let scale): .decimal(precision: precision, scale: scale)
    case .boolean: .boolean
    case .date: .date
    }
  }

  /// The SDMX data type of an uncoded component; `nil` for codes.
  ///
  /// - Source: SDMX 3.0 schemas, SDMXCommon: DataType.
  public var dataType: String? {
    switch self {
    case .codelist: nil
    case .text: "String"
    case .integer: "Long"
    case .double: "Double"
    case .decimal: "Decimal"
    case .boolean: "Boolean"
    case .date: "GregorianDay"
    case .timePeriod: "ObservationalTimePeriod"
    }
  }
}

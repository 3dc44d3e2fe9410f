// SPDX-License-Identifier: Apache-2.0

/// Which conversions `cast` makes.
///
/// - Source: VTL 2.2 reference manual, "Type conversion", table of conversions.
enum CastTable {
  enum Conversion: Hashable, Sendable {
    case impossible
    case withoutMask
    case optionalMask
  }

  static func conversion(from source: ScalarType, to target: ScalarType) -> Conversion {
    switch (source, target) {
    case (.scalar, _), (_, .scalar): .optionalMask
    case (.boolean, .string): .withoutMask
    case (_, .string): .optionalMask
    case (.string, .boolean): .withoutMask
    case (.string, _): .optionalMask
    case (.integer, .number), (.integer, .boolean), (.number, .boolean), (.boolean, .integer),
      (.boolean, .number), (.time, .date), (.time, .timePeriod), (.date, .time),
      (.date, .timePeriod), (.timePeriod, .time), (.timePeriod, .date):
      .withoutMask
    case _ where source == target: .withoutMask
    default: .impossible
    }
  }
}

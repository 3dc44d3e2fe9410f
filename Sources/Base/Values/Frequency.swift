// SPDX-License-Identifier: Apache-2.0

/// How long a period is, with the code of SDMX.
///
/// - Source: SDMX codelist CL_FREQ 2.0.
public enum Frequency: String, Sendable, Hashable, CaseIterable, Comparable {
  /// A year.
  case annual = "A"
  /// Half a year.
  case halfYearly = "S"
  /// Three months.
  case quarterly = "Q"
  /// A month.
  case monthly = "M"
  /// A week from Monday to Sunday by ISO 8601.
  case weekly = "W"
  /// A day.
  case daily = "D"

  /// How many periods make a year, where every year has as many.
  var periodsInYear: Int? {
    switch self {
    case .annual: 1
    case .halfYearly: 2
    case .quarterly: 4
    case .monthly: 12
    case .weekly, .daily: nil
    }
  }

  private var rank: Int {
    switch self {
    case .annual: 0
    case .halfYearly: 1
    case .quarterly: 2
    case .monthly: 3
    case .weekly: 4
    case .daily: 5
    }
  }

  /// Orders from the longest period to the shortest.
  public static func < (left: Frequency, right: Frequency) -> Bool { left.rank < right.rank }
}

// SPDX-License-Identifier: Apache-2.0

extension TimePeriod: LosslessStringConvertible {
  /// Reads a period as SDMX writes it.
  ///
  /// Years, months and days may stand in the Gregorian form (`2023`, `2023-05`, `2023-05-31`) or the
  /// reporting form (`2023-A1`, `2023-M05`, `2023-D151`); half-years, quarters and weeks have the
  /// reporting form alone (`2023-S1`, `2023-Q2`, `2023-W07`).
  ///
  /// It is `nil` where there is no such period, such as 29 February of 2023 or a 53rd week of
  /// a year that has 52.
  ///
  /// - Parameter text: the period.
  /// - Source: SDMX 2.1 section 6, 4.2: GregorianTimePeriod and ReportingTimePeriod.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts[0].digits(4) else { return nil }
    switch parts.count {
    case 1: self.init(.annual, year: year)
    case 2: self.init(year, parts[1])
    case 3:
      guard let date = CalendarDate(text) else { return nil }
      self.init(.daily, containing: date)
    default: return nil
    }
  }

  private init?(_ year: Int, _ part: Substring) {
    if let month = part.digits(2) {
      self.init(.monthly, year: year, index: month)
      return
    }
    guard let frequency = Frequency(rawValue: String(part.prefix(1))),
      let index = part.dropFirst().digits(frequency.indexWidth)
    else { return nil }
    self.init(frequency, year: year, index: index)
  }

  /// The period as SDMX writes it, in the Gregorian form where there is one: `2023`, `2023-05`.
  public var description: String {
    switch frequency {
    case .annual: year.padded(4)
    case .monthly: "\(year.padded(4))-\(index.padded(2))"
    case .daily: start.description
    case .halfYearly, .quarterly, .weekly: reportingForm
    }
  }

  /// The period in the reporting form: `2023-A1`, `2023-M05`, `2023-D151`.
  public var reportingForm: String {
    let (code, width) = (frequency.rawValue, frequency.indexWidth)
    return "\(year.padded(4))-\(code)\(index.padded(width))"
  }
}

extension Frequency {
  /// How many digits the number of a period has in the reporting form.
  fileprivate var indexWidth: Int {
    switch self {
    case .annual, .halfYearly, .quarterly: 1
    case .monthly, .weekly: 2
    case .daily: 3
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Values

/// Reading and writing codes of periods and intervals.
extension TimeCode {
  // MARK: Reading

  /// A period as scripts and files spell it: `2020`, `2020A`, `2020-A1`, `2020Q3`, `2020-Q3`, `2020-03`,
  /// `2020M3`, `2020-M03`, `2020-W53`, `2020-D366`, `2020-12-31`.
  ///
  /// - Parameter text: the text.
  /// - Returns: the code; no value where there is none in the text, and where it is no period.
  /// - Source: SDMX 2.1 section 6, 4.2; VTL 2.2 user manual, "time_period".
  static func period(_ text: PlanValue) -> PlanValue {
    period(text, PeriodParts(text))
  }

  /// A period whose parts have columns of their own.
  static func period(_ text: PlanValue, _ parts: PeriodParts) -> PlanValue {
    let (year, kind, number) = (parts.year, parts.kind, parts.number)
    let one = whole(1)
    var branches: [(condition: PlanValue, value: PlanValue)] = []
    for frequency in Frequency.allCases.sorted() {
      let value: PlanValue
      let fits: PlanValue
      switch frequency {
      case .annual, .halfYearly, .quarterly, .monthly:
        let count = whole(12 / months(in: frequency))
        value = code(frequency, year * count + number - one)
        fits = number >= one && number <= count
      case .weekly, .daily:
        let first = firstOrdinal(frequency, of: year)
        let ordinal = first + number - one
        value = code(frequency, ordinal)
        fits = number >= one && ordinal < firstOrdinal(frequency, of: year + one)
      }
      let isKind = kind.equals(.literal(.string(frequency.rawValue)))
      branches.append((isKind && fits && year >= one, value))
    }
    let date = PlanValue.call(.substring, text, 1, 10).cast(orNullTo: .date)
    branches.append((kind.equals("/"), code(ofDate: date)))
    return .choice(branches)
  }

  /// The ordinal of the first week or day of a year.
  static func firstOrdinal(_ frequency: Frequency, of year: PlanValue) -> PlanValue {
    // 4 January is always in the first week.
    frequency == .weekly ? ordinal(.weekly, containing: day(year, 1, 4)) : day(year, 1, 1)
  }

  /// The interval from the beginning of one period to the end of another.
  ///
  /// - Returns: the code; no value where the second ends before the first begins.
  static func interval(from first: PlanValue, to last: PlanValue) -> PlanValue {
    let isAlike = rank(of: first).equals(rank(of: last))
    let count = ordinal(of: last) - ordinal(of: first) + 1
    let days = lastDay(of: last) - firstDay(of: first) + 1
    return .choice([
      (isAlike && count >= 1, code(rank(of: first), ordinal(of: first), length: count)),
      (isAlike, .literal(.null(.integer))),
      (days >= 1, code(.daily, firstDay(of: first), length: days)),
    ])
  }

  /// The code of a text that stands in the script; `nil` where it is no time.
  static func constant(_ text: String) -> PlanValue? {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    let periods = halves.compactMap { TimePeriod(spelt: $0) }
    guard let first = periods.first, periods.count == halves.count, periods.count <= 2 else {
      return nil
    }
    guard let last = periods.dropFirst().first else { return literal(first) }
    if first.frequency == last.frequency, first <= last {
      return literal(first) + whole(last.ordinal - first.ordinal)
    }
    guard let day = TimePeriod(.daily, containing: first.start), first.start <= last.end else {
      return nil
    }
    return literal(day) + whole(first.start.days(until: last.end))
  }

  // MARK: Writing

  /// A period as SDMX writes it: `2020`, `2020-S1`, `2020-Q3`, `2020-03`, `2020-W53`, `2020-12-31`.
  static func text(ofPeriod code: PlanValue) -> PlanValue {
    text(rank(of: code), ordinal(of: code), separator: "-", digits: 2, monthLetter: "")
  }

  /// An interval: `2020-01-01/2020-12-31`, or with periods as the manual writes them, `2020M1/2020M12`.
  static func text(ofInterval code: PlanValue) -> PlanValue {
    let (rank, ordinal) = (rank(of: code), ordinal(of: code))
    let length = length(of: code)
    let half = { text(rank, $0, separator: "", digits: 1, monthLetter: "M") }
    return .choice(
      [(length.equals(1), text(ofPeriod: code))],
      otherwise: .call(.concatenate, half(ordinal), "/", half(ordinal + length - 1))
    )
  }

  private static func text(
    _ rank: PlanValue,
    _ ordinal: PlanValue,
    separator: String,
    digits: Int,
    monthLetter: String
  ) -> PlanValue {
    let branches = Frequency.allCases.sorted().map { frequency in
      let value: PlanValue
      switch frequency {
      case .annual: value = padded(ordinal, 4)
      case .daily: value = PlanValue.call(.dateOfDay, ordinal).cast(to: .string)
      case .weekly:
        let thursday = ordinal * 7
        let year = PlanValue.call(.year, .call(.dateOfDay, thursday))
        let week = ordinal - firstOrdinal(.weekly, of: year) + 1
        value = joined(year, separator + "W", padded(week, digits))
      case .halfYearly, .quarterly, .monthly:
        let count = whole(12 / months(in: frequency))
        let letter = frequency == .monthly ? monthLetter : frequency.rawValue
        let number = PlanValue.call(.remainder, ordinal, count) + 1
        value = joined(
          .call(.quotient, ordinal, count),
          separator + letter,
          padded(number, frequency == .monthly ? digits : 1)
        )
      }
      return (condition: rank.equals(whole(self.rank(frequency))), value: value)
    }
    return .choice(branches)
  }

  private static func joined(_ year: PlanValue, _ between: String, _ number: PlanValue) -> PlanValue
  {
    .call(.concatenate, padded(year, 4), .literal(.string(between)), number)
  }

  /// A number with zeros before it.
  static func padded(_ number: PlanValue, _ digits: Int) -> PlanValue {
    guard digits > 1 else { return number.cast(to: .string) }
    let ten = (0..<digits).reduce(1) { power, _ in power * 10 }
    return .call(
      .substring,
      (number + whole(ten)).cast(to: .string),
      2,
      whole(digits)
    )
  }
}

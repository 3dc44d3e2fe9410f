// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Values

/// Times as texts in the form of a mask.
extension FormatMask {
  /// A date in this form; `nil` where the mask asks for more than a date has.
  func text(ofDate date: PlanValue, _ share: Share) -> PlanValue? {
    written(date, of: date, share)
  }

  private func written(_ date: PlanValue, of value: PlanValue, _ share: Share) -> PlanValue? {
    let date = share(date)
    guard !hasLetter else { return nil }
    let units = Set(units)
    let month = PlanValue.call(.month, date)
    let ordinal = TimeCode.ordinal(.weekly, containing: .call(.dayNumber, date))
    let week = units.contains(.week) ? share(ordinal) : ordinal
    let year =
      units.contains(.week)
      ? PlanValue.call(.year, .call(.dateOfDay, week * 7)) : PlanValue.call(.year, date)
    return text(of: value, share) { unit in
      switch unit {
      case .year: year
      case .semester where units.isDisjoint(with: [.month, .week, .day]):
        .call(.quotient, month + 5, 6)
      case .quarter where units.isDisjoint(with: [.month, .week, .day]):
        .call(.quotient, month + 2, 3)
      case .month where !units.contains(.week): month
      case .week: week - TimeCode.firstOrdinal(.weekly, of: year) + 1
      case .day where units.contains(.week): TimeCode.weekday(of: date)
      case .day where units.contains(.month): .call(.day, date)
      case .day: .call(.dayNumber, date) - TimeCode.day(year, 1, 1) + 1
      default: nil
      }
    } weekday: {
      TimeCode.weekday(of: date)
    }
  }

  /// A period in this form; `nil` where the mask asks for more than a period has.
  ///
  /// Where the mask has a day, it is the period's last; where it has a longer unit, the one that the period is in.
  func text(ofPeriod code: PlanValue, _ share: Share) -> PlanValue? {
    if isOfDays, !hasLetter {
      return written(.call(.dateOfDay, TimeCode.lastDay(of: code)), of: code, share)
    }
    return text(of: code, letter: TimeCode.letter(of: code), share) { unit in
      switch unit {
      case .year: TimeCode.year(of: code)
      case .number: TimeCode.index(of: code)
      default:
        unit.frequency.map { TimeCode.index(of: share(TimeCode.converted(code, to: $0))) }
      }
    }
  }

  /// An interval in this form; `nil` where the mask asks for more than an interval has.
  ///
  /// A mask without both ends is that of a day or of a period, which the interval must be.
  func text(ofInterval code: PlanValue, _ share: Share) -> PlanValue? {
    guard let (from, to) = ends else {
      let one = share(TimeCode.regular(code))
      let isDay = TimeCode.firstDay(of: code).equals(TimeCode.lastDay(of: code))
      return text(ofPeriod: one, share).map { text in
        let fits = isOfDays ? isDay : one.isNotNull
        return .choice([(code.isNull || fits, text)], otherwise: .mismatch)
      }
    }
    let (rank, ordinal) = (TimeCode.rank(of: code), TimeCode.ordinal(of: code))
    let start = share(TimeCode.code(rank, ordinal))
    let last = share(TimeCode.code(rank, ordinal + TimeCode.length(of: code) - 1))
    let first =
      from.isOfDays
      ? from.written(.call(.dateOfDay, TimeCode.firstDay(of: code)), of: code, share)
      : from.text(ofPeriod: start, share)
    guard let first, let end = to.text(ofPeriod: last, share) else { return nil }
    return .call(.concatenate, first, "/", end)
  }

  private func text(
    of value: PlanValue,
    letter: PlanValue? = nil,
    _ share: Share,
    _ number: (Unit) -> PlanValue?,
    weekday: () -> PlanValue? = { nil }
  ) -> PlanValue? {
    if let digits = yearDigits, digits < 4 { return nil }
    var pieces: [PlanValue] = []
    var tests: [PlanValue] = []
    for part in parts {
      switch part {
      case .text(let literal): pieces.append(.literal(.string(literal)))
      case .letter:
        guard let letter else { return nil }
        pieces.append(letter)
      case .half: return nil
      case .name(let unit, let style):
        guard let number = (unit == .day ? weekday() : number(unit)).map(share) else { return nil }
        tests.append(number.isNotNull)
        pieces.append(style.name(unit, number))
      case .digits(let unit, let width):
        guard let number = number(unit).map(share) else { return nil }
        tests.append(.call(.coalesce, number < TimeCode.power(width.upperBound), false))
        pieces.append(
          width.upperBound == width.lowerBound
            ? TimeCode.padded(number, width.lowerBound)
            : .choice(
              [
                (
                  number < TimeCode.power(width.lowerBound),
                  TimeCode.padded(number, width.lowerBound)
                )
              ],
              otherwise: number.cast(to: .string)
            )
        )
      }
    }
    let text = pieces.count > 1 ? PlanValue.call(.concatenate, pieces) : pieces.first
    guard let text else { return nil }
    let fits = PlanValue.balanced(tests, .and) ?? true
    return .choice([(value.isNull || fits, text)], otherwise: .mismatch)
  }
}

extension FormatMask.NameStyle {
  /// The name of a month or of a day of the week by its number.
  fileprivate func name(_ unit: FormatMask.Unit, _ number: PlanValue) -> PlanValue {
    let names = unit == .month ? FormatMask.NameStyle.months : FormatMask.NameStyle.days
    return .choice(
      names.enumerated().map { index, name in
        (number.equals(TimeCode.whole(index + 1)), .literal(.string(spelt(name))))
      }
    )
  }
}

extension PlanValue {
  /// Stops the statement where a value does not have the form of its mask.
  static var mismatch: PlanValue { .failure(VTLDefinitions.maskMismatch, as: .string) }
}

extension TimeCode {
  /// The first whole number with more digits.
  static func power(_ digits: Int) -> PlanValue {
    whole((0..<min(digits, 18)).reduce(1) { power, _ in power * 10 })
  }

  /// Which one a period is among those of its year, from 1.
  static func index(of code: PlanValue) -> PlanValue {
    let (rank, ordinal) = (rank(of: code), ordinal(of: code))
    return .choice(
      Frequency.allCases.map { frequency in
        let value: PlanValue
        switch frequency {
        case .annual, .halfYearly, .quarterly, .monthly:
          value = .call(.remainder, ordinal, whole(12 / months(in: frequency))) + 1
        case .weekly, .daily:
          value = ordinal - firstOrdinal(frequency, of: year(of: code)) + 1
        }
        return (condition: rank.equals(whole(self.rank(frequency))), value: value)
      }
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Values

/// A mask of `cast`: where the digits of years, months and other units stand in a text.
///
/// Masks of fixed width are understood: digits of a year (four), semester, quarter, month, week, day and number of
/// a period, the letter of a period, and any other characters as they are.
///
/// - Source: VTL 2.2 reference manual, "Type conversion and formatting mask".
struct FormatMask {
  private enum Part {
    case text(String)
    case digits(Unit, Int)
    case letter
  }

  private enum Unit: Character {
    case year = "Y"
    case semester = "S"
    case quarter = "Q"
    case month = "M"
    case week = "W"
    case day = "D"
    case number = "p"

    /// The frequency of which a period has the unit's number.
    var frequency: Frequency? {
      switch self {
      case .year, .number: nil
      case .semester: .halfYearly
      case .quarter: .quarterly
      case .month: .monthly
      case .week: .weekly
      case .day: .daily
      }
    }
  }

  private let parts: [Part]

  /// Reads a mask; `nil` where it has what is not understood, or no year of four digits.
  init?(_ mask: String) {
    var parts: [Part] = []
    var rest = mask[...]
    while let character = rest.popFirst() {
      if character == "\\" {
        guard let literal = rest.popFirst() else { return nil }
        parts.append(.text(String(literal)))
      } else if character == "P" {
        parts.append(.letter)
      } else if let unit = Unit(rawValue: character == "q" ? "Q" : character) {
        let run = rest.prefix { $0 == character }
        rest = rest.dropFirst(run.count)
        parts.append(.digits(unit, run.count + 1))
      } else if character.isLetter || character == "{" || character == "*" || character == "+" {
        return nil
      } else {
        parts.append(.text(String(character)))
      }
    }
    self.parts = parts
    let years = parts.compactMap { part in
      if case .digits(.year, let width) = part { width } else { nil }
    }
    let units = parts.compactMap { part in
      if case .digits(let unit, _) = part { unit } else { nil }
    }
    guard years == [4], Set(units).count == units.count else { return nil }
  }

  private func width(_ unit: Unit) -> Int? {
    parts.lazy.compactMap { part in
      if case .digits(unit, let width) = part { width } else { nil }
    }.first
  }

  // MARK: Reading

  /// The pieces of a text, and whether it has the form of the mask.
  private func pieces(
    _ text: PlanValue
  ) -> (units: [Unit: PlanValue], letter: PlanValue?, PlanValue) {
    var units: [Unit: PlanValue] = [:]
    var letter: PlanValue?
    var tests: [PlanValue] = []
    var place = 1
    for part in parts {
      let width =
        switch part {
        case .text(let literal): literal.count
        case .digits(_, let width): width
        case .letter: 1
        }
      let piece = PlanValue.call(
        .substring,
        text,
        TimeCode.whole(place),
        TimeCode.whole(width)
      )
      switch part {
      case .text(let literal): tests.append(piece.equals(.literal(.string(literal))))
      case .digits(let unit, _): units[unit] = piece
      case .letter: letter = piece
      }
      place += width
    }
    tests.append(PlanValue.call(.length, text).equals(TimeCode.whole(place - 1)))
    return (units, letter, PlanValue.balanced(tests, .and) ?? true)
  }

  /// A date from a text of this form; no value where it is none, `nil` where the mask gives none.
  func date(_ text: PlanValue) -> PlanValue? {
    let (units, letter, fits) = pieces(text)
    guard let year = units[.year], letter == nil,
      Set(units.keys).isSubset(of: [.year, .month, .day]),
      units[.month].map({ _ in width(.month) == 2 }) ?? true,
      units[.day].map({ _ in width(.day) == 2 && units[.month] != nil }) ?? true
    else { return nil }
    let spelt = PlanValue.call(
      .concatenate,
      [year, "-", units[.month] ?? "01", "-", units[.day] ?? "01"]
    )
    return .choice([(fits, spelt.cast(orNullTo: .date))])
  }

  /// The code of a period from a text of this form; no value where it is none.
  func period(_ text: PlanValue) -> PlanValue? {
    let (units, letter, fits) = pieces(text)
    guard let year = units[.year] else { return nil }
    if units[.month] != nil, units[.day] != nil {
      return date(text).map { TimeCode.code(ofDate: $0) }
    }
    let others = units.filter { $0.key != .year }
    guard others.count <= 1, (letter == nil) == (units[.number] == nil) else { return nil }
    let kind = letter ?? .literal(.string((others.keys.first?.frequency ?? .annual).rawValue))
    let parts = PeriodParts(
      year: year.cast(orNullTo: .integer),
      kind: kind,
      number: others.values.first?.cast(orNullTo: .integer) ?? TimeCode.whole(1)
    )
    return .choice([(fits, TimeCode.period(text, parts))])
  }

  // MARK: Writing

  /// A date in this form; `nil` where the mask asks for more than a date has.
  func text(ofDate date: PlanValue) -> PlanValue? {
    text { unit in
      switch unit {
      case .year: .call(.year, date)
      case .month: .call(.month, date)
      case .day: .call(.day, date)
      default: nil
      }
    }
  }

  /// A period in this form; `nil` where the mask asks for more than a period has.
  func text(ofPeriod code: PlanValue) -> PlanValue? {
    let last = PlanValue.call(.dateOfDay, TimeCode.lastDay(of: code))
    let isDate = width(.month) != nil && width(.day) != nil
    return text(letter: TimeCode.letter(of: code)) { unit in
      switch unit {
      case .year: TimeCode.year(of: code)
      case .month where isDate: .call(.month, last)
      case .day where isDate: .call(.day, last)
      default: TimeCode.index(of: code)
      }
    }
  }

  private func text(
    letter: PlanValue? = nil,
    _ number: (Unit) -> PlanValue?
  ) -> PlanValue? {
    var pieces: [PlanValue] = []
    for part in parts {
      switch part {
      case .text(let literal): pieces.append(.literal(.string(literal)))
      case .letter:
        guard let letter else { return nil }
        pieces.append(letter)
      case .digits(let unit, let width):
        guard let number = number(unit) else { return nil }
        pieces.append(TimeCode.padded(number, width))
      }
    }
    return pieces.count > 1 ? .call(.concatenate, pieces) : pieces.first
  }
}

extension TimeCode {
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

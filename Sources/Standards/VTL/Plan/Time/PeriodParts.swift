// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Values

/// What a text says of a period before it is known whether there is one.
struct PeriodParts {
  /// The year.
  let year: PlanValue
  /// The letter of the frequency; a slash where the text is a date.
  let kind: PlanValue
  /// Which period of the year it is.
  let number: PlanValue

  init(_ text: PlanValue) {
    let rest = PeriodParts.rest(of: text)
    self.init(year: PeriodParts.year(of: text), rest: rest)
  }

  /// Takes the parts from what is known of them.
  init(year: PlanValue, rest: PlanValue) {
    self.year = year
    let letter = PlanValue.call(.substring, rest, 1, 1)
    let isLetter = letter.isIn(["A", "H", "S", "Q", "M", "W", "D"])
    let length = PlanValue.call(.length, rest)
    let kinds: [(condition: PlanValue, value: PlanValue)] = [
      // A half-year has two letters in use.
      (letter.equals("H"), "S"), (isLetter, letter), (length.equals(0), "A"), (length <= 2, "M"),
      (length.equals(4), "/"),
    ]
    kind = .choice(kinds)
    let digits = PlanValue.choice(
      [(isLetter, .call(.substring, rest, 2, 3))],
      otherwise: rest
    )
    number = .choice(
      [(PlanValue.call(.length, digits).equals(0), TimeCode.whole(1))],
      otherwise: digits.cast(orNullTo: .integer)
    )
  }

  /// Takes the parts as they are known.
  init(year: PlanValue, kind: PlanValue, number: PlanValue) {
    self.year = year
    self.kind = kind
    self.number = number
  }

  static func year(of text: PlanValue) -> PlanValue {
    PlanValue.call(.substring, text, 1, 4).cast(orNullTo: .integer)
  }

  /// What stands behind the year, without hyphens.
  static func rest(of text: PlanValue) -> PlanValue {
    .call(.replace, .call(.substring, text, 5, 6), "-", "")
  }
}

extension TimePeriod {
  /// Reads a period in any of the spellings of scripts: `2020`, `2020A`, `2020-Q3`, `2020Q3`, `2020M3`,
  /// `2020-D366`, `2020-12-31`; `nil` where there is no such period.
  init?(spelt text: some StringProtocol) {
    let trimmed = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    if let period = TimePeriod(trimmed) {
      self = period
      return
    }
    let rest = trimmed.dropFirst(4).filter { $0 != "-" }
    guard trimmed.count >= 5, let year = Int(trimmed.prefix(4)), let letter = rest.first else {
      return nil
    }
    let code = letter == "H" ? "S" : String(letter)
    if let frequency = Frequency(rawValue: code) {
      guard let index = rest.count == 1 ? 1 : Int(rest.dropFirst()) else { return nil }
      self.init(frequency, year: year, index: index)
    } else if rest.count <= 2, let month = Int(rest) {
      self.init(.monthly, year: year, index: month)
    } else {
      return nil
    }
  }
}

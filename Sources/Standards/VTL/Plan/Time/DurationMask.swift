// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// A mask of `cast` for durations: `\PYY\YMM\M`, or `P` for the letter of one.
///
/// Durations have years, months, weeks and days. A `P` that begins a longer mask is the letter itself, as in the
/// manual's own examples.
///
/// - Source: VTL 2.2 reference manual, "Type conversion and formatting mask" and "Number days to duration".
struct DurationMask {
  private enum Part {
    case text(String)
    case digits(FormatMask.Unit, ClosedRange<Int>)
  }

  /// The parts; empty where the mask is that of the letter.
  private let parts: [Part]
  private static let units: [(FormatMask.Unit, String)] = [
    (.year, "Y"), (.month, "M"), (.week, "W"), (.day, "D"),
  ]

  /// Reads a mask; `nil` where it has what a duration has not.
  init?(_ mask: String) {
    guard let read = FormatMask(mask) else { return nil }
    if read.parts.count == 1, read.hasLetter {
      parts = []
      return
    }
    var parts: [Part] = []
    for (index, part) in read.parts.enumerated() {
      switch part {
      case .text(let literal): parts.append(.text(literal))
      case .letter where index == 0: parts.append(.text("P"))
      case .digits(let unit, let width):
        guard DurationMask.units.contains(where: { $0.0 == unit }) else { return nil }
        parts.append(.digits(unit, width))
      case .letter, .name, .half: return nil
      }
    }
    guard !read.units.isEmpty, Set(read.units).count == read.units.count else { return nil }
    self.parts = parts
  }

  /// A duration from a text of this form; a text of another form stops the statement.
  func duration(_ text: PlanValue) -> PlanValue {
    guard !parts.isEmpty else {
      let isLetter = text.isIn(DurationText.letters.map { .string($0.letter) })
      return .choice([(text.isNull || isLetter, text)], otherwise: .mismatch)
    }
    let pattern = parts.map { part in
      switch part {
      case .text(let literal): literal.asPattern
      case .digits(_, let width): "([0-9]{\(width.lowerBound),\(width.upperBound)})"
      }
    }.joined()
    var numbers: [FormatMask.Unit: PlanValue] = [:]
    for part in parts {
      guard case .digits(let unit, _) = part else { continue }
      numbers[unit] = PlanValue.call(
        .captured,
        text,
        .literal(.string(pattern)),
        TimeCode.whole(numbers.count + 1)
      ).cast(orNullTo: .integer)
    }
    let fits = PlanValue.call(.matches, text, .literal(.string(pattern)))
    return .choice([(text.isNull || fits, DurationMask.composed(numbers))], otherwise: .mismatch)
  }

  /// `P1Y3M` of the numbers of units, without those that are zero.
  private static func composed(_ numbers: [FormatMask.Unit: PlanValue]) -> PlanValue {
    let nothing: PlanValue = ""
    let zero: PlanValue = "P0D"
    let pieces = units.compactMap { unit, letter in
      numbers[unit].map { number in
        let piece = PlanValue.call(
          .concatenate,
          number.cast(to: .string),
          .literal(.string(letter))
        )
        return PlanValue.choice([(number.equals(0), nothing)], otherwise: piece)
      }
    }
    let text = PlanValue.call(.concatenate, ["P"] + pieces)
    return .choice([(text.equals("P"), zero)], otherwise: text)
  }

  /// A duration in this form; one with other units stops the statement.
  func text(of duration: PlanValue) -> PlanValue {
    let text = DurationText.iso(duration)
    guard !parts.isEmpty else {
      let branches = DurationText.letters.map { letter in
        (
          condition: text.equals(.literal(.string(letter.text))),
          value: PlanValue.literal(.string(letter.letter))
        )
      }
      return .choice(branches + [(text.isNull, text)], otherwise: .mismatch)
    }
    var pieces: [PlanValue] = []
    var tests = [PlanValue.call(.matches, text, .literal(.string(DurationText.pattern)))]
    var written: Set<FormatMask.Unit> = []
    for part in parts {
      switch part {
      case .text(let literal): pieces.append(.literal(.string(literal)))
      case .digits(let unit, let width):
        let number = DurationMask.number(unit, of: text)
        written.insert(unit)
        tests.append(number < TimeCode.power(width.upperBound))
        let padded = TimeCode.padded(number, width.lowerBound)
        pieces.append(
          width.count == 1
            ? padded
            : .choice(
              [(number < TimeCode.power(width.lowerBound), padded)],
              otherwise: number.cast(to: .string)
            )
        )
      }
    }
    for (unit, _) in DurationMask.units where !written.contains(unit) {
      tests.append(DurationMask.number(unit, of: text).equals(0))
    }
    let fits = PlanValue.balanced(tests, .and) ?? true
    let whole = pieces.count > 1 ? PlanValue.call(.concatenate, pieces) : pieces[0]
    return .choice([(text.isNull || fits, whole)], otherwise: .mismatch)
  }

  /// How many of a unit a duration has.
  private static func number(_ unit: FormatMask.Unit, of text: PlanValue) -> PlanValue {
    let place = units.firstIndex { $0.0 == unit } ?? 0
    let digits = PlanValue.call(
      .captured,
      text,
      .literal(.string(DurationText.pattern)),
      TimeCode.whole(place + 1)
    )
    return .choice([(digits.equals(""), TimeCode.whole(0))], otherwise: digits.cast(to: .integer))
  }
}

extension DurationText {
  /// The letters of durations and what they are by ISO 8601.
  static let letters: [(letter: String, text: String)] = [
    ("A", "P1Y"), ("S", "P6M"), ("Q", "P3M"), ("M", "P1M"), ("W", "P1W"), ("D", "P1D"),
  ]

  /// Durations by ISO 8601, with a group a unit.
  static let pattern = "P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?"

  /// A duration by ISO 8601.
  static func iso(_ duration: PlanValue) -> PlanValue {
    .choice(
      letters.map { (duration.equals(.literal(.string($0.letter))), .literal(.string($0.text))) },
      otherwise: duration
    )
  }

  /// A text that is a duration; another one stops the statement.
  static func read(_ text: PlanValue) -> PlanValue {
    let trimmed = PlanValue.call(.trim, text)
    let isISO =
      PlanValue.call(.matches, trimmed, .literal(.string(pattern))) && trimmed.differs(from: "P")
    let isLetter = trimmed.isIn(letters.map { .string($0.letter) })
    return .choice(
      [(text.isNull || isLetter || isISO, trimmed)],
      otherwise: .failure(VTLDefinitions.unreadableTime, as: .string)
    )
  }

  /// Whether a text of the script is a duration.
  static func isDuration(_ text: String) -> Bool {
    if letters.contains(where: { $0.letter == text }) { return true }
    var rest = text.dropFirst()
    guard text.first == "P", !rest.isEmpty else { return false }
    for unit in "YMWD" {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty, rest.dropFirst(digits.count).first == unit {
        rest = rest.dropFirst(digits.count + 1)
      }
    }
    return rest.isEmpty
  }
}

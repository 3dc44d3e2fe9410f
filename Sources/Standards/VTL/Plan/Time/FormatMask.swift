// SPDX-License-Identifier: Apache-2.0

internal import Values

/// A mask of `cast`: where the digits and names of years, months and other units stand in a text.
///
/// A century, and a year of two digits, say nothing that can be computed with; a mask with them is none here.
///
/// - Source: VTL 2.2 reference manual, "Type conversion and formatting mask".
struct FormatMask {
  enum Part {
    case text(String)
    /// Digits; fewer than the greatest number where those that are zero may be left out.
    case digits(Unit, ClosedRange<Int>)
    /// The letter of a period.
    case letter
    /// The name of a month or of a day of the week.
    case name(Unit, NameStyle)
    /// Before or after noon.
    case half(isUpper: Bool)
  }

  enum Unit: Character {
    case year = "Y"
    case semester = "S"
    case quarter = "Q"
    case month = "M"
    case week = "W"
    case day = "D"
    case number = "p"
    case hour = "h"
    case minute = "m"
    case second = "s"
    case fraction = "d"

    /// The frequency of which a period has the unit's number.
    var frequency: Frequency? {
      switch self {
      case .semester: .halfYearly
      case .quarter: .quarterly
      case .month: .monthly
      case .week: .weekly
      case .day: .daily
      case .year, .number, .hour, .minute, .second, .fraction: nil
      }
    }

    /// Whether the unit is shorter than a day.
    var isOfDay: Bool { [.hour, .minute, .second, .fraction].contains(self) }
  }

  /// How names are spelt: the case is that of the word in the mask.
  struct NameStyle {
    let word: String
    /// How many letters at most.
    let length: Int?

    /// The English names, which are those of the manual.
    static let months = [
      "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
      "OCTOBER", "NOVEMBER", "DECEMBER",
    ]
    static let days = [
      "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
    ]

    /// A name as the mask spells it.
    func spelt(_ name: String) -> String {
      let cut = length.map { String(name.prefix($0)) } ?? name
      if word.allSatisfy(\.isUppercase) { return cut }
      return word.allSatisfy(\.isLowercase)
        ? cut.lowercased() : cut.prefix(1) + cut.dropFirst().lowercased()
    }
  }

  let parts: [Part]

  private init(_ parts: some Sequence<Part>) { self.parts = Array(parts) }

  /// Reads a mask; `nil` where it has what is not defined.
  init?(_ mask: String) {
    var parts: [Part] = []
    var rest = mask[...]
    while let character = rest.first {
      if let word = FormatMask.word(&rest) {
        parts.append(word)
        continue
      }
      rest.removeFirst()
      switch character {
      case "\\":
        guard let literal = rest.popFirst() else { return nil }
        parts.append(.text(String(literal)))
      case "{":
        guard let digits = FormatMask.optional(&rest) else { return nil }
        parts.append(digits)
      case "P": parts.append(.letter)
      case "C", "}": return nil
      default:
        guard let unit = Unit(rawValue: character == "q" ? "Q" : character) else {
          parts.append(.text(String(character)))
          continue
        }
        let run = rest.prefix { $0 == character }.count + 1
        rest = rest.dropFirst(run - 1)
        parts.append(.digits(unit, run...run))
      }
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  /// Takes a special word off the beginning: a name with its length, or AM/PM.
  private static func word(_ rest: inout Substring) -> Part? {
    for word in ["AM/PM", "am/pm"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      return .half(isUpper: word == "AM/PM")
    }
    let names: [(String, Unit)] = [("MONTH", .month), ("DAY", .day)]
    for (name, unit) in names {
      for word in [name, name.lowercased(), name.prefix(1) + name.dropFirst().lowercased()]
      where rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
        let length = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(length.count)
        return .name(unit, NameStyle(word: String(word), length: Int(length)))
      }
    }
    return nil
  }

  /// Takes digits that may be left out, `{M}M`, off the rest behind the brace.
  private static func optional(_ rest: inout Substring) -> Part? {
    guard let character = rest.first, let close = rest.firstIndex(of: "}"),
      let unit = Unit(rawValue: character == "q" ? "Q" : character)
    else { return nil }
    let free = rest[..<close]
    rest = rest[rest.index(after: close)...]
    let bound = rest.prefix { $0 == character }.count
    guard free.allSatisfy({ $0 == character }), bound > 0 else { return nil }
    rest = rest.dropFirst(bound)
    return .digits(unit, bound...bound + free.count)
  }

  // MARK: Parts

  /// The units of which the mask has digits or names.
  var units: [Unit] {
    parts.compactMap { part in
      switch part {
      case .digits(let unit, _): unit
      case .name(.month, _): .month
      default: nil
      }
    }
  }

  var hasLetter: Bool {
    parts.contains { part in
      if case .letter = part { true } else { false }
    }
  }

  /// Whether a day can be told: by month and day, by week and day, or by the day of the year.
  var isOfDays: Bool { units.contains(.day) }

  /// How many digits a year has at most; `nil` where there is none.
  var yearDigits: Int? {
    parts.lazy.compactMap { part in
      if case .digits(.year, let width) = part { width.upperBound } else { nil }
    }.first
  }

  /// Whether every unit stands once and the year has its century.
  var isReadable: Bool { Set(units).count == units.count && yearDigits == 4 }

  /// The masks of the beginning and of the end of an interval, which a slash parts.
  var ends: (from: FormatMask, to: FormatMask)? {
    for (index, part) in parts.enumerated() {
      guard case .text("/") = part else { continue }
      let (from, to) = (FormatMask(parts[..<index]), FormatMask(parts[(index + 1)...]))
      if from.isReadable, to.isReadable { return (from, to) }
    }
    return nil
  }
}

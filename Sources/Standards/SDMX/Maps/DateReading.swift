// SPDX-License-Identifier: Apache-2.0

internal import Structures
internal import Values

/// Turns times as a source writes them into periods of SDMX.
///
/// - Source: SDMX 3.1, section 6 (technical notes), "Structure mapping": date pattern maps, epoch maps.
struct DateReading {
  private let map: DateMap
  /// How periods of a frequency are written, where that is not SDMX's own way.
  private let formats: [String: String]

  init(_ map: DateMap, _ formats: [FrequencyFormat]) {
    self.map = map
    self.formats = Dictionary(
      formats.map { ($0.frequency, $0.pattern) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The period of a time; `nil` where the time cannot be read, or the frequency is not known.
  ///
  /// - Parameters:
  ///   - text: the time, as the source writes it.
  ///   - frequency: the code of the frequency, of CL_FREQ.
  /// - Returns: the period, as SDMX or the map's format for the frequency writes it.
  func period(_ text: String, frequency: String) -> String? {
    guard let days = days(text) else { return nil }
    let day =
      switch map.resolution {
      case "endOfPeriod": days.last
      case "midPeriod": days.first + (days.last - days.first) / 2
      default: days.first
      }
    let date = CalendarDate(daysSinceEpoch: day)
    if let pattern = formats[frequency] { return DatePattern(pattern).text(of: date) }
    let frequencies: [String: Frequency] = [
      "A": .annual, "S": .halfYearly, "H": .halfYearly, "Q": .quarterly, "M": .monthly,
      "W": .weekly, "D": .daily, "B": .daily,
    ]
    return frequencies[frequency].flatMap { TimePeriod($0, containing: date) }?.description
  }

  /// The first and the last day of what is written.
  private func days(_ text: String) -> (first: Int32, last: Int32)? {
    switch map.notation {
    case .pattern(let pattern, _): return DatePattern(pattern).days(of: text)
    case .epoch(let base, let unit):
      let lengths: [String: Double] = [
        "nanosecond": 1e9, "microsecond": 1e6, "millisecond": 1e3, "second": 1,
        "minute": 1.0 / 60, "hour": 1.0 / 3_600, "day": 1.0 / 86_400,
      ]
      guard let count = Double(text), let perSecond = lengths[unit.lowercased()],
        let start = TimePeriod(base)?.start ?? CalendarDate(String(base.prefix(10)))
      else { return nil }
      let days = (count / perSecond / 86_400).rounded(.down) + Double(start.daysSinceEpoch)
      // Between the years 1 and 9999.
      guard -719_162...2_932_896 ~= days else { return nil }
      return (Int32(days), Int32(days))
    }
  }
}

/// A pattern of letters for the parts of a date: `dd/MM/yyyy`.
///
/// - Source: SDMX 3.1, section 6: patterns follow the Java class SimpleDateFormat.
struct DatePattern {
  private enum Part {
    case year(Int), month(Int), day(Int), dayOfYear, quarter, week, ignored(Int), text(Character)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private var parts: [Part] = []

  init(_ pattern: String) {
    var rest = pattern[...]
    var isQuoted = false
    while let first = rest.first {
      if first == "'" {
        isQuoted.toggle()
        rest.removeFirst()
        continue
      }
      if isQuoted {
        parts.append(.text(first))
        rest.removeFirst()
        continue
      }
      let count = rest.prefix { $0 == first }.count
      rest = rest.dropFirst(count)
      switch first {
      case "y", "Y", "u": parts.append(.year(count))
      case "M", "L": parts.append(.month(count))
      case "d": parts.append(.day(count))
      case "D": parts.append(.dayOfYear)
      case "Q", "q": parts.append(.quarter)
      case "w": parts.append(.week)
      case "H", "h", "m", "s", "S", "k", "K": parts.append(.ignored(count))
      default: for _ in 0..<count { parts.append(.text(first)) }
      }
    }
  }

  /// The first and the last day of a text that follows the pattern; `nil` for another text.
  func days(of text: String) -> (first: Int32, last: Int32)? {
    var rest = text[...]
    var (year, month, day, quarter): (Int?, Int?, Int?, Int?) = (nil, nil, nil, nil)
    var (dayOfYear, week): (Int?, Int?) = (nil, nil)
    for (index, part) in parts.enumerated() {
      let next = index + 1 < parts.count ? parts[index + 1] : nil
      let width = { (least: Int, greatest: Int) in
        if case .text? = next { return greatest }
        return next == nil ? greatest : least
      }
      switch part {
      case .text(let character):
        guard rest.first == character else { return nil }
        rest.removeFirst()
      case .year(let count):
        let length = count == 2 ? 2 : 4
        let before = rest.count
        guard let number = take(&rest, length), before - rest.count == length else { return nil }
        year = count == 2 ? (number < 70 ? 2000 + number : 1900 + number) : number
      case .month(let count) where count >= 3:
        let word = rest.prefix { $0.isLetter }.lowercased()
        guard word.count >= 3,
          let found = DatePattern.months.firstIndex(where: { $0.hasPrefix(word) })
        else { return nil }
        month = found + 1
        rest = rest.dropFirst(word.count)
      case .month(let count):
        guard let number = take(&rest, width(count, 2)) else { return nil }
        month = number
      case .day(let count):
        guard let number = take(&rest, width(count, 2)) else { return nil }
        day = number
      case .dayOfYear:
        guard let number = take(&rest, 3) else { return nil }
        dayOfYear = number
      case .quarter:
        guard let number = take(&rest, 1) else { return nil }
        quarter = number
      case .week:
        guard let number = take(&rest, 2) else { return nil }
        week = number
      case .ignored(let count):
        guard take(&rest, width(count, 9)) != nil else { return nil }
      }
    }
    guard rest.isEmpty, let year else { return nil }
    let period =
      if let dayOfYear { TimePeriod(.daily, year: year, index: dayOfYear) } else if let week {
        TimePeriod(.weekly, year: year, index: week)
      } else if let quarter { TimePeriod(.quarterly, year: year, index: quarter) } else if let month
      {
        if let day {
          CalendarDate("\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))").flatMap {
            TimePeriod(.daily, containing: $0)
          }
        } else {
          TimePeriod(.monthly, year: year, index: month)
        }
      } else { TimePeriod(.annual, year: year) }
    return period.map { ($0.start.daysSinceEpoch, $0.end.daysSinceEpoch) }
  }

  private func take(_ rest: inout Substring, _ width: Int) -> Int? {
    let digits = rest.prefix(width).prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }

  /// A date as the pattern writes it.
  func text(of date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return parts.map { part in
      switch part {
      case .year(let count): count == 2 ? pad(year % 100, 2) : pad(year, 4)
      case .month(let count) where count == 3:
        String(DatePattern.months[month - 1].prefix(3)).capitalizedFirst
      case .month(let count) where count > 3: DatePattern.months[month - 1].capitalizedFirst
      case .month(let count): pad(month, count)
      case .day(let count): pad(day, count)
      case .dayOfYear: pad(date.dayOfYear, 3)
      case .quarter: "\((month + 2) / 3)"
      case .week: pad(date.isoWeek.week, 2)
      case .ignored(let count): String(repeating: "0", count: count)
      case .text(let character): String(character)
      }
    }.joined()
  }

  private func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

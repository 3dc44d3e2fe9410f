// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Values

/// Texts that have the form of a mask: a pattern with a group for each unit.
///
/// Times have the precision of days: a time of day must be one, and is then left out. What is read many times is
/// given to `share`, which makes a column of it.
extension FormatMask {
  /// A value that is read many times, as one that is computed once.
  typealias Share = (PlanValue) -> PlanValue

  /// What a text has in the places of the units.
  struct Pieces {
    fileprivate var units: [Unit: PlanValue] = [:]
    fileprivate var letter: PlanValue?
    /// The day of the week by its name, from 1.
    fileprivate var weekday: PlanValue?
    fileprivate var half: PlanValue?
    /// Whether the text has the form of the mask.
    fileprivate var fits: PlanValue = true
  }

  /// The pattern of the texts of this form.
  ///
  /// - Parameter captured: the position of the part that is its one group; engines know few groups.
  /// - Returns: the pattern.
  private func pattern(capturing captured: Int? = nil) -> PlanValue {
    let patterns = parts.enumerated().map { index, part in
      let open = index == captured ? "(" : "(?:"
      switch part {
      case .text(let literal): return literal.asPattern
      case .digits(_, let width):
        return open + "[0-9]{\(width.lowerBound),\(width.upperBound)})"
      case .letter: return open + "[A-Z])"
      case .name(let unit, let style):
        return open + unit.names.map { style.spelt($0) }.unique.joined(separator: "|") + ")"
      case .half(let isUpper): return open + (isUpper ? "AM|PM)" : "am|pm)")
      }
    }
    return .literal(.string(patterns.joined()))
  }

  /// Takes a text apart; `nil` where names are too short to tell which is meant.
  ///
  /// - Parameters:
  ///   - text: the text without blanks around it.
  ///   - whole: the mask of the whole text.
  ///   - first: the position of the first part of this mask in it.
  ///   - share: what makes columns.
  /// - Returns: the pieces.
  private func pieces(
    _ text: PlanValue,
    in whole: FormatMask,
    from first: Int = 0,
    _ share: Share
  ) -> Pieces? {
    var pieces = Pieces()
    pieces.fits = share(.call(.matches, text, whole.pattern()))
    for (index, part) in parts.enumerated() {
      let piece = PlanValue.call(.captured, text, whole.pattern(capturing: first + index), 1)
      switch part {
      case .text: break
      case .digits(let unit, _): pieces.units[unit] = share(piece.cast(orNullTo: .integer))
      case .letter: pieces.letter = share(piece)
      case .half: pieces.half = piece
      case .name(let unit, let style):
        let names = unit.names.map { style.spelt($0) }
        guard Set(names).count == names.count else { return nil }
        let name = share(piece)
        let number = share(
          .choice(
            names.enumerated().map { index, known in
              (name.equals(.literal(.string(known))), TimeCode.whole(index + 1))
            }
          )
        )
        if unit == .day { pieces.weekday = number } else { pieces.units[unit] = number }
      }
    }
    return pieces
  }

  // MARK: Dates

  /// A date from a text of this form; no value where it is none, `nil` where the mask gives none.
  func date(_ text: PlanValue, _ share: Share) -> PlanValue? {
    isReadable ? pieces(text, in: self, share).flatMap { date($0, share) } : nil
  }

  private func date(_ pieces: Pieces, _ share: Share) -> PlanValue? {
    var units = pieces.units
    guard pieces.letter == nil, let time = timeOfDay(&units, pieces.half),
      let year = units.removeValue(forKey: .year)
    else { return nil }
    let month = units.removeValue(forKey: .month)
    let week = units.removeValue(forKey: .week)
    let day = units.removeValue(forKey: .day)
    guard units.isEmpty else { return nil }
    let date: PlanValue
    var tests = [pieces.fits, time]
    if let week {
      guard month == nil, let number = day ?? pieces.weekday else { return nil }
      let first = share(TimeCode.firstOrdinal(.weekly, of: year))
      let monday = TimeCode.firstDay(.weekly, first + week - 1)
      tests += [
        week >= 1, first + week - 1 < TimeCode.firstOrdinal(.weekly, of: year + 1), number >= 1,
        number <= 7,
      ]
      date = share(.call(.dateOfDay, monday + number - 1))
    } else if month == nil, let day {
      date = share(.call(.dateOfDay, TimeCode.day(year, 1, 1) + day - 1))
      tests += [day >= 1, PlanValue.call(.year, date).equals(year)]
    } else {
      let spelt: [PlanValue] = [
        TimeCode.padded(year, 4), "-", month.map { TimeCode.padded($0, 2) } ?? "01", "-",
        day.map { TimeCode.padded($0, 2) } ?? "01",
      ]
      date = share(PlanValue.call(.concatenate, spelt).cast(orNullTo: .date))
    }
    tests.append(year >= 1)
    if let weekday = pieces.weekday, week == nil || day != nil {
      tests.append(TimeCode.weekday(of: date).equals(weekday))
    }
    return .choice([(PlanValue.balanced(tests, .and) ?? true, date)])
  }

  /// Whether a time of day is one, and takes its units away; `nil` where AM and PM stand without an hour.
  private func timeOfDay(_ units: inout [Unit: PlanValue], _ half: PlanValue?) -> PlanValue? {
    var tests: [PlanValue] = []
    if let hour = units.removeValue(forKey: .hour) {
      tests += half == nil ? [hour <= 23] : [hour >= 1, hour <= 12]
    } else if half != nil {
      return nil
    }
    for unit in [Unit.minute, .second] {
      if let value = units.removeValue(forKey: unit) { tests.append(value <= 59) }
    }
    units.removeValue(forKey: .fraction)
    return PlanValue.balanced(tests, .and) ?? true
  }

  // MARK: Periods and intervals

  /// The code of a period from a text of this form; no value where it is none.
  func period(_ text: PlanValue, _ share: Share) -> PlanValue? {
    isReadable ? pieces(text, in: self, share).flatMap { period(text, $0, share) } : nil
  }

  private func period(_ text: PlanValue, _ pieces: Pieces, _ share: Share) -> PlanValue? {
    guard let year = pieces.units[.year] else { return nil }
    let isDay = pieces.units[.day] != nil || pieces.weekday != nil
    if isDay, pieces.letter == nil { return date(pieces, share).map { TimeCode.code(ofDate: $0) } }
    let others = pieces.units.filter { $0.key != .year }
    guard others.count <= 1, pieces.half == nil, !others.keys.contains(where: \.isOfDay),
      (pieces.letter == nil) == (pieces.units[.number] == nil)
    else { return nil }
    let frequency = others.keys.first?.frequency ?? .annual
    let parts = PeriodParts(
      year: year,
      kind: pieces.letter ?? .literal(.string(frequency.rawValue)),
      number: others.values.first ?? TimeCode.whole(1)
    )
    return share(.choice([(pieces.fits, TimeCode.period(text, parts))]))
  }

  /// The code of an interval from a text of this form; no value where it is none.
  func interval(_ text: PlanValue, _ share: Share) -> PlanValue? {
    guard let (from, to) = ends else { return period(text, share) }
    let second = from.parts.count + 1
    guard let first = from.pieces(text, in: self, share).flatMap({ from.period(text, $0, share) }),
      let last = to.pieces(text, in: self, from: second, share)
        .flatMap({ to.period(text, $0, share) })
    else { return nil }
    return share(TimeCode.interval(from: share(first), to: share(last)))
  }
}

extension FormatMask.Unit {
  /// The names of which a text may have one.
  fileprivate var names: [String] {
    self == .month ? FormatMask.NameStyle.months : FormatMask.NameStyle.days
  }
}

extension TimeCode {
  /// The day of the week of a date, Monday 1.
  static func weekday(of date: PlanValue) -> PlanValue {
    let day = PlanValue.call(.dayNumber, date)
    let monday = firstDay(.weekly, ordinal(.weekly, containing: day))
    return day - monday + 1
  }
}

extension String {
  /// The text as a pattern that it alone matches.
  var asPattern: String {
    map { $0.isASCII && !$0.isLetter && !$0.isNumber ? "\\\($0)" : String($0) }.joined()
  }
}

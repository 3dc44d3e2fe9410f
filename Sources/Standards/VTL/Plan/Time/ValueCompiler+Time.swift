// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation
internal import Values

/// Operators on times and durations.
///
/// What asks for a day of a period takes its last, as the manual has it for `datediff` and `dateadd`; the year
/// of a week is that of its Thursday, as ISO 8601 has it.
///
/// - Source: VTL 2.2 reference manual, "Time operators".
extension ValueCompiler {
  func timeFunction(
    _ word: Keyword,
    _ values: [PlanValue?],
    _ arguments: [ValueExpression?]
  ) throws -> PlanValue {
    guard let first = values.first ?? nil, let type = arguments.first??.type else {
      throw PlanCompiler.cannot(word.rawValue)
    }
    switch word {
    case .getyear:
      if type == .date { return .call(.year, first) }
      return TimeCode.year(of: first)
    case .getmonth: return .call(.month, lastDate(first, type))
    case .dayofmonth: return .call(.day, lastDate(first, type))
    case .dayofyear:
      let date = lastDate(first, type)
      return .call(.dayNumber, date) - TimeCode.day(.call(.year, date), 1, 1) + 1
    case .datediff:
      guard values.count > 1, let second = values[1], let other = arguments[1]?.type else { break }
      return lastDay(second, other) - lastDay(first, type)
    case .dateadd:
      guard values.count > 2, let count = values[1], let unit = values[2] else { break }
      return try added(lastDay(first, type), count, unit, arguments[2])
    case .periodIndicator: return TimeCode.letter(of: first)
    case .daytoyear: return DurationText.written(days: first, per: 365, "Y")
    case .daytomonth: return DurationText.written(days: first, per: 30, "M")
    case .yeartoday, .monthtoday: return DurationText.days(first)
    default: break
    }
    throw PlanCompiler.cannot(word.rawValue)
  }

  private func lastDay(_ value: PlanValue, _ type: ScalarType) -> PlanValue {
    type == .date ? .call(.dayNumber, value) : TimeCode.lastDay(of: value)
  }

  private func lastDate(_ value: PlanValue, _ type: ScalarType) -> PlanValue {
    type == .date ? value : .call(.dateOfDay, TimeCode.lastDay(of: value))
  }

  // MARK: dateadd

  /// A day so many units later; a day that its month does not have becomes the last that it has.
  private func added(
    _ day: PlanValue,
    _ count: PlanValue,
    _ unit: PlanValue,
    _ written: ValueExpression?
  ) throws -> PlanValue {
    let date = PlanValue.call(.dateOfDay, day)
    let month = TimeCode.month(of: date)
    func later(_ letter: String) -> PlanValue? {
      if letter == "D" { return day + count }
      if letter == "W" { return day + count * 7 }
      let frequency = letter == "Y" ? .annual : Frequency(rawValue: letter)
      guard let frequency else { return nil }
      let target = month + count * TimeCode.whole(TimeCode.months(in: frequency))
      return .call(
        .least,
        TimeCode.day(ofMonth: target) + .call(.day, date) - 1,
        TimeCode.day(ofMonth: target + 1) - 1
      )
    }
    if let letter = written?.constantText {
      guard let result = later(letter) else { throw PlanCompiler.cannot("dateadd … \(letter)") }
      return .call(.dateOfDay, result)
    }
    let branches = ["D", "W", "M", "Q", "S", "A", "Y"].compactMap { letter in
      later(letter).map { (condition: unit.equals(.literal(.string(letter))), value: $0) }
    }
    return .call(.dateOfDay, .choice(branches))
  }

  // MARK: time_agg

  /// The period of a duration that a time is in.
  mutating func timeAggregation(
    _ operand: ValueExpression,
    _ period: PeriodAggregation
  ) throws -> PlanValue {
    let time = try shared(value(operand), of: operand)
    return try aggregated(time, operand.type, period)
  }

  mutating func aggregated(
    _ time: PlanValue,
    _ type: ScalarType,
    _ period: PeriodAggregation
  ) throws -> PlanValue {
    if let letter = period.to.constantText {
      guard let frequency = Frequency(rawValue: letter) else {
        throw PlanCompiler.cannot("time_agg \(letter)")
      }
      return aggregated(time, type, frequency, period.takesFirst)
    }
    let to = try value(period.to)
    let branches = Frequency.allCases.map { frequency in
      (
        condition: to.equals(.literal(.string(frequency.rawValue))),
        value: aggregated(time, type, frequency, period.takesFirst)
      )
    }
    return .choice(branches)
  }

  private func aggregated(
    _ time: PlanValue,
    _ type: ScalarType,
    _ frequency: Frequency,
    _ takesFirst: Bool
  ) -> PlanValue {
    switch type {
    case .date:
      let ordinal = TimeCode.ordinal(frequency, containing: .call(.dayNumber, time))
      let day =
        takesFirst
        ? TimeCode.firstDay(frequency, ordinal) : TimeCode.firstDay(frequency, ordinal + 1) - 1
      return .call(.dateOfDay, day)
    case .time:
      let ordinal = TimeCode.ordinal(frequency, containing: TimeCode.firstDay(of: time))
      let isWithin =
        TimeCode.lastDay(of: time) < TimeCode.firstDay(frequency, ordinal + 1)
      return orFailure(TimeCode.code(frequency, ordinal), where: isWithin)
    default:
      // A shorter period than the own one there is not.
      let converted = TimeCode.converted(time, to: frequency)
      let isLonger = TimeCode.rank(of: time) >= TimeCode.whole(TimeCode.rank(frequency))
      return orFailure(converted, where: isLonger)
    }
  }

  private func orFailure(_ value: PlanValue, where condition: PlanValue) -> PlanValue {
    failing(value, where: !condition, VTLDefinitions.shorterPeriod, as: .integer)
  }

  // MARK: Order

  /// Compares periods, which have an order only among those of one frequency.
  func ordered(
    _ operation: BinaryOperator,
    _ left: PlanValue,
    _ right: PlanValue
  ) -> PlanValue {
    let isUnlike = TimeCode.rank(of: left).differs(from: TimeCode.rank(of: right))
    return failing(
      ValueCompiler.binary(operation, left, right),
      where: isUnlike,
      VTLDefinitions.frequenciesDiffer,
      as: .boolean
    )
  }

  // MARK: Casts

  /// A text, a time or a period as another of them; `nil` where no times are concerned.
  mutating func timeCast(
    _ value: PlanValue,
    from source: ScalarType,
    to target: ScalarType,
    constant text: String?
  ) -> PlanValue? {
    switch (source, target) {
    case (.string, .timePeriod), (.string, .time):
      if let text {
        return TimeCode.constant(text) ?? .failure(VTLDefinitions.unreadableTime, as: .integer)
      }
      let name = reading(of: value)
      let (code, text) = (TimeReading.code(of: name), PlanValue.column(name))
      guard target == .timePeriod else { return .readable(code, of: text) }
      // Nearly all are written as periods, and are their own regular period.
      let isPeriod = TimeCode.length(of: code).equals(1)
      return .readable(
        .choice([(isPeriod, code)], otherwise: TimeCode.regular(code)),
        of: text
      )
    case (.date, .time), (.date, .timePeriod): return TimeCode.code(ofDate: value)
    case (.timePeriod, .date), (.time, .date):
      let first = TimeCode.firstDay(of: value)
      let isDay = first.equals(TimeCode.lastDay(of: value))
      return failing(
        .call(.dateOfDay, first),
        where: !isDay,
        VTLDefinitions.unreadableTime,
        as: .date
      )
    case (.time, .timePeriod): return .readable(TimeCode.regular(value), of: value)
    case (.timePeriod, .string), (.time, .string):
      return .call(
        .concatenate,
        PlanValue.call(.dateOfDay, TimeCode.firstDay(of: value)).cast(to: .string),
        "/",
        PlanValue.call(.dateOfDay, TimeCode.lastDay(of: value)).cast(to: .string)
      )
    default: return nil
    }
  }

  /// A value, or a failure of the statement where a condition holds.
  func failing(
    _ value: PlanValue,
    where condition: PlanValue,
    _ definition: DiagnosticDefinition,
    as type: ColumnType
  ) -> PlanValue {
    .choice([(condition, .failure(definition, as: type))], otherwise: value)
  }
}

extension PlanValue {
  /// Stops the statement with a code.
  static func failure(_ definition: DiagnosticDefinition, as type: ColumnType) -> PlanValue {
    let failure = PlanValue.call(.fail, .literal(.string(definition.code.rawValue)))
    return switch type {
    case .boolean: failure
    // A truth value becomes a day by way of a number.
    case .date: .call(.dateOfDay, failure.cast(to: .integer))
    default: failure.cast(to: type)
    }
  }

  /// The code of a time, or a failure where a text is there that is none.
  static func readable(_ code: PlanValue, of value: PlanValue) -> PlanValue {
    .choice(
      [(code.isNotNull || value.isNull, code)],
      otherwise: .failure(VTLDefinitions.unreadableTime, as: .integer)
    )
  }

  /// The value of a column in a wider type: a date among times is the interval of that day.
  func converted(from source: ColumnType?, to target: ColumnType) -> PlanValue {
    switch (source, target) {
    case _ where source == target || source == nil: self
    case (.date, .integer): TimeCode.code(ofDate: self)
    default: cast(to: target)
    }
  }
}

extension ValueExpression {
  /// The text of a constant, through conversions that need no word.
  var constantText: String? {
    switch node {
    case .constant(.string(let text)): text
    case .cast(let operand, mask: nil, _): operand.constantText
    default: nil
    }
  }
}

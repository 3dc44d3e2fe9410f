// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// Conversions from and to text.
extension ValueCompiler {
  /// A conversion whose text has the form of a mask; `nil` where the manual does not define it.
  mutating func maskedCast(
    _ operand: ValueExpression,
    to target: ScalarType,
    _ mask: String
  ) throws -> PlanValue? {
    let source = operand.type
    let value = shared(try self.value(operand, as: source.columnType), of: operand)
    let text = PlanValue.call(.trim, value)
    func share(_ value: PlanValue) -> PlanValue {
      operand.readsGroups ? value : .column(prepare(value))
    }
    switch (source, target) {
    case (.string, .integer), (.string, .number):
      return NumberMask(mask)?.number(text, as: target)
    case (.integer, .string), (.number, .string): return NumberMask(mask)?.text(of: value, source)
    case (.string, .duration): return DurationMask(mask)?.duration(text)
    case (.duration, .string): return DurationMask(mask)?.text(of: value)
    case (.string, .date):
      guard let date = FormatMask(mask)?.date(text, share) else { return nil }
      return .choice(
        [(date.isNotNull || value.isNull, date)],
        otherwise: .failure(VTLDefinitions.unreadableTime, as: .date)
      )
    case (.string, .timePeriod):
      return FormatMask(mask)?.period(text, share).map { .readable($0, of: value) }
    case (.string, .time):
      return FormatMask(mask)?.interval(text, share).map { .readable($0, of: value) }
    case (.date, .string): return FormatMask(mask)?.text(ofDate: value, share)
    case (.timePeriod, .string): return FormatMask(mask)?.text(ofPeriod: value, share)
    case (.time, .string): return FormatMask(mask)?.text(ofInterval: value, share)
    default: return nil
    }
  }

  /// A text as a number, by the digits alone that the manual names; `nil` where no numbers are concerned.
  func numberCast(_ value: PlanValue, from source: ScalarType, to target: ScalarType) -> PlanValue?
  {
    guard source == .string, target == .integer || target == .number else { return nil }
    let text = PlanValue.call(.trim, value)
    let decimals = "(?:[.][0-9]*)?(?:[eE][+-]?[0-9]+)?"
    let pattern = "[+-]?[0-9]+" + (target == .number ? decimals : "")
    let number = text.cast(orNullTo: target.columnType)
    let isNumber = PlanValue.call(.matches, text, .literal(.string(pattern))) && number.isNotNull
    return .choice(
      [(value.isNull || isNumber, number)],
      otherwise: .failure(VTLDefinitions.noNumber, as: target.columnType)
    )
  }

  /// A text as a duration and back; `nil` where no durations are concerned.
  func durationCast(
    _ value: PlanValue,
    from source: ScalarType,
    to target: ScalarType,
    constant text: String?
  ) -> PlanValue? {
    switch (source, target) {
    case (.string, .duration):
      text.map(DurationText.isDuration) == true ? value : DurationText.read(value)
    case (.duration, .string): DurationText.iso(value)
    default: nil
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension TimePeriod {
  /// The period so many periods later, or earlier where the number is negative.
  ///
  /// - Parameter periods: how many.
  /// - Returns: `nil` outside the years 1 to 9999.
  public func advanced(by periods: Int) -> TimePeriod? {
    let (sum, overflow) = ordinal.addingReportingOverflow(periods)
    return overflow ? nil : TimePeriod(frequency, ordinal: sum)
  }

  /// How many periods lie between this one and another.
  ///
  /// - Parameter other: a period of the same frequency.
  /// - Returns: negative where the other is earlier; `nil` where the frequencies differ.
  public func distance(to other: TimePeriod) -> Int? {
    frequency == other.frequency ? other.ordinal - ordinal : nil
  }

  /// The longer period that this one belongs to.
  ///
  /// A week belongs to the year, quarter or month that its Thursday is in, as ISO 8601 has it for
  /// years; so every week belongs to exactly one of them.
  ///
  /// - Parameter longer: the same frequency or a longer one.
  /// - Returns: `nil` where the frequency asked for is shorter: see ``parts(_:)``.
  public func converted(to longer: Frequency) -> TimePeriod? {
    guard longer <= frequency else { return nil }
    let day = frequency == .weekly && longer != .weekly ? start.advanced(by: 3) : start
    return day.flatMap { TimePeriod(longer, containing: $0) }
  }

  /// The shorter periods that belong to this one, in order.
  ///
  /// - Parameter shorter: the same frequency or a shorter one.
  /// - Returns: the first to the last; `nil` where the frequency asked for is longer.
  public func parts(_ shorter: Frequency) -> ClosedRange<TimePeriod>? {
    guard frequency <= shorter else { return nil }
    guard shorter == .weekly, frequency != .weekly else {
      guard let first = TimePeriod(shorter, containing: start),
        let last = TimePeriod(shorter, containing: end)
      else { return nil }
      return first...last
    }
    // A week is a part where its Thursday is: the weeks three days before the ends hold those.
    guard let from = start.advanced(by: 3), let to = end.advanced(by: -3),
      let first = TimePeriod(.weekly, containing: from),
      let last = TimePeriod(.weekly, containing: to), first <= last
    else { return nil }
    return first...last
  }

  /// Every so many periods from a first one up to a last one.
  ///
  /// - Parameters:
  ///   - first: where it begins.
  ///   - last: a period of the same frequency; it is included where the steps meet it.
  ///   - step: how many periods a step is, above zero.
  /// - Returns: the periods in order; empty where the frequencies differ, where the last lies before
  ///   the first, and where the step is not above zero.
  public static func stride(
    from first: TimePeriod,
    through last: TimePeriod,
    by step: Int = 1
  ) -> [TimePeriod] {
    guard first.frequency == last.frequency, step > 0 else { return [] }
    return Swift.stride(from: first.ordinal, through: last.ordinal, by: step)
      .compactMap { TimePeriod(first.frequency, ordinal: $0) }
  }
}

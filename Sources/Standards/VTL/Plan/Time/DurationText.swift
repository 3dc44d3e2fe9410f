// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Values

/// Durations as the texts that they are: `A`, `S`, `Q`, `M`, `W`, `D`, or by ISO 8601 `P1Y2M3W4D`.
enum DurationText {
  /// Days as a duration of larger units and days: `P1Y35D`, `P13M5D`.
  static func written(days: PlanValue, per unit: Int, _ letter: String) -> PlanValue {
    let units = PlanValue.call(.quotient, days, TimeCode.whole(unit)).cast(to: .string)
    let rest = PlanValue.call(.remainder, days, TimeCode.whole(unit)).cast(to: .string)
    return .call(.concatenate, "P", units, .literal(.string(letter)), rest, "D")
  }

  /// How many days a duration has: a year 365, a month 30, a week 7.
  ///
  /// - Source: VTL 2.2 reference manual, "Duration to number days".
  static func days(_ text: PlanValue) -> PlanValue {
    let letters: [(String, Int)] = [
      ("A", 365), ("S", 182), ("Q", 91), ("M", 30), ("W", 7), ("D", 1),
    ]
    var branches = letters.map { letter, days in
      (condition: text.equals(.literal(.string(letter))), value: TimeCode.whole(days))
    }
    var rest = PlanValue.call(.substring, text, 2, TimeCode.whole(Int(Int32.max)))
    var sum = TimeCode.whole(0)
    for (letter, days) in [("Y", 365), ("M", 30), ("W", 7), ("D", 1)] {
      let place = PlanValue.call(.position, rest, .literal(.string(letter)))
      let number = PlanValue.call(.substring, rest, 1, place - 1).cast(to: .integer)
      let isThere = place > 0
      sum =
        sum
        + .choice([(isThere, number * TimeCode.whole(days))], otherwise: TimeCode.whole(0))
      rest = .choice(
        [(isThere, .call(.substring, rest, place + 1, TimeCode.whole(Int(Int32.max))))],
        otherwise: rest
      )
    }
    branches.append((condition: .call(.startsWith, text, "P"), value: sum))
    return .choice(branches)
  }
}

extension TimeCode {
  /// The letter of the frequency of a period.
  static func letter(of code: PlanValue) -> PlanValue {
    let rank = rank(of: code)
    return .choice(
      Frequency.allCases.map { frequency in
        (rank.equals(whole(self.rank(frequency))), .literal(.string(frequency.rawValue)))
      }
    )
  }

  /// The year of the last day; of a week that of its Thursday.
  static func year(of code: PlanValue) -> PlanValue {
    let isWeek = rank(of: code).equals(whole(rank(.weekly)))
    let day = PlanValue.choice([(isWeek, lastDay(of: code) - 3)], otherwise: lastDay(of: code))
    return .call(.year, .call(.dateOfDay, day))
  }
}

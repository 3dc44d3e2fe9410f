// SPDX-License-Identifier: Apache-2.0

/// How a function of the language is written: how many arguments, and which may be left out.
///
/// - Source: VTL 2.2, grammar.
struct FunctionShape: Hashable, Sendable {
  /// How many arguments must be written.
  let required: Int
  /// How many may follow, each of which may be `_`; `nil` for any number of further required ones.
  let optional: Int?
  /// Whether the function takes datasets only, and so stands in no clause.
  let isDatasetOnly: Bool

  init(_ required: Int, optional: Int? = 0, isDatasetOnly: Bool = false) {
    self.required = required
    self.optional = optional
    self.isDatasetOnly = isDatasetOnly
  }

  /// The counts of arguments as a message shows them.
  var description: String {
    guard let optional else { return "\(required)…" }
    return optional == 0 ? "\(required)" : "\(required)…\(required + optional)"
  }

  /// The functions whose arguments are expressions.
  static let all: [Keyword: FunctionShape] = [
    .trim: .init(1), .ltrim: .init(1), .rtrim: .init(1), .upper: .init(1), .lower: .init(1),
    .length: .init(1), .substr: .init(1, optional: 2), .replace: .init(2, optional: 1),
    .instr: .init(2, optional: 2),
    .ceil: .init(1), .floor: .init(1), .abs: .init(1), .exp: .init(1), .ln: .init(1),
    .sqrt: .init(1), .round: .init(1, optional: 1), .trunc: .init(1, optional: 1),
    .mod: .init(2), .power: .init(2), .log: .init(2), .random: .init(2),
    .between: .init(3), .matchCharacters: .init(2), .isnull: .init(1),
    .nvl: .init(2),
    .periodIndicator: .init(0, optional: 1), .flowToStock: .init(1), .stockToFlow: .init(1),
    .timeshift: .init(2), .currentDate: .init(0), .datediff: .init(2), .dateadd: .init(3),
    .getyear: .init(1), .getmonth: .init(1), .dayofmonth: .init(1), .dayofyear: .init(1),
    .daytoyear: .init(1), .daytomonth: .init(1), .yeartoday: .init(1), .monthtoday: .init(1),
    .union: .init(2, optional: nil, isDatasetOnly: true),
    .intersect: .init(2, optional: nil, isDatasetOnly: true),
    .setdiff: .init(2, isDatasetOnly: true), .symdiff: .init(2, isDatasetOnly: true),
  ]
}

// SPDX-License-Identifier: Apache-2.0

/// A function of values in one row.
///
/// A dialect spells each of them in its table; what it cannot spell is listed before anything runs.
public enum Function: String, CaseIterable, Hashable, Sendable {
  // Arithmetic
  case add, subtract, multiply, divide, negate, absolute
  /// The whole part of a quotient of whole numbers; no value where the divisor is zero.
  case quotient
  case remainder, roundDown, roundUp, power, exponential, naturalLogarithm, squareRoot
  // Comparison
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, same
  case isNull, isNotNull
  // Logic
  case and, or, not
  // Choice
  case coalesce, nullIf, least, greatest
  // Text
  case concatenate, lower, upper, trim, trimStart, trimEnd, length, substring, replace, startsWith
  case contains, position, matches
  /// Where a text stands in another for the n-th time from a place on, counted from one; places may overlap, zero
  /// where there is none. Arguments: the text, what is looked for, the place, n.
  case occurrence
  /// The part of a text that the n-th group of a pattern matches; empty where the pattern does not.
  case captured
  // Calendar
  case year, month, day
  /// Days since 1970-01-01, the day of such a number, and the day of a year, a month and a day.
  case dayNumber, dateOfDay, date
  // Distances of texts
  case levenshtein, damerauLevenshtein, hamming, jaroWinkler
  /// What the engine understands of the text of one query, as JSON; an error in it where there is none.
  case queryTree
  /// A number from zero to below one that a text decides: the first 52 bits of its MD5 digest.
  case uniform
  /// A whole number that equal values share and different ones hardly ever.
  case fingerprint
  // Stopping: no value, for the statement fails with a text
  case fail

  /// The rule that gives the type of the result.
  var rule: TypeRule {
    switch self {
    case .add, .subtract, .multiply: .arithmetic
    case .divide: .division
    case .negate, .absolute: .sameNumber
    case .remainder: .alike(minimum: 2)
    case .quotient: .integers(2, gives: .integer)
    case .roundDown, .roundUp, .exponential, .naturalLogarithm, .squareRoot: .doubles(1)
    case .power: .doubles(2)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .same: .comparison
    case .isNull, .isNotNull: .test
    case .and, .or: .logic(2)
    case .not: .logic(1)
    case .coalesce, .least, .greatest: .alike(minimum: 2)
    case .nullIf: .alike(minimum: 2)
    case .concatenate: .text(minimum: 2, gives: .string)
    case .lower, .upper, .trim, .trimStart, .trimEnd: .text(minimum: 1, maximum: 1, gives: .string)
    case .replace: .text(minimum: 3, maximum: 3, gives: .string)
    case .startsWith, .contains, .matches: .text(minimum: 2, maximum: 2, gives: .boolean)
    case .position: .text(minimum: 2, maximum: 2, gives: .integer)
    case .occurrence: .places(texts: 2, numbers: 2, gives: .integer)
    case .captured: .places(texts: 2, numbers: 1, gives: .string)
    case .fail: .text(minimum: 1, maximum: 1, gives: .boolean)
    case .length: .text(minimum: 1, maximum: 1, gives: .integer)
    case .substring: .places(texts: 1, numbers: 2, gives: .string)
    case .year, .month, .day, .dayNumber: .calendar
    case .dateOfDay: .integers(1, gives: .date)
    case .date: .integers(3, gives: .date)
    case .levenshtein, .damerauLevenshtein, .hamming:
      .text(minimum: 2, maximum: 2, gives: .integer)
    case .queryTree: .text(minimum: 1, maximum: 1, gives: .string)
    case .uniform: .text(minimum: 1, maximum: 1, gives: .double)
    case .jaroWinkler: .text(minimum: 2, maximum: 2, gives: .double)
    case .fingerprint: .anything(gives: .integer)
    }
  }
}

/// A function over the rows of a group or a window.
public enum Aggregate: Hashable, Sendable {
  /// How many rows.
  case countRows
  /// How many rows have a value.
  case count(Expression)
  /// How many different values.
  case countDistinct(Expression)
  /// The exact sum of whole numbers or decimals; a plan refuses doubles here.
  ///
  /// The result has 38 digits and the scale of the argument, so it does not depend on the order of
  /// the rows or the number of threads.
  case sum(Expression)
  /// The sum of doubles in no fixed order: equal up to rounding only, never for a release.
  case approximateSum(Expression)
  /// The least value.
  case minimum(Expression)
  /// The greatest value.
  case maximum(Expression)
  /// The mean of doubles in no fixed order; a plan refuses decimals, whose mean is rounded by hand.
  case approximateMean(Expression)
  /// The middle of doubles, or the mean of the two in the middle.
  case median(Expression)
  /// The mean squared distance of doubles from their mean, by n − 1 for a sample, by n otherwise.
  case approximateVariance(Expression, ofSample: Bool)
  /// The root of the variance.
  case approximateDeviation(Expression, ofSample: Bool)

  /// What is aggregated; `nil` for ``countRows``.
  public var argument: Expression? {
    switch self {
    case .countRows: nil
    case .count(let value), .countDistinct(let value), .sum(let value),
      .approximateSum(let value), .minimum(let value), .maximum(let value),
      .approximateMean(let value), .median(let value), .approximateVariance(let value, _),
      .approximateDeviation(let value, _):
      value
    }
  }
}

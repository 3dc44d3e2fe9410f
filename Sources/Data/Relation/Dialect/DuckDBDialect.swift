// SPDX-License-Identifier: Apache-2.0

extension SQLDialect {
  /// DuckDB 1.5, the embedded engine.
  public static let duckDB: SQLDialect = SQLDialect(
    name: "DuckDB",
    identifierQuote: "\"",
    escapesBackslash: false,
    typeNames: TypeNames(
      boolean: "BOOLEAN",
      integer: "BIGINT",
      double: "DOUBLE",
      decimal: "DECIMAL",
      string: "VARCHAR",
      date: "DATE",
      timestamp: "TIMESTAMP",
      timestampLiteral: "TIMESTAMP"
    ),
    functions: commonFunctions.merging([
      .length: .call("length"),
      .startsWith: .call("starts_with"),
      .contains: .call("contains"),
      .position: .call("instr"),
      .matches: .call("regexp_full_match"),
      .captured: .template("regexp_extract({0}, {1}, CAST({2} AS INTEGER))"),
      // The places are listed, and the n-th of them is taken.
      .occurrence: .template(
        """
        CASE WHEN {0} IS NULL OR {1} IS NULL OR {2} IS NULL OR {3} IS NULL THEN NULL WHEN {3} < 1 THEN 0 \
        ELSE coalesce(list_filter(range(greatest({2}, 1), length({0}) - length({1}) + 2), \
        lambda _place: substring({0}, _place, length({1})) = {1})[{3}], 0) END
        """
      ),
      .fail: .call("error"),
      .queryTree: .template("CAST(json_serialize_sql({0}) AS VARCHAR)"),
      .quotient: .template("({0} // nullif({1}, 0))"),
      .dayNumber: .template("date_diff('day', DATE '1970-01-01', {0})"),
      .dateOfDay: .template("(DATE '1970-01-01' + CAST({0} AS INTEGER))"),
      .date: .call("make_date"),
      .fingerprint: .template("CAST(hash({*}) >> 1 AS BIGINT)"),
      .levenshtein: byCharacter("levenshtein"),
      .damerauLevenshtein: byCharacter("damerau_levenshtein"),
      .hamming: byCharacter("hamming"),
      .jaroWinkler: byCharacter("jaro_winkler_similarity"),
      .uniform: .template(
        "(CAST('0x' || substring(md5({0}), 1, 13) AS BIGINT) / CAST('4503599627370496' AS DOUBLE))"
      ),
      .same: .infix("IS NOT DISTINCT FROM"),
      // concat() of DuckDB skips missing values; the operator does not.
      .concatenate: .infix("||"),
    ]) { _, own in own },
    sources: [
      .parquet: .call("read_parquet"),
      .delimited: .template(
        """
        read_csv({0}, columns = {1}, delim = {2}, auto_detect = false, header = true, \
        quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false)
        """
      ),
      .spreadsheet: .template(
        "read_xlsx({0}, header = true, all_varchar = true, stop_at_empty = false)"
      ),
    ],
    numbers: .template("unnest(generate_series({0}, {1}))"),
    lastKnown: .template("last_value({0} IGNORE NULLS)"),
    tryCast: .template("TRY_CAST({0} AS {1})"),
    features: [.copyToFile, .parameters, .rowOrder]
  )

  /// A distance of two texts, which DuckDB counts in bytes.
  ///
  /// Where a text has characters of several bytes, every character of both becomes one of a single byte, the
  /// same for the same, so that bytes are characters.
  private static func byCharacter(_ name: String) -> Spelling {
    let bytes = "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz|~"
    let all = "array_to_string(list_distinct(string_split({0} || {1}, '')), '')"
    let plain = "strlen({0}) = length({0}) AND strlen({1}) = length({1})"
    return .template(
      """
      CASE WHEN \(plain) THEN \(name)({0}, {1}) \
      ELSE \(name)(translate({0}, \(all), '\(bytes)'), translate({1}, \(all), '\(bytes)')) END
      """
    )
  }

  /// The functions that the engines spell alike.
  static let commonFunctions: [Function: Spelling] = [
    .add: .infix("+"), .subtract: .infix("-"), .multiply: .infix("*"),
    // Nothing divided by zero is a number, on either engine.
    .divide: .template("({0} / nullif({1}, CAST('0' AS DOUBLE)))"),
    // Nothing is left of a division by zero that is a number.
    .remainder: .template("({0} % nullif({1}, 0))"),
    .negate: .prefix("-"), .absolute: .call("abs"),
    .roundDown: .call("floor"), .roundUp: .call("ceil"), .power: .call("power"),
    .exponential: .call("exp"), .naturalLogarithm: .call("ln"), .squareRoot: .call("sqrt"),
    .equal: .infix("="), .notEqual: .infix("<>"), .less: .infix("<"), .lessOrEqual: .infix("<="),
    .greater: .infix(">"), .greaterOrEqual: .infix(">="),
    .isNull: .postfix("IS NULL"), .isNotNull: .postfix("IS NOT NULL"),
    .and: .infix("AND"), .or: .infix("OR"), .not: .prefix("NOT"),
    .coalesce: .call("coalesce"), .nullIf: .call("nullif"),
    .least: .call("least"), .greatest: .call("greatest"),
    .lower: .call("lower"), .upper: .call("upper"), .trim: .call("trim"),
    .trimStart: .call("ltrim"), .trimEnd: .call("rtrim"),
    .substring: .call("substring"), .replace: .call("replace"),
    .year: .call("year"), .month: .call("month"), .day: .call("day"),
  ]
}

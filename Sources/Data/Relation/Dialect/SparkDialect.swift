// SPDX-License-Identifier: Apache-2.0

extension SQLDialect {
  /// Apache Spark SQL 4, the distributed engine.
  public static let spark: SQLDialect = SQLDialect(
    name: "Spark",
    identifierQuote: "`",
    escapesBackslash: true,
    typeNames: TypeNames(
      boolean: "BOOLEAN",
      integer: "BIGINT",
      double: "DOUBLE",
      decimal: "DECIMAL",
      string: "STRING",
      date: "DATE",
      timestamp: "TIMESTAMP_NTZ",
      timestampLiteral: "TIMESTAMP_NTZ"
    ),
    functions: commonFunctions.merging([
      .length: .template("CAST(char_length({0}) AS BIGINT)"),
      .startsWith: .call("startswith"),
      .contains: .call("contains"),
      .position: .template("CAST(instr({0}, {1}) AS BIGINT)"),
      .matches: .template("({0} RLIKE concat('^(?:', {1}, ')$'))"),
      .captured: .template("regexp_extract({0}, {1}, CAST({2} AS INT))"),
      .occurrence: .template(
        """
        CASE WHEN {0} IS NULL OR {1} IS NULL OR {2} IS NULL OR {3} IS NULL THEN NULL \
        WHEN {3} < 1 OR char_length({0}) - char_length({1}) + 1 < greatest({2}, 1) THEN 0 \
        ELSE coalesce(get(filter(sequence(greatest({2}, 1), CAST(char_length({0}) - char_length({1}) + 1 AS BIGINT)), \
        _place -> substring({0}, CAST(_place AS INT), char_length({1})) = {1}), CAST({3} - 1 AS INT)), 0) END
        """
      ),
      .fail: .call("raise_error"),
      .quotient: .template("({0} DIV nullif({1}, 0))"),
      .dayNumber: .template("CAST(unix_date({0}) AS BIGINT)"),
      .dateOfDay: .template("date_from_unix_date(CAST({0} AS INT))"),
      .date: .template("make_date(CAST({0} AS INT), CAST({1} AS INT), CAST({2} AS INT))"),
      .fingerprint: .call("xxhash64"),
      .uniform: .template(
        "(CAST(conv(substring(md5({0}), 1, 13), 16, 10) AS BIGINT) / CAST('4503599627370496' AS DOUBLE))"
      ),
      .levenshtein: .template("CAST(levenshtein({0}, {1}) AS BIGINT)"),
      .same: .infix("<=>"),
      .concatenate: .infix("||"),
      // Spark counts substrings in 32 bits.
      .substring: .template("substring({0}, CAST({1} AS INT), CAST({2} AS INT))"),
      .roundDown: .template("CAST(floor({0}) AS DOUBLE)"),
      .roundUp: .template("CAST(ceil({0}) AS DOUBLE)"),
      .year: .template("CAST(year({0}) AS BIGINT)"),
      .month: .template("CAST(month({0}) AS BIGINT)"),
      .day: .template("CAST(day({0}) AS BIGINT)"),
    ]) { _, own in own },
    // One file or one folder, whose path stands where the name of a table does.
    sources: [.parquet: .template("parquet.{0}")],
    numbers: .template("explode(sequence({0}, {1}))"),
    lastKnown: .template("last_value({0}, true)"),
    tryCast: .template("TRY_CAST({0} AS {1})"),
    features: [.copyToFolder]
  )
}

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
      .fail: .call("error"),
      .same: .infix("IS NOT DISTINCT FROM"),
      // concat() of DuckDB skips missing values; the operator does not.
      .concatenate: .infix("||"),
    ]) { _, own in own },
    sources: [
      .parquet: .call("read_parquet"),
      .spreadsheet: .template(
        "read_xlsx({0}, header = true, all_varchar = true, stop_at_empty = false)"
      ),
    ],
    tryCast: .template("TRY_CAST({0} AS {1})"),
    features: [.copyToFile, .parameters, .rowOrder]
  )

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

// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Relation

/// Cases for literals, parameters and the functions of a row.
extension PlanCases {
  static func values() throws(Diagnostic) -> [PlanCase] {
    try literals() + [types()] + functions()
  }

  /// The ends of what every engine holds, a column a type; the sources stand beside the golden texts.
  private static func types() throws(Diagnostic) -> PlanCase {
    let schema = Schema([
      Field("n", .integer), Field("flag", .boolean), Field("real", .double),
      Field("money", .decimal(precision: 18, scale: 2)),
      Field("wide", .decimal(precision: 38, scale: 0)),
      Field("deep", .decimal(precision: 38, scale: 38)),
      Field("digit", .decimal(precision: 1, scale: 0)), Field("text", .string),
      Field("day", .date), Field("at", .timestamp),
    ])
    let greatest: Int128 = 99_999_999_999_999_999_999_999_999_999_999_999_999
    func row(_ n: Int64, _ flag: Bool, _ real: Double, sign: Int128, _ text: String) -> [Literal] {
      [
        .integer(n), .boolean(flag), .double(real),
        .decimal(unscaled: sign * 999_999_999_999_999_999, precision: 18, scale: 2),
        .decimal(unscaled: sign * greatest, precision: 38, scale: 0),
        .decimal(unscaled: sign * greatest, precision: 38, scale: 38),
        .decimal(unscaled: sign * 9, precision: 1, scale: 0), .string(text),
        .date(day: sign < 0 ? -719_162 : 2_932_896),
        .timestamp(microseconds: sign < 0 ? -62_135_596_800_000_000 : 253_402_300_799_999_999),
      ]
    }
    let rows: [[Literal]] = [
      row(.min, false, -.greatestFiniteMagnitude, sign: -1, ""),
      row(-1, true, -.infinity, sign: -1, "\u{10FFFF}"),
      row(0, false, .leastNonzeroMagnitude, sign: 1, "\u{10FFFF}"),
      row(1, true, .infinity, sign: 1, ""),
      row(.max, true, .greatestFiniteMagnitude, sign: 1, "\u{10FFFF}"),
    ]
    return PlanCase("types", try Plan.values(rows, schema: schema).sort(by: ["n"]), rows)
  }

  private static func literals() throws(Diagnostic) -> [PlanCase] {
    let schema = Schema([
      Field("n", .integer), Field("text", .string), Field("big", .decimal(precision: 38, scale: 9)),
      Field("day", .date), Field("at", .timestamp), Field("flag", .boolean),
      Field("real", .double),
    ])
    let greatest: Int128 = 99_999_999_999_999_999_999_999_999_999_999_999_999
    let rows: [[Literal]] = [
      [
        1, "it's \\ \"quoted\"; -- no 名 🌍", .decimal(unscaled: greatest, precision: 38, scale: 9),
        .date(day: 19_782), .timestamp(microseconds: -1), true, 0.1,
      ],
      [
        .integer(.min), "", .decimal(unscaled: -greatest, precision: 38, scale: 9),
        .date(day: -719_162), .timestamp(microseconds: 1_709_164_800_000_000), false, 1e300,
      ],
      [
        3, .null(.string), .null(.decimal(precision: 38, scale: 9)), .null(.date),
        .null(.timestamp), .null(.boolean), .null(.double),
      ],
    ]
    let sorted = [rows[1], rows[0], rows[2]]
    return [
      PlanCase("values", try Plan.values(rows, schema: schema).sort(by: ["n"]), sorted),
      PlanCase(
        "values-empty",
        try Plan.values([], schema: schema).select(["n", "text"]).sort(by: ["n"]),
        []
      ),
      PlanCase(
        "parameter",
        try PlanTables.activity
          .filter(
            .column("partner").equals(.parameter("partner", .string))
              && .column("year") > .parameter("after", .integer)
          ).select(["id"]).sort(by: ["id"]),
        [["A2"]],
        values: ["partner": "GHA", "after": 2022]
      ),
      PlanCase(
        "membership",
        try PlanTables.activity.filter(.column("id").isIn(["A'5\\", "A3", "x"]))
          .select(["id"]).sort(by: ["id"]),
        [["A'5\\"], ["A3"]]
      ),
    ]
  }

  private static func functions() throws(Diagnostic) -> [PlanCase] {
    let one = try PlanTables.activity.filter(.column("id").equals("A2"))
    let amount = Expression.column("amount")
    return [
      PlanCase(
        "functions-of-numbers",
        try one.project([
          NamedExpression("product", amount * amount),
          NamedExpression("negative", .call(.negate, amount)),
          NamedExpression("half", .column("share") / .literal(0.5)),
          NamedExpression("nothing", .column("share") / .literal(0.0)),
          NamedExpression("floor", .call(.roundDown, .literal(2.5))),
          NamedExpression("ceiling", .call(.roundUp, .literal(2.5))),
          NamedExpression("root", .call(.squareRoot, .literal(6.25))),
          NamedExpression("power", .call(.power, .literal(2.0), .literal(10.0))),
          NamedExpression("difference", .column("year") - 23),
          NamedExpression("rest", .call(.remainder, -5, 3)),
          NamedExpression("no rest", .call(.remainder, 5, 0)),
          NamedExpression("distance", .call(.absolute, .column("year") - 2100)),
          NamedExpression("one", .call(.exponential, .literal(0.0))),
          NamedExpression("zero", .call(.naturalLogarithm, .literal(1.0))),
          NamedExpression("least", .call(.least, 4, 2, 9)),
        ]).sort(by: ["product"]),
        [
          [
            .decimal(unscaled: 62_525_002_500, precision: 37, scale: 4),
            PlanTables.amount(-250_050), 0.5, .null(.double), 2.0, 3.0, 2.5, 1024.0, 2000,
            -2, .null(.integer), 77, 1.0, 0.0, 2,
          ]
        ]
      ),
      PlanCase(
        "functions-of-time",
        try one.project([
          NamedExpression("quotient", .call(.quotient, 17, 5)),
          NamedExpression("no quotient", .call(.quotient, 17, 0)),
          NamedExpression("number", .call(.dayNumber, .column("start"))),
          NamedExpression("before", .call(.dayNumber, .literal(.date(day: -719_162)))),
          NamedExpression("day", .call(.dateOfDay, 19_417)),
          NamedExpression("leap", .call(.date, 2020, 2, 29)),
          NamedExpression(
            "same",
            .call(.fingerprint, .column("id"), 1).equals(.call(.fingerprint, "A2", 1))
          ),
          NamedExpression("edits", .call(.levenshtein, "kitten", "sitting")),
          NamedExpression("accents", .call(.levenshtein, "Perú", "Peru")),
          // The digest of abc in RFC 1321 begins with 900150983cd24: 2533440000937252 / 2^52.
          NamedExpression("uniform", .call(.uniform, "abc")),
        ]).sort(by: ["quotient"]),
        [
          [
            3, .null(.integer), 19_417, -719_162, .date(day: 19_417), .date(day: 18_321), true, 3,
            1,
            .double(Double(0x9_0015_0983_cd24) / 4_503_599_627_370_496),
          ]
        ]
      ),
      PlanCase(
        "expand",
        try PlanTables.activity.select(["id", "year"]).expanding(
          "n",
          from: .column("year"),
          through: 2022
        ).sort(by: ["n", "id"]),
        [["A'5\\", 2021, 2021], ["A'5\\", 2021, 2022], ["A1", 2022, 2022], ["A4", 2022, 2022]]
      ),
      PlanCase(
        "functions-of-text",
        try one.project([
          NamedExpression("text", .call(.concatenate, .column("id"), "-é🌍")),
          NamedExpression("missing", .call(.concatenate, "a", .literal(.null(.string)))),
          NamedExpression("length", .call(.length, "é🌍x")),
          NamedExpression("part", .call(.substring, "résumé", 2, 3)),
          NamedExpression("upper", .call(.upper, "perú")),
          NamedExpression("lower", .call(.lower, "PERÚ")),
          NamedExpression("trimmed", .call(.trim, "  a b ")),
          NamedExpression("replaced", .call(.replace, "a.b.c", ".", "")),
          NamedExpression("starts", .call(.startsWith, "50%", "50")),
          NamedExpression("contains", .call(.contains, "50%_", "%_")),
          NamedExpression("start", .call(.trimStart, "  a b ")),
          NamedExpression("end", .call(.trimEnd, "  a b ")),
          NamedExpression("place", .call(.position, "é🌍x", "x")),
          NamedExpression("no place", .call(.position, "é🌍x", "y")),
          NamedExpression("matches", .call(.matches, "ab12", "[a-z]+[0-9]+")),
          NamedExpression("part matches", .call(.matches, "ab12-", "[a-z]+[0-9]+")),
          NamedExpression("second", .call(.occurrence, "éaña-aña", "a", 1, 2)),
          NamedExpression("overlapping", .call(.occurrence, "aaaa", "aa", 2, 2)),
          NamedExpression("no third", .call(.occurrence, "abab", "ab", 1, 3)),
          NamedExpression("too long", .call(.occurrence, "a", "ab", 1, 1)),
          NamedExpression("past", .call(.occurrence, "abab", "ab", 9, 1)),
          NamedExpression("missing place", .call(.occurrence, .literal(.null(.string)), "a", 1, 1)),
          NamedExpression("group", .call(.captured, "ñ1-23", "(.)([0-9])-([0-9]{2})", 3)),
          NamedExpression("no group", .call(.captured, "ñ1", "([a-z])", 1)),
        ]).sort(by: ["text"]),
        [
          [
            "A2-é🌍", .null(.string), 3, "ésu", "PERÚ", "perú", "a b", "abc", true, true, "a b ",
            "  a b", 3,
            0, true, false, 4, 3, 0, 0, 0, .null(.integer), "23", "",
          ]
        ]
      ),
      PlanCase(
        "functions-of-choice",
        try one.project([
          NamedExpression("year", .call(.year, .column("start"))),
          NamedExpression("month", .call(.month, .column("start"))),
          NamedExpression("day", .call(.day, .column("start"))),
          NamedExpression(
            "size",
            .choice(
              [(amount > .literal(PlanTables.amount(100)), "large")],
              otherwise: "small"
            )
          ),
          NamedExpression("first", .call(.coalesce, .literal(.null(.string)), "b")),
          NamedExpression("none", .call(.nullIf, "a", "a")),
          NamedExpression("same", .literal(.null(.string)).isSame(as: .literal(.null(.string)))),
          NamedExpression("whole", Expression.literal("12").cast(to: .integer)),
          NamedExpression("bad", Expression.literal("12x").cast(orNullTo: .integer)),
          NamedExpression("greatest", .call(.greatest, 1, 5, 3)),
        ]).sort(by: ["year"]),
        [[2023, 3, 1, "large", "b", .null(.string), true, 12, .null(.integer), 5]]
      ),
    ]
  }
}

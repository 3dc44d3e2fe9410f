// SPDX-License-Identifier: Apache-2.0

internal import Columns
public import Diagnostics
internal import Relation

/// A case for each operation, and for what engines are known to differ in.
public enum PlanCases {
  /// All of them.
  ///
  /// - Throws: nothing that is not a mistake in the cases themselves.
  public static func all() throws(Diagnostic) -> [PlanCase] {
    try rows() + joins() + groups() + windows() + values()
  }

  private static let activity = PlanTables.activity
  private static let partner = PlanTables.partner

  private static func amount(_ cents: Int128?, precision: Int = 18) -> Literal {
    PlanTables.amount(cents, precision: precision)
  }

  private static func rows() throws(Diagnostic) -> [PlanCase] {
    [
      PlanCase("scan", try partner.sort(by: ["code"]), PlanTables.partners.sortedByFirst),
      PlanCase(
        "filter",
        try activity.filter(.column("year") >= 2023).select(["id"]).sort(by: ["id"]),
        [["A2"], ["A3"]]
      ),
      PlanCase(
        "filter-missing-is-not-false",
        try activity.filter(!.column("public")).select(["id"]).sort(by: ["id"]),
        [["A2"]]
      ),
      PlanCase(
        "project",
        try activity.project([
          NamedExpression("id"),
          NamedExpression("double amount", .column("amount") + .column("amount")),
        ]).sort(by: ["id"]),
        [
          ["A'5\\", amount(-15_050, precision: 19)], ["A1", amount(200_000, precision: 19)],
          ["A2", amount(500_100, precision: 19)], ["A3", amount(nil, precision: 19)],
          ["A4", amount(2, precision: 19)],
        ]
      ),
      PlanCase(
        "sort-and-limit",
        try activity.select(["id", "amount"])
          .sort([SortKey("amount", isDescending: true, nullsFirst: true), SortKey("id")])
          .limit(2, offset: 1),
        [["A2", amount(250_050)], ["A1", amount(100_000)]]
      ),
      PlanCase(
        "distinct",
        try activity.select(["year"]).distinct().sort(by: ["year"]),
        [[2021], [2022], [2023]]
      ),
      PlanCase(
        "union",
        try Plan.union(
          try partner.select(["code"]),
          try activity.project([NamedExpression("code", .column("partner"))])
        ).filter(.column("code").isNotNull).sort(by: ["code"]),
        [["BOL"], ["BOL"], ["GHA"], ["GHA"], ["GHA"], ["PER"], ["TLS"]]
      ),
    ]
  }

  private static func joins() throws(Diagnostic) -> [PlanCase] {
    let left = try activity.select(["id", "partner"])
    let keys = [JoinKey("partner", "code")]
    let right = try partner.filter(.column("name").differs(from: "Ghana"))
    return [
      PlanCase(
        "join-inner",
        try left.join(partner, on: keys).sort(by: ["id"]),
        [["A1", "GHA", "Ghana"], ["A2", "GHA", "Ghana"], ["A3", "BOL", "Bolivia"]]
      ),
      PlanCase(
        "join-left",
        try left.join(right, .left, on: keys).sort(by: ["id"]),
        [
          ["A'5\\", "TLS", .null(.string)], ["A1", "GHA", .null(.string)],
          ["A2", "GHA", .null(.string)], ["A3", "BOL", "Bolivia"],
          ["A4", .null(.string), .null(.string)],
        ]
      ),
      PlanCase(
        "join-full",
        try left.join(right, .full, on: keys).sort(by: ["id", "name"]),
        [
          ["A'5\\", "TLS", .null(.string)], ["A1", "GHA", .null(.string)],
          ["A2", "GHA", .null(.string)], ["A3", "BOL", "Bolivia"],
          ["A4", .null(.string), .null(.string)], [.null(.string), "PER", "Perú"],
          [.null(.string), .null(.string), "unknown"],
        ]
      ),
      PlanCase(
        "join-semi",
        try left.join(partner, .semi, on: keys).select(["id"]).sort(by: ["id"]),
        [["A1"], ["A2"], ["A3"]]
      ),
      PlanCase(
        "join-anti",
        try left.join(partner, .anti, on: keys).select(["id"]).sort(by: ["id"]),
        [["A'5\\"], ["A4"]]
      ),
      PlanCase(
        "intersect-by-key",
        try left.intersect(partner, by: keys).select(["id"]).sort(by: ["id"]),
        [["A1"], ["A2"], ["A3"], ["A4"]]
      ),
      PlanCase(
        "except-by-key",
        try left.except(partner, by: keys).select(["id"]).sort(by: ["id"]),
        [["A'5\\"]]
      ),
    ]
  }

  private static func groups() throws(Diagnostic) -> [PlanCase] {
    [
      PlanCase(
        "aggregate",
        try activity.aggregate(
          by: ["year"],
          [
            NamedAggregate("activities", .countRows),
            NamedAggregate("valued", .count(.column("amount"))),
            NamedAggregate("partners", .countDistinct(.column("partner"))),
            NamedAggregate("total", .sum(.column("amount"))),
            NamedAggregate("least", .minimum(.column("amount"))),
            NamedAggregate("greatest", .maximum(.column("id"))),
          ]
        ).sort(by: ["year"]),
        [
          [2021, 1, 1, 1, amount(-7_525, precision: 38), amount(-7_525), "A'5\\"],
          [2022, 2, 2, 1, amount(100_001, precision: 38), amount(1), "A4"],
          [2023, 2, 1, 2, amount(250_050, precision: 38), amount(250_050), "A3"],
        ]
      ),
      PlanCase(
        "aggregate-without-keys",
        try activity.filter(.column("year") > 2050).aggregate(
          by: [],
          [
            NamedAggregate("rows", .countRows),
            NamedAggregate("years", .sum(.column("year"))),
            NamedAggregate("mean", .approximateMean(.column("share"))),
          ]
        ).sort(by: ["rows"]),
        [[0, .null(.decimal(precision: 38, scale: 0)), .null(.double)]]
      ),
      PlanCase(
        "aggregate-of-reals",
        try activity.aggregate(by: [], [NamedAggregate("sum", .approximateSum(.column("share")))])
          .sort(by: ["sum"]),
        // A half, a quarter, one and an eighth: binary numbers add up exactly here.
        [[1.875]]
      ),
      PlanCase(
        "aggregate-of-spread",
        try Plan.values(
          [
            ["a", 1.0], ["a", 2.0], ["a", 4.0], ["a", 5.0], ["a", .null(.double)], ["b", 5.0],
          ],
          schema: Schema([Field("part", .string), Field("x", .double)])
        ).aggregate(
          by: ["part"],
          [
            NamedAggregate("middle", .median(.column("x"))),
            NamedAggregate("of all", .approximateVariance(.column("x"), ofSample: false)),
            NamedAggregate("of sample", .approximateVariance(.column("x"), ofSample: true)),
            NamedAggregate("deviation", .approximateDeviation(.column("x"), ofSample: false)),
            NamedAggregate("of one", .approximateDeviation(.column("x"), ofSample: true)),
          ]
        ).project([
          NamedExpression("part"), NamedExpression("middle"), NamedExpression("of all"),
          NamedExpression("thrice", .column("of sample") * .literal(3.0)),
          NamedExpression("square", .column("deviation") < .literal(1.6)),
          NamedExpression("none", .column("of one").isNull),
        ]).sort(by: ["part"]),
        // 1, 2, 4, 5: mean 3, squared distances 4 + 1 + 1 + 4 = 10.
        [
          ["a", 3.0, 2.5, 10.0, true, false],
          ["b", 5.0, 0.0, .null(.double), true, true],
        ]
      ),
    ]
  }

  private static func windows() throws(Diagnostic) -> [PlanCase] {
    let order = [SortKey("id")]
    return [
      PlanCase(
        "window",
        try activity.select(["id", "year"]).window([
          NamedWindow("number", .rowNumber, partition: ["year"], order: order),
          NamedWindow("rank", .rank, order: [SortKey("year")]),
          NamedWindow("dense", .denseRank, order: [SortKey("year")]),
          NamedWindow("before", .lag(.column("year"), by: 1), order: order),
          NamedWindow("after", .lead(.column("id"), by: 1), partition: ["year"], order: order),
          NamedWindow(
            "running",
            .aggregate(.countRows),
            order: order,
            frame: .untilCurrent
          ),
          NamedWindow("first", .firstValue(.column("id")), partition: ["year"], order: order),
        ]).sort(by: ["id"]),
        [
          ["A'5\\", 2021, 1, 1, 1, .null(.integer), .null(.string), 1, "A'5\\"],
          ["A1", 2022, 1, 2, 2, 2021, "A4", 2, "A1"],
          ["A2", 2023, 1, 4, 3, 2022, "A3", 3, "A2"],
          ["A3", 2023, 2, 4, 3, 2023, .null(.string), 4, "A2"],
          ["A4", 2022, 2, 2, 2, 2023, .null(.string), 5, "A1"],
        ]
      ),
      PlanCase(
        "window-of-frames",
        try activity.select(["id", "year", "partner"]).window([
          NamedWindow(
            "last",
            .lastValue(.column("id")),
            partition: ["year"],
            order: order,
            frame: WindowFrame()
          ),
          NamedWindow("so far", .lastValue(.column("year")), order: order),
          NamedWindow("known", .lastKnown(.column("partner")), order: order, frame: .untilCurrent),
        ]).select(["id", "last", "so far", "known"]).sort(by: ["id"]),
        [
          ["A'5\\", "A'5\\", 2021, "TLS"], ["A1", "A4", 2022, "GHA"], ["A2", "A3", 2023, "GHA"],
          ["A3", "A3", 2023, "BOL"], ["A4", "A4", 2022, "BOL"],
        ]
      ),
    ]
  }
}

extension [[Literal]] {
  /// The rows by their first column as text, rows without one last.
  fileprivate var sortedByFirst: [[Literal]] {
    sorted { left, right in
      guard case .string(let first)? = left.first else { return false }
      guard case .string(let second)? = right.first else { return true }
      return first < second
    }
  }
}

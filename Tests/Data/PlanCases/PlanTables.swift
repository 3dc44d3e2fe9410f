// SPDX-License-Identifier: Apache-2.0

public import Columns
public import Relation

/// The two tables that all cases read.
public enum PlanTables {
  /// One row = one activity.
  public static let activitySchema: Schema = Schema([
    Field("id", .string), Field("partner", .string), Field("year", .integer),
    Field("amount", .decimal(precision: 18, scale: 2)), Field("share", .double),
    Field("start", .date), Field("signed", .timestamp), Field("public", .boolean),
  ])

  /// One row = one partner country; the null code is there to test keys without a value.
  public static let partnerSchema: Schema = Schema([
    Field("code", .string), Field("name", .string),
  ])

  /// The rows of `activity`.
  public static let activities: [[Literal]] = [
    row("A1", "GHA", 2022, 100_000, 0.5, 18_993, true),
    row("A2", "GHA", 2023, 250_050, 0.25, 19_417, false),
    row("A3", "BOL", 2023, nil, nil, 19_358, true),
    row("A4", nil, 2022, 1, 1, 18_993, nil),
    row("A'5\\", "TLS", 2021, -7_525, 0.125, -1, true),
  ]

  /// The rows of `partner`.
  public static let partners: [[Literal]] = [
    ["GHA", "Ghana"], ["BOL", "Bolivia"], ["PER", "Perú"], [.null(.string), "unknown"],
  ]

  /// All rows of `activity`.
  public static let activity: Plan = .scan(.table("activity"), schema: activitySchema)
  /// All rows of `partner`.
  public static let partner: Plan = .scan(.table("partner"), schema: partnerSchema)

  private static func row(
    _ id: String,
    _ partner: String?,
    _ year: Int64,
    _ cents: Int128?,
    _ share: Double?,
    _ day: Int32,
    _ isPublic: Bool?
  ) -> [Literal] {
    [
      .string(id), partner.map(Literal.string) ?? .null(.string), .integer(year),
      amount(cents), share.map(Literal.double) ?? .null(.double), .date(day: day),
      .timestamp(microseconds: Int64(day) * 86_400_000_000 + 1_500_000),
      isPublic.map(Literal.boolean) ?? .null(.boolean),
    ]
  }

  /// An amount in cents as the table holds it.
  static func amount(_ cents: Int128?, precision: Int = 18) -> Literal {
    cents.map { .decimal(unscaled: $0, precision: precision, scale: 2) }
      ?? .null(.decimal(precision: precision, scale: 2))
  }
}

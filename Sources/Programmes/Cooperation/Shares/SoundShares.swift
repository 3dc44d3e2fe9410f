// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Shares that a value can be split by: none is blank, and together they are 100 percent but for rounding.
enum SoundShares {
  /// The type of weights.
  static let weight: ColumnType = .decimal(precision: 18, scale: 6)

  /// The sound shares of a register.
  ///
  /// - Parameters:
  ///   - shares: one row = one code of one whole with its PERCENT.
  ///   - whole: the column that names the whole.
  ///   - code: the column that names the code.
  /// - Returns: the column of the whole, `_share` and `_weight`, for wholes whose shares add up to 99.5 to
  ///   100.5 percent (rule V5).
  /// - Throws: what the plan refuses.
  static func of(
    _ shares: Plan,
    by whole: String,
    code: String
  ) throws(Diagnostic) -> Plan {
    let percent = Expression.column("_percent")
    let bound = { (tenths: Int128) in
      Expression.literal(.decimal(unscaled: tenths, precision: 4, scale: 1))
    }
    let sound = try shares.aggregate(
      by: [whole],
      [
        NamedAggregate("_percent", .sum(.column("PERCENT"))),
        NamedAggregate("_blank", .count(where: Expression.column("PERCENT").isNull)),
      ]
    ).filter(
      Expression.column("_blank").equals(.literal(0))
        && percent >= bound(995) && percent <= bound(1005)
    ).select([whole])
    return try shares.join(sound, .semi, on: [whole]).project([
      NamedExpression(whole), NamedExpression("_share", .column(code)),
      NamedExpression("_weight", Expression.column("PERCENT").cast(to: weight)),
    ])
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// Texts of periods and intervals become codes in steps, each step a column of its own.
///
/// What a code is made of is needed many times over; as columns an engine computes it once.
struct TimeReading {
  private let columns: [(name: String, type: ScalarType)]

  /// Takes the columns of texts, and whether they hold periods or intervals.
  init(_ columns: [(name: String, type: ScalarType)]) { self.columns = columns }

  /// The column that holds the code of a text.
  static func code(of name: String) -> PlanValue { .column("_c_\(name)") }

  // MARK: Tables

  /// The column of a table that holds a text.
  static func text(of name: String) -> String { "_text_\(name)" }

  /// The texts of a column with their codes: one row = one text.
  ///
  /// Data have few times and many rows: each text is then read once.
  static func table(_ source: Plan, _ column: (name: String, type: ScalarType)) throws -> Plan {
    let texts = try source.select([column.name]).distinct()
      .filter(PlanValue.column(column.name).isNotNull)
    return try TimeReading([column]).rows(texts).project([
      NamedExpression(text(of: column.name), .column(column.name)),
      NamedExpression("_c_\(column.name)", code(of: column.name)),
    ])
  }

  static let knownCode = "_code"
  static let knownText = "_text"

  /// The codes of some tables with the texts by which they are written: one row = one code.
  static func texts(of tables: [[String: Plan]]) throws -> Plan? {
    let codes = try tables.flatMap(\.self).sorted { $0.key < $1.key }.map { name, table in
      try table.project([NamedExpression(knownCode, code(of: name))])
    }
    guard let first = codes.first else { return nil }
    return try Plan.union(first, Array(codes.dropFirst())).distinct().adding([
      NamedExpression(knownText, TimeCode.text(ofInterval: .column(knownCode)))
    ])
  }

  /// The texts of one period each: a period's own, and both ends of an interval.
  private var parts: [String] {
    columns.flatMap { $0.type == .time ? ["a_\($0.name)", "b_\($0.name)"] : ["a_\($0.name)"] }
  }

  /// The rows with the code of each text; no value where it is no such time.
  func rows(_ source: Plan) throws -> Plan {
    if columns.isEmpty { return source }
    let texts = try source.adding(columns.flatMap { TimeReading.texts($0.name, $0.type) })
    let cut = try texts.adding(
      parts.flatMap { part in
        let text = PlanValue.column("_\(part)")
        return [
          NamedExpression("_y\(part)", PeriodParts.year(of: text)),
          NamedExpression("_r\(part)", PeriodParts.rest(of: text)),
        ]
      }
    )
    let known = try cut.adding(
      parts.flatMap { part in
        let parts = PeriodParts(year: .column("_y\(part)"), rest: .column("_r\(part)"))
        return [
          NamedExpression("_k\(part)", parts.kind), NamedExpression("_n\(part)", parts.number),
        ]
      }
    )
    let coded = try known.adding(
      parts.map { part in
        let parts = PeriodParts(
          year: .column("_y\(part)"),
          kind: .column("_k\(part)"),
          number: .column("_n\(part)")
        )
        return NamedExpression("_p\(part)", TimeCode.period(.column("_\(part)"), parts))
      }
    )
    return try coded.adding(
      columns.map { column in
        let first = PlanValue.column("_pa_\(column.name)")
        let code =
          column.type == .time
          ? TimeCode.interval(from: first, to: .column("_pb_\(column.name)")) : first
        return NamedExpression("_c_\(column.name)", code)
      }
    )
  }

  private static func texts(_ name: String, _ type: ScalarType) -> [NamedExpression] {
    let text = PlanValue.call(.trim, .column(name))
    guard type == .time else { return [NamedExpression("_a_\(name)", text)] }
    let slash = PlanValue.call(.position, text, "/")
    let first = PlanValue.call(.substring, text, 1, slash - 1)
    let end = TimeCode.whole(Int(Int32.max))
    return [
      NamedExpression("_a_\(name)", .choice([(slash > 0, first)], otherwise: text)),
      NamedExpression("_b_\(name)", .call(.substring, text, slash + 1, end)),
    ]
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// Building plans; each step checks its names and types.
extension Plan {
  /// All rows of a source whose columns are known.
  ///
  /// - Parameters:
  ///   - source: where the rows come from.
  ///   - schema: the columns that the source has.
  /// - Returns: a plan with that schema.
  public static func scan(_ source: Source, schema: Schema) -> Plan {
    Plan(.scan(source), schema: schema)
  }

  /// The rows of a query that a user wrote in the words of one engine.
  ///
  /// The text enters the statement as it is: whoever builds such a plan has had the engine say that it is one
  /// query that reads these plans and nothing else (``Function/queryTree``).
  ///
  /// - Parameters:
  ///   - text: the query.
  ///   - inputs: what it reads.
  ///   - schema: the columns that are taken from it.
  /// - Returns: a plan with that schema.
  public static func query(_ text: String, over inputs: [NamedPlan], schema: Schema) -> Plan {
    Plan(.query(text, inputs), schema: schema)
  }

  /// Rows written out in the plan itself.
  ///
  /// - Parameters:
  ///   - rows: one list a row, a literal a column.
  ///   - schema: the columns.
  /// - Returns: a plan that yields these rows; none where the list is empty.
  /// - Throws: `relation.columns-differ` where a row does not fit the columns.
  public static func values(_ rows: [[Literal]], schema: Schema) throws(Diagnostic) -> Plan {
    for row in rows {
      let fits =
        row.count == schema.fields.count
        && zip(row, schema.fields).allSatisfy { $0.type == $1.type }
      guard fits else {
        throw RelationDefinitions.columnsDiffer.at(
          nil,
          [
            "left": .text(row.map { "\($0.type)" }.joined(separator: ", ")),
            "right": .text(schema.signature),
          ]
        )
      }
    }
    return Plan(.values(rows), schema: schema)
  }

  /// The rows for which a condition holds.
  ///
  /// - Throws: `relation.not-a-condition`, `relation.unknown-column` and what types forbid.
  public func filter(_ condition: Expression) throws(Diagnostic) -> Plan {
    guard try condition.type(in: schema) == .boolean else {
      throw RelationDefinitions.notACondition.at()
    }
    return Plan(.filter(self, condition), schema: schema)
  }

  /// Computed columns, and no others.
  ///
  /// - Throws: `relation.unknown-column`, `relation.duplicate-column` and what types forbid.
  public func project(_ columns: [NamedExpression]) throws(Diagnostic) -> Plan {
    var fields: [Field] = []
    for column in columns {
      let isPlain = if case .column(let name) = column.expression.node { name } else { "" }
      let type = try column.expression.type(in: schema)
      fields.append(Field(column.name, type, isNullable: schema[isPlain]?.isNullable ?? true))
    }
    return Plan(.project(self, columns), schema: try Schema.unique(fields))
  }

  /// All columns of the plan, and computed ones after them.
  ///
  /// - Throws: as ``project(_:)``.
  public func adding(_ columns: [NamedExpression]) throws(Diagnostic) -> Plan {
    try project(schema.names.map { NamedExpression($0) } + columns)
  }

  /// Some columns, in the order given.
  ///
  /// - Throws: as ``project(_:)``.
  public func select(_ names: [String]) throws(Diagnostic) -> Plan {
    try project(names.map { NamedExpression($0) })
  }

  /// Groups of rows with equal keys, and aggregates of each.
  ///
  /// Missing values are equal to each other here. Without keys there is one row in all.
  ///
  /// - Throws: `relation.unknown-column`, `relation.duplicate-column`, `relation.inexact-sum`.
  public func aggregate(
    by keys: [String],
    _ aggregates: [NamedAggregate]
  ) throws(Diagnostic) -> Plan {
    var fields: [Field] = []
    for key in keys { fields.append(try schema.field(named: key)) }
    for column in aggregates {
      fields.append(Field(column.name, try column.aggregate.type(in: schema)))
    }
    return Plan(.aggregate(self, by: keys, aggregates), schema: try Schema.unique(fields))
  }

  /// All columns, and for each row what a window function sees around it.
  ///
  /// - Throws: `relation.unknown-column`, `relation.duplicate-column` and what types forbid.
  public func window(_ columns: [NamedWindow]) throws(Diagnostic) -> Plan {
    var fields = schema.fields
    for column in columns {
      for name in column.partition + column.order.map(\.column) {
        _ = try schema.field(named: name)
      }
      fields.append(Field(column.name, try column.function.type(in: schema)))
    }
    return Plan(.window(self, columns), schema: try Schema.unique(fields))
  }

  /// Each row as many times as there are whole numbers between two of its values, with the number.
  ///
  /// A row whose bounds are missing, or whose upper one is below the lower, is left out.
  ///
  /// - Parameters:
  ///   - name: the column that holds the number.
  ///   - lower: the first number.
  ///   - upper: the last number, itself among them.
  /// - Returns: a plan with one column more.
  /// - Throws: `relation.type-mismatch` where a bound is no whole number.
  public func expanding(
    _ name: String,
    from lower: Expression,
    through upper: Expression
  ) throws(Diagnostic) -> Plan {
    for bound in [lower, upper] {
      let type = try bound.type(in: schema)
      guard type == .integer else {
        throw RelationDefinitions.typeMismatch.at(
          nil,
          ["function": "expanding", "type": "\(type)"]
        )
      }
    }
    let fields = schema.fields + [Field(name, .integer, isNullable: false)]
    return Plan(
      .expand(self, name, from: lower, through: upper),
      schema: try Schema.unique(fields)
    )
  }

  /// The rows in an order.
  ///
  /// - Throws: `relation.unknown-column`.
  public func sort(_ keys: [SortKey]) throws(Diagnostic) -> Plan {
    // No keys, no order: a statement has no empty list of them.
    guard !keys.isEmpty else { return self }
    for key in keys { _ = try schema.field(named: key.column) }
    return Plan(.sort(self, keys), schema: schema)
  }

  /// The rows ordered by columns, ascending, missing values last.
  ///
  /// - Throws: `relation.unknown-column`.
  public func sort(by names: [String]) throws(Diagnostic) -> Plan {
    try sort(names.map { SortKey($0) })
  }

  /// At most `count` rows after the first `offset` ones.
  public func limit(_ count: Int, offset: Int = 0) -> Plan {
    Plan(.limit(self, count: max(0, count), offset: max(0, offset)), schema: schema)
  }

  /// Each different row once.
  public func distinct() -> Plan { Plan(.distinct(self), schema: schema) }
}

extension Schema {
  /// Names and types in one line, for messages.
  var signature: String { fields.map { "\($0.name) \($0.type)" }.joined(separator: ", ") }

  static func unique(_ fields: [Field]) throws(Diagnostic) -> Schema {
    var seen: Set<String> = []
    for field in fields where !seen.insert(field.name).inserted {
      throw RelationDefinitions.duplicateColumn.at(nil, ["column": .text(field.name)])
    }
    return Schema(fields)
  }
}

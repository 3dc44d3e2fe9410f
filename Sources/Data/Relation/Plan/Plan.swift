// SPDX-License-Identifier: Apache-2.0

/// What is to be computed, as an immutable value with a known schema and no database in sight.
///
/// A plan is built by the methods that return a new plan; each of them checks names and types at once,
/// so a plan that exists can be written for an engine. The neighbour ``Expression`` computes values
/// within a row; a plan computes rows.
public struct Plan: Hashable, Sendable {
  /// The columns that the plan yields, in order.
  public let schema: Schema
  let node: Node

  indirect enum Node: Hashable, Sendable {
    case scan(Source)
    case values([[Literal]])
    case filter(Plan, Expression)
    case project(Plan, [NamedExpression])
    case join(Plan, Plan, JoinKind, [JoinKey])
    case aggregate(Plan, by: [String], [NamedAggregate])
    case window(Plan, [NamedWindow])
    /// Each row once for every whole number between two of its values, both among them.
    case expand(Plan, String, from: Expression, through: Expression)
    /// A query in the words of one engine over plans under names of their own.
    case query(String, [NamedPlan])
    case union([Plan])
    case distinct(Plan)
    case keySet(Plan, Plan, KeySetKind, [JoinKey])
    case sort(Plan, [SortKey])
    case limit(Plan, count: Int, offset: Int)
  }

  init(_ node: Node, schema: Schema) {
    self.node = node
    self.schema = schema
  }

  /// The tables of the session that the plan reads.
  public var tables: Set<String> {
    if case .scan(.table(let name)) = node { return [name] }
    return inputs.reduce(into: []) { $0.formUnion($1.tables) }
  }

  /// Where the rows come from, as they are; `nil` where something is computed.
  public var source: Source? { if case .scan(let source) = node { source } else { nil } }

  /// Whether the rows are those of Parquet files as they are.
  public var isFile: Bool { if case .scan(.parquet) = node { true } else { false } }

  /// Whether the rows already lie in tables of the session, so that they can be read many times.
  public var isTable: Bool {
    switch node {
    case .scan(.table): true
    case .union(let inputs): inputs.allSatisfy(\.isTable)
    case .project(let input, let columns): input.isTable && columns.allSatisfy(\.isPlain)
    default: false
    }
  }

  /// Columns of a table of the session read from another one that holds the same columns.
  ///
  /// - Parameter other: the name of the other table, by the name of the one that the plan reads.
  /// - Returns: the columns as they lie there; the plan itself where it computes anything.
  public func readingColumns(of other: (String) -> String) -> Plan {
    switch node {
    case .scan(.table(let name)): Plan(.scan(.table(other(name))), schema: schema)
    case .project(let input, let columns) where columns.allSatisfy(\.isPlain):
      Plan(.project(input.readingColumns(of: other), columns), schema: schema)
    default: self
    }
  }
}

/// A plan under the name by which a query knows it.
public struct NamedPlan: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The rows.
  public let plan: Plan

  /// Names a plan.
  public init(_ name: String, _ plan: Plan) {
    self.name = name
    self.plan = plan
  }
}

/// Where rows come from.
public enum Source: Hashable, Sendable {
  /// A table of the session.
  case table(String)
  /// Parquet files with the same columns, read in the order given.
  case parquet([String])
  /// A file of delimited text.
  case delimited(DelimitedScan)
  /// A sheet of an XLSX workbook, every cell as text, the first row as header; all of the sheet, or a range
  /// such as `A3:H40`.
  case spreadsheet(path: String, sheet: String?, range: String? = nil)
}

/// How rows of two inputs meet.
public enum JoinKind: String, Hashable, Sendable, CaseIterable {
  /// Rows that meet.
  case inner
  /// Every left row, with a right row where one meets it.
  case left
  /// Every row of both; the key comes from whichever side has it.
  case full
  /// Left rows that meet at least one right row, once each.
  case semi
  /// Left rows that meet no right row.
  case anti
}

/// A pair of columns that must be equal for two rows to meet.
public struct JoinKey: Hashable, Sendable {
  /// The column of the left input, whose name the result keeps.
  public let left: String
  /// The column of the right input.
  public let right: String
  /// Whether two missing values are equal; they meet nothing by default.
  public let nullsMatch: Bool

  /// Pairs two columns.
  public init(_ left: String, _ right: String, nullsMatch: Bool = false) {
    self.left = left
    self.right = right
    self.nullsMatch = nullsMatch
  }
}

/// Which rows a set operation by key keeps.
public enum KeySetKind: String, Hashable, Sendable, CaseIterable {
  /// Left rows whose key stands in the right input too.
  case intersect
  /// Left rows whose key does not stand in the right input.
  case except
}

/// A column that a projection yields.
public struct NamedExpression: Hashable, Sendable {
  /// The name of the column.
  public let name: String
  /// Its value.
  public let expression: Expression

  /// Names an expression.
  public init(_ name: String, _ expression: Expression) {
    self.name = name
    self.expression = expression
  }

  /// Keeps a column as it is.
  public init(_ column: String) { self.init(column, .column(column)) }

  /// Whether the column is one of the input's, under whatever name.
  var isPlain: Bool { if case .column = expression.node { true } else { false } }
}

/// A column that an aggregation yields.
public struct NamedAggregate: Hashable, Sendable {
  /// The name of the column.
  public let name: String
  /// What is aggregated and how.
  public let aggregate: Aggregate

  /// Names an aggregate.
  public init(_ name: String, _ aggregate: Aggregate) {
    self.name = name
    self.aggregate = aggregate
  }
}

/// A column by which rows are ordered.
public struct SortKey: Hashable, Sendable {
  /// The column.
  public let column: String
  /// Whether the greatest value comes first.
  public let isDescending: Bool
  /// Whether rows without a value come first; last by default, in either direction.
  public let nullsFirst: Bool

  /// Orders by a column, ascending, missing values last unless said otherwise.
  public init(_ column: String, isDescending: Bool = false, nullsFirst: Bool = false) {
    self.column = column
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst
  }
}

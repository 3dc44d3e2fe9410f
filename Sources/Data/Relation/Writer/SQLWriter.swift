// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Writes plans as statements of one dialect.
///
/// Values are typed literals or parameters; identifiers are quoted by the dialect; nothing is pasted.
public struct SQLWriter: Sendable {
  let dialect: SQLDialect
  private let values: [String: Literal]
  var bound: [Literal] = []

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - dialect: the engine to write for.
  ///   - values: the values of the parameters that plans name.
  public init(_ dialect: SQLDialect, values: [String: Literal] = [:]) {
    self.dialect = dialect
    self.values = values
  }

  /// The query that yields a plan's rows.
  ///
  /// - Throws: ``DiagnosticFailure`` with everything that the engine cannot do, or a missing value.
  public func query(_ plan: Plan) throws -> SQLStatement {
    try statement(plan) { $0 }
  }

  /// The query without rows whose columns are those of a source.
  ///
  /// - Throws: `relation.unsupported-by-engine`, `relation.invalid-text`.
  public func columns(of source: Source) throws -> SQLStatement {
    SQLStatement("SELECT * FROM \(try self.source(source)) LIMIT 0")
  }

  /// The statement that keeps a plan's rows as a table, in place of one of the same name.
  ///
  /// - Throws: as ``query(_:)``.
  public func create(table name: String, from plan: Plan) throws -> SQLStatement {
    let quoted = try identifier(name)
    return try statement(plan) { "CREATE OR REPLACE TABLE \(quoted) AS\n\($0)" }
  }

  /// The statement that lets a name stand for a plan until the session ends.
  ///
  /// - Throws: as ``query(_:)``.
  public func create(view name: String, of plan: Plan) throws -> SQLStatement {
    let quoted = try identifier(name)
    return try statement(plan) { "CREATE OR REPLACE TEMPORARY VIEW \(quoted) AS\n\($0)" }
  }

  /// The statement that removes such a name if it is there.
  ///
  /// - Throws: `relation.invalid-text`.
  public func drop(view name: String) throws -> SQLStatement {
    SQLStatement("DROP VIEW IF EXISTS \(try identifier(name))")
  }

  /// The statement that removes a table if it is there.
  ///
  /// - Throws: `relation.invalid-text`.
  public func drop(table name: String) throws -> SQLStatement {
    SQLStatement("DROP TABLE IF EXISTS \(try identifier(name))")
  }

  /// The statement that writes a plan's rows to a Parquet file in their order, or to a folder of Parquet files
  /// where the engine is distributed.
  ///
  /// - Parameters:
  ///   - plan: what is written.
  ///   - path: the file.
  ///   - use: whether it is kept for good or for the next run.
  /// - Returns: the statement.
  /// - Throws: as ``query(_:)``; `relation.unsupported-by-engine` where the engine writes no files.
  public func copy(
    _ plan: Plan,
    toParquet path: String,
    for use: ParquetUse = .release
  ) throws -> SQLStatement {
    let target = try text(path)
    if dialect.features.contains(.copyToFolder) {
      return try statement(plan) { "INSERT OVERWRITE DIRECTORY \(target) USING parquet\n\($0)" }
    }
    guard dialect.features.contains(.copyToFile) else {
      throw dialect.cannot("COPY TO")
    }
    return try statement(plan) {
      "COPY (\n\($0)\n) TO \(target) (FORMAT parquet, \(use.options))"
    }
  }

  /// The statement that writes a plan's rows, in their order, to a file of comma-separated text.
  ///
  /// The first line is a header, an empty field has no value, an empty text stands in quotes.
  ///
  /// - Throws: as ``copy(_:toParquet:for:)``.
  public func copy(_ plan: Plan, toDelimitedText path: String) throws -> SQLStatement {
    guard dialect.features.contains(.copyToFile) else {
      throw dialect.cannot("COPY TO")
    }
    let target = try text(path)
    return try statement(plan) {
      "COPY (\n\($0)\n) TO \(target) (FORMAT csv, HEADER, DELIMITER ',', NULLSTR '')"
    }
  }

  private func statement(_ plan: Plan, _ wrap: (String) -> String) throws -> SQLStatement {
    let missing = dialect.unsupported(in: plan)
    guard missing.isEmpty else { throw DiagnosticFailure(missing) }
    var writer = self
    let text = try writer.select(Lowering.lower(plan))
    return SQLStatement(wrap(text), parameters: writer.bound)
  }

  /// A name in the quotes of the dialect.
  func identifier(_ name: String) throws(Diagnostic) -> String {
    guard !name.unicodeScalars.contains("\0") else { throw RelationDefinitions.invalidText.at() }
    let quote = dialect.identifierQuote
    let doubled = name.split(separator: quote, omittingEmptySubsequences: false)
      .joined(separator: "\(quote)\(quote)")
    return "\(quote)\(doubled)\(quote)"
  }

  /// The value of a parameter, as a place in the text or as a literal.
  mutating func parameter(_ name: String, _ type: ColumnType) throws -> String {
    guard let value = values[name], value.type == type else {
      throw RelationDefinitions.missingParameter.at(
        nil,
        ["name": .text(name)],
        suggestion: NearestName.of(name, among: values.keys)
      )
    }
    guard dialect.features.contains(.parameters) else { return try literal(value) }
    bound.append(value)
    return "CAST(? AS \(dialect.typeName(type)))"
  }
}

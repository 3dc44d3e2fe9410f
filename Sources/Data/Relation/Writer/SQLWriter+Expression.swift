// SPDX-License-Identifier: Apache-2.0

/// Writing what is computed within a row.
extension SQLWriter {
  mutating func expression(_ expression: Expression) throws -> String {
    switch expression.node {
    case .column(let name): return try identifier(name)
    case .literal(let value): return try literal(value)
    case .parameter(let name, let type): return try parameter(name, type)
    case .call(let function, let arguments): return try call(function, arguments)
    case .cast(let value, let type, let isTry):
      let written = try self.expression(value)
      let name = dialect.typeName(type)
      return isTry ? dialect.tryCast.write([written, name]) : "CAST(\(written) AS \(name))"
    case .choice(let branches, let otherwise):
      let written = try each(branches, " ") { writer, branch in
        "WHEN \(try writer.expression(branch.condition)) THEN \(try writer.expression(branch.value))"
      }
      let end = try otherwise.map { " ELSE \(try self.expression($0))" } ?? ""
      return "CASE \(written)\(end) END"
    case .membership(let value, let list):
      // IN () is no SQL; nothing is a member of an empty list.
      guard !list.isEmpty else { return "FALSE" }
      let members = try list.map { try literal($0) }.joined(separator: ", ")
      return "(\(try self.expression(value)) IN (\(members)))"
    }
  }

  private mutating func call(_ function: Function, _ arguments: [Expression]) throws -> String {
    guard let spelling = dialect.functions[function] else {
      throw dialect.cannot(function.rawValue)
    }
    var written: [String] = []
    for argument in arguments { written.append(try expression(argument)) }
    return spelling.write(written)
  }

  mutating func aggregate(_ aggregate: Aggregate, _ schema: Schema) throws -> String {
    let argument = try aggregate.argument.map { try expression($0) } ?? ""
    switch aggregate {
    case .countRows: return "count(*)"
    case .count: return "count(\(argument))"
    case .countDistinct: return "count(DISTINCT \(argument))"
    case .sum:
      // Engines differ in the width of a sum; the plan has one.
      let type = dialect.typeName(try aggregate.type(in: schema))
      return "CAST(sum(\(argument)) AS \(type))"
    case .approximateSum: return "sum(\(argument))"
    case .minimum: return "min(\(argument))"
    case .maximum: return "max(\(argument))"
    case .approximateMean: return "avg(\(argument))"
    case .median: return "median(\(argument))"
    case .approximateVariance(_, let ofSample):
      return "var_\(ofSample ? "samp" : "pop")(\(argument))"
    case .approximateDeviation(_, let ofSample):
      return "stddev_\(ofSample ? "samp" : "pop")(\(argument))"
    }
  }

  mutating func window(_ column: NamedWindow, _ schema: Schema) throws -> String {
    guard !dialect.lacksOrder(column) else {
      throw dialect.cannot(SQLDialect.windowWithoutOrder)
    }
    let function = try call(column.function, schema)
    var parts: [String] = []
    if !column.partition.isEmpty { parts.append("PARTITION BY \(try names(column.partition))") }
    if !column.order.isEmpty { parts.append("ORDER BY \(try order(column.order))") }
    if let frame = column.frame { parts.append(SQLWriter.frame(frame)) }
    let over = "\(function) OVER (\(parts.joined(separator: " ")))"
    switch column.function {
    // Spark numbers rows in 32 bits.
    case .rowNumber, .rank, .denseRank: return "CAST(\(over) AS \(dialect.typeName(.integer)))"
    case .lag, .lead, .firstValue, .lastValue, .aggregate: return over
    }
  }

  private mutating func call(_ function: WindowFunction, _ schema: Schema) throws -> String {
    let argument = try function.argument.map { try expression($0) } ?? ""
    switch function {
    case .rowNumber: return "row_number()"
    case .rank: return "rank()"
    case .denseRank: return "dense_rank()"
    case .lag(_, let rows): return "lag(\(argument), \(rows))"
    case .lead(_, let rows): return "lead(\(argument), \(rows))"
    case .firstValue: return "first_value(\(argument))"
    case .lastValue: return "last_value(\(argument))"
    // A cast around a window's sum would cut it from its OVER.
    case .aggregate(.sum): return "sum(\(argument))"
    case .aggregate(let aggregate): return try self.aggregate(aggregate, schema)
    }
  }

  private static func frame(_ frame: WindowFrame) -> String {
    let end = { (rows: Int?, word: String) in
      rows.map { $0 == 0 ? "CURRENT ROW" : "\($0) \(word)" } ?? "UNBOUNDED \(word)"
    }
    return
      "ROWS BETWEEN \(end(frame.preceding, "PRECEDING")) AND \(end(frame.following, "FOLLOWING"))"
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Writing the operations of a plan, one method an operation.
extension SQLWriter {
  mutating func select(_ plan: Plan) throws -> String {
    switch plan.node {
    case .scan(let source):
      return "SELECT \(try names(plan.schema.names)) FROM \(try self.source(source))"
    case .values(let rows): return try values(rows, plan.schema)
    case .filter(let input, let condition):
      let source = try from(input)
      return "SELECT * FROM \(source)\nWHERE \(try expression(condition))"
    case .project(let input, let columns): return try project(input, columns)
    case .join(let left, let right, let kind, let keys):
      return try join(left, right, kind, keys)
    case .aggregate(let input, let keys, let columns): return try aggregate(input, keys, columns)
    case .window(let input, let columns): return try window(input, columns)
    case .union(let inputs):
      return try each(inputs, "\nUNION ALL\n") { "(\(try $0.select($1)))" }
    case .expand(let input, let name, let lower, let upper):
      return try expand(input, name, lower, upper)
    case .query(let text, let inputs):
      let named = try each(inputs, ", ") { writer, input in
        "\(try writer.identifier(input.name)) AS (\n\(try writer.select(input.plan))\n)"
      }
      let columns = try names(plan.schema.names)
      let with = inputs.isEmpty ? "" : "WITH \(named)\n"
      // A comment at the end of the text ends with its line.
      return "SELECT \(columns) FROM (\n\(with)SELECT * FROM (\n\(text)\n) AS q\n) AS t"
    case .distinct(let input): return "SELECT DISTINCT * FROM \(try from(input))"
    case .sort(let input, let keys):
      return "SELECT * FROM \(try from(input))\nORDER BY \(try order(keys))"
    case .limit(let input, let count, let offset): return try limit(input, count, offset)
    case .keySet: throw dialect.cannot("set operation by key")
    }
  }

  /// What stands after FROM: a table by its name, anything else in parentheses with an alias.
  ///
  /// Where the columns of the table are named one by one, those of a plan that picks all need no query.
  private mutating func from(
    _ plan: Plan,
    as alias: String = "t",
    isPicked: Bool = false
  ) throws -> String {
    let quoted = try identifier(alias)
    if isPicked, let input = plan.unchangedInput, input.isScan {
      return try from(input, as: alias)
    }
    if case .scan(.table(let name)) = plan.node { return "\(try identifier(name)) AS \(quoted)" }
    return "(\n\(SQLWriter.indented(try select(plan)))\n) AS \(quoted)"
  }

  func source(_ source: Source) throws -> String {
    switch source {
    case .table(let name): return try identifier(name)
    case .parquet(let paths):
      guard let spelling = dialect.sources[.parquet] else { throw dialect.cannot("Parquet files") }
      if dialect.features.contains(.copyToFolder) {
        guard let path = paths.first, paths.count == 1 else {
          throw dialect.cannot("several Parquet files")
        }
        return spelling.write([try identifier(path)])
      }
      let list = try paths.map { try text($0) }.joined(separator: ", ")
      return spelling.write(["[\(list)]"])
    case .delimited(let scan): return try delimited(scan)
    case .spreadsheet(let path, let sheet, let range):
      guard let spelling = dialect.sources[.spreadsheet] else {
        throw dialect.cannot("XLSX workbooks")
      }
      let sheetArgument = try sheet.map { ", sheet = \(try text($0))" } ?? ""
      let rangeArgument = try range.map { ", range = \(try text($0))" } ?? ""
      return spelling.write([try text(path) + sheetArgument + rangeArgument])
    }
  }

  private mutating func values(_ rows: [[Literal]], _ schema: Schema) throws -> String {
    let lines = try rows.map { row in
      "(" + (try row.map { try literal($0) }.joined(separator: ", ")) + ")"
    }
    let alias = "\(try identifier("v"))(\(try names(schema.names)))"
    return "SELECT * FROM (VALUES \(lines.joined(separator: ", "))) AS \(alias)"
  }

  private mutating func project(_ input: Plan, _ columns: [NamedExpression]) throws -> String {
    switch input.node {
    case .filter(let rows, let condition):
      let source = try from(rows, isPicked: true)
      let list = try projection(columns, input.schema)
      return "SELECT \(list) FROM \(source)\nWHERE \(try expression(condition))"
    case .join(let left, let right, let kind, let keys):
      let picked = columns.compactMap(\.pickedColumn)
      if picked.count == columns.count, ![.semi, .anti].contains(kind) {
        let names = zip(picked, columns).map { (column: $0, name: $1.name) }
        return try join(left, right, kind, keys, picking: names)
      }
    default: break
    }
    let source = try from(input, isPicked: true)
    return "SELECT \(try projection(columns, input.schema)) FROM \(source)"
  }

  private mutating func projection(_ columns: [NamedExpression], _ schema: Schema) throws -> String
  {
    try each(columns, ", ") { writer, column in
      let name = try writer.identifier(column.name)
      var value = try writer.expression(column.expression)
      if let type = try column.expression.typeToState(in: schema) {
        value = "CAST(\(value) AS \(writer.dialect.typeName(type)))"
      }
      return value == name ? name : "\(value) AS \(name)"
    }
  }

  private mutating func aggregate(
    _ input: Plan,
    _ keys: [String],
    _ columns: [NamedAggregate]
  ) throws -> String {
    let source = try from(input, isPicked: true)
    let computed = try columns.map { column in
      "\(try self.aggregate(column.aggregate, input.schema)) AS \(try identifier(column.name))"
    }
    let keyList = try names(keys)
    let list = ((keys.isEmpty ? [] : [keyList]) + computed).joined(separator: ", ")
    return "SELECT \(list) FROM \(source)" + (keys.isEmpty ? "" : "\nGROUP BY \(keyList)")
  }

  private mutating func window(_ input: Plan, _ columns: [NamedWindow]) throws -> String {
    let source = try from(input)
    let computed = try each(columns, ", ") { writer, column in
      let function = try writer.window(column, input.schema)
      return "\(function) AS \(try writer.identifier(column.name))"
    }
    return "SELECT *, \(computed) FROM \(source)"
  }

  private func delimited(_ scan: DelimitedScan) throws -> String {
    guard let spelling = dialect.sources[.delimited] else {
      throw dialect.cannot("delimited text")
    }
    let columns = try scan.columns.map {
      "\(try text($0.name)): \(try text(dialect.typeName($0.type)))"
    }
    return spelling.write([
      try text(scan.path), "{\(columns.joined(separator: ", "))}",
      try text(String(scan.separator)),
    ])
  }

  private mutating func expand(
    _ input: Plan,
    _ name: String,
    _ lower: Expression,
    _ upper: Expression
  ) throws -> String {
    let source = try from(input)
    let (from, through) = (try expression(lower), try expression(upper))
    let numbers = dialect.numbers.write([from, through])
    // Some engines would count downwards.
    return """
      SELECT *, \(numbers) AS \(try identifier(name)) FROM \(source)
      WHERE \(from) <= \(through)
      """
  }

  private mutating func limit(_ input: Plan, _ count: Int, _ offset: Int) throws -> String {
    let end = "LIMIT \(count)" + (offset > 0 ? " OFFSET \(offset)" : "")
    // An order within a subquery binds no one, so it is written beside its limit.
    if case .sort = input.node { return "\(try select(input))\n\(end)" }
    return "SELECT * FROM \(try from(input))\n\(end)"
  }

  func order(_ keys: [SortKey]) throws -> String {
    try keys.map { key in
      let direction = key.isDescending ? "DESC" : "ASC"
      let nulls = key.nullsFirst ? "FIRST" : "LAST"
      return "\(try identifier(key.column)) \(direction) NULLS \(nulls)"
    }.joined(separator: ", ")
  }
}

/// Writing joins.
extension SQLWriter {
  private mutating func join(
    _ left: Plan,
    _ right: Plan,
    _ kind: JoinKind,
    _ keys: [JoinKey],
    picking names: [(column: String, name: String)]? = nil
  ) throws -> String {
    let isPicked = ![.semi, .anti].contains(kind)
    let leftSource = try from(left, as: "l", isPicked: isPicked)
    let rightSource = try from(right, as: "r", isPicked: isPicked)
    let condition =
      keys.isEmpty ? "TRUE" : try keys.map { try self.condition($0) }.joined(separator: " AND ")
    switch kind {
    case .semi, .anti:
      let exists = kind == .semi ? "EXISTS" : "NOT EXISTS"
      return """
        SELECT * FROM \(leftSource)
        WHERE \(exists) (SELECT 1 FROM \(rightSource) WHERE \(condition))
        """
    case .inner, .left, .full:
      let joined = try joinedColumns(left.schema, right.schema, kind, keys)
      let picked = names ?? joined.map { ($0.name, $0.name) }
      let texts = Dictionary(uniqueKeysWithValues: joined.map { ($0.name, $0.text) })
      let columns = try picked.map { column, name in
        let (text, quoted) = (texts[column] ?? "NULL", try identifier(name))
        return text.hasSuffix(".\(quoted)") ? text : "\(text) AS \(quoted)"
      }.joined(separator: ", ")
      let word = ["inner": "INNER", "left": "LEFT", "full": "FULL OUTER"][kind.rawValue] ?? ""
      return "SELECT \(columns) FROM \(leftSource)\n\(word) JOIN \(rightSource) ON \(condition)"
    }
  }

  private func condition(_ key: JoinKey) throws -> String {
    let left = "\(try identifier("l")).\(try identifier(key.left))"
    let right = "\(try identifier("r")).\(try identifier(key.right))"
    let function: Function = key.nullsMatch ? .same : .equal
    guard let spelling = dialect.functions[function] else {
      throw dialect.cannot(function.rawValue)
    }
    return spelling.write([left, right])
  }

  private func joinedColumns(
    _ left: Schema,
    _ right: Schema,
    _ kind: JoinKind,
    _ keys: [JoinKey]
  ) throws -> [(name: String, text: String)] {
    let (l, r) = (try identifier("l"), try identifier("r"))
    let leftColumns = try left.names.map { name in
      let quoted = try identifier(name)
      guard kind == .full, let key = keys.first(where: { $0.left == name }) else {
        return (name, "\(l).\(quoted)")
      }
      return (name, "coalesce(\(l).\(quoted), \(r).\(try identifier(key.right)))")
    }
    let rightColumns = try right.names.filter { name in !keys.contains { $0.right == name } }
      .map { ($0, "\(r).\(try identifier($0))") }
    return leftColumns + rightColumns
  }
}

extension SQLWriter {
  func names(_ names: [String]) throws -> String {
    try names.map { try identifier($0) }.joined(separator: ", ")
  }

  mutating func each<Item>(
    _ items: [Item],
    _ separator: String,
    _ write: (inout SQLWriter, Item) throws -> String
  ) rethrows -> String {
    var texts: [String] = []
    for item in items { texts.append(try write(&self, item)) }
    return texts.joined(separator: separator)
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      .joined(separator: "\n")
  }
}

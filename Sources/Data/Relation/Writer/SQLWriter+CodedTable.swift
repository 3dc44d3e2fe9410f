// SPDX-License-Identifier: Apache-2.0

public import Columns

/// Tables whose codes an engine keeps as numbers.
///
/// A code is a short text of a list that is known, repeated in millions of rows. Kept as its number it takes
/// a byte, and a file of the rows is written several times faster. A view of the table's name gives the
/// texts, so that whoever reads knows nothing of it: `'B' < 'a'` stays true whatever the order of the list.
extension SQLWriter {
  /// The statements that make an empty table of codes and the view of its rows.
  ///
  /// - Parameters:
  ///   - name: the name under which the rows are read.
  ///   - table: the name under which rows are added.
  ///   - schema: the columns.
  ///   - codes: all texts that a column may hold, each once, by the column's name.
  /// - Returns: the statements, in order; both names are free.
  /// - Throws: `relation.invalid-text`.
  public func create(
    view name: String,
    ofCodedTable table: String,
    _ schema: Schema,
    codes: [String: [String]]
  ) throws -> [SQLStatement] {
    let columns = try schema.fields.map { field in
      let type = try codes[field.name].map { codes in
        "ENUM(\(try codes.map { try text($0) }.joined(separator: ", ")))"
      }
      return "\(try identifier(field.name)) \(type ?? dialect.typeName(field.type))"
    }
    let read = try schema.fields.map { field in
      let name = try identifier(field.name)
      guard codes[field.name] != nil else { return name }
      return "CAST(\(name) AS \(dialect.typeName(field.type))) AS \(name)"
    }
    return [
      SQLStatement("CREATE TABLE \(try identifier(table)) (\(columns.joined(separator: ", ")))"),
      SQLStatement(
        """
        CREATE VIEW \(try identifier(name)) AS
        SELECT \(read.joined(separator: ", ")) FROM \(try identifier(table))
        """
      ),
    ]
  }
}

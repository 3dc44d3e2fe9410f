// SPDX-License-Identifier: Apache-2.0

/// How one engine writes what plans mean: a value with data in it, never a subclass.
///
/// A new engine is a new value: its quotes, its type names, its spelling of each function, and the
/// list of what it can do at all.
public struct SQLDialect: Sendable {
  /// The name that messages use.
  public let name: String
  /// The character around identifiers; doubled inside them.
  let identifierQuote: Character
  /// Whether a backslash in a text literal must be doubled.
  let escapesBackslash: Bool
  /// The names of the column types.
  let typeNames: TypeNames
  /// How each function is written; a function that is missing here cannot be done.
  let functions: [Function: Spelling]
  /// How a source of files is written; a kind that is missing here cannot be read.
  let sources: [SourceKind: Spelling]
  /// How the whole numbers from one to another are written as rows beside a row.
  let numbers: Spelling
  /// How the last value in a frame that is there is written.
  let lastKnown: Spelling
  /// How a cast that gives no value on failure is written.
  let tryCast: Spelling
  /// What the engine can do beyond the common ground.
  let features: Features

  /// The names of the column types in an engine.
  struct TypeNames: Sendable {
    let boolean: String
    let integer: String
    let double: String
    let decimal: String
    let string: String
    let date: String
    let timestamp: String
    /// The keyword before the text of a timestamp literal.
    let timestampLiteral: String
  }

  /// How a function or a source is written.
  enum Spelling: Sendable {
    /// `name(a, b)`
    case call(String)
    /// `(a op b)`
    case infix(String)
    /// `(op a)`
    case prefix(String)
    /// `(a op)`
    case postfix(String)
    /// A text with the arguments at `{0}`, `{1}` …
    case template(String)
  }

  /// Kinds of sources that are not tables.
  enum SourceKind: String, Sendable {
    case parquet
    case delimited
    case spreadsheet
  }

  /// What an engine can do beyond the common ground.
  struct Features: OptionSet, Sendable {
    let rawValue: Int
    /// Writes query results to files by a statement.
    static let copyToFile = Features(rawValue: 1 << 0)
    /// Takes values apart from the text of the statement.
    static let parameters = Features(rawValue: 1 << 1)
    /// Reads rows in the order in which they lie, so a window can do without an order of its own.
    static let rowOrder = Features(rawValue: 1 << 2)
    /// Writes query results as the files of a folder.
    static let copyToFolder = Features(rawValue: 1 << 3)
  }

  func typeName(_ type: ColumnType) -> String {
    switch type {
    case .boolean: typeNames.boolean
    case .integer: typeNames.integer
    case .double: typeNames.double
    case .decimal(let precision, let scale): "\(typeNames.decimal)(\(precision),\(scale))"
    case .string: typeNames.string
    case .date: typeNames.date
    case .timestamp: typeNames.timestamp
    }
  }
}

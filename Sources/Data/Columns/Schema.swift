// SPDX-License-Identifier: Apache-2.0

/// A column's name and type.
public struct Field: Hashable, Sendable {
  /// The name, unique in its schema.
  public let name: String
  /// What the column holds.
  public let type: ColumnType
  /// Whether a row may have no value.
  public let isNullable: Bool

  /// Names a column; a row may have no value unless said otherwise.
  public init(_ name: String, _ type: ColumnType, isNullable: Bool = true) {
    self.name = name
    self.type = type
    self.isNullable = isNullable
  }
}

/// The columns of a relation or a batch, in order.
public struct Schema: Hashable, Sendable {
  /// The columns.
  public let fields: [Field]

  /// Lists the columns.
  public init(_ fields: [Field]) { self.fields = fields }

  /// The names, in order.
  public var names: [String] { fields.map(\.name) }

  /// The field with a name, or `nil`.
  public subscript(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// The position of a name, or `nil`.
  public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension Expression {
  /// The type of the expression over the columns of a schema.
  ///
  /// - Parameter schema: the columns that the expression may name.
  /// - Returns: the type of its value.
  /// - Throws: `relation.unknown-column` with the nearest name, or what the function's rule refuses.
  func type(in schema: Schema) throws(Diagnostic) -> ColumnType {
    switch node {
    case .column(let name):
      return try schema.field(named: name).type
    case .literal(let literal): return literal.type
    case .parameter(_, let type): return type
    case .call(let function, let arguments):
      var types: [ColumnType] = []
      for argument in arguments { types.append(try argument.type(in: schema)) }
      return try function.rule.result(of: function, types)
    case .cast(let value, let type, _):
      _ = try value.type(in: schema)
      return type
    case .choice(let branches, let otherwise):
      return try choiceType(branches, otherwise, schema)
    case .membership(let value, let list):
      let type = try value.type(in: schema)
      for literal in list where !literal.type.isComparable(to: type) {
        throw RelationDefinitions.typeMismatch.at(
          nil,
          ["function": "in", "type": "\(literal.type)"]
        )
      }
      return .boolean
    }
  }

  private func choiceType(
    _ branches: [Branch],
    _ otherwise: Expression?,
    _ schema: Schema
  ) throws(Diagnostic) -> ColumnType {
    var result: ColumnType?
    for branch in branches {
      guard try branch.condition.type(in: schema) == .boolean else {
        throw RelationDefinitions.notACondition.at()
      }
    }
    for value in branches.map(\.value) + [otherwise].compactMap(\.self) {
      let type = try value.type(in: schema)
      if let result, result != type {
        throw RelationDefinitions.typeMismatch.at(nil, ["function": "choice", "type": "\(type)"])
      }
      result = type
    }
    guard let result else {
      throw RelationDefinitions.argumentCount.at(nil, ["function": "choice", "count": 0])
    }
    return result
  }
}

extension Schema {
  /// The field with a name.
  ///
  /// - Throws: `relation.unknown-column` with the nearest name.
  func field(named name: String) throws(Diagnostic) -> Field {
    if let field = self[name] { return field }
    throw RelationDefinitions.unknownColumn.at(
      nil,
      ["column": .text(name), "columns": .text(names.joined(separator: ", "))],
      suggestion: NearestName.of(name, among: names)
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// Building plans of two or more inputs.
extension Plan {
  /// Rows of two inputs that meet where their keys are equal; missing keys meet nothing.
  ///
  /// The result has the left columns and then the right columns without the right keys. In a full
  /// join a key is taken from the right where the left has none.
  ///
  /// - Throws: `relation.unknown-column`, `relation.type-mismatch`, `relation.duplicate-column`.
  public func join(
    _ right: Plan,
    _ kind: JoinKind = .inner,
    on keys: [JoinKey]
  ) throws(Diagnostic) -> Plan {
    try checkKeys(keys, right)
    let rightKeys = Set(keys.map(\.right))
    let isFull = kind == .full
    var fields = schema.fields.map {
      Field($0.name, $0.type, isNullable: $0.isNullable || isFull)
    }
    if kind != .semi && kind != .anti {
      let isOuter = kind != .inner
      fields += right.schema.fields.filter { !rightKeys.contains($0.name) }
        .map { Field($0.name, $0.type, isNullable: $0.isNullable || isOuter) }
    }
    return Plan(.join(self, right, kind, keys), schema: try Schema.unique(fields))
  }

  /// Rows of two inputs that meet where columns of the same names are equal.
  ///
  /// - Throws: as ``join(_:_:on:)``.
  public func join(
    _ right: Plan,
    _ kind: JoinKind = .inner,
    on names: [String]
  ) throws(Diagnostic) -> Plan {
    try join(right, kind, on: names.map { JoinKey($0, $0) })
  }

  /// The rows of several inputs with the same columns, one after the other, none dropped.
  ///
  /// - Throws: `relation.columns-differ`.
  public static func union(_ first: Plan, _ others: Plan...) throws(Diagnostic) -> Plan {
    try union(first, others)
  }

  /// The rows of several inputs with the same columns, given as a list.
  ///
  /// - Throws: `relation.columns-differ`.
  public static func union(_ first: Plan, _ others: [Plan]) throws(Diagnostic) -> Plan {
    for other in others {
      let same = zip(first.schema.fields, other.schema.fields).allSatisfy {
        $0.name == $1.name && $0.type == $1.type
      }
      guard same, first.schema.fields.count == other.schema.fields.count else {
        throw RelationDefinitions.columnsDiffer.at(
          nil,
          ["left": .text(first.schema.signature), "right": .text(other.schema.signature)]
        )
      }
    }
    return Plan(.union([first] + others), schema: first.schema)
  }

  /// The rows whose key stands in the right input too; missing values are equal to each other.
  ///
  /// - Throws: `relation.unknown-column`, `relation.type-mismatch`.
  public func intersect(_ right: Plan, by keys: [JoinKey]) throws(Diagnostic) -> Plan {
    try checkKeys(keys, right)
    return Plan(.keySet(self, right, .intersect, keys), schema: schema)
  }

  /// The rows whose key does not stand in the right input; missing values are equal to each other.
  ///
  /// - Throws: `relation.unknown-column`, `relation.type-mismatch`.
  public func except(_ right: Plan, by keys: [JoinKey]) throws(Diagnostic) -> Plan {
    try checkKeys(keys, right)
    return Plan(.keySet(self, right, .except, keys), schema: schema)
  }

  private func checkKeys(_ keys: [JoinKey], _ right: Plan) throws(Diagnostic) {
    for key in keys {
      let leftType = try schema.field(named: key.left).type
      let rightType = try right.schema.field(named: key.right).type
      guard leftType.isComparable(to: rightType) else {
        throw RelationDefinitions.typeMismatch.at(
          nil,
          ["function": .text("\(key.left) = \(key.right)"), "type": "\(rightType)"]
        )
      }
    }
  }
}

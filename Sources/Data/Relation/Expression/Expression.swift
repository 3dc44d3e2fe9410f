// SPDX-License-Identifier: Apache-2.0

/// A value computed for each row, as a plain immutable value.
///
/// The cases are hidden so that they can grow; an expression is made by the static members and read
/// by the type check and the writer, both of which are exhaustive.
public struct Expression: Hashable, Sendable {
  let node: Node

  indirect enum Node: Hashable, Sendable {
    case column(String)
    case literal(Literal)
    case parameter(name: String, type: ColumnType)
    case call(Function, [Expression])
    case cast(Expression, ColumnType, isTry: Bool)
    case choice([Branch], otherwise: Expression?)
    case membership(Expression, [Literal])
  }

  struct Branch: Hashable, Sendable {
    let condition: Expression
    let value: Expression
  }

  init(_ node: Node) { self.node = node }

  /// The value of a column in the same row.
  public static func column(_ name: String) -> Expression { Expression(.column(name)) }

  /// The same value in every row.
  public static func literal(_ literal: Literal) -> Expression { Expression(.literal(literal)) }

  /// A value given when the plan runs; it never enters the text of a statement.
  public static func parameter(_ name: String, _ type: ColumnType) -> Expression {
    Expression(.parameter(name: name, type: type))
  }

  /// A function of other expressions.
  public static func call(_ function: Function, _ arguments: Expression...) -> Expression {
    Expression(.call(function, arguments))
  }

  /// A function of other expressions, given as a list.
  public static func call(_ function: Function, _ arguments: [Expression]) -> Expression {
    Expression(.call(function, arguments))
  }

  /// The value as another type; a value that does not fit stops the statement.
  public func cast(to type: ColumnType) -> Expression {
    Expression(.cast(self, type, isTry: false))
  }

  /// The value as another type; a value that does not fit becomes no value.
  public func cast(orNullTo type: ColumnType) -> Expression {
    Expression(.cast(self, type, isTry: true))
  }

  /// The value of the first branch whose condition holds; `otherwise`, or no value, where none does.
  ///
  /// - Parameters:
  ///   - branches: conditions with the value each of them leads to; at least one.
  ///   - otherwise: the value where no condition holds.
  /// - Returns: the expression.
  public static func choice(
    _ branches: [(condition: Expression, value: Expression)],
    otherwise: Expression? = nil
  ) -> Expression {
    Expression(
      .choice(
        branches.map { Branch(condition: $0.condition, value: $0.value) },
        otherwise: otherwise
      )
    )
  }

  /// Whether the value is one of a list; no value where the value is missing.
  public func isIn(_ list: [Literal]) -> Expression { Expression(.membership(self, list)) }

  /// The same expression with every column name replaced.
  func renamingColumns(_ rename: (String) -> String) -> Expression {
    switch node {
    case .column(let name): .column(rename(name))
    case .literal, .parameter: self
    case .call(let function, let arguments):
      .call(function, arguments.map { $0.renamingColumns(rename) })
    case .cast(let value, let type, let isTry):
      Expression(.cast(value.renamingColumns(rename), type, isTry: isTry))
    case .choice(let branches, let otherwise):
      Expression(
        .choice(
          branches.map {
            Branch(
              condition: $0.condition.renamingColumns(rename),
              value: $0.value.renamingColumns(rename)
            )
          },
          otherwise: otherwise?.renamingColumns(rename)
        )
      )
    case .membership(let value, let list): value.renamingColumns(rename).isIn(list)
    }
  }
}

extension Expression: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  /// Takes text as a literal; a column is always written ``column(_:)``.
  public init(stringLiteral value: String) { self = .literal(.string(value)) }
  /// Takes a whole number as a literal.
  public init(integerLiteral value: Int64) { self = .literal(.integer(value)) }
  /// Takes true or false as a literal.
  public init(booleanLiteral value: Bool) { self = .literal(.boolean(value)) }
}

/// Arithmetic, comparison and logic, written as in mathematics.
extension Expression {
  /// The sum of two numbers.
  public static func + (left: Expression, right: Expression) -> Expression {
    .call(.add, left, right)
  }
  /// The difference of two numbers.
  public static func - (left: Expression, right: Expression) -> Expression {
    .call(.subtract, left, right)
  }
  /// The product of two numbers.
  public static func * (left: Expression, right: Expression) -> Expression {
    .call(.multiply, left, right)
  }
  /// The quotient of two doubles; a plan refuses it for decimals and whole numbers.
  public static func / (left: Expression, right: Expression) -> Expression {
    .call(.divide, left, right)
  }
  /// Whether two values are equal; `==` compares two expressions, so this has a name.
  public func equals(_ other: Expression) -> Expression { .call(.equal, self, other) }
  /// Whether two values differ.
  public func differs(from other: Expression) -> Expression { .call(.notEqual, self, other) }
  /// Whether two values are equal or both missing.
  public func isSame(as other: Expression) -> Expression { .call(.same, self, other) }
  /// Whether the left value comes before the right one.
  public static func < (left: Expression, right: Expression) -> Expression {
    .call(.less, left, right)
  }
  /// Whether the left value does not come after the right one.
  public static func <= (left: Expression, right: Expression) -> Expression {
    .call(.lessOrEqual, left, right)
  }
  /// Whether the left value comes after the right one.
  public static func > (left: Expression, right: Expression) -> Expression {
    .call(.greater, left, right)
  }
  /// Whether the left value does not come before the right one.
  public static func >= (left: Expression, right: Expression) -> Expression {
    .call(.greaterOrEqual, left, right)
  }
  /// Whether both conditions hold.
  public static func && (left: Expression, right: Expression) -> Expression {
    .call(.and, left, right)
  }
  /// Whether at least one condition holds.
  public static func || (left: Expression, right: Expression) -> Expression {
    .call(.or, left, right)
  }
  /// Whether the condition does not hold.
  public static prefix func ! (value: Expression) -> Expression { .call(.not, value) }
  /// Whether there is no value.
  public var isNull: Expression { .call(.isNull, self) }
  /// Whether there is a value.
  public var isNotNull: Expression { .call(.isNotNull, self) }
}

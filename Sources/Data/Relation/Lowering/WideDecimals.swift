// SPDX-License-Identifier: Apache-2.0

extension Lowering {
  /// Arithmetic of decimals gets room for every digit that the plan promises.
  ///
  /// DuckDB keeps the result of two decimals of up to 18 digits in 18 digits and stops where a value
  /// does not fit. One operand widened to 19 digits takes it to 38; the result is then cast to the
  /// plan's own type, into which it fits by construction. The cast costs Spark nothing.
  static let wideDecimals = Lowering(name: "wide-decimals") { plan in
    guard let schema = plan.inputs.first?.schema else { return plan }
    return plan.rewritingExpressions { $0.withWideDecimals(in: schema) }
  }
}

extension Plan {
  /// The plan with the expressions of its outermost operation replaced.
  fileprivate func rewritingExpressions(_ rewrite: (Expression) -> Expression) -> Plan {
    switch node {
    case .filter(let input, let condition):
      Plan(.filter(input, rewrite(condition)), schema: schema)
    case .project(let input, let columns):
      Plan(
        .project(input, columns.map { NamedExpression($0.name, rewrite($0.expression)) }),
        schema: schema
      )
    case .aggregate(let input, let keys, let columns):
      Plan(
        .aggregate(
          input,
          by: keys,
          columns.map { NamedAggregate($0.name, $0.aggregate.rewritingArgument(rewrite)) }
        ),
        schema: schema
      )
    case .scan, .values, .join, .window, .expand, .query, .union, .distinct, .keySet, .sort, .limit:
      self
    }
  }
}

extension Aggregate {
  fileprivate func rewritingArgument(_ rewrite: (Expression) -> Expression) -> Aggregate {
    switch self {
    case .countRows: .countRows
    case .count(let value): .count(rewrite(value))
    case .countDistinct(let value): .countDistinct(rewrite(value))
    case .sum(let value): .sum(rewrite(value))
    case .approximateSum(let value): .approximateSum(rewrite(value))
    case .minimum(let value): .minimum(rewrite(value))
    case .maximum(let value): .maximum(rewrite(value))
    case .approximateMean(let value): .approximateMean(rewrite(value))
    case .median(let value): .median(rewrite(value))
    case .approximateVariance(let value, let ofSample):
      .approximateVariance(rewrite(value), ofSample: ofSample)
    case .approximateDeviation(let value, let ofSample):
      .approximateDeviation(rewrite(value), ofSample: ofSample)
    }
  }
}

extension Expression {
  fileprivate func withWideDecimals(in schema: Schema) -> Expression {
    switch node {
    case .column, .literal, .parameter: self
    case .call: withWideOperands(in: schema).castToOwnDecimal(of: self, in: schema)
    // What is cast already needs no cast of ours, only the room.
    case .cast(let value, let type, let isTry):
      if case .call = value.node {
        Expression(.cast(value.withWideOperands(in: schema), type, isTry: isTry))
      } else {
        Expression(.cast(value.withWideDecimals(in: schema), type, isTry: isTry))
      }
    case .choice(let branches, let otherwise):
      Expression(
        .choice(
          branches.map {
            Branch(
              condition: $0.condition.withWideDecimals(in: schema),
              value: $0.value.withWideDecimals(in: schema)
            )
          },
          otherwise: otherwise?.withWideDecimals(in: schema)
        )
      )
    case .membership(let value, let list): value.withWideDecimals(in: schema).isIn(list)
    }
  }

  /// A call whose arguments are exact, with the left one of 19 digits where the result needs more
  /// than 18.
  private func withWideOperands(in schema: Schema) -> Expression {
    guard case .call(let function, let arguments) = node else { return self }
    var written = arguments.map { $0.withWideDecimals(in: schema) }
    if let result = ownDecimal(in: schema), result.precision > 18,
      let left = try? arguments[0].type(in: schema).decimalShape, left.precision < 19
    {
      written[0] = written[0].cast(to: .decimal(precision: 19, scale: left.scale))
    }
    return Expression(.call(function, written))
  }

  private func castToOwnDecimal(of original: Expression, in schema: Schema) -> Expression {
    guard let own = original.ownDecimal(in: schema) else { return self }
    return cast(to: .decimal(precision: own.precision, scale: own.scale))
  }

  /// The decimal that a sum, difference or product yields; `nil` for anything else.
  private func ownDecimal(in schema: Schema) -> (precision: Int, scale: Int)? {
    guard case .call(let function, _) = node, [.add, .subtract, .multiply].contains(function),
      case .decimal(let precision, let scale)? = try? type(in: schema)
    else { return nil }
    return (precision, scale)
  }
}

extension Expression {
  /// The type that a projection states for a computed column; `nil` where the engine has no choice.
  ///
  /// Engines differ in the types of computed columns (a missing text can come out as a number), so
  /// what is computed is cast to the type that the plan promises.
  func typeToState(in schema: Schema) throws -> ColumnType? {
    switch node {
    case .column, .literal, .parameter, .cast, .membership: return nil
    case .call, .choice:
      let type = try type(in: schema)
      return type == .boolean ? nil : type
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Writes values of a row as expressions of a plan.
///
/// Analytic operators and aggregates become columns of a step before; they are gathered here under
/// names of their own.
struct ValueCompiler {
  let compiler: PlanCompiler
  private(set) var windows: [NamedWindow] = []
  private(set) var aggregates: [NamedAggregate] = []
  /// Columns that are computed before, each of which may read those before it.
  private(set) var prepared: [Prepared] = []

  /// A column that is computed before the values that read it.
  struct Prepared {
    let column: NamedExpression
    /// Whether it is a text that is read as a time, in further columns.
    let isReading: Bool
  }

  /// Values of datasets without identifiers, and the columns under which they are looked for.
  private(set) var singles: [(name: String, dataset: DatasetExpression, component: String)] = []

  init(_ compiler: PlanCompiler) { self.compiler = compiler }

  /// A value as a column of a type; a literal without value takes that type.
  mutating func value(_ value: ValueExpression, as type: ColumnType) throws -> PlanValue {
    if case .constant(.null) = value.node { return .literal(.null(type)) }
    let compiled = try self.value(value)
    let own = value.type.columnType
    return compiled.converted(from: own, to: type)
  }

  mutating func value(_ value: ValueExpression) throws -> PlanValue {
    switch value.node {
    case .constant(let constant): return .literal(try Self.literal(constant, value.type))
    case .component(let name): return .column(name)
    case .scalar(let name):
      if let known = compiler.scalar(name) { return try self.value(known) }
      return .parameter(name, value.type.columnType)
    case .single(let dataset, let component):
      let name = "_s\(singles.count + 1)"
      singles.append((name: name, dataset: dataset, component: component))
      return .column(name)
    case .operation(let operation, let arguments):
      return try self.operation(operation, arguments, value.type)
    case .inList(let operand, let isNegated, let list):
      if operand.type.isTemporal || operand.type == .number {
        let value = try self.value(operand)
        var tests: [PlanValue] = []
        for element in list {
          if let number = element.constantNumber, operand.type == .number {
            tests.append(NumberTolerance.compared(.equal, value, value, bound: number))
          } else {
            tests.append(value.equals(try self.value(element, as: operand.type.columnType)))
          }
        }
        let test = PlanValue.balanced(tests, .or) ?? false
        return isNegated ? !test : test
      }
      let literals = try list.map { element in try self.literal(of: element, as: operand.type) }
      let test = try self.value(operand).isIn(literals)
      return isNegated ? !test : test
    case .inDomain(let operand, let isNegated, let name):
      guard let values = compiler.domains[name]?.values else {
        throw compiler.unsupported("in \(name)")
      }
      let list = values.compactMap { operand.element($0) }
      return try self.value(
        ValueExpression(
          node: .inList(operand, isNegated: isNegated, list),
          type: .boolean,
          isNullable: value.isNullable,
          place: value.place
        )
      )
    case .choice(let branches, let otherwise):
      let type = value.type.columnType
      var compiled: [(condition: PlanValue, value: PlanValue)] = []
      for branch in branches {
        compiled.append(
          (
            try self.value(branch.condition, as: .boolean),
            try self.value(branch.value, as: type)
          )
        )
      }
      return .choice(compiled, otherwise: try self.value(otherwise, as: type))
    case .cast(let operand, let mask, _): return try cast(operand, to: value.type, mask)
    case .aggregate(let function, let operand):
      return try aggregate(function, operand, value.type)
    case .analytic(let analytic): return try self.analytic(analytic, value.type)
    case .timeAggregation(let operand, let period):
      return try timeAggregation(operand, period)
    case .routine: throw compiler.unsupported("eval")
    }
  }

  /// The column in which a text is read as a time.
  mutating func reading(of text: PlanValue) -> String {
    prepare(text, isReading: true)
  }

  /// The column in which a value is computed before.
  mutating func prepare(_ value: PlanValue, isReading: Bool = false) -> String {
    let known = prepared.first { $0.column.expression == value && $0.isReading == isReading }
    if let known { return known.column.name }
    let name = "_x\(prepared.count + 1)"
    prepared.append(Prepared(column: NamedExpression(name, value), isReading: isReading))
    return name
  }

  /// A value that is read many times: as a column of its own where it is more than a name or a constant.
  ///
  /// Operators on times take their operand apart, so that nested ones would grow beyond any bound. What
  /// stands on groups or windows is known only after them and stays as it is.
  mutating func shared(_ value: PlanValue, of expression: ValueExpression) -> PlanValue {
    if expression.isPlain || expression.readsGroups { return value }
    return .column(prepare(value, isReading: false))
  }

  // MARK: Literals

  /// A constant as a literal of a type.
  static func literal(_ constant: Constant.Value, _ type: ScalarType) throws -> Literal {
    switch constant {
    case .integer(let sign, let digits):
      guard let number = Int64((sign == .minus ? "-" : "") + digits) else {
        throw VTLDefinitions.outOfRange.at(
          nil,
          ["operator": "integer", "range": "−2⁶³ … 2⁶³−1"]
        )
      }
      return type == .number ? .double(Double(number)) : .integer(number)
    case .number(let sign, let digits):
      return .double(Double((sign == .minus ? "-" : "") + digits) ?? 0)
    case .boolean(let isTrue):
      return type == .string ? .string(isTrue ? "true" : "false") : .boolean(isTrue)
    case .string(let text): return .string(text)
    case .null: return .null(type.columnType)
    }
  }

  /// An element of a list as a literal of the operand's type.
  private func literal(of element: ValueExpression, as type: ScalarType) throws -> Literal {
    var inner = element
    while case .cast(let operand, nil, _) = inner.node { inner = operand }
    guard case .constant(let constant) = inner.node else { throw compiler.unsupported("in") }
    return try Self.literal(constant, type)
  }

  // MARK: Casts

  private mutating func cast(
    _ operand: ValueExpression,
    to type: ScalarType,
    _ mask: String?
  ) throws -> PlanValue {
    if let mask {
      guard let cast = try maskedCast(operand, to: type, mask) else {
        throw compiler.unsupported("cast … \"\(mask)\"")
      }
      return cast
    }
    let inner = try value(operand, as: operand.type.columnType)
    if operand.type == type { return inner }
    let text = operand.constantText
    let isTime = operand.type.isTemporal || type.isTemporal
    let source = isTime && text == nil ? shared(inner, of: operand) : inner
    if let cast = timeCast(source, from: operand.type, to: type, constant: text) { return cast }
    if let cast = numberCast(inner, from: operand.type, to: type) { return cast }
    if let cast = durationCast(inner, from: operand.type, to: type, constant: text) { return cast }
    let same = operand.type.columnType == type.columnType
    switch (operand.type, type) {
    case (.string, .boolean):
      return .call(.lower, .call(.trim, inner)).equals("true")
    case (.integer, .boolean): return inner.differs(from: 0)
    case (.number, .boolean): return inner.differs(from: .literal(.double(0)))
    case _ where same: return inner
    default: return inner.cast(to: type.columnType)
    }
  }

  // MARK: Aggregates and windows

  private mutating func aggregate(
    _ function: AggregateFunction,
    _ operand: ValueExpression?,
    _ type: ScalarType
  ) throws -> PlanValue {
    let (aggregate, needsCast) = try self.aggregate(function, operand)
    let name = "_a\(aggregates.count + 1)"
    aggregates.append(NamedAggregate(name, aggregate))
    return needsCast ? PlanValue.column(name).cast(to: type.columnType) : .column(name)
  }

  private mutating func aggregate(
    _ function: AggregateFunction,
    _ operand: ValueExpression?
  ) throws -> (Aggregate, needsCast: Bool) {
    guard let operand else {
      guard function == .count else { throw compiler.unsupported(function.rawValue) }
      return (.countRows, false)
    }
    let argument = try value(operand)
    switch function {
    case .count: return (.count(argument), false)
    case .min: return (.minimum(argument), false)
    case .max: return (.maximum(argument), false)
    case .sum where operand.type == .integer: return (.sum(argument), true)
    case .sum: return (.approximateSum(argument), false)
    case .avg: return (.approximateMean(argument), false)
    case .median: return (.median(argument), false)
    case .varPop: return (.approximateVariance(argument, ofSample: false), false)
    case .varSamp: return (.approximateVariance(argument, ofSample: true), false)
    case .stddevPop: return (.approximateDeviation(argument, ofSample: false), false)
    case .stddevSamp: return (.approximateDeviation(argument, ofSample: true), false)
    }
  }

  private mutating func analytic(
    _ analytic: AnalyticExpression,
    _ type: ScalarType
  ) throws -> PlanValue {
    let (function, needsCast) = try windowFunction(analytic)
    let isRange = analytic.window?.isRange == true
    let name = "_w\(windows.count + 1)"
    windows.append(
      NamedWindow(
        name,
        function,
        partition: analytic.partition,
        order: analytic.order.map { key in
          SortKey(
            isRange ? rangeColumn(key) : key.component,
            isDescending: key.isDescending,
            nullsFirst: !key.isDescending
          )
        },
        frame: try frame(analytic)
      )
    )
    let column = PlanValue.column(name)
    if analytic.function == .ratioToReport, let operand = analytic.operand {
      return try value(operand) / column
    }
    if let other = analytic.defaultValue {
      return .call(.coalesce, column, try value(other, as: type.columnType))
    }
    return needsCast ? column.cast(to: type.columnType) : column
  }

  private mutating func windowFunction(
    _ analytic: AnalyticExpression
  ) throws -> (WindowFunction, needsCast: Bool) {
    let name = analytic.function.rawValue
    if analytic.function == .rank { return (.rank, false) }
    if let function = AggregateFunction(rawValue: name) {
      let (aggregate, needsCast) = try self.aggregate(function, analytic.operand)
      return (.aggregate(aggregate), needsCast)
    }
    guard let operand = analytic.operand else { throw compiler.unsupported(name) }
    let argument = try value(operand)
    switch analytic.function {
    case .firstValue: return (.firstValue(argument), false)
    case .lastValue: return (.lastValue(argument), false)
    case .lag: return (.lag(argument, by: try distance(analytic)), false)
    case .lead: return (.lead(argument, by: try distance(analytic)), false)
    case .ratioToReport: return (.aggregate(.approximateSum(argument)), false)
    default: throw compiler.unsupported(name)
    }
  }

  /// A column in whose values distances are counted: days of dates, shifts of periods.
  private mutating func rangeColumn(_ key: AnalyticExpression.Order) -> String {
    let column = PlanValue.column(key.component)
    let value: PlanValue
    switch key.type {
    case .date: value = .call(.dayNumber, column)
    case .timePeriod: value = .call(.quotient, column, TimeCode.whole(TimeCode.width))
    default: return key.component
    }
    return prepare(value, isReading: false)
  }
}

extension ValueExpression {
  /// A value of a domain as a constant of this value's type; `nil` where it is none.
  fileprivate func element(_ text: String) -> ValueExpression? {
    let constant: Constant.Value
    switch type {
    case .integer:
      guard let number = Int64(text) else { return nil }
      constant = .integer(sign: number < 0 ? .minus : nil, "\(number.magnitude)")
    case .number:
      guard let number = Double(text), number.isFinite else { return nil }
      constant = .number(sign: number < 0 ? .minus : nil, "\(number.magnitude)")
    case .boolean:
      guard let isTrue = Bool(text.lowercased()) else { return nil }
      constant = .boolean(isTrue)
    case .string, .duration, .scalar, .date, .time, .timePeriod: constant = .string(text)
    }
    let written = ValueExpression(
      node: .constant(constant),
      type: type.isTemporal ? .string : type,
      isNullable: false,
      place: place
    )
    guard type.isTemporal else { return written }
    return ValueExpression(
      node: .cast(written, mask: nil, isImplicit: true),
      type: type,
      isNullable: false,
      place: place
    )
  }

  /// Whether the value is a name or a constant.
  fileprivate var isPlain: Bool {
    switch node {
    case .component, .constant, .scalar: true
    case .cast(let operand, mask: nil, isImplicit: true): operand.isPlain
    default: constantText != nil
    }
  }

  /// Whether a part of the value is known only after grouping, windows or other datasets.
  var readsGroups: Bool {
    switch node {
    case .aggregate, .analytic, .single, .routine: true
    case .constant, .component, .scalar: false
    case .operation(_, let arguments): arguments.contains { $0?.readsGroups == true }
    case .inList(let operand, _, let list):
      operand.readsGroups || list.contains(where: \.readsGroups)
    case .inDomain(let operand, _, _), .cast(let operand, _, _),
      .timeAggregation(let operand, _):
      operand.readsGroups
    case .choice(let branches, let otherwise):
      otherwise.readsGroups
        || branches.contains { $0.condition.readsGroups || $0.value.readsGroups }
    }
  }
}

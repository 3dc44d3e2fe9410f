// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Relation
internal import Values

/// Columns as files and tables have them, and as plans compute with them.
extension DatasetStructure {
  /// The columns of a relation with this structure as files carry it: times and durations are texts.
  public var writtenSchema: Schema {
    Schema(components.map { Field($0.name, $0.type.writtenType, isNullable: $0.isNullable) })
  }

  /// Rows with the columns that plans compute with, in order, from columns as a source has them.
  ///
  /// Texts become numbers, dates and times; a whole number is taken from text or from a double only where
  /// nothing is lost.
  ///
  /// - Parameter source: rows with at least a column for each component, under its name in any case.
  /// - Returns: a plan with the structure's ``schema``; a value that cannot be read stops it.
  /// - Throws: `vtl.missing-component`, `vtl.component-type`.
  public func computable(_ source: Plan) throws -> Plan {
    var found: [String: Field] = [:]
    for component in components { found[component.name] = try field(of: component, in: source) }
    let times = components.filter { $0.type == .timePeriod || $0.type == .time }
      .compactMap { component in
        found[component.name].flatMap { $0.type == .string ? ($0.name, component.type) : nil }
      }
    let rows = try TimeReading(times).rows(source)
    return try rows.project(
      components.map { component in
        guard let field = found[component.name] else { return NamedExpression(component.name) }
        guard let value = component.type.value(of: field) else {
          throw VTLDefinitions.componentType.at(
            nil,
            [
              "component": .text(component.name), "found": "\(field.type)",
              "type": .text(component.type.rawValue),
            ]
          )
        }
        return NamedExpression(component.name, value)
      }
    )
  }

  private func field(of component: DatasetComponent, in source: Plan) throws -> Field {
    if let field = source.schema[component.name] { return field }
    let lowered = component.name.lowercased()
    let others = source.schema.fields.filter { $0.name.lowercased() == lowered }
    if others.count == 1 { return others[0] }
    throw VTLDefinitions.missingComponent.at(
      nil,
      [
        "component": .text(component.name),
        "columns": .text(source.schema.names.joined(separator: ", ")),
      ]
    )
  }

  /// Rows as files carry them, from the columns that plans compute with.
  ///
  /// - Parameter rows: rows with the structure's ``schema``.
  /// - Returns: a plan with the ``writtenSchema``.
  /// - Throws: what the plan refuses.
  public func written(_ rows: Plan) throws -> Plan {
    guard components.contains(where: { $0.type.writtenType != $0.type.columnType }) else {
      return try rows.select(names)
    }
    return try rows.project(
      components.map { component in
        let column = PlanValue.column(component.name)
        return switch component.type {
        case .timePeriod: NamedExpression(component.name, TimeCode.text(ofPeriod: column))
        case .time: NamedExpression(component.name, TimeCode.text(ofInterval: column))
        default: NamedExpression(component.name)
        }
      }
    )
  }
}

extension ScalarType {
  /// The type of a column in files.
  var writtenType: ColumnType {
    self == .timePeriod || self == .time ? .string : columnType
  }

  /// The type with which an engine reads a column of text.
  ///
  /// A whole number is read as text, because engines round what has decimals.
  var readType: ColumnType { self == .integer ? .string : writtenType }

  /// A column of a source as a value of this type; `nil` where no such conversion is made.
  fileprivate func value(of field: Field) -> PlanValue? {
    let column = PlanValue.column(field.name)
    switch (field.type, self) {
    case (.string, .integer): return column.wholeNumber
    case (.double, .integer), (.decimal, .integer):
      let number = column.cast(to: .double)
      return .choice(
        [
          (
            column.isNull || PlanValue.call(.roundDown, number).equals(number),
            column.cast(to: .integer)
          )
        ],
        otherwise: .failure(VTLDefinitions.unreadableValue, as: .integer)
      )
    case (.string, .timePeriod), (.string, .time):
      return .readable(TimeReading.code(of: field.name), of: column)
    case (.date, .timePeriod), (.date, .time): return TimeCode.code(ofDate: column)
    case (.integer, .timePeriod), (.integer, .time): return TimeCode.code(.annual, column)
    case (.date, .number), (.date, .boolean), (.boolean, .date), (.double, .date),
      (.double, .timePeriod), (.integer, .date):
      return nil
    default: return field.type == columnType ? column : column.cast(to: columnType)
    }
  }

  /// Whether a text can be read as a value of this type.
  func isReadable(_ text: PlanValue) -> PlanValue {
    switch self {
    case .string, .duration, .scalar: true
    case .integer: text.wholeNumberOrNone.isNotNull
    case .number, .boolean, .date: text.cast(orNullTo: columnType).isNotNull
    case .timePeriod, .time: true
    }
  }
}

extension PlanValue {
  /// Whether a text has the marks of a number that is not whole.
  private var hasDecimals: PlanValue {
    [".", "e", "E"].map { PlanValue.call(.contains, self, $0) }
      .reduce(false as PlanValue) { $0 || $1 }
  }

  /// A text as a whole number; `12.0` is one, `12.5` stops the statement.
  fileprivate var wholeNumber: PlanValue {
    let number = cast(to: .double)
    let isWhole = PlanValue.call(.roundDown, number).equals(number)
    let failure = PlanValue.failure(VTLDefinitions.unreadableValue, as: .integer)
    return .choice(
      [
        (hasDecimals, .choice([(isWhole, number.cast(to: .integer))], otherwise: failure))
      ],
      otherwise: cast(to: .integer)
    )
  }

  fileprivate var wholeNumberOrNone: PlanValue {
    let number = cast(orNullTo: .double)
    let isWhole = PlanValue.call(.roundDown, number).equals(number)
    return .choice(
      [(hasDecimals, .choice([(isWhole, number.cast(orNullTo: .integer))]))],
      otherwise: cast(orNullTo: .integer)
    )
  }
}

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
  public func computable(_ source: Plan) throws -> Plan { try computable(source, tables: [:]) }

  /// The same components, with texts where they are periods and intervals.
  var withTimesAsTexts: DatasetStructure {
    DatasetStructure(
      components.map { component in
        component.type.writtenType == component.type.columnType
          ? component : component.with(type: .string)
      }
    )
  }

  /// The columns of a source that hold times as texts.
  func writtenTimes(in source: Plan) throws -> [(name: String, type: ScalarType)] {
    try components.filter { $0.type == .timePeriod || $0.type == .time }.compactMap { component in
      let field = try field(of: component, in: source)
      return field.type == .string ? (field.name, component.type) : nil
    }
  }

  /// As ``computable(_:)``, with the codes of some columns' texts looked up in tables.
  ///
  /// - Parameters:
  ///   - source: the rows.
  ///   - tables: by the column of the source, ``TimeReading/table(_:_:)``.
  /// - Returns: a plan with the structure's ``schema``.
  /// - Throws: as ``computable(_:)``.
  func computable(_ source: Plan, tables: [String: Plan]) throws -> Plan {
    var found: [String: Field] = [:]
    for component in components { found[component.name] = try field(of: component, in: source) }
    let times = try writtenTimes(in: source)
    var rows = try TimeReading(times.filter { tables[$0.name] == nil }).rows(source)
    for (name, _) in times {
      guard let table = tables[name] else { continue }
      rows = try rows.join(table, .left, on: [JoinKey(name, TimeReading.text(of: name))])
    }
    return try rows.project(
      components.map { component in
        guard let field = found[component.name] else { return NamedExpression(component.name) }
        if tables[field.name] != nil {
          return NamedExpression(component.name, TimeReading.code(of: field.name))
        }
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

  /// The column of a source that holds a component.
  func field(of component: DatasetComponent, in source: Plan) throws -> Field {
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
  public func written(_ rows: Plan) throws -> Plan { try written(rows, known: nil) }

  /// As ``written(_:)``, with the texts of most times looked up instead of made.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - known: ``TimeReading/texts(of:)``; codes that are not in it are written all the same.
  /// - Returns: a plan with the ``writtenSchema``.
  /// - Throws: what the plan refuses.
  func written(_ rows: Plan, known: Plan?) throws -> Plan {
    let times = components.filter { $0.type.writtenType != $0.type.columnType }
    if times.isEmpty { return try rows.select(names) }
    var joined = rows
    if let known {
      for time in times {
        let named = try known.project([
          NamedExpression("_code_\(time.name)", .column(TimeReading.knownCode)),
          NamedExpression("_text_\(time.name)", .column(TimeReading.knownText)),
        ])
        joined = try joined.join(named, .left, on: [JoinKey(time.name, "_code_\(time.name)")])
      }
    }
    return try joined.project(
      components.map { component in
        let column = PlanValue.column(component.name)
        let text: PlanValue
        switch component.type {
        case .timePeriod: text = TimeCode.text(ofPeriod: column)
        case .time: text = TimeCode.text(ofInterval: column)
        default: return NamedExpression(component.name)
        }
        let found = PlanValue.column("_text_\(component.name)")
        return NamedExpression(
          component.name,
          known == nil ? text : .choice([(found.isNotNull, found)], otherwise: text)
        )
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

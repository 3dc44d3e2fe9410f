// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// Brings a dataset into an engine and looks at it: types, identifiers, values that must be there.
struct DatasetLoad {
  let input: DatasetInput
  let domains: [String: ValueDomain]
  let session: any Session

  private var structure: DatasetStructure { input.structure }

  /// A dataset in an engine.
  struct Loaded {
    /// The rows with the columns that plans compute with.
    let rows: Plan
    /// The tables of the texts of its times with their codes, by column.
    let times: [String: Plan]
  }

  /// Stores the dataset as a table of its name and checks it.
  ///
  /// Times stay texts in the table; their codes are looked up where it is read.
  ///
  /// - Returns: how the dataset is read from now on.
  /// - Throws: ``DiagnosticFailure`` with everything that is wrong with the data.
  func run() async throws -> Loaded {
    let times = structure.components.filter { $0.type == .timePeriod || $0.type == .time }
      .map { (name: $0.name, type: $0.type) }
    let stored = structure.withTimesAsTexts
    let source: Plan
    do { source = try stored.computable(input.source) } catch { throw told(error) }
    do {
      try await session.keep(source, as: input.name)
      let table = Plan.scan(.table(input.name), schema: stored.schema)
      var tables: [String: Plan] = [:]
      for time in times { tables[time.name] = try await self.table(of: time, in: table) }
      let rows = try times.isEmpty ? table : structure.computable(table, tables: tables)
      try await check(rows)
      return Loaded(rows: rows, times: tables)
    } catch let failure as DiagnosticFailure {
      throw failure
    } catch {
      throw await explained(error)
    }
  }

  /// Reads the different texts of a column of times.
  private func table(
    of time: (name: String, type: ScalarType),
    in rows: Plan
  ) async throws -> Plan {
    let name = "_times_\(input.name)_\(time.name)"
    let plan = try TimeReading.table(rows, time)
    try await session.keep(plan, as: name)
    let table = Plan.scan(.table(name), schema: plan.schema)
    let unreadable = try table.filter(TimeReading.code(of: time.name).isNull)
    if try await session.count(of: unreadable) > 0 { throw VTLDefinitions.unreadableTime.at() }
    return table
  }

  // MARK: What could not be read

  /// Which columns have values that are not of their types, where that is why the engine stopped.
  private func explained(_ failure: any Error) async -> any Error {
    do {
      let problems = try await unreadable()
      if !problems.isEmpty { return DiagnosticFailure(problems) }
    } catch {}
    let known = Diagnostic(of: failure)
    if known.code.rawValue == "engine.cancelled" { return failure }
    return VTLDefinitions.unreadableData.at(
      input.location,
      ["dataset": .text(input.name)],
      cause: known.cause
    )
  }

  private func unreadable() async throws -> [Diagnostic] {
    guard let scan = input.delimited else { return [] }
    let fields = scan.columns.map { Field($0.name, .string) }
    let texts = DelimitedScan(scan.path, columns: fields, separator: scan.separator)
    let scanned = try Plan.scan(.delimited(texts), schema: Schema(fields))
      .window([NamedWindow("_row", .rowNumber)])
    let rows = try TimeReading(structure.writtenTimes(in: scanned)).rows(scanned)
    var aggregates: [NamedAggregate] = []
    var checked: [DatasetComponent] = []
    for component in structure.components {
      let name = try structure.field(of: component, in: scanned).name
      let text = PlanValue.column(name)
      let isTime = component.type == .timePeriod || component.type == .time
      let isReadable =
        isTime ? TimeReading.code(of: name).isNotNull : component.type.isReadable(text)
      let isBad = text.isNotNull && !isReadable
      let row = PlanValue.choice([(isBad, .column("_row"))])
      aggregates.append(NamedAggregate("_n\(checked.count)", .count(row)))
      aggregates.append(NamedAggregate("_f\(checked.count)", .minimum(row)))
      checked.append(component)
    }
    let counts = try await session.integers(of: rows.aggregate(by: [], aggregates))
    return checked.indices.compactMap { index in
      guard let count = counts["_n\(index)"], count > 0 else { return nil }
      return VTLDefinitions.unreadableValue.at(
        input.location,
        [
          "component": .text(checked[index].name), "type": .text(checked[index].type.rawValue),
          "count": .count(Int(count)), "row": .count(Int(counts["_f\(index)"] ?? 0)),
        ]
      )
    }
  }

  // MARK: What must hold

  private func check(_ table: Plan) async throws {
    let identifiers = structure.identifiers
    var aggregates = [NamedAggregate("_rows", .countRows)]
    let demanded = structure.components.filter { !$0.isNullable }
    for component in demanded {
      aggregates.append(NamedAggregate("_k_\(component.name)", .count(.column(component.name))))
    }
    let numbers = structure.components.filter { $0.type == .number }
    for component in numbers {
      let column = PlanValue.column(component.name)
      aggregates.append(NamedAggregate("_a_\(component.name)", .maximum(column)))
      aggregates.append(NamedAggregate("_c_\(component.name)", .minimum(column)))
    }
    let listed = structure.components.compactMap { component in
      domain(component).map { (component, $0) }
    }
    for (component, values) in listed {
      let isOutside = !PlanValue.column(component.name).isIn(values.map { .string($0) })
      aggregates.append(
        NamedAggregate(
          "_d_\(component.name)",
          .count(.choice([(isOutside, TimeCode.whole(1))]))
        )
      )
    }
    var flags: [NamedExpression] = [NamedExpression("_rows")]
    flags += demanded.map { NamedExpression("_k_\($0.name)") }
    flags += listed.map { NamedExpression("_d_\($0.0.name)") }
    flags += numbers.map { component in
      // Not-a-number comes last in every engine's order, so it shows in the greatest value.
      let (greatest, least) = (
        PlanValue.column("_a_\(component.name)"), PlanValue.column("_c_\(component.name)")
      )
      let limit = Double.greatestFiniteMagnitude
      let isSound =
        greatest.isNull
        || (greatest <= .literal(.double(limit)) && least >= .literal(.double(-limit)))
      return NamedExpression(
        "_s_\(component.name)",
        .choice([(isSound, TimeCode.whole(0))], otherwise: TimeCode.whole(1))
      )
    }
    let counts = try await session.integers(
      of: table.aggregate(by: [], aggregates).project(flags)
    )
    let rows = counts["_rows"] ?? 0
    var problems: [Diagnostic] = []
    func report(_ definition: DiagnosticDefinition, _ component: String, _ count: Int64) {
      problems.append(
        definition.at(
          input.location,
          [
            "component": .text(component), "dataset": .text(input.name),
            "count": .count(Int(count)),
          ]
        )
      )
    }
    for component in demanded {
      let missing = rows - (counts["_k_\(component.name)"] ?? 0)
      let definition =
        component.role == .identifier
        ? VTLDefinitions.missingIdentifier : VTLDefinitions.missingValue
      if missing > 0 { report(definition, component.name, missing) }
    }
    for component in numbers where counts["_s_\(component.name)"] == 1 {
      report(VTLDefinitions.notANumber, component.name, 1)
    }
    for (component, _) in listed {
      let outside = counts["_d_\(component.name)"] ?? 0
      if outside > 0 { report(VTLDefinitions.outsideDomain, component.name, outside) }
    }
    problems += try await duplicates(table, identifiers.map(\.name), rows)
    if !problems.isEmpty { throw DiagnosticFailure(problems) }
  }

  private func domain(_ component: DatasetComponent) -> [String]? {
    guard component.type == .string, let name = component.domain else { return nil }
    return domains[name]?.values
  }

  /// Data points that share their identifiers.
  ///
  /// Numbers made of the identifiers are compared first: where all of them differ, so do the identifiers.
  private func duplicates(
    _ table: Plan,
    _ identifiers: [String],
    _ rows: Int64
  ) async throws -> [Diagnostic] {
    let doubled: Int
    if identifiers.isEmpty {
      doubled = Int(max(0, rows - 1))
    } else {
      let mark = PlanValue.call(.fingerprint, identifiers.map { .column($0) })
      let marks = try table.project([NamedExpression("_mark", mark)]).distinct()
      if try await session.count(of: marks) == Int(rows) { return [] }
      let groups = try table.aggregate(
        by: identifiers,
        [NamedAggregate("_n", .countRows)]
      ).filter(.column("_n") > 1)
      doubled = try await session.count(of: groups)
    }
    guard doubled > 0 else { return [] }
    return [
      VTLDefinitions.duplicateIdentifiers.at(
        input.location,
        [
          "dataset": .text(input.name), "count": .count(doubled),
          "components": .text(identifiers.joined(separator: ", ")),
        ]
      )
    ]
  }

  /// A problem with the file in which it is.
  private func told(_ error: any Error) -> any Error {
    let problem = Diagnostic(of: error)
    guard problem.location == nil else { return error }
    return Diagnostic(
      problem.definition,
      location: input.location,
      arguments: problem.arguments,
      suggestion: problem.suggestion
    )
  }
}

extension Session {
  /// The whole numbers of a plan's one row, by column; what is missing is left out.
  func integers(of plan: Plan) async throws -> [String: Int64] {
    var values: [String: Int64] = [:]
    for try await batch in try await rows(of: plan) where batch.rowCount > 0 {
      for (field, column) in zip(batch.schema.fields, batch.columns) {
        values[field.name] = try column.integer(at: 0)
      }
    }
    return values
  }
}

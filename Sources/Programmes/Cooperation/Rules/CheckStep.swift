// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Relation
internal import Structures

/// The step that looks at the registers of cooperation with the rules of the framework.
public enum CheckStep {
  /// `cooperation.check`: every rule whose registers and columns are there, all findings at once.
  ///
  /// - Input: registers by name: activities, participations, shares, components, owner_shares,
  ///   valuations, efforts, scholarships, loans, loan_flows, country_groups; each may be absent.
  /// - Output: one row = one place in one record that breaks one rule: RULE (such as `V5`), REGISTER,
  ///   RECORD (its identifier), FIELD, CODE (for `ayni explain`), OUTCOME (`refuse`, `incomplete` or
  ///   `warn`), LINE.
  /// - Method: each rule is a plan on the engine; nothing is dropped from a register.
  /// - Source: the rules V1 to V7, V9 to V12, V22 and V23 of Ayni's guide to the register.
  public static let kind: StepKind = StepKind(
    "cooperation.check",
    version: 1,
    summary: Message(
      "step.cooperation.check",
      en: "looks at the registers of cooperation with the rules of the framework",
      fr: "examine les registres de coopération selon les règles du cadre"
    ),
    inputs: 1...Register.allCases.count
  ) { preparation in
    let settings = try RuleSettings(preparation)
    let rules = RegisterRule.all.filter { rule in
      !settings.without.contains(rule.number) && rule.applies(settings, preparation.inputs)
    }
    return PreparedStep(outputs: [StepOutput(settings.structure)]) { context in
      let table = context.tablePrefix + "findings"
      try await context.session.keep(try findings(rules, settings, context.inputs), as: table)
      let found = Plan.scan(.table(table), schema: settings.structure.schema)
      try await report(found, rules, settings, context)
      return [found]
    }
  }

  /// The findings of all rules, in the columns of the structure.
  private static func findings(
    _ rules: [RegisterRule],
    _ settings: RuleSettings,
    _ inputs: [Dataset]
  ) throws(Diagnostic) -> Plan {
    var plans: [Register: Plan] = [:]
    for (register, input) in zip(settings.registers, inputs) {
      if let register { plans[register] = input.plan }
    }
    let set = RegisterSet(plans, settings)
    var found: [Plan] = []
    for rule in rules {
      // A record that breaks a rule in two rows is one finding, at the first of them.
      let places = try rule.findings(set).aggregate(
        by: [Finding.record, Finding.field],
        [NamedAggregate(Finding.line, .minimum(.column(Finding.line)))]
      )
      let constants = [
        "RULE": rule.number, "REGISTER": rule.register.rawValue, "OUTCOME": rule.outcome.rawValue,
        "CODE": rule.definition.code.rawValue,
      ]
      found.append(
        try places.project(
          settings.structure.components.map { component in
            let constant = constants[component.id].map { Expression.literal(.string($0)) }
            let type = component.representation.columnType
            let isKnown = FindingColumns.ids.contains(component.id)
            return NamedExpression(
              component.id,
              constant ?? (isKnown ? .column(component.id) : .literal(.null(type)))
            )
          }
        )
      )
    }
    guard let first = found.first else {
      return try .values([], schema: settings.structure.schema)
    }
    return try .union(first, Array(found.dropFirst()))
  }

  /// Tells each rule that is broken once, with how many records break it and where the first stands.
  private static func report(
    _ found: Plan,
    _ rules: [RegisterRule],
    _ settings: RuleSettings,
    _ context: StepContext
  ) async throws {
    let counts = try found.aggregate(
      by: ["CODE"],
      [NamedAggregate("rows", .countRows), NamedAggregate("line", .minimum(.column("LINE")))]
    )
    var broken: [String: (rows: Int, line: Int?)] = [:]
    for try await batch in try await context.session.rows(of: counts) {
      for row in 0..<batch.rowCount {
        let rows = Int(try batch["rows"]?.integer(at: row) ?? 0)
        let line = try batch["line"]?.integer(at: row).map { Int($0) }
        broken[try batch["CODE"]?.string(at: row) ?? ""] = (rows, line)
      }
    }
    for rule in rules {
      guard let place = broken[rule.definition.code.rawValue],
        let input = settings.registers.firstIndex(of: rule.register)
      else { continue }
      context.collector.report(
        rule.definition.at(nil, ["rule": .text(rule.number)]),
        rows: place.rows,
        first: Location(context.places[input], line: place.line)
      )
    }
  }
}

extension RegisterRule {
  /// Whether all registers and columns that the rule looks at are there.
  func applies(_ settings: RuleSettings, _ inputs: [DataStructureDefinition]) -> Bool {
    needs.allSatisfy { register, columns in
      guard let position = settings.registers.firstIndex(of: register) else { return false }
      return columns.allSatisfy { inputs[position][$0] != nil }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Relation

/// A rule that records of the registers have to keep, as a plan that finds those that do not.
struct RegisterRule: Sendable {
  /// The number by which offices know it, such as `V5`.
  let number: String
  /// What becomes of a record that breaks it.
  let outcome: Outcome
  /// What is told of it.
  let definition: DiagnosticDefinition
  /// The register that its findings are about.
  let register: Register
  /// The columns that it looks at; a rule applies where all of them are there.
  let needs: [Register: Set<String>]
  /// The records that break it, as ``Finding`` says.
  let findings: @Sendable (RegisterSet) throws(Diagnostic) -> Plan

  /// What becomes of a record that breaks a rule.
  ///
  /// A readable activity is never dropped.
  enum Outcome: String, CaseIterable, Sendable {
    /// The candidate is refused until the record is mended.
    case refuse
    /// The record is kept and counts as an activity; what is missing stays out of the sum concerned.
    case incomplete
    /// The record is kept as it is.
    case warn
  }

  init(
    _ number: String,
    _ outcome: Outcome,
    _ definition: DiagnosticDefinition,
    on register: Register,
    needs: [Register: Set<String>],
    findings: @escaping @Sendable (RegisterSet) throws(Diagnostic) -> Plan
  ) {
    self.number = number
    self.outcome = outcome
    self.definition = definition
    self.register = register
    self.needs = needs
    self.findings = findings
  }

  /// All rules, in the order of their numbers.
  static let all: [RegisterRule] =
    (partnerRules + shareRules + componentRules + loanRules)
    .sorted { (Int($0.number.dropFirst()) ?? 0) < (Int($1.number.dropFirst()) ?? 0) }
}

/// The columns of what a rule finds: one row = one place in one record that breaks it.
enum Finding {
  /// The record, by its identifier.
  static let record: String = "RECORD"
  /// The column that has to be looked at.
  static let field: String = "FIELD"
  /// The first line of the register on which the record stands; no value where rows have no lines.
  static let line: String = "LINE"
}

extension Plan {
  /// The rows as findings about a field of a register's records.
  func findings(
    in register: Register,
    field: String
  ) throws(Diagnostic) -> Plan {
    let line: Expression =
      schema["_line"] == nil ? .literal(.null(.integer)) : .column("_line")
    return try project([
      NamedExpression(Finding.record, .column(register.record)),
      NamedExpression(Finding.field, .literal(.string(field))),
      NamedExpression(Finding.line, line),
    ])
  }
}

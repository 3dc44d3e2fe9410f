// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong with a script: its syntax, and what its names and types mean.
///
/// - Source: VTL 2.2 technical notes, which name three classes of errors: syntax, semantics, run time.
public enum VTLDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] =
    syntax + names + types + structures + execution + reading + loading

  /// What the standard makes an error of the run.
  static let runTime: [DiagnosticDefinition] = [
    divisionByZero, logarithmOfNonPositive, rootOfNegative, unreadableTime, frequenciesDiffer,
    shorterPeriod, lengthsDiffer, maskMismatch, noNumber,
  ]

  /// What the words of a message call the names that a script writes.
  static let nameOfResult = "name of a result"
  static let nameOfComponent = "name of a component"
  static let nameOfRuleset = "name of a ruleset"
  static let nameOfOperator = "name of an operator"
}

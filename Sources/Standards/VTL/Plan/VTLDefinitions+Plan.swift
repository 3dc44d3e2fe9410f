// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Problems of execution.
extension VTLDefinitions {
  static let execution: [DiagnosticDefinition] = [
    notExecutable
  ]

  static let notExecutable = DiagnosticDefinition(
    "vtl.not-executable",
    exit: .usage,
    message: (
      en: "{operator} is understood, but cannot be run yet",
      fr: "{operator} est compris, mais ne peut encore être exécuté"
    ),
    remedy: (
      en: "compute it elsewhere for now",
      fr: "calculez-le ailleurs pour l'instant"
    ),
    explanation: (
      en: """
      The analysis knows the whole language; the plans for engines know a part of it, which \
      grows.
      """,
      fr: """
      L'analyse connaît tout le langage ; les plans pour les moteurs en connaissent une \
      partie, qui croît.
      """
    )
  )
}

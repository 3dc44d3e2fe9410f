// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Problems of execution.
extension VTLDefinitions {
  static let execution: [DiagnosticDefinition] = [
    notExecutable, divisionByZero, logarithmOfNonPositive, rootOfNegative,
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

  static let divisionByZero = DiagnosticDefinition(
    "vtl.division-by-zero",
    exit: .problemsInData,
    message: (
      en: "{result} divides by zero",
      fr: "{result} divise par zéro"
    ),
    remedy: (
      en: "leave the data points out with [ filter … ], or choose another value with if",
      fr: "écartez ces points par [ filter … ], ou choisissez une autre valeur par if"
    ),
    explanation: (
      en: """
      The standard makes a division by zero an error of the run, so that no infinity enters \
      the results.
      """,
      fr: """
      La norme fait d'une division par zéro une erreur d'exécution, pour qu'aucun infini \
      n'entre dans les résultats.
      """
    )
  )

  static let logarithmOfNonPositive = DiagnosticDefinition(
    "vtl.logarithm-of-non-positive",
    exit: .problemsInData,
    message: (
      en: "{result} takes the logarithm of a number that is not above zero",
      fr: "{result} prend le logarithme d'un nombre qui n'est pas au-dessus de zéro"
    ),
    remedy: (
      en: "leave the data points out with [ filter … ], or choose another value with if",
      fr: "écartez ces points par [ filter … ], ou choisissez une autre valeur par if"
    ),
    explanation: (
      en: "A logarithm exists only of numbers above zero.",
      fr: "Un logarithme n'existe que pour les nombres au-dessus de zéro."
    )
  )

  static let rootOfNegative = DiagnosticDefinition(
    "vtl.root-of-negative",
    exit: .problemsInData,
    message: (
      en: "{result} takes the square root of a negative number",
      fr: "{result} prend la racine carrée d'un nombre négatif"
    ),
    remedy: (
      en: "leave the data points out with [ filter … ], or choose another value with if",
      fr: "écartez ces points par [ filter … ], ou choisissez une autre valeur par if"
    ),
    explanation: (
      en: "A square root exists only of numbers not below zero.",
      fr: "Une racine carrée n'existe que pour les nombres non négatifs."
    )
  )
}

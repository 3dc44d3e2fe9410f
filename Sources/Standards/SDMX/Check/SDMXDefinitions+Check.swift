// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension SDMXDefinitions {
  /// What is told of data that break their structure or a constraint.
  static let check: [DiagnosticDefinition] = [missingDimension, badPeriod, badFacet, notAllowed]

  /// A dimension is nowhere in a set of data.
  public static let missingDimension: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.missing-dimension",
    message: (
      en: "no observation of {dataset} has a value of the dimension {component}",
      fr: "aucune observation de {dataset} n'a de valeur pour la dimension {component}"
    ),
    remedy: (
      en: "add the dimension to the message, or name the structure that it follows",
      fr: "ajoutez la dimension au message, ou nommez la structure qu'il suit"
    ),
    explanation: (
      en:
        "Every dimension of the structure identifies observations, so each has a value in each of them.",
      fr: """
      Chaque dimension de la structure identifie les observations : chacune a donc une valeur dans \
      chacune d'elles.
      """
    )
  )

  /// A text that is no period where one is due.
  public static let badPeriod: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.bad-period",
    message: (
      en: "{component} of {dataset} has texts that are no period of SDMX",
      fr: "{component} de {dataset} contient des textes qui ne sont pas des périodes SDMX"
    ),
    remedy: (
      en: "write 2023, 2023-Q2, 2023-05, 2023-W18, 2023-05-17 or 2023-05-17T12:00:00",
      fr: "écrivez 2023, 2023-Q2, 2023-05, 2023-W18, 2023-05-17 ou 2023-05-17T12:00:00"
    ),
    explanation: (
      en: "Periods of any frequency, moments, and ranges `beginning/duration` are known.",
      fr:
        "Les périodes de toute fréquence, les instants et les intervalles `début/durée` sont connus."
    )
  )

  /// A value outside what its format allows.
  public static let badFacet: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.bad-format",
    message: (
      en: "{component} of {dataset} has values that its format does not allow",
      fr: "{component} de {dataset} contient des valeurs que son format n'admet pas"
    ),
    remedy: (
      en: "correct the values; the structure says their length, range, letters or pattern",
      fr: "corrigez les valeurs ; la structure dit leur longueur, étendue, lettres ou motif"
    ),
    explanation: (
      en:
        "Facets such as maxLength, minValue and pattern stand at the component or at its concept.",
      fr:
        "Les facettes telles que maxLength, minValue et pattern figurent au composant ou à son concept."
    )
  )

  /// Rows outside what a constraint allows.
  public static let notAllowed: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.not-allowed",
    message: (
      en: "{dataset} has observations that the constraint {constraint} does not allow",
      fr: "{dataset} contient des observations que la contrainte {constraint} n'admet pas"
    ),
    remedy: (
      en: "leave the observations out, or have the constraint changed by its agency",
      fr: "retirez ces observations, ou faites modifier la contrainte par son agence"
    ),
    explanation: (
      en:
        "A constraint names parts of the cube, or keys, that may or may not be sent under a flow.",
      fr: """
      Une contrainte nomme des parties du cube, ou des clés, qui peuvent ou non être envoyées sous un \
      flux.
      """
    )
  )
}

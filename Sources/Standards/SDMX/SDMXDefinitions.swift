// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong when SDMX messages are written.
public enum SDMXDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] = [
    columnMissing, notWritable, timeDimensionID, otherStructure, parentNotWritable,
  ]

  static let columnMissing = DiagnosticDefinition(
    "sdmx.column-missing",
    exit: .ownFault,
    message: (
      en: "the rows lack the column {column} of structure {structure}",
      fr: "il manque aux lignes la colonne {column} de la structure {structure}"
    ),
    remedy: (en: "report this as a fault of Ayni", fr: "signalez cette erreur d'Ayni"),
    explanation: (
      en: "A message has one column for each component of its structure.",
      fr: "Un message a une colonne pour chaque composante de sa structure."
    )
  )

  static let notWritable = DiagnosticDefinition(
    "sdmx.type-not-writable",
    exit: .ownFault,
    message: (
      en: "column {column} is {type}, which no component of a structure can be",
      fr: "la colonne {column} est de type {type}, ce qu'aucune composante ne peut être"
    ),
    remedy: (
      en: "convert the column to the type that its component names",
      fr: "convertissez la colonne dans le type que nomme sa composante"
    ),
    explanation: (
      en: "Structures know text, numbers, truths, days and periods; a moment is written as text.",
      fr: """
      Les structures connaissent texte, nombres, booléens, jours et périodes ; un instant s'écrit \
      en texte.
      """
    )
  )

  static let timeDimensionID = DiagnosticDefinition(
    "sdmx.time-dimension-id",
    exit: .usage,
    message: (
      en: "the time dimension of {structure} is called {id}, not TIME_PERIOD",
      fr: "la dimension de temps de {structure} s'appelle {id}, pas TIME_PERIOD"
    ),
    remedy: (
      en: "rename it TIME_PERIOD, or make it a dimension of type time-period",
      fr: "renommez-la TIME_PERIOD, ou faites-en une dimension de type time-period"
    ),
    explanation: (
      en: "SDMX fixes the identifier of the time dimension, so that every reader finds it.",
      fr: """
      SDMX fixe l'identifiant de la dimension de temps, pour que tout lecteur la trouve.
      """
    )
  )

  static let parentNotWritable = DiagnosticDefinition(
    "sdmx.parent-not-writable",
    exit: .usage,
    message: (
      en: "codelist {list} has the parent code {code}, which SDMX-ML 3.0 cannot refer to",
      fr: "la liste {list} a le code parent {code}, que SDMX-ML 3.0 ne peut désigner"
    ),
    remedy: (
      en: "write SDMX-ML 3.1, or begin codes that have others below them with a letter",
      fr: """
      écrivez en SDMX-ML 3.1, ou faites commencer par une lettre les codes qui en ont d'autres sous \
      eux
      """
    ),
    explanation: (
      en: """
      A code may begin with a digit, but the schemas of SDMX-ML 3.0 let a Parent begin with a \
      letter only (SDMXCommonReferences, SingleNCNameIDType); those of 3.1 let it be any code. A \
      message that others could not validate is not written.
      """,
      fr: """
      Un code peut commencer par un chiffre, mais les schémas de SDMX-ML 3.0 n'admettent un Parent \
      que s'il commence par une lettre (SDMXCommonReferences, SingleNCNameIDType) ; ceux de 3.1 \
      admettent tout code. Un message que d'autres ne pourraient valider n'est pas écrit.
      """
    )
  )

  static let otherStructure = DiagnosticDefinition(
    "sdmx.other-structure",
    exit: .usage,
    message: (
      en: "dataflow {dataflow} follows another structure than {structure}",
      fr: "le flux {dataflow} suit une autre structure que {structure}"
    ),
    remedy: (
      en: "name the dataflow that follows the structure of the data",
      fr: "nommez le flux qui suit la structure des données"
    ),
    explanation: (
      en: "Data are told apart by the structure that their dataflow follows.",
      fr: "Les données se distinguent par la structure que suit leur flux."
    )
  )
}

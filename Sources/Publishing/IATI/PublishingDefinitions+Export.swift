// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong with an export to IATI.
extension PublishingDefinitions {
  static let exports: [DiagnosticDefinition] = [
    exportUnpublished, exportComponent, exportReporter, exportRef,
  ]

  /// An export names a dataset that is not published.
  static let exportUnpublished: DiagnosticDefinition = DiagnosticDefinition(
    "publishing.export-unpublished",
    exit: .usage,
    message: (
      en: "the export to IATI names {dataset}, which is not published",
      fr: "l'export vers IATI nomme {dataset}, qui n'est pas publié"
    ),
    remedy: (
      en: "add the dataset to [release] in ayni.toml, or export another",
      fr: "ajoutez le jeu à [release] dans ayni.toml, ou exportez-en un autre"
    ),
    explanation: (
      en: """
      Only what a release publishes can leave it in another form, so that nothing confidential \
      goes out by a side door.
      """,
      fr: """
      Seul ce qu'une publication contient peut en sortir sous une autre forme : rien de \
      confidentiel ne sort par une porte dérobée.
      """
    )
  )

  /// An export names a component that is not there.
  static let exportComponent: DiagnosticDefinition = DiagnosticDefinition(
    "publishing.export-component",
    exit: .usage,
    message: (
      en: "{dataset} has no component {component}",
      fr: "{dataset} n'a pas de composante {component}"
    ),
    remedy: (
      en: "write a component of the dataset, or { constant = \"…\" }",
      fr: "écrivez une composante du jeu, ou { constant = \"…\" }"
    ),
    explanation: (
      en: """
      exports/iati.toml says which components of published datasets become which parts of an \
      activity.
      """,
      fr: """
      exports/iati.toml dit quelles composantes des jeux publiés deviennent quelles parties \
      d'une activité.
      """
    )
  )

  /// An activity is of an organisation that the export does not know.
  static let exportReporter: DiagnosticDefinition = DiagnosticDefinition(
    "publishing.export-reporter",
    message: (
      en: """
      {count} {count|activity is|activities are} of an organisation that the export does not \
      know
      """,
      fr: """
      {count} {count|activité est|activités sont} d'une organisation que l'export ne connaît \
      pas
      """
    ),
    remedy: (
      en: "add it under [reporters] in exports/iati.toml, by its code",
      fr: "ajoutez-la sous [reporters] dans exports/iati.toml, par son code"
    ),
    explanation: (
      en: "Each organisation that reports has a file of its own, under its identifier.",
      fr: "Chaque organisation déclarante a son propre fichier, sous son identifiant."
    )
  )

  /// The identifier of a reporter cannot name a file.
  static let exportRef: DiagnosticDefinition = DiagnosticDefinition(
    "publishing.export-ref",
    exit: .usage,
    message: (
      en: "{ref} cannot name a file",
      fr: "{ref} ne peut nommer un fichier"
    ),
    remedy: (
      en: "write letters without accents, digits, - _ and . alone",
      fr: "n'écrivez que lettres sans accent, chiffres, - _ et ."
    ),
    explanation: (
      en: "The files of an export are named by the identifiers of those who report.",
      fr: "Les fichiers d'un export portent les identifiants de ceux qui déclarent."
    )
  )
}

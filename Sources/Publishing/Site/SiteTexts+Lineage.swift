// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The sentences that say where a number comes from.
extension SiteTexts {
  static let lineage = Message(
    "site.lineage",
    en: "Where the numbers come from",
    fr: "D'où viennent les nombres"
  )
  static let lineageOf = Message(
    "site.lineage-of",
    en: "Where the numbers come from: {title}",
    fr: "D'où viennent les nombres : {title}"
  )
  static let lineageLead = Message(
    "site.lineage-lead",
    en: "Every number can be followed back to the records and files behind it.",
    fr: "Chaque nombre peut être suivi jusqu'aux enregistrements et fichiers dont il provient."
  )
  static let toDataset = Message(
    "site.to-dataset",
    en: "Back to the data",
    fr: "Retour aux données"
  )
  static let steps = Message(
    "site.steps",
    en: "Steps",
    fr: "Étapes"
  )
  static let stepRows = Message(
    "site.step-rows",
    en: "{count} {count|row|rows}",
    fr: "{count} {count|ligne|lignes}"
  )
  static let stepRowsOf = Message(
    "site.step-rows-of",
    en: "some of {count} {count|row|rows}",
    fr: "une partie de {count} {count|ligne|lignes}"
  )
  static let stepFile = Message(
    "site.step-file",
    en: "Step",
    fr: "Étape"
  )
  static let dataFile = Message(
    "site.data-file",
    en: "File",
    fr: "Fichier"
  )
  static let byObservation = Message(
    "site.by-observation",
    en: "Observations and the records behind them",
    fr: "Observations et enregistrements dont elles proviennent"
  )
  static let records = Message(
    "site.records",
    en: "Records",
    fr: "Enregistrements"
  )
  static let recordsOf = Message(
    "site.records-of",
    en: "Records of {file}",
    fr: "Enregistrements de {file}"
  )
  static let observation = Message(
    "site.observation",
    en: "Observation",
    fr: "Observation"
  )
  static let place = Message(
    "site.place",
    en: "Place",
    fr: "Emplacement"
  )
  static let moreRecords = Message(
    "site.more-records",
    en: "and {count} more",
    fr: "et {count} {count|autre|autres}"
  )
  static let recordsLeft = Message(
    "site.records-left",
    en: "Of {total} {total|record|records}, {shown} {shown|is|are} shown, from the first on.",
    fr:
      "Sur {total} {total|enregistrement|enregistrements}, {shown} {shown|est montré|sont montrés}, à partir du premier."
  )
  static let observationsLeft = Message(
    "site.observations-left",
    en:
      "Of {total} {total|observation|observations}, {shown} {shown|is|are} shown, from the first on. For any other number use: ayni explain.",
    fr:
      "Sur {total} {total|observation|observations}, {shown} {shown|est montrée|sont montrées}, à partir de la première. Pour tout autre nombre, utilisez : ayni explain."
  )
  static let tooManyObservations = Message(
    "site.too-many-observations",
    en:
      "With more than {limit} {limit|observation|observations} or many records, the records are not listed on a page. For a single number use: ayni explain.",
    fr:
      "Au-delà de {limit} {limit|observation|observations} ou avec beaucoup d'enregistrements, ceux-ci ne sont pas listés sur une page. Pour un seul nombre, utilisez : ayni explain."
  )
  static let countsOnly = Message(
    "site.counts-only",
    en: "Records are counted and not shown, as the publisher has decided.",
    fr: "Les enregistrements sont comptés et non montrés, selon le choix de l'éditeur."
  )
  static let recordsNotListed = Message(
    "site.records-not-listed",
    en: "Records are not listed on this page. For a single number use: ayni explain.",
    fr:
      "Les enregistrements ne sont pas listés sur cette page. Pour un seul nombre, utilisez : ayni explain."
  )
}

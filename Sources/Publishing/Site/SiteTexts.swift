// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Every sentence of the pages and spreadsheets that the program itself says.
enum SiteTexts {
  static let skip = Message(
    "site.skip",
    en: "Skip to content",
    fr: "Aller au contenu"
  )
  static let language = Message(
    "site.language",
    en: "Language",
    fr: "Langue"
  )
  static let onThisPage = Message(
    "site.on-this-page",
    en: "On this page",
    fr: "Sur cette page"
  )
  static let allDatasets = Message(
    "site.all-datasets",
    en: "All datasets",
    fr: "Tous les jeux de données"
  )
  static let datasets = Message(
    "site.datasets",
    en: "Datasets",
    fr: "Jeux de données"
  )
  static let observations = Message(
    "site.observations",
    en: "{count} {count|observation|observations}",
    fr: "{count} {count|observation|observations}"
  )
  static let observationsWord = Message(
    "site.observations-word",
    en: "Observations",
    fr: "Observations"
  )
  static let lastPeriod = Message(
    "site.last-period",
    en: "last period {period}",
    fr: "dernière période {period}"
  )
  static let coverage = Message(
    "site.coverage",
    en: "{title}: {returned} of {asked} {units} returned",
    fr: "{title} : {returned} {units} sur {asked} ont répondu"
  )
  static let coverageShare = Message(
    "site.coverage-share",
    en: "{status}: {count}",
    fr: "{status} : {count}"
  )
  static let coverageMark = Message("site.coverage-mark", en: "; ", fr: " ; ")
  static let coverageWord = Message("site.coverage-word", en: "Coverage", fr: "Couverture")
  static let downloads = Message(
    "site.downloads",
    en: "Downloads",
    fr: "Téléchargements"
  )
  static let downloadsOf = Message(
    "site.downloads-of",
    en: "Downloads of {title}",
    fr: "Téléchargements de {title}"
  )
  static let spreadsheet = Message(
    "site.spreadsheet",
    en: "Spreadsheet (XLSX)",
    fr: "Tableur (XLSX)"
  )
  static let messageFile = Message(
    "site.message-file",
    en: "SDMX-CSV",
    fr: "SDMX-CSV"
  )
  static let parquet = Message(
    "site.parquet",
    en: "Parquet",
    fr: "Parquet"
  )
  static let structureFile = Message(
    "site.structure-file",
    en: "Structures (SDMX-ML)",
    fr: "Structures (SDMX-ML)"
  )
  static let size = Message(
    "site.size",
    en: "{size} kB",
    fr: "{size} ko"
  )
  static let table = Message(
    "site.table",
    en: "Table",
    fr: "Tableau"
  )
  static let chart = Message(
    "site.chart",
    en: "Chart",
    fr: "Graphique"
  )
  static let map = Message(
    "site.map",
    en: "Map",
    fr: "Carte"
  )
  static let notes = Message(
    "site.notes",
    en: "Notes",
    fr: "Notes"
  )
  static let note = Message(
    "site.note",
    en: "Note",
    fr: "Note"
  )
  static let footer = Message(
    "site.footer",
    en: "Made with Ayni from release {release}. This page needs no network and runs no scripts.",
    fr:
      "Réalisé avec Ayni d'après la version publiée {release}. Cette page n'a besoin d'aucun réseau et n'exécute aucun script."
  )

  /// All of them, for tests of completeness.
  static let all: [Message] = [
    skip, language, onThisPage, allDatasets, datasets, observations,
    observationsWord, lastPeriod, downloads, downloadsOf, spreadsheet, messageFile, parquet,
    structureFile, size, table, chart, map, notes, note, about, titleWord, description, source,
    licence, contact, publisher, release, digest, structureWord, filters, noFilters, cite, citation,
    structure, component, identifier, role, holds, dimension, timeDimension, measure, attribute,
    textType, integerType, decimalType, doubleType, booleanType, dateType, periodType, codesOf,
    code, label, codesLeft, unit, cut, cutUnknown, noValueLegend, noObservationLegend, noValue,
    noObservation, scroll, heldAt, chartOf, chartSeries, chartDescription, categoriesLeft, inUnits,
    nothingToDraw, tooHeavy, thousands, millions, billions, legend, mapDescription, classRange,
    classAreas,
    classArea, noData, quantiles, smallAreas, disclaimer, lineage, lineageOf, lineageLead,
    toDataset, steps, stepRows, stepRowsOf, stepFile, dataFile, byObservation, records, recordsOf,
    observation,
    place, moreRecords, recordsLeft, observationsLeft, tooManyObservations, countsOnly,
    recordsNotListed, footer, coverage, coverageShare, coverageMark, coverageWord,
  ]
}

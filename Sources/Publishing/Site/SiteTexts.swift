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
  static let about = Message(
    "site.about",
    en: "About these data",
    fr: "À propos de ces données"
  )
  static let titleWord = Message(
    "site.title-word",
    en: "Title",
    fr: "Titre"
  )
  static let description = Message(
    "site.description",
    en: "Description",
    fr: "Description"
  )
  static let source = Message(
    "site.source",
    en: "Source",
    fr: "Source"
  )
  static let licence = Message(
    "site.licence",
    en: "Licence",
    fr: "Licence"
  )
  static let contact = Message(
    "site.contact",
    en: "Contact",
    fr: "Contact"
  )
  static let publisher = Message(
    "site.publisher",
    en: "Publication",
    fr: "Publication"
  )
  static let release = Message(
    "site.release",
    en: "Release",
    fr: "Version publiée"
  )
  static let digest = Message(
    "site.digest",
    en: "SHA-256 of the Parquet file",
    fr: "SHA-256 du fichier Parquet"
  )
  static let structureWord = Message(
    "site.structure-word",
    en: "Structure",
    fr: "Structure"
  )
  static let filters = Message(
    "site.filters",
    en: "Filters",
    fr: "Filtres"
  )
  static let noFilters = Message(
    "site.no-filters",
    en: "none: all observations",
    fr: "aucun : toutes les observations"
  )
  static let cite = Message(
    "site.cite",
    en: "How to cite",
    fr: "Comment citer"
  )
  static let citation = Message(
    "site.citation",
    en: "{publisher}. {title} [dataset]. Release {release}. {structure}.",
    fr: "{publisher}. {title} [jeu de données]. Version publiée {release}. {structure}."
  )
  static let structure = Message(
    "site.structure",
    en: "Structure of the data",
    fr: "Structure des données"
  )
  static let component = Message(
    "site.component",
    en: "Component",
    fr: "Composant"
  )
  static let identifier = Message(
    "site.identifier",
    en: "Identifier",
    fr: "Identifiant"
  )
  static let role = Message(
    "site.role",
    en: "Role",
    fr: "Rôle"
  )
  static let holds = Message(
    "site.holds",
    en: "Holds",
    fr: "Contient"
  )
  static let dimension = Message(
    "site.dimension",
    en: "Dimension",
    fr: "Dimension"
  )
  static let timeDimension = Message(
    "site.time-dimension",
    en: "Time",
    fr: "Temps"
  )
  static let measure = Message(
    "site.measure",
    en: "Measure",
    fr: "Mesure"
  )
  static let attribute = Message(
    "site.attribute",
    en: "Attribute",
    fr: "Attribut"
  )
  static let textType = Message(
    "site.text-type",
    en: "Text",
    fr: "Texte"
  )
  static let integerType = Message(
    "site.integer-type",
    en: "Whole number",
    fr: "Nombre entier"
  )
  static let decimalType = Message(
    "site.decimal-type",
    en: "Decimal number, {decimals} {decimals|decimal|decimals}",
    fr: "Nombre décimal, {decimals} {decimals|décimale|décimales}"
  )
  static let doubleType = Message(
    "site.double-type",
    en: "Number",
    fr: "Nombre"
  )
  static let booleanType = Message(
    "site.boolean-type",
    en: "Yes or no",
    fr: "Oui ou non"
  )
  static let dateType = Message(
    "site.date-type",
    en: "Day",
    fr: "Jour"
  )
  static let periodType = Message(
    "site.period-type",
    en: "Period",
    fr: "Période"
  )
  static let codesOf = Message(
    "site.codes-of",
    en: "Codes of {list}",
    fr: "Codes de {list}"
  )
  static let code = Message(
    "site.code",
    en: "Code",
    fr: "Code"
  )
  static let label = Message(
    "site.label",
    en: "Label",
    fr: "Libellé"
  )
  static let codesLeft = Message(
    "site.codes-left",
    en: "{count} more {count|code is|codes are} in the file of structures.",
    fr: "{count} {count|autre code est|autres codes sont} dans le fichier des structures."
  )
  static let unit = Message(
    "site.unit",
    en: "Unit: {unit}",
    fr: "Unité : {unit}"
  )
  static let cut = Message(
    "site.cut",
    en: "The first {shown} of {total} {total|row|rows} are shown; all are in the downloads.",
    fr:
      "Les {shown} premières lignes sur {total} sont montrées ; toutes sont dans les téléchargements."
  )
  static let cutUnknown = Message(
    "site.cut-unknown",
    en: "Only the first observations are shown; all {total} are in the downloads.",
    fr:
      "Seules les premières observations sont montrées ; les {total} sont dans les téléchargements."
  )
  static let noValueLegend = Message(
    "site.no-value-legend",
    en: ".. no value: the observation is recorded without a value",
    fr: ".. : pas de valeur : l'observation est enregistrée sans valeur"
  )
  static let noObservationLegend = Message(
    "site.no-observation-legend",
    en: "· no observation: nothing is recorded for this combination",
    fr: "· : pas d'observation : rien n'est enregistré pour cette combinaison"
  )
  static let noValue = Message(
    "site.no-value",
    en: "no value",
    fr: "pas de valeur"
  )
  static let noObservation = Message(
    "site.no-observation",
    en: "no observation",
    fr: "pas d'observation"
  )
  static let scroll = Message(
    "site.scroll",
    en: "{caption} (scrolls sideways)",
    fr: "{caption} (défile latéralement)"
  )
  static let heldAt = Message(
    "site.held-at",
    en: "{dimension}: {value}",
    fr: "{dimension} : {value}"
  )
  static let chartOf = Message(
    "site.chart-of",
    en: "{measure} by {axis}",
    fr: "{measure} par {axis}"
  )
  static let chartSeries = Message(
    "site.chart-series",
    en: "{measure} by {axis} and {series}",
    fr: "{measure} par {axis} et {series}"
  )
  static let chartDescription = Message(
    "site.chart-description",
    en:
      "Chart with {categories} {categories|category|categories} and {series} series, from {low} to {high}. The numbers are in the table.",
    fr:
      "Graphique avec {categories} {categories|catégorie|catégories} et {series} {series|série|séries}, de {low} à {high}. Les nombres sont dans le tableau."
  )
  static let categoriesLeft = Message(
    "site.categories-left",
    en: "The {count} largest {count|is|are} drawn; all are in the table and the downloads.",
    fr:
      "{count|La|Les} {count} {count|plus grande est dessinée|plus grandes sont dessinées} ; toutes sont dans le tableau et les téléchargements."
  )
  static let inUnits = Message(
    "site.in-units",
    en: "{measure} ({unit})",
    fr: "{measure} ({unit})"
  )
  static let nothingToDraw = Message(
    "site.nothing-to-draw",
    en: "There is nothing to draw: no observation of this selection has a value.",
    fr: "Il n'y a rien à dessiner : aucune observation de cette sélection n'a de valeur."
  )
  static let thousands = Message(
    "site.thousands",
    en: "thousands",
    fr: "milliers"
  )
  static let millions = Message(
    "site.millions",
    en: "millions",
    fr: "millions"
  )
  static let billions = Message(
    "site.billions",
    en: "billions",
    fr: "milliards"
  )
  static let legend = Message(
    "site.legend",
    en: "Legend",
    fr: "Légende"
  )
  static let mapDescription = Message(
    "site.map-description",
    en:
      "Map of {areas} {areas|area|areas} in {classes} {classes|class|classes}. The numbers are in the table.",
    fr:
      "Carte de {areas} {areas|zone|zones} en {classes} {classes|classe|classes}. Les nombres sont dans le tableau."
  )
  static let classRange = Message(
    "site.class-range",
    en: "{low} to {high}",
    fr: "{low} à {high}"
  )
  static let classAreas = Message(
    "site.class-areas",
    en: "({count} {count|area|areas})",
    fr: "({count} {count|zone|zones})"
  )
  static let classArea = Message(
    "site.class-area",
    en: "(1 area)",
    fr: "(1 zone)"
  )
  static let noData = Message(
    "site.no-data",
    en: "no data",
    fr: "pas de données"
  )
  static let quantiles = Message(
    "site.quantiles",
    en: "Classes have about as many areas each. Equal-area projection (Equal Earth).",
    fr: "Les classes ont à peu près autant de zones chacune. Projection équivalente (Equal Earth)."
  )
  static let smallAreas = Message(
    "site.small-areas",
    en: "Areas too small for the map, or not on it",
    fr: "Zones trop petites pour la carte, ou absentes d'elle"
  )
  static let disclaimer = Message(
    "site.disclaimer",
    en:
      "The boundaries and names shown on this map do not imply endorsement or acceptance by the publisher, nor any opinion on the legal status of a country, territory or area.",
    fr:
      "Les frontières et les noms indiqués sur cette carte n'impliquent ni reconnaissance ni acceptation de la part de l'éditeur, ni prise de position sur le statut juridique d'un pays, territoire ou zone."
  )
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
    en: "The first {shown} of {total} {total|record|records} are shown.",
    fr: "Les {shown} premiers enregistrements sur {total} sont montrés."
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
  static let countOf = Message(
    "site.count-of",
    en: "{count} {count|record|records} of {file}",
    fr: "{count} {count|enregistrement|enregistrements} de {file}"
  )
  static let footer = Message(
    "site.footer",
    en: "Made with Ayni from release {release}. This page needs no network and runs no scripts.",
    fr:
      "Réalisé avec Ayni d'après la version publiée {release}. Cette page n'a besoin d'aucun réseau et n'exécute aucun script."
  )
  static let yes = Message(
    "site.yes",
    en: "yes",
    fr: "oui"
  )
  static let no = Message(
    "site.no",
    en: "no",
    fr: "non"
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
    nothingToDraw, thousands, millions, billions, legend, mapDescription, classRange, classAreas,
    classArea, noData, quantiles, smallAreas, disclaimer, lineage, lineageOf, lineageLead,
    toDataset, steps, stepRows, stepFile, dataFile, byObservation, records, recordsOf, observation,
    place, moreRecords, recordsLeft, tooManyObservations, countsOnly, countOf, footer, yes, no,
  ]
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What Publishing itself says in every report.
enum ReportPageTexts {
  static let notesTitle = Message(
    "report.notes",
    en: "Where the numbers come from",
    fr: "D'où viennent les nombres"
  )
  static let notesLead = Message(
    "report.notes-lead",
    en: "Each command, called in the folder of the project, shows its number in release {release}.",
    fr: """
      Chaque commande, appelée dans le dossier du projet, montre son nombre dans la publication \
      {release}.
      """
  )
  static let notesOfWork = Message(
    "report.notes-of-work",
    en: "Each command, called in the folder of the project, shows its number as it is today.",
    fr: "Chaque commande, appelée dans le dossier du projet, montre son nombre d'aujourd'hui."
  )
  static let tableNotes = Message(
    "report.table-notes",
    en: "Table {table}: {caption}",
    fr: "Tableau {table} : {caption}"
  )
  static let tableWord = Message("report.table", en: "Table {number}", fr: "Tableau {number}")
  static let tableSource = Message("report.table-source", en: "Numbers:", fr: "Nombres :")
  static let tableCodes = Message(
    "report.table-codes",
    en: "and the codes of row and column for {components}",
    fr: "et les codes de ligne et de colonne pour {components}"
  )
  static let dataOf = Message(
    "report.data-of",
    en: "Numbers of the chart: {title}",
    fr: "Nombres du graphique : {title}"
  )
  static let noteNumber = Message("report.note-number", en: "note {number}", fr: "note {number}")
  static let footer = Message(
    "report.footer",
    en: "{project} · release {release}",
    fr: "{project} · publication {release}"
  )
  static let noObservation = Message(
    "report.no-observation",
    en: "no observation",
    fr: "pas d'observation"
  )
  static let noValue = Message("report.no-value", en: "no value", fr: "sans valeur")
  static let absent = Message(
    "report.absent",
    en: "– no observation in the release",
    fr: "– aucune observation dans la publication"
  )
  static let count = Message("report.count", en: "number of rows", fr: "nombre de lignes")
  static let difference = Message(
    "report.difference",
    en: "the first less the second",
    fr: "le premier moins le second"
  )
  static let remainder = Message(
    "report.remainder",
    en: "the first less the second, less the same of each further pair",
    fr: "le premier moins le second, moins de même pour chaque paire suivante"
  )
  static let textSheet = Message("report.text-sheet", en: "Text", fr: "Texte")
  static let numbersSheet = Message("report.numbers-sheet", en: "Numbers", fr: "Nombres")
  static let placeColumn = Message("report.place-column", en: "Note", fr: "Note")
  static let valueColumn = Message("report.value-column", en: "Number", fr: "Nombre")
  static let unitColumn = Message("report.unit-column", en: "Unit", fr: "Unité")
  static let formulaColumn = Message("report.formula-column", en: "How", fr: "Comment")
  static let measureColumn = Message("report.measure-column", en: "Measure", fr: "Mesure")
  static let commandColumn = Message("report.command-column", en: "Command", fr: "Commande")
}

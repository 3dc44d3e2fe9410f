// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The words of forms, and the names of their parts.
enum FormTexts {
  /// The hidden sheet by which a form is known.
  static let identitySheet: String = "_form"
  /// The hidden sheet of lists to choose from.
  static let listSheet: String = "_lists"
  /// The hidden mark beside the box for nothing to report.
  static let nilMark: String = "AYNI:NIL"
  /// The version of the layout.
  static let version: String = "1"

  static let cover = Message("form.cover", en: "Return", fr: "Déclaration")
  static let records = Message("form.records", en: "Records", fr: "Enregistrements")
  static let remarks = Message("form.remarks", en: "Remarks", fr: "Remarques")
  static let yes = Message("form.yes", en: "yes", fr: "oui")
  static let no = Message("form.no", en: "no", fr: "non")
  static let cell = Message("form.cell", en: "Cell", fr: "Cellule")
  static let column = Message("form.column", en: "Column", fr: "Colonne")
  static let said = Message("form.said", en: "What is said of it", fr: "Ce qui en est dit")
  static let remedy = Message("form.remedy", en: "What to do", fr: "Que faire")
  static let weight = Message("form.weight", en: "Kind", fr: "Genre")
  static let problem = Message("form.problem", en: "to correct", fr: "à corriger")
  static let question = Message("form.question", en: "question", fr: "question")
  static let note = Message("form.note", en: "for information", fr: "pour information")
  static let required = Message(
    "form.required",
    en: "Please fill in every row.",
    fr: "À remplir dans chaque ligne."
  )
  static let fixed = Message(
    "form.fixed",
    en: "Given by the office: leave as it is, and blank in new rows.",
    fr: "Attribué par le bureau : laissez tel quel, et vide dans les nouvelles lignes."
  )

  static func kind(_ severity: Severity) -> Message {
    switch severity {
    case .error: problem
    case .warning: question
    case .note: note
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Project
internal import Structures
internal import Values

/// The form that an agency fills in, in its language.
struct RoundForm {
  private let round: RoundDefinition
  private let project: ProjectFolder

  /// The names of what a form hides to be known by.
  enum Key {
    static let project = "project"
    static let round = "round"
    static let agency = "agency"
    static let language = "language"
    /// A record that stood in the form when it was sent.
    static let record = "record"
  }

  init(_ round: RoundDefinition, _ project: ProjectFolder) {
    self.round = round
    self.project = project
  }

  /// The form of an agency.
  ///
  /// - Parameters:
  ///   - agency: the agency.
  ///   - records: the identifiers of the records that stand in it.
  /// - Returns: the form without its records.
  func form(for agency: RoundAgency, records: [String]) -> Form {
    let words = Catalogue(agency.language)
    let title = round.title.text(in: agency.language) ?? round.year
    let identity =
      [
        (Key.project, project.settings.id), (Key.round, round.year), (Key.agency, agency.code),
        (Key.language, agency.language.rawValue),
      ] + records.map { (Key.record, $0) }
    var form = Form(
      title: title,
      language: agency.language,
      columns: round.columns,
      identity: identity.map { (key: $0.0, value: $0.1) }
    )
    form.introduction =
      [round.introduction?.text(in: agency.language)].compactMap(\.self)
      + [RoundTexts.how, RoundTexts.prefilled, RoundTexts.back].map { words.text($0) }
    form.facts = [
      (words.text(RoundTexts.agency), "\(agency.name) (\(agency.code))"),
      (words.text(RoundTexts.round), round.year),
      (words.text(RoundTexts.due), round.due.description),
      (words.text(RoundTexts.contact), project.settings.release.contact ?? "-"),
    ]
    form.nilQuestion = words.text(RoundTexts.nothing, ["year": .text(round.year)])
    return form
  }
}

/// The words of the round.
enum RoundTexts {
  static let how = Message(
    "round.how",
    en:
      "Fill in the sheet “Records”: one row is one activity. Columns marked * are asked of every row.",
    fr:
      "Remplissez la feuille « Enregistrements » : une ligne est une activité. Les colonnes marquées * sont demandées pour chaque ligne."
  )
  static let prefilled = Message(
    "round.prefilled",
    en:
      "Last year's activities stand there already: correct them, remove the rows of those that did not go on, and add new ones below.",
    fr:
      "Les activités de l'an dernier y sont déjà : corrigez-les, retirez les lignes de celles qui n'ont pas continué, et ajoutez les nouvelles en dessous."
  )
  static let back = Message(
    "round.back",
    en: "Send the workbook back by mail or on a USB stick; it may be corrected and sent again.",
    fr: "Renvoyez le classeur par courriel ou sur une clé USB ; il peut être corrigé et renvoyé."
  )
  static let agency = Message("round.agency", en: "Agency", fr: "Administration")
  static let round = Message("round.round", en: "Year", fr: "Année")
  static let due = Message("round.due", en: "Please return by", fr: "À renvoyer au plus tard le")
  static let contact = Message("round.contact", en: "Questions to", fr: "Questions à")
  static let nothing = Message(
    "round.nothing",
    en: "We have nothing to report for {year}. (Choose yes; otherwise leave blank.)",
    fr: "Nous n'avons rien à déclarer pour {year}. (Choisissez oui ; sinon laissez vide.)"
  )
}

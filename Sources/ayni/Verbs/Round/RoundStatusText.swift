// SPDX-License-Identifier: Apache-2.0

internal import Cooperation
internal import Diagnostics
internal import Platform
internal import Values

/// How far a round has come, for people and for programs.
struct RoundStatusText {
  private let status: RoundStatus
  private let year: String
  private let console: Console

  init(_ status: RoundStatus, _ year: String, _ console: Console) {
    self.status = status
    self.year = year
    self.console = console
  }

  /// Shows every agency, then the sum of them.
  func show() {
    if console.isJSON {
      console.result(json)
      return
    }
    for agency in status.agencies {
      let words = console.catalogue.text(RoundWords.status(agency.status))
      let signed =
        agency.signedBy.isEmpty
        ? "" : "\t" + console.catalogue.text(RoundWords.signedBy, ["name": .text(agency.signedBy)])
      console.result(
        "\(agency.code)\t\(words)\t\(agency.received?.description ?? "-")\t\(agency.records)"
          + "\t\(agency.problems)\(signed)"
      )
    }
    console.note(RoundWords.sum, sum)
  }

  private var sum: [String: MessageArgument] {
    let outstanding = status.count("OUTSTANDING")
    return [
      "year": .text(year), "due": .text(status.due.description),
      "all": .count(status.agencies.count),
      "in": .count(status.agencies.count - outstanding - status.count("LATE")),
      "nil": .count(status.agencies.count { $0.isNil }), "late": .count(status.count("LATE")),
      "outstanding": .count(outstanding), "signed": .count(status.signedOff),
    ]
  }

  private var json: JSONValue {
    let agencies = status.agencies.map { agency in
      JSONValue.object([
        .init("agency", .string(agency.code)),
        .init("status", .string(agency.status.lowercased())),
        .init("nil", .boolean(agency.isNil)),
        .init("received", agency.received.map { .string($0.description) } ?? .null),
        .init("records", .number(String(agency.records))),
        .init("problems", .number(String(agency.problems))),
        .init("signedBy", agency.signedBy.isEmpty ? .null : .string(agency.signedBy)),
        .init("signedOn", agency.signedOn.map { .string($0.description) } ?? .null),
      ])
    }
    let counts = ["OUTSTANDING", "RETURNED", "NIL", "LATE"].map {
      JSONValue.Member($0.lowercased(), .number(String(status.count($0))))
    }
    return JSONValue.object(
      [
        .init("round", .string(year)), .init("due", .string(status.due.description)),
        .init("agencies", .array(agencies)),
      ] + counts + [.init("signedOff", .number(String(status.signedOff)))]
    )
  }
}

/// What is said of a round.
enum RoundWords {
  static let opened = Message(
    "round.opened",
    en: "{count} {count|form|forms} written; beside each, how many records stand in it already",
    fr:
      "{count} {count|formulaire écrit|formulaires écrits} ; à côté, le nombre d'enregistrements déjà inscrits"
  )
  static let taken = Message(
    "round.taken",
    en: "{file}: return of {agency}, {added} new, {updated} corrected, {unchanged} as they were",
    fr: "{file} : retour de {agency}, {added} nouveaux, {updated} corrigés, {unchanged} inchangés"
  )
  static let takenNil = Message(
    "round.taken-nil",
    en: "{file}: {agency} has nothing to report",
    fr: "{file} : {agency} n'a rien à déclarer"
  )
  static let same = Message(
    "round.same",
    en: "{file}: the return of {agency} as it is known; nothing was changed",
    fr: "{file} : le retour de {agency} tel qu'il est connu ; rien n'a été modifié"
  )
  static let replaced = Message(
    "round.replaced",
    en: "{file}: an earlier return of {agency}, which a later one replaced; nothing was changed",
    fr: "{file} : un retour antérieur de {agency}, remplacé depuis ; rien n'a été modifié"
  )
  static let updated = Message(
    "round.updated",
    en: "  corrected: {records}",
    fr: "  corrigés : {records}"
  )
  static let kept = Message(
    "round.kept",
    en:
      "  {count} {count|record stood|records stood} in the form and {count|is|are} gone: kept, and asked about",
    fr:
      "  {count} {count|enregistrement figurait|enregistrements figuraient} au formulaire et {count|a|ont} disparu : conservés, la question est posée"
  )
  static let late = Message(
    "round.late",
    en: "  {agency} returned after the due date",
    fr: "  {agency} a répondu après la date limite"
  )
  static let problems = Message(
    "round.problems",
    en:
      "  {problems} {problems|thing|things} to correct, {questions} {questions|question|questions}, beside their cells in the workbook that goes back",
    fr:
      "  {problems} {problems|point|points} à corriger, {questions} {questions|question|questions}, à côté de leurs cellules dans le classeur renvoyé"
  )
  static let signed = Message(
    "round.signed",
    en:
      "the return of {agency} is signed off; {problems} {problems|thing was|things were} left to correct",
    fr:
      "le retour de {agency} est visé ; {problems} {problems|point restait|points restaient} à corriger"
  )
  static let signedBy = Message(
    "round.signed-by",
    en: "signed off by {name}",
    fr: "visé par {name}"
  )
  static let sum = Message(
    "round.sum",
    en:
      "round {year}, due {due}: {in} of {all} {all|agency|agencies} returned in time; nil returns: {nil}, late: {late}, outstanding: {outstanding}, signed off: {signed}",
    fr:
      "collecte {year}, à rendre pour le {due} : {in} {in|administration|administrations} sur {all} {in|a|ont} répondu à temps ; néants : {nil}, en retard : {late}, en attente : {outstanding}, visés : {signed}"
  )

  /// A status in words.
  static func status(_ status: String) -> Message {
    switch status {
    case "RETURNED": Message("round.status.returned", en: "returned", fr: "répondu")
    case "NIL": Message("round.status.nil", en: "nil return", fr: "néant")
    case "LATE": Message("round.status.late", en: "late", fr: "en retard")
    default: Message("round.status.outstanding", en: "outstanding", fr: "en attente")
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What a concept note says.
enum MatchTexts {
  static let noteTitle = Message(
    "cooperation.note.title",
    en: "Concept note: {title}",
    fr: "Note conceptuelle : {title}"
  )
  static let noteSubtitle = Message(
    "cooperation.note.subtitle",
    en: "Need {need} and solution {solution}",
    fr: "Besoin {need} et solution {solution}"
  )
  static let needAndSolution = Message(
    "cooperation.note.need-and-solution",
    en: "What is needed, and what is offered",
    fr: "Ce qui est demandé, et ce qui est offert"
  )
  static let sideBySide = Message(
    "cooperation.note.side-by-side",
    en: "As the registers have it",
    fr: "Tel que le disent les registres"
  )
  static let what = Message("cooperation.note.what", en: "What", fr: "Quoi")
  static let need = Message("cooperation.note.need", en: "Need", fr: "Besoin")
  static let solution = Message("cooperation.note.solution", en: "Solution", fr: "Solution")
  static let whyTheyFit = Message(
    "cooperation.note.why",
    en: "Why they fit",
    fr: "Pourquoi ils vont ensemble"
  )
  static let rank = Message(
    "cooperation.note.rank",
    en: "Rank {rank} among the solutions for this need, with a score of {score} out of 1.",
    fr: "Rang {rank} parmi les solutions pour ce besoin, avec un score de {score} sur 1."
  )
  static let reasonsTitle = Message(
    "cooperation.note.reasons",
    en: "Reasons for the score, from 0 to 1",
    fr: "Raisons du score, de 0 à 1"
  )
  static let reason = Message("cooperation.note.reason", en: "Reason", fr: "Raison")
  static let degree = Message("cooperation.note.degree", en: "Degree", fr: "Degré")
  static let notRanked = Message(
    "cooperation.note.not-ranked",
    en: "The pair is not among the ranked ones: a person put it together.",
    fr: "La paire n'est pas parmi les classées : une personne l'a formée."
  )
  static let decision = Message("cooperation.note.decision", en: "Decision", fr: "Décision")
  static let undecided = Message(
    "cooperation.note.undecided",
    en: "Nobody has decided yet.",
    fr: "Personne n'a encore décidé."
  )
  static let accepted = Message(
    "cooperation.note.accepted",
    en: "Accepted by {by} on {on}; not approved yet.",
    fr: "Accepté par {by} le {on} ; pas encore approuvé."
  )
  static let refused = Message(
    "cooperation.note.refused",
    en: "Refused by {by} on {on}.",
    fr: "Refusé par {by} le {on}."
  )
  static let approved = Message(
    "cooperation.note.approved",
    en: "Approved by {by} on {on}; an activity of the register.",
    fr: "Approuvé par {by} le {on} ; une activité du registre."
  )
  static let toAgree = Message(
    "cooperation.note.to-agree",
    en: "Still to be agreed",
    fr: "Reste à convenir"
  )
  static let blank = Message(
    "cooperation.note.blank",
    en: "{component}: one of the two registers has nothing.",
    fr: "{component} : l'un des deux registres n'a rien."
  )
  static let open = [
    Message(
      "cooperation.note.open-time",
      en: "When the work begins and ends.",
      fr: "Quand le travail commence et finit."
    ),
    Message(
      "cooperation.note.open-means",
      en: "Who gives what: persons and hours, goods, money, and how each is valued.",
      fr: "Qui donne quoi : personnes et heures, biens, argent, et comment chacun est valorisé."
    ),
    Message(
      "cooperation.note.open-results",
      en: "What will be different afterwards, and how both will know.",
      fr: "Ce qui sera différent ensuite, et comment les deux le sauront."
    ),
    Message(
      "cooperation.note.open-persons",
      en: "Who answers for it on either side.",
      fr: "Qui en répond de chaque côté."
    ),
  ]
}

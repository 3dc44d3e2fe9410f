// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What the chapter of the voluntary national review says, and what it asks the office to write.
enum ReviewTexts {
  static let title = CooperationTexts.reviewTitle
  static let subtitle = Message(
    "cooperation.vnr.subtitle",
    en: "Chapter and statistical annex for {year}, from release {release}",
    fr: "Chapitre et annexe statistique pour {year}, d'après la publication {release}"
  )
  static let unwritten = Message(
    "cooperation.vnr.unwritten",
    en: "Not written yet",
    fr: "Pas encore écrit"
  )
  static let unwrittenLead = Message(
    "cooperation.vnr.unwritten-lead",
    en: "These paragraphs are left out until the office writes them.",
    fr: "Ces paragraphes sont omis tant que le bureau ne les a pas écrits."
  )
  static let annex = Message(
    "cooperation.vnr.annex",
    en: "Statistical annex",
    fr: "Annexe statistique"
  )
  static let byYear = Message(
    "cooperation.vnr.a1",
    en: "Given and received by year and group",
    fr: "Donné et reçu par an et par groupe"
  )
  static let byPartner = Message(
    "cooperation.vnr.a2",
    en: "By partner and role",
    fr: "Par partenaire et par rôle"
  )
  static let byTarget = Message(
    "cooperation.vnr.a3",
    en: "By target of the Sustainable Development Goals",
    fr: "Par cible des objectifs de développement durable"
  )
  static let quantities = Message(
    "cooperation.vnr.a4",
    en: "Counted in its own units, by modality",
    fr: "Compté dans ses propres unités, par modalité"
  )
  static let triangular = Message(
    "cooperation.vnr.a5",
    en: "Shares of triangular cooperation",
    fr: "Parts de la coopération triangulaire"
  )
  static let funds = Message("cooperation.vnr.a6", en: "Trust funds", fr: "Fonds fiduciaires")
  static let notNamed = Message(
    "cooperation.vnr.not-named",
    en: "the office names no dataset for it.",
    fr: "le bureau ne nomme aucun jeu de données pour cela."
  )
  static let nothingThere = Message(
    "cooperation.vnr.nothing-there",
    en: "the release has no such observation.",
    fr: "la publication n'a aucune observation de ce genre."
  )
  static let sentence = Message(
    "cooperation.vnr.sentence",
    en: "{direction} in {year}: {numbers}. The annex has every year; groups are not added up.",
    fr: """
      {direction} en {year} : {numbers}. L'annexe a chaque année ; les groupes ne s'additionnent \
      pas.
      """
  )

  /// A section of the draft: a heading, whether sentences with numbers stand below it, questions.
  struct Section {
    let level: Int
    let title: Message
    let hasNumbers: Bool
    let questions: [Message]

    init(_ level: Int, _ title: Message, hasNumbers: Bool = false, _ questions: [Message] = []) {
      self.level = level
      self.title = title
      self.hasNumbers = hasNumbers
      self.questions = questions
    }
  }

  /// The outline of the chapter.
  static let sections: [Section] = [
    Section(1, Message("cooperation.vnr.process", en: "Process", fr: "Processus")),
    Section(
      2,
      Message(
        "cooperation.vnr.peers",
        en: "How other countries took part in this review",
        fr: "Comment d'autres pays ont participé à cet examen"
      ),
      [
        Message(
          "cooperation.vnr.peers-exchange",
          en:
            "Peer exchange and twinning: which countries, when, on which parts, and what changed in the review because of it.",
          fr:
            "Échange entre pairs et jumelage : quels pays, quand, sur quelles parties, et ce qui a changé dans l'examen grâce à cela."
        ),
        Message(
          "cooperation.vnr.peers-reviewers",
          en: "Peer reviewers: who read the draft, what they asked, how it was answered.",
          fr: """
            Pairs examinateurs : qui a lu le projet, ce qu'ils ont demandé, comment il y a été \
            répondu.
            """
        ),
      ]
    ),
    Section(
      2,
      Message(
        "cooperation.vnr.data",
        en: "How the numbers were made",
        fr: "Comment les nombres ont été faits"
      ),
      [
        Message(
          "cooperation.vnr.data-agencies",
          en:
            "Which agencies report, by which round and which methods of valuation, and who signed the numbers off.",
          fr:
            "Quelles agences déclarent, par quelle collecte et quelles méthodes de valorisation, et qui a validé les nombres."
        )
      ]
    ),
    Section(1, Message("cooperation.vnr.content", en: "Content", fr: "Contenu")),
    Section(
      2,
      Message(
        "cooperation.vnr.institutions",
        en: "Institutions and law",
        fr: "Institutions et droit"
      ),
      [
        Message(
          "cooperation.vnr.institutions-question",
          en: "Who steers South-South cooperation, under which law, with which budget.",
          fr: "Qui pilote la coopération Sud-Sud, selon quelle loi, avec quel budget."
        )
      ]
    ),
    Section(
      2,
      Message(
        "cooperation.vnr.volume",
        en: "What was given and received",
        fr: "Ce qui a été donné et reçu"
      ),
      hasNumbers: true,
      [
        Message(
          "cooperation.vnr.volume-question",
          en: "What these numbers mean for the country's plan, and what they leave out.",
          fr: "Ce que ces nombres signifient pour le plan du pays, et ce qu'ils laissent de côté."
        )
      ]
    ),
    Section(
      2,
      Message(
        "cooperation.vnr.solutions",
        en: "What came of it",
        fr: "Ce qui en est résulté"
      ),
      [
        Message(
          "cooperation.vnr.solutions-first",
          en: """
            A first solution: the need, what was shared, the result, and the partner's own word \
            on it.
            """,
          fr: """
            Une première solution : le besoin, ce qui a été partagé, le résultat, et l'avis du \
            partenaire.
            """
        ),
        Message(
          "cooperation.vnr.solutions-second",
          en: "A second solution, with another partner and another target.",
          fr: "Une deuxième solution, avec un autre partenaire et une autre cible."
        ),
      ]
    ),
    Section(
      2,
      Message(
        "cooperation.vnr.triangular",
        en: "Triangular cooperation and funds",
        fr: "Coopération triangulaire et fonds"
      ),
      [
        Message(
          "cooperation.vnr.triangular-question",
          en: """
            The country's role beside a third partner, and its contributions to South-South \
            funds.
            """,
          fr: "Le rôle du pays aux côtés d'un tiers, et ses contributions aux fonds Sud-Sud."
        )
      ]
    ),
    Section(
      2,
      Message(
        "cooperation.vnr.next",
        en: "Gaps, needs and offers",
        fr: "Lacunes, besoins et offres"
      ),
      [
        Message(
          "cooperation.vnr.next-question",
          en: """
            What the country cannot measure yet, what it seeks from partners, and what it offers \
            them.
            """,
          fr: """
            Ce que le pays ne sait pas encore mesurer, ce qu'il cherche auprès des partenaires \
            et ce qu'il leur offre.
            """
        )
      ]
    ),
  ]
}

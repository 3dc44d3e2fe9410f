// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong when the records of two offices are compared, and what there is to do then.
extension StepsDefinitions {
  static let recordsDiffer = DiagnosticDefinition(
    "steps.records-differ",
    severity: .warning,
    message: (
      en: """
      {count} {count|record|records} of {ours} {count|states|state} another amount or year than \
      {theirs}
      """,
      fr: """
      {count} {count|enregistrement|enregistrements} de {ours} {count|indique|indiquent} un autre \
      montant ou une autre année que {theirs}
      """
    ),
    remedy: (
      en:
        "ask the other office; then correct the record, or decide it as settled with its DIFFERENCE",
      fr: """
      demandez à l'autre office ; puis corrigez l'enregistrement, ou décidez « settled » avec sa \
      DIFFERENCE
      """
    ),
    explanation: (
      en: """
      Both offices have the record, and their amounts differ by more than both limits of the step (5 \
      percent and 1,000 unless it says otherwise), only one states an amount, or the years differ. A \
      difference that was explained is decided as settled; it becomes a task again when it changes.
      """,
      fr: """
      Les deux offices ont l'enregistrement, et leurs montants diffèrent de plus que les deux seuils de \
      l'étape (5 pour cent et 1 000 sauf indication contraire), un seul indique un montant, ou les \
      années diffèrent. Un écart expliqué est décidé « settled » ; il redevient une tâche s'il change.
      """
    )
  )

  static let recordsToConfirm = DiagnosticDefinition(
    "steps.records-to-confirm",
    severity: .warning,
    message: (
      en: """
      {count} {count|record|records} of {ours} may be a record of {theirs}: a person has to decide
      """,
      fr: """
      {count} {count|enregistrement|enregistrements} de {ours} {count|est|sont} peut-être dans \
      {theirs} : une personne doit décider
      """
    ),
    remedy: (
      en: "look at the evidence and enter same or different among the decisions",
      fr: "examinez les indices et inscrivez same ou different parmi les décisions"
    ),
    explanation: (
      en: """
      No identifier is shared, and the score is between the limits, or another record is nearly as \
      likely. Decisions are kept and hold at every later import.
      """,
      fr: """
      Aucun identifiant commun, et le score est entre les seuils, ou un autre enregistrement est presque \
      aussi probable. Les décisions sont gardées et valent pour chaque importation suivante.
      """
    )
  )

  static let unknownDecision = DiagnosticDefinition(
    "steps.unknown-decision",
    severity: .warning,
    message: (
      en: "{count} {count|row|rows} of {dataset} {count|states|state} no decision: {valid}",
      fr:
        "{count} {count|ligne|lignes} de {dataset} n'{count|indique|indiquent} pas de décision : {valid}"
    ),
    remedy: (
      en: "write one of these words under DECISION",
      fr: "écrivez l'un de ces mots sous DECISION"
    ),
    explanation: (
      en: "A row without a decision that is known decides nothing; the others hold.",
      fr: "Une ligne sans décision connue ne décide rien ; les autres valent."
    )
  )

  static let sideMissing = DiagnosticDefinition(
    "steps.side-missing",
    exit: .usage,
    message: (
      en: "the inputs and the parameters do not say which records are {side}",
      fr: "les entrées et les paramètres ne disent pas quels enregistrements sont {side}"
    ),
    remedy: (
      en: """
      write [parameters.ours], and [parameters.theirs] where there are two datasets; name the input with \
      decisions under decisions
      """,
      fr: """
      écrivez [parameters.ours], et [parameters.theirs] s'il y a deux jeux de données ; nommez l'entrée \
      des décisions sous decisions
      """
    ),
    explanation: (
      en: """
      The first input has our records, the second the other office's. With one input and [ours] alone, \
      reporters of one dataset are compared with each other.
      """,
      fr: """
      La première entrée contient nos enregistrements, la seconde ceux de l'autre office. Avec une entrée \
      et [ours] seul, les déclarants d'un jeu de données sont comparés entre eux.
      """
    )
  )

  static let sideColumn = DiagnosticDefinition(
    "steps.side-column",
    exit: .usage,
    message: (
      en: "{name} of {structure} is missing, or is no {kind}",
      fr: "{name} de {structure} manque ou n'est pas du genre {kind}"
    ),
    remedy: (
      en: "name a component that is text, a period or date, or an exact amount, as is asked for",
      fr: "nommez une composante de texte, de période ou date, ou de montant exact, selon le cas"
    ),
    explanation: (
      en: "Identifiers, partners and titles are text; amounts are decimals in one currency.",
      fr:
        "Identifiants, partenaires et titres sont du texte ; les montants, des décimaux en une monnaie."
    )
  )

  static let pairColumn = DiagnosticDefinition(
    "steps.pair-column",
    exit: .usage,
    message: (
      en: "{name} of {structure} is needed, or has no origin, or cannot take its values",
      fr: "{name} de {structure} est requis, n'a pas d'origine ou ne peut recevoir ses valeurs"
    ),
    remedy: (
      en: "use these as text: {texts}; and these as decimals: {numbers}",
      fr: "employez comme texte : {texts} ; et comme décimaux : {numbers}"
    ),
    explanation: (
      en: "The output has OURS, THEIRS and OUTCOME, and of the evidence what its structure names.",
      fr: "La sortie a OURS, THEIRS et OUTCOME, et, des indices, ce que nomme sa structure."
    )
  )

  static let notAnInput = DiagnosticDefinition(
    "steps.not-an-input",
    exit: .usage,
    message: (en: "{name} is no input of the step", fr: "{name} n'est pas une entrée de l'étape"),
    remedy: (en: "name one of its inputs", fr: "nommez l'une de ses entrées"),
    explanation: (
      en: "The parameters of a step speak of its own inputs.",
      fr: "Les paramètres d'une étape parlent de ses propres entrées."
    )
  )

  static let notAScore = DiagnosticDefinition(
    "steps.not-a-score",
    exit: .usage,
    message: (en: "{key} is not between 0 and 1", fr: "{key} n'est pas entre 0 et 1"),
    remedy: (en: "write a number such as 0.85", fr: "écrivez un nombre tel que 0.85"),
    explanation: (
      en: "A score is 1 where all evidence speaks for a pair, and 0 where none does.",
      fr: "Un score est 1 si tous les indices parlent pour une paire, et 0 si aucun ne le fait."
    )
  )

  static let notALimit = DiagnosticDefinition(
    "steps.not-a-limit",
    exit: .usage,
    message: (en: "{key} is below zero", fr: "{key} est inférieur à zéro"),
    remedy: (en: "write zero or more", fr: "écrivez zéro ou plus"),
    explanation: (
      en: "Differences up to a limit are no task.",
      fr: "Les écarts jusqu'à un seuil ne sont pas des tâches."
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong with needs, solutions and what people decide about them.
extension CooperationDefinitions {
  static let matching: [DiagnosticDefinition] = [
    matchColumn, matchResult, matchShare, matchDecision, noMatchStep, noMatchDecisions,
    matchApprovedAlready, sameCountry, unknownNeed, noApproval, matchNotAccepted, approvalNeeds,
    approvalCode, approvalUnknown,
  ]

  static let matchColumn = DiagnosticDefinition(
    "cooperation.match-column",
    exit: .usage,
    message: (
      en: "{structure} has no {column}, which the matching needs",
      fr: "{structure} n'a pas {column}, dont l'appariement a besoin"
    ),
    remedy: (
      en: "add it to the structure and to the source",
      fr: "ajoutez-la à la structure et à la source"
    ),
    explanation: (
      en: """
      Needs and solutions have an ID, and a THEME or an SDG_TARGET by which they are found; decisions have \
      NEED, SOLUTION and DECISION.
      """,
      fr: """
      Besoins et solutions ont un ID, et un THEME ou un SDG_TARGET par lequel on les trouve ; les décisions \
      ont NEED, SOLUTION et DECISION.
      """
    )
  )

  static let matchResult = DiagnosticDefinition(
    "cooperation.match-result",
    exit: .usage,
    message: (
      en: "the matching does not know {name} of {structure}, or it has another type",
      fr: "l'appariement ne connaît pas {name} de {structure}, ou son type est autre"
    ),
    remedy: (
      en: "name some of: {known}; RANK is an integer, the reasons are decimals",
      fr: "nommez certains de : {known} ; RANK est un entier, les raisons sont des décimaux"
    ),
    explanation: (
      en: "The result needs NEED, SOLUTION and RANK, and has the reasons that its structure names.",
      fr: "Le résultat demande NEED, SOLUTION et RANK, et a les raisons que nomme sa structure."
    )
  )

  static let matchShare = DiagnosticDefinition(
    "cooperation.match-share",
    exit: .usage,
    message: (
      en: "{key} is no part of one",
      fr: "{key} n'est pas une part de un"
    ),
    remedy: (
      en: "write a number from 0 to 1",
      fr: "écrivez un nombre de 0 à 1"
    ),
    explanation: (
      en:
        "Grades of evidence, the least score and what another target of the goal counts lie from 0 to 1.",
      fr:
        "Les degrés de preuve, le score minimal et la part d'une autre cible de l'objectif vont de 0 à 1."
    )
  )

  static let matchDecision = DiagnosticDefinition(
    "cooperation.match-decision",
    severity: .warning,
    message: (
      en: "{count} {count|decision|decisions} of {dataset} {count|is|are} none that is known",
      fr:
        "{count} {count|décision|décisions} de {dataset} {count|n'est pas connue|ne sont pas connues}"
    ),
    remedy: (
      en: "write one of: {valid}",
      fr: "écrivez l'un de : {valid}"
    ),
    explanation: (
      en: "A decision that is not understood counts as none, so that the pair is proposed again.",
      fr: "Une décision incomprise ne compte pas ; la paire est donc proposée de nouveau."
    )
  )

  static let noMatchStep = DiagnosticDefinition(
    "cooperation.no-match-step",
    exit: .usage,
    message: (
      en: "no step of the project matches needs and solutions",
      fr: "aucune étape du projet n'apparie besoins et solutions"
    ),
    remedy: (
      en: "write steps/matches.toml with kind = \"cooperation.match\"",
      fr: "écrivez steps/matches.toml avec kind = \"cooperation.match\""
    ),
    explanation: (
      en: "The guide to the register of cooperation shows the step and its registers.",
      fr: "Le guide du registre de la coopération montre l'étape et ses registres."
    )
  )

  static let noMatchDecisions = DiagnosticDefinition(
    "cooperation.no-match-decisions",
    exit: .usage,
    message: (
      en: "the step has no register of decisions",
      fr: "l'étape n'a pas de registre des décisions"
    ),
    remedy: (
      en:
        "add a source with NEED, SOLUTION, DECISION, BY and ON to its inputs and name it as decisions",
      fr:
        "ajoutez à ses entrées une source avec NEED, SOLUTION, DECISION, BY et ON et nommez-la decisions"
    ),
    explanation: (
      en: "What people decide is kept in a register, so that it holds at every later run.",
      fr: "Ce que l'on décide est gardé dans un registre et tient donc à chaque exécution."
    )
  )

  static let matchApprovedAlready = DiagnosticDefinition(
    "cooperation.match-approved-already",
    exit: .usage,
    message: (
      en: "the match is approved already",
      fr: "l'appariement est déjà approuvé"
    ),
    remedy: (
      en: "end the activity in its register; the approval stays as it was given",
      fr: "terminez l'activité dans son registre ; l'approbation reste telle qu'elle a été donnée"
    ),
    explanation: (
      en: "An approval has an activity in the register, which a word does not undo.",
      fr: "Une approbation a une activité dans le registre, qu'un mot ne défait pas."
    )
  )

  static let sameCountry = DiagnosticDefinition(
    "cooperation.same-country",
    exit: .usage,
    message: (
      en: "the need and the solution are of one country",
      fr: "le besoin et la solution sont d'un même pays"
    ),
    remedy: (
      en: "choose a solution of another country",
      fr: "choisissez une solution d'un autre pays"
    ),
    explanation: (
      en: "Cooperation is between countries; within one it is called something else.",
      fr: "La coopération se fait entre pays ; au sein d'un seul elle porte un autre nom."
    )
  )

  /// A register has no such need or solution.
  public static let unknownNeed = DiagnosticDefinition(
    "cooperation.unknown-need",
    exit: .usage,
    message: (
      en: "{dataset} has no record of that name",
      fr: "{dataset} n'a pas de fiche de ce nom"
    ),
    remedy: (
      en: "ayni match list shows the identifiers",
      fr: "ayni match list montre les identifiants"
    ),
    explanation: (
      en: "A match is named by the identifiers of its need and its solution.",
      fr: "Un appariement est nommé par les identifiants de son besoin et de sa solution."
    )
  )

  static let noApproval = DiagnosticDefinition(
    "cooperation.no-approval",
    exit: .usage,
    message: (
      en: "the step does not say which registers an approved match goes into",
      fr: "l'étape ne dit pas dans quels registres va un appariement approuvé"
    ),
    remedy: (
      en:
        "write [parameters.approval] with activities, and participations and agreements where you keep them",
      fr:
        "écrivez [parameters.approval] avec activities, et participations et agreements si vous les tenez"
    ),
    explanation: (
      en:
        "An approved match grows into an activity, its participations and the draft of an agreement.",
      fr:
        "Un appariement approuvé devient une activité, ses participations et l'ébauche d'un accord."
    )
  )

  static let matchNotAccepted = DiagnosticDefinition(
    "cooperation.match-not-accepted",
    exit: .notAuthorised,
    message: (
      en: "nobody has accepted the match of {need} and {solution}",
      fr: "personne n'a accepté l'appariement de {need} et {solution}"
    ),
    remedy: (
      en: "ayni match accept {need} {solution} --by NAME",
      fr: "ayni match accept {need} {solution} --by NOM"
    ),
    explanation: (
      en:
        "A match is accepted by those who work on it and then approved by those who answer for it.",
      fr:
        "Un appariement est accepté par ceux qui y travaillent, puis approuvé par ceux qui en répondent."
    )
  )

  static let approvalNeeds = DiagnosticDefinition(
    "cooperation.approval-needs",
    exit: .usage,
    message: (
      en: "the register {register} needs {component}, which nothing fills",
      fr: "le registre {register} a besoin de {component}, que rien ne remplit"
    ),
    remedy: (
      en: "add {component}=… behind the command, or write it under [parameters.approval.activity]",
      fr:
        "ajoutez {component}=… après la commande, ou écrivez-le sous [parameters.approval.activity]"
    ),
    explanation: (
      en:
        "What the registers of needs and solutions hold is taken over; what they lack a person states.",
      fr:
        "Ce que tiennent les registres des besoins et solutions est repris ; le reste, on l'indique."
    )
  )

  static let approvalCode = DiagnosticDefinition(
    "cooperation.approval-code",
    exit: .usage,
    message: (
      en: "what would stand in {component} of {register} is no code of {list}",
      fr: "ce qui serait dans {component} de {register} n'est pas un code de {list}"
    ),
    remedy: (
      en: "state {component}=CODE behind the command",
      fr: "indiquez {component}=CODE après la commande"
    ),
    explanation: (
      en: "A register takes codes of its own lists only; a record with another would be rejected.",
      fr:
        "Un registre ne prend que les codes de ses listes ; une fiche avec un autre serait rejetée."
    )
  )

  static let approvalUnknown = DiagnosticDefinition(
    "cooperation.approval-unknown",
    exit: .usage,
    message: (
      en: "no register that the match goes into has a column for {component}",
      fr: "aucun registre où va l'appariement n'a de colonne pour {component}"
    ),
    remedy: (
      en: "correct the name, or leave it out",
      fr: "corrigez le nom, ou omettez-le"
    ),
    explanation: (
      en: "What is stated behind the command goes into the columns of activities and agreements.",
      fr: "Ce qui est indiqué après la commande va dans les colonnes des activités et des accords."
    )
  )
}

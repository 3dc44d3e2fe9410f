// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What the rules of the registers find, and what can be wrong with the step that applies them.
extension CooperationDefinitions {
  static let rules: [DiagnosticDefinition] = [
    notAnInput, unknownRegister, registerColumn, findingColumn, badDay, unknownRule,
    partnersMissing, notOfTheSouth, notTriangular, ownersDiffer, sharesDiffer, sharesRounded,
    measureMissing, severalReported, noneReported, hoursImpossible, hoursMany, lumpSum,
    monthsBeyondPlan, termsImpossible, drawnBeyondCommitment, futureMovement,
    forgivenBeyondDebt,
    notDistributed, modalityUnsaid, contributionBounds, loansWithoutTerms, contributionBlank,
  ]

  static let notAnInput: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.not-an-input",
    exit: .usage,
    message: (
      en: "the parameters speak of {name}, which is not among the inputs of the step",
      fr: "les paramètres parlent de {name}, qui n'est pas parmi les entrées de l'étape"
    ),
    remedy: (
      en: "name it under inputs, or take it out of [parameters.registers]",
      fr: "nommez-le sous inputs, ou retirez-le de [parameters.registers]"
    ),
    explanation: (
      en: """
      [parameters.registers] says for an input which register it holds: components_2025 = \
      "components". An input that is named as its register needs no line there.
      """,
      fr: """
      [parameters.registers] dit d'une entrée quel registre elle contient : \
      components_2025 = "components". Une entrée qui porte le nom de son registre n'a pas \
      besoin de ligne.
      """
    )
  )

  static let unknownRegister: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.unknown-register",
    exit: .usage,
    message: (
      en: "nothing says which register {name} holds",
      fr: "rien ne dit quel registre contient {name}"
    ),
    remedy: (
      en: "add it under [parameters.registers] as one of: {registers}",
      fr: "ajoutez-le sous [parameters.registers] comme l'un de : {registers}"
    ),
    explanation: (
      en: """
      A rule looks at registers by what they hold. A dataset may have any name where \
      [parameters.registers] says what it is.
      """,
      fr: """
      Une règle regarde les registres selon ce qu'ils contiennent. Un jeu de données peut \
      porter tout nom si [parameters.registers] dit ce qu'il est.
      """
    )
  )

  static let registerColumn: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.register-column",
    exit: .usage,
    message: (
      en: "{structure} needs {column} as a {kind} for the rules of the register",
      fr: "{structure} doit avoir {column} comme {kind} pour les règles du registre"
    ),
    remedy: (
      en: """
      give the component that name and type, or another name where it means something else
      """,
      fr: """
      donnez à la composante ce nom et ce type, ou un autre nom si elle a un autre sens
      """
    ),
    explanation: (
      en: """
      The rules know a few columns by name. A register may lack those that no rule has to \
      look at; the rules that need them are then not applied.
      """,
      fr: """
      Les règles connaissent quelques colonnes par leur nom. Un registre peut manquer de \
      celles qu'aucune règle ne doit voir ; les règles qui en ont besoin ne sont alors pas \
      appliquées.
      """
    )
  )

  static let findingColumn: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.finding-column",
    exit: .usage,
    message: (
      en: "{structure} has no {column}, which the findings have",
      fr: "{structure} n'a pas {column}, que les constats ont"
    ),
    remedy: (
      en: """
      give it the dimensions RULE, REGISTER, RECORD and FIELD, and the attributes OUTCOME \
      and LINE
      """,
      fr: """
      donnez-lui les dimensions RULE, REGISTER, RECORD et FIELD, et les attributs OUTCOME \
      et LINE
      """
    ),
    explanation: (
      en: """
      The findings of the rules are a dataset like any other, so that they can be counted, \
      published and compared.
      """,
      fr: """
      Les constats des règles sont un jeu de données comme un autre : on peut les compter, \
      les publier, les comparer.
      """
    )
  )

  static let badDay: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.bad-day",
    exit: .usage,
    message: (
      en: "{text} is not a day",
      fr: "{text} n'est pas un jour"
    ),
    remedy: (
      en: "write it as year-month-day, such as 2025-12-31",
      fr: "écrivez-le année-mois-jour, comme 2025-12-31"
    ),
    explanation: (
      en: """
      as_of is the day on which the office closed its books for the round: nothing can \
      have happened after it.
      """,
      fr: """
      as_of est le jour où le bureau a clos ses livres pour la collecte : rien ne peut \
      avoir eu lieu après.
      """
    )
  )

  static let unknownRule: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.unknown-rule",
    exit: .usage,
    message: (
      en: "there is no rule {name}",
      fr: "il n'y a pas de règle {name}"
    ),
    remedy: (
      en: "name one of {rules}",
      fr: "nommez l'une de {rules}"
    ),
    explanation: (
      en: """
      Rules are known by their numbers in the guide to the register; `without` lists those \
      that the office does not apply.
      """,
      fr: """
      Les règles sont connues par leur numéro dans le guide du registre ; `without` cite \
      celles que le bureau n'applique pas.
      """
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong with records of cooperation.
public enum CooperationDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] =
    [
      badTerms, noSchedule, unknownRepayment, badDiscount, badHours, overflow, noOrigin,
      unknownMethod, badCost,
    ] + rules + measures + reports + rounds + matching

  static let noOrigin = DiagnosticDefinition(
    "cooperation.no-origin",
    exit: .usage,
    message: (
      en: "{component} of {structure} is neither computed nor taken over from the input",
      fr: "{component} de {structure} n'est ni calculée ni reprise de l'entrée"
    ),
    remedy: (
      en: "remove it from the structure, or give the input a component of that name and type",
      fr: "retirez-la de la structure, ou donnez à l'entrée une composante de ce nom et de ce type"
    ),
    explanation: (
      en: """
      A valuation has VALUE, USD, PERSON_HOURS and GRANT_ELEMENT as decimals where its structure names       them; every other component is taken over from the register, which needs a METHOD.
      """,
      fr: """
      Une valorisation a VALUE, USD, PERSON_HOURS et GRANT_ELEMENT en décimaux si sa structure les       nomme ; toute autre composante est reprise du registre, qui doit avoir METHOD.
      """
    )
  )

  static let badCost = DiagnosticDefinition(
    "cooperation.cost-terms",
    severity: .warning,
    message: (
      en: "the numbers of a cost do not fit together",
      fr: "les nombres d'un coût ne vont pas ensemble"
    ),
    remedy: (
      en: "give no number below zero, a LIFE above zero, and no more MONTHS than COURSE_MONTHS",
      fr:
        "ne donnez aucun nombre négatif, une durée LIFE positive, et MONTHS au plus égal à COURSE_MONTHS"
    ),
    explanation: (
      en: """
      Goods are written off over their life in equal parts; fees of a course are spread over its months. \
      The record is kept with a blank until its numbers can be computed with.
      """,
      fr: """
      Les biens s'amortissent sur leur durée en parts égales ; les frais d'un cours se répartissent sur ses \
      mois. L'enregistrement est gardé avec un blanc tant que ses nombres ne permettent pas le calcul.
      """
    )
  )

  static let unknownMethod = DiagnosticDefinition(
    "cooperation.unknown-method",
    message: (
      en: "the step does not say how the method of some records is computed",
      fr: "l'étape ne dit pas comment se calcule la méthode de certains enregistrements"
    ),
    remedy: (
      en: """
      add each method under [parameters.methods] as amount, share, goods, scholarship, person-effort or not-valued; of the list \
      of methods these are not there: {codes}
      """,
      fr: """
      ajoutez chaque méthode sous [parameters.methods] comme amount, share, goods, scholarship, person-effort ou not-valued ; de \
      la liste des méthodes celles-ci n'y sont pas : {codes}
      """
    ),
    explanation: (
      en: """
      The list of methods is the office's own. The step maps each of them to one of the ways of       computing that Ayni knows; the record is kept with a blank until that is done.
      """,
      fr: """
      La liste des méthodes est celle du bureau. L'étape associe chacune à l'une des façons de calculer       qu'Ayni connaît ; l'enregistrement est gardé avec un blanc en attendant.
      """
    )
  )

  static let badTerms = DiagnosticDefinition(
    "cooperation.loan-terms",
    severity: .warning,
    message: (
      en: "the terms of the loan do not fit together: {what}",
      fr: "les conditions du prêt ne vont pas ensemble : {what}"
    ),
    remedy: (
      en: "give interest of zero or more, 0 ≤ grace ≤ maturity, and 1, 2, 4 or 12 payments a year",
      fr: "donnez un intérêt nul ou positif, 0 ≤ différé ≤ durée, et 1, 2, 4 ou 12 paiements par an"
    ),
    explanation: (
      en: """
      The grace period is the time until the first repayment of principal and ends no later than the \
      loan. Interest is in percent a year, maturity and grace are in years.
      """,
      fr: """
      Le différé est le temps jusqu'au premier remboursement du capital et ne dépasse pas la durée du \
      prêt. L'intérêt est en pour cent par an, la durée et le différé en années.
      """
    )
  )

  static let noSchedule = DiagnosticDefinition(
    "cooperation.no-repayment-schedule",
    severity: .warning,
    message: (
      en: "the repayment type does not say when the loan is paid back, or its periods are broken",
      fr: """
      le type de remboursement ne dit pas quand le prêt est remboursé, ou ses périodes sont \
      fractionnées
      """
    ),
    remedy: (
      en: "give the payments themselves, or a repayment type with whole periods",
      fr: "donnez les paiements eux-mêmes, ou un type de remboursement à périodes entières"
    ),
    explanation: (
      en: """
      Equal principal, annuity and lump sum follow from the terms. Any other repayment needs its \
      own list of payments. Annuities need a whole number of periods.
      """,
      fr: """
      Le capital constant, l'annuité et le remboursement unique découlent des conditions. Tout autre \
      remboursement demande sa liste de paiements. Les annuités demandent des périodes entières.
      """
    )
  )

  static let badDiscount = DiagnosticDefinition(
    "cooperation.discount-rate",
    exit: .usage,
    message: (
      en: "the discount rate is below zero or no number",
      fr: "le taux d'actualisation est négatif ou n'est pas un nombre"
    ),
    remedy: (
      en: "give a rate in percent a year, such as 5",
      fr: "donnez un taux en pour cent par an, par exemple 5"
    ),
    explanation: (
      en: "Future payments are worth less by the discount rate; 5 % is used for indicator 17.3.1.",
      fr: "Les paiements futurs valent moins selon ce taux ; 5 % sert pour l'indicateur 17.3.1."
    )
  )

  static let badHours = DiagnosticDefinition(
    "cooperation.hours",
    severity: .warning,
    message: (
      en: "hours, persons, quantities or pay are below zero, or pay is spread over no hours",
      fr: """
      heures, personnes, quantités ou salaire sont négatifs, ou aucune heure ne correspond au \
      salaire
      """
    ),
    remedy: (
      en: "give numbers of zero or more, and the hours that the pay covers",
      fr: "donnez des nombres nuls ou positifs, et les heures que couvre le salaire"
    ),
    explanation: (
      en: "The value of work is hours times pay over the hours that the pay covers.",
      fr: "La valeur du travail est heures fois salaire sur les heures que couvre le salaire."
    )
  )

  static let overflow = DiagnosticDefinition(
    "cooperation.overflow",
    message: (
      en: "a value has more than 38 digits",
      fr: "une valeur a plus de 38 chiffres"
    ),
    remedy: (en: "correct the quantities or the rates", fr: "corrigez les quantités ou les taux"),
    explanation: (
      en: "Values are exact decimals of at most 38 digits; what does not fit is refused.",
      fr: "Les valeurs sont des décimaux exacts de 38 chiffres au plus ; le reste est refusé."
    )
  )

  static let unknownRepayment = DiagnosticDefinition(
    "cooperation.unknown-repayment",
    severity: .warning,
    message: (
      en: "the step does not say how the repayment of some loans is computed",
      fr: "l'étape ne dit pas comment calculer le remboursement de certains prêts"
    ),
    remedy: (
      en: "name the code in [parameters.repayments]",
      fr: "nommez le code dans [parameters.repayments]"
    ),
    explanation: (
      en: """
      The codes of REPAYMENT are the office's own: each is said to be equal-principal, annuity, lump-sum, \
      capitalised or schedule. The record is kept without a grant element until then.
      """,
      fr: """
      Les codes de REPAYMENT sont ceux de l'office : chacun est dit equal-principal, annuity, lump-sum, \
      capitalised ou schedule. D'ici là l'enregistrement est gardé sans élément don.
      """
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What the rules on loans find.
extension CooperationDefinitions {
  static let termsImpossible: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.terms-impossible",
    severity: .warning,
    message: (
      en: "{rule}: the terms of a loan do not fit together",
      fr: "{rule} : les conditions d'un prêt ne vont pas ensemble"
    ),
    remedy: (
      en: """
      give interest of zero or more, 0 ≤ grace ≤ maturity, and 1, 2, 4 or 12 payments a \
      year
      """,
      fr: """
      donnez un intérêt nul ou positif, 0 ≤ différé ≤ durée, et 1, 2, 4 ou 12 paiements \
      par an
      """
    ),
    explanation: (
      en: """
      The grant element of a loan, and with it whether the loan is concessional, is \
      computed from these terms. The loan is kept with its amount and without a grant \
      element.
      """,
      fr: """
      L'élément don d'un prêt, et donc son caractère concessionnel, se calcule de ces \
      conditions. Le prêt est gardé avec son montant et sans élément don.
      """
    )
  )

  static let drawnBeyondCommitment: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.drawn-beyond-commitment",
    severity: .warning,
    message: (
      en: "{rule}: more was drawn on a loan than was committed",
      fr: "{rule} : il a été tiré sur un prêt plus qu'il n'était engagé"
    ),
    remedy: (
      en: "add the commitment that is missing, or correct the draws",
      fr: "ajoutez l'engagement qui manque, ou corrigez les tirages"
    ),
    explanation: (
      en: "Draws are what statistics count; they end where the commitment ends.",
      fr: """
      Les tirages sont ce que la statistique compte ; ils finissent avec l'engagement.
      """
    )
  )

  static let futureMovement: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.future-movement",
    severity: .warning,
    message: (
      en: "{rule}: a loan moved after the day as of which the office reports",
      fr: "{rule} : un prêt a bougé après le jour à la date duquel le bureau déclare"
    ),
    remedy: (
      en: "correct the date, or enter plans as plans",
      fr: "corrigez la date, ou saisissez les prévisions comme telles"
    ),
    explanation: (
      en: "as_of in the step says which day that is. What is planned is not a movement.",
      fr: """
      as_of dans l'étape dit quel est ce jour. Ce qui est prévu n'est pas un mouvement.
      """
    )
  )

  static let forgivenBeyondDebt: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.forgiven-beyond-debt",
    severity: .warning,
    message: (
      en: "{rule}: more was forgiven of a loan than was still owed",
      fr: "{rule} : il a été remis d'un prêt plus qu'il n'était encore dû"
    ),
    remedy: (
      en: "correct the movements: owed is what was drawn less what was paid back",
      fr: "corrigez les mouvements : est dû ce qui a été tiré moins ce qui a été remboursé"
    ),
    explanation: (
      en: """
      Debt relief counts up to the principal still owed; interest in arrears that is \
      forgiven with it is a movement of its own.
      """,
      fr: """
      La remise de dette compte jusqu'au principal encore dû ; les arriérés d'intérêts \
      remis avec lui sont un mouvement à part.
      """
    )
  )

  static let loansWithoutTerms: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.loans-without-terms",
    severity: .warning,
    message: (
      en: """
      {rows} {rows|loan has|loans have} no grant element and {rows|stands|stand} in no \
      series
      """,
      fr: """
      {rows} {rows|prêt n'a|prêts n'ont} pas d'élément don et ne {rows|figure|figurent} \
      dans aucune série
      """
    ),
    remedy: (
      en: """
      give interest, maturity, grace and payments a year, or say beside the series what \
      they lack
      """,
      fr: """
      donnez intérêt, durée, différé et paiements par an, ou dites à côté des séries ce \
      qui leur manque
      """
    ),
    explanation: (
      en: """
      Whether a loan is concessional follows from its grant element. A loan without terms \
      is not put into either series by guess.
      """,
      fr: """
      Le caractère concessionnel d'un prêt suit de son élément don. Un prêt sans \
      conditions n'est mis dans aucune série au hasard.
      """
    )
  )
}

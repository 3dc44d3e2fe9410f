// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What the contribution to SDG 17.3.1 lacks.
extension CooperationDefinitions {
  static let contributionBounds: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.contribution-bounds",
    exit: .usage,
    message: (
      en: "unit_multiplier is from 0 to 9, and concessional_from is a percentage",
      fr: "unit_multiplier va de 0 à 9, et concessional_from est un pourcentage"
    ),
    remedy: (
      en: "write 6 for millions and 35 for the test of the indicator",
      fr: "écrivez 6 pour des millions et 35 pour le critère de l'indicateur"
    ),
    explanation: (
      en: """
      A loan is concessional for 17.3.1 where its grant element is 35 percent or more, \
      discounted at 5 percent a year.
      """,
      fr: """
      Un prêt est concessionnel pour 17.3.1 si son élément don est de 35 pour cent ou \
      plus, actualisé à 5 pour cent par an.
      """
    )
  )

  static let contributionBlank: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.contribution-blank",
    severity: .warning,
    message: (
      en: """
      {rows} {rows|grant or loan has|grants and loans have} no USD: the series leave \
      {rows|it|them} out
      """,
      fr: """
      {rows} {rows|don ou prêt n'a|dons et prêts n'ont} pas d'USD : les séries \
      {rows|l'omettent|les omettent}
      """
    ),
    remedy: (
      en: """
      fill the blanks where the values are known, or say beside the series what they cover
      """,
      fr: """
      remplissez les blancs si les valeurs sont connues, ou dites à côté des séries ce \
      qu'elles couvrent
      """
    ),
    explanation: (
      en: """
      A component without a value counts as an activity; it cannot be in a sum of money.
      """,
      fr: """
      Une composante sans valeur compte comme activité ; elle ne peut être dans une somme \
      d'argent.
      """
    )
  )
}

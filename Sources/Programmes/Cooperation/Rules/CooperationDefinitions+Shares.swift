// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What the rules on shares find.
extension CooperationDefinitions {
  static let sharesDiffer: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.shares-differ",
    severity: .warning,
    message: (
      en: "{rule}: the shares of a vocabulary are not 100 percent of the activity",
      fr: "{rule} : les parts d'un vocabulaire ne font pas 100 pour cent de l'activité"
    ),
    remedy: (
      en: "complete or correct the shares in the register of shares",
      fr: "complétez ou corrigez les parts dans le registre des parts"
    ),
    explanation: (
      en: """
      An activity may serve several sectors or targets; in each vocabulary the parts are \
      100 percent together. The activity is counted; it stays out of the tables of that \
      vocabulary until they are.
      """,
      fr: """
      Une activité peut servir plusieurs secteurs ou cibles ; dans chaque vocabulaire les \
      parts font 100 pour cent. L'activité est comptée ; elle reste hors des tableaux de \
      ce vocabulaire en attendant.
      """
    )
  )

  static let sharesRounded: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.shares-rounded",
    severity: .warning,
    message: (
      en: """
      {rule}: the shares of a vocabulary miss 100 percent by 0.5 or less, as rounded \
      shares do
      """,
      fr: """
      {rule} : la somme des parts d'un vocabulaire s'écarte de 100 pour cent de 0,5 au plus, comme des \
      parts arrondies
      """
    ),
    remedy: (
      en: "scale them to 100 percent, or give them with more decimals",
      fr: "ramenez-les à 100 pour cent, ou donnez plus de décimales"
    ),
    explanation: (
      en: """
      Three thirds written as 33.3 are 99.9 percent. Such shares are used in proportion; \
      nothing is refused.
      """,
      fr: """
      Trois tiers écrits 33,3 font 99,9 pour cent. De telles parts servent en proportion ; \
      rien n'est refusé.
      """
    )
  )

  static let notDistributed: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.not-distributed",
    severity: .warning,
    message: (
      en:
        "{rows} of {all} {all|row|rows} of values have no usable shares of {vocabulary}: they stand under {code}",
      fr:
        "{rows} {all|ligne|lignes} de valeurs sur {all} n'ont pas de parts utilisables du vocabulaire {vocabulary} : elles figurent sous {code}"
    ),
    remedy: (
      en: "complete the shares of their activities to 100 percent",
      fr: "complétez à 100 pour cent les parts de leurs activités"
    ),
    explanation: (
      en: """
      Nothing is dropped and nothing is guessed: a value whose activity names no sector stands under a code of \
      its own, so that totals by sector add up to the total. Shares that were rounded, from 99.5 to 100.5 \
      percent, are used in proportion.
      """,
      fr: """
      Rien n'est perdu ni deviné : une valeur dont l'activité ne nomme aucun secteur figure sous un code à elle, \
      pour que les totaux par secteur fassent le total. Des parts arrondies, de 99,5 à 100,5 pour cent, servent en \
      proportion.
      """
    )
  )
}

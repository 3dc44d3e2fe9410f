// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong where values are added up or converted.
extension StepsDefinitions {
  static let unitsAdded = DiagnosticDefinition(
    "steps.units-added",
    message: (
      en: "{dataset} has values in {units} units, and the step would add them up",
      fr: "{dataset} a des valeurs en {units} unités, et l'étape les additionnerait"
    ),
    remedy: (
      en: "add UNIT_MEASURE to the keys, or leave one unit only",
      fr: "ajoutez UNIT_MEASURE aux clés, ou ne gardez qu'une unité"
    ),
    explanation: (
      en: """
      Dollars at exchange rates, dollars of purchasing power, hours and persons are no one thing; their sum \
      would be a number without a meaning.
      """,
      fr: """
      Dollars au taux de change, dollars en parité de pouvoir d'achat, heures et personnes ne sont pas une même \
      chose ; leur somme serait un nombre dépourvu de sens.
      """
    )
  )

  static let ratesMissing = DiagnosticDefinition(
    "steps.rates-missing",
    severity: .warning,
    message: (
      en:
        "{rows} of {all} {all|row|rows} of {dataset} {rows|has|have} a value and no rate in {rates}",
      fr:
        "{rows} {rows|ligne|lignes} sur {all} de {dataset} {rows|a|ont} une valeur et aucun taux dans {rates}"
    ),
    remedy: (
      en: "add the rates with their source; until then these rows keep a blank",
      fr: "ajoutez les taux avec leur source ; d'ici là ces lignes gardent un blanc"
    ),
    explanation: (
      en: """
      A value is converted with the rate of its own currency, country and time. The rate of another year \
      never takes its place.
      """,
      fr: """
      Une valeur est convertie au taux de sa propre monnaie, de son pays et de son moment. Le taux d'une autre \
      année ne le remplace jamais.
      """
    )
  )

  static let ratesOld = DiagnosticDefinition(
    "steps.rates-old",
    severity: .warning,
    message: (
      en:
        "{rows} {rows|row|rows} of {dataset} {rows|is|are} converted with a rate that is more than {days} days old",
      fr:
        "{rows} {rows|ligne|lignes} de {dataset} {rows|est convertie|sont converties} avec un taux de plus de {days} jours"
    ),
    remedy: (
      en: "add rates of the days in question, or raise oldest_days where such rates will do",
      fr: "ajoutez des taux de ces jours, ou augmentez oldest_days si de tels taux suffisent"
    ),
    explanation: (
      en: """
      The last rate published on or before the day counts. A rate that was published long before may not say \
      what was paid (rule V14).
      """,
      fr: """
      Le dernier taux publié à la date ou avant compte. Un taux publié bien plus tôt peut ne pas dire ce qui a \
      été payé (règle V14).
      """
    )
  )

  static let rateColumn = DiagnosticDefinition(
    "steps.rate-column",
    exit: .usage,
    message: (
      en: "{structure} has no {column} of the kind {kind}",
      fr: "{structure} n'a pas de {column} de type {kind}"
    ),
    remedy: (
      en: "name a component that the structure has",
      fr: "nommez une composante de cette structure"
    ),
    explanation: (
      en: """
      Amounts, rates and results are decimals; days are dates; a component that the step neither computes nor \
      takes from the rates is taken over from the input, with its type.
      """,
      fr: """
      Montants, taux et résultats sont des décimaux ; les jours sont des dates ; une composante que l'étape ne \
      calcule ni ne prend des taux est reprise de l'entrée, avec son type.
      """
    )
  )
}

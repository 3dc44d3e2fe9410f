// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Values

/// What can be wrong when amounts are converted.
public enum ConversionDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] = [rateNotPositive, rateMissing, overflow]

  /// A rate or a deflator that is zero or below.
  public static let rateNotPositive: DiagnosticDefinition = DiagnosticDefinition(
    "conversion.rate-not-positive",
    message: (
      en: "a rate or a deflator is not above zero",
      fr: "un taux ou un déflateur n'est pas supérieur à zéro"
    ),
    remedy: (
      en: "correct the rate, or leave it empty where it is not known",
      fr: "corrigez le taux, ou laissez-le vide s'il n'est pas connu"
    ),
    explanation: (
      en: "An amount is divided by its rate; a rate of zero or below has no meaning.",
      fr: "Un montant est divisé par son taux ; un taux nul ou négatif n'a pas de sens."
    )
  )

  /// A currency and a year for which the table has no rate.
  public static let rateMissing: DiagnosticDefinition = DiagnosticDefinition(
    "conversion.rate-missing",
    message: (
      en: "there is no exchange rate for {currency} in {year}",
      fr: "il n'y a pas de taux de change pour {currency} en {year}"
    ),
    remedy: (
      en: "add the rate with its source to the table of rates",
      fr: "ajoutez le taux et sa source à la table des taux"
    ),
    explanation: (
      en: """
      Amounts are converted with the rate of their own currency and year. A rate of another year is \
      never put in its place.
      """,
      fr: """
      Les montants sont convertis au taux de leur propre monnaie et année. Le taux d'une autre année \
      ne le remplace jamais.
      """
    )
  )

  /// An exact result that a decimal cannot hold.
  public static let overflow: DiagnosticDefinition = DiagnosticDefinition(
    "conversion.overflow",
    message: (
      en: "a converted amount has more than 38 digits",
      fr: "un montant converti a plus de 38 chiffres"
    ),
    remedy: (
      en: "correct the amount or its rate, or ask for fewer decimals",
      fr: "corrigez le montant ou son taux, ou demandez moins de décimales"
    ),
    explanation: (
      en: "Amounts are exact decimals of at most 38 digits; what does not fit is refused.",
      fr: """
      Les montants sont des décimaux exacts de 38 chiffres au plus ; ce qui dépasse est refusé.
      """
    )
  )

  /// What exact arithmetic could not answer, as a diagnostic.
  static func diagnostic(_ failure: ArithmeticFailure) -> Diagnostic {
    switch failure {
    case .overflow: overflow.at()
    case .divisionByZero: rateNotPositive.at()
    }
  }
}

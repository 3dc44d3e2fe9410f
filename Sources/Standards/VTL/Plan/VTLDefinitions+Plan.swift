// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Problems of execution.
extension VTLDefinitions {
  static let execution: [DiagnosticDefinition] = [
    notExecutable, divisionByZero, logarithmOfNonPositive, rootOfNegative, unreadableTime,
    frequenciesDiffer, shorterPeriod, lengthsDiffer, maskMismatch, noNumber,
  ]

  static let notExecutable = DiagnosticDefinition(
    "vtl.not-executable",
    exit: .usage,
    message: (
      en: "{operator} is understood, but cannot be run yet",
      fr: "{operator} est compris, mais ne peut encore être exécuté"
    ),
    remedy: (
      en: "compute it elsewhere for now",
      fr: "calculez-le ailleurs pour l'instant"
    ),
    explanation: (
      en: """
      The analysis knows the whole language; the plans for engines know a part of it, which \
      grows.
      """,
      fr: """
      L'analyse connaît tout le langage ; les plans pour les moteurs en connaissent une \
      partie, qui croît.
      """
    )
  )

  static let divisionByZero = DiagnosticDefinition(
    "vtl.division-by-zero",
    exit: .problemsInData,
    message: (
      en: "{result} divides by zero",
      fr: "{result} divise par zéro"
    ),
    remedy: (
      en: "leave the data points out with [ filter … ], or choose another value with if",
      fr: "écartez ces points par [ filter … ], ou choisissez une autre valeur par if"
    ),
    explanation: (
      en: """
      The standard makes a division by zero an error of the run, so that no infinity enters \
      the results.
      """,
      fr: """
      La norme fait d'une division par zéro une erreur d'exécution, pour qu'aucun infini \
      n'entre dans les résultats.
      """
    )
  )

  static let logarithmOfNonPositive = DiagnosticDefinition(
    "vtl.logarithm-of-non-positive",
    exit: .problemsInData,
    message: (
      en: "{result} takes the logarithm of a number that is not above zero",
      fr: "{result} prend le logarithme d'un nombre qui n'est pas au-dessus de zéro"
    ),
    remedy: (
      en: "leave the data points out with [ filter … ], or choose another value with if",
      fr: "écartez ces points par [ filter … ], ou choisissez une autre valeur par if"
    ),
    explanation: (
      en: "A logarithm exists only of numbers above zero.",
      fr: "Un logarithme n'existe que pour les nombres au-dessus de zéro."
    )
  )

  static let rootOfNegative = DiagnosticDefinition(
    "vtl.root-of-negative",
    exit: .problemsInData,
    message: (
      en: "{result} takes the square root of a negative number",
      fr: "{result} prend la racine carrée d'un nombre négatif"
    ),
    remedy: (
      en: "leave the data points out with [ filter … ], or choose another value with if",
      fr: "écartez ces points par [ filter … ], ou choisissez une autre valeur par if"
    ),
    explanation: (
      en: "A square root exists only of numbers not below zero.",
      fr: "Une racine carrée n'existe que pour les nombres non négatifs."
    )
  )

  static let unreadableTime = DiagnosticDefinition(
    "vtl.unreadable-time",
    exit: .problemsInData,
    message: (
      en: "{result} meets a text or an interval that is not the time that is asked for",
      fr: "{result} rencontre un texte ou un intervalle qui n'est pas le temps demandé"
    ),
    remedy: (
      en:
        "write periods as 2020, 2020-Q1, 2020-01 or 2020-W53, days as 2020-12-31, intervals with a slash",
      fr: """
      écrivez les périodes comme 2020, 2020-Q1, 2020-01 ou 2020-W53, les jours comme 2020-12-31, \
      les intervalles avec une barre
      """
    ),
    explanation: (
      en: """
      A time that does not exist, such as a 53rd week of a year with 52, is never moved to another \
      one in silence.
      """,
      fr: """
      Un temps qui n'existe pas, comme une 53e semaine d'une année qui en a 52, n'est jamais déplacé \
      en silence.
      """
    )
  )

  static let frequenciesDiffer = DiagnosticDefinition(
    "vtl.frequencies-differ",
    exit: .problemsInData,
    message: (
      en: "{result} asks which of two periods of different frequencies comes first",
      fr: "{result} demande laquelle de deux périodes de fréquences différentes vient d'abord"
    ),
    remedy: (
      en: "bring them to one frequency with time_agg, or filter by period_indicator first",
      fr: "ramenez-les à une fréquence par time_agg, ou filtrez d'abord par period_indicator"
    ),
    explanation: (
      en: "A quarter lies within its year, so neither of them comes before the other.",
      fr: "Un trimestre est dans son année : aucun des deux ne vient avant l'autre."
    )
  )

  static let lengthsDiffer = DiagnosticDefinition(
    "vtl.lengths-differ",
    exit: .problemsInData,
    message: (
      en: "{result} takes the Hamming distance of texts of different lengths",
      fr: "{result} prend la distance de Hamming de textes de longueurs différentes"
    ),
    remedy: (
      en: "use levenshtein, or leave such data points out",
      fr: "employez levenshtein, ou écartez ces points"
    ),
    explanation: (
      en:
        "The Hamming distance counts places that differ, so both texts need the same number of them.",
      fr:
        "La distance de Hamming compte les places qui diffèrent : il en faut autant des deux côtés."
    )
  )

  static let shorterPeriod = DiagnosticDefinition(
    "vtl.shorter-period",
    exit: .problemsInData,
    message: (
      en: "{result} would bring a time to a shorter period",
      fr: "{result} ramènerait un temps à une période plus courte"
    ),
    remedy: (
      en: "aggregate to a duration that is at least as long as that of the data",
      fr: "agrégez vers une durée au moins aussi longue que celle des données"
    ),
    explanation: (
      en: "time_agg goes from months to years, never from years to months.",
      fr: "time_agg va des mois aux années, jamais des années aux mois."
    )
  )

  static let maskMismatch = DiagnosticDefinition(
    "vtl.mask-mismatch",
    exit: .problemsInData,
    message: (
      en: "{result} meets a value that does not have the form of the mask",
      fr: "{result} rencontre une valeur qui n'a pas la forme du masque"
    ),
    remedy: (
      en: "give the mask as many digits and the units that the values have",
      fr: "donnez au masque autant de chiffres et les unités que les valeurs ont"
    ),
    explanation: (
      en: """
      The standard makes it an error where a text and its mask do not agree to the last character; nothing \
      is cut off or left out in silence.
      """,
      fr: """
      La norme fait une erreur d'un texte et d'un masque qui ne s'accordent pas jusqu'au dernier \
      caractère ; rien n'est coupé ni omis en silence.
      """
    )
  )

  static let noNumber = DiagnosticDefinition(
    "vtl.no-number",
    exit: .problemsInData,
    message: (
      en: "{result} meets a text that is not the number that is asked for",
      fr: "{result} rencontre un texte qui n'est pas le nombre demandé"
    ),
    remedy: (
      en: "write digits alone, with a dot before decimals, or give cast a mask such as \"D+,D*\"",
      fr:
        "écrivez des chiffres seuls, un point avant les décimales, ou donnez à cast un masque comme \"D+,D*\""
    ),
    explanation: (
      en: "A text with decimals is no integer: it is never rounded in silence.",
      fr: "Un texte avec des décimales n'est pas un entier : il n'est jamais arrondi en silence."
    )
  )
}

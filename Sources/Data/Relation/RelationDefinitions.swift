// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong with a plan before anything runs.
public enum RelationDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] = [
    unknownColumn, duplicateColumn, typeMismatch, argumentCount, notACondition, decimalDivision,
    decimalTooWide, inexactSum, columnsDiffer, unsupportedByEngine, missingParameter, invalidText,
  ]

  static let unknownColumn = DiagnosticDefinition(
    "relation.unknown-column",
    exit: .usage,
    message: (en: "there is no column {column}", fr: "il n'y a pas de colonne {column}"),
    remedy: (
      en: "use one of the columns {columns}", fr: "employez l'une des colonnes {columns}"
    ),
    explanation: (
      en: "A step, a view or a rule names a column that its input does not have at that point.",
      fr: "Une étape, une vue ou une règle nomme une colonne que son entrée n'a pas à cet endroit."
    )
  )

  static let duplicateColumn = DiagnosticDefinition(
    "relation.duplicate-column",
    exit: .usage,
    message: (
      en: "the column {column} would stand twice", fr: "la colonne {column} figurerait deux fois"
    ),
    remedy: (
      en: "rename one of them before they meet", fr: "renommez l'une d'elles avant la rencontre"
    ),
    explanation: (
      en: "Two inputs of a join, or two results of a step, bear the same name.",
      fr: "Deux entrées d'une jointure, ou deux résultats d'une étape, portent le même nom."
    )
  )

  static let typeMismatch = DiagnosticDefinition(
    "relation.type-mismatch",
    exit: .usage,
    message: (
      en: "{function} cannot take a value of type {type} here",
      fr: "{function} ne peut pas prendre ici une valeur de type {type}"
    ),
    remedy: (
      en: "convert the column to the type that is needed, in the mapping of its source",
      fr: "convertissez la colonne dans le type voulu, dans la correspondance de sa source"
    ),
    explanation: (
      en:
        "Types are never converted silently, because text that looks like a number may be a code.",
      fr: """
      Les types ne sont jamais convertis en silence, car un texte qui ressemble à un nombre peut \
      être un code.
      """
    )
  )

  static let argumentCount = DiagnosticDefinition(
    "relation.argument-count",
    exit: .usage,
    message: (
      en: "{function} does not take {count} {count|argument|arguments}",
      fr: "{function} ne prend pas {count} {count|argument|arguments}"
    ),
    remedy: (en: "give it the arguments it needs", fr: "donnez-lui les arguments qu'il lui faut"),
    explanation: (
      en: "A function was written with too few or too many arguments.",
      fr: "Une fonction a été écrite avec trop ou trop peu d'arguments."
    )
  )

  static let notACondition = DiagnosticDefinition(
    "relation.not-a-condition",
    exit: .usage,
    message: (
      en: "a condition must be true or false", fr: "une condition doit être vraie ou fausse"
    ),
    remedy: (
      en: "compare the value with something", fr: "comparez la valeur à quelque chose"
    ),
    explanation: (
      en: "A filter or a choice was given a number or a text instead of a comparison.",
      fr: "Un filtre ou un choix a reçu un nombre ou un texte au lieu d'une comparaison."
    )
  )

  static let decimalDivision = DiagnosticDefinition(
    "relation.decimal-division",
    exit: .usage,
    message: (
      en: "decimals are not divided inside the engine",
      fr: "les décimaux ne se divisent pas dans le moteur"
    ),
    remedy: (
      en: "use a step that divides exactly and rounds once, or convert both to double",
      fr: "employez une étape qui divise exactement et arrondit une fois, ou passez en double"
    ),
    explanation: (
      en: """
      The engine turns the division of decimals into binary floating point and loses cents. Money \
      is divided by Ayni's own exact arithmetic, which rounds once, at the end.
      """,
      fr: """
      Le moteur fait de la division de décimaux une virgule flottante binaire et perd des centimes. \
      La monnaie est divisée par l'arithmétique exacte d'Ayni, qui arrondit une fois, à la fin.
      """
    )
  )

  static let decimalTooWide = DiagnosticDefinition(
    "relation.decimal-too-wide",
    exit: .usage,
    message: (
      en: "{left} with {right} needs {digits} digits; 38 is the most",
      fr: "{left} avec {right} demande {digits} chiffres ; 38 est le maximum"
    ),
    remedy: (
      en: "declare narrower decimals in the structure",
      fr: "déclarez des décimaux plus étroits dans la structure"
    ),
    explanation: (
      en: "The result could overflow, so the plan is refused before it runs.",
      fr: "Le résultat pourrait déborder : le plan est refusé avant de s'exécuter."
    )
  )

  static let inexactSum = DiagnosticDefinition(
    "relation.inexact-sum",
    exit: .usage,
    message: (
      en: "an exact {function} is not possible over {type}",
      fr: "{function} exact impossible sur {type}"
    ),
    remedy: (
      en: "declare the measure as a decimal", fr: "déclarez la mesure comme décimale"
    ),
    explanation: (
      en: """
      Sums of doubles depend on the order of the rows and so on the number of threads. What is \
      released must have the same bytes each time.
      """,
      fr: """
      La somme de doubles dépend de l'ordre des lignes, donc du nombre de fils. Ce qui est publié \
      doit avoir les mêmes octets à chaque fois.
      """
    )
  )

  static let columnsDiffer = DiagnosticDefinition(
    "relation.columns-differ",
    exit: .usage,
    message: (
      en: "the inputs do not have the same columns: {left} and {right}",
      fr: "les entrées n'ont pas les mêmes colonnes : {left} et {right}"
    ),
    remedy: (
      en: "bring both to the same columns, in the same order and of the same types",
      fr: "donnez-leur les mêmes colonnes, dans le même ordre et des mêmes types"
    ),
    explanation: (
      en: "Relations are put together row by row only when their columns agree.",
      fr: "Des relations ne s'assemblent ligne à ligne que si leurs colonnes concordent."
    )
  )

  static let unsupportedByEngine = DiagnosticDefinition(
    "relation.unsupported-by-engine",
    exit: .usage,
    message: (
      en: "the engine {engine} cannot do {operation}",
      fr: "le moteur {engine} ne sait pas faire {operation}"
    ),
    remedy: (
      en: "choose the other engine in ayni.toml, or do without",
      fr: "choisissez l'autre moteur dans ayni.toml, ou passez-vous-en"
    ),
    explanation: (
      en: "What an engine lacks is told before anything runs, all at once.",
      fr: "Ce qui manque à un moteur est dit avant toute exécution, en une fois."
    )
  )

  static let missingParameter = DiagnosticDefinition(
    "relation.missing-parameter",
    exit: .usage,
    message: (
      en: "the parameter {name} has no value", fr: "le paramètre {name} n'a pas de valeur"
    ),
    remedy: (en: "give it one", fr: "donnez-lui en une"),
    explanation: (
      en: "A plan names a parameter for which none was handed over, or one of another type.",
      fr: "Un plan nomme un paramètre qui n'a pas été fourni, ou d'un autre type."
    )
  )

  static let invalidText = DiagnosticDefinition(
    "relation.invalid-text",
    exit: .usage,
    message: (
      en: "a name or text holds a character that no statement can carry",
      fr: "un nom ou un texte contient un caractère qu'aucune instruction ne peut porter"
    ),
    remedy: (
      en: "remove the null character", fr: "supprimez le caractère nul"
    ),
    explanation: (
      en: "The null character ends text in most programs and is refused here.",
      fr: "Le caractère nul termine le texte dans la plupart des programmes ; il est refusé ici."
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Problems of meaning: types and values.
extension VTLDefinitions {
  static let types: [DiagnosticDefinition] = [
    typeMismatch, typesDiffer, datasetExpected, valueExpected, oneMeasure, noMeasure,
    castImpossible, maskUnused, outOfRange, parameterMismatch, resultUnknown, tooManyCalls,
  ]

  static let typeMismatch = DiagnosticDefinition(
    "vtl.type-mismatch",
    exit: .usage,
    message: (
      en: "{operator} expects {expected}, this is {actual}",
      fr: "{operator} attend {expected}, ceci est {actual}"
    ),
    remedy: (
      en: "convert it with cast, or choose another operand",
      fr: "convertissez-le par cast, ou choisissez un autre opérande"
    ),
    explanation: (
      en: """
      Types are checked before the run. Only integer to number, boolean to string, date and \
      time_period to time convert by themselves.
      """,
      fr: """
      Les types sont vérifiés avant l'exécution. Seuls integer vers number, boolean vers \
      string, date et time_period vers time se convertissent d'eux-mêmes.
      """
    )
  )

  static let typesDiffer = DiagnosticDefinition(
    "vtl.types-differ",
    exit: .usage,
    message: (
      en: "{operator} needs values of one type; these are {left} and {right}",
      fr: "{operator} demande des valeurs d'un même type ; celles-ci sont {left} et {right}"
    ),
    remedy: (
      en: "convert one of them with cast",
      fr: "convertissez l'une par cast"
    ),
    explanation: (
      en: """
      Values are compared, chosen and united only where their types are the same or convert by \
      themselves.
      """,
      fr: """
      On ne compare, choisit et réunit que des valeurs de même type, ou qui se convertissent \
      d'elles-mêmes.
      """
    )
  )

  static let datasetExpected = DiagnosticDefinition(
    "vtl.dataset-expected",
    exit: .usage,
    message: (
      en: "{operator} takes a dataset here",
      fr: "{operator} prend un jeu de données ici"
    ),
    remedy: (
      en: "write the name of a dataset, or an expression that gives one",
      fr: "écrivez un nom de jeu, ou une expression qui en donne un"
    ),
    explanation: (
      en: "Clauses, joins, sets, checks and time series speak of whole datasets.",
      fr: "Clauses, jointures, ensembles, contrôles et séries portent sur des jeux entiers."
    )
  )

  static let valueExpected = DiagnosticDefinition(
    "vtl.value-expected",
    exit: .usage,
    message: (
      en: "{operator} takes a single value here, not a dataset",
      fr: "{operator} prend ici une valeur, pas un jeu de données"
    ),
    remedy: (
      en: "write a constant, a scalar, or within a clause a component",
      fr: "écrivez une constante, un scalaire, ou dans une clause une composante"
    ),
    explanation: (
      en: "Some parameters of an operator are the same for all data points.",
      fr: "Certains paramètres d'un opérateur sont les mêmes pour tous les points."
    )
  )

  static let oneMeasure = DiagnosticDefinition(
    "vtl.one-measure",
    exit: .usage,
    message: (
      en: "{operator} takes a dataset with one measure of its type; this one has {count}",
      fr: "{operator} prend un jeu à une mesure de son type ; celui-ci en a {count}"
    ),
    remedy: (
      en: "choose one with # or [ keep … ] before",
      fr: "choisissez-en une par # ou [ keep … ] auparavant"
    ),
    explanation: (
      en: """
      An operator that changes the type of a measure, or combines truth values, works on one \
      measure.
      """,
      fr: """
      Un opérateur qui change le type d'une mesure, ou combine des valeurs de vérité, porte \
      sur une seule mesure.
      """
    )
  )

  static let noMeasure = DiagnosticDefinition(
    "vtl.no-measure",
    exit: .usage,
    message: (
      en: "{operator} finds no measure that it could work on",
      fr: "{operator} ne trouve aucune mesure à traiter"
    ),
    remedy: (
      en: "keep or compute a measure before",
      fr: "gardez ou calculez une mesure auparavant"
    ),
    explanation: (
      en: "On datasets operators work on measures; identifiers and attributes are left alone.",
      fr: """
      Sur les jeux, les opérateurs portent sur les mesures ; identifiants et attributs restent \
      tels quels.
      """
    )
  )

  static let castImpossible = DiagnosticDefinition(
    "vtl.cast-impossible",
    exit: .usage,
    message: (
      en: "cast from {from} to {to} is not possible",
      fr: "cast de {from} vers {to} est impossible"
    ),
    remedy: (
      en: "go through text, or round a number with round, trunc, ceil or floor",
      fr: "passez par le texte, ou arrondissez par round, trunc, ceil ou floor"
    ),
    explanation: (
      en: "The standard's table of conversions has no entry for these types.",
      fr: "La table de conversion de la norme n'a rien pour ces types."
    )
  )

  static let maskUnused = DiagnosticDefinition(
    "vtl.mask-unused",
    exit: .usage,
    message: (
      en: "cast from {from} to {to} takes no mask",
      fr: "cast de {from} vers {to} ne prend pas de masque"
    ),
    remedy: (
      en: "leave the mask out",
      fr: "supprimez le masque"
    ),
    explanation: (
      en: """
      A mask says how a text is read or written; it has a place only where one of the types is \
      string.
      """,
      fr: """
      Un masque dit comment lire ou écrire un texte ; il n'a sa place que si l'un des types \
      est string.
      """
    )
  )

  static let outOfRange = DiagnosticDefinition(
    "vtl.out-of-range",
    exit: .usage,
    message: (
      en: "{operator} accepts only {range} here",
      fr: "{operator} n'accepte ici que {range}"
    ),
    remedy: (
      en: "correct the value",
      fr: "corrigez la valeur"
    ),
    explanation: (
      en: "The standard limits the values of this parameter.",
      fr: "La norme limite les valeurs de ce paramètre."
    )
  )

  static let parameterMismatch = DiagnosticDefinition(
    "vtl.parameter-mismatch",
    exit: .usage,
    message: (
      en: "parameter {parameter} of {operator} needs {expected}",
      fr: "le paramètre {parameter} de {operator} demande {expected}"
    ),
    remedy: (
      en: "give an argument that fits the definition",
      fr: "donnez un argument conforme à la définition"
    ),
    explanation: (
      en: """
      The definition of the operator says which types, roles and components its parameters \
      have.
      """,
      fr: "La définition de l'opérateur dit quels types, rôles et composantes ont ses paramètres."
    )
  )

  static let resultUnknown = DiagnosticDefinition(
    "vtl.result-unknown",
    exit: .usage,
    message: (
      en: "nothing says what the routine {routine} gives",
      fr: "rien ne dit ce que donne la routine {routine}"
    ),
    remedy: (
      en: "add returns with a type that names each component",
      fr: "ajoutez returns avec un type qui nomme chaque composante"
    ),
    explanation: (
      en: """
      The structure of every result is known before the run; that of an external routine must \
      be written.
      """,
      fr: """
      La structure de tout résultat est connue d'avance ; celle d'une routine externe doit \
      être écrite.
      """
    )
  )

  static let tooManyCalls = DiagnosticDefinition(
    "vtl.too-many-calls",
    exit: .usage,
    message: (
      en: "defined operators are called more than {limit} times",
      fr: "les opérateurs définis sont appelés plus de {limit} fois"
    ),
    remedy: (
      en: "let operators use results of statements instead of calling each other",
      fr: "faites utiliser des résultats plutôt que des appels imbriqués"
    ),
    explanation: (
      en: """
      Each call is written out with its arguments. Definitions that call each other twice at \
      each level grow beyond all bounds.
      """,
      fr: """
      Chaque appel est développé avec ses arguments. Des définitions qui s'appellent deux fois \
      à chaque niveau croissent sans borne.
      """
    )
  )
}

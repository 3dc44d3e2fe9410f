// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Problems of meaning: structures.
extension VTLDefinitions {
  static let structures: [DiagnosticDefinition] = [
    measuresDiffer, identifiersDiffer, structuresDiffer, identifierFixed, notAnIdentifier,
    notAMeasure, duplicateComponent, duplicateInJoin, nullIdentifier, roleUnclear, aliasMissing,
    duplicateAlias, noJoinKey, usingNeeded, usingNotCommon, timeIdentifier, misplacedAggregate,
    datasetCondition, signatureMismatch, ruleNames, cyclicRules,
  ]

  static let measuresDiffer = DiagnosticDefinition(
    "vtl.measures-differ",
    exit: .usage,
    message: (
      en: "{operator} needs datasets with the same measures; these have {left} and {right}",
      fr: "{operator} demande des jeux aux mêmes mesures ; ceux-ci ont {left} et {right}"
    ),
    remedy: (
      en: "choose measures with # or [ keep … ], or rename them",
      fr: "choisissez les mesures par # ou [ keep … ], ou renommez-les"
    ),
    explanation: (
      en: "Measures of two datasets are combined by their names.",
      fr: "Les mesures de deux jeux se combinent par leurs noms."
    )
  )

  static let identifiersDiffer = DiagnosticDefinition(
    "vtl.identifiers-differ",
    exit: .usage,
    message: (
      en: "{operator}: the identifiers {left} and {right} do not fit together",
      fr: "{operator} : les identifiants {left} et {right} ne vont pas ensemble"
    ),
    remedy: (
      en: "aggregate, or join with the identifiers that they share",
      fr: "agrégez, ou joignez par les identifiants communs"
    ),
    explanation: (
      en: """
      The identifiers of one dataset must be among those of the other, so that each data point \
      meets at most one.
      """,
      fr: """
      Les identifiants d'un jeu doivent être parmi ceux de l'autre, pour que chaque point en \
      rencontre au plus un.
      """
    )
  )

  static let structuresDiffer = DiagnosticDefinition(
    "vtl.structures-differ",
    exit: .usage,
    message: (
      en: "{operator} needs datasets with the same components; these differ: {components}",
      fr: "{operator} demande des jeux aux mêmes composantes ; diffèrent : {components}"
    ),
    remedy: (
      en: "keep, drop, rename or compute components until they are the same",
      fr: "gardez, ôtez, renommez ou calculez des composantes jusqu'à égalité"
    ),
    explanation: (
      en: """
      Data points of several datasets can be united only where they have the same identifiers, \
      measures and attributes.
      """,
      fr: "On ne réunit que des points ayant mêmes identifiants, mesures et attributs."
    )
  )

  static let identifierFixed = DiagnosticDefinition(
    "vtl.identifier-fixed",
    exit: .usage,
    message: (
      en: "{operator} cannot change the identifier {component}",
      fr: "{operator} ne peut changer l'identifiant {component}"
    ),
    remedy: (
      en: "compute a component with another name, or use sub, rename or group by",
      fr: "calculez une composante d'un autre nom, ou employez sub, rename ou group by"
    ),
    explanation: (
      en: """
      Identifiers tell data points apart; if they could be overwritten or dropped, data points \
      would fall together.
      """,
      fr: "Les identifiants distinguent les points ; les écraser ou les ôter en confondrait."
    )
  )

  static let notAnIdentifier = DiagnosticDefinition(
    "vtl.not-an-identifier",
    exit: .usage,
    message: (
      en: "{operator} needs an identifier, {component} is none",
      fr: "{operator} demande un identifiant, {component} n'en est pas un"
    ),
    remedy: (
      en: "name an identifier of the dataset",
      fr: "nommez un identifiant du jeu"
    ),
    explanation: (
      en: "Groups, partitions, sub, pivot and rules go by identifiers.",
      fr: "Groupes, partitions, sub, pivot et règles se fondent sur les identifiants."
    )
  )

  static let notAMeasure = DiagnosticDefinition(
    "vtl.not-a-measure",
    exit: .usage,
    message: (
      en: "{operator} needs a measure, {component} is none",
      fr: "{operator} demande une mesure, {component} n'en est pas une"
    ),
    remedy: (
      en: "name a measure of the dataset",
      fr: "nommez une mesure du jeu"
    ),
    explanation: (
      en: "pivot spreads the values of a measure.",
      fr: "pivot répartit les valeurs d'une mesure."
    )
  )

  static let duplicateComponent = DiagnosticDefinition(
    "vtl.duplicate-component",
    exit: .usage,
    message: (
      en: "{component} would stand there twice",
      fr: "{component} s'y trouverait deux fois"
    ),
    remedy: (
      en: "name it once, or rename it",
      fr: "nommez-la une fois, ou renommez-la"
    ),
    explanation: (
      en: "Components of a dataset have different names.",
      fr: "Les composantes d'un jeu ont des noms différents."
    )
  )

  static let duplicateInJoin = DiagnosticDefinition(
    "vtl.duplicate-in-join",
    exit: .usage,
    message: (
      en: "at its end the join has {component} several times",
      fr: "à sa fin, la jointure a plusieurs fois {component}"
    ),
    remedy: (
      en: "keep, drop, compute or rename it within the join",
      fr: "gardez, ôtez, calculez ou renommez-la dans la jointure"
    ),
    explanation: (
      en: """
      Components of several datasets lose the name of their dataset when the join ends; then \
      each name must be single.
      """,
      fr: """
      Les composantes communes perdent le nom de leur jeu à la fin de la jointure ; chaque nom \
      doit alors être unique.
      """
    )
  )

  static let nullIdentifier = DiagnosticDefinition(
    "vtl.null-identifier",
    exit: .usage,
    message: (
      en: "the identifier {component} would have no value",
      fr: "l'identifiant {component} n'aurait pas de valeur"
    ),
    remedy: (
      en: "give it a value that is never null",
      fr: "donnez-lui une valeur jamais nulle"
    ),
    explanation: (
      en: "An identifier never lacks a value.",
      fr: "Un identifiant a toujours une valeur."
    )
  )

  static let roleUnclear = DiagnosticDefinition(
    "vtl.role-unclear",
    exit: .usage,
    message: (
      en: "component is no role for {component}",
      fr: "component n'est pas un rôle pour {component}"
    ),
    remedy: (
      en: "write identifier, measure, attribute or viral attribute",
      fr: "écrivez identifier, measure, attribute ou viral attribute"
    ),
    explanation: (
      en: "component stands for any role in the type of a parameter; a computed component has one.",
      fr: """
      component désigne n'importe quel rôle dans le type d'un paramètre ; une composante \
      calculée en a un.
      """
    )
  )

  static let aliasMissing = DiagnosticDefinition(
    "vtl.alias-missing",
    exit: .usage,
    message: (
      en: "a dataset of the join has no name, but shares {component}",
      fr: "un jeu de la jointure n'a pas de nom mais partage {component}"
    ),
    remedy: (
      en: "write as and an alias behind it",
      fr: "écrivez as et un alias derrière lui"
    ),
    explanation: (
      en: """
      A component of several datasets is named by its dataset; an expression has no name of \
      its own.
      """,
      fr: "Une composante commune est nommée par son jeu ; une expression n'a pas de nom propre."
    )
  )

  static let duplicateAlias = DiagnosticDefinition(
    "vtl.duplicate-alias",
    exit: .usage,
    message: (
      en: "two datasets of the join are named {alias}",
      fr: "deux jeux de la jointure s'appellent {alias}"
    ),
    remedy: (
      en: "give each its own alias with as",
      fr: "donnez à chacun son alias par as"
    ),
    explanation: (
      en: "Names within a join tell its datasets apart.",
      fr: "Les noms dans une jointure distinguent ses jeux."
    )
  )

  static let noJoinKey = DiagnosticDefinition(
    "vtl.no-join-key",
    exit: .usage,
    message: (
      en: "{operator}: a dataset shares no identifier with the others",
      fr: "{operator} : un jeu ne partage aucun identifiant avec les autres"
    ),
    remedy: (
      en: "rename identifiers so that they meet, or use cross_join",
      fr: "renommez les identifiants pour qu'ils se rencontrent, ou employez cross_join"
    ),
    explanation: (
      en: "Rows meet by the identifiers that datasets share.",
      fr: "Les lignes se rencontrent par les identifiants communs."
    )
  )

  static let usingNeeded = DiagnosticDefinition(
    "vtl.using-needed",
    exit: .usage,
    message: (
      en: "{operator} needs using here, for the identifiers of the datasets differ",
      fr: "{operator} demande using ici, car les identifiants des jeux diffèrent"
    ),
    remedy: (
      en: "write using with the identifiers by which rows meet",
      fr: "écrivez using avec les identifiants de rencontre"
    ),
    explanation: (
      en: """
      Without using the identifiers of the datasets must be the same; a left join lets the \
      first have more.
      """,
      fr: """
      Sans using, les identifiants doivent être les mêmes ; left_join admet que le premier en \
      ait plus.
      """
    )
  )

  static let usingNotCommon = DiagnosticDefinition(
    "vtl.using-not-common",
    exit: .usage,
    message: (
      en: "using {component}: the datasets do not share it as an identifier",
      fr: "using {component} : les jeux ne le partagent pas comme identifiant"
    ),
    remedy: (
      en: "name components that the datasets share",
      fr: "nommez des composantes communes"
    ),
    explanation: (
      en: "using chooses among the components that several datasets have.",
      fr: "using choisit parmi les composantes que plusieurs jeux possèdent."
    )
  )

  static let timeIdentifier = DiagnosticDefinition(
    "vtl.time-identifier",
    exit: .usage,
    message: (
      en: "{operator} needs one identifier of time, there are {count}",
      fr: "{operator} demande un identifiant de temps, il y en a {count}"
    ),
    remedy: (
      en: "make or keep exactly one identifier of type time, date or time_period",
      fr: "faites ou gardez exactement un identifiant de type time, date ou time_period"
    ),
    explanation: (
      en: "Series run along the one identifier that holds times.",
      fr: "Les séries courent le long du seul identifiant de temps."
    )
  )

  static let misplacedAggregate = DiagnosticDefinition(
    "vtl.misplaced-aggregate",
    exit: .usage,
    message: (
      en: "{operator} cannot stand here",
      fr: "{operator} n'a pas sa place ici"
    ),
    remedy: (
      en: "aggregate in aggr or having, use over (…) in calc or filter, and do not nest them",
      fr: "agrégez dans aggr ou having, employez over (…) dans calc ou filter, sans imbriquer"
    ),
    explanation: (
      en: """
      Aggregates need groups and analytic operators need rows around a row; neither can be \
      nested in the other.
      """,
      fr: """
      Les agrégats demandent des groupes, les opérateurs analytiques des lignes voisines ; ni \
      les uns ni les autres ne s'imbriquent.
      """
    )
  )

  static let datasetCondition = DiagnosticDefinition(
    "vtl.dataset-condition",
    exit: .usage,
    message: (
      en: "with datasets, the condition must be a dataset, and with values a value",
      fr: "avec des jeux, la condition doit être un jeu ; avec des valeurs, une valeur"
    ),
    remedy: (
      en: "compare a dataset in the condition, or work within [ calc … ]",
      fr: "comparez un jeu dans la condition, ou travaillez dans [ calc … ]"
    ),
    explanation: (
      en: """
      The condition chooses for each data point, so it must have the data points of the \
      branches.
      """,
      fr: "La condition choisit pour chaque point ; elle doit donc avoir les points des branches."
    )
  )

  static let signatureMismatch = DiagnosticDefinition(
    "vtl.signature-mismatch",
    exit: .usage,
    message: (
      en: "ruleset {ruleset} needs {expected} components here, {count} are named",
      fr: "le jeu de règles {ruleset} demande {expected} composantes ici, {count} sont nommées"
    ),
    remedy: (
      en: "name a component for each value domain or variable of its signature, in order",
      fr: "nommez une composante pour chaque domaine ou variable de sa signature, dans l'ordre"
    ),
    explanation: (
      en: """
      A ruleset on value domains is bound to components where it is used; one on variables \
      finds them by name.
      """,
      fr: """
      Un jeu de règles sur domaines est lié à des composantes là où il sert ; sur variables, \
      il les trouve par leur nom.
      """
    )
  )

  static let ruleNames = DiagnosticDefinition(
    "vtl.rule-names",
    exit: .usage,
    message: (
      en: "in ruleset {ruleset} some rules have a name and some have none",
      fr: "dans {ruleset}, certaines règles ont un nom et d'autres non"
    ),
    remedy: (
      en: "name all rules or none",
      fr: "nommez toutes les règles ou aucune"
    ),
    explanation: (
      en: "Rules without names are numbered; mixed they could not be told apart.",
      fr: "Les règles sans nom sont numérotées ; mêlées, on ne les distinguerait pas."
    )
  )

  static let cyclicRules = DiagnosticDefinition(
    "vtl.cyclic-rules",
    exit: .usage,
    message: (
      en: "the rules of {ruleset} go in a circle: {codes}",
      fr: "les règles de {ruleset} tournent en rond : {codes}"
    ),
    remedy: (
      en: "break the circle of codes",
      fr: "rompez le cercle des codes"
    ),
    explanation: (
      en: "Codes are computed from their parts, so a code cannot be a part of itself.",
      fr: "Les codes se calculent de leurs parties ; un code ne peut être partie de lui-même."
    )
  )
}

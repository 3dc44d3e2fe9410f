// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Problems of meaning: names.
extension VTLDefinitions {
  static let names: [DiagnosticDefinition] = [
    unknownName, unknownComponent, ambiguousComponent, openStructure, assignedTwice, definedTwice,
    cycle, unknownDomain, unknownCode, unknownRuleset,
  ]

  static let unknownName = DiagnosticDefinition(
    "vtl.unknown-name",
    exit: .usage,
    message: (
      en: "nothing is named {name} here",
      fr: "rien ne s'appelle {name} ici"
    ),
    remedy: (
      en: "correct the name, or give the dataset or the statement that makes it",
      fr: "corrigez le nom, ou fournissez le jeu ou l'instruction qui le produit"
    ),
    explanation: (
      en: """
      A name in an expression is a dataset or scalar from outside, or the result of a \
      statement.
      """,
      fr: """
      Un nom dans une expression est un jeu ou un scalaire fourni, ou le résultat d'une \
      instruction.
      """
    )
  )

  static let unknownComponent = DiagnosticDefinition(
    "vtl.unknown-component",
    exit: .usage,
    message: (
      en: "there is no component {component}; there are {known}",
      fr: "il n'y a pas de composante {component} ; il y a {known}"
    ),
    remedy: (
      en: "correct the name",
      fr: "corrigez le nom"
    ),
    explanation: (
      en: """
      Within a clause names are those of the components of the dataset before the bracket; in \
      a ruleset, those of its signature.
      """,
      fr: """
      Dans une clause, les noms sont ceux des composantes du jeu qui précède le crochet ; dans \
      un jeu de règles, ceux de sa signature.
      """
    )
  )

  static let ambiguousComponent = DiagnosticDefinition(
    "vtl.ambiguous-component",
    exit: .usage,
    message: (
      en: "{component} stands in several datasets of the join: {candidates}",
      fr: "{component} se trouve dans plusieurs jeux de la jointure : {candidates}"
    ),
    remedy: (
      en: "write the dataset before it: alias#{component}",
      fr: "écrivez le jeu devant : alias#{component}"
    ),
    explanation: (
      en: """
      A component of several datasets that is not a key keeps the name of its dataset until \
      the join ends.
      """,
      fr: """
      Une composante commune qui n'est pas une clé garde le nom de son jeu jusqu'à la fin de \
      la jointure.
      """
    )
  )

  static let openStructure: DiagnosticDefinition = DiagnosticDefinition(
    "vtl.open-structure",
    exit: .usage,
    message: (
      en: "{component}: the measures of this dataset are known only with its data",
      fr: "{component} : les mesures de ce jeu ne sont connues qu'avec ses données"
    ),
    remedy: (
      en: "give the pivoted identifier a value domain that lists its values",
      fr: "donnez à l'identifiant pivoté un domaine qui énumère ses valeurs"
    ),
    explanation: (
      en: """
      pivot makes a measure of each value of an identifier. Where a value domain lists the \
      values, the measures are known before the run; otherwise the result can be kept but not \
      computed with.
      """,
      fr: """
      pivot fait une mesure de chaque valeur d'un identifiant. Si un domaine les énumère, les \
      mesures sont connues d'avance ; sinon le résultat peut être gardé mais non calculé.
      """
    )
  )

  static let assignedTwice = DiagnosticDefinition(
    "vtl.assigned-twice",
    exit: .usage,
    message: (
      en: "{name} has a value already",
      fr: "{name} a déjà une valeur"
    ),
    remedy: (
      en: "choose another name",
      fr: "choisissez un autre nom"
    ),
    explanation: (
      en: """
      A result is assigned once, so that the order of statements does not matter; a dataset \
      from outside cannot be replaced.
      """,
      fr: """
      Un résultat est assigné une fois, pour que l'ordre des instructions n'importe pas ; un \
      jeu fourni ne peut être remplacé.
      """
    )
  )

  static let definedTwice = DiagnosticDefinition(
    "vtl.defined-twice",
    exit: .usage,
    message: (
      en: "{name} is defined twice",
      fr: "{name} est défini deux fois"
    ),
    remedy: (
      en: "remove or rename one of them",
      fr: "supprimez ou renommez l'un des deux"
    ),
    explanation: (
      en: "Operators, rulesets, parameters, rules and propagations have one definition each.",
      fr: "Opérateurs, jeux de règles, paramètres, règles et propagations ont une seule définition."
    )
  )

  static let cycle = DiagnosticDefinition(
    "vtl.cycle",
    exit: .usage,
    message: (
      en: "these depend on each other: {names}",
      fr: "ceux-ci dépendent les uns des autres : {names}"
    ),
    remedy: (
      en: "break the circle",
      fr: "rompez le cercle"
    ),
    explanation: (
      en: "A result cannot be computed from itself, nor an operator be defined by itself.",
      fr: """
      Un résultat ne peut se calculer à partir de lui-même, ni un opérateur se définir par \
      lui-même.
      """
    )
  )

  static let unknownDomain = DiagnosticDefinition(
    "vtl.unknown-domain",
    exit: .usage,
    message: (
      en: "there is no value domain {name}",
      fr: "il n'y a pas de domaine de valeurs {name}"
    ),
    remedy: (
      en: "correct the name, or give the domain",
      fr: "corrigez le nom, ou fournissez le domaine"
    ),
    explanation: (
      en: "A value domain comes from outside: a codelist, or a list of values.",
      fr: "Un domaine de valeurs est fourni : une liste de codes ou de valeurs."
    )
  )

  static let unknownCode = DiagnosticDefinition(
    "vtl.unknown-code",
    exit: .usage,
    message: (
      en: "the value domain {domain} has no code {code}",
      fr: "le domaine {domain} n'a pas de code {code}"
    ),
    remedy: (
      en: "correct the code",
      fr: "corrigez le code"
    ),
    explanation: (
      en: "The codes of a hierarchical ruleset belong to the value domain that it is defined on.",
      fr: "Les codes d'un jeu de règles hiérarchique appartiennent à son domaine de valeurs."
    )
  )

  static let unknownRuleset = DiagnosticDefinition(
    "vtl.unknown-ruleset",
    exit: .usage,
    message: (
      en: "there is no ruleset {name} of this kind",
      fr: "il n'y a pas de jeu de règles {name} de ce genre"
    ),
    remedy: (
      en: "correct the name, or define the ruleset",
      fr: "corrigez le nom, ou définissez le jeu de règles"
    ),
    explanation: (
      en: """
      hierarchy and check_hierarchy take hierarchical rulesets, check_datapoint takes \
      datapoint rulesets.
      """,
      fr: """
      hierarchy et check_hierarchy prennent des jeux hiérarchiques, check_datapoint des jeux \
      de points.
      """
    )
  )
}

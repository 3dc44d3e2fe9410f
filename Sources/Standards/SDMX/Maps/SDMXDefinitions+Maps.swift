// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension SDMXDefinitions {
  /// What is told of maps.
  static let maps: [DiagnosticDefinition] = [badPattern, mapIncomplete, unmapped, noMap]

  /// A regular expression that is none.
  public static let badPattern: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.bad-pattern",
    exit: .usage,
    message: (
      en: "the map {map} has a regular expression that cannot be read",
      fr: "la correspondance {map} a une expression régulière illisible"
    ),
    remedy: (en: "correct the expression", fr: "corrigez l'expression"),
    explanation: (
      en: "An expression fits a whole value; \\1 in a target stands for its first group.",
      fr:
        "Une expression s'applique à la valeur entière ; \\1 dans une cible désigne son premier groupe."
    )
  )

  /// A map that leaves a component without a value.
  public static let mapIncomplete: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.map-incomplete",
    exit: .usage,
    message: (
      en: "the map {map} does not lead from or to {component}",
      fr: "la correspondance {map} ne mène pas de ou vers {component}"
    ),
    remedy: (
      en: "add a component map or a fixed value, or correct the identifier",
      fr: "ajoutez une correspondance de composant ou une valeur fixe, ou corrigez l'identifiant"
    ),
    explanation: (
      en:
        "Each dimension of the target gets its value from the source, from a map or from a fixed value.",
      fr:
        "Chaque dimension de la cible tient sa valeur de la source, d'une correspondance ou d'une valeur fixe."
    )
  )

  /// Values that no mapping knows.
  public static let unmapped: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.unmapped-value",
    message: (
      en:
        "{rows} {rows|observation has|observations have} values for {component} that the map {map} does not know",
      fr:
        "{rows} {rows|observation a|observations ont} pour {component} des valeurs que {map} ne connaît pas"
    ),
    remedy: (
      en: "add the values to the representation map",
      fr: "ajoutez les valeurs à la correspondance de représentations"
    ),
    explanation: (
      en: "What is not mapped is missing in the result, and nothing is written.",
      fr: "Ce qui n'est pas mis en correspondance manque au résultat, et rien n'est écrit."
    )
  )

  /// No map leads from the data's structure.
  public static let noMap: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.no-map",
    exit: .usage,
    message: (
      en: "no structure map leads from {structure}, or several do",
      fr: "aucune correspondance de structures ne part de {structure}, ou plusieurs en partent"
    ),
    remedy: (
      en: "give a file with the map by --structure, and name the map by --map ID",
      fr: "donnez un fichier contenant la correspondance par --structure, et nommez-la par --map ID"
    ),
    explanation: (
      en: "A map names the structure or the flow that its data come from.",
      fr: "Une correspondance nomme la structure ou le flux dont proviennent ses données."
    )
  )
}

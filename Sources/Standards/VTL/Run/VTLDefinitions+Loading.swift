// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// Problems of data, found when they are read.
extension VTLDefinitions {
  static let loading: [DiagnosticDefinition] = [
    missingComponent, componentType, unreadableValue, unreadableData, missingIdentifier,
    missingValue, duplicateIdentifiers, notANumber, outsideDomain, missingInput,
    refusedQuery,
  ]

  static let missingComponent = DiagnosticDefinition(
    "vtl.missing-component",
    exit: .usage,
    message: (
      en: "there is no column {component} among {columns}",
      fr: "il n'y a pas de colonne {component} parmi {columns}"
    ),
    remedy: (
      en: "add the column, or take the component out of the structure",
      fr: "ajoutez la colonne, ou retirez le composant de la structure"
    ),
    explanation: (
      en: """
      Every component of a dataset's structure is a column of its data, in any case of \
      letters.
      """,
      fr: """
      Chaque composant de la structure est une colonne des données, quelle que soit la casse.
      """
    )
  )

  static let componentType = DiagnosticDefinition(
    "vtl.component-type",
    exit: .usage,
    message: (
      en: "{component} is a column of {found}, and a component of type {type}",
      fr: "{component} est une colonne de {found} et un composant de type {type}"
    ),
    remedy: (
      en: "state the type that the column has, or convert the data",
      fr: "indiquez le type de la colonne, ou convertissez les données"
    ),
    explanation: (
      en: "A column is read as another type only where nothing is lost.",
      fr: "Une colonne n'est lue comme un autre type que si rien ne se perd."
    )
  )

  static let unreadableValue = DiagnosticDefinition(
    "vtl.unreadable-value",
    exit: .problemsInData,
    message: (
      en: """
      {component} has {count} {count|value|values} that {count|is|are} no {type}, the first \
      in data row {row}
      """,
      fr: """
      {component} a {count} {count|valeur|valeurs} qui {count|n'est|ne sont} pas de type \
      {type}, la première à la ligne de données {row}
      """
    ),
    remedy: (
      en: "correct the values, or state another type in the structure",
      fr: "corrigez les valeurs, ou indiquez un autre type dans la structure"
    ),
    explanation: (
      en: """
      Types are checked when data are read. Data rows are counted from one, without the \
      header.
      """,
      fr: """
      Les types sont vérifiés à la lecture. Les lignes de données se comptent à partir de \
      un, sans l'en-tête.
      """
    )
  )

  static let unreadableData = DiagnosticDefinition(
    "vtl.unreadable-data",
    exit: .problemsInData,
    message: (
      en: "the data of {dataset} cannot be read",
      fr: "les données de {dataset} ne peuvent être lues"
    ),
    remedy: (
      en: """
      look for rows with too few or too many fields, and for quotes that are not closed
      """,
      fr: """
      cherchez des lignes avec trop ou trop peu de champs, et des guillemets non fermés
      """
    ),
    explanation: (
      en: "Data are comma-separated text with a header, or Parquet.",
      fr: """
      Les données sont du texte séparé par des virgules avec en-tête, ou du Parquet.
      """
    )
  )

  static let missingIdentifier = DiagnosticDefinition(
    "vtl.missing-identifier",
    exit: .problemsInData,
    message: (
      en: """
      {count} {count|data point lacks|data points lack} the identifier {component}
      """,
      fr: """
      {count} {count|point n'a pas|points n'ont pas} l'identifiant {component}
      """
    ),
    remedy: (
      en: "give each data point a value for it, or make it no identifier",
      fr: """
      donnez-lui une valeur à chaque point, ou n'en faites pas un identifiant
      """
    ),
    explanation: (
      en: """
      An identifier is part of the key of a data point, so it always has a value.
      """,
      fr: """
      Un identifiant fait partie de la clé d'un point : il a toujours une valeur.
      """
    )
  )

  static let missingValue = DiagnosticDefinition(
    "vtl.missing-value",
    exit: .problemsInData,
    message: (
      en: """
      {count} {count|data point lacks|data points lack} {component}, which the structure \
      demands
      """,
      fr: """
      {count} {count|point n'a pas|points n'ont pas} {component}, que la structure exige
      """
    ),
    remedy: (
      en: "add the values, or let the structure say that it may be missing",
      fr: "ajoutez les valeurs, ou dites dans la structure qu'il peut manquer"
    ),
    explanation: (
      en: "A component that is not nullable has a value in every data point.",
      fr: "Un composant non annulable a une valeur à chaque point."
    )
  )

  static let duplicateIdentifiers = DiagnosticDefinition(
    "vtl.duplicate-identifiers",
    exit: .problemsInData,
    message: (
      en: """
      {count} {count|key stands|keys stand} in {dataset} more than once; the key is \
      {components}
      """,
      fr: """
      {count} {count|clé figure|clés figurent} plus d'une fois dans {dataset} ; la clé est \
      {components}
      """
    ),
    remedy: (
      en: """
      keep one data point a key, or name one more identifier in the structure
      """,
      fr: """
      gardez un point par clé, ou nommez un identifiant de plus dans la structure
      """
    ),
    explanation: (
      en: """
      Identifiers tell data points apart, so no two points share all of them.
      """,
      fr: """
      Les identifiants distinguent les points : aucun couple ne les partage tous.
      """
    )
  )

  static let notANumber = DiagnosticDefinition(
    "vtl.not-a-number",
    exit: .problemsInData,
    message: (
      en: "{component} has values that are infinite or no numbers",
      fr: "{component} a des valeurs infinies ou qui ne sont pas des nombres"
    ),
    remedy: (
      en: "leave the field empty where there is no value",
      fr: "laissez le champ vide où il n'y a pas de valeur"
    ),
    explanation: (
      en: """
      NaN and infinity are spellings of some programs; the language has a missing value \
      instead.
      """,
      fr: """
      NaN et l'infini sont des graphies de certains programmes ; le langage a la valeur \
      manquante.
      """
    )
  )

  static let outsideDomain = DiagnosticDefinition(
    "vtl.outside-domain",
    exit: .problemsInData,
    message: (
      en: """
      {count} {count|value|values} of {component} {count|is|are} not in its value domain
      """,
      fr: """
      {count} {count|valeur|valeurs} de {component} {count|n'est|ne sont} pas dans son \
      domaine
      """
    ),
    remedy: (
      en: "correct the codes, or add them to the domain",
      fr: "corrigez les codes, ou ajoutez-les au domaine"
    ),
    explanation: (
      en: "A component that a value domain limits has no other values.",
      fr: "Un composant limité par un domaine n'a pas d'autre valeur."
    )
  )

  /// A dataset that the outputs need has no data.
  public static let missingInput: DiagnosticDefinition = DiagnosticDefinition(
    "vtl.missing-input",
    exit: .usage,
    message: (
      en: "the script uses {dataset}, for which there are no data",
      fr: "le script emploie {dataset}, dont il n'y a pas de données"
    ),
    remedy: (
      en: "name its file with --data {dataset}=FILE",
      fr: "nommez son fichier par --data {dataset}=FICHIER"
    ),
    explanation: (
      en: "Only datasets that the outputs need must have data.",
      fr: """
      Seuls les jeux dont dépendent les résultats doivent avoir des données.
      """
    )
  )

  static let refusedQuery = DiagnosticDefinition(
    "vtl.refused-query",
    exit: .usage,
    message: (
      en: "the routine {routine} is not one query over its operands",
      fr: "la routine {routine} n'est pas une requête sur ses opérandes"
    ),
    remedy: (
      en: "write one SELECT that reads the datasets of the call by their names, and nothing else",
      fr: "écrivez un SELECT qui lit les jeux de l'appel par leurs noms, et rien d'autre"
    ),
    explanation: (
      en: """
      eval runs read-only queries: no second statement, no file, no function that gives rows, no \
      table besides the operands.
      """,
      fr: """
      eval exécute des requêtes en lecture seule : pas de seconde instruction, ni fichier, ni \
      fonction donnant des lignes, ni autre table que les opérandes.
      """
    )
  )
}

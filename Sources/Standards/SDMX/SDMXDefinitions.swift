// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong when SDMX messages are written.
public enum SDMXDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] =
    [
      columnMissing, notWritable, timeDimensionID, otherStructure, parentNotWritable, badElement,
      notSDMX, unknownVersion, notCarried, structureNeeded, badValue, unknownComponent,
      raggedRow, badRow, unsorted, noObservations, structureImplied,
    ] + check + rest + maps

  /// An element of a message lacks a part, or the part cannot be understood.
  public static let badElement: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.bad-element",
    message: (
      en: "{element} lacks {part}, or it cannot be understood",
      fr: "{element} n'a pas de {part}, ou on ne peut le comprendre"
    ),
    remedy: (
      en: "correct the message, or ask who sent it",
      fr: "corrigez le message, ou demandez à l'expéditeur"
    ),
    explanation: (
      en: """
      The standard demands that part. The artefact is left out; all others of the message are read.
      """,
      fr: """
      La norme exige cette partie. L'artefact est laissé de côté ; tous les autres du message sont lus.
      """
    )
  )

  /// A file is no message of the kind that is read.
  public static let notSDMX: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.not-a-message",
    exit: .usage,
    message: (
      en: "{path} is no SDMX message with {content}",
      fr: "{path} n'est pas un message SDMX avec {content}"
    ),
    remedy: (
      en: "name a file of SDMX-ML, SDMX-JSON or SDMX-CSV",
      fr: "nommez un fichier SDMX-ML, SDMX-JSON ou SDMX-CSV"
    ),
    explanation: (
      en: """
      A message is known by its first element, its namespace or its first columns. Services that fail \
      often answer with a web page in place of a message.
      """,
      fr: """
      Un message se reconnaît à son premier élément, à son espace de noms ou à ses premières colonnes. \
      Un service en panne répond souvent par une page web au lieu d'un message.
      """
    )
  )

  /// A message is of a version that is not read.
  public static let unknownVersion: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.unknown-version",
    exit: .usage,
    message: (
      en: "{path} is of a version that is not read: {version}",
      fr: "{path} est d'une version qui n'est pas lue : {version}"
    ),
    remedy: (
      en: "ask for SDMX-ML 2.1, 3.0 or 3.1, SDMX-JSON 1.0, 2.0 or 2.1, SDMX-CSV 1.0, 2.0 or 2.1",
      fr: "demandez SDMX-ML 2.1, 3.0 ou 3.1, SDMX-JSON 1.0, 2.0 ou 2.1, SDMX-CSV 1.0, 2.0 ou 2.1"
    ),
    explanation: (
      en: "Versions 1.0 and 2.0 of the standard have another model and are no longer in use.",
      fr: "Les versions 1.0 et 2.0 de la norme ont un autre modèle et ne servent plus."
    )
  )

  /// Something that a format cannot carry would be lost.
  public static let notCarried: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.not-carried",
    exit: .usage,
    message: (
      en: "{format} cannot carry {what} of {artefact}",
      fr: "{format} ne peut porter {what} de {artefact}"
    ),
    remedy: (
      en: "choose a newer format, or accept the loss with --accept-loss",
      fr: "choisissez un format plus récent, ou acceptez la perte avec --accept-loss"
    ),
    explanation: (
      en: """
      Each version of the standard says less than those after it. What a version has no place for is \
      listed before anything is written, and left out only where that is accepted.
      """,
      fr: """
      Chaque version de la norme dit moins que les suivantes. Ce qui n'y a pas de place est indiqué \
      avant toute écriture, et omis seulement si on l'accepte.
      """
    )
  )

  /// Data whose structure is not known.
  public static let structureNeeded: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.structure-needed",
    exit: .usage,
    message: (
      en: "the structure of {path} is needed: {structure}",
      fr: "il faut la structure de {path} : {structure}"
    ),
    remedy: (
      en: "give it with --structure FILE",
      fr: "donnez-la avec --structure FICHIER"
    ),
    explanation: (
      en: """
      A data message names its structure and does not hold it. Without it nobody can tell dimensions \
      from attributes, or numbers from codes.
      """,
      fr: """
      Un message de données nomme sa structure sans la contenir. Sans elle, on ne peut distinguer les \
      dimensions des attributs, ni les nombres des codes.
      """
    )
  )

  /// Data whose structure is not known, but which name their components.
  public static let structureImplied: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.structure-implied",
    severity: .warning,
    message: (
      en: "the structure {structure} is not known: the message itself was taken for it",
      fr: "la structure {structure} est inconnue : le message lui-même en a tenu lieu"
    ),
    remedy: (
      en: "give it with --structure FILE, so that types and codes are checked",
      fr: "donnez-la avec --structure FICHIER, pour que types et codes soient contrôlés"
    ),
    explanation: (
      en: """
      SDMX-JSON and generic SDMX-ML tell dimensions, measures and attributes apart. What they hold is \
      guessed: measures are numbers, the rest is text.
      """,
      fr: """
      SDMX-JSON et SDMX-ML générique distinguent dimensions, mesures et attributs. Ce qu'ils contiennent \
      est supposé : les mesures sont des nombres, le reste est du texte.
      """
    )
  )

  /// A value is not of its component's type.
  public static let badValue: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.bad-value",
    message: (
      en: "a value of {component} is no {type}",
      fr: "une valeur de {component} n'est pas de type {type}"
    ),
    remedy: (
      en: "correct the value, or the type in the structure",
      fr: "corrigez la valeur, ou le type dans la structure"
    ),
    explanation: (
      en: "The structure says what the component holds. The row is read without that value.",
      fr: "La structure dit ce que contient la composante. La ligne est lue sans cette valeur."
    )
  )

  /// A value of something that is no component of the structure.
  public static let unknownComponent: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.unknown-component",
    severity: .warning,
    message: (
      en: "{component} is no component of the structure",
      fr: "{component} n'est pas une composante de la structure"
    ),
    remedy: (
      en: "check that the structure is the one that the data follow",
      fr: "vérifiez que la structure est celle que suivent les données"
    ),
    explanation: (
      en: "Providers add columns of their own. They are passed over.",
      fr: "Certains fournisseurs ajoutent leurs propres colonnes. Elles sont ignorées."
    )
  )

  /// A row has fewer fields than the first line.
  public static let raggedRow: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.ragged-row",
    message: (
      en: "a row has another number of fields than the first line",
      fr: "une ligne n'a pas autant de champs que la première"
    ),
    remedy: (
      en: "write a field for each column, also where it is empty",
      fr: "écrivez un champ par colonne, même vide"
    ),
    explanation: (
      en: "Fields are told by their place; the fields that are there are read.",
      fr: "Les champs se reconnaissent à leur place ; ceux qui sont là sont lus."
    )
  )

  /// A row cannot be cut into fields, or is not in UTF-8.
  public static let badRow: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.bad-row",
    message: (
      en: "a row has an open quote, text after a quote, or bytes that are not UTF-8",
      fr: "une ligne a un guillemet ouvert, du texte après un guillemet, ou des octets hors UTF-8"
    ),
    remedy: (
      en: "write the file anew in UTF-8, with quotes doubled within quotes",
      fr: "réécrivez le fichier en UTF-8, les guillemets doublés entre guillemets"
    ),
    explanation: (
      en: "SDMX-CSV follows RFC 4180 in UTF-8.",
      fr: "SDMX-CSV suit la RFC 4180 en UTF-8."
    )
  )

  /// Rows of a series do not follow one another.
  public static let unsorted: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.unsorted",
    exit: .usage,
    message: (
      en: "rows of one series of {structure} do not follow one another",
      fr: "les lignes d'une série de {structure} ne se suivent pas"
    ),
    remedy: (
      en: "sort the rows by their dimensions, or write SDMX-CSV or SDMX-ML",
      fr: "triez les lignes par leurs dimensions, ou écrivez en SDMX-CSV ou SDMX-ML"
    ),
    explanation: (
      en: "SDMX-JSON names each series once; a message is written in one go.",
      fr: "SDMX-JSON nomme chaque série une fois ; un message s'écrit d'une traite."
    )
  )

  /// A message without data.
  public static let noObservations: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.no-observations",
    message: (
      en: "the message {message} holds no observation",
      fr: "le message {message} ne contient aucune observation"
    ),
    remedy: (
      en: "ask for other keys or periods",
      fr: "demandez d'autres clés ou périodes"
    ),
    explanation: (
      en: "Services answer with an empty message where nothing fits what was asked for.",
      fr: "Un service répond par un message vide quand rien ne correspond à la demande."
    )
  )

  static let columnMissing = DiagnosticDefinition(
    "sdmx.column-missing",
    exit: .ownFault,
    message: (
      en: "the rows lack the column {column} of structure {structure}",
      fr: "il manque aux lignes la colonne {column} de la structure {structure}"
    ),
    remedy: (en: "report this as a fault of Ayni", fr: "signalez cette erreur d'Ayni"),
    explanation: (
      en: "A message has one column for each component of its structure.",
      fr: "Un message a une colonne pour chaque composante de sa structure."
    )
  )

  static let notWritable = DiagnosticDefinition(
    "sdmx.type-not-writable",
    exit: .ownFault,
    message: (
      en: "column {column} is {type}, which no component of a structure can be",
      fr: "la colonne {column} est de type {type}, ce qu'aucune composante ne peut être"
    ),
    remedy: (
      en: "convert the column to the type that its component names",
      fr: "convertissez la colonne dans le type que nomme sa composante"
    ),
    explanation: (
      en: "Structures know text, numbers, truths, days and periods; a moment is written as text.",
      fr: """
      Les structures connaissent texte, nombres, booléens, jours et périodes ; un instant s'écrit \
      en texte.
      """
    )
  )

  static let timeDimensionID = DiagnosticDefinition(
    "sdmx.time-dimension-id",
    exit: .usage,
    message: (
      en: "the time dimension of {structure} is called {id}, not TIME_PERIOD",
      fr: "la dimension de temps de {structure} s'appelle {id}, pas TIME_PERIOD"
    ),
    remedy: (
      en: "rename it TIME_PERIOD, or make it a dimension of type time-period",
      fr: "renommez-la TIME_PERIOD, ou faites-en une dimension de type time-period"
    ),
    explanation: (
      en: "SDMX fixes the identifier of the time dimension, so that every reader finds it.",
      fr: """
      SDMX fixe l'identifiant de la dimension de temps, pour que tout lecteur la trouve.
      """
    )
  )

  static let parentNotWritable = DiagnosticDefinition(
    "sdmx.parent-not-writable",
    exit: .usage,
    message: (
      en: "codelist {list} has the parent code {code}, which SDMX-ML 3.0 cannot refer to",
      fr: "la liste {list} a le code parent {code}, que SDMX-ML 3.0 ne peut désigner"
    ),
    remedy: (
      en: "write SDMX-ML 3.1, or begin codes that have others below them with a letter",
      fr: """
      écrivez en SDMX-ML 3.1, ou faites commencer par une lettre les codes qui en ont d'autres sous \
      eux
      """
    ),
    explanation: (
      en: """
      A code may begin with a digit, but the schemas of SDMX-ML 3.0 let a Parent begin with a \
      letter only (SDMXCommonReferences, SingleNCNameIDType); those of 3.1 let it be any code. A \
      message that others could not validate is not written.
      """,
      fr: """
      Un code peut commencer par un chiffre, mais les schémas de SDMX-ML 3.0 n'admettent un Parent \
      que s'il commence par une lettre (SDMXCommonReferences, SingleNCNameIDType) ; ceux de 3.1 \
      admettent tout code. Un message que d'autres ne pourraient valider n'est pas écrit.
      """
    )
  )

  static let otherStructure = DiagnosticDefinition(
    "sdmx.other-structure",
    exit: .usage,
    message: (
      en: "dataflow {dataflow} follows another structure than {structure}",
      fr: "le flux {dataflow} suit une autre structure que {structure}"
    ),
    remedy: (
      en: "name the dataflow that follows the structure of the data",
      fr: "nommez le flux qui suit la structure des données"
    ),
    explanation: (
      en: "Data are told apart by the structure that their dataflow follows.",
      fr: "Les données se distinguent par la structure que suit leur flux."
    )
  )
}

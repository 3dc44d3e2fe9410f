// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong with a source: its mapping, its maps and its constants.
extension StepsDefinitions {
  static let missingColumn = DiagnosticDefinition(
    "import.missing-column",
    exit: .usage,
    message: (
      en: "the file {file} has no column {column}",
      fr: "le fichier {file} n'a pas de colonne {column}"
    ),
    remedy: (
      en: "correct the mapping; the file has: {columns}",
      fr: "corrigez la correspondance ; le fichier a : {columns}"
    ),
    explanation: (
      en: "The source maps a column that its file does not have.",
      fr: "La source met en correspondance une colonne que son fichier n'a pas."
    )
  )

  static let repeatedColumn = DiagnosticDefinition(
    "import.repeated-column",
    exit: .usage,
    message: (
      en: "the file {file} has the column {column} twice",
      fr: "le fichier {file} a deux fois la colonne {column}"
    ),
    remedy: (
      en: "rename one of them in the header",
      fr: "renommez l'une des deux dans l'en-tête"
    ),
    explanation: (
      en: "Columns are found by name; of two with the same, one would be lost.",
      fr: "Les colonnes se trouvent par leur nom ; de deux semblables, l'une serait perdue."
    )
  )

  static let unmappedComponent = DiagnosticDefinition(
    "import.unmapped-component",
    exit: .usage,
    message: (
      en: "the source maps no column to {component}, which {structure} demands",
      fr: """
      la source ne met aucune colonne en correspondance avec {component}, que {structure} \
      exige
      """
    ),
    remedy: (
      en: "add it under [columns], with a column or a constant",
      fr: "ajoutez-la sous [columns], avec une colonne ou une constante"
    ),
    explanation: (
      en: "Dimensions and mandatory attributes must come from somewhere.",
      fr: "Dimensions et attributs obligatoires doivent venir de quelque part."
    )
  )

  static let unknownComponent = DiagnosticDefinition(
    "import.unknown-component",
    exit: .usage,
    message: (
      en: "{component} is no component of {structure}",
      fr: "{component} n'est pas une composante de {structure}"
    ),
    remedy: (
      en: "correct the name under [columns]",
      fr: "corrigez le nom sous [columns]"
    ),
    explanation: (
      en: "A source maps columns to the components of its structure.",
      fr: "Une source met des colonnes en correspondance avec les composantes de sa structure."
    )
  )

  static let badMap = DiagnosticDefinition(
    "import.bad-map",
    exit: .usage,
    message: (
      en: "the map {file} needs the columns source and standard",
      fr: "la correspondance {file} demande les colonnes source et standard"
    ),
    remedy: (
      en: "begin the file with source,standard",
      fr: "commencez le fichier par source,standard"
    ),
    explanation: (
      en: "A map says which standard code stands for a code of the source.",
      fr: "Une correspondance dit quel code standard remplace un code de la source."
    )
  )

  static let mapRow = DiagnosticDefinition(
    "import.map-row",
    exit: .usage,
    message: (
      en: "a row of the map {file} lacks a text of the source or its standard code",
      fr:
        "une ligne de la correspondance {file} n'a pas de texte de la source ou pas de code standard"
    ),
    remedy: (
      en:
        "complete the row; a text that means that nothing is known belongs under blank in the source",
      fr: """
      complétez la ligne ; un texte qui signifie que rien n'est connu va sous blank dans la source
      """
    ),
    explanation: (
      en: "Each row of a map has a text as the source writes it, and the code that stands for it.",
      fr: "Chaque ligne d'une correspondance a un texte de la source et le code qui le représente."
    )
  )

  static let mapTwice = DiagnosticDefinition(
    "import.map-twice",
    exit: .usage,
    message: (
      en: "{text} stands for {second} here and for {first} on line {line}",
      fr: "{text} représente {second} ici et {first} à la ligne {line}"
    ),
    remedy: (
      en: "leave one of the two rows out",
      fr: "supprimez l'une des deux lignes"
    ),
    explanation: (
      en:
        "A text of the source has one standard code, or the last of two would win without a word.",
      fr: """
      Un texte de la source a un seul code standard, sinon le dernier des deux l'emporterait sans un mot.
      """
    )
  )

  static let badConstant = DiagnosticDefinition(
    "import.bad-constant",
    exit: .usage,
    message: (
      en: "the constant {value} does not fit {component}",
      fr: "la constante {value} ne convient pas à {component}"
    ),
    remedy: (
      en: "write a value that the component may hold",
      fr: "écrivez une valeur que la composante peut contenir"
    ),
    explanation: (
      en: "A constant is checked as if it stood in every row.",
      fr: "Une constante est vérifiée comme si elle figurait dans chaque ligne."
    )
  )

  static let lineType = DiagnosticDefinition(
    "import.line-type",
    exit: .usage,
    message: (
      en: "{component} takes the number of the line, and is neither an integer nor a text",
      fr: "{component} prend le numéro de la ligne, et n'est ni un entier ni un texte"
    ),
    remedy: (
      en: "write type = \"integer\" in the structure",
      fr: "écrivez type = \"integer\" dans la structure"
    ),
    explanation: (
      en: "{ line = true } gives each row the number of its line in the file.",
      fr: "{ line = true } donne à chaque ligne son numéro dans le fichier."
    )
  )
}

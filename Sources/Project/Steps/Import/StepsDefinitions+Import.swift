// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong with a source, its file, and the rows of the file.
extension StepsDefinitions {
  static let wrongEncoding = DiagnosticDefinition(
    "import.wrong-encoding",
    message: (
      en: "the row is not UTF-8",
      fr: "la ligne n'est pas en UTF-8"
    ),
    remedy: (
      en: "save the file as UTF-8, or write encoding = \"windows-1252\" in the source",
      fr: """
      enregistrez le fichier en UTF-8, ou écrivez encoding = "windows-1252" dans la source
      """
    ),
    explanation: (
      en: """
      Older office programs write one byte a letter. Read as UTF-8, accented letters would \
      be lost; so such rows are rejected until the encoding is stated.
      """,
      fr: """
      D'anciens logiciels écrivent un octet par lettre. Lues en UTF-8, les lettres \
      accentuées seraient perdues ; ces lignes sont donc rejetées tant que l'encodage \
      n'est pas indiqué.
      """
    )
  )

  static let noCharacter = DiagnosticDefinition(
    "import.no-character",
    message: (
      en: "the row holds NUL, U+FFFE or U+FFFF, which are no characters of any text",
      fr: "la ligne contient NUL, U+FFFE ou U+FFFF, qui ne sont des caractères d'aucun texte"
    ),
    remedy: (
      en: "remove them from the file, or ask whoever sent it to export it again",
      fr: "retirez-les du fichier, ou demandez à qui l'a envoyé de l'exporter de nouveau"
    ),
    explanation: (
      en: """
      Programs end a text at NUL, and XML takes none of the three: two identifiers that differ behind \
      them would look the same in a workbook.
      """,
      fr: """
      Des programmes terminent un texte à NUL, et XML n'accepte aucun des trois : deux identifiants qui \
      diffèrent ensuite se ressembleraient dans un classeur.
      """
    )
  )

  static let notText = DiagnosticDefinition(
    "import.not-text",
    message: (
      en: "the file is not text: it looks like {kind}",
      fr: "le fichier n'est pas du texte : il ressemble à {kind}"
    ),
    remedy: (
      en: "export it as CSV in UTF-8, or write format = \"xlsx\" if it is a workbook",
      fr: "exportez-le en CSV en UTF-8, ou écrivez format = \"xlsx\" si c'est un classeur"
    ),
    explanation: (
      en: "The first bytes of the file are those of another format.",
      fr: "Les premiers octets du fichier sont ceux d'un autre format."
    )
  )

  static let damagedWorkbook = DiagnosticDefinition(
    "import.damaged-workbook",
    message: (
      en: "the workbook is damaged or cut short",
      fr: "le classeur est endommagé ou tronqué"
    ),
    remedy: (
      en: "open it in a spreadsheet program and save it again, or ask for it again",
      fr: "ouvrez-le dans un tableur et enregistrez-le de nouveau, ou redemandez-le"
    ),
    explanation: (
      en: """
      An XLSX workbook is an archive whose directory stands at its end; a transfer that \
      broke off loses it.
      """,
      fr: """
      Un classeur XLSX est une archive dont le répertoire est à la fin ; un transfert \
      interrompu le perd.
      """
    )
  )

  static let uncomputedFormulas = DiagnosticDefinition(
    "import.uncomputed-formulas",
    severity: .warning,
    message: (
      en: "cells hold formulas whose values nobody has computed: they count as blanks",
      fr:
        "des cellules contiennent des formules dont personne n'a calculé la valeur : elles comptent pour vides"
    ),
    remedy: (
      en:
        "open the workbook in a spreadsheet program and save it: the values are then saved with it",
      fr:
        "ouvrez le classeur dans un tableur et enregistrez-le : les valeurs sont alors enregistrées avec lui"
    ),
    explanation: (
      en: """
      Formulas are never computed here: what counts is the value that was saved with them. Programs that \
      write workbooks without a spreadsheet program behind them save none.
      """,
      fr: """
      Les formules ne sont jamais calculées ici : seule compte la valeur enregistrée avec elles. Les \
      programmes qui écrivent des classeurs sans tableur n'en enregistrent pas.
      """
    )
  )

  static let emptyFile = DiagnosticDefinition(
    "import.empty-file",
    message: (
      en: "the file has no header",
      fr: "le fichier n'a pas d'en-tête"
    ),
    remedy: (
      en: "give it a first row with the names of the columns",
      fr: "donnez-lui une première ligne avec les noms des colonnes"
    ),
    explanation: (
      en: "Columns are found by name, never by position.",
      fr: "Les colonnes se trouvent par leur nom, jamais par leur position."
    )
  )

  static let raggedRow = DiagnosticDefinition(
    "import.ragged-row",
    message: (
      en: "the row has {actual} {actual|field|fields}, the header {expected}",
      fr: "la ligne a {actual} {actual|champ|champs}, l'en-tête {expected}"
    ),
    remedy: (
      en: "quote fields that hold the delimiter",
      fr: "mettez entre guillemets les champs qui contiennent le séparateur"
    ),
    explanation: (
      en: "A field too many or too few moves every value after it into another column.",
      fr: "Un champ de trop ou de moins décale toutes les valeurs qui suivent."
    )
  )

  static let besideTable = DiagnosticDefinition(
    "import.beside-table",
    message: (
      en: "something stands in column {letters}, beyond the last name of a column",
      fr: "il y a quelque chose dans la colonne {letters}, au-delà du dernier nom de colonne"
    ),
    remedy: (
      en: "give the column a name, or move what stands beside the table to another sheet",
      fr:
        "donnez un nom à la colonne, ou déplacez sur une autre feuille ce qui est à côté du tableau"
    ),
    explanation: (
      en:
        "What stands beside a table belongs to no column. Rather than lose it, the row is put aside.",
      fr: """
      Ce qui est à côté d'un tableau n'appartient à aucune colonne. Plutôt que de le perdre, la ligne \
      est mise de côté.
      """
    )
  )

  static let emptyRows = DiagnosticDefinition(
    "import.empty-rows",
    severity: .note,
    message: (
      en: "{count} {count|row holds|rows hold} nothing and {count|is|are} left out",
      fr:
        "{count} {count|ligne ne contient|lignes ne contiennent} rien et {count|est omise|sont omises}"
    ),
    remedy: (
      en: "nothing, unless rows were emptied by mistake",
      fr: "rien, sauf si des lignes ont été vidées par erreur"
    ),
    explanation: (
      en:
        "Spreadsheet programs write rows of nothing but delimiters below a table. They are no records.",
      fr: """
      Les tableurs écrivent sous un tableau des lignes qui n'ont que des séparateurs. Ce ne sont pas des \
      enregistrements.
      """
    )
  )

  static let openQuote = DiagnosticDefinition(
    "import.open-quote",
    message: (
      en: "a quote opens here and never closes",
      fr: "un guillemet s'ouvre ici et ne se ferme jamais"
    ),
    remedy: (
      en: "close it, or double quotes that belong to the text",
      fr: "fermez-le, ou doublez les guillemets qui font partie du texte"
    ),
    explanation: (
      en: """
      Everything after an open quote is one field, so the rest of the file could not be \
      read.
      """,
      fr: """
      Tout ce qui suit un guillemet ouvert est un seul champ : la suite du fichier n'a pas \
      pu être lue.
      """
    )
  )

  static let textAfterQuote = DiagnosticDefinition(
    "import.text-after-quote",
    message: (
      en: "text stands between a closing quote and the delimiter",
      fr: "du texte se trouve entre un guillemet fermant et le séparateur"
    ),
    remedy: (
      en: "double quotes that belong to the text",
      fr: "doublez les guillemets qui font partie du texte"
    ),
    explanation: (
      en: "It cannot be said whether the quote belongs to the field.",
      fr: "On ne peut dire si le guillemet fait partie du champ."
    )
  )

  static let missingValue = DiagnosticDefinition(
    "import.missing-value",
    message: (
      en: "{component} has no value",
      fr: "{component} n'a pas de valeur"
    ),
    remedy: (
      en: "fill in the column {column}",
      fr: "remplissez la colonne {column}"
    ),
    explanation: (
      en: "Dimensions and mandatory attributes need a value in every row.",
      fr: "Dimensions et attributs obligatoires demandent une valeur dans chaque ligne."
    )
  )

  static let badNumber = DiagnosticDefinition(
    "import.bad-number",
    message: (
      en: "the column {column} holds what is no number",
      fr: "la colonne {column} contient ce qui n'est pas un nombre"
    ),
    remedy: (
      en: """
      write digits only, or state in the source what stands between thousands: grouping = " "; see \
      the rejected rows
      """,
      fr: """
      n'écrivez que des chiffres, ou indiquez dans la source ce qui sépare les milliers : \
      grouping = " " ; voyez les lignes rejetées
      """
    ),
    explanation: (
      en: """
      Numbers have digits, one decimal mark, a sign. Thousands separators are allowed \
      where the source says grouping.
      """,
      fr: """
      Les nombres ont des chiffres, une marque décimale, un signe. Les séparateurs de \
      milliers sont admis si la source dit grouping.
      """
    )
  )

  static let decimalComma = DiagnosticDefinition(
    "import.decimal-comma",
    message: (
      en: "the column {column} has decimal commas",
      fr: "la colonne {column} a des virgules décimales"
    ),
    remedy: (
      en: """
      where the file writes all its numbers so, write decimal = "," in the source; where most rows \
      read well, correct the rows that do not
      """,
      fr: """
      si le fichier écrit ainsi tous ses nombres, écrivez decimal = "," dans la source ; si la \
      plupart des lignes se lisent bien, corrigez les autres
      """
    ),
    explanation: (
      en: """
      12,50 may be twelve and a half or one thousand two hundred and fifty. The source \
      must say which.
      """,
      fr: "12,50 peut être douze et demi ou mille deux cent cinquante. La source doit le dire."
    )
  )

  static let tooManyDecimals = DiagnosticDefinition(
    "import.too-many-decimals",
    message: (
      en: "the column {column} has more decimals than {component}, which has {scale}",
      fr: "la colonne {column} a plus de décimales que {component}, qui en a {scale}"
    ),
    remedy: (
      en: "give the component more decimals, or write round = true in the source",
      fr: "donnez plus de décimales à la composante, ou écrivez round = true dans la source"
    ),
    explanation: (
      en: "Numbers are not rounded on the way in unless the source says so.",
      fr: "Les nombres ne sont pas arrondis à l'entrée sauf si la source le dit."
    )
  )

  static let tooLarge = DiagnosticDefinition(
    "import.too-large",
    message: (
      en: "the column {column} holds a number with more digits than {component} has",
      fr: "la colonne {column} contient un nombre de plus de chiffres que {component}"
    ),
    remedy: (
      en: "give the component a greater precision",
      fr: "donnez à la composante une plus grande précision"
    ),
    explanation: (
      en: "A decimal has a fixed room for digits.",
      fr: "Un décimal a une place fixe pour les chiffres."
    )
  )

  static let badDate = DiagnosticDefinition(
    "import.no-such-date",
    message: (
      en: "the column {column} holds a date that does not exist or is written otherwise",
      fr: "la colonne {column} contient une date qui n'existe pas ou s'écrit autrement"
    ),
    remedy: (
      en: "write dates as {format}, or state the form of the file with date = and one of: {others}",
      fr: """
      écrivez les dates sous la forme {format}, ou indiquez celle du fichier avec date = et \
      l'une de : {others}
      """
    ),
    explanation: (
      en: "Dates must exist in the calendar: 29 February only in leap years.",
      fr: """
      Les dates doivent exister dans le calendrier : le 29 février seulement les années \
      bissextiles.
      """
    )
  )

  static let badPeriod = DiagnosticDefinition(
    "import.no-such-period",
    message: (
      en: "the column {column} holds what is no time period",
      fr: "la colonne {column} contient ce qui n'est pas une période"
    ),
    remedy: (
      en: "write periods as 2023, 2023-Q2, 2023-05 or 2023-05-17",
      fr: "écrivez les périodes 2023, 2023-Q2, 2023-05 ou 2023-05-17"
    ),
    explanation: (
      en: "Periods follow SDMX.",
      fr: "Les périodes suivent SDMX."
    )
  )

  static let badBoolean = DiagnosticDefinition(
    "import.bad-boolean",
    message: (
      en: "the column {column} holds what is neither true nor false",
      fr: "la colonne {column} contient ce qui n'est ni vrai ni faux"
    ),
    remedy: (
      en: "write true or false, yes or no, 1 or 0",
      fr: "écrivez vrai ou faux, oui ou non, 1 ou 0"
    ),
    explanation: (
      en: "Anything else would be guessed.",
      fr: "Tout autre mot serait deviné."
    )
  )

  static let unknownCode = DiagnosticDefinition(
    "import.unknown-code",
    message: (
      en: "the column {column} holds codes that {list} does not have",
      fr: "la colonne {column} contient des codes absents de {list}"
    ),
    remedy: (
      en: "map them in a file of maps, or add them to the list",
      fr: "mettez-les en correspondance dans un fichier de maps, ou ajoutez-les à la liste"
    ),
    explanation: (
      en: "The codes stand with their rows in the file of rejected rows.",
      fr: "Les codes figurent avec leurs lignes dans le fichier des lignes rejetées."
    )
  )

  static let rowsRejected = DiagnosticDefinition(
    "import.rows-rejected",
    severity: .warning,
    message: (
      en: "{rejected} of {rows} {rows|row|rows} {rejected|was|were} rejected",
      fr: "{rejected} {rejected|ligne|lignes} sur {rows} {rejected|a été rejetée|ont été rejetées}"
    ),
    remedy: (
      en: "correct them; they stand with their reasons in {file}",
      fr: "corrigez-les ; elles figurent avec leurs raisons dans {file}"
    ),
    explanation: (
      en: """
      Sound rows are kept and rejected ones put aside, so nothing is lost; the candidate \
      is not published until they are corrected or ayni.toml allows rejected rows.
      """,
      fr: """
      Les lignes saines sont gardées et les rejetées mises de côté : rien n'est perdu ; le \
      candidat n'est pas publié tant qu'elles ne sont pas corrigées ou qu'ayni.toml ne les \
      admet pas.
      """
    )
  )
}

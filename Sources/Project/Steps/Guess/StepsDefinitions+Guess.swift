// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What is told of a file that is being taken into a project, and of a newer one for a source.
extension StepsDefinitions {
  static let nameTaken = DiagnosticDefinition(
    "import.name-taken",
    exit: .usage,
    message: (
      en: "the project has a dataset or structure {name} already: {file}",
      fr: "le projet a déjà un jeu de données ou une structure {name} : {file}"
    ),
    remedy: (
      en: """
      give the new one another name with --name; where the project has the source {name} and this is a \
      newer file of it, take it with --replace
      """,
      fr: """
      donnez un autre nom au nouveau avec --name ; si le projet a la source {name} et que c'en est un \
      fichier plus récent, prenez-le avec --replace
      """
    ),
    explanation: (
      en: """
      ayni import names source and structure like the file. What was corrected by hand since would \
      be lost, so nothing is written over.
      """,
      fr: """
      ayni import nomme la source et la structure d'après le fichier. Ce qui a été corrigé à la main \
      depuis serait perdu ; rien n'est donc remplacé.
      """
    )
  )

  static let ambiguousNumber = DiagnosticDefinition(
    "import.ambiguous-number",
    severity: .warning,
    message: (
      en:
        "all numbers of {column} have three digits after “{form}”, which is taken for the decimal mark",
      fr:
        "tous les nombres de {column} ont trois chiffres après « {form} », pris pour la marque décimale"
    ),
    remedy: (
      en: """
      if it parts thousands, write grouping = "{form}" in the source, with the other mark for decimal, and \
      decimals = 0 in the structure
      """,
      fr: """
      s'il sépare les milliers, écrivez grouping = "{form}" dans la source, avec l'autre marque pour \
      decimal, et decimals = 0 dans la structure
      """
    ),
    explanation: (
      en:
        "1.234 is one and a fifth in one country and twelve hundred in another, a thousand times as much.",
      fr:
        "1.234 vaut un et un cinquième dans un pays et douze cents dans un autre, mille fois plus."
    )
  )

  static let ambiguousDate = DiagnosticDefinition(
    "import.ambiguous-date",
    severity: .warning,
    message: (
      en: "no date of {column} tells the day from the month; they are read as {form}",
      fr: "aucune date de {column} ne distingue le jour du mois ; elles sont lues comme {form}"
    ),
    remedy: (
      en: "look at one whose day you know, and correct date in the source if need be",
      fr:
        "regardez-en une dont vous connaissez le jour, et corrigez date dans la source s'il le faut"
    ),
    explanation: (
      en:
        "03/04/2024 is in March or in April. Where no day is above twelve, a file does not say which.",
      fr: """
      03/04/2024 est en mars ou en avril. Si aucun jour ne dépasse douze, un fichier ne dit pas lequel.
      """
    )
  )

  static let mixedColumn = DiagnosticDefinition(
    "import.mixed-column",
    severity: .warning,
    message: (
      en: """
      {column} is taken as text: {odd} of its {values} {values|value|values} {odd|is|are} not written \
      like the others, the first one here
      """,
      fr: """
      la colonne {column} est prise comme texte : {odd} de ses {values} {values|valeur|valeurs} \
      {odd|n'est pas écrite|ne sont pas écrites} comme les autres, dont la première ici
      """
    ),
    remedy: (
      en: """
      correct {odd|it|them} and import the file again, or write the type of the column into its \
      structure; a word that stands for no value goes under blank in the source
      """,
      fr: """
      {odd|corrigez-la|corrigez-les} et importez à nouveau le fichier, ou écrivez le type de la colonne \
      dans sa structure ; un mot qui tient lieu de valeur absente va sous blank dans la source
      """
    ),
    explanation: (
      en: """
      ayni import makes numbers, dates and periods only of columns in which every value of the first \
      100,000 rows is one, so that no value is lost without a word. Where four fifths or more are, and \
      some are not, you decide. With type = "decimal" in the structure the rows that do not fit are put \
      aside, each with its reason; with blank = ["unknown"] in the source the word counts as no value.
      """,
      fr: """
      ayni import ne fait des nombres, des dates et des périodes que des colonnes où chaque valeur des \
      100 000 premières lignes en est une, pour qu'aucune valeur ne se perde sans un mot. Où quatre \
      cinquièmes ou plus en sont, et d'autres non, c'est à vous de décider. Avec type = "decimal" dans \
      la structure, les lignes qui ne conviennent pas sont mises de côté, chacune avec sa raison ; avec \
      blank = ["inconnu"] dans la source, le mot compte comme valeur absente.
      """
    )
  )

  static let noSuchSource = DiagnosticDefinition(
    "import.no-such-source",
    exit: .usage,
    message: (
      en: "the project has no source {name}",
      fr: "le projet n'a pas de source {name}"
    ),
    remedy: (
      en: "write the name of a file under sources/ after --name, or leave --replace out",
      fr: "écrivez après --name le nom d'un fichier sous sources/, ou omettez --replace"
    ),
    explanation: (
      en: """
      ayni import FILE --name NAME --replace gives the source NAME a newer file. What was corrected in \
      the source and in its structure stays as it is.
      """,
      fr: """
      ayni import FICHIER --name NOM --replace donne à la source NOM un fichier plus récent. Ce qui a été \
      corrigé dans la source et dans sa structure reste tel quel.
      """
    )
  )

  static let otherType = DiagnosticDefinition(
    "import.other-type",
    exit: .usage,
    message: (
      en:
        "{name} is read from a file that ends with .{known}, and the newer one ends with .{given}",
      fr: "{name} se lit dans un fichier en .{known}, et le plus récent est en .{given}"
    ),
    remedy: (
      en: "save the newer file in the same form, or import it under another name",
      fr: "enregistrez le fichier plus récent sous la même forme, ou importez-le sous un autre nom"
    ),
    explanation: (
      en: """
      A workbook and a text file say numbers and dates in their own ways, so what a source says of one \
      does not fit the other.
      """,
      fr: """
      Un classeur et un fichier texte disent les nombres et les dates chacun à sa façon ; ce qu'une source \
      dit de l'un ne convient pas à l'autre.
      """
    )
  )

  static let fileLine = DiagnosticDefinition(
    "import.file-line",
    exit: .usage,
    message: (
      en: "the source does not name its file on one line that can be changed",
      fr: "la source ne nomme pas son fichier sur une ligne qui puisse être changée"
    ),
    remedy: (
      en: "write it as file = \"data/name.csv\" on a line of its own",
      fr: "écrivez-le file = \"data/nom.csv\" sur une ligne à part"
    ),
    explanation: (
      en: "ayni import --replace changes this line of the source and no other.",
      fr: "ayni import --replace change cette ligne de la source et aucune autre."
    )
  )

  static let namelessColumns = DiagnosticDefinition(
    "import.nameless-columns",
    exit: .usage,
    message: (
      en: """
      {count|the column|the columns} {places} {count|holds|hold} values and {count|has|have} no name, and \
      {count|is not|are not} the only one without
      """,
      fr: """
      {count|la colonne|les colonnes} {places} {count|contient|contiennent} des valeurs et n'{count|a|ont} \
      pas de nom, et {count|n'est pas la seule|ne sont pas les seules} dans ce cas
      """
    ),
    remedy: (
      en:
        "write a name for {count|it|each} into the header of the file, or remove what stands there",
      fr:
        "écrivez un nom pour {count|elle|chacune} dans l'en-tête du fichier, ou retirez ce qui s'y trouve"
    ),
    explanation: (
      en: """
      Columns are found by name. A file may have one whose name is empty, such as the numbers of rows that \
      some programs write; of two nobody could say which one a source means. Columns without a name and \
      without values are left out.
      """,
      fr: """
      Les colonnes se trouvent par leur nom. Un fichier peut en avoir une au nom vide, comme les numéros de \
      lignes que certains programmes écrivent ; de deux, nul ne saurait dire laquelle une source désigne. \
      Les colonnes sans nom ni valeurs sont omises.
      """
    )
  )
}

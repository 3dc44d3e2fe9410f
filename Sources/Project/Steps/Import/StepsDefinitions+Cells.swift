// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What is told of the cells of a workbook.
extension StepsDefinitions {
  static let cellError = DiagnosticDefinition(
    "import.cell-error",
    message: (
      en: "the column {column} holds {error}, an error of the spreadsheet program",
      fr: "la colonne {column} contient {error}, une erreur du tableur"
    ),
    remedy: (
      en: """
      correct the formula and save the workbook; where it means that nothing is known, write \
      blank = ["{error}"] in the source
      """,
      fr: """
      corrigez la formule et enregistrez le classeur ; si cela veut dire que rien n'est connu, écrivez \
      blank = ["{error}"] dans la source
      """
    ),
    explanation: (
      en: """
      A formula that finds nothing, divides by zero or refers to cells that are gone gives an error in \
      the place of a value: #N/A, #DIV/0!, #REF!. It is no text that anyone wrote, so the row is put aside.
      """,
      fr: """
      Une formule qui ne trouve rien, divise par zéro ou renvoie à des cellules disparues donne une erreur \
      au lieu d'une valeur : #N/A, #DIV/0!, #REF!. Personne n'a écrit ce texte ; la ligne est donc mise de \
      côté.
      """
    )
  )

  static let otherSheets = DiagnosticDefinition(
    "import.other-sheets",
    severity: .warning,
    message: (
      en: "the sheet “{sheet}” is taken; other sheets hold something too: {others}",
      fr:
        "la feuille « {sheet} » est prise ; d'autres feuilles contiennent aussi quelque chose : {others}"
    ),
    remedy: (
      en: """
      where another one is meant, delete the files that are named below and import again with --sheet and \
      its name; import each under a name of its own where several are
      """,
      fr: """
      s'il s'agit d'une autre, supprimez les fichiers nommés ci-dessous et importez de nouveau avec --sheet \
      et son nom ; s'il s'agit de plusieurs, importez chacune sous un nom à elle
      """
    ),
    explanation: (
      en: """
      A source reads one sheet. Without --sheet, ayni import takes the first that is not hidden; the others \
      may be notes and lists, or the rest of the data.
      """,
      fr: """
      Une source lit une feuille. Sans --sheet, ayni import prend la première qui n'est pas masquée ; les \
      autres peuvent être des notes et des listes, ou le reste des données.
      """
    )
  )

  static let noSheets = DiagnosticDefinition(
    "import.no-sheets",
    exit: .usage,
    message: (
      en: "the file is no workbook, so it has no sheets to choose from",
      fr: "le fichier n'est pas un classeur ; il n'a pas de feuilles à choisir"
    ),
    remedy: (
      en: "leave --sheet out; a workbook has a name that ends with .xlsx",
      fr: "omettez --sheet ; un classeur a un nom qui se termine par .xlsx"
    ),
    explanation: (
      en: "--sheet names the sheet of a workbook that ayni import reads.",
      fr: "--sheet nomme la feuille d'un classeur que lit ayni import."
    )
  )

  static let percentCells = DiagnosticDefinition(
    "import.percent-cells",
    severity: .warning,
    message: (
      en: "the column {column} has cells that are shown as percent: 4% is taken as 0.04",
      fr: "la colonne {column} a des cellules affichées en pourcentage : 4 % est pris comme 0,04"
    ),
    remedy: (
      en: """
      where {component} is to hold 4, write the column in the workbook without percent; where it is to hold \
      0.04, say in the structure that it is a fraction
      """,
      fr: """
      si {component} doit contenir 4, écrivez la colonne du classeur sans pourcentage ; si elle doit \
      contenir 0,04, dites dans la structure que c'est une fraction
      """
    ),
    explanation: (
      en: """
      A workbook stores 0.04 and shows 4%. What is stored is imported, a hundredth of what people see in \
      the cell; only you know which of the two the component means.
      """,
      fr: """
      Un classeur enregistre 0,04 et affiche 4 %. Ce qui est enregistré est importé, soit le centième de ce \
      que l'on voit dans la cellule ; vous seul savez lequel des deux la composante désigne.
      """
    )
  )

  static let mergedCells = DiagnosticDefinition(
    "import.merged-cells",
    severity: .warning,
    message: (
      en: """
      {ranges} {ranges|range|ranges} of merged cells {ranges|stands|stand} in the rows, the first one \
      here: all cells of a range but the first count as blanks
      """,
      fr: """
      {ranges} {ranges|plage|plages} de cellules fusionnées {ranges|se trouve|se trouvent} dans les \
      lignes, dont la première ici : toutes les cellules d'une plage sauf la première comptent pour vides
      """
    ),
    remedy: (
      en:
        "unmerge the cells in a spreadsheet program, and write the value into each that shall have it",
      fr: """
      défusionnez les cellules dans un tableur, et écrivez la valeur dans chacune de celles qui doivent \
      l'avoir
      """
    ),
    explanation: (
      en: """
      A workbook stores the value of merged cells in the first one only. People see it beside every row of \
      the range; whoever reads the cells finds it in one row, and nothing in the others.
      """,
      fr: """
      Un classeur n'enregistre la valeur de cellules fusionnées que dans la première. On la voit à côté de \
      chaque ligne de la plage ; qui lit les cellules la trouve dans une ligne, et rien dans les autres.
      """
    )
  )
}

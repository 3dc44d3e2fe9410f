// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What is said of cells, rows and sheets of a form, to the person who filled it in.
enum FormDefinitions {
  /// All of them, for the registry.
  static let all: [DiagnosticDefinition] = [
    notFound, hiddenSheet, otherSheet, secondTable, missingColumn, strayColumn, repeatedColumn,
    requiredBlank, mergedCells, formula, formulaWithoutValue, errorCell, badNumber,
    ambiguousNumber, textNumber, manyDecimals, badDate, ambiguousDate, textDate, dateAsText,
    dateInstead, badPeriod, badBoolean, unknownCode, severalCodes,
    longText,
  ]

  /// No sheet has the columns of the form.
  static let notFound: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-not-found",
    message: (
      en: "no sheet of {file} has the columns of the form",
      fr: "aucune feuille de {file} n'a les colonnes du formulaire"
    ),
    remedy: (
      en: "fill in the form that was sent; its headings must stay, though columns may be moved",
      fr: """
      remplissez le formulaire envoyé ; ses en-têtes doivent rester, même si les colonnes sont \
      déplacées
      """
    ),
    explanation: (
      en: """
      Columns are known by the hidden row above the headings, else by the headings in any of \
      their languages. At least half of them must be found in one row.
      """,
      fr: """
      Les colonnes sont reconnues par la ligne cachée au-dessus des en-têtes, sinon par les \
      en-têtes dans l'une de leurs langues. La moitié au moins doit se trouver sur une ligne.
      """
    )
  )

  /// Somebody hid a sheet.
  static let hiddenSheet: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-hidden-sheet",
    severity: .note,
    message: (
      en: "the sheet {sheet} is hidden; it was looked at, and what is no form in it was left aside",
      fr: """
      la feuille {sheet} est cachée ; elle a été regardée, et ce qui n'y est pas un formulaire \
      a été laissé de côté
      """
    ),
    remedy: (
      en: "if it holds records, copy them into the sheet of records",
      fr: "si elle contient des enregistrements, copiez-les dans la feuille des enregistrements"
    ),
    explanation: (
      en: "A hidden sheet may hold what its author forgot. The workbook as it came is kept.",
      fr: """
      Une feuille cachée peut contenir ce que son auteur a oublié. Le classeur reçu est \
      conservé.
      """
    )
  )

  /// A sheet is none of the form.
  static let otherSheet: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-other-sheet",
    severity: .note,
    message: (
      en: "the sheet {sheet} is not of the form and was not read",
      fr: "la feuille {sheet} n'est pas du formulaire et n'a pas été lue"
    ),
    remedy: (
      en: "if it holds records, copy them into the sheet of records",
      fr: "si elle contient des enregistrements, copiez-les dans la feuille des enregistrements"
    ),
    explanation: (
      en: "Only the sheet with the columns of the form is read. The workbook as it came is kept.",
      fr: """
      Seule la feuille qui a les colonnes du formulaire est lue. Le classeur reçu est \
      conservé.
      """
    )
  )

  /// Two sheets have the columns of the form.
  static let secondTable: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-second-sheet",
    severity: .warning,
    message: (
      en: "the sheet {sheet} has the columns of the form too; only {used} was read",
      fr: "la feuille {sheet} a aussi les colonnes du formulaire ; seule {used} a été lue"
    ),
    remedy: (
      en: "put all records into one sheet",
      fr: "mettez tous les enregistrements dans une seule feuille"
    ),
    explanation: (
      en: """
      Two sheets of records may be a draft and its copy, so that reading both could count \
      records twice.
      """,
      fr: """
      Deux feuilles d'enregistrements peuvent être un brouillon et sa copie ; lire les deux \
      pourrait compter double.
      """
    )
  )

  /// A column of the form is gone.
  static let missingColumn: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-missing-column",
    severity: .warning,
    message: (
      en: "the column {column} is missing",
      fr: "la colonne {column} manque"
    ),
    remedy: (
      en: "add it again with its heading, or fill in the workbook that goes back",
      fr: "remettez-la avec son en-tête, ou remplissez le classeur renvoyé"
    ),
    explanation: (
      en: "What the register had in the column stays as it is.",
      fr: "Ce que le registre avait dans la colonne reste tel quel."
    )
  )

  /// A column is none of the form.
  static let strayColumn: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-stray-column",
    severity: .warning,
    message: (
      en: "the column {column} of the sheet is not of the form and was not read",
      fr: "la colonne {column} de la feuille n'est pas du formulaire et n'a pas été lue"
    ),
    remedy: (
      en: "move what it holds into a column of the form; the workbook as it came is kept",
      fr: "déplacez son contenu dans une colonne du formulaire ; le classeur reçu est conservé"
    ),
    explanation: (
      en: "A column that somebody added has no place in the register.",
      fr: "Une colonne ajoutée n'a pas de place dans le registre."
    )
  )

  /// A column stands twice.
  static let repeatedColumn: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-repeated-column",
    severity: .warning,
    message: (
      en: "the column {column} of the sheet repeats another and was not read",
      fr: "la colonne {column} de la feuille en répète une autre et n'a pas été lue"
    ),
    remedy: (
      en: "keep one of the two",
      fr: "gardez l'une des deux"
    ),
    explanation: (
      en: "Where a heading stands twice, the first column counts.",
      fr: "Si un en-tête figure deux fois, la première colonne compte."
    )
  )

  /// A cell that should be filled is empty.
  static let requiredBlank: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-required",
    message: (
      en: "the form asks for {column} in every row",
      fr: "le formulaire demande {column} dans chaque ligne"
    ),
    remedy: (
      en: "fill in the cell",
      fr: "remplissez la cellule"
    ),
    explanation: (
      en: "The row is kept and counts; what depends on the cell stays out until it is filled.",
      fr: """
      La ligne est conservée et compte ; ce qui dépend de la cellule reste à part jusqu'à ce \
      qu'elle soit remplie.
      """
    )
  )

  /// Cells of records are merged.
  static let mergedCells: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-merged-cells",
    message: (
      en: """
      the cells {range} are merged: only the first holds something, the others were read as \
      empty
      """,
      fr: """
      les cellules {range} sont fusionnées : seule la première contient quelque chose, les \
      autres ont été lues comme vides
      """
    ),
    remedy: (
      en: "unmerge them and write the value into each row that it is true for",
      fr: "défusionnez-les et écrivez la valeur dans chaque ligne pour laquelle elle est vraie"
    ),
    explanation: (
      en: "A merged range has one value. Whether it is meant for every row of it cannot be known.",
      fr: """
      Une plage fusionnée a une seule valeur. On ne peut savoir si elle vaut pour chacune de \
      ses lignes.
      """
    )
  )

  /// A formula stood in a cell.
  static let formula: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-formula",
    severity: .note,
    message: (
      en: "the cell holds a formula; the value that it showed was taken",
      fr: "la cellule contient une formule ; la valeur qu'elle montrait a été prise"
    ),
    remedy: (
      en: "look whether the value is right",
      fr: "vérifiez que la valeur est juste"
    ),
    explanation: (
      en: """
      Formulas are not computed. The value is the one that the program saved with the \
      workbook; where the formula looked into another file, it may be old.
      """,
      fr: """
      Les formules ne sont pas calculées. La valeur est celle que le programme a enregistrée ; \
      si la formule regarde un autre fichier, elle peut être ancienne.
      """
    )
  )

  /// A formula has no saved value.
  static let formulaWithoutValue: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-formula-without-value",
    message: (
      en: "the cell holds a formula without a value",
      fr: "la cellule contient une formule sans valeur"
    ),
    remedy: (
      en: "open the workbook, let it compute, save it; or write the value itself",
      fr: "ouvrez le classeur, laissez-le calculer, enregistrez-le ; ou écrivez la valeur elle-même"
    ),
    explanation: (
      en: "Formulas are not computed, and the program that saved the workbook left no value.",
      fr: """
      Les formules ne sont pas calculées, et le programme qui a enregistré le classeur n'a pas \
      laissé de valeur.
      """
    )
  )

  /// A cell shows an error.
  static let errorCell: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-error-cell",
    message: (
      en: "the cell shows an error of the spreadsheet program",
      fr: "la cellule montre une erreur du tableur"
    ),
    remedy: (
      en: "write the value itself into the cell",
      fr: "écrivez la valeur elle-même dans la cellule"
    ),
    explanation: (
      en: "Such an error, #REF! for instance, comes from a formula whose source was removed.",
      fr: "Une telle erreur, #REF! par exemple, vient d'une formule dont la source a été retirée."
    )
  )

  /// A cell holds no number.
  static let badNumber: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-number",
    message: (
      en: "what stands in {column} is no number that fits there",
      fr: "ce qui figure dans {column} n'est pas un nombre qui y convient"
    ),
    remedy: (
      en: "write digits alone, without currency, words or ranges",
      fr: "écrivez des chiffres seuls, sans monnaie, mots ni fourchettes"
    ),
    explanation: (
      en: "The cell is left blank in the register; its row is kept.",
      fr: "La cellule reste vide dans le registre ; sa ligne est conservée."
    )
  )

  /// A number can be read in two ways.
  static let ambiguousNumber: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-ambiguous-number",
    message: (
      en:
        "the number in {column} can be read in two ways: its only mark stands before three digits",
      fr: """
      le nombre dans {column} peut se lire de deux façons : sa seule marque précède trois \
      chiffres
      """
    ),
    remedy: (
      en: "write it without a mark between thousands",
      fr: "écrivez-le sans marque entre les milliers"
    ),
    explanation: (
      en: "1,234 is a thousand and more to some and one and a bit to others. It is not guessed.",
      fr: "1,234 vaut plus de mille pour les uns, un et quelque pour les autres. On ne devine pas."
    )
  )

  /// A number stood as text.
  static let textNumber: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-text-number",
    severity: .note,
    message: (
      en: "the number in {column} stood there as text and was read",
      fr: "le nombre dans {column} y figurait comme texte et a été lu"
    ),
    remedy: (
      en: "look whether the value is right",
      fr: "vérifiez que la valeur est juste"
    ),
    explanation: (
      en: "Thousands and decimals were told apart by their marks.",
      fr: "Milliers et décimales ont été distingués par leurs marques."
    )
  )

  /// A number has too many decimals.
  static let manyDecimals: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-decimals",
    message: (
      en: "the number in {column} has more than {decimals} {decimals|decimal|decimals}",
      fr: "le nombre dans {column} a plus de {decimals} {decimals|décimale|décimales}"
    ),
    remedy: (
      en: "round it as it should be, and write it again",
      fr: "arrondissez-le comme il convient, et réécrivez-le"
    ),
    explanation: (
      en: "Nothing is rounded on the way into a register, as nobody could say later who did it.",
      fr: """
      Rien n'est arrondi en entrant dans un registre : nul ne saurait dire ensuite qui l'a \
      fait.
      """
    )
  )

  /// A cell holds no day.
  static let badDate: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-date",
    message: (
      en: "what stands in {column} is no day",
      fr: "ce qui figure dans {column} n'est pas un jour"
    ),
    remedy: (
      en: "write the day as year-month-day, such as 2025-03-12",
      fr: "écrivez le jour comme année-mois-jour, par exemple 2025-03-12"
    ),
    explanation: (
      en: "A year alone, a month alone and a day that no calendar has are no days.",
      fr: "Une année seule, un mois seul ou un jour absent du calendrier ne sont pas des jours."
    )
  )

  /// A day can be read in two ways.
  static let ambiguousDate: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-ambiguous-date",
    message: (
      en: "the day in {column} can be read in two ways: day first or month first",
      fr: "le jour dans {column} peut se lire de deux façons : jour ou mois en premier"
    ),
    remedy: (
      en: "write the day as year-month-day, such as 2025-03-12",
      fr: "écrivez le jour comme année-mois-jour, par exemple 2025-03-12"
    ),
    explanation: (
      en: "03/04/2025 is in April to some and in March to others. It is not guessed.",
      fr: "03/04/2025 est en avril pour les uns, en mars pour les autres. On ne devine pas."
    )
  )

  /// A day stood as text.
  static let textDate: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-text-date",
    severity: .note,
    message: (
      en: "the day in {column} stood there as text and was read",
      fr: "le jour dans {column} y figurait comme texte et a été lu"
    ),
    remedy: (
      en: "look whether the day is right",
      fr: "vérifiez que le jour est juste"
    ),
    explanation: (
      en: "Days are read where they can be read in one way only.",
      fr: "Les jours sont lus quand ils ne peuvent se lire que d'une façon."
    )
  )

  /// A day stands in a column of text.
  static let dateAsText: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-date-as-text",
    severity: .note,
    message: (
      en: "{column} holds text; the day in the cell was taken as year-month-day",
      fr: "{column} contient du texte ; le jour de la cellule a été pris comme année-mois-jour"
    ),
    remedy: (
      en: "look whether the spreadsheet program made a day of something else",
      fr: "vérifiez que le tableur n'a pas fait un jour d'autre chose"
    ),
    explanation: (
      en: "Spreadsheet programs turn 3-4 and 1/2 into days without a word.",
      fr: "Les tableurs transforment 3-4 et 1/2 en jours sans rien dire."
    )
  )

  /// A day stands where none belongs.
  static let dateInstead: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-date-instead",
    message: (
      en: "a day stands in {column}, which takes none",
      fr: "un jour figure dans {column}, qui n'en prend pas"
    ),
    remedy: (
      en: "write the value again; the spreadsheet program may have made a day of it",
      fr: "réécrivez la valeur ; le tableur en a peut-être fait un jour"
    ),
    explanation: (
      en: "Spreadsheet programs turn 3-4 and 1/2 into days without a word.",
      fr: "Les tableurs transforment 3-4 et 1/2 en jours sans rien dire."
    )
  )

  /// A cell holds no period.
  static let badPeriod: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-period",
    message: (
      en: "what stands in {column} is no period",
      fr: "ce qui figure dans {column} n'est pas une période"
    ),
    remedy: (
      en: "write a year such as 2025, a quarter such as 2025-Q2, or a month such as 2025-05",
      fr: "écrivez une année comme 2025, un trimestre comme 2025-Q2, ou un mois comme 2025-05"
    ),
    explanation: (
      en: "Periods are written as SDMX has them.",
      fr: "Les périodes s'écrivent comme dans SDMX."
    )
  )

  /// A cell holds neither yes nor no.
  static let badBoolean: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-yes-no",
    message: (
      en: "what stands in {column} is neither yes nor no",
      fr: "ce qui figure dans {column} n'est ni oui ni non"
    ),
    remedy: (
      en: "choose yes or no",
      fr: "choisissez oui ou non"
    ),
    explanation: (
      en: "Yes, no, true, false, 1, 0 and their French words are understood.",
      fr: "Oui, non, vrai, faux, 1, 0 et leurs mots anglais sont compris."
    )
  )

  /// A cell holds none of the list.
  static let unknownCode: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-unknown-code",
    message: (
      en: "what stands in {column} is not in the list",
      fr: "ce qui figure dans {column} n'est pas dans la liste"
    ),
    remedy: (
      en: "choose from the list; write to the office where something is missing in it",
      fr: "choisissez dans la liste ; écrivez au bureau s'il y manque quelque chose"
    ),
    explanation: (
      en: "Codes and labels in any language of the list are understood, with or without accents.",
      fr: """
      Les codes et libellés dans toutes les langues de la liste sont compris, avec ou sans \
      accents.
      """
    )
  )

  /// A cell fits several codes of the list.
  static let severalCodes: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-several-codes",
    message: (
      en: "what stands in {column} fits more than one entry of the list",
      fr: "ce qui figure dans {column} convient à plus d'une entrée de la liste"
    ),
    remedy: (
      en: "choose from the list, where each entry has its code",
      fr: "choisissez dans la liste, où chaque entrée porte son code"
    ),
    explanation: (
      en: "Two entries have the same label in some language.",
      fr: "Deux entrées ont le même libellé dans une langue."
    )
  )

  /// A cell holds more than the standard lets it.
  static let longText: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.form-long-text",
    message: (
      en: "the text in {column} has more than {limit} characters, the most that a cell holds",
      fr: """
      le texte de {column} compte plus de {limit} caractères, le maximum que contient une cellule
      """
    ),
    remedy: (
      en: "shorten it, or send the whole as a document of its own",
      fr: "raccourcissez-le, ou envoyez le tout dans un document à part"
    ),
    explanation: (
      en: """
      Some programs save longer texts; others cut them off or refuse the workbook. The cell was \
      left blank in the register; the workbook as it came is kept.
      """,
      fr: """
      Certains programmes enregistrent des textes plus longs ; d'autres les coupent ou refusent \
      le classeur. La cellule est restée vide dans le registre ; le classeur reçu est conservé.
      """
    )
  )
}

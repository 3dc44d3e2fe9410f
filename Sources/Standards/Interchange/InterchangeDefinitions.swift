// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// The problems of files that are exchanged with other programs.
public enum InterchangeDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] =
    [
      notAWorkbook, lockedWorkbook, damagedWorkbook, workbookLimit, workbookFailed, textTooLong,
      noSuchSheet, formulaCell, coveredCell, notACell,
    ] + FormDefinitions.all + IATIDefinitions.all

  /// The file is no XLSX workbook.
  public static let notAWorkbook: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.not-a-workbook",
    message: (
      en: "{file} is no workbook that Ayni can read",
      fr: "{file} n'est pas un classeur qu'Ayni peut lire"
    ),
    remedy: (
      en: "open it in Excel or LibreOffice and save it as “Excel workbook (.xlsx)”",
      fr: "ouvrez-le dans Excel ou LibreOffice et enregistrez-le comme « Classeur Excel (.xlsx) »"
    ),
    explanation: (
      en: """
      Workbooks are read in the format of ISO/IEC 29500, which Excel has written since 2007 \
      and LibreOffice writes too. Old .xls files and .ods files are another format.
      """,
      fr: """
      Les classeurs sont lus au format ISO/IEC 29500, qu'Excel écrit depuis 2007 et que \
      LibreOffice écrit aussi. Les anciens fichiers .xls et les fichiers .ods ont un autre \
      format.
      """
    )
  )

  /// The workbook has a password or is an old .xls file.
  public static let lockedWorkbook: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.locked-workbook",
    message: (
      en: "{file} is locked with a password or is an old .xls file",
      fr: "{file} est protégé par un mot de passe ou est un ancien fichier .xls"
    ),
    remedy: (
      en: "save it without a password as “Excel workbook (.xlsx)”",
      fr: "enregistrez-le sans mot de passe comme « Classeur Excel (.xlsx) »"
    ),
    explanation: (
      en: """
      Both lie in the same old container, which Ayni does not open. Whoever sent the workbook \
      can save it again.
      """,
      fr: """
      Les deux ont le même ancien contenant, qu'Ayni n'ouvre pas. L'expéditeur peut \
      enregistrer à nouveau le classeur.
      """
    )
  )

  /// The workbook is cut short or broken.
  public static let damagedWorkbook: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.damaged-workbook",
    message: (
      en: "the workbook {file} is damaged or cut short",
      fr: "le classeur {file} est endommagé ou tronqué"
    ),
    remedy: (
      en: "open it in a spreadsheet program and save it again, or ask for it again",
      fr: "ouvrez-le dans un tableur et enregistrez-le à nouveau, ou redemandez-le"
    ),
    explanation: (
      en: """
      A workbook is an archive of parts with checksums; one of them is missing, cut off or \
      altered, as happens on the way through mail and sticks.
      """,
      fr: """
      Un classeur est une archive de parties avec des sommes de contrôle ; l'une manque, est \
      tronquée ou altérée, comme il arrive par courriel ou par clé USB.
      """
    )
  )

  /// The workbook is larger than any office needs.
  public static let workbookLimit: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.workbook-limit",
    message: (
      en: "{file} passes a limit of {limit}: bytes, parts, cells, or times its packed size",
      fr: """
      {file} dépasse une limite de {limit} : octets, parties, cellules, ou multiples de sa \
      taille compressée
      """
    ),
    remedy: (
      en: "remove what is not needed, and check that the workbook is what it says it is",
      fr: "retirez ce qui est inutile, et vérifiez que le classeur est bien ce qu'il prétend être"
    ),
    explanation: (
      en: """
      Workbooks are read from mail and sticks. One that would fill the memory of the machine \
      is refused before it does.
      """,
      fr: """
      Les classeurs arrivent par courriel et par clé. Celui qui remplirait la mémoire de la \
      machine est refusé avant.
      """
    )
  )

  /// The library of workbooks gave up.
  public static let workbookFailed: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.workbook-failed",
    exit: .environment,
    message: (
      en: "the workbook {file} could not be written",
      fr: "le classeur {file} n'a pas pu être écrit"
    ),
    remedy: (
      en: "see that there is room on the disk and in the folder of temporary files",
      fr: "vérifiez qu'il reste de la place sur le disque et dans le dossier temporaire"
    ),
    explanation: (
      en: "Workbooks are assembled from temporary files. What stood there before is untouched.",
      fr: """
      Les classeurs sont assemblés depuis des fichiers temporaires. Ce qui existait avant est \
      intact.
      """
    )
  )

  /// A text has more characters than a cell.
  public static let textTooLong: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.text-too-long",
    message: (
      en: "a text of {column} has more than {limit} characters, the most that a cell holds",
      fr: "un texte de {column} a plus de {limit} caractères, le maximum d'une cellule"
    ),
    remedy: (
      en: "shorten it in the register; nothing was written",
      fr: "raccourcissez-le dans le registre ; rien n'a été écrit"
    ),
    explanation: (
      en: """
      Spreadsheet programs cut longer texts without a word. Nothing of a register may be lost \
      on the way there and back.
      """,
      fr: """
      Les tableurs coupent sans rien dire les textes plus longs. Rien d'un registre ne doit se \
      perdre à l'aller et au retour.
      """
    )
  )

  /// A workbook has no sheet of a name.
  public static let noSuchSheet: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.no-such-sheet",
    exit: .usage,
    message: (
      en: "{file} has no sheet “{sheet}”",
      fr: "{file} n'a pas de feuille « {sheet} »"
    ),
    remedy: (
      en: "name one of: {sheets}",
      fr: "nommez l'une de : {sheets}"
    ),
    explanation: (
      en: "A sheet is named as its tab has it, blanks and capitals too.",
      fr: "Une feuille se nomme comme sur son onglet, espaces et majuscules compris."
    )
  )

  /// A cell that is to be filled holds a formula.
  public static let formulaCell: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.formula-cell",
    exit: .usage,
    message: (
      en: "{cell} of “{sheet}” holds a formula of the template",
      fr: "{cell} de « {sheet} » contient une formule du modèle"
    ),
    remedy: (
      en: "fill the cells that it is computed from, or another cell",
      fr: "remplissez les cellules dont elle se calcule, ou une autre cellule"
    ),
    explanation: (
      en: "Whoever made the template counts on its formulas: they are never replaced by numbers.",
      fr:
        "L'auteur du modèle compte sur ses formules : elles ne sont jamais remplacées par des nombres."
    )
  )

  /// A cell that is to be filled is hidden below a merged one.
  public static let coveredCell: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.covered-cell",
    exit: .usage,
    message: (
      en: "{cell} of “{sheet}” is covered by the merged cells {range}",
      fr: "{cell} de « {sheet} » est couverte par les cellules fusionnées {range}"
    ),
    remedy: (
      en: "name the first cell of the range",
      fr: "nommez la première cellule de la plage"
    ),
    explanation: (
      en:
        "Of merged cells only the first is seen: a number in another would be there and never read.",
      fr:
        "Des cellules fusionnées, seule la première se voit : un nombre ailleurs ne serait jamais lu."
    )
  )

  /// A text is no name of a cell.
  public static let notACell: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.not-a-cell",
    exit: .usage,
    message: (
      en: "“{text}” is no cell",
      fr: "« {text} » n'est pas une cellule"
    ),
    remedy: (
      en: "write letters for the column and the number of the row, such as C7",
      fr: "écrivez les lettres de la colonne et le numéro de la ligne, comme C7"
    ),
    explanation: (
      en:
        "Cells are named as spreadsheet programs do; a sheet has 1,048,576 rows and columns up to XFD.",
      fr:
        "Les cellules se nomment comme dans un tableur ; une feuille a 1 048 576 lignes et va jusqu'à XFD."
    )
  )
}

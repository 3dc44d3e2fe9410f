// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// The problems of pages, maps and spreadsheets.
public enum PublishingDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] =
    exports + [
      badBoundaries, tooManyRows, textTooLong, programMissing, documentNotMade, badColumn,
      submissionCell, submissionRoom, submissionBlank,
    ]

  /// The file of boundaries cannot be drawn.
  public static let badBoundaries = DiagnosticDefinition(
    "publishing.bad-boundaries",
    message: (
      en: "{file} is no GeoJSON collection of areas that a page can show",
      fr: "{file} n'est pas une collection GeoJSON de zones qu'une page peut montrer"
    ),
    remedy: (
      en: "give a FeatureCollection of polygons in longitude and latitude, simplified for the web",
      fr:
        "donnez une FeatureCollection de polygones en longitude et latitude, simplifiée pour le web"
    ),
    explanation: (
      en: """
      Maps are drawn from the file that boundaries in ayni.toml names. It must be GeoJSON (RFC 7946) \
      with at least one polygon, at most 64 MiB and two million points.
      """,
      fr: """
      Les cartes sont dessinées d'après le fichier que nomme boundaries dans ayni.toml. Ce doit être \
      du GeoJSON (RFC 7946) avec au moins un polygone, au plus 64 Mio et deux millions de points.
      """
    )
  )

  /// A sheet cannot hold the dataset, which is published without a workbook.
  public static let tooManyRows = DiagnosticDefinition(
    "publishing.too-many-rows",
    severity: .warning,
    message: (
      en:
        "{dataset} has no workbook: {rows} {rows|observation|observations}; a sheet holds {limit}",
      fr:
        "{dataset} n'a pas de classeur : {rows} {rows|observation|observations} ; une feuille en contient {limit}"
    ),
    remedy: (
      en: "use the CSV or Parquet of the release, which hold every row, or publish totals besides",
      fr:
        "utilisez le CSV ou le Parquet de la publication, qui ont toutes les lignes, ou publiez aussi des totaux"
    ),
    explanation: (
      en: """
      A sheet of a workbook has 1,048,576 rows, one of which is the heading. A sheet that ends early \
      without a word would be taken for the whole dataset, so that one workbook is not written and no \
      page offers it. The release is made: its CSV and Parquet files hold all rows.
      """,
      fr: """
      Une feuille de classeur a 1 048 576 lignes, dont une d'en-tête. Une feuille qui s'arrête plus \
      tôt sans un mot passerait pour le jeu entier ; ce classeur n'est donc pas écrit et aucune page ne \
      l'offre. La publication se fait : ses fichiers CSV et Parquet ont toutes les lignes.
      """
    )
  )

  /// A cell cannot hold a text.
  public static let textTooLong = DiagnosticDefinition(
    "publishing.text-too-long",
    message: (
      en:
        "the {column} of observation {row} of {dataset} is longer than a cell of a spreadsheet holds",
      fr:
        "{column} de l'observation {row} de {dataset} est plus long qu'une cellule de tableur"
    ),
    remedy: (
      en: "shorten the text to 32,767 characters, or leave the column out of what is published",
      fr: "raccourcissez le texte à 32 767 caractères, ou ne publiez pas la colonne"
    ),
    explanation: (
      en: "A cell holds 32,767 characters. A text that is cut without a word would mislead.",
      fr: "Une cellule contient 32 767 caractères. Un texte coupé sans un mot tromperait."
    )
  )

  /// A document needs a program that the machine does not have.
  public static let programMissing = DiagnosticDefinition(
    "publishing.program-missing",
    severity: .warning,
    exit: .environment,
    message: (
      en: "{format} was not written: {program} is not installed",
      fr: "{format} n'a pas été écrit : {program} n'est pas installé"
    ),
    remedy: (
      en: "as an administrator: apt-get install {package}",
      fr: "comme administrateur : apt-get install {package}"
    ),
    explanation: (
      en: """
      Reports are written as HTML and XLSX by Ayni itself. Word documents are made by pandoc, with drawings as \
      pictures by rsvg-convert; PDF is printed by a browser. What is missing is left out and told.
      """,
      fr: """
      Ayni écrit lui-même les rapports en HTML et XLSX. Les documents Word sont faits par pandoc, avec les \
      dessins en images par rsvg-convert ; le PDF est imprimé par un navigateur. Ce qui manque est omis et dit.
      """
    )
  )

  /// A document could not be made, and others were.
  public static let documentNotMade = DiagnosticDefinition(
    "publishing.document-not-made",
    severity: .warning,
    exit: .environment,
    message: (
      en: "{format} was not written: {reason}",
      fr: "{format} n'a pas été écrit : {reason}"
    ),
    remedy: (
      en: "open the HTML page and print it, or save it from a word processor",
      fr: "ouvrez la page HTML et imprimez-la, ou enregistrez-la depuis un traitement de texte"
    ),
    explanation: (
      en: """
      Word documents and PDF are made by other programs; the other formats do not wait for \
      them.
      """,
      fr: """
      Les documents Word et PDF sont faits par d'autres programmes ; les autres formats \
      n'attendent pas.
      """
    )
  )

  /// A feed names a component that its dataset does not have.
  public static let badColumn = DiagnosticDefinition(
    "publishing.feed-column",
    exit: .usage,
    message: (
      en: "a feed needs {part}",
      fr: "un flux a besoin de {part}"
    ),
    remedy: (
      en: "state it under [parameters] of the report",
      fr: "indiquez-le sous [parameters] du rapport"
    ),
    explanation: (
      en: """
      The columns of a feed are stated in reports/NAME.toml, each with the component that \
      fills it.
      """,
      fr: """
      Les colonnes d'un flux sont dites dans reports/NOM.toml, chacune avec la composante qui \
      la remplit.
      """
    )
  )

  /// A cell of a submission stands for no observation, or for several.
  public static let submissionCell = DiagnosticDefinition(
    "publishing.submission-cell",
    exit: .usage,
    message: (
      en: "{rows} {rows|observation has|observations have} the codes of {cell}; a cell takes one",
      fr:
        "{rows} {rows|observation a|observations ont} les codes de {cell} ; une cellule en prend une"
    ),
    remedy: (
      en: "correct key in the report, with a code for every dimension",
      fr: "corrigez key dans le rapport, avec un code pour chaque dimension"
    ),
    explanation: (
      en: "What a custodian receives is never guessed: each cell is bound to one observation.",
      fr:
        "Ce que reçoit un organisme n'est jamais deviné : chaque cellule est liée à une observation."
    )
  )

  /// A template has less room than there are rows.
  public static let submissionRoom = DiagnosticDefinition(
    "publishing.submission-room",
    exit: .usage,
    message: (
      en: "“{sheet}” has room for {room} {room|row|rows}; there are {rows}",
      fr: "« {sheet} » a de la place pour {room} {room|ligne|lignes} ; il y en a {rows}"
    ),
    remedy: (
      en: "hold more components to codes under where, or ask for a longer template",
      fr: "fixez plus de composantes sous where, ou demandez un modèle plus long"
    ),
    explanation: (
      en: "Rows beyond the room of a template would stand among its totals or notes.",
      fr: "Des lignes au-delà de la place d'un modèle seraient parmi ses totaux ou notes."
    )
  )

  /// Cells of a submission stay empty because their observations have no value.
  public static let submissionBlank = DiagnosticDefinition(
    "publishing.submission-blank",
    severity: .warning,
    message: (
      en: "{count} {count|cell stays|cells stay} as the template has them: no value",
      fr: "{count} {count|cellule reste|cellules restent} comme dans le modèle : sans valeur"
    ),
    remedy: (
      en: "the list of numbers beside the workbook says why; tell the custodian",
      fr: "la liste des nombres à côté du classeur dit pourquoi ; dites-le à l'organisme"
    ),
    explanation: (
      en:
        "An observation that is confidential or late has no number, and zero would be a wrong one.",
      fr: "Une observation confidentielle ou en retard n'a pas de nombre, et zéro serait faux."
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// The problems of pages, maps and spreadsheets.
public enum PublishingDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] = [
    badBoundaries, tooManyRows, textTooLong, exportUnpublished, exportComponent, exportReporter,
    exportRef,
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

  /// A sheet cannot hold the dataset.
  public static let tooManyRows = DiagnosticDefinition(
    "publishing.too-many-rows",
    message: (
      en: "{dataset} has {rows} {rows|observation|observations}; a spreadsheet holds {limit}",
      fr:
        "{dataset} a {rows} {rows|observation|observations} ; une feuille de calcul en contient {limit}"
    ),
    remedy: (
      en: "publish a dataset of totals; offer the whole one as CSV or Parquet, which have no limit",
      fr:
        "publiez un jeu de totaux ; offrez l'ensemble en CSV ou Parquet, qui n'ont pas de limite"
    ),
    explanation: (
      en: """
      A sheet of a workbook has 1,048,576 rows, one of which is the heading. A sheet that ends early \
      without a word would be taken for the whole dataset, so it is not written.
      """,
      fr: """
      Une feuille de classeur a 1 048 576 lignes, dont une d'en-tête. Une feuille qui s'arrête plus \
      tôt sans un mot passerait pour le jeu entier ; elle n'est donc pas écrite.
      """
    )
  )

  /// A cell cannot hold a text.
  public static let textTooLong = DiagnosticDefinition(
    "publishing.text-too-long",
    message: (
      en: "a text of {column} in {dataset} is longer than a cell of a spreadsheet holds",
      fr: "un texte de {column} dans {dataset} est plus long qu'une cellule de tableur"
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

  /// An export names a dataset that is not published.
  public static let exportUnpublished = DiagnosticDefinition(
    "publishing.export-unpublished",
    exit: .usage,
    message: (
      en: "the export to IATI names {dataset}, which is not published",
      fr: "l'export vers IATI nomme {dataset}, qui n'est pas publié"
    ),
    remedy: (
      en: "add the dataset to [release] in ayni.toml, or export another",
      fr: "ajoutez le jeu à [release] dans ayni.toml, ou exportez-en un autre"
    ),
    explanation: (
      en: """
      Only what a release publishes can leave it in another form, so that nothing confidential \
      goes out by a side door.
      """,
      fr: """
      Seul ce qu'une publication contient peut en sortir sous une autre forme : rien de \
      confidentiel ne sort par une porte dérobée.
      """
    )
  )

  /// An export names a component that is not there.
  public static let exportComponent = DiagnosticDefinition(
    "publishing.export-component",
    exit: .usage,
    message: (
      en: "{dataset} has no component {component}",
      fr: "{dataset} n'a pas de composante {component}"
    ),
    remedy: (
      en: "write a component of the dataset, or { constant = \"…\" }",
      fr: "écrivez une composante du jeu, ou { constant = \"…\" }"
    ),
    explanation: (
      en: """
      exports/iati.toml says which components of published datasets become which parts of an \
      activity.
      """,
      fr: """
      exports/iati.toml dit quelles composantes des jeux publiés deviennent quelles parties \
      d'une activité.
      """
    )
  )

  /// An activity is of an organisation that the export does not know.
  public static let exportReporter = DiagnosticDefinition(
    "publishing.export-reporter",
    message: (
      en: """
      {count} {count|activity is|activities are} of an organisation that the export does not \
      know
      """,
      fr: """
      {count} {count|activité est|activités sont} d'une organisation que l'export ne connaît \
      pas
      """
    ),
    remedy: (
      en: "add it under [reporters] in exports/iati.toml, by its code",
      fr: "ajoutez-la sous [reporters] dans exports/iati.toml, par son code"
    ),
    explanation: (
      en: "Each organisation that reports has a file of its own, under its identifier.",
      fr: "Chaque organisation déclarante a son propre fichier, sous son identifiant."
    )
  )

  /// The identifier of a reporter cannot name a file.
  public static let exportRef = DiagnosticDefinition(
    "publishing.export-ref",
    exit: .usage,
    message: (
      en: "{ref} cannot name a file",
      fr: "{ref} ne peut nommer un fichier"
    ),
    remedy: (
      en: "write letters without accents, digits, - _ and . alone",
      fr: "n'écrivez que lettres sans accent, chiffres, - _ et ."
    ),
    explanation: (
      en: "The files of an export are named by the identifiers of those who report.",
      fr: "Les fichiers d'un export portent les identifiants de ceux qui déclarent."
    )
  )
}

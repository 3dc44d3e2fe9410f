// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The sentences about a dataset and how it is cited.
extension SiteTexts {
  static let about = Message(
    "site.about",
    en: "About these data",
    fr: "À propos de ces données"
  )
  static let titleWord = Message(
    "site.title-word",
    en: "Title",
    fr: "Titre"
  )
  static let description = Message(
    "site.description",
    en: "Description",
    fr: "Description"
  )
  static let source = Message(
    "site.source",
    en: "Source",
    fr: "Source"
  )
  static let licence = Message(
    "site.licence",
    en: "Licence",
    fr: "Licence"
  )
  static let contact = Message(
    "site.contact",
    en: "Contact",
    fr: "Contact"
  )
  static let publisher = Message(
    "site.publisher",
    en: "Publication",
    fr: "Publication"
  )
  static let release = Message(
    "site.release",
    en: "Release",
    fr: "Version publiée"
  )
  static let digest = Message(
    "site.digest",
    en: "SHA-256 of the Parquet file",
    fr: "SHA-256 du fichier Parquet"
  )
  static let structureWord = Message(
    "site.structure-word",
    en: "Structure",
    fr: "Structure"
  )
  static let filters = Message(
    "site.filters",
    en: "Filters",
    fr: "Filtres"
  )
  static let noFilters = Message(
    "site.no-filters",
    en: "none: all observations",
    fr: "aucun : toutes les observations"
  )
  static let cite = Message(
    "site.cite",
    en: "How to cite",
    fr: "Comment citer"
  )
  static let citation = Message(
    "site.citation",
    en: "{publisher}. {title} [dataset]. Release {release}. {structure}.",
    fr: "{publisher}. {title} [jeu de données]. Version publiée {release}. {structure}."
  )
}

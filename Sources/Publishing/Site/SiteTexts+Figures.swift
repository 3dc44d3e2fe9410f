// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The sentences of tables, charts and maps.
extension SiteTexts {
  static let unit = Message(
    "site.unit",
    en: "Unit: {unit}",
    fr: "Unité : {unit}"
  )
  static let cut = Message(
    "site.cut",
    en:
      "Of {total} {total|row|rows}, {shown} {shown|is|are} shown, from the first on; all are in the downloads.",
    fr:
      "Sur {total} {total|ligne|lignes}, {shown} {shown|est montrée|sont montrées}, à partir de la première ; toutes sont dans les téléchargements."
  )
  static let cutUnknown = Message(
    "site.cut-unknown",
    en: "Only the first observations are shown; all {total} are in the downloads.",
    fr:
      "Seules les premières observations sont montrées ; les {total} sont dans les téléchargements."
  )
  static let noValueLegend = Message(
    "site.no-value-legend",
    en: ".. no value: the observation is recorded without a value",
    fr: ".. : pas de valeur : l'observation est enregistrée sans valeur"
  )
  static let noObservationLegend = Message(
    "site.no-observation-legend",
    en: "· no observation: nothing is recorded for this combination",
    fr: "· : pas d'observation : rien n'est enregistré pour cette combinaison"
  )
  static let noValue = Message(
    "site.no-value",
    en: "no value",
    fr: "pas de valeur"
  )
  static let noObservation = Message(
    "site.no-observation",
    en: "no observation",
    fr: "pas d'observation"
  )
  static let scroll = Message(
    "site.scroll",
    en: "{caption} (scrolls sideways)",
    fr: "{caption} (défile latéralement)"
  )
  static let heldAt = Message(
    "site.held-at",
    en: "{dimension}: {value}",
    fr: "{dimension} : {value}"
  )
  static let chartOf = Message(
    "site.chart-of",
    en: "{measure} by {axis}",
    fr: "{measure} par {axis}"
  )
  static let chartSeries = Message(
    "site.chart-series",
    en: "{measure} by {axis} and {series}",
    fr: "{measure} par {axis} et {series}"
  )
  static let chartDescription = Message(
    "site.chart-description",
    en:
      "Chart with {categories} {categories|category|categories} and {series} series, from {low} to {high}. The numbers are in the table.",
    fr:
      "Graphique avec {categories} {categories|catégorie|catégories} et {series} {series|série|séries}, de {low} à {high}. Les nombres sont dans le tableau."
  )
  static let categoriesLeft = Message(
    "site.categories-left",
    en: "The {count} largest {count|is|are} drawn; all are in the table and the downloads.",
    fr:
      "{count|La|Les} {count} {count|plus grande est dessinée|plus grandes sont dessinées} ; toutes sont dans le tableau et les téléchargements."
  )
  static let inUnits = Message(
    "site.in-units",
    en: "{measure} ({unit})",
    fr: "{measure} ({unit})"
  )
  static let nothingToDraw = Message(
    "site.nothing-to-draw",
    en: "There is nothing to draw: no observation of this selection has a value.",
    fr: "Il n'y a rien à dessiner : aucune observation de cette sélection n'a de valeur."
  )
  static let tooHeavy = Message(
    "site.too-heavy",
    en:
      "The drawing is left out, as the page would be too heavy. The numbers are in the downloads.",
    fr:
      "Le dessin est omis, car la page serait trop lourde. Les nombres sont dans les téléchargements."
  )
  static let thousands = Message(
    "site.thousands",
    en: "thousands",
    fr: "milliers"
  )
  static let millions = Message(
    "site.millions",
    en: "millions",
    fr: "millions"
  )
  static let billions = Message(
    "site.billions",
    en: "billions",
    fr: "milliards"
  )
  static let legend = Message(
    "site.legend",
    en: "Legend",
    fr: "Légende"
  )
  static let mapDescription = Message(
    "site.map-description",
    en:
      "Map of {areas} {areas|area|areas} in {classes} {classes|class|classes}. The numbers are in the table.",
    fr:
      "Carte de {areas} {areas|zone|zones} en {classes} {classes|classe|classes}. Les nombres sont dans le tableau."
  )
  static let classRange = Message(
    "site.class-range",
    en: "{low} to {high}",
    fr: "{low} à {high}"
  )
  static let classAreas = Message(
    "site.class-areas",
    en: "({count} {count|area|areas})",
    fr: "({count} {count|zone|zones})"
  )
  static let classArea = Message(
    "site.class-area",
    en: "(1 area)",
    fr: "(1 zone)"
  )
  static let noData = Message(
    "site.no-data",
    en: "no data",
    fr: "pas de données"
  )
  static let quantiles = Message(
    "site.quantiles",
    en: "Classes have about as many areas each. Equal-area projection (Equal Earth).",
    fr: "Les classes ont à peu près autant de zones chacune. Projection équivalente (Equal Earth)."
  )
  static let smallAreas = Message(
    "site.small-areas",
    en: "Areas too small for the map, or not on it",
    fr: "Zones trop petites pour la carte, ou absentes d'elle"
  )
  static let disclaimer = Message(
    "site.disclaimer",
    en:
      "The boundaries and names shown on this map do not imply endorsement or acceptance by the publisher, nor any opinion on the legal status of a country, territory or area.",
    fr:
      "Les frontières et les noms indiqués sur cette carte n'impliquent ni reconnaissance ni acceptation de la part de l'éditeur, ni prise de position sur le statut juridique d'un pays, territoire ou zone."
  )
}

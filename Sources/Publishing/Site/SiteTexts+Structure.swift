// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The sentences that say how a dataset is built.
extension SiteTexts {
  static let structure = Message(
    "site.structure",
    en: "Structure of the data",
    fr: "Structure des données"
  )
  static let component = Message(
    "site.component",
    en: "Component",
    fr: "Composant"
  )
  static let identifier = Message(
    "site.identifier",
    en: "Identifier",
    fr: "Identifiant"
  )
  static let role = Message(
    "site.role",
    en: "Role",
    fr: "Rôle"
  )
  static let holds = Message(
    "site.holds",
    en: "Holds",
    fr: "Contient"
  )
  static let dimension = Message(
    "site.dimension",
    en: "Dimension",
    fr: "Dimension"
  )
  static let timeDimension = Message(
    "site.time-dimension",
    en: "Time",
    fr: "Temps"
  )
  static let measure = Message(
    "site.measure",
    en: "Measure",
    fr: "Mesure"
  )
  static let attribute = Message(
    "site.attribute",
    en: "Attribute",
    fr: "Attribut"
  )
  static let textType = Message(
    "site.text-type",
    en: "Text",
    fr: "Texte"
  )
  static let integerType = Message(
    "site.integer-type",
    en: "Whole number",
    fr: "Nombre entier"
  )
  static let decimalType = Message(
    "site.decimal-type",
    en: "Decimal number, {decimals} {decimals|decimal|decimals}",
    fr: "Nombre décimal, {decimals} {decimals|décimale|décimales}"
  )
  static let doubleType = Message(
    "site.double-type",
    en: "Number",
    fr: "Nombre"
  )
  static let booleanType = Message(
    "site.boolean-type",
    en: "Yes or no",
    fr: "Oui ou non"
  )
  static let dateType = Message(
    "site.date-type",
    en: "Day",
    fr: "Jour"
  )
  static let periodType = Message(
    "site.period-type",
    en: "Period",
    fr: "Période"
  )
  static let codesOf = Message(
    "site.codes-of",
    en: "Codes of {list}",
    fr: "Codes de {list}"
  )
  static let code = Message(
    "site.code",
    en: "Code",
    fr: "Code"
  )
  static let label = Message(
    "site.label",
    en: "Label",
    fr: "Libellé"
  )
  static let codesLeft = Message(
    "site.codes-left",
    en: "{count} more {count|code is|codes are} in the file of structures.",
    fr: "{count} {count|autre code est|autres codes sont} dans le fichier des structures."
  )
}

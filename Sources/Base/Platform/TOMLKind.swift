// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A kind of value that a key can ask for: what it is called, and how it is written.
struct TOMLKind {
  let name: Message
  /// How such a value is written, which every language reads: `"\u{2026}"`, `1`, `[…]`.
  let sample: String

  private init(_ key: String, _ sample: String, en: String, fr: String) {
    name = Message("toml.\(key)", en: en, fr: fr)
    self.sample = sample
  }

  static let text = TOMLKind("text", "\"\u{2026}\"", en: "a text", fr: "un texte")
  static let wholeNumber = TOMLKind("integer", "1", en: "a whole number", fr: "un nombre entier")
  static let number = TOMLKind("number", "1.5", en: "a number", fr: "un nombre")
  static let truth = TOMLKind("boolean", "true", en: "true or false", fr: "true ou false")
  static let texts = TOMLKind(
    "texts",
    "[\"\u{2026}\"]",
    en: "a list of texts",
    fr: "une liste de textes"
  )

  static func table(_ key: String) -> TOMLKind {
    TOMLKind("table", "[\(key)]", en: "a table", fr: "une table")
  }

  static func tables(_ key: String) -> TOMLKind {
    TOMLKind("tables", "[[\(key)]]", en: "a list of tables", fr: "une liste de tables")
  }

  static let decimals = Message(
    "toml.decimals",
    en: "a number with decimals",
    fr: "un nombre à décimales"
  )
  static let dateTime = Message("toml.date", en: "a date or a time", fr: "une date ou une heure")
  static let list = Message("toml.list", en: "a list", fr: "une liste")
}

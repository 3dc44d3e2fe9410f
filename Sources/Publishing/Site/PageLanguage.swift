// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// What a page says, in one language.
struct PageLanguage: Sendable {
  let language: Language
  let numbers: NumberText
  private let words: Catalogue

  init(_ language: Language) {
    self.language = language
    numbers = NumberText(language: language)
    words = Catalogue(language)
  }

  /// A sentence of the program.
  func text(_ message: Message, _ arguments: [String: MessageArgument] = [:]) -> String {
    words.text(message, arguments)
  }

  /// How many of a list are not shown.
  func more(_ count: Int) -> String { text(SiteTexts.moreRecords, ["count": .count(count)]) }

  /// A text of the project in this language, or the nearest there is.
  func plain(_ text: InternationalString) -> String { text.text(in: language) ?? "" }

  /// A text of the project, marked with its language where it is not the page's.
  func phrase(_ text: InternationalString) -> HTML {
    if text.texts[language] != nil { return .text(plain(text)) }
    let other = text.texts[.english] != nil ? Language.english : text.languages.first ?? language
    return .element(Element(.span, .lang(other.rawValue)) { plain(text) })
  }

  /// The label of a code, or the code; `_T` and the like have labels in their lists.
  func label(_ code: String, of component: Component, _ contents: DatasetContents) -> String {
    contents.label(code, of: component).map(plain) ?? code
  }

  /// The label of a code and, where they differ, the code beside it.
  func coded(_ code: String, of component: Component, _ contents: DatasetContents) -> HTML {
    guard let label = contents.label(code, of: component) else { return .text(code) }
    return .pieces {
      phrase(label)
      if plain(label) != code {
        " "
        Element(.span, .class("code")) { code }
      }
    }
  }

  /// The name of the language in itself, for the switch.
  var ownName: String {
    PageLanguage.names[language.rawValue] ?? language.rawValue
  }

  /// The direction of writing.
  ///
  /// - Source: Unicode CLDR, layout orientation of these languages.
  var direction: String {
    let tag = language.rawValue.prefix { $0 != "-" }
    return ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(tag) ? "rtl" : "ltr"
  }

  private static let names = [
    "ar": "العربية", "en": "English", "es": "Español", "fr": "Français", "pt": "Português",
    "ro": "Română", "ru": "Русский", "zh": "中文",
  ]
}

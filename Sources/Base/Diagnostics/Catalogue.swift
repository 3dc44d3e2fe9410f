// SPDX-License-Identifier: Apache-2.0

/// The texts of messages in one language.
///
/// English and French come with each ``Message``; other languages are tables from key to text.
/// A key that the table lacks falls back to English, so that no message is ever lost.
public struct Catalogue: Sendable {
  /// The language that this catalogue speaks.
  public let language: Language
  private let translations: [String: String]

  /// Makes the catalogue of a language.
  ///
  /// - Parameters:
  ///   - language: the language to speak.
  ///   - translations: texts by message key; needed for languages other than English and French.
  public init(_ language: Language, translations: [String: String] = [:]) {
    self.language = language
    self.translations = translations
  }

  /// The message with its places filled.
  public func text(_ message: Message, _ arguments: [String: MessageArgument] = [:]) -> String {
    Message.fill(template(of: message), with: arguments, language: language)
  }

  private func template(of message: Message) -> String {
    if let translated = translations[message.key] { return translated }
    return language == .french ? message.french : message.english
  }
}

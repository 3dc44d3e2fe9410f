// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// A name or a description in one or more languages (SDMX 3.1 information model, base).
public struct InternationalString: Hashable, Sendable {
  /// The texts by language.
  public let texts: [Language: String]

  /// Takes texts by language.
  public init(_ texts: [Language: String]) { self.texts = texts }

  /// Takes an English text and, where there is one, its French.
  public init(en english: String, fr french: String? = nil) {
    var texts: [Language: String] = [.english: english]
    texts[.french] = french
    self.init(texts)
  }

  /// The languages, in the order of their tags.
  public var languages: [Language] { texts.keys.sorted() }

  /// Whether there is no text at all.
  public var isEmpty: Bool { texts.isEmpty }

  /// The text in a language; else in English; else in the first language there is.
  public func text(in language: Language) -> String? {
    texts[language] ?? texts[.english] ?? languages.first.flatMap { texts[$0] }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Structures

/// Sentences of a template with numbers and words of the project in their places.
public struct ReportWords: Sendable {
  /// The language.
  public let language: Language
  private let catalogue: Catalogue

  /// Speaks a language.
  public init(_ language: Language) {
    self.language = language
    catalogue = Catalogue(language)
  }

  /// A text that has no numbers within.
  public func text(_ message: Message, _ arguments: [String: MessageArgument] = [:]) -> String {
    catalogue.text(message, arguments)
  }

  /// A text of the project in this language, or the nearest there is.
  public func plain(_ text: InternationalString) -> String { text.text(in: language) ?? "" }

  /// A sentence with pieces in its places.
  ///
  /// - Parameters:
  ///   - message: the sentence.
  ///   - pieces: what stands in the places, by name.
  /// - Returns: the sentence as pieces of a line.
  public func line(_ message: Message, _ pieces: [String: [ReportInline]] = [:]) -> [ReportInline] {
    // Marks from the area for private use stand where pieces go; no text of a template has them.
    let names = pieces.keys.sorted()
    let marks = names.indices.map { position in
      String(Character(Unicode.Scalar(0xE000 + UInt32(position)) ?? "\u{E000}"))
    }
    // What is left then are words that agree with a count.
    let table = pieces.compactMapValues { line -> MessageArgument? in
      line.count == 1 ? line[0].numbers.first?.text.flatMap { Int($0) }.map { .count($0) } : nil
    }
    let chosen = Message(
      message.key,
      en: ReportWords.marked(message.english, zip(names, marks)),
      fr: ReportWords.marked(message.french, zip(names, marks))
    )
    return ReportWords.split(
      catalogue.text(chosen, table),
      Dictionary(
        zip(marks.compactMap(\.first), names.map { pieces[$0] ?? [] }),
        uniquingKeysWith: { first, _ in first }
      )
    )
  }

  /// Puts the marks in the plain places, so that only words that agree are left to choose.
  private static func marked(
    _ text: String,
    _ marks: some Sequence<(String, String)>
  ) -> String {
    var text = text
    for (name, mark) in marks {
      text = text.split(separator: "{\(name)}", omittingEmptySubsequences: false)
        .joined(separator: mark)
    }
    return text
  }

  private static func split(_ text: String, _ pieces: [Character: [ReportInline]]) -> [ReportInline]
  {
    var line: [ReportInline] = []
    var plain = ""
    for character in text {
      guard let piece = pieces[character] else {
        plain.append(character)
        continue
      }
      if !plain.isEmpty { line.append(.text(plain)) }
      plain = ""
      line += piece
    }
    if !plain.isEmpty { line.append(.text(plain)) }
    return line
  }
}

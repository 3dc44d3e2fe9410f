// SPDX-License-Identifier: Apache-2.0

/// One sentence that a person reads, in English and in French, with named places to fill.
///
/// A place is written `{name}`; `{name|row|rows}` is the word that fits the count in that place, so that
/// one sentence serves for one and for many. Both texts are arguments of the initialiser, so that a message
/// without its French does not compile; ``Catalogue`` adds further languages by key.
public struct Message: Hashable, Sendable {
  /// The stable key under which translations are kept, dotted and lower case.
  public let key: String
  /// The English text with its places.
  public let english: String
  /// The French text with the same places.
  public let french: String

  /// Makes a message from its two complete texts.
  public init(_ key: String, en english: String, fr french: String) {
    self.key = key
    self.english = english
    self.french = french
  }

  /// The names of the places in a template, in order of first appearance.
  public static func places(in template: String) -> [String] {
    var names: [String] = []
    for segment in Segment.parse(template) {
      guard let name = segment.place, !names.contains(name) else { continue }
      names.append(name)
    }
    return names
  }

  /// The text of a template with its places filled; a place without an argument stays visible.
  static func fill(
    _ template: String,
    with arguments: [String: MessageArgument],
    language: Language
  ) -> String {
    Segment.parse(template).map { segment in
      switch segment {
      case .text(let text): text
      case .place(let name): arguments[name]?.text(in: language) ?? "{\(name)}"
      case .word(let name, let one, let many):
        arguments[name]?.isSingular(in: language) == true ? one : many
      }
    }.joined()
  }
}

/// What fills a place of a message.
public enum MessageArgument: Hashable, Sendable {
  /// A word of the user's own files: a column, a code, a path. Never the content of a record.
  case text(String)
  /// A whole number, written with the language's thousands separator.
  case count(Int)
  /// A word of Ayni's own, in the language of the message.
  case message(Message)

  /// The argument as the language writes it.
  public func text(in language: Language) -> String {
    switch self {
    case .text(let text): text
    case .count(let number): language.grouped(number)
    case .message(let message): language == .french ? message.french : message.english
    }
  }

  /// Whether a word beside the argument stands in the singular.
  ///
  /// - Source: Unicode CLDR, plural rules for cardinals: English one is 1; French one is 0 and 1.
  func isSingular(in language: Language) -> Bool {
    switch self {
    case .count(let number): language == .french ? number.magnitude < 2 : number.magnitude == 1
    case .text(let text): text == "1"
    case .message: false
    }
  }
}

extension MessageArgument: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByIntegerLiteral
{
  /// Takes a literal text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Takes a literal number.
  public init(integerLiteral value: Int) { self = .count(value) }
}

private enum Segment {
  case text(String)
  case place(String)
  case word(String, one: String, many: String)

  var place: String? {
    switch self {
    case .text: nil
    case .place(let name), .word(let name, _, _): name
    }
  }

  static func parse(_ template: String) -> [Segment] {
    var segments: [Segment] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      segments.append(.text(String(rest[..<open])))
      let parts = rest[rest.index(after: open)..<close].split(
        separator: "|",
        omittingEmptySubsequences: false
      ).map(String.init)
      segments.append(
        parts.count == 3 ? .word(parts[0], one: parts[1], many: parts[2]) : .place(parts[0])
      )
      rest = rest[rest.index(after: close)...]
    }
    segments.append(.text(String(rest)))
    return segments
  }
}

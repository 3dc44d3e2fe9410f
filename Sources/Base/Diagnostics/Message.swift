// SPDX-License-Identifier: Apache-2.0

/// One sentence that a person reads, in English and in French, with named places to fill.
///
/// A place is written `{name}`. Both texts are arguments of the initialiser, so that a message
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
      if case .place(let name) = segment, !names.contains(name) { names.append(name) }
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

  /// The argument as the language writes it.
  public func text(in language: Language) -> String {
    switch self {
    case .text(let text): text
    case .count(let number): language.grouped(number)
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

  static func parse(_ template: String) -> [Segment] {
    var segments: [Segment] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      segments.append(.text(String(rest[..<open])))
      segments.append(.place(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    segments.append(.text(String(rest)))
    return segments
  }
}

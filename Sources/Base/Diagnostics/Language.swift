// SPDX-License-Identifier: Apache-2.0

/// A language in which Ayni speaks, by its BCP 47 tag.
///
/// English and French are complete in the program itself; a further language is a table of
/// translations handed to ``Catalogue``.
public struct Language: RawRepresentable, Hashable, Sendable, Comparable {
  /// The BCP 47 tag, lower case: `en`, `fr`, `pt-br`.
  public let rawValue: String

  /// Takes a BCP 47 tag; case does not matter.
  public init(rawValue: String) {
    self.rawValue = rawValue.lowercased()
  }

  /// English, the language in which every message is first written.
  public static let english: Language = Language(rawValue: "en")
  /// French, complete beside English.
  public static let french: Language = Language(rawValue: "fr")

  /// Orders languages by their tag.
  public static func < (left: Language, right: Language) -> Bool { left.rawValue < right.rawValue }

  /// The languages that the program speaks by itself.
  public static let spoken: [Language] = [.english, .french]

  /// The language that a POSIX locale such as `fr_FR.UTF-8` asks for; English where Ayni has no other.
  public init(locale: String) { self = Language(spokenIn: locale) ?? .english }

  /// The language that a tag such as `fr-CA` or a POSIX locale asks for; it is `nil` where Ayni does not
  /// speak it.
  public init?(spokenIn locale: String) {
    let tag = String(locale.prefix { !".@_-".contains($0) })
    guard Language.spoken.contains(Language(rawValue: tag)) else { return nil }
    self = Language(rawValue: tag)
  }

  /// A whole number with this language's thousands separator: `1,204` or `1 204`.
  public func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { text += groupSeparator }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// What stands between groups of three digits; a narrow no-break space outside English.
  public var groupSeparator: String { self == .english ? "," : "\u{202F}" }

  /// What stands between a word and what is said of it; French sets the colon off.
  public var colon: String { self == .french ? "\u{A0}: " : ": " }

  /// What stands between parts of a line; French sets the semicolon off.
  public var semicolon: String { self == .french ? "\u{A0}; " : "; " }

  /// What stands before the decimals.
  public var decimalSeparator: String { self == .english ? "." : "," }
}

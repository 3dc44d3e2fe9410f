// SPDX-License-Identifier: Apache-2.0

/// The smallest piece of a script that means something.
struct Token: Sendable {
  let kind: TokenKind
  let place: Place
}

/// What a token is.
enum TokenKind: Hashable, Sendable {
  /// A reserved word.
  case keyword(Keyword)
  /// A sign.
  case symbol(Symbol)
  /// A name as it is meant, without quotes; `isComposite` where it was written bare with a colon.
  case name(String, isComposite: Bool)
  /// Digits.
  case integer(String)
  /// Digits, a point, digits.
  case number(String)
  /// A text as it is meant, without quotes.
  case string(String)
  /// The end of the script.
  case end
}

/// A sign of the language.
///
/// - Source: VTL 2.2, lexical grammar.
enum Symbol: String, CaseIterable, Hashable, Sendable {
  case assign = ":="
  case persist = "<-"
  case arrow = "->"
  case concatenate = "||"
  case notEqual = "<>"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
  case equal = "="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case membership = "#"
  case omitted = "_"
  case dot = "."
}

/// A remark in a script, which changes nothing and is kept.
struct Comment: Hashable, Sendable {
  /// The remark with its marks.
  let text: String
  /// Whether nothing but blanks stood before it on its line.
  let startsLine: Bool
  /// Whether an empty line stood before it.
  let followsBlankLine: Bool
  /// How many tokens stand before it.
  let tokensBefore: Int
  let place: Place

  /// Whether the remark ends with its line.
  var isLine: Bool { text.hasPrefix("//") }

  static func == (left: Comment, right: Comment) -> Bool {
    left.text == right.text && left.startsLine == right.startsLine
      && left.tokensBefore == right.tokensBefore
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(tokensBefore)
  }
}

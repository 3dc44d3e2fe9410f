// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Turns a script into tokens, keeping comments and telling every character that belongs to none.
///
/// - Source: VTL 2.2, lexical grammar. Beyond it, two quotes within a text stand for one, as in SQL.
struct Lexer {
  private let source: SourceText
  private var offset = 0
  private(set) var tokens: [Token] = []
  private(set) var comments: [Remark] = []
  private(set) var problems: [Diagnostic] = []

  /// A comment before it is known which token follows it.
  struct Remark {
    let place: Place
    let startsLine: Bool
    let followsBlankLine: Bool
  }

  /// Reads a whole script.
  init(_ source: SourceText) {
    self.source = source
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    tokens.reserveCapacity(source.bytes.count / 4)
    while skipBlanks() { readToken() }
    tokens.append(Token(kind: .end, place: Place(offset, offset)))
  }

  private func byte(_ ahead: Int = 0) -> UInt8? {
    offset + ahead < source.bytes.count ? source.bytes[offset + ahead] : nil
  }

  // MARK: Blanks and comments

  /// Moves to the next token; false at the end.
  private mutating func skipBlanks() -> Bool {
    var lineBreaks = offset == 0 ? 1 : 0
    while let next = byte() {
      switch next {
      case UInt8(ascii: "\n"):
        lineBreaks += 1
        offset += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0C:
        offset += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        readRemark(lineBreaks) { $0.skipLine() }
        lineBreaks = 0
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
        readRemark(lineBreaks) { $0.skipBlock() }
        lineBreaks = 0
      default: return true
      }
    }
    return false
  }

  private mutating func readRemark(_ lineBreaks: Int, _ skip: (inout Lexer) -> Void) {
    let start = offset
    skip(&self)
    comments.append(
      Remark(
        place: Place(start, offset),
        startsLine: lineBreaks > 0,
        followsBlankLine: lineBreaks > 1
      )
    )
  }

  private mutating func skipLine() {
    while let next = byte(), next != UInt8(ascii: "\n"), next != UInt8(ascii: "\r") { offset += 1 }
  }

  private mutating func skipBlock() {
    let start = offset
    offset += 2
    while let next = byte() {
      if next == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        offset += 2
        return
      }
      offset += 1
    }
    report(VTLDefinitions.unterminated, at: start, ["what": "/*"])
  }

  // MARK: Tokens

  private mutating func readToken() {
    guard let first = byte() else { return }
    let start = offset
    switch first {
    case UInt8(ascii: "\""): readText(start)
    case UInt8(ascii: "'"): readQuotedName(start)
    case _ where first.isDigit: readNumber(start)
    case _ where first.isNameStart: readWord(start)
    default: readSymbol(start)
    }
  }

  private mutating func append(_ kind: TokenKind, from start: Int) {
    tokens.append(Token(kind: kind, place: Place(start, offset)))
  }

  private mutating func readNumber(_ start: Int) {
    skipDigits()
    if byte() == UInt8(ascii: "."), byte(1)?.isDigit == true {
      offset += 1
      skipDigits()
      append(.number(source.text(start..<offset)), from: start)
    } else {
      append(.integer(source.text(start..<offset)), from: start)
    }
  }

  private mutating func skipDigits() { while byte()?.isDigit == true { offset += 1 } }

  private mutating func readText(_ start: Int) {
    guard let text = readQuoted(UInt8(ascii: "\"")) else {
      report(VTLDefinitions.unterminated, at: start, ["what": "\""])
      append(.string(""), from: start)
      return
    }
    append(.string(text), from: start)
  }

  private mutating func readQuotedName(_ start: Int) {
    let name = readQuoted(UInt8(ascii: "'"))
    if name == nil { report(VTLDefinitions.unterminated, at: start, ["what": "'"]) }
    if name == "" { report(VTLDefinitions.emptyName, at: start, [:]) }
    append(.name(name ?? "?", isComposite: false), from: start)
  }

  /// The characters between two quotes; `nil`, and the rest of the line skipped, where one is missing.
  ///
  /// In a text the quote is doubled, in a name it stands behind a backslash.
  private mutating func readQuoted(_ quote: UInt8) -> String? {
    let start = offset
    offset += 1
    var content: [UInt8] = []
    while let next = byte() {
      if next == quote {
        if quote == UInt8(ascii: "'") || byte(1) != quote {
          offset += 1
          return String(decoding: content, as: UTF8.self)
        }
        offset += 1
      } else if next == UInt8(ascii: "\\"), quote == UInt8(ascii: "'"), byte(1) == quote {
        offset += 1
      }
      content.append(byte() ?? next)
      offset += 1
    }
    offset = start
    skipLine()
    return nil
  }

  private mutating func readWord(_ start: Int) {
    skipNamePart()
    let word = source.text(start..<offset)
    if word == "_" {
      append(.symbol(.omitted), from: start)
    } else if let keyword = Keyword.bySpelling[word] {
      append(.keyword(keyword), from: start)
    } else if readCompositeRest() {
      append(.name(source.text(start..<offset), isComposite: true), from: start)
    } else {
      append(.name(word, isComposite: false), from: start)
    }
  }

  private mutating func skipNamePart() { while byte()?.isNamePart == true { offset += 1 } }

  /// Reads `:ID`, `:ID(1.0)` or `:ID(1.0):KEY` where they follow a name without a blank.
  private mutating func readCompositeRest() -> Bool {
    guard byte() == UInt8(ascii: ":"), byte(1)?.isNameStart == true else { return false }
    let start = offset
    offset += 1
    let word = offset
    skipNamePart()
    if Keyword.bySpelling[source.text(word..<offset)] != nil {
      offset = start
      return false
    }
    readVersion()
    if byte() == UInt8(ascii: ":"), byte(1)?.isNamePart == true {
      offset += 1
      skipNamePart()
    }
    return true
  }

  /// Reads `(1.0)` or `(1.0.*)`; leaves anything else in parentheses alone.
  private mutating func readVersion() {
    guard byte() == UInt8(ascii: "(") else { return }
    var ahead = 1
    while let next = byte(ahead), next.isDigit || "._+*~".utf8.contains(next) { ahead += 1 }
    if ahead > 1, byte(ahead) == UInt8(ascii: ")") { offset += ahead + 1 }
  }

  private mutating func readSymbol(_ start: Int) {
    for length in [2, 1] where offset + length <= source.bytes.count {
      if let symbol = Symbol(rawValue: source.text(offset..<offset + length)) {
        offset += length
        append(.symbol(symbol), from: start)
        return
      }
    }
    skipStrangeCharacters()
    report(
      VTLDefinitions.unexpectedCharacter,
      at: start,
      ["character": .text(String(source.text(start..<offset).prefix(12)))]
    )
  }

  /// Skips to the next byte that can begin a token, so that a run of strange ones is told once.
  private mutating func skipStrangeCharacters() {
    offset += 1
    while let next = byte(), next >= 0x80 { offset += 1 }
  }

  private mutating func report(
    _ definition: DiagnosticDefinition,
    at start: Int,
    _ arguments: [String: MessageArgument]
  ) {
    guard problems.count < Parser.problemLimit else { return }
    problems.append(definition.at(source.location(of: start), arguments))
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isNameStart: Bool {
    self == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var isNamePart: Bool { isNameStart || isDigit || self == UInt8(ascii: ".") }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Reads tokens into a tree by recursive descent, operators by their precedence.
///
/// A problem is thrown within a statement and caught at its end, so that one reading tells the problems
/// of all statements; a ruleset goes on with its next rule. Depth and length of an expression are
/// limited, so that no text can exhaust the stack.
///
/// Errors are thrown without their type: a typed diagnostic takes hundreds of bytes of the stack at each
/// call, and calls are as deep as the text is nested.
///
/// - Source: VTL 2.2, grammar.
struct Parser {
  /// How many problems are told of one script.
  static let problemLimit = 100
  /// How deep parentheses, calls and conditions may be nested.
  static let depthLimit = 160
  /// How many operators may follow each other without parentheses.
  static let chainLimit = 2_000
  /// How many bytes a script may have.
  static let sizeLimit = 32_000_000

  let source: SourceText
  private(set) var tokens: [Token]
  private(set) var position = 0
  private let remarks: [Lexer.Remark]
  private var problems: [Diagnostic]
  private var depth = 0

  init(_ source: SourceText) {
    self.source = source
    if source.bytes.count > Parser.sizeLimit {
      tokens = [Token(kind: .end, place: Place(0, 0))]
      remarks = []
      problems = [
        VTLDefinitions.tooLarge.at(
          Location(source.file, line: 1, column: 1),
          ["limit": .count(Parser.sizeLimit)]
        )
      ]
      return
    }
    let lexer = Lexer(source)
    tokens = lexer.tokens
    remarks = lexer.comments
    problems = lexer.problems
  }

  // MARK: Looking

  /// The token that is read next.
  var token: Token { tokens[position] }

  /// The token some tokens ahead, or the end.
  func token(ahead count: Int) -> Token { tokens[min(position + count, tokens.count - 1)] }

  /// The place just behind what was read last.
  var previousPlace: Place { position > 0 ? tokens[position - 1].place : Place(0, 0) }

  func isAt(_ symbol: Symbol) -> Bool { token.kind == .symbol(symbol) }

  func isAt(_ keyword: Keyword) -> Bool { token.kind == .keyword(keyword) }

  /// The reserved word that is read next, if it is one of these.
  func keyword(among words: Set<Keyword>) -> Keyword? {
    if case .keyword(let word) = token.kind, words.contains(word) { word } else { nil }
  }

  /// The place of what began at a token and ended with the last one read.
  func place(from start: Int) -> Place {
    Place(tokens[min(start, tokens.count - 1)].place.start, previousPlace.end)
  }

  // MARK: Taking

  mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  /// Goes back one token, so that a problem is told at it.
  mutating func retreat() { if position > 0 { position -= 1 } }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard isAt(keyword) else { return false }
    advance()
    return true
  }

  mutating func take(among words: Set<Keyword>) -> Keyword? {
    guard let word = keyword(among: words) else { return nil }
    advance()
    return word
  }

  mutating func expect(_ symbol: Symbol) throws {
    guard take(symbol) else { throw unexpected("\"\(symbol.rawValue)\"") }
  }

  mutating func expect(_ keyword: Keyword) throws {
    guard take(keyword) else { throw unexpected(keyword.rawValue, among: [keyword]) }
  }

  mutating func expect(_ keywords: Keyword...) throws {
    for keyword in keywords { try expect(keyword) }
  }

  mutating func expect(among words: Set<Keyword>) throws -> Keyword {
    guard let word = take(among: words) else {
      let list = words.map(\.rawValue).sorted().joined(separator: ", ")
      throw unexpected(list, among: words)
    }
    return word
  }

  /// Puts several tokens in the place of the one that is read next.
  mutating func replaceToken(with others: [Token]) {
    tokens.replaceSubrange(position...position, with: others)
  }

  /// Puts the semicolon that the last statement may go without, and takes it.
  mutating func addSemicolon() {
    let end = previousPlace.end
    tokens.insert(Token(kind: .symbol(.semicolon), place: Place(end, end)), at: position)
    advance()
  }

  // MARK: Depth

  /// Reads something one level deeper.
  mutating func nested<Result>(
    _ read: (inout Parser) throws -> Result
  ) throws -> Result {
    guard depth < Parser.depthLimit else {
      throw problem(VTLDefinitions.tooDeep, ["limit": .count(Parser.depthLimit)])
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  // MARK: Problems

  /// A problem at the token that is read next, or at another place.
  func problem(
    _ definition: DiagnosticDefinition,
    _ arguments: [String: MessageArgument] = [:],
    at place: Place? = nil,
    suggestion: String? = nil
  ) -> Diagnostic {
    definition.at(
      source.location(of: (place ?? token.place).start),
      arguments,
      suggestion: suggestion
    )
  }

  /// What to say where something else was expected; a misspelt word gets its nearest one.
  func unexpected(_ expected: String, among words: Set<Keyword> = []) -> Diagnostic {
    if case .end = token.kind {
      return problem(VTLDefinitions.unexpectedEnd, ["expected": .text(expected)])
    }
    var suggestion: String?
    if case .name(let name, _) = token.kind {
      suggestion = NearestName.of(name, among: words.map(\.rawValue))
    }
    return problem(
      VTLDefinitions.unexpectedToken,
      ["found": .text(spelling(of: token)), "expected": .text(expected)],
      suggestion: suggestion
    )
  }

  /// A token as a message shows it; a text is not shown, for it may hold data.
  func spelling(of token: Token) -> String {
    switch token.kind {
    case .keyword(let word): word.rawValue
    case .symbol(let symbol): symbol.rawValue
    case .name(let name, _): String(name.prefix(60))
    case .integer(let digits), .number(let digits): String(digits.prefix(30))
    case .string: "\"…\""
    case .end: ""
    }
  }

  /// Whether so many problems were told that more would not help.
  var isFull: Bool { problems.count >= Parser.problemLimit }

  mutating func report(_ error: any Error) {
    if problems.count < Parser.problemLimit { problems.append(Diagnostic(of: error)) }
  }

  /// Every problem in the order of the text.
  func sortedProblems() -> [Diagnostic] {
    problems.enumerated().sorted { left, right in
      let first = left.element.location ?? Location("")
      let second = right.element.location ?? Location("")
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  // MARK: Comments

  /// The comments with the count of tokens that stand before each.
  func placedComments() -> [Comment] {
    var comments: [Comment] = []
    var count = 0
    for remark in remarks {
      while count < tokens.count - 1, tokens[count].place.start < remark.place.start { count += 1 }
      let text = source.text(remark.place.start..<remark.place.end)
      comments.append(
        Comment(
          text: text.trimmedAtEnd,
          startsLine: remark.startsLine,
          followsBlankLine: remark.followsBlankLine,
          tokensBefore: count,
          place: remark.place
        )
      )
    }
    return comments
  }

  /// Whether an empty line stands between a token and what is before it.
  func followsBlankLine(_ index: Int) -> Bool {
    let start = tokens[index].place.start
    var end = index > 0 ? tokens[index - 1].place.end : 0
    // The remark nearest before the token counts, for the empty line before it is the remark's own.
    var low = 0
    var high = remarks.count
    while low < high {
      let middle = (low + high) / 2
      if remarks[middle].place.start < start { low = middle + 1 } else { high = middle }
    }
    if low > 0 { end = max(end, remarks[low - 1].place.end) } else if index == 0 { return false }
    return source.line(of: start) - source.line(of: end) > 1
  }
}

extension Diagnostic {
  /// The problem that was thrown.
  init(of error: any Error) {
    self =
      error as? Diagnostic ?? DiagnosticFailure(wrapping: error).diagnostics.first
      ?? VTLDefinitions.unexpectedEnd.at()
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmedAtEnd: String {
    var text = self[...]
    while let last = text.utf8.last, last == 0x20 || last == 0x09 || last == 0x0D {
      text = text.dropLast()
    }
    return String(text)
  }
}

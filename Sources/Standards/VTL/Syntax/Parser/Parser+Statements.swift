// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Statements, and going on behind a problem.
extension Parser {
  /// All statements that can be understood.
  mutating func parseScript() -> [Statement] {
    var statements: [Statement] = []
    while token.kind != .end, !isFull {
      let start = position
      do {
        let content = try parseStatement()
        statements.append(
          Statement(
            content: content,
            followsBlankLine: followsBlankLine(start),
            place: place(from: start)
          )
        )
        try expectSemicolon()
      } catch {
        report(error)
        recover(from: start)
      }
    }
    return statements
  }

  private mutating func parseStatement() throws -> Statement.Content {
    if isAt(.define) { return try parseDefinition() }
    if case .keyword(let word) = token.kind, isAssignment(token(ahead: 1)) {
      throw reserved(word)
    }
    let name = try parseName(VTLDefinitions.nameOfResult)
    if take(.assign) {
      return .assignment(name, isPersistent: false, try parseExpression(.dataset))
    }
    if take(.persist) {
      return .assignment(name, isPersistent: true, try parseExpression(.dataset))
    }
    if NearestName.of(name.text, among: [Keyword.define.rawValue]) != nil {
      retreat()
      throw unexpected(":=, <-", among: [.define])
    }
    throw unexpected(":=, <-")
  }

  private func isAssignment(_ token: Token) -> Bool {
    token.kind == .symbol(.assign) || token.kind == .symbol(.persist)
  }

  /// The semicolon behind a statement; the last one may go without.
  private mutating func expectSemicolon() throws {
    if take(.semicolon) { return }
    if token.kind == .end {
      addSemicolon()
      return
    }
    if isAt(.define) || isAssignment(token(ahead: 1)) {
      report(
        problem(VTLDefinitions.missingSemicolon, at: Place(previousPlace.end, previousPlace.end))
      )
      return
    }
    throw unexpected("\";\"")
  }

  /// Moves behind the statement that could not be read.
  ///
  /// A definition ends with the semicolon behind its `end`; where that is missing, and for any other
  /// statement, the next semicolon ends it.
  private mutating func recover(from start: Int) {
    if tokens[start].kind == .keyword(.define), let end = endOfDefinition(start) {
      while position < end { advance() }
    }
    while token.kind != .end, !isAt(.semicolon), !(isAt(.define) && position > start) { advance() }
    _ = take(.semicolon)
  }

  /// Where the `end` of a definition stands, unless another definition begins before it.
  private func endOfDefinition(_ start: Int) -> Int? {
    var index = max(start + 1, position)
    while index < tokens.count {
      if tokens[index].kind == .keyword(.define) { return nil }
      if tokens[index].kind == .keyword(.end) { return index }
      index += 1
    }
    return nil
  }

  // MARK: Names

  /// A name; `what` says in a message what kind of name is expected.
  mutating func parseName(_ what: String = "name") throws -> Name {
    switch token.kind {
    case .name(let text, let isComposite):
      defer { advance() }
      return Name(text, isComposite: isComposite, at: token.place)
    case .keyword(let word): throw reserved(word, expected: what)
    default: throw unexpected(what)
    }
  }

  /// What to say where a reserved word stands in the place of a name.
  private func reserved(_ word: Keyword, expected: String = "name") -> Diagnostic {
    problem(
      VTLDefinitions.reservedWord,
      ["word": .text(word.rawValue), "expected": .text(expected)]
    )
  }

  /// `component` or `alias#component`.
  mutating func parseComponentName() throws -> ComponentName {
    let first = try parseName(VTLDefinitions.nameOfComponent)
    guard take(.membership) else { return ComponentName(dataset: nil, name: first) }
    return ComponentName(dataset: first, name: try parseName(VTLDefinitions.nameOfComponent))
  }

  /// One or more things with commas between them.
  mutating func parseList<Item>(
    _ read: (inout Parser) throws -> Item
  ) throws -> [Item] {
    var items = [try read(&self)]
    while take(.comma) { items.append(try read(&self)) }
    return items
  }

  mutating func parseComponentNames() throws -> [ComponentName] {
    try parseList { parser in try parser.parseComponentName() }
  }

  // MARK: Constants

  /// Whether a constant is read next.
  var isAtConstant: Bool {
    switch token.kind {
    case .integer, .number, .string, .keyword(.true), .keyword(.false), .keyword(.null): true
    case .symbol(.plus), .symbol(.minus):
      switch token(ahead: 1).kind {
      case .integer, .number: true
      default: false
      }
    default: false
    }
  }

  mutating func parseConstant() throws -> Constant {
    guard isAtConstant else { throw unexpected("constant") }
    let start = position
    var sign: Sign?
    if case .symbol(let symbol) = token.kind {
      sign = Sign(rawValue: symbol.rawValue)
      advance()
    }
    let value: Constant.Value =
      switch token.kind {
      case .integer(let digits): .integer(sign: sign, digits)
      case .number(let digits): .number(sign: sign, digits)
      case .string(let text): .string(text)
      case .keyword(.true): .boolean(true)
      case .keyword(.false): .boolean(false)
      default: .null
      }
    advance()
    return Constant(value: value, place: place(from: start))
  }

  mutating func parseText() throws -> Constant {
    guard case .string = token.kind else { throw unexpected("\"…\"") }
    return try parseConstant()
  }

  /// A whole number with an optional sign.
  mutating func parseWholeNumber() throws -> Constant {
    let constant = try parseConstant()
    guard case .integer = constant.value else {
      retreat()
      throw unexpected("integer")
    }
    return constant
  }

  /// A constant, or `cast(constant, type, mask)`.
  mutating func parseScalarItem() throws -> ScalarItem {
    guard take(.cast) else { return .constant(try parseConstant()) }
    try expect(.leftParenthesis)
    let constant = try parseConstant()
    try expect(.comma)
    guard let type = takeBasicType() else { throw unexpected("type", among: Parser.typeWords) }
    let mask = take(.comma) ? try parseText() : nil
    try expect(.rightParenthesis)
    return .cast(constant, type, mask: mask)
  }

  func isAtScalarItem() -> Bool { isAtConstant || isAt(.cast) }
}

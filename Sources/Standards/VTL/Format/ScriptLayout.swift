// SPDX-License-Identifier: Apache-2.0

/// The canonical layout of a tree; every token of the script appears in it once, in order.
///
/// Because no token is added, dropped or moved, a comment keeps its place between two tokens, and what
/// is read from the formatted text is the tree that was formatted.
enum ScriptLayout {
  static func of(_ script: Script) -> Layout {
    .sequence(
      script.statements.flatMap { statement in
        [
          .statementBreak(isBlank: statement.followsBlankLine), of(statement.content), .token(";"),
        ]
      }
    )
  }

  private static func of(_ content: Statement.Content) -> Layout {
    switch content {
    case .assignment(let name, let isPersistent, let expression):
      .group(
        .sequence([
          token(name), .blank, .token(isPersistent ? "<-" : ":="), .blank, of(expression),
        ])
      )
    case .defineOperator(let definition): of(definition)
    case .defineDatapointRuleset(let definition): of(definition)
    case .defineHierarchicalRuleset(let definition): of(definition)
    case .defineViralPropagation(let definition): of(definition)
    }
  }

  // MARK: Names and values

  static func token(_ name: Name) -> Layout { .token(spelling(of: name)) }

  static func token(_ keyword: Keyword) -> Layout { .token(keyword.rawValue) }

  /// A name bare where the lexer reads it so, else between apostrophes.
  static func spelling(of name: Name) -> String {
    if name.isComposite { return name.text }
    let bytes = name.text.utf8
    let isLetter = { (byte: UInt8) in
      byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    let isPart = { (byte: UInt8) in
      isLetter(byte) || byte == UInt8(ascii: ".")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let isBare =
      bytes.first.map(isLetter) == true && bytes.allSatisfy(isPart) && name.text != "_"
      && Keyword.bySpelling[name.text] == nil
    if isBare { return name.text }
    var quoted = "'"
    for character in name.text.unicodeScalars {
      if character == "'" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "'"
  }

  static func of(_ component: ComponentName) -> Layout {
    guard let dataset = component.dataset else { return token(component.name) }
    return .sequence([token(dataset), .token("#"), token(component.name)])
  }

  static func of(_ components: [ComponentName]) -> Layout { .list(components.map { of($0) }) }

  static func of(_ constant: Constant) -> Layout {
    switch constant.value {
    case .integer(let sign, let digits), .number(let sign, let digits):
      guard let sign else { return .token(digits) }
      return .sequence([.token(sign.rawValue), .token(digits)])
    case .boolean(let isTrue): return .token(isTrue ? "true" : "false")
    case .string(let text): return .token(quoted(text))
    case .null: return .token("null")
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }

  static func of(_ item: ScalarItem) -> Layout {
    switch item {
    case .constant(let constant): return of(constant)
    case .cast(let constant, let type, let mask):
      let arguments = [of(constant), .token(type.rawValue)] + (mask.map { [of($0)] } ?? [])
      return .sequence([.token("cast"), .enclosed("(", .list(arguments), ")")])
    }
  }
}

extension Script {
  /// The script in its canonical form: one layout for every way of writing it, comments kept.
  ///
  /// Formatting twice changes nothing more, and the text reads as the same script.
  public func formatted() -> String {
    var renderer = LayoutRenderer(comments)
    return renderer.render(ScriptLayout.of(self))
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// A script as it was read: statements with their places, and the comments between them.
///
/// The tree keeps every token's meaning and every pair of parentheses, so that the formatter can write
/// the script again and an editor can find what stands at a place. Two scripts are equal where their
/// statements and comments are, wherever those stand.
public struct Script: Sendable {
  /// The text that was read.
  public let source: SourceText
  let statements: [Statement]
  let comments: [Comment]

  /// Reads a script.
  ///
  /// - Parameter source: the text with its name.
  /// - Throws: ``DiagnosticFailure`` with every problem of syntax, in the order of the text.
  public init(_ source: SourceText) throws(DiagnosticFailure) {
    let reading = Script.read(source)
    if !reading.problems.isEmpty { throw DiagnosticFailure(reading.problems) }
    self = reading.script
  }

  /// Reads what can be read of a script, as an editor needs it while its user writes.
  ///
  /// - Parameter source: the text with its name.
  /// - Returns: the statements that could be understood, and every problem of syntax in the order of
  ///   the text.
  public static func read(_ source: SourceText) -> (script: Script, problems: [Diagnostic]) {
    var parser = Parser(source)
    let statements = parser.parseScript()
    let script = Script(source: source, statements: statements, comments: parser.placedComments())
    return (script, parser.sortedProblems())
  }

  private init(source: SourceText, statements: [Statement], comments: [Comment]) {
    self.source = source
    self.statements = statements
    self.comments = comments
  }
}

extension Script: Hashable {
  /// Whether two scripts say the same with the same comments.
  public static func == (left: Script, right: Script) -> Bool {
    left.statements == right.statements && left.comments == right.comments
  }

  /// Feeds what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(statements)
    hasher.combine(comments)
  }
}

/// One statement of a script, up to its semicolon.
struct Statement: Hashable, Sendable {
  let content: Content
  /// Whether an empty line stood before it.
  let followsBlankLine: Bool
  let place: Place

  enum Content: Hashable, Sendable {
    /// `name := expression`, or `name <- expression` where the result is kept.
    case assignment(Name, isPersistent: Bool, Expression)
    /// `define operator …`
    case defineOperator(OperatorDefinition)
    /// `define datapoint ruleset …`
    case defineDatapointRuleset(DatapointRulesetDefinition)
    /// `define hierarchical ruleset …`
    case defineHierarchicalRuleset(HierarchicalRulesetDefinition)
    /// `define viral propagation …`
    case defineViralPropagation(ViralPropagationDefinition)
  }
}

/// A name where it is used.
struct Name: Hashable, Sendable {
  let text: String
  /// Whether it was written bare with a colon, as `AGENCY:ID(1.0)`.
  let isComposite: Bool
  let place: Place

  init(_ text: String, isComposite: Bool = false, at place: Place) {
    self.text = text
    self.isComposite = isComposite
    self.place = place
  }
}

/// The name of a component, with the alias of its dataset in front where a join needs it.
struct ComponentName: Hashable, Sendable {
  let dataset: Name?
  let name: Name

  var place: Place { (dataset?.place ?? name.place).through(name.place) }
}

/// A value written out.
struct Constant: Hashable, Sendable {
  let value: Value
  let place: Place

  enum Value: Hashable, Sendable {
    /// Digits with an optional sign before them.
    case integer(sign: Sign?, String)
    /// Digits, a point, digits, with an optional sign before them.
    case number(sign: Sign?, String)
    case boolean(Bool)
    case string(String)
    case null
  }
}

/// Plus or minus.
enum Sign: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
}

// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import VTL

/// What a script means, and what is told of one that cannot be read.
@Suite struct ParserTests {
  private func told(_ text: String) -> [String] {
    Script.read(SourceText(text, file: "s.vtl")).problems.map {
      "\($0.code) \($0.location?.description ?? "-")"
    }
  }

  private func expression(_ text: String) throws -> Expression {
    let script = try Script(SourceText("x := \(text);"))
    guard case .assignment(_, _, let expression)? = script.statements.first?.content else {
      throw VTLDefinitions.unexpectedEnd.at()
    }
    return expression
  }

  /// The expression with a pair of parentheses around every operation.
  private func shape(_ text: String) throws -> String { shape(try expression(text)) }

  private func shape(_ expression: Expression) -> String {
    switch expression.node {
    case .name(let name): name.text
    case .constant(let constant):
      if case .integer(_, let digits) = constant.value { digits } else { "?" }
    case .parenthesised(let inner): shape(inner)
    case .unary(let operation, let operand): "(\(operation.rawValue) \(shape(operand)))"
    case .binary(let left, let operation, _, let right):
      "(\(shape(left)) \(operation.rawValue) \(shape(right)))"
    case .inSet(let left, let isNegated, _): "(\(shape(left)) \(isNegated ? "not_in" : "in"))"
    case .conditional(let condition, let value, let otherwise):
      "(if \(shape(condition)) then \(shape(value)) else \(shape(otherwise)))"
    case .membership(let operand, let name): "\(shape(operand))#\(name.text)"
    default: "…"
    }
  }

  @Test(arguments: [
    ("a + b * c", "(a + (b * c))"), ("a - b - c", "((a - b) - c)"),
    ("a or b and c", "(a or (b and c))"), ("a xor b or c", "((a xor b) or c)"),
    ("not a = b", "((not a) = b)"), ("not a and b", "((not a) and b)"),
    ("- a * b", "((- a) * b)"), ("- a#b", "(- a#b)"), ("a || b = c || d", "((a || b) = (c || d))"),
    ("a < b = c", "((a < b) = c)"), ("a in {1} and b", "((a in) and b)"),
    ("a + b not_in D", "((a + b) not_in)"), ("(a + b) * c", "((a + b) * c)"),
    ("if a then b else c + d", "(if a then b else (c + d))"),
    ("a + if b then c else d or e", "(a + (if b then c else (d or e)))"),
    ("- - a", "(- (- a))"), ("a / b / c * d", "(((a / b) / c) * d)"),
  ])
  func `operators bind by the table of the manual`(text: String, expected: String) throws {
    #expect(try shape(text) == expected)
  }

  @Test func `several problems are told at once, each with its place`() {
    let script = """
      a := b + ;
      c := d;
      e := inner_joim(f as g, h as i);
      j := [;
      define datapoint ruleset r (variable v) is
        r1: v > ;
        r2: when v then v > 0;
        r3: v = errorcode
      end datapoint ruleset;
      k := substr();
      l := "m
      n := 'o' # ¿p;
      """
    #expect(
      told(script) == [
        "vtl.unexpected-token s.vtl:1:10", "vtl.unknown-operator s.vtl:3:6",
        "vtl.unexpected-token s.vtl:4:6", "vtl.unexpected-token s.vtl:6:11",
        "vtl.unexpected-token s.vtl:8:11",
        "vtl.argument-count s.vtl:10:6", "vtl.unterminated s.vtl:11:6",
        "vtl.missing-semicolon s.vtl:11:8", "vtl.unexpected-character s.vtl:12:12",
      ]
    )
  }

  @Test func `what could be understood of a broken script is kept`() {
    let script = Script.read(SourceText("a := ; b := c; d := e f; g := h;")).script
    let names = script.statements.compactMap { statement in
      if case .assignment(let name, _, _) = statement.content { name.text } else { nil }
    }
    #expect(names.contains("b") && names.contains("g"))
  }

  @Test(arguments: [
    ("x := innerjoin(a as b, c as d);", "inner_join"), ("x := a[filtr b > 1];", "filter"),
    ("defin operator f() is 1 end operator;", "define"), ("x := a[calk b := 1];", "calc"),
    ("x := cast(a, nmber, \"D\"", nil), ("x := sum(a groop by b);", nil),
  ])
  func `a misspelt word gets its nearest one`(text: String, nearest: String?) {
    let problems = Script.read(SourceText(text)).problems
    #expect(problems.first?.suggestion == nearest)
    #expect(!problems.isEmpty)
  }

  @Test(arguments: [
    ("x := time;", "vtl.unexpected-token"), ("time := x;", "vtl.reserved-word"),
    ("x := a[keep time];", "vtl.reserved-word"), ("x := a#count;", "vtl.reserved-word"),
    ("x := '';", "vtl.empty-name"), ("x := /* a", "vtl.unterminated"),
    ("x := 'a", "vtl.unterminated"), ("x := a[calc b := union(c, d)];", "vtl.datasets-only"),
    ("x := rank(over (order by a));", "vtl.components-only"),
    ("x := count();", "vtl.components-only"),
    ("x := a[aggr b := sum(c) + 1];", "vtl.not-an-aggregate"),
    ("x := round(a, 1, 2);", "vtl.argument-count"), ("x := mod(a, _);", "vtl.argument-omitted"),
    ("x := a", nil), ("x := inner_join(a, b", "vtl.unexpected-end"),
    ("x := “a”;", "vtl.unexpected-character"),
    ("x := timeshift(a, 1 + 1);", "vtl.unexpected-token"),
  ])
  func `each kind of problem has its code`(text: String, code: String?) {
    #expect(Script.read(SourceText(text)).problems.first?.code.rawValue == code)
  }

  @Test func `columns count characters, not bytes`() {
    #expect(told("x := \"ñandú\" ?;") == ["vtl.unexpected-character s.vtl:1:14"])
    #expect(
      told("x := 1;\r\ny := 2\r\n  z := ;") == [
        "vtl.missing-semicolon s.vtl:2:7", "vtl.unexpected-token s.vtl:3:8",
      ]
    )
  }

  @Test func `nesting and length have limits, and what is below them is read`() {
    func nested(_ count: Int) -> String {
      "x := " + String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count)
    }
    #expect(told(nested(100)) == [])
    #expect(told(nested(100_000)).first?.hasPrefix("vtl.too-deep") == true)
    #expect(told("x := " + String(repeating: "-", count: 100_000) + "1").count == 1)
    #expect(told("x := " + String(repeating: "if a then b else ", count: 50_000) + "c").count == 1)
    #expect(told("x := " + String(repeating: "1 + ", count: 1_900) + "1") == [])
    #expect(told("x := " + String(repeating: "1 + ", count: 100_000) + "1").count == 1)
    #expect(told("x := a" + String(repeating: "[keep b]", count: 100_000)).count == 1)
    #expect(told(String(repeating: "f(", count: 100_000)).count == 1)
    #expect(told(String(repeating: "define ", count: 10_000)).count == Parser.problemLimit)
  }

  @Test func `a long chain is read, formatted and compared without exhausting the stack`() throws {
    let script = try Script(
      SourceText("x := " + String(repeating: "aaaa + bbbb * ", count: 900) + "1")
    )
    let form = script.formatted()
    #expect(try Script(SourceText(form)) == script)
  }

  @Test func `a script of a megabyte is read in one go`() throws {
    let line = "DS_1000 := inner_join(DS_1 as d1, DS_2 as d2 calc m := d1#m + d2#m);\n"
    let script = try Script(SourceText(String(repeating: line, count: 15_000)))
    #expect(script.statements.count == 15_000)
  }

  @Test func `the corpus holds every operator of the language`() {
    var seen: Set<Keyword> = []
    for text in SyntaxCorpus.statements {
      for token in Lexer(SourceText(text)).tokens {
        if case .keyword(let word) = token.kind { seen.insert(word) }
      }
    }
    let operators = Parser.operatorWords.compactMap { Keyword.bySpelling[$0] }
    #expect(Set(operators).subtracting(seen).map(\.rawValue).sorted() == [])
    #expect(Parser.clauseWords.subtracting(seen).isEmpty)
  }
}

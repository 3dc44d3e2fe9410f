// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import VTL

/// What is told of a script that can be read and means nothing, and the order in which results stand.
@Suite struct AnalysisProblemTests {
  private func analysis(_ text: String) -> (AnalysedScript, [Diagnostic]) {
    let (script, syntax) = Script.read(SourceText(text, file: "s.vtl"))
    let (analysed, problems) = script.analysis(in: AnalysisTests.environment)
    return (analysed, syntax + problems)
  }

  private func told(_ text: String) -> [String] {
    analysis(text).1.map { "\($0.code) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
  }

  /// A script for each code of meaning.
  static let cases: [(String, String)] = [
    ("vtl.unknown-name", "x := NOTHING + 1;"),
    ("vtl.unknown-component", "x := D[filter dearths > 1];"),
    ("vtl.ambiguous-component", "x := inner_join(D as p, A as q calc m := births);"),
    ("vtl.open-structure", "x := D[pivot year, rate]; y := x[calc m := n];"),
    ("vtl.assigned-twice", "x := D; x := E;"),
    ("vtl.assigned-twice", "D := E;"),
    (
      "vtl.defined-twice",
      "define operator f () is 1 end operator; define operator f () is 2 end operator;"
    ),
    ("vtl.defined-twice", "define operator f (a integer, a integer) is 1 end operator;"),
    ("vtl.cycle", "x := y; y := x;"),
    ("vtl.cycle", "define operator f (a integer) is f(a) end operator; x := f(1);"),
    ("vtl.unknown-domain", "x := D#area in NOWHERE;"),
    (
      "vtl.unknown-code",
      "define hierarchical ruleset r (valuedomain rule AREAS) is T = N + Z end hierarchical ruleset; "
        + "x := hierarchy(A#births, r rule area);"
    ),
    ("vtl.unknown-ruleset", "x := check_datapoint(A, r);"),
    ("vtl.unknown-operator", "x := lenght(D);"),
    ("vtl.type-mismatch", "x := B + 1;"),
    ("vtl.types-differ", "x := A#births = \"a\";"),
    ("vtl.dataset-expected", "x := union(1, 2);"),
    ("vtl.value-expected", "x := substr(T#s, A);"),
    ("vtl.one-measure", "x := isnull(D);"),
    ("vtl.no-measure", "x := A[drop births, rate] + 1;"),
    ("vtl.cast-impossible", "x := cast(2.5, integer);"),
    ("vtl.mask-unused", "x := cast(1, number, \"D\");"),
    ("vtl.out-of-range", "x := sum(D group all time_agg(\"B\"));"),
    ("vtl.parameter-mismatch", "define operator f (a dataset) is a end operator; x := f(1);"),
    ("vtl.result-unknown", "x := eval(f(A));"),
    ("vtl.argument-count", "define operator f (a integer) is a end operator; x := f();"),
    ("vtl.measures-differ", "x := D + X;"),
    ("vtl.identifiers-differ", "x := A#births + X;"),
    ("vtl.structures-differ", "x := union(A, B);"),
    ("vtl.identifier-fixed", "x := D[drop area];"),
    ("vtl.identifier-fixed", "x := D[calc area := \"x\"];"),
    ("vtl.not-an-identifier", "x := sum(D group by births);"),
    ("vtl.not-a-measure", "x := D[pivot area, year];"),
    ("vtl.duplicate-component", "x := D[rename births to rate];"),
    ("vtl.duplicate-component", "x := D[calc a := 1, a := 2];"),
    ("vtl.duplicate-in-join", "x := inner_join(D as p, A as q);"),
    ("vtl.null-identifier", "x := D[calc identifier i := null];"),
    ("vtl.role-unclear", "x := D[calc component c := 1];"),
    ("vtl.alias-missing", "x := inner_join(A + 1, A);"),
    ("vtl.duplicate-alias", "x := inner_join(A, A);"),
    ("vtl.no-join-key", "x := inner_join(A, X);"),
    ("vtl.no-join-key", "x := left_join(A, X);"),
    ("vtl.using-needed", "x := full_join(A, D);"),
    ("vtl.using-needed", "x := left_join(A, D);"),
    ("vtl.using-not-common", "x := inner_join(A, D using year);"),
    ("vtl.time-identifier", "x := flow_to_stock(A);"),
    ("vtl.misplaced-aggregate", "x := D[filter sum(births) > 1];"),
    ("vtl.dataset-condition", "x := if true then A else A;"),
    (
      "vtl.signature-mismatch",
      "define datapoint ruleset r (valuedomain V) is V > 1 end datapoint ruleset; "
        + "x := check_datapoint(A, r);"
    ),
    (
      "vtl.rule-names",
      "define datapoint ruleset r (variable a) is n: a > 1; a > 2 end datapoint ruleset;"
    ),
    (
      "vtl.cyclic-rules",
      "define hierarchical ruleset r (variable rule area) is A = B; B = A end hierarchical ruleset; "
        + "x := hierarchy(A#births, r);"
    ),
    ("vtl.too-many-calls", doubling(20)),
  ]

  private static func doubling(_ levels: Int) -> String {
    var text = "define operator f0 (a number) is a + a end operator;\n"
    for level in 1...levels {
      text +=
        "define operator f\(level) (a number) is f\(level - 1)(a) + f\(level - 1)(a) end operator;\n"
    }
    return text + "x := f\(levels)(1);"
  }

  @Test(arguments: cases)
  func `each kind of problem has its code and its place`(code: String, text: String) {
    let problems = analysis(text).1
    #expect(problems.map(\.code.rawValue) == [code])
    #expect(problems.first?.location?.line ?? 0 > 0)
  }

  @Test func `every code of meaning is told by some script`() {
    let told = Set(Self.cases.map(\.0))
    let meaning = VTLDefinitions.names + VTLDefinitions.types + VTLDefinitions.structures
    #expect(Set(meaning.map(\.code.rawValue)).subtracting(told) == [])
  }

  @Test func `every code has one definition`() {
    let codes = VTLDefinitions.all.map(\.code.rawValue)
    #expect(Set(codes).count == codes.count)
  }

  @Test func `every text has the same places in English and in French`() {
    for definition in VTLDefinitions.all {
      for message in [definition.message, definition.remedy, definition.explanation] {
        let english = Set(Message.places(in: message.english))
        #expect(english == Set(Message.places(in: message.french)), "\(message.key)")
      }
      let said = Set(Message.places(in: definition.message.english))
      #expect(said.isSuperset(of: Message.places(in: definition.remedy.english)))
    }
  }

  @Test(arguments: cases)
  func `every place of a message is filled`(code: String, text: String) {
    for problem in analysis(text).1 {
      let words = problem.message(in: Catalogue(.english)) + problem.remedy(in: Catalogue(.french))
      #expect(!words.contains("{"), "\(words)")
    }
  }

  // MARK: Order

  @Test func `statements stand behind those whose results they use`() {
    let (script, problems) = analysis(
      "c := b + a; b := a[filter births > limit]; a <- A; limit := 2; d := D;"
    )
    #expect(problems.isEmpty)
    let names = script.statements.map(\.name)
    #expect(Set(names) == ["a", "b", "c", "d", "limit"])
    for statement in script.statements {
      let own = names.firstIndex(of: statement.name) ?? 0
      for used in statement.uses {
        guard let other = names.firstIndex(of: used) else { continue }
        #expect(other < own, "\(used) before \(statement.name)")
      }
    }
    #expect(script["b"]?.uses == ["a", "limit"])
    #expect(script["a"]?.isPersistent == true)
  }

  @Test func `one mistake is told once, and what does not depend on it is analysed`() {
    let (script, problems) = analysis(
      "a := NOTHING; b := a + 1; c := b[calc m := 1]; d := A + 1; e := inner_join(b, d);"
    )
    #expect(problems.map(\.code.rawValue) == ["vtl.unknown-name"])
    #expect(script.statements.map(\.name) == ["d"])
  }

  @Test func `problems of several statements are told in the order of the text`() {
    #expect(
      told("x := D[filter birth > 1];\ny := NOTHING;\nz := B + 1;\nx := 1;")
        == [
          "vtl.unknown-component 1:15", "vtl.unknown-name 2:6", "vtl.type-mismatch 3:6",
          "vtl.assigned-twice 4:1",
        ]
    )
  }

  @Test func `a circle is told with its names`() {
    let problems = analysis("a := b + 1; b := c; c := d#m; d := a;").1
    #expect(problems.map(\.code.rawValue) == ["vtl.cycle"])
    let names = problems.first?.arguments["names"]?.text(in: .english) ?? ""
    #expect(names.split(separator: " → ").count == 5)
  }

  @Test func `a misspelt name gets its nearest one`() {
    #expect(analysis("x := D[filter brths > 1];").1.first?.suggestion == "births")
    #expect(analysis("birth_total := A; x := birth_totl;").1.first?.suggestion == "birth_total")
    #expect(analysis("x := lenght(D);").1.first?.suggestion == "length")
    #expect(analysis("x := D#area in AREA;").1.first?.suggestion == "AREAS")
  }

  @Test func `capital letters do not count in names`() {
    #expect(
      AnalysisTests.structure("Result := d[keep BIRTHS]; y := result#Births;")
        .hasSuffix("M births integer")
    )
  }

  // MARK: Limits

  @Test func `long scripts and long chains are analysed`() {
    var text = "r0 := A;\n"
    for index in 1...3_000 { text += "r\(index) := r\(index - 1) + 1;\n" }
    let (script, problems) = analysis(text)
    #expect(problems.isEmpty)
    #expect(script.statements.count == 3_001)
    let backwards = text.split(separator: "\n").reversed().joined(separator: "\n")
    #expect(analysis(backwards).0.statements.count == 3_001)
    let chain = "x := A#births" + String(repeating: " + 1", count: 1_500) + ";"
    #expect(AnalysisTests.structure(chain) == "I area string, M births integer")
  }

  @Test(arguments: [
    ("(", "m", " + 1)"), ("abs(", "m", ")"), ("-", "m", ""), ("not ", "true", ""),
    ("if m > 1 then 1 else ", "2", ""), ("case when m > 1 then 1 else ", "2", ""),
    ("cast(", "m", ", number)"),
  ])
  func `every form may be nested to the limit`(open: String, inner: String, close: String) {
    let levels = (Parser.depthLimit - 3) / max(1, open.filter { "(-".contains($0) }.count)
    let text =
      String(repeating: open, count: levels) + inner + String(repeating: close, count: levels)
    let script = "x := A[rename births to m][calc n := \(text)];"
    let problems = analysis(script).1.map(\.code.rawValue)
    #expect(problems == [] || problems == ["vtl.too-deep"], "\(open)")
    let read = Script.read(SourceText(script)).script
    #expect(Script.read(SourceText(read.formatted())).script == read)
  }

  @Test(arguments: [
    ("union(A, ", "A", ")"), ("inner_join(A as q, ", "A", " as r keep q#births)"),
    ("(", "A", ")#births"),
    ("(", "A", "[keep births])"), ("exists_in(A, ", "A", ")"), ("sum(", "D", " group by area)"),
    ("check(", "B", ")[keep bool_var]"), ("if B then A else ", "A", ""),
  ])
  func `datasets may be nested to the limit`(open: String, inner: String, close: String) {
    let levels = Parser.depthLimit - 5
    let text =
      String(repeating: open, count: levels) + inner + String(repeating: close, count: levels)
    let problems = analysis("x := \(text);").1.map(\.code.rawValue)
    #expect(problems == [] || problems == ["vtl.too-deep"], "\(open) \(problems)")
  }

  @Test func `operators that call each other in deep expressions end with a code`() {
    let deep = { (inner: String) in
      String(repeating: "(", count: 150) + inner + String(repeating: " + 1)", count: 150)
    }
    var text = "define operator f0 (a number) is \(deep("a")) end operator;\n"
    for level in 1...60 {
      text += "define operator f\(level) (a number) is \(deep("f\(level - 1)(a)")) end operator;\n"
    }
    #expect(analysis(text + "x := f60(1);").1.map(\.code.rawValue) == ["vtl.too-deep"])
  }

  @Test func `the corpus is analysed without a crash`() {
    for text in SyntaxCorpus.statements { _ = analysis(text + "\nD2 := D;") }
    _ = analysis(SyntaxCorpus.statements.joined(separator: "\n"))
  }
}

// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import VTL

/// The canonical form: the same tree, the same comments, and nothing left to change.
@Suite struct FormatterTests {
  /// What is wrong with the canonical form of a script, or `nil`.
  static func flaw(_ text: String) -> String? {
    let (script, problems) = Script.read(SourceText(text))
    guard problems.isEmpty else { return "not read: \(problems.map(\.code)) \(problems)" }
    let once = script.formatted()
    let (again, newProblems) = Script.read(SourceText(once))
    guard newProblems.isEmpty else { return "form is not read: \(newProblems)\n\(once)" }
    if again.statements != script.statements { return "other tree:\n\(once)" }
    if again.comments != script.comments { return "other comments:\n\(once)" }
    let twice = again.formatted()
    return twice == once ? nil : "not stable:\n\(once)\n---\n\(twice)"
  }

  @Test(arguments: SyntaxCorpus.statements)
  func `the canonical form reads as the same script and is stable`(text: String) {
    #expect(Self.flaw(text) == nil)
  }

  @Test func `a comment between any two tokens keeps its place`() {
    for text in SyntaxCorpus.statements {
      let tokens = Lexer(SourceText(text)).tokens.dropLast().map(\.place)
      let bytes = Array(text.utf8)
      for (index, place) in tokens.enumerated() {
        let before = String(decoding: bytes[..<place.start], as: UTF8.self)
        let after = String(decoding: bytes[place.start...], as: UTF8.self)
        for remark in [
          " // why \(index)\n", "\n// why\n", " /* why */ ", "\n\n  /* why\n  so */\n",
        ] {
          let flaw = Self.flaw(before + remark + after)
          #expect(flaw == nil, "\(before)«\(remark)»\(after)")
          if flaw != nil { return }
        }
      }
    }
  }

  @Test(.enabled(if: ManualLibrary.isPresent, "needs AYNI_VTL_MANUAL"))
  func `every example of the manual keeps its tree`() {
    let scripts =
      (ManualLibrary.examples("v2.1") + ManualLibrary.examples()).map(\.script)
      + ManualLibrary.grammarCases("PositiveTests.vtl").map(\.script)
    #expect(scripts.count > 690)
    for script in scripts { #expect(Self.flaw(script) == nil, "\(script)") }
  }

  @Test func `short statements stay on a line, blanks are made even`() throws {
    #expect(
      try form(
        "DS_r:=DS_1[ calc Me_2:=Me_1+1 ,Me_3 := -Me_1]  ;\n\n\n\nb<-a#c;c := sum( b group by x );"
      ) == """
        DS_r := DS_1[calc Me_2 := Me_1 + 1, Me_3 := -Me_1];

        b <- a#c;
        c := sum(b group by x);

        """
    )
  }

  @Test func `what does not fit on a line breaks at its outermost group`() throws {
    let script = """
      result_of_it := inner_join(first_dataset as d1, second_dataset as d2 using Id_1, Id_2 filter \
      d1#Me_1 > 0 calc Me_3 := d1#Me_1 + d2#Me_2 keep Me_3 rename Me_3 to total);
      """
    #expect(
      try form(script) == """
        result_of_it := inner_join(
          first_dataset as d1,
          second_dataset as d2
          using Id_1, Id_2
          filter d1#Me_1 > 0
          calc Me_3 := d1#Me_1 + d2#Me_2
          keep Me_3
          rename Me_3 to total
        );

        """
    )
  }

  @Test func `definitions have a line for each rule`() throws {
    #expect(
      try form(SyntaxCorpus.definitions[2]) == """
        define datapoint ruleset dpr(variable flow as f, value_of) is
          r1: when f = "C" then value_of >= 0 errorcode "negative" errorlevel 2;
          r2: value_of < 100
        end datapoint ruleset;

        """
    )
    #expect(
      try form(SyntaxCorpus.definitions[1]) == """
        define operator nothing() is
          1
        end operator;

        """
    )
  }

  @Test func `comments stay beside what they speak of`() throws {
    let script = """
      // Totals of the year.

      a := b // first
       +  c; // second
      /* third */ d := e /* fourth */ * 2
      """
    #expect(
      try form(script) == """
        // Totals of the year.

        a := b // first
          + c; // second
        /* third */
        d := e /* fourth */ * 2;

        """
    )
  }

  private func form(_ text: String) throws -> String { try Script(SourceText(text)).formatted() }
}

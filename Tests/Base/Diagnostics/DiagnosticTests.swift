// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Diagnostics

private let unknownCode = DiagnosticDefinition(
  "sdmx.unknown-code",
  message: (
    en: "codelist {list} has no code \"{code}\"", fr: "la liste {list} n'a pas de code « {code} »"
  ),
  remedy: (en: "correct the code", fr: "corrigez le code"),
  explanation: (en: "Codes come from lists.", fr: "Les codes viennent de listes.")
)

@Suite struct DiagnosticTests {
  private let sample = unknownCode.at(
    Location("rules/labour.vtl", line: 17, column: 9),
    ["list": "CL_AGE", "code": "15-24Y"],
    suggestion: "Y15T24"
  )

  @Test func `text names code, place, rows and remedy in English`() {
    let text = DiagnosticText(Catalogue(.english)).text(
      of: sample.occurring(1204, first: Location("data/lfs_2025.csv", line: 88))
    )
    #expect(
      text == """
        error[sdmx.unknown-code] rules/labour.vtl:17:9: codelist CL_AGE has no code "15-24Y"
          1,204 rows, the first at data/lfs_2025.csv:88
          did you mean Y15T24?
          remedy: correct the code  (ayni explain sdmx.unknown-code)
        """
    )
  }

  @Test func `French has its own separators and spacing`() {
    let text = DiagnosticText(Catalogue(.french)).text(
      of: sample.occurring(1204, first: Location("data/lfs_2025.csv", line: 88))
    )
    #expect(text.contains("1\u{202F}204 lignes, la première à data/lfs_2025.csv:88"))
    #expect(text.hasPrefix("erreur[sdmx.unknown-code]"))
  }

  @Test func `a sentence that names its file has no second name in front of it`() {
    let listed = unknownCode.at(Location("CL_AGE"), ["list": "CL_AGE", "code": "X"])
    let text = DiagnosticText(Catalogue(.english)).text(of: listed)
    #expect(text.hasPrefix("error[sdmx.unknown-code] codelist CL_AGE has no code"))
  }

  @Test func `JSON is one line with sorted keys`() {
    #expect(
      DiagnosticJSON(Catalogue(.english)).text(of: sample)
        == #"{"code":"sdmx.unknown-code","column":9,"file":"rules/labour.vtl","line":17,"#
        + #""message":"codelist CL_AGE has no code \"15-24Y\"","remedy":"correct the code","#
        + #""severity":"error","suggestion":"Y15T24"}"#
    )
  }

  @Test func `a further language comes from a table and falls back to English`() {
    let spanish = Catalogue(
      Language(rawValue: "es"),
      translations: ["sdmx.unknown-code.message": "la lista {list} no tiene el código {code}"]
    )
    #expect(sample.message(in: spanish) == "la lista CL_AGE no tiene el código 15-24Y")
    #expect(sample.remedy(in: spanish) == "correct the code")
  }

  @Test func `a place without an argument stays visible`() {
    #expect(unknownCode.at().message(in: Catalogue(.english)).contains("{list}"))
  }
}

@Suite struct DiagnosticCollectorTests {
  @Test func `ten thousand equal problems become one with a count and the first row`() {
    let collector = DiagnosticCollector()
    for line in (2...10_001).reversed() {
      collector.report(unknownCode.at(nil, ["list": "CL_AGE"]), row: Location("a.csv", line: line))
    }
    #expect(collector.diagnostics.count == 1)
    #expect(
      collector.diagnostics.first?.occurrences
        == .init(count: 10_000, first: Location("a.csv", line: 2))
    )
  }

  @Test func `different problems are kept up to the limit and the rest is counted`() {
    let collector = DiagnosticCollector(limit: 3)
    for number in 0..<10 {
      collector.report(unknownCode.at(nil, ["code": .count(number)]))
    }
    #expect(collector.diagnostics.count == 3)
    #expect(collector.dropped == 7)
    #expect(throws: DiagnosticFailure.self) { try collector.throwIfErrors() }
  }

  @Test func `an unexpected error is a fault of our own`() {
    struct Odd: Error {}
    #expect(DiagnosticFailure(wrapping: Odd()).exit == .ownFault)
    #expect(DiagnosticFailure(wrapping: CancellationError()).exit == .interrupted)
  }
}

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("CL_AEG", "CL_AGE"), ("parnter", "partner"), ("publsih", "publish"), ("cl_sex", "CL_SEX"),
  ])
  func `a slip of the finger is understood`(written: String, meant: String) {
    let names = ["CL_AGE", "CL_AREA", "CL_SEX", "partner", "publish", "plan"]
    #expect(NearestName.of(written, among: names) == meant)
  }

  @Test func `what is far from every name suggests nothing`() {
    #expect(NearestName.of("quantity", among: ["year", "partner"]) == nil)
    #expect(NearestName.of("", among: ["year"]) == nil)
  }
}

@Suite struct ProgressTests {
  @Test func `time left follows from the mean speed`() {
    let progress = Progress("import", done: 250, of: 1000, elapsed: .seconds(10))
    #expect(progress.timeLeft == .seconds(30))
    #expect(progress.line(in: Catalogue(.english)) == "import  250/1,000  25 %  0:30 left")
  }

  @Test func `nothing is promised before anything is known`() {
    #expect(Progress("import", done: 0, of: 10, elapsed: .seconds(1)).timeLeft == nil)
    #expect(Progress("import", done: 5, of: nil, elapsed: .seconds(1)).timeLeft == nil)
  }
}

@Suite struct PluralTests {
  private let rows = Message(
    "test.rows",
    en: "{count} {count|row was|rows were} read",
    fr: "{count} {count|ligne a été lue|lignes ont été lues}"
  )

  @Test(arguments: [
    (0, "0 rows were read", "0 ligne a été lue"), (1, "1 row was read", "1 ligne a été lue"),
    (2, "2 rows were read", "2 lignes ont été lues"),
    (1_204, "1,204 rows were read", "1\u{202F}204 lignes ont été lues"),
  ])
  func `words fit the count beside them`(count: Int, english: String, french: String) {
    #expect(Catalogue(.english).text(rows, ["count": .count(count)]) == english)
    #expect(Catalogue(.french).text(rows, ["count": .count(count)]) == french)
  }

  @Test func `a place with words is one place, and stays readable without a count`() {
    #expect(Message.places(in: rows.english) == ["count"])
    #expect(Catalogue(.english).text(rows) == "{count} rows were read")
  }

  @Test func `a word of Ayni's own speaks the language of the sentence`() {
    let name = Message("test.name", en: "sound data", fr: "données saines")
    let gate = Message("test.gate", en: "gate {name}", fr: "contrôle {name}")
    #expect(Catalogue(.french).text(gate, ["name": .message(name)]) == "contrôle données saines")
  }
}

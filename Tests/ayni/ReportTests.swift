// SPDX-License-Identifier: Apache-2.0

import Foundation
import Interchange
import Testing

/// Reports on the golden release: worked-out numbers, notes that give them again, languages, formats.
@Suite struct ReportTests {
  private static let golden = "Tests/Programmes/Cooperation/Golden/reports"

  /// The golden project with its release.
  private func published() throws -> ScratchProject {
    let project = try ScratchProject(copying: Self.golden)
    #expect(try project.run().exit == 0)
    return project
  }

  private func report(_ project: ScratchProject, _ words: String...) throws -> Ayni.Answer {
    try Ayni.start(["report"] + words + ["--project", project.path]).finish()
  }

  /// The page of a report, and its text without markup.
  private func page(
    _ project: ScratchProject,
    _ words: String...
  ) throws -> (html: String, text: String) {
    let answer = try Ayni.start(
      ["report"] + words + ["--to", "html", "--project", project.path]
    ).finish()
    #expect(answer.exit == 0, "\(answer.messages)")
    let path = try #require(answer.output.split(separator: "\n").first { $0.hasSuffix(".html") })
    let html = try String(contentsOfFile: String(path), encoding: .utf8)
    return (html, plain(html))
  }

  private func plain(_ html: String) -> String {
    let body = html.replacing(/<style>[\s\S]*?<\/style>/, with: "")
    return body.replacing(/<sup>[\s\S]*?<\/sup>/, with: "")
      .replacing(/<span class="unseen">[^<]*<\/span>/, with: "")
      .replacing(/<\/(td|th|p|li|caption|h\d)>/, with: "|")
      .replacing(/<br\/>/, with: ";").replacing(/<[^>]+>/, with: "")
      .replacing("\u{A0}", with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("\n", with: "")
  }

  // MARK: What the reports say

  @Test func `the national report has the worked-out numbers side by side`() throws {
    let (html, text) = try page(try published(), "national")
    for line in [
      "A financial, US dollars|6,000|6,000.25|4|200|–",
      "B in kind, valued, US dollars|300.50|1,400.50|3|",
      "C in kind, not valued, person-hours|120|210|5|–", "|40|1|",
      "The first 10 partners, 2024", "3 more partners are in the dataset.",
      "Returns of the round 2024: 6 agencies were asked", "Agencies|2|1|1|1|1|",
      "Given: A financial, US dollars|+0.25|Kenya, loans: −1,000; Ghana, grants: +750.25; all others: +250|",
      "+1,100|Ghana, scholarships: +900; Peru, goods: +200|",
      "person-hours|+90|Ghana, experts: +54; all others: +36|",
      "events|+9|Moldova, visits: +2; Argentina, visits: +1; all others: +6|",
      "Received: A financial, US dollars|−200|Peru, grants: −200|",
      "The numbers lack what these agencies did: Education, Capital city.",
      "Given, B in kind, valued, US dollars: 2 records lack what the sum needs.",
      "2 numbers are not shown: confidential.", "hours are not dollars",
      "Received, A financial: the release has nothing for 2024",
    ] { #expect(text.contains(line), "\(line)") }
    let names = try #require(text.range(of: "The first 10 partners, 2024")).upperBound
    let order = [
      "Ghana", "Bolivia", "Kenya", "Moldova", "Peru", "Argentina", "Chile", "Colombia", "Ecuador",
      "Guatemala",
    ]
    var rest = text[names...]
    for name in order {
      let found = try #require(rest.range(of: "|\(name)|"), "\(name)")
      rest = rest[text.index(before: found.upperBound)...]
    }
    #expect(!html.contains("7,400.75"), "6,000.25 + 1,400.50 would be a grand total")
  }

  @Test func `units that the office leaves out are not shown`() throws {
    let project = try published()
    try project.replace(
      "[parameters.directions]",
      with: "[parameters]\nwithout_units = [\"PIECE\"]\n\n[parameters.directions]",
      in: "reports/national.toml"
    )
    let text = try page(project, "national").text
    #expect(!text.contains("pieces") && text.contains("B in kind, valued, persons|"))
  }

  @Test func `a brief is about one partner, and what is withheld says so`() throws {
    let project = try published()
    let ghana = try page(project, "brief", "PARTNER=GHA").text
    for line in [
      "Everything with Ghana",
      "2024|1,750.25 USD|900 USD;3 persons|174 person-hours|",
      "2023|1,000 USD|", "Grant for a laboratory|2024|running|1,250.25|",
      "Experts for the census <b>2024</b>|2024|ended|no value|", "… and 1 more",
      "G-1|X-77|differs|250.25|", "Memorandum of 2020|2025-06-30|",
    ] { #expect(ghana.contains(line), "\(line)") }
    #expect(!ghana.contains("G-3|X-78"), "what agrees is not open")
    let kenya = try page(project, "brief", "PARTNER=KEN").text
    #expect(kenya.contains("2024|4,000 USD|–|confidential|"))
    let togo = try page(project, "brief", "PARTNER=TGO").text
    #expect(togo.contains("The release has no measure with this partner."))
    #expect(togo.contains("Nothing is open"))
  }

  @Test func `the chapter has its annex, and lists what is not written and not there`() throws {
    let project = try published()
    let text = try page(project, "vnr").text
    for line in [
      "Given in 2024: 6,000.25 US dollars (A, financial); 1,400.50 US dollars",
      "Not written yet", "Peer reviewers: who read the draft", "A1. Given and received",
      "A2. By partner and role", "17.9 capacity building|2,000.25|500.50|210|40|",
      "A4. Counted in its own units", "B in kind, valued, scholarships, persons|–|3|–|–|",
      "T-1|300,000|120,000|80,000|", "A6. Trust funds: the office names no dataset for it.",
    ] { #expect(text.contains(line), "\(line)") }
    let release = try #require(project.latest)
    let chart = try project.read("reports/\(release)/vnr-a5.csv")
    #expect(
      chart == """
        DATASET,ACTIVITY,OWNER,MEASURE,VALUE,RELEASE
        triangular,T-1,FUNDER,VALUE,300000.00,\(release)
        triangular,T-1,PIVOT,VALUE,120000.00,\(release)
        triangular,T-1,RECIPIENT,VALUE,80000.00,\(release)

        """
    )
  }

  @Test func `French reports are French, numbers and all`() throws {
    let project = try published()
    let (html, text) = try page(project, "national", "--lang", "fr")
    #expect(html.contains("<html lang=\"fr\""))
    for line in [
      "Coopération Sud-Sud 2024",
      "A financier, dollars des États-Unis|6\u{202F}000|6\u{202F}000,25|4|",
      "Kenya, prêts : −1", "tous les autres : +250",
      "il manque à 2 fiches ce que la somme demande", "6 agences interrogées",
      "Il manque aux nombres ce qu'ont fait ces agences : Éducation, Capitale.",
    ] { #expect(text.contains(line), "\(line)") }
    for english in ["Given", "Received", "Partner", "records lack", "no observation"] {
      #expect(!text.contains(english), "\(english)")
    }
  }

  // MARK: Notes

  @Test(arguments: ["national", "brief PARTNER=GHA", "vnr"])
  func `every number has its note, and what the note says gives the number`(
    _ words: String
  ) throws {
    let project = try published()
    let answer = try Ayni.start(
      ["report"] + words.split(separator: " ").map(String.init)
        + ["--to", "html", "--project", project.path]
    ).finish()
    let path = try #require(answer.output.split(separator: "\n").first { $0.hasSuffix(".html") })
    let page = ReportPageReader(try String(contentsOfFile: String(path), encoding: .utf8))
    #expect(page.numbers.count > 8)
    var answers: [String: [[String: String]]] = [:]
    for number in page.numbers {
      let note = try #require(page.notes[number.note], "\(number.value) has no note")
      let parts = try note.references.map { reference -> (rows: Int, value: Decimal) in
        let rows = try answers[reference.command] ?? explain(reference.command, project)
        answers[reference.command] = rows
        let text = reference.measure.flatMap { rows.first?[$0] }
        return (rows.count, text.flatMap { Decimal(string: $0) } ?? 0)
      }
      let value = try #require(Decimal(string: number.value))
      var expected = parts[0].value
      if note.references[0].measure == nil {
        expected = Decimal(parts[0].rows)
      } else if parts.count > 1 {
        expected = parts[0].value - parts[1].value
        for pair in stride(from: 2, to: parts.count, by: 2) {
          expected -= parts[pair].value - parts[pair + 1].value
        }
      }
      #expect(value == expected, "\(number.note): \(note.references.map(\.command))")
    }
  }

  /// The rows that a command of a note shows.
  private func explain(
    _ command: String,
    _ project: ScratchProject
  ) throws -> [[String: String]] {
    let words = command.split(separator: " ").dropFirst().map(String.init)
    let answer = try Ayni.start(words + ["--project", project.path]).finish()
    return answer.output.split(separator: "\n").dropFirst().map { line in
      Dictionary(
        line.split(separator: " ").compactMap { word -> (String, String)? in
          let halves = word.split(separator: "=", maxSplits: 1).map(String.init)
          return halves.count == 2 ? (halves[0], halves[1]) : nil
        },
        uniquingKeysWith: { first, _ in first }
      )
    }
  }

  @Test func `no report is written of data that are not what was published`() throws {
    let project = try published()
    let release = try #require(
      FileManager.default.contentsOfDirectory(atPath: "\(project.path)/releases")
        .first { $0 != "latest" && !$0.hasPrefix(".") }
    )
    let (data, reports) = ("\(project.path)/releases/\(release)/data", "\(project.path)/reports")
    let before = try FileManager.default.contentsOfDirectory(atPath: reports)
    // Another dataset's file is sound, and not what the number stands in.
    let measures = "\(data)/measures.parquet"
    let other = try #require(
      FileManager.default.contentsOfDirectory(atPath: data).first { $0 != "measures.parquet" }
    )
    try FileManager.default.removeItem(atPath: measures)
    try FileManager.default.copyItem(atPath: "\(data)/\(other)", toPath: measures)
    let answer = try report(project, "national", "--to", "html")
    #expect(answer.exit != 0)
    #expect(answer.codes == ["project.damaged-release"], "\(answer.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: reports) == before)
  }

  @Test func `a report on an old release still says the old number`() throws {
    let project = try published()
    let old = try #require(project.latest)
    let before = try page(project, "national").html
    try project.replace(
      "OUT,GHA,A,GRANT,USD,2024,1750.25",
      with: "OUT,GHA,A,GRANT,USD,2024,9999.99",
      in: "data/measures.csv"
    )
    #expect(try project.run().exit == 0)
    #expect(project.latest != old)
    #expect(try page(project, "national").text.contains("9,999.99") == false)
    #expect(try page(project, "national", "--release", old).html == before)
    let words = ["explain", "measures", "PARTNER=GHA", "MODALITY=GRANT", "TIME_PERIOD=2024"]
    let then = try Ayni.start(words + ["--release", old, "--project", project.path]).finish()
    #expect(then.output.contains("VALUE=1750.25"))
    let now = try Ayni.start(words + ["--release", "latest", "--project", project.path]).finish()
    #expect(now.output.contains("VALUE=9999.99"))
  }

  // MARK: Formats

  @Test func `pages run nothing, fetch nothing, and are the same bytes every time`() throws {
    let project = try published()
    let release = try #require(project.latest)
    for words in [["national"], ["brief", "PARTNER=GHA"], ["vnr"]] {
      let name = words.joined(separator: "-").replacing("PARTNER=", with: "")
      let files = ["html", "xlsx"].map { "\(project.path)/reports/\(release)/\(name).en.\($0)" }
      var first: [Data] = []
      for time in 0..<2 {
        let call = ["report"] + words + ["--to", "html,xlsx", "--project", project.path]
        #expect(try Ayni.start(call).finish().output.hasPrefix(files.joined(separator: "\n")))
        let bytes = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        if time == 0 { first = bytes } else { #expect(bytes == first) }
      }
      let html = String(decoding: first[0], as: UTF8.self)
      #expect(!html.contains("<script") && !html.contains("javascript:"))
      #expect(!html.contains("http://") && !html.contains("https://"))
      #expect(html.contains("default-src 'none'"))
      #expect(!html.contains("<b>2024</b>"))
    }
  }

  @Test func `what the machine lacks is told, and the other formats are written`() throws {
    let project = try published()
    let answer = try Ayni.start(
      ["report", "national", "--project", project.path],
      environment: ["PATH": "/nowhere"]
    ).finish()
    #expect(answer.exit == 0)
    #expect(answer.codes == ["publishing.program-missing", "publishing.program-missing"])
    #expect(answer.messages.contains("apt-get install pandoc"))
    let endings = answer.output.split(separator: "\n").map { $0.suffix(5) }
    #expect(endings == [".html", ".xlsx"])
  }

  private static let tools = ["chromium", "pdfinfo", "pandoc", "rsvg-convert"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }

  @Test(.enabled(if: tools, "needs chromium, poppler-utils, pandoc and librsvg2-bin"))
  func `the national report has two pages, a brief one, and Word documents have notes`() throws {
    let project = try published()
    for (words, pages) in [(["national"], 2), (["brief", "PARTNER=GHA"], 1)] {
      let call = ["report"] + words + ["--to", "pdf,docx", "--project", project.path]
      let answer = try Ayni.start(call).finish()
      #expect(answer.codes.isEmpty, "\(answer.messages)")
      let paths = answer.output.split(separator: "\n").map(String.init)
      #expect(paths.count == 2)
      let information = try output("/usr/bin/pdfinfo", [paths[0]])
      let count = information.split(separator: "\n").first { $0.hasPrefix("Pages:") }
      #expect(count?.split(separator: " ").last == "\(pages)", "\(information)")
      let document = try output("/usr/bin/pandoc", ["--from=docx", "--to=plain", paths[1]])
      #expect(document.contains(words.count == 1 ? "South-South cooperation 2024" : "Ghana"))
      if words.count == 1 { #expect(document.contains("ayni explain returns TIME_PERIOD=2024")) }
    }
  }

  private func output(_ program: String, _ words: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a feed for Open SDG has years first, the value last, and totals left empty`() throws {
    let project = try published()
    #expect(try report(project, "portal").exit == 0)
    let feed = try project.read("reports/\(try #require(project.latest))/indicator_17-3-1.csv")
    #expect(feed == (try project.read("expected/indicator_17-3-1.csv")))
  }

  @Test func `a custodian's template is filled, and what is its own stays as it was`() throws {
    let project = try published()
    #expect(try report(project, "form").exit == 0)
    let release = try #require(project.latest)
    let path = "\(project.path)/reports/\(release)/form.xlsx"
    let reader = try WorkbookReader(file: path)
    #expect(reader.sheets.map(\.name) == ["Data & notes", "Other"])
    var cells: [String: WorkbookCell] = [:]
    let gathered = Gathered()
    let merges = try reader.read(reader.sheets[0]) { gathered.cells += $0 }
    for cell in gathered.cells { cells[cell.name] = cell }
    #expect(merges.map(\.name) == ["A1:D1"])
    #expect(cells["A1"]?.content == .text("Custodian form"))
    #expect(cells["B3"]?.content == .number(6000.25) && cells["B4"]?.content == .number(1400.5))
    #expect(cells["B5"]?.isFormula == true)
    #expect(cells["D3"]?.content == .text(release))
    #expect(cells["A9"]?.content == .text("Grants") && cells["B11"]?.content == .number(2023))
    #expect(cells["C12"]?.content == .number(4000) && cells["A13"] == nil)
    let numbers = try project.read("reports/\(release)/form-numbers.csv")
    #expect(numbers.contains("Data & notes!B3,6000.25,VALUE,ayni explain measures DIRECTION=OUT "))
    for (old, new, code) in [
      ("cell = \"B3\"", "cell = \"B5\"", "interchange.formula-cell"),
      ("cell = \"D3\"", "cell = \"D1\"", "interchange.covered-cell"),
      ("cell = \"D3\"", "cell = \"3D\"", "interchange.not-a-cell"),
      ("first_row = 9", "first_row = 9\nrows = 3", "publishing.submission-room"),
      (
        "PARTNER = \"_T\", MODALITY_GROUP = \"A\"", "MODALITY_GROUP = \"A\"",
        "publishing.submission-cell"
      ),
      ("\"Data & notes\"", "\"Data and notes\"", "interchange.no-such-sheet"),
      ("forms/template.xlsx", "../template.xlsx", "platform.path-leaves-project"),
      ("forms/template.xlsx", "forms/none.xlsx", "project.missing-file"),
    ] {
      let other = try ScratchProject(copying: project.path)
      try other.replace(old, with: new, in: "reports/form.toml")
      let answer = try report(other, "form")
      #expect(answer.codes.first == code, "\(new): \(answer.messages)")
      #expect(answer.messages.contains("reports/form.toml:"), "\(code)")
    }
  }

  private final class Gathered {
    var cells: [WorkbookCell] = []
  }

  // MARK: Words of the office

  @Test func `a narrative is bound to the release, and markup in it stays text`() throws {
    let project = try published()
    try project.write(
      """
      ## Volume

      We gave {{value measures VALUE DIRECTION=OUT PARTNER=_T MODALITY_GROUP=A MODALITY=_T TIME_PERIOD=2024}}
      and *some* <script>alert(1)</script> [site](https://example.org) [bad](javascript:x).

      Kenya: {{value measures VALUE DIRECTION=OUT PARTNER=KEN MODALITY_GROUP=C MODALITY=EXPERT TIME_PERIOD=2024}}.

      ## Later

      [[What comes next.]]

      ## Tables

      {{table measures VALUE rows=PARTNER columns=TIME_PERIOD DIRECTION=OUT MODALITY_GROUP=A MODALITY=_T}}

      {{chart measures VALUE axis=TIME_PERIOD series=PARTNER kind=line DIRECTION=OUT MODALITY_GROUP=A MODALITY=_T}}

      `{{value left alone}}`
      """,
      to: "reports/vnr.en.md"
    )
    try project.replace("`{{value left alone}}`", with: "", in: "reports/vnr.en.md")
    let (html, text) = try page(project, "vnr")
    #expect(
      text.contains("We gave 6,000.25 US dollars and some <script>alert(1)</script> site bad.")
    )
    #expect(text.contains("Kenya: confidential."))
    #expect(html.contains("href=\"https://example.org\"") && !html.contains("javascript:"))
    #expect(text.contains("Ghana|1,000|1,750.25|"))
    #expect(text.contains("Not written yet") && text.contains("What comes next."))
    #expect(!text.contains("Later|"), "a heading below which nothing is written is left out")
    #expect(html.contains("class=\"chart wide\""))
  }

  @Test func `a reference that finds no row, or several, is told with its place`() throws {
    let project = try published()
    try project.write(
      """
      # One

      {{value measures VALUE DIRECTION=OUT PARTNER=GHA MODALITY_GROUP=A MODALITY=_T TIME_PERIOD=2019}}
      {{value measures VALUE DIRECTION=OUT PARTNER=GHA}} {{value measures VALUE PARTNER=GAH}}
      {{value measurse VALUE}} {{value measures VALEU}} {{vaule measures VALUE}}
      {{table measures VALUE DIRECTION=OUT}} {{value measures VALUE PARTENR=GHA}}
      """,
      to: "reports/vnr.en.md"
    )
    let answer = try report(project, "vnr", "--to", "html")
    #expect(answer.exit == 2)
    #expect(answer.output.isEmpty)
    for (code, place, near) in [
      ("project.reference-no-row", "reports/vnr.en.md:3:1", nil),
      ("project.reference-several", "reports/vnr.en.md:4:1", nil),
      ("project.reference-code", "reports/vnr.en.md:4:52", "GHA"),
      ("project.not-in-release", "reports/vnr.en.md:5:1", "measures"),
      ("project.not-a-component", "reports/vnr.en.md:5:26", "VALUE"),
      ("project.reference-syntax", "reports/vnr.en.md:5:51", "value"),
      ("project.reference-option", "reports/vnr.en.md:6:1", nil),
      ("project.not-a-component", "reports/vnr.en.md:6:40", "PARTNER"),
    ] as [(String, String, String?)] {
      #expect(answer.codes.contains(code), "\(code)")
      #expect(answer.messages.contains(place), "\(place) \(answer.messages)")
      if let near { #expect(answer.messages.contains("did you mean \(near)?"), "\(near)") }
    }
    #expect(answer.messages.contains("MODALITY_GROUP, MODALITY"), "what is left open is named")
  }

  @Test func `a draft is written once in every language, and holds for its release`() throws {
    let project = try published()
    let answer = try report(project, "vnr", "--draft")
    #expect(
      answer.output.split(separator: "\n").map { $0.suffix(9) } == ["vnr.en.md", "vnr.fr.md"]
    )
    let english = try project.read("reports/vnr.en.md")
    #expect(english.contains("[[Who steers South-South cooperation"))
    #expect(english.contains("{{value measures VALUE DIRECTION=OUT"))
    #expect(try project.read("reports/vnr.fr.md").contains("[[Qui pilote"))
    #expect(try page(project, "vnr").text.contains("Given in 2024: 6,000.25 US dollars"))
    try project.write("# Mine\n\nWords.\n", to: "reports/vnr.en.md")
    let again = try report(project, "vnr", "--draft")
    #expect(again.codes == ["project.draft-exists", "project.draft-exists"])
    #expect(try project.read("reports/vnr.en.md") == "# Mine\n\nWords.\n")
    #expect(try report(project, "national", "--draft").codes == ["project.no-draft"])
  }

  // MARK: Slips

  @Test func `slips in names and settings are told with the nearest name`() throws {
    let project = try published()
    #expect(try report(project).output.hasPrefix("brief PARTNER=…\t"))
    let cases: [([String], String, String?)] = [
      (["natoinal"], "project.unknown-report", "national"),
      (["brief"], "project.report-choice-missing", nil),
      (["brief", "PRATNER=GHA"], "project.report-choice", "PARTNER"),
      (["brief", "PARTNER=GHN"], "cooperation.no-such-partner", "GHA"),
      (["national", "YEAR=2025"], "cooperation.no-such-year", "2023"),
      (["national", "--to", "dox"], "command.unknown-report-format", "docx"),
      (["national", "--release", "zzz"], "project.unknown-release", nil),
    ]
    for (words, code, near) in cases {
      let answer = try Ayni.start(["report"] + words + ["--project", project.path]).finish()
      #expect(answer.codes == [code], "\(words) \(answer.messages)")
      #expect(answer.exit == 2, "\(words)")
      if let near { #expect(answer.messages.contains("did you mean \(near)?"), "\(words)") }
    }
    try project.replace("C = \"quantity\"", with: "C = \"quantty\"", in: "reports/national.toml")
    try project.replace("provided", with: "provide", in: "reports/national.toml")
    let check = try Ayni.call("check", "--project", project.path)
    #expect(check.codes.contains("project.bad-parameter") && check.exit == 2)
    let settings = try report(project, "national")
    #expect(settings.codes.contains("project.bad-parameter"))
    #expect(settings.codes.contains("platform.toml-missing-key"))
    #expect(settings.messages.contains("reports/national.toml:4"))
    try project.replace("cooperation.partner", with: "cooperation.partnr", in: "reports/brief.toml")
    let template = try report(project, "brief", "PARTNER=GHA")
    #expect(template.messages.contains("did you mean cooperation.partner?"))
  }
}

/// What a machine sees of a page: its numbers, each with the note that it leads to.
private struct ReportPageReader {
  struct Number {
    let value: String
    let note: String
  }

  struct Note {
    let references: [(command: String, measure: String?)]
  }

  let numbers: [Number]
  let notes: [String: Note]

  init(_ html: String) {
    let body = html.prefix(upTo: html.range(of: "class=\"notes\"")?.lowerBound ?? html.endIndex)
    // A number stands within its link, or its link follows it.
    let within = /<a class="q" href="#([^"]+)"><data class="n" value="([^"]+)">/
    let after =
      /<data class="n" value="([^"]+)">[^<]*<\/data>(?:\u{A0}(?:[^<]|<span[^>]*>[^<]*<\/span>)*?)?<sup><a href="#([^"]+)"/
    numbers =
      body.matches(of: within).map { Number(value: String($0.2), note: String($0.1)) }
      + body.matches(of: after).map { Number(value: String($0.1), note: String($0.2)) }
    let all = body.matches(of: /<data class="n"/).count
    precondition(numbers.count == all, "\(all - numbers.count) numbers without a link")
    let entry = /<li id="([^"]+)">([\s\S]*?)<\/li>/
    notes = Dictionary(
      html.matches(of: entry).map { match in
        let reference = /<code>(ayni explain [^<]+)<\/code>(?: → <code>([^<]+)<\/code>)?/
        let references = match.2.matches(of: reference).map {
          (command: String($0.1), measure: $0.2.map(String.init))
        }
        return (String(match.1), Note(references: references))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

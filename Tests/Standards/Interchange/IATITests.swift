// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials
import Platform
import Testing
import Values

@testable import Interchange

/// IATI 2.03: the grammar, the ruleset, the tables, and files that no program should send.
@Suite struct IATITests {
  static let golden = "Tests/Standards/Interchange/Golden/iati-g14"

  /// An activity that breaks nothing, with places for what a test wants.
  static func activity(
    _ middle: String = "<recipient-country code='GH'/><sector code='16062'/>",
    end: String = "",
    attributes: String = "xml:lang='en' default-currency='USD'",
    id: String = "GH-GOV-1-A"
  ) -> String {
    """
    <iati-activity \(attributes)>
    <iati-identifier>\(id)</iati-identifier>
    <reporting-org ref='GH-GOV-1' type='10'><narrative>R</narrative></reporting-org>
    <title><narrative>T</narrative></title>
    <description><narrative>D</narrative></description>
    <participating-org ref='GH-GOV-1' role='1'/>
    <activity-status code='2'/>
    <activity-date type='2' iso-date='2024-01-01'/>
    \(middle)
    \(end)
    </iati-activity>
    """
  }

  static func file(_ activities: String..., version: String = "2.03") -> String {
    "<iati-activities version='\(version)'>\n\(activities.joined(separator: "\n"))\n</iati-activities>"
  }

  /// What a check says of a text: codes with the numbers of rules, and lines.
  private func found(_ text: String, agencies: Set<String>? = nil) throws -> [String] {
    let temporary = try TemporaryFolder()
    let path = "\(temporary.path)/file.xml"
    try DurableFile.write(Array(text.utf8), to: path)
    let collector = DiagnosticCollector()
    let today = try #require(CalendarDate("2025-06-30"))
    _ = try IATICheck(path, named: "file.xml", today: today, agencies: agencies).run(collector)
    return collector.diagnostics.map { diagnostic in
      let code = String(diagnostic.code.rawValue.dropFirst("interchange.iati-".count))
      let rule = diagnostic.arguments["rule"]?.text(in: .english)
      return rule ?? code
    }
  }

  // MARK: What the tables say

  @Test func `the ruleset has the standard's 107 cases, by function and weight`() {
    // IATI Ruleset 2.03, rulesets/standard.json: counted there.
    let shared = IATIRule.textRules
    let rules = IATIRule.all(.activities) + IATIRule.organisationRules
    #expect(rules.count == 107)
    #expect(shared.count == 2)
    var counts: [String: Int] = [:]
    for rule in rules { counts[name(of: rule.function), default: 0] += 1 }
    #expect(
      counts == [
        "ifThen": 18, "noSpaces": 15, "dateOrder": 14, "atLeastOne": 13, "loop": 11,
        "regexMatches": 8, "timeLimit": 6, "oneOrAll": 5, "range": 5, "startsWith": 3,
        "noMoreThanOne": 3, "dateNow": 2, "strictSum": 2, "unique": 1, "betweenDates": 1,
      ]
    )
    // The eleven loops have no weight of their own in the file; the rules in them have.
    #expect(rules.count { $0.severity == .error } == 59 + 6)
    #expect(rules.count { $0.severity == .warning } == 37 + 5)
  }

  private func name(of function: IATIRule.Function) -> String {
    switch function {
    case .atLeastOne: "atLeastOne"
    case .noMoreThanOne: "noMoreThanOne"
    case .oneOrAll: "oneOrAll"
    case .unique: "unique"
    case .startsWith, .startsWithAgency: "startsWith"
    case .regexMatches: "regexMatches"
    case .noSpaces: "noSpaces"
    case .strictSum: "strictSum"
    case .range: "range"
    case .dateOrder: "dateOrder"
    case .dateNow: "dateNow"
    case .timeLimit: "timeLimit"
    case .betweenDates: "betweenDates"
    case .ifThen: "ifThen"
    case .loop: "loop"
    }
  }

  @Test func `every element that the grammar names is in it`() {
    for grammar in [IATIGrammar.activities, .organisations] {
      for (name, kind) in grammar.all {
        for child in kind.children { #expect(grammar[child.kind] != nil, "\(name): \(child.name)") }
      }
    }
    #expect(IATIGrammar.activities["iati-activity"]?.children.count == 34)
    #expect(IATIGrammar.activities["transaction"]?.children.count == 14)
  }

  // MARK: What a check says

  @Test func `an activity that breaks nothing is sound`() throws {
    #expect(try found(Self.file(Self.activity())) == [])
  }

  @Test(arguments: [
    ("<sector code='1'/><recipient-country code='GH'/>", "order"),
    ("<recipient-country/><sector code='16062'/>", "missing-attribute"),
    ("<recipient-country code='GH' percentage='half'/><sector code='16062'/>", "attribute-value"),
    ("<recipient-country code='GH' share='1'/><sector code='16062'/>", "attribute"),
    ("<recipient-country code='GH'/><sectors code='16062'/>", "element"),
    ("<recipient-country code='GH'>Ghana</recipient-country><sector code='16062'/>", "text"),
    (
      "<recipient-country code='GH'/><sector code='16062'/><capital-spend percentage='1'/><capital-spend percentage='1'/>",
      "repeated-element"
    ),
    (
      "<recipient-country code='GH'/><sector code='16062'/><budget><period-start iso-date='2025-02-30'/><period-end iso-date='2025-03-01'/><value value-date='2025-01-01'>1,000</value></budget>",
      "value"
    ),
    (
      "<recipient-country code='GH'/><sector code='16062'/><budget><period-start iso-date='2025-01-01'/><value value-date='2025-01-01'>1</value></budget>",
      "missing-element"
    ),
  ])
  func `what breaks the schema is told by its kind`(middle: String, code: String) throws {
    #expect(try found(Self.file(Self.activity(middle))).contains(code))
  }

  @Test func `elements and attributes of other namespaces are allowed last, and only there`() throws
  {
    let own = "<x:own xmlns:x='http://example.org/x' a='1'><x:in/></x:own>"
    #expect(try found(Self.file(Self.activity(end: own))) == [])
    #expect(
      try found(Self.file(Self.activity(own + "<recipient-country code='GH'/><sector code='1'/>")))
        == ["order", "order"]
    )
  }

  @Test func `findings name the line where they stand`() throws {
    let temporary = try TemporaryFolder()
    let path = "\(temporary.path)/file.xml"
    try DurableFile.write(Array(Self.file(Self.activity("<sector/>")).utf8), to: path)
    let collector = DiagnosticCollector()
    _ = try IATICheck(path, named: "f.xml", today: try #require(CalendarDate("2025-06-30")))
      .run(collector)
    let missing = collector.diagnostics.first { $0.code.rawValue.hasSuffix("missing-attribute") }
    #expect(missing?.occurrences?.first == Location("f.xml", line: 10))
  }

  @Test(
    arguments: [
      (
        "<recipient-country code='GH'/><sector code='1' percentage='50'/><sector code='2' percentage='49.99'/>",
        ["2.1.2"]
      ),
      (
        "<recipient-country code='GH'/><sector code='1' percentage='50'/><sector code='2' percentage='50.00'/>",
        []
      ),
      ("<recipient-country code='GH'/><sector code='1' percentage='99'/>", ["2.1.4"]),
      (
        "<recipient-country code='GH' percentage='60'/><recipient-country code='BJ'/><sector code='1'/>",
        ["3.1.2", "3.1.1"]
      ),
      ("<sector code='1'/>", ["3.7.1"]),
      ("<recipient-country code='GH'/>", ["6.2.2"]),
      ("<recipient-country code='GH'/><sector code='1' vocabulary='2'/>", ["102.1.1"]),
      (
        "<recipient-country code='GH'/><sector code='1'/><sector code='x' vocabulary='99'/>",
        ["2.2.1"]
      ),
      (
        "<recipient-country code='GH'/><sector code='a' vocabulary='7' percentage='50'/><sector code='b' vocabulary='7' percentage='49'/><sector code='1'/>",
        ["2.1.2"]
      ),
      ("<recipient-country code='GH' percentage='101'/><sector code='1'/>", ["3.1.4", "12.1.1"]),
    ] as [(String, [String])]
  )
  func `sectors and countries are held against the ruleset`(middle: String, rules: [String]) throws
  {
    #expect(try found(Self.file(Self.activity(middle))).sorted() == rules.sorted())
  }

  @Test func `dates are held against each other and against today`() throws {
    let places = "<recipient-country code='GH'/><sector code='1'/>"
    let dates =
      "<activity-date type='1' iso-date='2025-02-01'/><activity-date type='3' iso-date='2025-01-01'/>"
    #expect(try found(Self.file(Self.activity(dates + places))) == ["11.1.2"])
    let future = "<activity-date type='4' iso-date='2025-07-01'/>"
    #expect(try found(Self.file(Self.activity(future + places))) == ["11.1.5"])
    let transaction = { (day: String) in
      "<transaction><transaction-type code='3'/><transaction-date iso-date='\(day)'/>"
        + "<value value-date='2025-01-01'>1</value></transaction>"
    }
    // The second transaction counts too.
    #expect(
      try found(
        Self.file(Self.activity(end: transaction("2025-01-01") + transaction("2025-07-01")))
      ) == ["11.2.1"]
    )
    let budget = { (end: String) in
      "<budget><period-start iso-date='2024-01-01'/><period-end iso-date='\(end)'/>"
        + "<value value-date='2024-01-01'>1</value></budget>"
    }
    #expect(try found(Self.file(Self.activity(end: budget("2024-12-31")))) == [])
    #expect(try found(Self.file(Self.activity(end: budget("2025-01-01")))) == ["7.5.3"])
    #expect(try found(Self.file(Self.activity(end: budget("2023-12-31")))) == ["8.6.3"])
  }

  @Test func `identifiers, languages, currencies and results are held against the ruleset`() throws
  {
    #expect(try found(Self.file(Self.activity(id: "GH-GOV-1"))).sorted() == ["1.1.21", "1.1.3"])
    #expect(try found(Self.file(Self.activity(id: " GH-GOV-1-A"))).sorted() == ["1.1.21", "1.3.1"])
    #expect(try found(Self.file(Self.activity(id: "GH-GOV-1-A/B"))) == ["1.3.13"])
    #expect(try found(Self.file(Self.activity(attributes: "default-currency='USD'"))) == ["4.1.1"])
    let budget =
      "<budget><period-start iso-date='2024-01-01'/><period-end iso-date='2024-02-01'/>"
      + "<value value-date='2024-01-01'>1</value></budget>"
    #expect(
      try found(Self.file(Self.activity(end: budget, attributes: "xml:lang='en'"))) == ["7.8.1"]
    )
    let result = { (measure: String, value: String) in
      "<result type='1'><title><narrative>r</narrative></title><indicator measure='\(measure)'>"
        + "<title><narrative>i</narrative></title><period><period-start iso-date='2024-01-01'/>"
        + "<period-end iso-date='2024-02-01'/><actual \(value)/></period></indicator></result>"
    }
    #expect(try found(Self.file(Self.activity(end: result("1", "value='12.5'")))) == [])
    #expect(try found(Self.file(Self.activity(end: result("1", "")))) == ["8.10.1"])
    #expect(try found(Self.file(Self.activity(end: result("1", "value='many'")))) == ["8.10.2"])
    #expect(try found(Self.file(Self.activity(end: result("5", "value='1'")))) == ["8.10.3"])
  }

  @Test func `regions, budget items and organisations are held against the ruleset`() throws {
    let region = { (code: String, rest: String) in
      "<recipient-region code='\(code)' vocabulary='1' \(rest)/>"
    }
    let sector = "<sector code='1'/>"
    let middle = { (text: String) in try found(Self.file(Self.activity(text + sector))) }
    #expect(try middle(region("298", "")) == [])
    #expect(try middle(region("298", "percentage='90'")) == ["3.4.4"])
    #expect(
      try middle(region("298", "percentage='40'") + region("498", "")).sorted() == [
        "3.4.1", "3.4.2",
      ]
    )
    #expect(
      try middle(
        "<recipient-country code='GH' percentage='40'/>" + region("498", "percentage='60'")
      )
        == []
    )
    let items = { (first: String, second: String) in
      "<country-budget-items vocabulary='2'><budget-item code='1' \(first)/>"
        + "<budget-item code='2' \(second)/></country-budget-items>"
    }
    let place = "<recipient-country code='GH'/><sector code='1'/>"
    let after = { (text: String) in try found(Self.file(Self.activity(place + text))) }
    #expect(try after(items("percentage='50'", "percentage='50'")) == [])
    #expect(try after(items("percentage='50'", "percentage='49'")) == ["7.9.2"])
    #expect(try after(items("", "")).sorted() == ["7.9.1", "7.9.2"])
    #expect(try after("<policy-marker code='1' vocabulary='1'/>") == ["6.14.1"])
    #expect(try after("<policy-marker code='1' vocabulary='99' significance='1'/>") == ["6.13.1"])
    let dates = "<activity-date type='4' iso-date='2023-12-31'/>"
    #expect(try found(Self.file(Self.activity(dates + place))) == ["11.1.3"])
    let related = "<related-activity ref=' GH-GOV-1-B' type='1'/>"
    #expect(try found(Self.file(Self.activity(end: related))) == ["1.7.1"])
  }

  @Test func `elements of other namespaces come after all records, and a root of one is no IATI`()
    throws
  {
    let own = "<x:own xmlns:x='http://example.org/x'/>"
    #expect(try found(Self.file(Self.activity(), own)) == [])
    #expect(try found(Self.file(own, Self.activity())) == ["order"])
    #expect(throws: Diagnostic.self) {
      try found("<iati-activities xmlns='http://example.org/x' version='2.03'/>")
    }
    #expect(try found(Self.file("words", Self.activity(), "more")) == ["text"])
  }

  @Test func `the codes of registration agencies are looked at where they are given`() throws {
    #expect(try found(Self.file(Self.activity()), agencies: ["GH-GOV"]) == [])
    #expect(try found(Self.file(Self.activity()), agencies: ["XM-DAC"]) == ["1.14.8"])
  }

  // MARK: What should not have been sent

  @Test func `another version, another file and a broken one are refused`() throws {
    func code(_ text: String) -> String? {
      do {
        _ = try found(text)
        return nil
      } catch {
        return DiagnosticFailure(wrapping: error).diagnostics.first?.code.rawValue
      }
    }
    #expect(code(Self.file(Self.activity(), version: "2.02")) == "interchange.iati-version")
    #expect(code(Self.file(Self.activity(), version: "1.05")) == "interchange.iati-version")
    #expect(code("<message/>") == "interchange.not-iati")
    #expect(code("<iati-activities version='2.03'><iati-activity>") == "platform.xml-malformed")
    #expect(
      code("<!DOCTYPE x [<!ENTITY e 'x'>]><iati-activities version='2.03'/>")
        == "platform.xml-entity"
    )
    #expect(try found("<iati-activities/>").sorted() == ["missing-attribute", "missing-element"])
  }

  @Test func `an identifier that stands twice is told`() throws {
    #expect(try found(Self.file(Self.activity(), Self.activity())) == ["repeated-identifier"])
  }

  @Test func `two thousand altered files are checked or refused, none breaks the reader`() throws {
    let seed = try WholeFile.bytes("\(Self.golden)/expected.xml")
    let temporary = try TemporaryFolder()
    let path = "\(temporary.path)/fuzz.xml"
    var random = SplitMix(seed: 11)
    var refused = 0
    for _ in 0..<2_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 32...126, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        default:
          let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
          bytes.insert(contentsOf: bytes[place..<end], at: place)
        }
      }
      try bytes.withUnsafeBytes { _ in try Data(bytes).write(to: URL(filePath: path)) }
      do {
        _ = try IATICheck(path, named: "f", today: CalendarDate(daysSinceEpoch: 20_000))
          .run(DiagnosticCollector())
        let rows = try IATIRows(
          file: path,
          named: "f",
          .transactions,
          reporter: nil,
          DiagnosticCollector()
        )
        while try rows.next() != nil {}
      } catch {
        refused += 1
      }
    }
    #expect((200..<2_000).contains(refused))
  }

  // MARK: Tables

  @Test func `tables have the rows of activities, with what activities say by default`() throws {
    let path = "\(Self.golden)/expected.xml"
    func rows(_ table: IATITable) throws -> [[String: String]] {
      let rows = try IATIRows(file: path, named: "f", table, reporter: nil, DiagnosticCollector())
      var all: [[String: String]] = []
      while let batch = try rows.next() {
        for row in batch {
          #expect(row.values.count == table.columns.count)
          all.append(
            Dictionary(
              uniqueKeysWithValues: zip(table.columns, row.values).compactMap { name, value in
                value.map { (name, $0) }
              }
            )
          )
        }
      }
      return all
    }
    let activity = try #require(try rows(.activities).first)
    #expect(activity["ACTIVITY"] == "PE-EXAMPLE-1-TA-2025-01")
    #expect(activity["TITLE_EN"] == "Experts on population censuses")
    #expect(activity["TITLE_FR"] == nil && activity["ACTUAL_START"] == "2025-03-03")
    let transaction = try #require(try rows(.transactions).first)
    #expect(transaction["VALUE"] == "7395.00" && transaction["CURRENCY"] == "PEN")
    #expect(transaction["FLOW_TYPE"] == "50" && transaction["AID_TYPE"] == "D01")
    #expect(try rows(.participations).map { $0["ROLE"] } == ["1", "2"])
    #expect(try rows(.sectors).map { $0["VOCABULARY"] } == ["1"])
    #expect(try rows(.results).map { $0["ACTUAL"] } == ["174.00"])
    #expect(try rows(.countries).map { $0["CODE"] } == ["BO"])
    #expect(try rows(.loans).isEmpty && rows(.budgets).isEmpty)
  }

  // MARK: Beside the standard's own files

  static let corpus = ProcessEnvironment.value("AYNI_IATI_CORPUS")

  /// The corpus is a folder with `valid` and `invalid`, sorted by `xmllint` and the standard's own schemas.
  @Test(.enabled(if: corpus != nil, "AYNI_IATI_CORPUS names no folder of sorted files"))
  func `files that the standard's schema accepts are accepted, others are not`() throws {
    let folder = try RootedFolder(try #require(Self.corpus))
    var count = 0
    for file in try folder.files(suffix: ".xml") {
      let reader = try IATIReader(try folder.resolve(file), named: file)
      var isSound = true
      var records = 0
      do {
        while true {
          let batch = try reader.next()
          guard let root = reader.root, let kind = reader.kind else { break }
          let check = IATISchemaCheck(kind) { _, _ in isSound = false }
          for record in batch { check.checkRecord(record, in: root) }
          records += batch.count
          if batch.isEmpty {
            check.checkRoot(root, records: records)
            break
          }
        }
      } catch { isSound = false }
      #expect(isSound == file.hasPrefix("valid/"), "\(file)")
      count += 1
    }
    #expect(count > 500)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Cooperation
internal import Diagnostics
internal import Engine
internal import Platform
internal import Project
internal import Publishing
internal import Relation
internal import Structures

extension Verb {
  /// `ayni match`: from ranked pairs of needs and solutions to an activity of the register.
  static let match = Verb(
    "match",
    usage: """
      ayni match list [NEED]
      ayni match accept NEED SOLUTION --by NAME [--on DAY]
      ayni match refuse NEED SOLUTION --by NAME [--on DAY]
      ayni match note NEED SOLUTION [--to html,docx,xlsx,pdf] [--output FOLDER]
      ayni match approve NEED SOLUTION --by NAME [--on DAY] [COMPONENT=VALUE …]
      """,
    (
      en:
        "lists solutions for needs, takes decisions, writes a concept note, makes an activity of a match",
      fr:
        "liste des solutions aux besoins, prend les décisions, écrit une note, fait d'une paire une activité"
    ),
    options: ["--by": true, "--on": true, "--to": true, "--output": true]
  ) { invocation in
    let table = try await MatchTable(invocation)
    switch invocation.words.first {
    case "list": try await table.list()
    case "accept": try await table.decide(isAccepted: true)
    case "refuse": try await table.decide(isAccepted: false)
    case "note": try await table.note()
    case "approve": try await table.approve()
    default: try invocation.expectWords(Int.max...Int.max)
    }
    return .ok
  }
}

/// The needs, solutions and pairs of a project as they are today.
private struct MatchTable {
  let invocation: Invocation
  let project: OpenProject
  let desk: MatchDesk
  let session: DuckDBSession
  private let datasets: [String: Dataset]

  init(_ invocation: Invocation) async throws {
    guard let verb = invocation.words.first,
      ["list", "accept", "refuse", "note", "approve"].contains(verb)
    else {
      throw invocation.otherArguments
    }
    try invocation.expectWords(
      verb == "list" ? 1...2 : verb == "approve" ? 3...Int.max : 3...3
    )
    self.invocation = invocation
    project = try OpenProject(invocation)
    desk = try MatchDesk(project.folder, project.graph)
    session = try await project.session()
    let run = try Project.Run(
      project.folder,
      project.graph,
      session: session,
      registry: Programmes.registry,
      progress: invocation.console.progress
    )
    datasets = Dictionary(
      try await run.steps().flatMap(\.datasets).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  // MARK: Verbs

  /// The ranked pairs: need, rank, solution, score, the reasons that speak for it.
  func list() async throws {
    let rows = try await rows(of: desk.pairs, sortedBy: ["NEED", "RANK"])
    let needs = try await titles(desk.needs)
    let solutions = try await titles(desk.solutions)
    if invocation.words.count > 1, needs[invocation.words[1]] == nil {
      throw unknown(invocation.words[1], desk.needs, needs.keys)
    }
    let reasons = ["THEME", "TARGET", "LANGUAGE", "TITLE", "EVIDENCE", "REGION"]
    for row in rows.indices {
      let (need, solution) = (rows[row, "NEED"] ?? "", rows[row, "SOLUTION"] ?? "")
      if invocation.words.count > 1, need != invocation.words[1] { continue }
      let found = reasons.compactMap { reason -> String? in
        guard let text = rows[row, reason], text.contains(where: { ("1"..."9").contains($0) })
        else { return nil }
        return "\(reason)=\(text)"
      }
      let fields = [
        need, rows[row, "RANK"] ?? "", solution, rows[row, "SCORE"] ?? "",
        rows[row, "DECISION"] ?? "-", needs[need] ?? "", solutions[solution] ?? "",
        found.joined(separator: " "),
      ]
      // A title of several lines stays in its column.
      let cells = fields.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      invocation.console.result(cells.joined(separator: "\t"))
    }
  }

  func decide(isAccepted: Bool) async throws {
    let match = try await match()
    let person = try person()
    let lock = try lock()
    let file = try desk.decide(match, isAccepted: isAccepted, by: person, on: try day())
    _ = consume lock
    invocation.console.result(file)
  }

  /// Writes the concept note in every language of the project.
  func note() async throws {
    let match = try await match()
    let folder = try target()
    let formats = try ReportFormat.listed(invocation["--to"])
    let collector = DiagnosticCollector()
    for language in project.folder.settings.languages {
      let document = try ConceptNote.document(match, desk, in: language)
      let files = ReportFiles(document, settings: project.folder.settings, release: nil)
      let name = FileName.safe("note-\(match.need.id)-\(match.solution.id)")
      let paths = try await files.write(
        formats,
        to: "\(folder)/\(name).\(language.rawValue)",
        programs: DocumentPrograms(),
        collector
      )
      for path in paths { invocation.console.result(path) }
    }
    invocation.console.report(collector.diagnostics)
  }

  func approve() async throws {
    let match = try await match()
    let person = try person()
    var given: [String: String] = [:]
    for word in invocation.words.dropFirst(3) {
      guard let pair = Assignment(word) else {
        throw invocation.otherArguments(of: "match approve")
      }
      given[pair.name] = pair.value
    }
    let lock = try lock()
    let approval = try MatchApproval(desk, match, given: given)
    let outcome = try approval.carryOut(by: person, on: try day())
    _ = consume lock
    invocation.console.note(
      MatchTable.done,
      ["activity": .text(approval.activity), "count": .count(outcome.added)]
    )
    for file in outcome.files { invocation.console.result(file) }
  }

  // MARK: Records

  private func match() async throws -> Match {
    let need = try await record(invocation.words[1], in: desk.needs)
    let solution = try await record(invocation.words[2], in: desk.solutions)
    let rows = try await rows(of: desk.pairs, sortedBy: ["NEED", "RANK"])
    let found = rows.indices.first {
      rows[$0, "NEED"] == need.id && rows[$0, "SOLUTION"] == solution.id
    }
    let ranked = try found.map { row in
      values(rows, row, try dataset(desk.pairs).structure)
    }
    return try Match(need, solution, ranked: ranked)
  }

  private func record(_ id: String, in name: String) async throws -> Match.Record {
    let rows = try await rows(of: name, sortedBy: ["ID"])
    guard let row = rows.indices.first(where: { rows[$0, "ID"] == id }) else {
      throw unknown(id, name, rows.values(of: "ID"))
    }
    return Match.Record(id: id, values: values(rows, row, try dataset(name).structure))
  }

  private func values(
    _ rows: TextRows,
    _ row: Int,
    _ structure: DataStructureDefinition
  ) -> [String: String] {
    Dictionary(
      structure.components.compactMap { component in
        rows[row, component.id].map { (component.id, $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private func titles(_ name: String) async throws -> [String: String] {
    let rows = try await rows(of: name, sortedBy: ["ID"])
    return Dictionary(
      rows.indices.map { (rows[$0, "ID"] ?? "", rows[$0, "TITLE"] ?? "") },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private func unknown(
    _ id: String,
    _ dataset: String,
    _ known: some Sequence<String>
  ) -> Diagnostic {
    CooperationDefinitions.unknownNeed.at(
      nil,
      ["dataset": .text(dataset)],
      suggestion: NearestName.of(id, among: known)
    )
  }

  private func rows(of name: String, sortedBy columns: [String]) async throws -> TextRows {
    try await session.texts(of: try dataset(name).plan.sort(by: columns), limit: 1_000_000)
  }

  private func dataset(_ name: String) throws -> Dataset {
    guard let dataset = datasets[name] else {
      throw ProjectDefinitions.unknownDataset.at(nil, ["dataset": .text(name)])
    }
    return dataset
  }

  // MARK: Settings of the call

  private func person() throws -> String {
    guard let person = invocation["--by"], person.contains(where: { !$0.isWhitespace }) else {
      throw CommandDefinitions.missingValue.at(nil, ["option": "--by"])
    }
    return person
  }

  private func lock() throws -> FolderLock {
    let folder = try project.folder.root.resolve(".ayni")
    try DurableFolder.create(folder)
    return try FolderLock(folder)
  }

  private func target() throws -> String {
    let path = try invocation["--output"] ?? project.folder.root.resolve("reports/notes")
    try DurableFolder.create(path)
    return path
  }

  /// The day of the decision: that of `--on`, else today.
  private func day() throws -> String { "\(try Verb.day("--on", invocation))" }

  private static let done = Message(
    "match.approved",
    en: "activity {activity}: {count} {count|record was|records were} added to the registers",
    fr:
      "activité {activity} : {count} {count|fiche a été ajoutée|fiches ont été ajoutées} aux registres"
  )
}

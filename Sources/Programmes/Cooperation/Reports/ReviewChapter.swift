// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Structures

/// The chapter of the voluntary national review on South-South cooperation, with its statistical annex.
///
/// What the office has not written is left out and listed, never made up; every number is bound to its query.
public enum ReviewChapter {
  /// The template `cooperation.vnr`.
  public static let template: ReportTemplate = ReportTemplate(
    "cooperation.vnr",
    summary: CooperationTexts.review,
    choices: [ReportTemplate.Choice("YEAR", isRequired: false)]
  ) { preparation in
    let settings = try ReviewSettings(preparation)
    return PreparedReport(
      draft: { context in
        try await ReviewWriter(settings, context).draft()
      },
      write: { context in
        try await ReviewWriter(settings, context).output()
      }
    )
  }
}

/// What the file of the chapter says.
struct ReviewSettings: Sendable {
  let parts: MeasureParts
  let coverage: RoundCoverage.Settings?
  let targets: AnnexSettings?
  let triangular: AnnexSettings?
  let funds: AnnexSettings?

  /// A table of the annex from a dataset of its own.
  struct AnnexSettings: Sendable {
    let dataset: String
    /// The dimension down the side, those across, and what the cells show.
    let rows: String
    let columns: [String]
    let measure: String
    /// Components held to codes, such as a total or a year.
    let held: [KeyPart]
    /// Codes of the side that are left out.
    let without: [String]
    let location: Location

    init(_ table: TOMLTableReader, rows: String?) {
      location = table.location
      dataset = table.string("dataset")
      self.rows = table.optionalString("rows") ?? rows ?? ""
      columns = table.strings("columns")
      measure = table.optionalString("measure") ?? "VALUE"
      held =
        table.table("where") { held in
          held.keys.map { KeyPart($0, held.string($0)) }
        } ?? []
      without = table.strings("without")
    }
  }

  init(_ preparation: ReportPreparation) throws {
    let collector = preparation.collector
    self = try preparation.parameters { table in
      ReviewSettings(
        parts: MeasureParts(table, collector),
        coverage: table.table("coverage") { RoundCoverage.Settings($0, collector) },
        targets: table.table("targets") { AnnexSettings($0, rows: "SDG_TARGET") },
        triangular: table.table("triangular") { AnnexSettings($0, rows: nil) },
        funds: table.table("funds") { AnnexSettings($0, rows: nil) }
      )
    }
    for annex in [triangular, funds].compactMap(\.self) where annex.rows.isEmpty {
      collector.report(CooperationDefinitions.reportNeeds.at(annex.location, ["key": "rows"]))
    }
    try collector.throwIfErrors()
  }

  private init(
    parts: MeasureParts,
    coverage: RoundCoverage.Settings?,
    targets: AnnexSettings?,
    triangular: AnnexSettings?,
    funds: AnnexSettings?
  ) {
    self.parts = parts
    self.coverage = coverage
    self.targets = targets
    self.triangular = triangular
    self.funds = funds
  }
}

/// Writes the chapter and its annex.
struct ReviewWriter: Sendable {
  let settings: ReviewSettings
  let context: ReportContext
  let words: ReportWords

  init(_ settings: ReviewSettings, _ context: ReportContext) {
    self.settings = settings
    self.context = context
    words = ReportWords(context.language)
  }

  /// The narrative with which an office begins, with the numbers of the release bound in it.
  func draft() async throws -> String {
    let table = try await MeasureTable(settings.parts, context.release)
    return ReviewDraft(table: table, words: words, year: try chosenYear(table)).text
  }

  /// The chapter, and the numbers of its tables as CSV for charts that others draw.
  func output() async throws -> ReportOutput {
    let table = try await MeasureTable(settings.parts, context.release)
    let year = try chosenYear(table)
    let narrative = try await narrative(table, year)
    let annex = try await annex(MeasureSections(table: table, words: words), year)
    try context.collector.throwIfErrors()
    var blocks = narrative.blocks
    if !narrative.unwritten.isEmpty {
      blocks += [
        heading(ReviewTexts.unwritten), .paragraph(words.line(ReviewTexts.unwrittenLead)),
        .list(isOrdered: false, narrative.unwritten.map { [.paragraph([.text($0)])] }),
      ]
    }
    blocks.append(.pageBreak)
    blocks.append(heading(ReviewTexts.annex))
    blocks += annex.blocks
    if !annex.absent.isEmpty {
      blocks.append(heading(CooperationTexts.cannotHeading))
      blocks.append(.list(isOrdered: false, annex.absent.map { [.paragraph($0)] }))
    }
    let document = ReportDocument(
      context.language,
      title: context.definition.title.map(words.plain) ?? words.text(ReviewTexts.title),
      subtitle: words.text(
        ReviewTexts.subtitle,
        ["year": .text(year), "release": .text(context.release.id)]
      ),
      layout: .flowing,
      blocks: blocks
    )
    return ReportOutput(document, files: annex.files)
  }

  /// What the office wrote; before it has, the draft, of which only the bound sentences are left.
  private func narrative(_ table: MeasureTable, _ year: String) async throws -> Narrative {
    if let written = try await Narrative.read(context) { return written }
    let draft = ReviewDraft(table: table, words: words, year: year).text
    return try await Narrative(
      draft,
      file: context.definition.narrativePath(in: context.language),
      context
    )
  }

  func heading(_ message: Message, level: Int = 1) -> ReportBlock {
    .heading(level: level, [.text(words.text(message))])
  }

  private func chosenYear(_ table: MeasureTable) throws -> String {
    try table.year(chosen: context.choices["YEAR"], context.release.id)
  }
}

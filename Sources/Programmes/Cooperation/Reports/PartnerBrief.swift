// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Structures

/// The brief on one partner: a page for the ten minutes before a meeting.
public enum PartnerBrief {
  /// The template `cooperation.partner`.
  public static let template: ReportTemplate = ReportTemplate(
    "cooperation.partner",
    summary: CooperationTexts.partnerBrief,
    choices: [ReportTemplate.Choice("PARTNER", isRequired: true)]
  ) { preparation in
    let settings = try BriefSettings(preparation)
    return PreparedReport { context in
      ReportOutput(try await BriefWriter(settings, context).document())
    }
  }
}

/// What the file of a brief says.
struct BriefSettings: Sendable {
  let parts: MeasureParts
  let activities: ListSettings?
  let open: [ListSettings]
  /// How many years are shown, and how many rows of a list.
  let years: Int

  init(_ preparation: ReportPreparation) throws {
    let collector = preparation.collector
    self = try preparation.parameters { table in
      BriefSettings(
        parts: MeasureParts(table, collector),
        activities: table.table("activities") { ListSettings($0, collector) },
        open: table.tables("open") { ListSettings($0, collector) },
        years: table.optionalInteger("years") ?? 5
      )
    }
    try collector.throwIfErrors()
  }

  private init(
    parts: MeasureParts,
    activities: ListSettings?,
    open: [ListSettings],
    years: Int
  ) {
    self.parts = parts
    self.activities = activities
    self.open = open
    self.years = min(max(years, 1), 12)
  }
}

/// A list of rows of a dataset that concern a partner.
struct ListSettings: Sendable {
  let dataset: String
  let title: InternationalString?
  /// The component that holds the partner; `nil` where every row is listed.
  let partner: String?
  /// The components that are shown, in order.
  let show: [String]
  /// Components and the codes of rows that are listed; all rows by default.
  let codes: [String: [String]]
  /// The component by which rows are ordered, the greatest first.
  let order: String?
  let limit: Int
  let location: Location

  init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    location = table.location
    dataset = table.string("dataset")
    title = table.optionalInternationalString("title", collector)
    partner = table.optionalString("partner")
    show = table.strings("show")
    codes =
      table.table("codes") { codes in
        Dictionary(
          codes.keys.map { ($0, codes.strings($0)) },
          uniquingKeysWith: { first, _ in first }
        )
      } ?? [:]
    order = table.optionalString("order")
    limit = min(max(table.optionalInteger("limit") ?? 8, 1), 100)
    if show.isEmpty {
      collector.report(CooperationDefinitions.reportNeeds.at(location, ["key": "show"]))
    }
  }

  /// The rows that concern a partner, as a table.
  ///
  /// - Returns: one row = one row of the dataset; `nil` where there is none.
  /// - Throws: `project.not-in-release`, `project.not-a-component`.
  func table(
    _ release: ReleaseData,
    partner code: String,
    caption: String?,
    _ words: ReportWords
  ) async throws -> ReportTable? {
    let held = partner.map { [KeyPart($0, code)] } ?? []
    let rows = try await release.rows(of: dataset, holding: held, at: location)
    for name in show + codes.keys.sorted() + [order].compactMap(\.self) {
      _ = try release.component(name, of: rows.dataset, at: location)
    }
    var wanted = rows.indices.filter { row in
      codes.allSatisfy { component, codes in rows[row, component].map(codes.contains) ?? false }
    }
    if let order {
      wanted.sort { ((rows[$1, order] ?? ""), $0) < ((rows[$0, order] ?? ""), $1) }
    }
    guard !wanted.isEmpty, let first = show.first else { return nil }
    let title = caption ?? title.map(words.plain) ?? dataset
    return ReportTable(
      caption: [.text(title)],
      headings: [
        show.map { name in
          ReportTable.Heading([.phrase(rows.name(of: name))], isNumeric: rows.isNumber(name))
        }
      ],
      rows: wanted.prefix(limit).map { row in
        ReportTable.Row(
          text(rows, row, first),
          show.dropFirst().map { rows.isNumber($0) ? number(rows, row, $0) : text(rows, row, $0) }
        )
      },
      notes: wanted.count > limit
        ? [[.text(words.text(CooperationTexts.moreRows, ["count": .count(wanted.count - limit)]))]]
        : []
    )
  }

  private func number(_ rows: ReleaseRows, _ row: Int, _ name: String) -> [ReportInline] {
    [.number(rows.number(row, name).measured(in: nil))]
  }

  private func text(_ rows: ReleaseRows, _ row: Int, _ name: String) -> [ReportInline] {
    guard let text = rows[row, name] else { return [] }
    return [rows.codelist(of: name) == nil ? .text(text) : .phrase(rows.label(text, of: name))]
  }
}

extension ReleaseRows {
  /// Whether a component holds numbers.
  fileprivate func isNumber(_ name: String) -> Bool {
    switch dataset.structure[name]?.representation {
    case .integer, .decimal, .double: true
    default: false
    }
  }
}

/// Writes the brief.
private struct BriefWriter {
  let settings: BriefSettings
  let context: ReportContext
  let words: ReportWords

  init(_ settings: BriefSettings, _ context: ReportContext) {
    self.settings = settings
    self.context = context
    words = ReportWords(context.language)
  }

  func document() async throws -> ReportDocument {
    let partner = context.choices["PARTNER"] ?? ""
    let table = try await MeasureTable(settings.parts, context.release, partner: partner)
    let name = try name(of: partner, table)
    let sections = MeasureSections(table: table, words: words)
    let narrative = try await Narrative.read(context) ?? .none
    try context.collector.throwIfErrors()
    let years = Array(table.years.suffix(settings.years))
    var blocks = narrative.blocks
    blocks.append(heading(CooperationTexts.givenHeading))
    if years.isEmpty {
      blocks.append(.paragraph(words.line(CooperationTexts.nothingWith)))
    } else {
      blocks += [.table(byYear(sections, partner, years))]
      if let chart = chart(sections, partner) { blocks.append(.chart(chart)) }
    }
    blocks += try await activities(partner, name)
    blocks.append(heading(CooperationTexts.openHeading))
    blocks += try await open(partner)
    return ReportDocument(
      context.language,
      title: words.text(CooperationTexts.briefTitle, ["partner": .text(name)]),
      subtitle: subtitle(years),
      layout: .compact,
      blocks: blocks
    )
  }

  private func subtitle(_ years: [String]) -> String? {
    guard let first = years.first, let last = years.last else { return nil }
    guard first < last else {
      return words.text(CooperationTexts.briefSubtitleOfYear, ["year": .text(first)])
    }
    return words.text(
      CooperationTexts.briefSubtitle,
      ["first": .text(first), "last": .text(last)]
    )
  }

  /// What readers call the partner; a code that its list lacks is told with the nearest one.
  private func name(of partner: String, _ table: MeasureTable) throws -> String {
    guard let list = table.rows.codelist(of: settings.parts.partner) else { return partner }
    if let code = list[partner] { return words.plain(code.name) }
    throw CooperationDefinitions.noSuchPartner.at(
      nil,
      ["list": .text(list.reference.id)],
      suggestion: NearestName.of(partner, among: list.ids)
    )
  }

  /// One row = one year; a cell holds the numbers of a group in one direction, each with its unit.
  private func byYear(
    _ sections: MeasureSections,
    _ partner: String,
    _ years: [String]
  ) -> ReportTable {
    let parts = settings.parts
    return ReportTable(
      caption: [.text(words.text(CooperationTexts.byYear))],
      headings: [
        [
          ReportTable.Heading(
            [.text(words.text(CooperationTexts.year))],
            rows: 2,
            isNumeric: false
          )
        ]
          + parts.directions.map {
            ReportTable.Heading(
              [.phrase(sections.table.label($0, of: parts.direction))],
              columns: parts.groups.count
            )
          },
        parts.directions.flatMap { _ in
          parts.groups.map { ReportTable.Heading(sections.group($0.code)) }
        },
      ],
      rows: years.reversed().map { year in
        ReportTable.Row(
          [.text(year)],
          parts.directions.flatMap { direction in
            parts.groups.map { sections.cell($0, partner, direction, year) }
          }
        )
      },
      notes: [words.line(CooperationTexts.noGrandTotal)]
    )
  }

  /// Money by year; where there is none with this partner, the first quantity that there is.
  private func chart(_ sections: MeasureSections, _ partner: String) -> ReportChart? {
    let parts = settings.parts
    let money = sections.chart(
      words.text(CooperationTexts.chartTitle),
      parts.groups.filter(\.hasMoney),
      partner: partner
    ) { _ in [parts.money] }
    if let money { return money }
    let units = parts.groups.flatMap { sections.table.units(of: $0) }.filter { $0 != parts.money }
    for unit in units {
      let chart = sections.chart(
        words.text(
          CooperationTexts.quantityChart,
          ["unit": .text(words.plain(sections.unit(unit)))]
        ),
        parts.groups.filter(\.hasQuantity),
        partner: partner
      ) { _ in [unit] }
      if let chart { return chart }
    }
    return nil
  }

  private func activities(_ partner: String, _ name: String) async throws -> [ReportBlock] {
    guard let activities = settings.activities else { return [] }
    let table = try await activities.table(
      context.release,
      partner: partner,
      caption: activities.title.map(words.plain)
        ?? words.text(CooperationTexts.activitiesWith, ["partner": .text(name)]),
      words
    )
    return [
      heading(CooperationTexts.activitiesHeading),
      table.map { .table($0) } ?? .paragraph(words.line(CooperationTexts.noActivities)),
    ]
  }

  private func open(_ partner: String) async throws -> [ReportBlock] {
    if settings.open.isEmpty { return [.paragraph(words.line(CooperationTexts.openNotNamed))] }
    var blocks: [ReportBlock] = []
    for list in settings.open {
      if let table = try await list.table(context.release, partner: partner, caption: nil, words) {
        blocks.append(.table(table))
      }
    }
    return blocks.isEmpty ? [.paragraph(words.line(CooperationTexts.nothingOpen))] : blocks
  }

  private func heading(_ message: Message) -> ReportBlock {
    .heading(level: 1, [.text(words.text(message))])
  }
}

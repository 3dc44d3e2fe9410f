// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Structures

/// The national report: two pages on what the country gave and received in a year.
public enum NationalReport {
  /// The template `cooperation.national`.
  public static let template: ReportTemplate = ReportTemplate(
    "cooperation.national",
    summary: CooperationTexts.national,
    choices: [ReportTemplate.Choice("YEAR", isRequired: false)]
  ) { preparation in
    let settings = try NationalSettings(preparation)
    return PreparedReport { context in
      ReportOutput(try await NationalWriter(settings, context).document())
    }
  }
}

/// What the file of a national report says.
struct NationalSettings: Sendable {
  let parts: MeasureParts
  let coverage: RoundCoverage.Settings?
  /// How many partners are listed, and how many cells explain a change.
  let partners: Int
  let reasons: Int

  init(_ preparation: ReportPreparation) throws {
    let collector = preparation.collector
    self = try preparation.parameters { table in
      NationalSettings(
        parts: MeasureParts(table, collector),
        coverage: table.table("coverage") { RoundCoverage.Settings($0, collector) },
        partners: table.optionalInteger("partners") ?? 10,
        reasons: table.optionalInteger("reasons") ?? 2
      )
    }
    try collector.throwIfErrors()
  }

  private init(
    parts: MeasureParts,
    coverage: RoundCoverage.Settings?,
    partners: Int,
    reasons: Int
  ) {
    self.parts = parts
    self.coverage = coverage
    self.partners = min(max(partners, 1), 50)
    self.reasons = min(max(reasons, 1), 10)
  }
}

/// Writes the national report.
private struct NationalWriter {
  let settings: NationalSettings
  let context: ReportContext
  let words: ReportWords

  init(_ settings: NationalSettings, _ context: ReportContext) {
    self.settings = settings
    self.context = context
    words = ReportWords(context.language)
  }

  func document() async throws -> ReportDocument {
    let table = try await MeasureTable(settings.parts, context.release)
    let year = try table.year(chosen: context.choices["YEAR"], context.release.id)
    let before = table.years.last { $0 < year }
    let coverage: RoundCoverage? =
      if let returns = settings.coverage {
        try await RoundCoverage(returns, context.release, year: year)
      } else { nil }
    let sections = MeasureSections(table: table, words: words)
    let narrative = try await Narrative.read(context) ?? .none
    try context.collector.throwIfErrors()
    var blocks = narrative.blocks
    blocks += [
      heading(CooperationTexts.givenHeading),
      .table(sections.givenAndReceived(year, before: before)),
    ]
    if let chart = sections.moneyChart { blocks.append(.chart(chart)) }
    blocks += [
      heading(CooperationTexts.partnersHeading),
      .table(sections.partners(year, limit: settings.partners)),
    ]
    if let coverage {
      blocks += [
        heading(CooperationTexts.coverageHeading), .table(sections.coverage(coverage, year)),
      ]
    }
    blocks.append(heading(CooperationTexts.changesHeading))
    blocks.append(try changes(sections, year, before))
    blocks.append(heading(CooperationTexts.cannotHeading))
    blocks.append(cannot(sections.cannotBeSaid(year, coverage)))
    return ReportDocument(
      context.language,
      title: context.definition.title.map(words.plain)
        ?? words.text(CooperationTexts.nationalTitle, ["year": .text(year)]),
      subtitle: words.text(CooperationTexts.nationalSubtitle),
      layout: .compact,
      blocks: blocks
    )
  }

  private func changes(
    _ sections: MeasureSections,
    _ year: String,
    _ before: String?
  ) throws -> ReportBlock {
    guard let before else { return .paragraph(words.line(CooperationTexts.noYearBefore)) }
    if let table = try sections.changes(year, before: before, limit: settings.reasons) {
      return .table(table)
    }
    return .paragraph([
      .text(
        words.text(
          CooperationTexts.noChanges,
          ["year": .text(year), "before": .text(before)]
        )
      )
    ])
  }

  private func cannot(_ lines: [[ReportInline]]) -> ReportBlock {
    if lines.isEmpty { return .paragraph(words.line(CooperationTexts.nothingMissing)) }
    return .list(isOrdered: false, lines.map { [.paragraph($0)] })
  }

  private func heading(_ message: Message) -> ReportBlock {
    .heading(level: 1, [.text(words.text(message))])
  }
}

extension MeasureSections {
  /// Money by year: a series for each direction and group that has money.
  var moneyChart: ReportChart? {
    chart(words.text(CooperationTexts.chartTitle), table.parts.groups.filter(\.hasMoney)) { _ in
      [table.parts.money]
    }
  }

  /// The numbers of groups by year; `nil` where there are none.
  func chart(
    _ title: String,
    _ groups: [MeasureParts.Group],
    partner: String? = nil,
    units: (MeasureParts.Group) -> [String]
  ) -> ReportChart? {
    let parts = table.parts
    guard let axis = table.rows.dataset.structure[parts.period] else { return nil }
    var series: [ReportChart.Series] = []
    var measure: String?
    for direction in parts.directions {
      for group in groups {
        for unit in units(group) {
          let numbers = table.years.map { year -> BoundNumber? in
            var key = table.total(direction, group.code, unit, year)
            key.partner = partner ?? parts.total
            return table.row(key) == nil ? nil : table.number(key)
          }
          guard numbers.contains(where: { $0?.text != nil }) else { continue }
          measure = words.plain(self.unit(unit))
          series.append(
            ReportChart.Series(
              "\(words.plain(table.label(direction, of: parts.direction))), \(group.code)",
              numbers
            )
          )
        }
      }
    }
    guard let measure else { return nil }
    return ReportChart(
      title: title,
      measure: measure,
      kind: .bar,
      axis: axis,
      categories: table.years.map { ($0, $0) },
      series: Array(series.prefix(6))
    )
  }
}

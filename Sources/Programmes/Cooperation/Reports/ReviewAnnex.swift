// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Structures

/// The tables of the annex: what there is, what there is not, and the numbers as CSV.
struct ReviewAnnex: Sendable {
  var blocks: [ReportBlock] = []
  /// What the annex cannot show, a sentence each.
  var absent: [[ReportInline]] = []
  var files: [ReportOutput.File] = []

  /// Adds a table under its number and writes its numbers as CSV.
  mutating func add(_ number: String, _ title: Message, _ table: ReportTable, _ words: ReportWords)
  {
    blocks.append(.heading(level: 2, [.text("\(number). \(words.text(title))")]))
    blocks.append(.table(table))
    files.append(ReportOutput.File("\(number.lowercased()).csv", table.tidyText()))
  }

  /// Says that a table is not there, and why.
  mutating func lacks(_ number: String, _ title: Message, _ why: Message, _ words: ReportWords) {
    absent.append(
      [
        .strong([.text("\(number). \(words.text(title))")]), .text(words.language.colon),
        .text(words.text(why)),
      ]
    )
  }
}

extension ReviewWriter {
  /// The six tables of the annex, as far as the release has them.
  func annex(_ sections: MeasureSections, _ year: String) async throws -> ReviewAnnex {
    var annex = ReviewAnnex()
    annex.add("A1", ReviewTexts.byYear, sections.byYear(), words)
    if let chart = sections.moneyChart { annex.blocks.append(.chart(chart)) }
    annex.add("A2", ReviewTexts.byPartner, sections.partners(year, limit: nil), words)
    try await add("A3", ReviewTexts.byTarget, settings.targets, to: &annex) { year in
      [settings.parts.direction, settings.parts.group, settings.parts.unit]
    }
    if let table = sections.quantities() {
      annex.add("A4", ReviewTexts.quantities, table, words)
    } else {
      annex.lacks("A4", ReviewTexts.quantities, ReviewTexts.nothingThere, words)
    }
    try await add("A5", ReviewTexts.triangular, settings.triangular, to: &annex) { _ in [] }
    try await add("A6", ReviewTexts.funds, settings.funds, to: &annex) { _ in [] }
    if let returns = settings.coverage {
      let coverage = try await RoundCoverage(returns, context.release, year: year)
      annex.blocks += [
        heading(CooperationTexts.coverageHeading, level: 2),
        .table(sections.coverage(coverage, year)),
      ]
      annex.absent += sections.cannotBeSaid(year, coverage)
    } else {
      annex.absent += sections.cannotBeSaid(year, nil)
    }
    return annex
  }

  /// A table from a dataset of its own, which the office may not have.
  private func add(
    _ number: String,
    _ title: Message,
    _ settings: ReviewSettings.AnnexSettings?,
    to annex: inout ReviewAnnex,
    columns: (String) -> [String]
  ) async throws {
    guard let settings else {
      annex.lacks(number, title, ReviewTexts.notNamed, words)
      return
    }
    let rows = try await context.release.rows(
      of: settings.dataset,
      holding: settings.held,
      at: settings.location
    )
    let across = settings.columns.isEmpty ? columns("") : settings.columns
    for name in across + [settings.rows, settings.measure] {
      _ = try context.release.component(name, of: rows.dataset, at: settings.location)
    }
    let cross = CrossReport(
      rows,
      measure: settings.measure,
      side: settings.rows,
      top: across,
      words: words,
      without: Set(settings.without)
    )
    if cross.isEmpty {
      annex.lacks(number, title, ReviewTexts.nothingThere, words)
    } else {
      annex.add(number, title, cross.table(caption: words.text(title)), words)
    }
  }
}

extension MeasureSections {
  /// What was given and received in every year.
  ///
  /// - Returns: one row = one group and unit; columns = direction and year.
  func byYear() -> ReportTable {
    byYear(lines(table.parts.total), caption: ReviewTexts.byYear)
  }

  /// What is counted in its own units, by modality; `nil` where there is nothing.
  func quantities() -> ReportTable? {
    let parts = table.parts
    let found = parts.groups.filter(\.hasQuantity).flatMap { group in
      table.units(of: group).filter { $0 != parts.money }.flatMap { unit in
        table.singleModalities(of: group.code, unit).map {
          Line(group: group.code, unit: unit, partner: parts.total, modality: $0)
        }
      }
    }
    let there = found.filter { line in
      parts.directions.contains { direction in
        table.years.contains { table.row(key(line, direction, $0)) != nil }
      }
    }
    return there.isEmpty ? nil : byYear(there, caption: ReviewTexts.quantities)
  }

  private func byYear(_ lines: [Line], caption: Message) -> ReportTable {
    let parts = table.parts
    return ReportTable(
      caption: [.text(words.text(caption))],
      headings: [
        [
          ReportTable.Heading(
            [.text(words.text(CooperationTexts.groupAndUnit))],
            rows: 2,
            isNumeric: false
          )
        ]
          + parts.directions.map {
            ReportTable.Heading(
              [.phrase(table.label($0, of: parts.direction))],
              columns: table.years.count
            )
          },
        parts.directions.flatMap { _ in table.years.map { ReportTable.Heading([.text($0)]) } },
      ],
      rows: lines.map { line in
        ReportTable.Row(
          label(line),
          parts.directions.flatMap { direction in
            table.years.map { [.number(table.number(key(line, direction, $0)))] }
          }
        )
      },
      notes: [words.line(CooperationTexts.noGrandTotal)]
    )
  }
}

extension ReportTable {
  /// The numbers of the table, tidy: one row = one observation, its codes, its measure, its value.
  func tidyText() -> [UInt8] {
    let references = numbers.filter { $0.origin.formula == .observation && $0.text != nil }
    var columns: [String] = []
    for part in references.flatMap({ $0.origin.references.flatMap(\.key) })
    where !columns.contains(part.component) {
      columns.append(part.component)
    }
    var bytes: [UInt8] = []
    let writer = DelimitedTextWriter()
    writer.write(["DATASET"] + columns + ["MEASURE", "VALUE", "RELEASE"], to: &bytes)
    for number in references {
      guard let reference = number.origin.references.first else { continue }
      let codes = columns.map { column in
        reference.key.first { $0.component == column }?.code
      }
      writer.write(
        [reference.dataset] + codes + [reference.measure, number.text, reference.release],
        to: &bytes
      )
    }
    return bytes
  }
}

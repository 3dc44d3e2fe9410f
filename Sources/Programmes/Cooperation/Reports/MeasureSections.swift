// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures
internal import Values

/// The tables that reports of cooperation share, in one language.
struct MeasureSections: Sendable {
  let table: MeasureTable
  let words: ReportWords

  private var parts: MeasureParts { table.parts }

  /// What was given and received in each group and unit, in the year and the year before, side by side.
  ///
  /// - Returns: one row = one group and unit (and modality, where the dataset has no total over them).
  func givenAndReceived(_ year: String, before: String?, partner: String? = nil) -> ReportTable {
    let years = [before, year].compactMap(\.self)
    let columns = years.map { ReportTable.Heading([.text($0)]) }
    let counts = parts.activities.map { _ in
      [ReportTable.Heading([.text(words.text(CooperationTexts.activities))])]
    }
    let inner = columns + (counts ?? [])
    return ReportTable(
      caption: [
        .text(words.text(CooperationTexts.givenAndReceived, ["year": .text(year)]))
      ],
      headings: [
        [heading(CooperationTexts.groupAndUnit, rows: 2)]
          + parts.directions.map { direction in
            ReportTable.Heading(
              [.phrase(table.label(direction, of: parts.direction))],
              columns: inner.count
            )
          },
        inner + inner,
      ],
      rows: lines(partner ?? parts.total).map { line in
        ReportTable.Row(
          label(line),
          parts.directions.flatMap { direction in
            years.map { [.number(table.number(key(line, direction, $0)))] }
              + (parts.activities.map { activities in
                [[.number(table.number(key(line, direction, year), activities))]]
              } ?? [])
          }
        )
      },
      notes: [words.line(CooperationTexts.noGrandTotal)]
    )
  }

  /// A line of a table: a group in one unit, and a modality where there is no total over them.
  struct Line: Hashable, Sendable {
    let group: String
    let unit: String
    let partner: String
    let modality: String
  }

  /// The lines of the groups, in the order of the settings.
  func lines(
    _ partner: String,
    where isWanted: (MeasureParts.Group) -> Bool = { _ in true }
  ) -> [Line] {
    parts.groups.filter(isWanted).flatMap { group in
      table.units(of: group).flatMap { unit in
        table.modalities(of: group.code, unit, partner).map {
          Line(group: group.code, unit: unit, partner: partner, modality: $0)
        }
      }
    }
  }

  /// The key of a line in one direction and year.
  func key(_ line: Line, _ direction: String, _ year: String) -> MeasureTable.Key {
    MeasureTable.Key(
      direction: direction,
      group: line.group,
      partner: line.partner,
      modality: line.modality,
      unit: line.unit,
      year: year
    )
  }

  /// `A  Financial, US dollars`.
  func label(_ line: Line) -> [ReportInline] {
    let modality: [ReportInline] =
      line.modality == parts.total
      ? [] : [.text(", "), .phrase(table.label(line.modality, of: parts.modality))]
    return group(line.group) + modality + [.text(", "), .phrase(unit(line.unit))]
  }

  /// `A  Financial`: the code is how people speak of a group.
  func group(_ code: String) -> [ReportInline] {
    [.strong([.text(code)]), .text(" "), .phrase(table.label(code, of: parts.group))]
  }

  /// What readers call a unit.
  func unit(_ code: String) -> InternationalString { table.label(code, of: parts.unit) }

  private func heading(_ message: Message, rows: Int = 1) -> ReportTable.Heading {
    ReportTable.Heading([.text(words.text(message))], rows: rows, isNumeric: false)
  }

  /// The partners with the most activities, each with what was given and received in every group.
  ///
  /// - Returns: one row = one partner; a cell holds the numbers of its units, never their sum.
  func partners(_ year: String, limit: Int?) -> ReportTable {
    let ranked = rankedPartners(year)
    let shown = limit.map { Array(ranked.prefix($0)) } ?? ranked
    let left = ranked.count - shown.count
    var notes = [words.line(CooperationTexts.partnerOrder)]
    if left > 0 {
      notes.append(
        [.text(words.text(CooperationTexts.partnersLeft, ["count": .count(left)]))]
      )
    }
    return ReportTable(
      caption: [
        .text(
          words.text(
            limit == nil ? CooperationTexts.allPartners : CooperationTexts.partnersTitle,
            ["year": .text(year), "count": .count(shown.count)]
          )
        )
      ],
      headings: [
        [heading(CooperationTexts.partner, rows: 2)]
          + parts.directions.map { direction in
            ReportTable.Heading(
              [.phrase(table.label(direction, of: parts.direction))],
              columns: parts.groups.count
            )
          },
        parts.directions.flatMap { _ in
          parts.groups.map { ReportTable.Heading(group($0.code)) }
        },
      ],
      rows: shown.map { partner in
        ReportTable.Row(
          [.phrase(table.label(partner, of: parts.partner))],
          parts.directions.flatMap { direction in
            parts.groups.map { cell($0, partner, direction, year) }
          }
        )
      },
      notes: notes
    )
  }

  /// The numbers of a group, each with its unit.
  func cell(
    _ group: MeasureParts.Group,
    _ partner: String,
    _ direction: String,
    _ year: String
  ) -> [ReportInline] {
    let found = lines(partner) { $0 == group }.compactMap { line -> ReportInline? in
      let key = key(line, direction, year)
      guard table.row(key) != nil else { return nil }
      // Money has a code that everybody knows, and cells have little room.
      let name = line.unit == parts.money ? InternationalString(en: line.unit) : unit(line.unit)
      return .number(table.number(key).measured(in: name))
    }
    return Array(found.map { [$0] }.joined(separator: [.lineBreak]))
  }

  /// The partners of a year, those with the most activities first.
  ///
  /// Activities have no unit, so that the order favours neither money nor time; in each direction and group the
  /// unit with the most of them counts, for the rows of several units stand for the same activities.
  func rankedPartners(_ year: String) -> [String] {
    guard let activities = parts.activities else { return table.partners }
    let counts = table.partners.enumerated().map { position, partner -> (String, Int, Int) in
      var count = 0
      var isThere = false
      for direction in parts.directions {
        for group in parts.groups {
          let rows = lines(partner) { $0 == group }.compactMap {
            table.row(key($0, direction, year))
          }
          isThere = isThere || !rows.isEmpty
          count += rows.compactMap { table.rows[$0, activities].flatMap { Int($0) } }.max() ?? 0
        }
      }
      return (partner, isThere ? count : -1, position)
    }
    return counts.filter { $0.1 >= 0 }.sorted { ($1.1, $0.2) < ($0.1, $1.2) }.map(\.0)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures
internal import Values

extension MeasureSections {
  /// What changed since the year before, and which partners and modalities made the most of it.
  ///
  /// - Parameters:
  ///   - year: the year.
  ///   - before: the year before.
  ///   - limit: how many cells explain a change.
  /// - Returns: one row = one direction, group and unit whose total changed; `nil` where none did.
  /// - Throws: ``ArithmeticFailure`` where a difference does not fit.
  func changes(_ year: String, before: String, limit: Int) throws -> ReportTable? {
    let parts = table.parts
    var rows: [ReportTable.Row] = []
    for direction in parts.directions {
      for line in lines(parts.total) where line.modality == parts.total {
        let (old, new) = (key(line, direction, before), key(line, direction, year))
        guard let change = try ChangeParts(table, old, new, limit: limit), !change.change.isZero
        else { continue }
        rows.append(
          ReportTable.Row(
            [.phrase(table.label(direction, of: parts.direction)), .text(words.language.colon)]
              + label(line),
            [
              [.number(difference(change.change, new, old))], explanation(change, old, new),
            ]
          )
        )
      }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      caption: [
        .text(
          words.text(
            CooperationTexts.changesTitle,
            ["year": .text(year), "before": .text(before)]
          )
        )
      ],
      headings: [
        [
          ReportTable.Heading(
            [.text(words.text(CooperationTexts.whatChanged))],
            isNumeric: false
          ), ReportTable.Heading([.text(words.text(CooperationTexts.change))]),
          ReportTable.Heading(
            [.text(words.text(CooperationTexts.explainedBy))],
            isNumeric: false
          ),
        ]
      ],
      rows: rows,
      notes: [words.line(CooperationTexts.partsAddUp)]
    )
  }

  private func difference(
    _ change: Decimal,
    _ new: MeasureTable.Key,
    _ old: MeasureTable.Key
  ) -> BoundNumber {
    BoundNumber(
      .value(change.description),
      BoundNumber.Origin(.difference, references([(new, old)]))
    )
  }

  private func references(
    _ pairs: [(MeasureTable.Key, MeasureTable.Key)]
  ) -> [NumberReference] {
    pairs.flatMap { new, old in
      [table.reference(new, table.parts.value), table.reference(old, table.parts.value)]
    }
  }

  /// `Ghana, grants: 500; Kenya, goods: -200; all others: 50`.
  private func explanation(
    _ change: ChangeParts,
    _ old: MeasureTable.Key,
    _ new: MeasureTable.Key
  ) -> [ReportInline] {
    let parts = table.parts
    var line: [[ReportInline]] = change.named.map { part in
      [
        .phrase(table.label(part.after.partner, of: parts.partner)), .text(", "),
        .phrase(table.label(part.after.modality, of: parts.modality)), .text(words.language.colon),
        .number(difference(part.change, part.after, part.before)),
      ]
    }
    if !change.rest.isZero || change.named.isEmpty {
      let pairs = [(new, old)] + change.named.map { ($0.after, $0.before) }
      let rest = BoundNumber(
        .value(change.rest.description),
        BoundNumber.Origin(change.named.isEmpty ? .difference : .remainder, references(pairs))
      )
      line.append(words.line(CooperationTexts.allOthers, ["value": [.number(rest)]]))
    }
    return Array(line.joined(separator: [.text(words.language.semicolon)]))
  }

  /// What the numbers do not say: one line a reason; none where everything can be said.
  ///
  /// - Parameters:
  ///   - year: the year.
  ///   - coverage: who answered; `nil` where the office names no register of returns.
  /// - Returns: the lines.
  func cannotBeSaid(_ year: String, _ coverage: RoundCoverage?) -> [[ReportInline]] {
    var lines: [[ReportInline]] = []
    if let coverage {
      let missing = coverage.missing
      if !missing.isEmpty {
        let names = missing.map { code -> [ReportInline] in
          [.phrase(coverage.rows.label(code, of: coverage.settings.agency))]
        }
        lines.append(
          words.line(
            CooperationTexts.missingAgencies,
            ["agencies": Array(names.joined(separator: [.text(", ")]))]
          )
        )
      }
    } else {
      lines.append(words.line(CooperationTexts.noReturns))
    }
    lines += incomplete(year)
    lines += absent(year)
    lines += withheld(year)
    return lines
  }

  /// How much lacks what its sum needs, by direction and line.
  private func incomplete(_ year: String) -> [[ReportInline]] {
    guard let measure = table.parts.incomplete else { return [] }
    return table.parts.directions.flatMap { direction in
      lines(table.parts.total).compactMap { line in
        let key = key(line, direction, year)
        guard let row = table.row(key), let text = table.rows[row, measure],
          let count = Decimal(text), !count.isZero
        else { return nil }
        return words.line(
          CooperationTexts.incomplete,
          [
            "count": [.number(table.number(key, measure))],
            "direction": [.phrase(table.label(direction, of: table.parts.direction))],
            "line": label(line),
          ]
        )
      }
    }
  }

  /// Groups of which the year has nothing at all.
  private func absent(_ year: String) -> [[ReportInline]] {
    table.parts.directions.flatMap { direction in
      table.parts.groups.compactMap { group in
        let isThere = lines(table.parts.total) { $0 == group }.contains {
          table.row(key($0, direction, year)) != nil
        }
        if isThere { return nil }
        return words.line(
          CooperationTexts.nothingOf,
          [
            "group": self.group(group.code), "year": [.text(year)],
            "direction": [.phrase(table.label(direction, of: table.parts.direction))],
          ]
        )
      }
    }
  }

  /// How many numbers of the year have a status instead of a value.
  private func withheld(_ year: String) -> [[ReportInline]] {
    let statuses = ["CONF_STATUS", "OBS_STATUS"]
    return statuses.flatMap { status in
      table.rows.codes(of: status).compactMap { code -> [ReportInline]? in
        let blanks = table.rows.indices.filter {
          table.rows[$0, status] == code && table.rows[$0, table.parts.period] == year
            && table.rows[$0, table.parts.value] == nil
        }
        guard !blanks.isEmpty else { return nil }
        let count = table.rows.count(having: [
          KeyPart(table.parts.period, year), KeyPart(status, code),
        ])
        return words.line(
          CooperationTexts.withheld,
          ["count": [.number(count)], "status": [.phrase(table.label(code, of: status))]]
        )
      }
    }
  }

  /// Who answered, as a table of statuses.
  func coverage(_ coverage: RoundCoverage, _ year: String) -> ReportTable {
    ReportTable(
      caption: words.line(
        CooperationTexts.coverageTitle,
        ["year": [.text(year)], "asked": [.number(coverage.asked)]]
      ),
      headings: [
        [ReportTable.Heading([.text(words.text(CooperationTexts.returns))], isNumeric: false)]
          + coverage.counts.map {
            ReportTable.Heading(
              [.phrase(coverage.rows.label($0.status, of: coverage.settings.status))]
            )
          }
      ],
      rows: [
        ReportTable.Row(
          [.text(words.text(CooperationTexts.agencies))],
          coverage.counts.map { [.number($0.number)] }
        )
      ]
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// Rows of a release as a table or a chart: a dimension down the side or along the axis, others across.
public struct CrossReport: Sendable {
  private let rows: ReleaseRows
  private let measure: String
  private let side: String
  private let top: [String]
  private let words: ReportWords
  private let sides: [String]
  private let tops: [[String]]
  private let cells: [[String]: [Int]]

  /// Lays rows out.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - measure: what the cells show.
  ///   - side: the dimension down the side.
  ///   - top: the dimensions across, the outer one first; the measure alone where there is none.
  ///   - words: the language.
  ///   - without: codes of the side that are left out, such as a total.
  public init(
    _ rows: ReleaseRows,
    measure: String,
    side: String,
    top: [String],
    words: ReportWords,
    without: Set<String> = []
  ) {
    self.rows = rows
    self.measure = measure
    self.side = side
    self.top = top
    self.words = words
    var cells: [[String]: [Int]] = [:]
    var shown: Set<String> = []
    var across: Set<[String]> = []
    for row in rows.indices {
      guard let code = rows[row, side], !without.contains(code) else { continue }
      let column = top.map { rows[row, $0] ?? "" }
      shown.insert(code)
      across.insert(column)
      cells[[code] + column, default: []].append(row)
    }
    self.cells = cells
    sides = rows.codes(of: side).filter(shown.contains)
    let orders = top.map { dimension in
      Dictionary(
        rows.codes(of: dimension).enumerated().map { ($1, $0) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    tops = across.sorted { left, right in
      let ranks = { (column: [String]) in zip(orders, column).map { $0[$1] ?? .max } }
      return ranks(left).lexicographicallyPrecedes(ranks(right))
    }
  }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { sides.isEmpty }

  /// The rows as a table; the numbers of a cell stand one after the other, each with its unit.
  ///
  /// - Parameter caption: what it shows; made of the names of measure and dimensions by default.
  /// - Returns: the table.
  public func table(caption: String?) -> ReportTable {
    let depth = max(1, top.count)
    var headings: [[ReportTable.Heading]] = []
    for level in 0..<depth {
      var row: [ReportTable.Heading] = []
      if level == 0 {
        row.append(
          ReportTable.Heading([.phrase(rows.name(of: side))], rows: depth, isNumeric: false)
        )
      }
      row += top.isEmpty ? [ReportTable.Heading([.phrase(rows.name(of: measure))])] : heads(level)
      headings.append(row)
    }
    return ReportTable(
      caption: [.text(caption ?? title)],
      headings: headings,
      rows: sides.map { code in
        ReportTable.Row(
          [.phrase(rows.label(code, of: side))],
          tops.map { cell(code, $0) }
        )
      }
    )
  }

  /// The headings of one dimension across; equal neighbours below the same outer ones are one.
  private func heads(_ level: Int) -> [ReportTable.Heading] {
    var found: [(prefix: [String], count: Int)] = []
    for column in tops {
      let prefix = Array(column.prefix(level + 1))
      if let last = found.last, last.prefix == prefix {
        found[found.count - 1].count += 1
      } else {
        found.append((prefix, 1))
      }
    }
    return found.map { prefix, count in
      ReportTable.Heading([.phrase(rows.label(prefix[level], of: top[level]))], columns: count)
    }
  }

  private func cell(_ code: String, _ column: [String]) -> [ReportInline] {
    let found = cells[[code] + column] ?? []
    let isMixed = found.count > 1 || (top.isEmpty && rows.codes(of: "UNIT_MEASURE").count > 1)
    let numbers = found.map { row -> ReportInline in
      let number = rows.number(row, measure)
      return .number(isMixed ? number : number.measured(in: nil))
    }
    return Array(numbers.map { [$0] }.joined(separator: [.lineBreak]))
  }

  /// The rows as a chart; the first dimension across gives the series.
  ///
  /// - Parameters:
  ///   - title: what it shows; made of names by default.
  ///   - kind: bars or lines.
  /// - Returns: the chart; `nil` where the structure does not know the side.
  public func chart(title: String?, _ kind: ViewDefinition.ChartKind) -> ReportChart? {
    guard let axis = rows.dataset.structure[side] else { return nil }
    return ReportChart(
      title: title ?? self.title,
      measure: words.plain(rows.name(of: measure)),
      kind: kind,
      axis: axis,
      categories: sides.map { ($0, words.plain(rows.label($0, of: side))) },
      series: tops.map { column in
        ReportChart.Series(
          zip(column, top).map { words.plain(rows.label($0, of: $1)) }.joined(separator: ", "),
          sides.map { code in cells[[code] + column]?.first.map { rows.number($0, measure) } }
        )
      }
    )
  }

  private var title: String {
    words.text(
      ReportTexts.crossTitle,
      [
        "measure": .text(words.plain(rows.name(of: measure))),
        "dimensions": .text(
          ([side] + top).map { words.plain(rows.name(of: $0)) }.joined(separator: ", ")
        ),
      ]
    )
  }
}

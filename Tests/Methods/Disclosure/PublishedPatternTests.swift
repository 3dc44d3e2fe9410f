// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Disclosure

/// Where the reference data are; `nil` where `AYNI_REFERENCE_DATA` is not set.
private let folder = ProcessInfo.processInfo.environment["AYNI_REFERENCE_DATA"].map {
  $0 + "/golden/survey-sdc-migration/sdc"
}

/// Tables that other programs protected: the same cells are unsafe, and no more are withheld.
@Suite(.enabled(if: folder != nil, "AYNI_REFERENCE_DATA is not set"))
struct PublishedPatternTests {
  private func rows(_ file: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: (folder ?? "") + "/" + file, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      }
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// A table of two dimensions with totals; `cells` are named as the reference names them.
  private struct Table {
    var names: [String] = []
    var cells: [TableCell] = []

    init(_ records: [(row: String, column: String, contributors: Int, value: Double)]) {
      let (rowNames, columnNames) = (Set(records.map(\.row)), Set(records.map(\.column)))
      let inner = rowNames.sorted().flatMap { row in columnNames.sorted().map { (row, $0) } }
      for row in ["Total"] + rowNames.sorted() {
        for column in ["Total"] + columnNames.sorted() {
          let isIn = { (place: (String, String)) in
            (row == "Total" || row == place.0) && (column == "Total" || column == place.1)
          }
          let found = records.filter { isIn(($0.row, $0.column)) }
          names.append("\(row)|\(column)")
          cells.append(
            TableCell(
              innerCells: inner.indices.filter { position in
                isIn(inner[position])
                  && records.contains {
                    ($0.row, $0.column) == inner[position] && $0.contributors > 0
                  }
              }.map { Int32($0) },
              contributors: found.reduce(0) { $0 + $1.contributors },
              cost: found.reduce(0) { $0 + $1.value }
            )
          )
        }
      }
    }
  }

  private func compare(_ reference: String, _ table: Table, minimum: Int) throws {
    let expected = try rows("golden-gauss-suppression.csv").filter { $0["case"] == reference }
    let rule = ThresholdRule(minimum: minimum)
    let pattern = SecondarySuppression(table.cells) { rule.isUnsafe($0.contributors) }.pattern()
    let unsafe = Set(zip(table.names, pattern).filter { $1 == .primary }.map(\.0))
    #expect(unsafe == Set(expected.filter { $0["primary"] == "TRUE" }.compactMap { $0["cell"] }))
    let withheld = pattern.count { $0 != .published }
    let others = expected.count { $0["suppressed"] == "TRUE" }
    #expect(others > 0)
    #expect(
      withheld <= others,
      "\(withheld) cells of \(reference), where another program withholds \(others)"
    )
  }

  @Test func `magnitudes with one contributor`() throws {
    let records = try rows("magnitude1.csv").map { row in
      (
        row: row["sector4"] ?? "", column: row["geo"] ?? "", contributors: 1,
        value: Double(row["value"] ?? "") ?? 0
      )
    }
    try compare("FewContributors maxN=1", Table(records), minimum: 2)
  }

  @Test func `counts up to four`() throws {
    let records = try rows("z1.csv").map { row in
      let count = Int(row["ant"] ?? "") ?? 0
      return (
        row: row["region"] ?? "", column: row["hovedint"] ?? "", contributors: count,
        value: Double(count)
      )
    }
    try compare("z1 small counts maxN=4", Table(records), minimum: 5)
  }
}

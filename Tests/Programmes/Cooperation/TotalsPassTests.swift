// SPDX-License-Identifier: Apache-2.0

import Columns
import Testing
import Values

@testable import Cooperation

/// Totals of numbered observations in one pass.
@Suite struct TotalsPassTests {
  private static let names = TotalsPass.Names(
    code: "code",
    activity: "activity",
    value: "value",
    lacking: "lacks"
  )

  /// Rows of code, activity, value in cents, and whether it lacks something.
  private func batch(_ rows: [(Int64, Int64?, Int128?, Int64)]) throws -> RecordBatch {
    let (code, activity, lacks) = (
      IntegerColumnBuilder(), IntegerColumnBuilder(), IntegerColumnBuilder()
    )
    let value = DecimalColumnBuilder(scale: 2)
    for row in rows {
      code.append(row.0)
      if let number = row.1 { activity.append(number) } else { activity.appendNull() }
      if let cents = row.2 { try value.append(cents) } else { value.appendNull() }
      lacks.append(row.3)
    }
    return try RecordBatch([
      code.finish("code"), activity.finish("activity"), value.finish("value"),
      lacks.finish("lacks"),
    ])
  }

  /// Kind, total, sum, activities and incomplete of each row.
  private func lines(_ pass: TotalsPass) throws -> [String] {
    let found = try pass.batch(sum: (38, 2))
    return try (0..<found.rowCount).map { row in
      let sum = try found["_sum"]?.decimal(at: row).map { "\($0)" } ?? "-"
      let others = try ["_kind", "_total", "_activities", "_incomplete"].map {
        "\(try found[$0]?.integer(at: row) ?? -1)"
      }
      return "\(others[0]).\(others[1]) \(sum) \(others[2]) \(others[3])"
    }
  }

  @Test func `an activity counts once in each total, over as many batches as it takes`() throws {
    // Three combinations; one kind of total keeps them apart, the other adds the first two.
    var pass = TotalsPass(groups: [[0, 1, 2, 3], [0, 1, 1, 2]])
    try pass.add(try batch([(1, 1, 100, 0), (2, 1, 200, 0), (1, 1, 300, 0)]), Self.names)
    try pass.add(try batch([(2, 1, 400, 0), (1, 2, 500, 0), (3, 2, nil, 1)]), Self.names)
    #expect(
      try lines(pass) == ["0.1 900 2 0", "0.2 600 1 0", "0.3 - 1 1", "1.1 1500 2 0", "1.2 - 1 1"]
    )
  }

  @Test func `an observation without an activity is added, and counts none`() throws {
    var pass = TotalsPass(groups: [[0, 1]])
    try pass.add(try batch([(1, nil, 1, 0), (1, nil, -1, 0), (1, 7, 0, 0)]), Self.names)
    #expect(try lines(pass) == ["0.1 0 1 0"])
  }

  @Test func `no observation at all gives totals without a value`() throws {
    #expect(try lines(TotalsPass(groups: [[0, 1], [0]])) == ["0.1 - 0 0"])
  }

  @Test func `a sum of more than 38 digits is refused`() throws {
    var pass = TotalsPass(groups: [[0, 1]])
    try pass.add(try batch([(1, 1, ScaledInteger.maximum, 0)]), Self.names)
    let error = #expect(throws: (any Error).self) {
      try pass.add(try batch([(1, 2, 1, 0)]), Self.names)
    }
    #expect("\(String(describing: error))".contains("cooperation.overflow"))
  }
}

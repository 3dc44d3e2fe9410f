// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Values

/// Every total of numbered observations, in one pass over them activity by activity.
///
/// An activity counts once in a total however many of its observations belong there. Where observations come in
/// the order of their activities it is new to a total if the last one there was another, so no table of
/// all activities of all totals is needed.
struct TotalsPass {
  /// The columns of an observation.
  struct Names {
    let code: String
    let activity: String
    let value: String
    let lacking: String
  }

  fileprivate struct Total {
    var sum: Int128 = 0
    var hasValue = false
    var activities: Int64 = 0
    var incomplete: Int64 = 0
    var lastActivity: Int128?
  }

  /// For each kind of total, the group of each combination by its number.
  private let groups: [[Int]]
  /// For each kind of total, what its groups add up to.
  private var totals: [[Total]]

  /// Begins with nothing added.
  ///
  /// - Parameter groups: for each kind of total, the group of each combination by its number; both begin at one, and
  ///   place zero is no combination's.
  init(groups: [[Int]]) {
    self.groups = groups
    totals = groups.map { Array(repeating: Total(), count: ($0.max() ?? 0) + 1) }
  }

  /// Adds observations; no activity comes again once another has followed it.
  ///
  /// - Throws: `cooperation.overflow` where a sum has more than 38 digits.
  mutating func add(_ batch: RecordBatch, _ names: Names) throws {
    guard let codes = try batch[names.code].map(NumberValues.init),
      let activities = try batch[names.activity].map(NumberValues.init),
      let values = try batch[names.value].map(NumberValues.init),
      let lacking = try batch[names.lacking].map(NumberValues.init)
    else { return }
    for row in 0..<batch.rowCount {
      guard let code = codes[row] else { continue }
      let (activity, value) = (activities[row], values[row])
      let lacks = Int64(lacking[row] ?? 0)
      for kind in groups.indices {
        try totals[kind][groups[kind][Int(code)]].add(activity, value, lacks)
      }
    }
  }

  /// The totals: one row = one group of one kind.
  ///
  /// - Parameter value: the type of the sum.
  /// - Returns: `_kind` and `_total`, both from where they begin; `_sum`, without a value where none was added;
  ///   `_activities`; `_incomplete`.
  /// - Throws: what building a batch gives.
  func batch(sum value: (precision: Int, scale: Int)) throws -> RecordBatch {
    let rows = totals.enumerated().flatMap { kind, totals in
      totals.indices.dropFirst().map { (kind: kind, group: $0, total: totals[$0]) }
    }
    let integers = { (name: String, number: (Int) -> Int64) in
      Column.integers(name, count: rows.count) { values, _ in
        for row in rows.indices { values[row] = number(row) }
      }
    }
    return try RecordBatch([
      integers("_kind") { Int64(rows[$0].kind) }, integers("_total") { Int64(rows[$0].group) },
      Column.decimals("_sum", precision: value.precision, scale: value.scale, count: rows.count) {
        sums,
        missing in
        for (row, entry) in rows.enumerated() {
          if entry.total.hasValue { sums[row] = entry.total.sum } else { missing.insert(row) }
        }
      },
      integers("_activities") { rows[$0].total.activities },
      integers("_incomplete") { rows[$0].total.incomplete },
    ])
  }
}

extension TotalsPass.Total {
  @inline(__always)
  fileprivate mutating func add(_ activity: Int128?, _ value: Int128?, _ lacks: Int64) throws {
    if let value {
      let (total, overflow) = sum.addingReportingOverflow(value)
      guard !overflow, total.magnitude <= ScaledInteger.maximum.magnitude else {
        throw CooperationDefinitions.overflow.at()
      }
      (sum, hasValue) = (total, true)
    }
    if let activity, activity != lastActivity {
      activities += 1
      lastActivity = activity
    }
    incomplete += lacks
  }
}

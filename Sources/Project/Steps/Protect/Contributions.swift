// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Project
internal import Relation
internal import Structures

/// What the records that need protection add to the cells of a table.
struct Contributions: Sendable {
  /// What they add to one cell.
  struct Found: Sendable {
    var innerCells: [Int32] = []
    var contributors = 0
  }

  private var cells: [[String]: Found] = [:]
  /// The inner cells: those that are no total.
  private(set) var innerKeys: Set<[String]> = []

  /// Counts the contributors of each cell and lists its inner cells.
  init(_ protection: Protection, _ context: StepContext) async throws {
    let records = try protection.protectedRecords(context.inputs[1].plan)
    let summed = protection.keys.indices.filter {
      protection.totals[protection.keys[$0].dimension] != nil
    }
    // Every combination of totals is a count of its own: who is in two inner cells is one contributor.
    for pattern in 0..<(1 << summed.count) {
      let totals = Set(summed.indices.filter { pattern & (1 << $0) != 0 }.map { summed[$0] })
      try await count(records, protection, totals, context.session)
    }
  }

  /// What was found for a cell; nothing where it has no record that needs protection.
  subscript(_ key: [String]) -> Found { cells[key] ?? Found() }

  private mutating func count(
    _ records: Plan,
    _ protection: Protection,
    _ totals: Set<Int>,
    _ session: any Session
  ) async throws {
    let kept = protection.keys.indices.filter { !totals.contains($0) }
    let names = kept.map { protection.keys[$0].record }
    let counts = try records.aggregate(
      by: Array(Set(names)).sorted(),
      [NamedAggregate("_units", .countDistinct(.column(protection.unit)))]
    ).sort(by: Array(Set(names)).sorted())
    let codes = protection.keys.map { protection.totals[$0.dimension] }
    for try await batch in try await session.rows(of: counts) {
      let keys = try CellKeys(batch, names)
      for row in 0..<batch.rowCount {
        let found = keys[row]
        var key = codes.map { $0 ?? "" }
        for (position, part) in zip(kept, found) { key[position] = part }
        let units = Int(try batch["_units"]?.integer(at: row) ?? 0)
        cells[key, default: Found()].contributors = units
        if totals.isEmpty {
          add(Int32(innerKeys.count), to: key, codes)
          innerKeys.insert(key)
        }
      }
    }
  }

  /// Adds an inner cell to itself and to each total that it is part of.
  private mutating func add(_ inner: Int32, to key: [String], _ codes: [String?]) {
    var keys = [key]
    for (position, code) in codes.enumerated() {
      guard let code else { continue }
      keys += keys.map { key in
        var total = key
        total[position] = code
        return total
      }
    }
    for key in keys { cells[key, default: Found()].innerCells.append(inner) }
  }
}

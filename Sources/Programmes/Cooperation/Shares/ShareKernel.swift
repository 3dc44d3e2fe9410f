// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Structures
internal import Values

/// Splits the measures of whole groups of rows by the weights beside them.
struct ShareKernel: Sendable {
  private let structure: DataStructureDefinition
  private let code: String
  private let measures: [String]

  /// Splits measures; the component `code` takes what stands in `_code`.
  init(_ structure: DataStructureDefinition, code: String, _ measures: [String]) {
    self.structure = structure
    self.code = code
    self.measures = measures
  }

  /// The parts of a run of groups, with the columns of the output in order.
  func split(_ run: [RecordBatch]) throws -> [RecordBatch] {
    let groups = try Groups(run)
    var parts: [String: [Int128?]] = [:]
    for measure in measures { parts[measure] = try split(measure, run, groups) }
    var first = 0
    return try run.map { batch in
      defer { first += batch.rowCount }
      return try RecordBatch(
        structure.components.compactMap { component in
          if let digits = parts[component.id] {
            return column(component, digits[first..<first + batch.rowCount])
          }
          return component.id == code
            ? batch["_code"]?.renamed(code) : batch[component.id]
        }
      )
    }
  }

  /// The parts of one measure, row by row; a blank has blank parts.
  private func split(
    _ measure: String,
    _ run: [RecordBatch],
    _ groups: Groups
  ) throws -> [Int128?] {
    var totals: [Int128?] = []
    for batch in run {
      guard let column = batch[measure] else { return Array(repeating: nil, count: groups.rows) }
      let values = try NumberValues(column)
      for row in 0..<batch.rowCount { totals.append(values[row]) }
    }
    var parts = totals
    for group in groups.ranges where group.count > 1 {
      guard let total = totals[group.lowerBound] else { continue }
      do throws(ApportionmentFailure) {
        let shares = try Apportionment.largestRemainder(
          total,
          weights: Array(groups.weights[group])
        )
        for (row, share) in zip(group, shares) { parts[row] = share }
      } catch { throw CooperationDefinitions.overflow.at() }
    }
    return parts
  }

  private func column(_ component: Component, _ digits: ArraySlice<Int128?>) -> Column? {
    guard case .decimal(let precision, let scale) = component.representation else { return nil }
    return Column.decimals(component.id, precision: precision, scale: scale, count: digits.count) {
      values,
      missing in
      for (row, value) in digits.enumerated() {
        if let value { values[row] = value } else { missing.insert(row) }
      }
    }
  }
}

/// The groups of a run: which rows belong together, and the weight of each row.
private struct Groups {
  let ranges: [Range<Int>]
  let weights: [Int128]
  var rows: Int { weights.count }

  init(_ run: [RecordBatch]) throws {
    var starts: [Int] = []
    var weights: [Int128] = []
    for batch in run {
      starts += try WholeGroups.starts(batch).map { $0 + weights.count }
      guard let column = batch["_weight"] else { continue }
      let values = try NumberValues(column)
      for row in 0..<batch.rowCount { weights.append(values[row] ?? 0) }
    }
    let ends = starts.dropFirst() + [weights.count]
    ranges = zip(starts, ends).map { $0..<$1 }
    self.weights = weights
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// Whether rows are among those that a constraint allows.
///
/// A row is allowed where it lies in one of the regions that are included, or there is none, and in no
/// region that is excluded; and so for sets of keys.
///
/// - Source: SDMX 3.1, section 6 (technical notes), "Constraints".
struct ConstraintCheck {
  let problem: Diagnostic
  private var included: [Part] = []
  private var excluded: [Part] = []
  private var includedKeys: [KeyTable] = []
  private var excludedKeys: [KeyTable] = []
  private(set) var count = 0
  private(set) var firstLine: Int32 = 0

  /// Values of some components, all of which a row has to have.
  private struct Part {
    var tests: [(position: Int, isDimension: Bool, test: ValueTest)]

    mutating func holds(_ row: Int, _ numbers: [ValueNumbers]) -> Bool {
      for index in tests.indices {
        let position = tests[index].position
        if numbers[position].rows[row] == ValueNumbers.missing {
          // An attribute that is not there breaks no rule about its values.
          if tests[index].isDimension { return false }
        } else if !tests[index].test.holds(row, numbers[position]) {
          return false
        }
      }
      return true
    }
  }

  /// Keys that name the same dimensions with one value each.
  private struct KeyTable {
    let positions: [Int]
    var keys: Set<RowDigest> = []

    func holds(_ row: Int, _ numbers: [ValueNumbers]) -> Bool {
      var digest = RowDigest()
      for position in positions { digest.add(numbers[position].digest(row)) }
      return keys.contains(digest)
    }
  }

  /// Makes the check; components that the structure does not have are passed over.
  init(
    _ constraint: Constraint,
    _ structure: DataStructureDefinition,
    _ catalogue: StructureCatalogue,
    dataset: String
  ) throws(Diagnostic) {
    problem = SDMXDefinitions.notAllowed.at(
      nil,
      ["dataset": .text(dataset), "constraint": .text("\(constraint.reference)")]
    )
    let selection = MemberSelections(structure: structure, catalogue: catalogue)
    for region in constraint.regions {
      let part = try ConstraintCheck.part(region.values + region.components, selection)
      if region.isIncluded { included.append(part) } else { excluded.append(part) }
    }
    for set in constraint.keySets {
      var tables: [[Int]: KeyTable] = [:]
      for key in set.keys {
        if let (positions, digest) = selection.plainKey(key) {
          tables[positions, default: KeyTable(positions: positions)].keys.insert(digest)
        } else {
          let part = try ConstraintCheck.part(key.values + key.components, selection)
          if set.isIncluded { includedParts.append(part) } else { excluded.append(part) }
        }
      }
      let made = tables.values.sorted { $0.positions.lexicographicallyPrecedes($1.positions) }
      if set.isIncluded {
        includedKeys += made
        hasIncludedKeys = hasIncludedKeys || !set.keys.isEmpty
      } else {
        excludedKeys += made
      }
    }
  }

  private var includedParts: [Part] = []
  private var hasIncludedKeys = false

  private static func part(
    _ selections: [MemberSelection],
    _ factory: MemberSelections
  ) throws(Diagnostic) -> Part {
    var part = Part(tests: [])
    for selection in selections {
      if let test = try factory.test(selection) { part.tests.append(test) }
    }
    return part
  }

  /// Looks at the rows of a batch.
  mutating func look(_ numbers: [ValueNumbers], _ lines: [Int32]) {
    for row in lines.indices where !isAllowed(row, numbers) {
      if count == 0 { firstLine = lines[row] }
      count += 1
    }
  }

  private mutating func isAllowed(_ row: Int, _ numbers: [ValueNumbers]) -> Bool {
    if !included.isEmpty {
      var isInside = false
      for index in included.indices where !isInside {
        isInside = included[index].holds(row, numbers)
      }
      if !isInside { return false }
    }
    if hasIncludedKeys {
      var isInside = includedKeys.contains { $0.holds(row, numbers) }
      for index in includedParts.indices where !isInside {
        isInside = includedParts[index].holds(row, numbers)
      }
      if !isInside { return false }
    }
    for index in excluded.indices where excluded[index].holds(row, numbers) { return false }
    return !excludedKeys.contains { $0.holds(row, numbers) }
  }
}

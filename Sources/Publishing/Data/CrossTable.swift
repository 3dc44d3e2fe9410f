// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Structures
internal import Project

/// The observations of a dataset as a table: some dimensions down the side, one across the top.
///
/// Without a dimension across the top each observation is a row, and measures and attributes are the
/// columns.
struct CrossTable: Sendable {
  /// The dimensions down the side.
  let side: [Component]
  /// The dimension across the top; `nil` where measures and attributes stand there.
  let top: Component?
  /// The codes across the top; empty without such a dimension.
  let columns: [String]
  /// The rows: codes down the side, and the observation in each column.
  let rows: [Row]
  /// How many rows there would be.
  let total: Int

  /// A row of the table.
  struct Row: Sendable {
    let codes: [String]
    /// The position of the observation in each column; `nil` where there is none.
    let observations: [Int?]
  }

  /// The most cells on a page: more make it heavy, and nobody reads them.
  static let cells = 1_500

  /// Lays out a dataset as its view says.
  ///
  /// - Throws: `project.view-component`.
  init(_ contents: DatasetContents) throws {
    let view = contents.view
    let dimensions = contents.structure.dimensions
    let top = try view?.columns.map { try contents.component($0) }
    let named = try (view?.rows ?? []).map { try contents.component($0) }
    // Every dimension must stand somewhere, or two observations would meet in one cell.
    let side = named + dimensions.filter { !named.contains($0) && $0 != top }
    var order: [[String]: Int] = [:]
    var keys: [[String]] = []
    var found: [[String: Int]] = []
    for row in contents.rows.indices {
      let key = side.map { contents.rows[row, $0.id] ?? "" }
      let position = order[key] ?? keys.count
      if position == keys.count {
        order[key] = position
        keys.append(key)
        found.append([:])
      }
      found[position][top.flatMap { contents.rows[row, $0.id] } ?? ""] = row
    }
    let columns = top.map { contents.ordered(contents.rows.values(of: $0.id), of: $0) } ?? []
    let width =
      top == nil ? contents.structure.components.count - dimensions.count : columns.count
    let sorted = CrossTable.sorted(keys, side, contents)
    total = sorted.count
    rows = sorted.prefix(max(1, CrossTable.cells / max(1, width))).map { position in
      Row(
        codes: keys[position],
        observations: top == nil ? [found[position][""]] : columns.map { found[position][$0] }
      )
    }
    self.side = side
    self.top = top
    self.columns = columns
  }

  private static func sorted(
    _ keys: [[String]],
    _ side: [Component],
    _ contents: DatasetContents
  ) -> [Int] {
    let ranks = side.enumerated().map { place, component in
      Dictionary(
        contents.ordered(Set(keys.map { $0[place] }), of: component).enumerated()
          .map { ($1, $0) },
        uniquingKeysWith: { first, _ in first }
      )
    }
    let ranked = keys.map { key in zip(key, ranks).map { $1[$0] ?? .max } }
    return keys.indices.sorted { ranked[$0].lexicographicallyPrecedes(ranked[$1]) }
  }
}

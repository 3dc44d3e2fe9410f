// SPDX-License-Identifier: Apache-2.0

internal import Project
internal import Relation
internal import Structures

/// The rows of a dataset and, for each, the rows behind it: one query a dataset, joined in memory.
struct TracedRows: Sendable {
  /// The dataset, its step and its kind.
  let node: Lineage.Node
  /// How many rows are behind; how many the dataset has where they are not counted.
  let count: Int
  /// Whether the rows behind are counted: not where there are so many that a release would wait for it.
  let isCounted: Bool
  /// The rows, ordered by the dimensions; `nil` where only counts are wanted or there are too many.
  let rows: TextRows?
  /// What the rows come from.
  let origins: [Origin]

  /// Another dataset, found by keys.
  struct Origin: Sendable {
    let keys: [LineageKey]
    let traced: TracedRows
    /// For each pattern of totals the rows by the values of the keys that are compared.
    let index: [[String: [Int]]]
  }

  /// The most rows of a dataset that are taken into memory for a page.
  static let limit = 5_000
  /// The most rows of a dataset among which those behind are counted where nobody asks for it.
  static let mostCounted = 20_000

  /// Reads the rows behind a dataset.
  ///
  /// - Parameters:
  ///   - node: the dataset as the lineage traces it.
  ///   - contents: the release.
  ///   - isDeep: whether rows are read; else they are counted only.
  ///   - mostCounted: how many rows a dataset may have for those behind to be counted, as those behind them.
  /// - Throws: what the engine refuses.
  init(
    _ node: Lineage.Node,
    _ contents: ReleaseContents,
    isDeep: Bool,
    mostCounted: Int
  ) async throws {
    self.node = node
    // A file says how many rows it has; finding those that are behind is work.
    let whole = try await contents.session.count(of: node.dataset.plan)
    let isSought = isDeep || whole <= mostCounted
    isCounted = isSought || node.rows == node.dataset.plan
    count = isSought ? try await contents.session.count(of: node.rows) : whole
    if isDeep, count <= TracedRows.limit {
      let hasLine = node.rows.schema["_line"] != nil
      let order = node.dataset.structure.dimensions.map(\.id) + (hasLine ? ["_line"] : [])
      rows = try await contents.session.texts(
        of: try node.rows.sort(by: order),
        limit: TracedRows.limit
      )
    } else {
      rows = nil
    }
    var origins: [Origin] = []
    for (keys, origin) in TracedRows.rules(node, contents) {
      let traced = try await TracedRows(
        origin,
        contents,
        isDeep: isDeep,
        // What is behind rows that were not looked for is not known either.
        mostCounted: isSought ? mostCounted : -1
      )
      let index = traced.rows.map { TracedRows.index($0, keys) } ?? []
      origins.append(Origin(keys: keys, traced: traced, index: index))
    }
    self.origins = origins
  }

  /// The rules of a step beside what they lead to, in the order of the rules.
  private static func rules(
    _ node: Lineage.Node,
    _ contents: ReleaseContents
  ) -> [([LineageKey], Lineage.Node)] {
    let lineage = contents.graph.output(named: node.dataset.name)?.lineage ?? []
    var waiting = node.origins[...]
    return lineage.compactMap { rule in
      guard case .rows(let input, let keys) = rule, node.step.inputs.indices.contains(input),
        let origin = waiting.first, origin.dataset.name == node.step.inputs[input]
      else { return nil }
      waiting = waiting.dropFirst()
      return (keys, origin)
    }
  }

  private static func index(_ rows: TextRows, _ keys: [LineageKey]) -> [[String: [Int]]] {
    let totals = keys.filter { $0.total != nil }
    return (0..<(1 << totals.count)).map { pattern in
      let compared = keys.filter { key in
        totals.firstIndex(of: key).map { pattern & (1 << $0) == 0 } ?? true
      }
      return Dictionary(
        grouping: rows.indices,
        by: { row in joined(compared.map { rows[row, $0.input] }) }
      )
    }
  }

  private static func joined(_ values: [String?]) -> String {
    values.map { $0.map { "=\($0)" } ?? "-" }.joined(separator: "\u{1F}")
  }

  /// The rows of an origin behind one of these rows.
  private func behind(_ row: Int, _ origin: Origin) -> [Int] {
    guard let rows, !origin.index.isEmpty else { return [] }
    let totals = origin.keys.filter { $0.total != nil }
    var pattern = 0
    for (bit, key) in totals.enumerated() where rows[row, key.output] == key.total {
      pattern |= 1 << bit
    }
    let compared = origin.keys.filter { key in
      totals.firstIndex(of: key).map { pattern & (1 << $0) == 0 } ?? true
    }
    let key = TracedRows.joined(compared.map { rows[row, $0.output] })
    return origin.index[pattern][key] ?? []
  }

  /// The records behind a row: rows of datasets that come from files.
  func records(behind row: Int) -> Set<RecordReference> {
    guard !origins.isEmpty else {
      return [RecordReference(dataset: node.dataset.name, row: row)]
    }
    var found: Set<RecordReference> = []
    for origin in origins {
      for inner in behind(row, origin) {
        found.formUnion(origin.traced.records(behind: inner))
      }
    }
    return found
  }

  /// The datasets that come from files, each once.
  var leaves: [TracedRows] {
    guard !origins.isEmpty else { return [self] }
    var names: Set<String> = []
    return origins.flatMap(\.traced.leaves).filter { names.insert($0.node.dataset.name).inserted }
  }

  /// Whether every dataset's rows are in memory.
  var isDeep: Bool { rows != nil && origins.allSatisfy(\.traced.isDeep) }
}

/// A row of a dataset that comes from a file.
struct RecordReference: Hashable, Sendable {
  let dataset: String
  let row: Int
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Relation
public import Structures

/// Where rows of a dataset come from, step by step down to lines of files.
///
/// Each step states its rules as data (``LineageRule``); tracing turns them into plans, so that the
/// rows behind a number are found by the engine and never carried along.
public struct Lineage: Sendable {
  private let graph: StepGraph
  private let datasets: [String: Dataset]

  /// Knows the steps and where their results lie.
  ///
  /// - Parameters:
  ///   - graph: the steps.
  ///   - datasets: the results by name.
  public init(_ graph: StepGraph, datasets: [String: Dataset]) {
    self.graph = graph
    self.datasets = datasets
  }

  /// A dataset with the rows of it that matter, and what lies behind them.
  public struct Node: Sendable {
    /// The dataset.
    public let dataset: Dataset
    /// The step that made it.
    public let step: StepDefinition
    /// The kind of that step.
    public let kind: StepKind
    /// The rows that matter.
    public let rows: Plan
    /// The file whose lines stand in `_line`; `nil` where rows come from other datasets.
    public let file: String?
    /// The line of a script that makes the rows; `nil` where the step's own file says all.
    public let rule: Location?
    /// What the rows come from.
    public let origins: [Node]
  }

  /// What lies behind some rows of a dataset.
  ///
  /// - Parameters:
  ///   - name: the dataset.
  ///   - rows: the rows, with the columns of the dataset; all of them by default.
  /// - Returns: the tree down to the sources.
  /// - Throws: `project.unknown-dataset`.
  public func trace(_ name: String, rows: Plan? = nil) throws -> Node {
    guard let dataset = datasets[name], let maker = graph.maker(of: name) else {
      throw ProjectDefinitions.unknownDataset.at(
        nil,
        ["dataset": .text(name)],
        suggestion: NearestName.of(name, among: datasets.keys)
      )
    }
    let rows = rows ?? dataset.plan
    let output = maker.node.prepared.outputs[maker.output]
    let inputs = maker.node.definition.inputs
    var origins: [Node] = []
    for case .rows(let input, let keys) in output.lineage where inputs.indices.contains(input) {
      guard let origin = datasets[inputs[input]] else { continue }
      origins.append(try trace(origin.name, rows: try behind(rows, in: origin, keys)))
    }
    return Node(
      dataset: dataset,
      step: maker.node.definition,
      kind: maker.node.kind,
      rows: rows,
      file: output.sourceFile,
      rule: output.rule,
      origins: origins
    )
  }

  /// The input rows that agree with output rows; a total agrees with every value.
  ///
  /// Rows with the same totals are taken together, so that each part is one comparison of keys.
  private func behind(
    _ rows: Plan,
    in origin: Dataset,
    _ keys: [LineageKey]
  ) throws -> Plan {
    let totals = keys.filter { $0.total != nil }
    var parts: [Plan] = []
    for pattern in 0..<(1 << totals.count) {
      let summed = totals.indices.filter { pattern & (1 << $0) != 0 }.map { totals[$0] }
      var selected = rows
      for key in totals {
        let isTotal = Expression.column(key.output).equals(.literal(.string(key.total ?? "")))
        selected = try selected.filter(summed.contains(key) ? isTotal : !isTotal)
      }
      let compared = keys.filter { !summed.contains($0) }
      for agreeing in try withBlanks(selected, compared) {
        parts.append(
          try origin.plan.intersect(
            agreeing,
            by: compared.map { JoinKey($0.input, $0.output, nullsMatch: true) }
          )
        )
      }
    }
    return parts.count == 1 ? parts[0] : try Plan.union(parts[0], Array(parts[1...])).distinct()
  }

  /// The rows as they are, and once more with a blank for each code that stands for one.
  private func withBlanks(_ rows: Plan, _ keys: [LineageKey]) throws -> [Plan] {
    var all = [rows]
    for key in keys {
      guard let blank = key.blank, let type = rows.schema[key.output]?.type else { continue }
      all += try all.map { rows in
        try rows.filter(Expression.column(key.output).equals(.literal(.string(blank)))).project(
          rows.schema.names.map { name in
            NamedExpression(name, name == key.output ? .literal(.null(type)) : .column(name))
          }
        )
      }
    }
    return all
  }

  /// One observation of a dataset.
  ///
  /// - Parameters:
  ///   - name: the dataset.
  ///   - key: codes by dimension; dimensions that are left out may have any value.
  /// - Returns: the rows, all columns.
  /// - Throws: `project.unknown-dataset`, `project.not-a-component`, each with the nearest name.
  public func observation(_ name: String, _ key: [String: String]) throws -> Plan {
    guard let dataset = datasets[name] else {
      throw ProjectDefinitions.unknownDataset.at(
        nil,
        ["dataset": .text(name)],
        suggestion: NearestName.of(name, among: datasets.keys)
      )
    }
    var plan = dataset.plan
    for (dimension, code) in key.sorted(by: { $0.key < $1.key }) {
      _ = try dataset.component(named: dimension)
      plan = try plan.filter(
        Expression.column(dimension).cast(to: .string).equals(.literal(.string(code)))
      )
    }
    return plan
  }
}

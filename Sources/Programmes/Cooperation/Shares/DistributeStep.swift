// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
public import Project
internal import Relation
internal import Structures

/// The step that splits values by the shares of their activities: by sector, by target of the SDGs.
public enum DistributeStep {
  /// `cooperation.distribute`: one row of values becomes one row for each code of a vocabulary.
  ///
  /// - Input: values, one row = one component with its ACTIVITY; and shares, one row = one CODE of one
  ///   VOCABULARY with its PERCENT of an ACTIVITY.
  /// - Output: one row = one component and one code; the parts of a value add up to it, to the last
  ///   decimal. What has no shares, or shares that miss 100 percent by more than 0.5, stands under a code
  ///   that says so.
  /// - Method: largest remainders, the earlier code first where remainders are equal; see
  ///   ``RegisterRule`` V5 for shares that were rounded.
  public static let kind: StepKind = StepKind(
    "cooperation.distribute",
    version: 1,
    summary: Message(
      "step.cooperation.distribute",
      en: "splits values by the shares of their activities, to the last cent",
      fr: "répartit des valeurs selon les parts de leurs activités, au dernier centime"
    ),
    inputs: 2...2
  ) { preparation in
    let distribution = try Distribution(preparation)
    return PreparedStep(
      outputs: [
        StepOutput(
          distribution.structure,
          lineage: [.rows(input: 0, matching: distribution.keys)],
          isOrdered: true
        )
      ]
    ) { context in
      try await distribution.tellUndistributed(context)
      return [try await distribution.distribute(context)]
    }
  }
}

/// What the parameters of a `cooperation.distribute` step say.
struct Distribution: Sendable {
  let structure: DataStructureDefinition
  /// The dimensions of the values.
  let keys: [String]
  /// The component that takes the code.
  let code: String
  /// The code for what has no shares.
  let without: String
  let vocabulary: String
  /// The measures that are split.
  let measures: [String]

  init(_ preparation: StepPreparation) throws {
    let collector = preparation.collector
    let read = try preparation.parameters { table in
      (
        structure: try preparation.catalogue.structure(
          id: table.string("structure"),
          at: table.location(of: "structure")
        ),
        code: table.string("code"), without: table.string("without"),
        vocabulary: table.string("vocabulary"), measures: table.strings("measures")
      )
    }
    (structure, code, without) = (read.structure, read.code, read.without)
    (vocabulary, measures) = (read.vocabulary, read.measures)
    keys = preparation.inputs[0].dimensions.map(\.id)
    check(preparation.inputs, preparation.definition.location, collector)
    try collector.throwIfErrors()
  }

  private func check(
    _ inputs: [DataStructureDefinition],
    _ location: Location,
    _ collector: DiagnosticCollector
  ) {
    let needed = [
      (inputs[0], "ACTIVITY"), (inputs[1], "ACTIVITY"), (inputs[1], "VOCABULARY"),
      (inputs[1], "CODE"), (inputs[1], "PERCENT"),
    ]
    for (input, id) in needed {
      let kind = Register.kind(of: id)
      guard !(input[id].map { kind.allows($0.representation.columnType) } ?? false) else {
        continue
      }
      collector.report(
        CooperationDefinitions.registerColumn.at(
          location,
          [
            "column": .text(id), "structure": .text(input.reference.id),
            "kind": .text(kind.rawValue),
          ]
        )
      )
    }
    let given = structure.components.map(\.id)
    for id in ([code] + measures) where structure[id] == nil {
      collector.report(
        CooperationDefinitions.noOrigin.at(
          location,
          ["component": .text(id), "structure": .text(structure.reference.id)],
          suggestion: NearestName.of(id, among: given)
        )
      )
    }
    for component in structure.components where component.id != code {
      let type = component.representation.columnType
      let isTaken = inputs[0][component.id]?.representation.columnType == type
      let isExact = !measures.contains(component.id) || type.isDecimal
      guard !isTaken || !isExact else { continue }
      collector.report(
        CooperationDefinitions.noOrigin.at(
          location,
          ["component": .text(component.id), "structure": .text(structure.reference.id)]
        )
      )
    }
  }

  /// The values with each code of their activity, its weight and its number among the codes.
  ///
  /// `_part` counts the codes of a row of values from one, in their order.
  private func expanded(_ values: Plan, _ shares: Plan) throws(Diagnostic) -> Plan {
    let joined = try values.join(try usable(shares), .left, on: ["ACTIVITY"])
    let coded = try joined.adding([
      NamedExpression(
        "_code",
        .call(.coalesce, .column("_share"), .literal(.string(without)))
      )
    ])
    return try coded.window([
      NamedWindow("_part", .rowNumber, partition: keys, order: [SortKey("_code")])
    ]).sort(by: keys + ["_code"])
  }

  /// The shares of activities that can be split by: complete, and 100 percent but for rounding.
  private func usable(_ shares: Plan) throws(Diagnostic) -> Plan {
    let mine = try shares.filter(
      Expression.column("VOCABULARY").equals(.literal(.string(vocabulary)))
    )
    return try SoundShares.of(mine, by: "ACTIVITY", code: "CODE")
  }

  /// Splits the measures of each row of values.
  func distribute(_ context: StepContext) async throws -> Plan {
    let plan = try expanded(
      try context.inputs[0].plan.select(context.inputs[0].structure.components.map(\.id)),
      context.inputs[1].plan
    )
    let rows = WholeGroups(try await context.session.rows(of: plan))
    let kernel = ShareKernel(structure, code: code, measures)
    return try await context.session.ingest(
      into: context.tablePrefix + "parts",
      schema: structure.schema
    ) {
      try await rows.next()
    } kernel: { group in
      try kernel.split(group)
    } inOrder: {
      $0
    }
  }

  /// Says how many rows of values stand under the code of those without shares.
  func tellUndistributed(_ context: StepContext) async throws {
    let values = context.inputs[0].plan
    let left = try values.join(try usable(context.inputs[1].plan), .anti, on: ["ACTIVITY"])
    let count = try await context.session.count(of: left)
    guard count > 0 else { return }
    context.collector.report(
      CooperationDefinitions.notDistributed.at(
        nil,
        [
          "rows": .count(count), "all": .count(try await context.session.count(of: values)),
          "vocabulary": .text(vocabulary), "code": .text(without),
        ]
      )
    )
  }
}

extension ColumnType {
  fileprivate var isDecimal: Bool { if case .decimal = self { true } else { false } }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Relation
internal import Structures

/// The step that lets what several countries report count once.
public enum RegionalStep {
  /// `cooperation.regional`: reports of several countries about the same activities, each share once.
  ///
  /// - Input: one row = what one REPORTER says that one OWNER paid of one activity, whatever the
  ///   dimensions of the output besides.
  /// - Output: one row = one combination of the dimensions, among them the owner: what the owner itself
  ///   reports; where it reports nothing, what the first of the other reporters says.
  /// - Method: added up over owners, activities count whole and once; the sum of national totals would count
  ///   an activity as often as it has reporters.
  /// - Source: conceptual framework for measuring South-South cooperation, triangular and regional
  ///   activities: a country counts the resources that it owns.
  public static let kind: StepKind = StepKind(
    "cooperation.regional",
    version: 1,
    summary: Message(
      "step.cooperation.regional",
      en: "counts once what several countries report of the same activities",
      fr: "compte une fois ce que plusieurs pays déclarent des mêmes activités"
    ),
    inputs: 1...1
  ) { preparation in
    let consolidation = try Consolidation(preparation)
    let keys = consolidation.structure.dimensions.map(\.id)
    return PreparedStep(
      outputs: [
        StepOutput(consolidation.structure, lineage: [.rows(input: 0, matching: keys)])
      ]
    ) { context in
      try await consolidation.tellStandIns(context)
      return [try consolidation.plan(context.inputs[0].plan)]
    }
  }
}

/// What the parameters of a `cooperation.regional` step say.
struct Consolidation: Sendable {
  let structure: DataStructureDefinition
  private let location: Location

  init(_ preparation: StepPreparation) throws {
    let input = preparation.inputs[0]
    structure = try preparation.parameters { table in
      try preparation.catalogue.structure(
        id: table.string("structure"),
        at: table.location(of: "structure")
      )
    }
    location = preparation.definition.location
    let collector = preparation.collector
    for id in ["REPORTER", "OWNER"] where input[id]?.representation.columnType != .string {
      collector.report(
        CooperationDefinitions.registerColumn.at(
          location,
          ["column": .text(id), "structure": .text(input.reference.id), "kind": "text"]
        )
      )
    }
    let isOwned = structure.dimensions.contains { $0.id == "OWNER" }
    for component in structure.components {
      let type = component.representation.columnType
      guard input[component.id]?.representation.columnType != type || !isOwned else { continue }
      collector.report(
        CooperationDefinitions.noOrigin.at(
          location,
          ["component": .text(component.id), "structure": .text(structure.reference.id)],
          suggestion: NearestName.of(component.id, among: input.components.map(\.id))
        )
      )
    }
    try collector.throwIfErrors()
  }

  private static let isOther = "_isOther"
  private static let turn = "_turn"

  /// The reports in the order in which they are believed: the owner's own first.
  private func ranked(_ reports: Plan) throws(Diagnostic) -> Plan {
    let isOwn = Expression.call(
      .coalesce,
      Expression.column("REPORTER").equals(.column("OWNER")),
      .literal(false)
    )
    return try reports.adding([
      NamedExpression(
        Self.isOther,
        .choice(
          [(condition: isOwn, value: .literal(.integer(0)))],
          otherwise: .literal(.integer(1))
        )
      )
    ]).window([
      NamedWindow(
        Self.turn,
        .rowNumber,
        partition: structure.dimensions.map(\.id),
        order: [SortKey(Self.isOther), SortKey("REPORTER")]
      )
    ]).filter(Expression.column(Self.turn).equals(.literal(1)))
  }

  func plan(_ reports: Plan) throws(Diagnostic) -> Plan {
    try ranked(reports).select(structure.components.map(\.id))
  }

  /// Says how many shares stand on somebody else's word.
  func tellStandIns(_ context: StepContext) async throws {
    let ranked = try ranked(context.inputs[0].plan)
    let others = try ranked.filter(Expression.column(Self.isOther).equals(.literal(1)))
    let count = try await context.session.count(of: others)
    guard count > 0 else { return }
    context.collector.report(
      CooperationDefinitions.ownersSilent.at(
        location,
        ["rows": .count(count), "all": .count(try await context.session.count(of: ranked))]
      )
    )
  }
}

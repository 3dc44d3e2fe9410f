// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Project
internal import Reconciliation
internal import Relation
internal import Structures
internal import Values

/// What the parameters of a `reconcile` step say.
struct ReconciliationRequest: Sendable {
  let structure: DataStructureDefinition
  private let ours: SideColumns
  /// The columns of the other side; `nil` where one dataset is reconciled with itself.
  private let theirs: SideColumns?
  /// The position of the input with decisions.
  private let decisions: Int?
  private let settings: ReconciliationSettings

  /// The position of the other side's input.
  var positionOfTheirs: Int { theirs == nil ? 0 : 1 }

  init(_ preparation: StepPreparation) throws {
    let collector = preparation.collector
    let inputs = preparation.definition.inputs
    let read = try preparation.parameters { table in
      (
        structure: try preparation.catalogue.structure(
          id: table.string("structure"),
          at: table.location(of: "structure")
        ),
        ours: table.table("ours") { SideColumns($0, preparation.inputs[0], collector) },
        theirs: table.table("theirs") {
          SideColumns($0, preparation.inputs.count > 1 ? preparation.inputs[1] : nil, collector)
        },
        decisions: (
          name: table.optionalString("decisions"), place: table.location(of: "decisions")
        ),
        settings: ReconciliationRequest.settings(table, collector)
      )
    }
    (structure, settings, theirs) = (read.structure, read.settings, read.theirs)
    if read.ours == nil {
      collector.report(
        StepsDefinitions.sideMissing.at(preparation.definition.location, ["side": "ours"])
      )
    }
    ours = read.ours ?? SideColumns()
    decisions = read.decisions.name.flatMap { inputs.firstIndex(of: $0) }
    if let name = read.decisions.name, decisions == nil {
      collector.report(
        StepsDefinitions.notAnInput.at(
          read.decisions.place,
          ["name": .text(name)],
          suggestion: NearestName.of(name, among: inputs)
        )
      )
    }
    let taken = (theirs == nil ? 1 : 2) + (decisions == nil ? 0 : 1)
    if inputs.count != taken {
      collector.report(
        StepsDefinitions.sideMissing.at(preparation.definition.location, ["side": "theirs"])
      )
    }
    if let decisions { DecisionColumns.check(preparation.inputs[decisions], preparation) }
    ReconciliationColumns.check(structure, preparation)
    try collector.throwIfErrors()
  }

  /// Where a pair comes from: the records on either side.
  var lineage: [LineageRule] {
    [.rows(input: 0, matching: [LineageKey(output: "OURS", input: ours.record)])]
      + [
        .rows(
          input: positionOfTheirs,
          matching: [LineageKey(output: "THEIRS", input: (theirs ?? ours).record)]
        )
      ]
  }

  /// Reads both sides and compares them.
  func pairs(_ context: StepContext) async throws -> [ReconciledPair] {
    let method = Reconciliation(settings, decisions: try await decisions(context))
    let mine = try await side(ours, context.inputs[0], context)
    guard let theirs else { return method.reconcileReporters(mine) }
    return method.reconcile(mine, with: try await side(theirs, context.inputs[1], context))
  }

  private func side(
    _ columns: SideColumns,
    _ input: Dataset,
    _ context: StepContext
  ) async throws -> RecordSide {
    // In a fixed order, so that equally likely pairs come out alike each time.
    try await RecordSide(
      context.session.rows(of: try input.plan.project(columns.expressions).sort(by: ["id"]))
    )
  }

  private func decisions(_ context: StepContext) async throws -> [ReconciliationDecision] {
    guard let decisions else { return [] }
    return try await DecisionColumns.read(context.inputs[decisions], context)
  }

  private static func settings(
    _ table: TOMLTableReader,
    _ collector: DiagnosticCollector
  ) -> ReconciliationSettings {
    var settings = ReconciliationSettings()
    let score = { (key: String, standard: Int) -> Int in
      guard let value = table.optionalDouble(key) else { return standard }
      if !(0...1).contains(value) {
        collector.report(
          StepsDefinitions.notAScore.at(table.location(of: key), ["key": .text(key)])
        )
      }
      return Int((1_000 * min(max(value, 0), 1)).rounded())
    }
    settings.accepted = score("accepted", settings.accepted)
    settings.likely = score("likely", settings.likely)
    settings.margin = score("margin", settings.margin)
    let limit = { (key: String, standard: Decimal) -> Decimal in
      guard let value = table.optionalDouble(key) else { return standard }
      guard value >= 0, let limit = Decimal(shortest: value) else {
        collector.report(
          StepsDefinitions.notALimit.at(table.location(of: key), ["key": .text(key)])
        )
        return standard
      }
      return limit
    }
    settings.percent = limit("percent", settings.percent)
    settings.amount = limit("amount", settings.amount)
    _ = table.table("weights") { weights in
      let weight = { (key: String, standard: Double) in
        max(0, weights.optionalDouble(key) ?? standard)
      }
      settings.weights.partner = weight("partner", settings.weights.partner)
      settings.weights.period = weight("period", settings.weights.period)
      settings.weights.amount = weight("amount", settings.weights.amount)
      settings.weights.title = weight("title", settings.weights.title)
    }
    return settings
  }
}

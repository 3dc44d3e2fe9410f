// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Project
internal import Relation
internal import Structures

/// The step that measures cooperation: money beside quantities, each in its own unit.
public enum MeasureStep {
  /// `cooperation.measure`: components by partner, modality, year and unit, never added across units.
  ///
  /// - Input: one row = one component with its ACTIVITY, its MODALITY_GROUP, and what it is measured by:
  ///   amounts of money, each a column with a unit of its own; QUANTITY with its UNIT; other quantities. A
  ///   second input may say which owners paid a component: one row = one COMPONENT and OWNER with AMOUNT.
  /// - Output: one row = one combination of the keys, or of their totals, in one UNIT_MEASURE: VALUE is the
  ///   sum; ACTIVITIES counts activities, each once; INCOMPLETE counts components that belong there and lack
  ///   what the sum needs.
  /// - Method: only reported valuations are added. From the country's own point of view a component counts
  ///   with its part `own ÷ all` of what its owners paid, rounded once; from that of the region it counts
  ///   whole. What a fund was given and what it gave on never stand in one total (rule V13), and values of
  ///   different units never do (rule V8).
  /// - Source: conceptual framework for measuring South-South cooperation, groups A, B and C; the groups,
  ///   units and funds are the office's own lists.
  public static let kind: StepKind = StepKind(
    "cooperation.measure",
    version: 1,
    summary: Message(
      "step.cooperation.measure",
      en: "measures cooperation in money and in its own units, side by side",
      fr: "mesure la coopération en monnaie et dans ses propres unités, côte à côte"
    ),
    inputs: 1...2
  ) { preparation in
    let measurement = try Measurement(preparation)
    return PreparedStep(
      outputs: [
        StepOutput(
          measurement.structure,
          lineage: [.rows(input: 0, matching: measurement.lineage)]
        )
      ]
    ) { context in
      let components = try measurement.reported(context.inputs[0].plan)
      try await UnplacedComponents(measurement).refuse(components, context)
      try await FundIdentity(measurement).refuse(components, context)
      let money = (measurement.money + measurement.otherMoney).map(\.column)
      let owned = try await OwnResources(own: measurement.own, money: money)
        .applied(to: components, context)
      let observed = try measurement.observed(components, money: owned)
      return [try await CodedCells(measurement, observed, context).totals(context)]
    }
  }
}

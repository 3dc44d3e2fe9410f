// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

/// Finds before a run what keeps components from being measured.
struct MeasurementCheck {
  private let measurement: Measurement
  private let inputs: [DataStructureDefinition]
  private let collector: DiagnosticCollector

  init(
    _ measurement: Measurement,
    _ inputs: [DataStructureDefinition],
    _ collector: DiagnosticCollector
  ) {
    self.measurement = measurement
    self.inputs = inputs
    self.collector = collector
  }

  /// Every column that has a unit of its own.
  private var all: [Measurement.Unit] {
    measurement.money + measurement.otherMoney + measurement.quantities
  }

  func report() throws {
    columns()
    outputs()
    units()
  }

  /// The columns that are read, and what they have to hold.
  private func columns() {
    var needed: [(id: String, kind: Register.Kind)] = [("ACTIVITY", .text)]
    if !measurement.groups.isEmpty { needed.append(("MODALITY_GROUP", .text)) }
    if inputs[0]["QUANTITY"] != nil { needed += [("QUANTITY", .decimal), ("UNIT", .text)] }
    needed += all.map { ($0.column, .decimal) }
    if inputs[0]["REPORTED"] != nil { needed.append(("REPORTED", .boolean)) }
    if !measurement.funds.isEmpty { needed += [("FUND", .text), ("FUND_FLOW", .text)] }
    for column in needed { require(column.id, column.kind, in: inputs[0]) }
    for key in measurement.keys where inputs[0][key.input] == nil {
      collector.report(unknown(key.input, inputs[0]))
    }
  }

  private func require(
    _ id: String,
    _ kind: Register.Kind,
    in structure: DataStructureDefinition
  ) {
    if let component = structure[id], kind.allows(component.representation.columnType) { return }
    collector.report(
      CooperationDefinitions.registerColumn.at(
        measurement.location,
        [
          "column": .text(id), "structure": .text(structure.reference.id),
          "kind": .text(kind.rawValue),
        ]
      )
    )
  }

  /// Every component of the output has an origin, and every name of the parameters a component.
  private func outputs() {
    let structure = measurement.structure
    let computed = [
      Measurement.unit, Measurement.value, Measurement.activities, Measurement.incomplete,
    ]
    let given = measurement.keys.map(\.output) + computed
    for id in measurement.keys.map(\.output) + [Measurement.unit, Measurement.value]
    where structure[id] == nil {
      collector.report(unknown(id, structure))
    }
    for id in measurement.totals.keys.sorted()
    where !measurement.keys.contains(where: { $0.output == id }) {
      collector.report(unknown(id, structure))
    }
    for component in structure.components where !given.contains(component.id) {
      guard component.isMandatory || component.role == .measure else { continue }
      collector.report(unknown(component.id, structure))
    }
  }

  /// V8: the unit is a dimension of what is measured, and nothing is added up over it.
  private func units() {
    let structure = measurement.structure
    let isKept = structure.dimensions.contains { $0.id == Measurement.unit }
    let isSummed = measurement.totals[Measurement.unit] != nil
    if !isKept || isSummed {
      collector.report(
        CooperationDefinitions.unitsAdded.at(
          measurement.location,
          ["structure": .text(structure.reference.id)]
        )
      )
    }
    for (position, unit) in all.enumerated()
    where all[..<position].contains(where: { $0.code == unit.code }) {
      collector.report(
        CooperationDefinitions.unitTwice.at(unit.location, ["unit": .text(unit.code)])
      )
    }
  }

  private func unknown(_ id: String, _ structure: DataStructureDefinition) -> Diagnostic {
    CooperationDefinitions.noOrigin.at(
      measurement.location,
      ["component": .text(id), "structure": .text(structure.reference.id)],
      suggestion: NearestName.of(id, among: structure.components.map(\.id))
    )
  }
}

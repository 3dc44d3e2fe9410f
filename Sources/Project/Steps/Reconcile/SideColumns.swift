// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Platform
internal import Reconciliation
internal import Relation
internal import Structures

/// Which components of a dataset say what one side states.
struct SideColumns: Sendable {
  /// The component that names a record.
  let record: String
  /// The columns that the method reads, from the components of the dataset.
  let expressions: [NamedExpression]

  /// Kinds of components that a part of a record may be.
  private enum Kind: String {
    case text
    case period
    case amount

    func allows(_ type: ColumnType) -> Bool {
      switch (self, type) {
      case (.text, .string), (.period, .string), (.period, .date), (.period, .integer),
        (.amount, .decimal), (.amount, .integer):
        true
      default: false
      }
    }
  }

  /// No columns; for a step that is refused.
  init() {
    record = ""
    expressions = []
  }

  init(
    _ table: TOMLTableReader,
    _ structure: DataStructureDefinition?,
    _ collector: DiagnosticCollector
  ) {
    var expressions: [NamedExpression] = []
    func add(_ name: String, _ component: String, _ kind: Kind, _ key: String) {
      guard let structure else { return }
      guard let type = structure[component]?.representation.columnType else {
        collector.report(
          StepsDefinitions.notADimension.at(
            table.location(of: key),
            ["name": .text(component), "structure": .text(structure.reference.id)],
            suggestion: NearestName.of(component, among: structure.components.map(\.id))
          )
        )
        return
      }
      if !kind.allows(type) {
        collector.report(
          StepsDefinitions.sideColumn.at(
            table.location(of: key),
            [
              "name": .text(component), "structure": .text(structure.reference.id),
              "kind": .text(kind.rawValue),
            ]
          )
        )
      }
      let column = Expression.column(component)
      let isText = type == .string || kind == .amount
      expressions.append(NamedExpression(name, isText ? column : column.cast(to: .string)))
    }
    record = table.string("record")
    add("id", record, .text, "record")
    for (position, component) in table.strings("identifiers").enumerated() {
      add(RecordSide.identifier(position), component, .text, "identifiers")
    }
    for key in ["agreement", "partner", "title", "reporter"] {
      if let component = table.optionalString(key) { add(key, component, .text, key) }
    }
    if let component = table.optionalString("period") {
      add("period", component, .period, "period")
    }
    if let component = table.optionalString("amount") {
      add("amount", component, .amount, "amount")
    }
    self.expressions = expressions
  }
}

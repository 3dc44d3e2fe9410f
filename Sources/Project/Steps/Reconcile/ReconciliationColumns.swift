// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Project
internal import Reconciliation
internal import Structures
internal import Values

/// The components of the output that the step knows, whatever of them its structure has.
struct ReconciliationColumns: Sendable {
  private let structure: DataStructureDefinition

  init(_ structure: DataStructureDefinition) { self.structure = structure }

  private static let texts: [String: @Sendable (ReconciledPair) -> String?] = [
    "OURS": { $0.ours ?? "_Z" },
    "THEIRS": { $0.theirs ?? "_Z" },
    "OUTCOME": { $0.outcome.rawValue },
    "BASIS": { $0.basis?.rawValue },
    "YEAR_OURS": { $0.yearOurs.map(String.init) },
    "YEAR_THEIRS": { $0.yearTheirs.map(String.init) },
  ]

  private static let numbers: [String: @Sendable (ReconciledPair) -> Decimal?] = [
    "SCORE": { $0.score.flatMap { Decimal(unscaled: Int128($0), scale: 3) } },
    "TITLE": { $0.titleLikeness.flatMap { Decimal(unscaled: Int128($0), scale: 3) } },
    "AMOUNT_OURS": { $0.amountOurs },
    "AMOUNT_THEIRS": { $0.amountTheirs },
    "DIFFERENCE": { $0.difference },
    "PERCENT": { $0.percent },
    "RIVALS": { Decimal($0.rivals) },
  ]

  /// Reports components of the output that nothing gives a value to, or that cannot take theirs.
  static func check(_ structure: DataStructureDefinition, _ preparation: StepPreparation) {
    var wrong = ["OURS", "THEIRS", "OUTCOME"].filter { structure[$0] == nil }
    for component in structure.components {
      let fits =
        switch component.representation.columnType {
        case .string: texts[component.id] != nil
        case .decimal: numbers[component.id] != nil
        case .integer: component.id == "RIVALS"
        default: false
        }
      if !fits { wrong.append(component.id) }
    }
    for id in wrong {
      preparation.collector.report(
        StepsDefinitions.pairColumn.at(
          preparation.definition.location,
          [
            "name": .text(id), "structure": .text(structure.reference.id),
            "texts": .text(texts.keys.sorted().joined(separator: ", ")),
            "numbers": .text(numbers.keys.sorted().joined(separator: ", ")),
          ],
          suggestion: NearestName.of(id, among: Array(texts.keys) + Array(numbers.keys))
        )
      )
    }
  }

  /// The rows of some pairs.
  ///
  /// - Throws: `columns.decimal-overflow` where an amount has more digits than its component.
  func batch(_ pairs: [ReconciledPair]) throws -> RecordBatch {
    try RecordBatch(structure.components.map { try column($0, pairs) })
  }

  private func column(_ component: Component, _ pairs: [ReconciledPair]) throws -> Column {
    switch component.representation.columnType {
    case .decimal(let precision, let scale):
      let builder = DecimalColumnBuilder(precision: precision, scale: scale)
      for pair in pairs {
        let value = ReconciliationColumns.numbers[component.id]?(pair)
        guard let value else { builder.appendNull(); continue }
        try builder.append(value.rounded(toScale: scale, .halfUp).unscaled)
      }
      return builder.finish(component.id)
    case .integer:
      let builder = IntegerColumnBuilder()
      for pair in pairs { builder.append(Int64(pair.rivals)) }
      return builder.finish(component.id)
    default:
      let builder = StringColumnBuilder()
      for pair in pairs {
        let text = ReconciliationColumns.texts[component.id]?(pair)
        if let text { builder.append(text) } else { builder.appendNull() }
      }
      return builder.finish(component.id)
    }
  }
}

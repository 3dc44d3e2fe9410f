// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Relation
internal import Structures
internal import Values

/// The components of ranked pairs that the step knows, whatever of them its structure has.
struct MatchColumns: Sendable {
  let structure: DataStructureDefinition
  let matching: SolutionMatching

  private static let texts = ["NEED", "SOLUTION", "DECISION"]
  private static let numbers: [String: @Sendable (MatchedPair) -> Int] = [
    "SCORE": { $0.score }, "THEME": { $0.reasons.theme }, "TARGET": { $0.reasons.target },
    "LANGUAGE": { $0.reasons.language }, "TITLE": { $0.reasons.title },
    "EVIDENCE": { $0.reasons.evidence }, "REGION": { $0.reasons.region },
  ]

  /// Reports components that nothing gives a value to, or that cannot take theirs.
  static func check(
    _ structure: DataStructureDefinition,
    _ location: Location,
    _ collector: DiagnosticCollector
  ) {
    var wrong = ["NEED", "SOLUTION", "RANK"].filter { structure[$0] == nil }
    for component in structure.components {
      let fits =
        switch component.representation.columnType {
        case .string: texts.contains(component.id)
        case .decimal: numbers[component.id] != nil
        case .integer: component.id == "RANK"
        default: false
        }
      if !fits { wrong.append(component.id) }
    }
    let known = texts + ["RANK"] + numbers.keys.sorted()
    for id in wrong {
      collector.report(
        CooperationDefinitions.matchResult.at(
          location,
          [
            "name": .text(id), "structure": .text(structure.reference.id),
            "known": .text(known.joined(separator: ", ")),
          ],
          suggestion: NearestName.of(id, among: known)
        )
      )
    }
  }

  /// The rows of some pairs.
  ///
  /// - Throws: `columns.decimal-overflow`.
  func batch(_ pairs: [MatchedPair]) throws -> RecordBatch {
    try RecordBatch(structure.components.map { try column($0, pairs) })
  }

  private func column(_ component: Component, _ pairs: [MatchedPair]) throws -> Column {
    switch component.representation.columnType {
    case .decimal(let precision, let scale):
      let builder = DecimalColumnBuilder(precision: precision, scale: scale)
      for pair in pairs {
        let thousandths = Int128(MatchColumns.numbers[component.id]?(pair) ?? 0)
        let value = Decimal(unscaled: thousandths, scale: 3) ?? .zero
        try builder.append(value.rounded(toScale: scale, .halfUp).unscaled)
      }
      return builder.finish(component.id)
    case .integer:
      let builder = IntegerColumnBuilder()
      for pair in pairs { builder.append(Int64(pair.rank)) }
      return builder.finish(component.id)
    default:
      let builder = StringColumnBuilder()
      for pair in pairs {
        if let text = text(component.id, pair) {
          builder.append(text)
        } else {
          builder.appendNull()
        }
      }
      return builder.finish(component.id)
    }
  }

  private func text(_ component: String, _ pair: MatchedPair) -> String? {
    switch component {
    case "NEED": matching.needs[pair.need].id
    case "SOLUTION": matching.solutions[pair.solution].id
    default: pair.decision?.rawValue
    }
  }
}

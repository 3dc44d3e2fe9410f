// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// `pivot` and `unpivot`.
extension Analyser {
  func pivot(
    _ writtenIdentifier: ComponentName,
    _ writtenMeasure: ComponentName,
    _ dataset: DatasetExpression,
    _ row: Row,
    _ scope: Scope,
    at place: Place
  ) throws -> DatasetExpression {
    let name = try identifier(writtenIdentifier, row, scope, Keyword.pivot.rawValue)
    let measure = try column(writtenMeasure, row, scope)
    guard let pivoted = dataset.structure[measure], pivoted.role == .measure else {
      throw problem(
        VTLDefinitions.notAMeasure,
        ["component": .text(measure), "operator": .text(Keyword.pivot.rawValue)],
        at: writtenMeasure.place
      )
    }
    let kept = dataset.structure.identifiers.filter { $0.name != name }
    let domain = dataset.structure[name]?.domain.flatMap { environment.domains[$0] }
    let values = domain?.values ?? environment.pivots[place]
    let measures = (values ?? []).map { pivoted.renamed($0).with(isNullable: true) }
    for measure in measures where kept.contains(where: { $0.name == measure.name }) {
      throw duplicate(measure.name, at: place)
    }
    return DatasetExpression(
      node: .pivot(dataset, identifier: name, measure: measure),
      structure: DatasetStructure(
        kept + measures + dataset.structure.viralAttributes,
        isOpen: values == nil
      ),
      place: place
    )
  }

  func unpivot(
    _ identifier: ComponentName,
    _ measure: ComponentName,
    _ dataset: DatasetExpression,
    at place: Place
  ) throws -> DatasetExpression {
    let operation = Keyword.unpivot.rawValue
    guard let first = dataset.structure.measures.first else {
      throw problem(VTLDefinitions.noMeasure, ["operator": .text(operation)], at: place)
    }
    var type = first.type
    for measure in dataset.structure.measures {
      guard let common = type.common(with: measure.type) else {
        throw typesDiffer(operation, type, measure.type, at: place)
      }
      type = common
    }
    let kept = dataset.structure.identifiers
    for name in [identifier.name, measure.name] where kept.contains(where: { $0.name == name.text })
    {
      throw duplicate(name.text, at: name.place)
    }
    return DatasetExpression(
      node: .unpivot(dataset, identifier: identifier.name.text, measure: measure.name.text),
      structure: DatasetStructure(
        kept + [
          DatasetComponent(identifier.name.text, .identifier, .string),
          DatasetComponent(measure.name.text, .measure, type, isNullable: false),
        ] + dataset.structure.viralAttributes
      ),
      place: place
    )
  }
}

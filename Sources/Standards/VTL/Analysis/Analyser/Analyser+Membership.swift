// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// `in` and `not_in`.
extension Analyser {
  /// `in` and `not_in`.
  func membership(
    _ operand: DatasetOrValue,
    _ isNegated: Bool,
    _ set: ValueSet,
    at place: Place
  ) throws -> DatasetOrValue {
    let name = isNegated ? Keyword.notIn.rawValue : Keyword.in.rawValue
    switch operand {
    case .value(let value): return .value(try membership(value, isNegated, set, name, at: place))
    case .dataset(let dataset):
      let signature = OperatorSignature(
        [.alike],
        gives: .fixed(.boolean),
        changesType: true
      )
      try checkMeasures(dataset, signature, name, at: dataset.place)
      let measure = dataset.structure.measures[0]
      let value = read(measure.name, dataset, at: dataset.place)
      let test = try membership(value, isNegated, set, name, at: place)
      let output = DatasetComponent(ScalarType.boolean.genericMeasure, .measure, .boolean)
      return .dataset(project(dataset, keptComponents(of: dataset) + [(output, test)], at: place))
    }
  }

  func membership(
    _ value: ValueExpression,
    _ isNegated: Bool,
    _ set: ValueSet,
    _ name: String,
    at place: Place
  ) throws -> ValueExpression {
    let node: ValueExpression.Node
    switch set {
    case .domain(let domain):
      guard let known = environment.domains[domain.text] else { throw unknownDomain(domain) }
      guard known.type.common(with: value.type) != nil else {
        throw typesDiffer(name, value.type, known.type, at: place)
      }
      node = .inDomain(value, isNegated: isNegated, domain.text)
    case .list(let items):
      var type = value.type
      var values: [ValueExpression] = []
      for item in items {
        let element = try self.value(of: item)
        let isLiteralTime = element.isText && (type.isTemporal || type == .duration)
        guard let common = isLiteralTime ? type : type.common(with: element.type) else {
          throw typesDiffer(name, type, element.type, at: element.place)
        }
        type = common
        values.append(element)
      }
      var converted: [ValueExpression] = []
      for element in values { converted.append(try convert(element, to: type, for: name)) }
      node = .inList(
        try convert(value, to: type, for: name),
        isNegated: isNegated,
        converted
      )
    }
    return ValueExpression(
      node: node,
      type: .boolean,
      isNullable: value.isNullable,
      place: place
    )
  }

  func unknownDomain(_ name: Name) -> Diagnostic {
    problem(
      VTLDefinitions.unknownDomain,
      ["name": .text(name.text)],
      at: name.place,
      suggestion: NearestName.of(name.text, among: environment.domains.keys)
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Structures

extension DatasetStructure {
  /// The structure of a dataset that follows an SDMX data structure.
  ///
  /// Dimensions are identifiers, a codelist is a value domain of its identifier. SDMX says nothing of
  /// virality, so the caller names the viral attributes.
  ///
  /// - Parameters:
  ///   - definition: the data structure.
  ///   - viral: the attributes that operators carry on.
  public init(_ definition: DataStructureDefinition, viral: Set<String> = []) {
    self.init(
      definition.components.map { component in
        let role: ComponentRole =
          switch component.role {
          case .dimension, .timeDimension: .identifier
          case .measure: .measure
          case .attribute: viral.contains(component.id) ? .viralAttribute : .attribute
          }
        return DatasetComponent(
          component.id,
          role,
          ScalarType(component.representation),
          domain: component.representation.listID,
          isNullable: !component.isMandatory
        )
      }
    )
  }
}

extension ScalarType {
  /// The type of what a representation holds.
  fileprivate init(_ representation: Representation) {
    self =
      switch representation {
      case .codelist, .text: .string
      case .integer: .integer
      case .double, .decimal: .number
      case .boolean: .boolean
      case .date: .date
      case .timePeriod: .timePeriod
      }
  }
}

extension Representation {
  fileprivate var listID: String? {
    if case .codelist(let reference) = self { reference.id } else { nil }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A structure as the JSON in which the manual's examples have it.
struct StructureText {
  private let name: String
  private let structure: DatasetStructure
  private let isScalar: Bool

  init(_ name: String, _ structure: DatasetStructure, isScalar: Bool) {
    self.name = name
    self.structure = structure
    self.isScalar = isScalar
  }

  var json: String {
    if isScalar, let type = structure.components.first?.type {
      return "{\n  \"name\": \(quoted(name)),\n  \"type\": \(quoted(type.jsonName))\n}\n"
    }
    let parts = structure.components.map { component in
      """
          {
            "name": \(quoted(component.name)),
            "role": \(quoted(component.role.jsonName)),
            "data_type": \(quoted(component.type.jsonName)),
            "nullable": \(component.isNullable)
          }
      """
    }
    return """
      {
        "name": \(quoted(name)),
        "components": [
      \(parts.joined(separator: ",\n"))
        ]
      }

      """
  }

  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension ScalarType {
  fileprivate var jsonName: String {
    switch self {
    case .timePeriod: "TimePeriod"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }
}

extension ComponentRole {
  fileprivate var jsonName: String {
    switch self {
    case .identifier: "Identifier"
    case .measure: "Measure"
    case .attribute: "Attribute"
    case .viralAttribute: "ViralAttribute"
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A component of a dataset as the analysis knows it.
public struct DatasetComponent: Hashable, Sendable {
  /// The name, which is the name of the column.
  public let name: String
  /// What it does.
  public let role: ComponentRole
  /// What it holds.
  public let type: ScalarType
  /// The value domain that limits it, by its name.
  public let domain: String?
  /// Whether it may have no value.
  public let isNullable: Bool

  /// Makes a component; an identifier never lacks a value.
  public init(
    _ name: String,
    _ role: ComponentRole,
    _ type: ScalarType,
    domain: String? = nil,
    isNullable: Bool = true
  ) {
    self.name = name
    self.role = role
    self.type = type
    self.domain = domain
    self.isNullable = role.isDependent && isNullable
  }

  func renamed(_ name: String) -> DatasetComponent {
    DatasetComponent(name, role, type, domain: domain, isNullable: isNullable)
  }

  func with(role: ComponentRole) -> DatasetComponent {
    DatasetComponent(name, role, type, domain: domain, isNullable: isNullable)
  }

  func with(type: ScalarType, isNullable: Bool? = nil) -> DatasetComponent {
    DatasetComponent(
      name,
      role,
      type,
      domain: type == self.type ? domain : nil,
      isNullable: isNullable ?? self.isNullable
    )
  }
}

/// The components of a dataset, known before there are any data.
public struct DatasetStructure: Hashable, Sendable {
  /// The components, in order.
  public let components: [DatasetComponent]
  /// Whether further measures come to light only with the data, as behind a `pivot` over an identifier
  /// whose values no domain lists.
  public let isOpen: Bool

  /// Makes a structure.
  public init(_ components: [DatasetComponent], isOpen: Bool = false) {
    self.components = components
    self.isOpen = isOpen
  }

  /// The component with a name, or `nil`.
  public subscript(_ name: String) -> DatasetComponent? { components.first { $0.name == name } }

  /// The components that identify a data point.
  public var identifiers: [DatasetComponent] { components.filter { $0.role == .identifier } }

  /// The observed components.
  public var measures: [DatasetComponent] { components.filter { $0.role == .measure } }

  /// The attributes that operators carry on.
  public var viralAttributes: [DatasetComponent] {
    components.filter { $0.role == .viralAttribute }
  }

  /// All attributes.
  public var attributes: [DatasetComponent] {
    components.filter { $0.role == .attribute || $0.role == .viralAttribute }
  }

  /// The names, in order.
  public var names: [String] { components.map(\.name) }

  var identifierNames: Set<String> { Set(identifiers.map(\.name)) }

  /// The identifiers that hold times, of any of the three types.
  var timeIdentifiers: [DatasetComponent] { identifiers.filter(\.type.isTemporal) }
}

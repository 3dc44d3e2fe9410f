// SPDX-License-Identifier: Apache-2.0

/// An element of a structure message, whatever its format, named as SDMX-ML names it.
struct StructureNode: Hashable, Sendable {
  /// The name without a prefix.
  var name: String
  /// The attributes that have a value, in order.
  var attributes: [Attribute] = []
  /// The elements within, in order.
  var children: [StructureNode] = []
  /// The text within.
  var text: String = ""
  /// The line where the element begins; nought where the format tells none.
  var line: Int = 0

  struct Attribute: Hashable, Sendable {
    let name: String
    let value: String
  }

  init(_ name: String, text: String = "", line: Int = 0) {
    self.name = name
    self.text = text
    self.line = line
  }

  /// Makes an element; attributes without a value and elements that are `nil` are left out.
  init(
    _ name: String,
    _ attributes: [(String, String?)],
    _ children: [StructureNode?] = [],
    text: String = ""
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in
      value.map { Attribute(name: name, value: $0) }
    }
    self.children = children.compactMap(\.self)
    self.text = text
  }

  /// The value of an attribute.
  subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The first element of a name.
  func first(_ name: String) -> StructureNode? { children.first { $0.name == name } }

  /// The elements of a name, in order.
  func all(_ name: String) -> [StructureNode] { children.filter { $0.name == name } }

  /// The text of the first element of a name, without white space around it.
  func text(of name: String) -> String? { first(name)?.word }

  /// The text without white space around it.
  var word: String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// An attribute that is `true` or `false`, also written `1` or `0`.
  func truth(_ attribute: String) -> Bool? {
    switch self[attribute] {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }
}

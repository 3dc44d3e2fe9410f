// SPDX-License-Identifier: Apache-2.0

/// An element of an IATI file with all that is in it; one activity is held at a time.
final class IATIElement {
  /// What it is called.
  let name: String
  /// Whether it is of another namespace, as the standard lets publishers add.
  let isForeign: Bool
  /// Attributes in the order of the document; `xml:lang` has its prefix, those of other namespaces `*:`.
  let attributes: [(name: String, value: String)]
  /// The line of its opening tag.
  let line: Int
  private(set) var children: [IATIElement] = []
  /// Its own text, without that of elements in it.
  private(set) var text: String = ""
  private(set) unowned var parent: IATIElement?
  /// Whether a record stands after an element of another namespace.
  var isAfterForeign: Bool = false

  init(
    _ name: String,
    isForeign: Bool = false,
    attributes: [(name: String, value: String)] = [],
    line: Int
  ) {
    self.name = name
    self.isForeign = isForeign
    self.attributes = attributes
    self.line = line
  }

  func add(_ child: IATIElement) {
    child.parent = self
    children.append(child)
  }

  func add(text piece: String) { text += piece }

  /// The value of an attribute, or `nil`.
  subscript(_ attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// The elements in it of a name.
  func all(_ name: String) -> [IATIElement] { children.filter { $0.name == name && !$0.isForeign } }

  /// The first element in it of a name.
  func first(_ name: String) -> IATIElement? {
    children.first { $0.name == name && !$0.isForeign }
  }

  /// Whether an element of a name is in it.
  func has(_ name: String) -> Bool { first(name) != nil }

  /// The elements at a path of names, such as `result/indicator`; itself for the empty path.
  func elements(at path: some Collection<Substring>) -> [IATIElement] {
    guard let name = path.first else { return [self] }
    return all(String(name)).flatMap { $0.elements(at: Array(path.dropFirst())) }
  }

  /// All elements below it of a name, at any depth.
  func descendants(_ name: String) -> [IATIElement] {
    children.flatMap { child in
      (child.name == name && !child.isForeign ? [child] : []) + child.descendants(name)
    }
  }

  /// The text of its narrative in a language, else the first.
  func narrative(in language: String? = nil) -> String? {
    let narratives = all("narrative")
    let wanted = narratives.first { language != nil && $0["xml:lang"] == language }
    let text = (wanted ?? narratives.first)?.text
    return text.map(CellText.trimmed).flatMap { $0.isEmpty ? nil : $0 }
  }
}

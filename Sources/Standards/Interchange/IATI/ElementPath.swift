// SPDX-License-Identifier: Apache-2.0

/// What a rule asks of an element.
typealias ElementTest = @Sendable (IATIElement) -> Bool

/// A way from an element to elements, attributes or texts, such as `transaction/sector/@code`.
///
/// A path that begins with `..` begins at the parent. The first element of the path can be held to a test.
struct ElementPath: Sendable, ExpressibleByStringLiteral {
  private let names: [Substring]
  private let attribute: String?
  private let isText: Bool
  private let fromParent: Bool
  private let test: ElementTest?
  /// Whether the first match alone counts.
  private let isFirst: Bool

  /// Something that a path leads to.
  struct Match {
    let text: String
    let line: Int
  }

  /// Reads a path.
  init(stringLiteral text: String) { self.init(text) }

  /// Reads a path whose first element passes a test.
  init(_ text: String, first: Bool = false, where test: ElementTest? = nil) {
    var parts = text.split(separator: "/")
    fromParent = parts.first == ".."
    if fromParent { parts.removeFirst() }
    isText = parts.last == "text()"
    if isText { parts.removeLast() }
    attribute = parts.last?.hasPrefix("@") == true ? String(parts.removeLast().dropFirst()) : nil
    names = parts
    isFirst = first
    self.test = test
  }

  /// What the path leads to.
  func matches(_ element: IATIElement) -> [Match] {
    guard let start = fromParent ? element.parent : element else { return [] }
    var found: [Match] = []
    for target in elements(start) {
      if let attribute {
        if let value = target[attribute] { found.append(Match(text: value, line: target.line)) }
      } else if !isText || !target.text.isEmpty {
        found.append(Match(text: target.text, line: target.line))
      }
    }
    return isFirst ? Array(found.prefix(1)) : found
  }

  private func elements(_ start: IATIElement) -> [IATIElement] {
    guard let name = names.first else { return test?(start) == false ? [] : [start] }
    let first = start.all(String(name)).filter { test?($0) ?? true }
    return first.flatMap { $0.elements(at: Array(names.dropFirst())) }
  }
}

extension [ElementPath] {
  /// What all paths lead to, path by path.
  func matches(_ element: IATIElement) -> [ElementPath.Match] { flatMap { $0.matches(element) } }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Holds elements against the grammar of the standard: everything that breaks it, each with its line.
struct IATISchemaCheck {
  private let grammar: IATIGrammar
  private let report: (Diagnostic, Int) -> Void

  /// Makes a check.
  ///
  /// - Parameters:
  ///   - kind: what the file holds.
  ///   - report: receives what is wrong, and the line.
  init(_ kind: IATIReader.Kind, _ report: @escaping (Diagnostic, Int) -> Void) {
    grammar = kind == .activities ? .activities : .organisations
    self.report = report
  }

  /// Checks the outermost element when all of the file has been read.
  func checkRoot(_ root: IATIElement, records: Int) {
    guard let kind = grammar[root.name] else { return }
    checkAttributes(root, kind)
    if !CellText.trimmed(root.text).isEmpty { tell(IATIDefinitions.strayText, root) }
    guard records == 0, let record = kind.children.first else { return }
    tell(IATIDefinitions.missingElement, root, ["child": .text(record.name)])
  }

  /// Checks an element in the outermost one.
  func checkRecord(_ element: IATIElement, in root: IATIElement) {
    guard let kind = grammar[root.name]?.children.first(where: { $0.name == element.name }) else {
      tell(IATIDefinitions.unknownElement, element, ["child": .text(element.name)], in: root)
      return
    }
    if element.isAfterForeign {
      tell(
        IATIDefinitions.wrongOrder,
        element,
        ["child": .text(element.name)],
        in: root
      )
    }
    check(element, kind.kind)
  }

  private func check(_ element: IATIElement, _ name: String) {
    guard let kind = grammar[name], kind.text != .any else { return }
    checkAttributes(element, kind)
    if let type = kind.text {
      for child in element.children {
        tell(IATIDefinitions.unknownElement, child, ["child": .text(child.name)], in: element)
      }
      if !type.accepts(element.text) {
        tell(IATIDefinitions.badText, element, ["type": .text(type.rawValue)])
      }
      return
    }
    if !CellText.trimmed(element.text).isEmpty { tell(IATIDefinitions.strayText, element) }
    checkChildren(element, kind)
  }

  // MARK: Attributes

  private func checkAttributes(_ element: IATIElement, _ kind: IATIGrammar.Kind) {
    for (name, value) in element.attributes {
      guard let attribute = kind.attributes[name] else {
        let isOther = name.hasPrefix("*:") || name == "xml:lang"
        if isOther, kind.allowsOtherAttributes { continue }
        let known = kind.attributes.keys.sorted()
        tell(
          IATIDefinitions.unknownAttribute,
          element,
          ["attribute": .text(name)],
          suggestion: NearestName.of(name, among: known)
        )
        continue
      }
      if !attribute.type.accepts(value) {
        tell(
          IATIDefinitions.badAttribute,
          element,
          ["attribute": .text(name), "type": .text(attribute.type.rawValue)]
        )
      }
    }
    for (name, attribute) in kind.attributes.sorted(by: { $0.key < $1.key })
    where attribute.isRequired && element[name] == nil {
      tell(IATIDefinitions.missingAttribute, element, ["attribute": .text(name)])
    }
  }

  // MARK: What is in an element

  private func checkChildren(_ element: IATIElement, _ kind: IATIGrammar.Kind) {
    var place = 0
    var counts = [Int](repeating: 0, count: kind.children.count)
    var isAtForeign = false
    for child in element.children {
      if child.isForeign {
        isAtForeign = true
        continue
      }
      guard let position = kind.children.firstIndex(where: { $0.name == child.name }) else {
        tell(
          IATIDefinitions.unknownElement,
          child,
          ["child": .text(child.name)],
          in: element,
          suggestion: NearestName.of(child.name, among: kind.children.map(\.name))
        )
        continue
      }
      counts[position] += 1
      // What publishers add themselves comes last.
      if position < place || isAtForeign {
        tell(
          IATIDefinitions.wrongOrder,
          child,
          ["child": .text(child.name)],
          in: element
        )
      } else {
        place = position
      }
      if counts[position] - 1 == kind.children[position].most {
        tell(IATIDefinitions.repeatedElement, child, ["child": .text(child.name)], in: element)
      }
      check(child, kind.children[position].kind)
    }
    for (position, child) in kind.children.enumerated() where counts[position] < child.least {
      tell(IATIDefinitions.missingElement, element, ["child": .text(child.name)])
    }
  }

  // MARK: What is told

  private func tell(
    _ definition: DiagnosticDefinition,
    _ element: IATIElement,
    _ arguments: [String: MessageArgument] = [:],
    in parent: IATIElement? = nil,
    suggestion: String? = nil
  ) {
    let all = arguments.merging(["element": .text((parent ?? element).name)]) { own, _ in own }
    report(definition.at(nil, all, suggestion: suggestion), element.line)
  }
}

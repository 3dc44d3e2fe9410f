// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// Writes a document piece by piece, well-formed by construction.
///
/// The bytes gather until ``drain()`` takes them, so that a long document goes to a ``DurableFile``
/// in pieces:
///
///     try writer.start("Obs", [("TIME_PERIOD", "2023")])
///     if writer.pendingCount > 65_536 { try file.write(writer.drain()) }
public struct XMLWriter: Sendable {
  private var output: [UInt8]
  private var open: [Level] = []
  private var tagIsOpen = false
  private let indents: Bool

  private struct Level {
    let name: String
    let prefixes: [String]
    var hasText = false
    var hasElements = false
  }

  /// Begins a document in UTF-8.
  ///
  /// - Parameter indents: whether elements stand on lines of their own; they do by default.
  public init(indents: Bool = true) {
    self.indents = indents
    output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  }

  /// How many bytes wait to be taken.
  public var pendingCount: Int { output.count }

  /// Takes the bytes that wait.
  public mutating func drain() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  /// Begins an element.
  ///
  /// - Parameters:
  ///   - name: its name, with a prefix that is declared here or further out.
  ///   - attributes: names and values, in this order; `xmlns` and `xmlns:p` declare namespaces.
  /// - Throws: `platform.xml-name` or `platform.xml-character`.
  public mutating func start(
    _ name: String,
    _ attributes: [(name: String, value: String)] = []
  ) throws(Diagnostic) {
    let declared = attributes.filter { $0.name.hasPrefix("xmlns:") }
      .map { String($0.name.dropFirst(6)) }
    try check(name, declared)
    for (index, attribute) in attributes.enumerated() {
      if attribute.name != "xmlns" { try check(attribute.name, declared) }
      // An attribute stands once in an element.
      if attributes[..<index].contains(where: { $0.name == attribute.name }) {
        throw PlatformDefinitions.xmlName.at(nil, ["name": .text(attribute.name)])
      }
    }
    closeTag()
    if !open.isEmpty { open[open.count - 1].hasElements = true }
    breakLine()
    put("<\(name)")
    for attribute in attributes {
      put(" \(attribute.name)=\"")
      try escape(attribute.value, of: name, inAttribute: true)
      put("\"")
    }
    open.append(Level(name: name, prefixes: declared))
    tagIsOpen = true
  }

  /// Adds text to the element that is open.
  ///
  /// - Parameter text: any text; what XML uses itself is escaped.
  /// - Throws: `platform.xml-character` for a control character.
  public mutating func text(_ text: String) throws(Diagnostic) {
    closeTag()
    if !open.isEmpty { open[open.count - 1].hasText = true }
    try escape(text, of: open.last?.name ?? "", inAttribute: false)
  }

  /// Ends the element that was begun last; does nothing where none is open.
  public mutating func end() {
    guard let level = open.popLast() else { return }
    if tagIsOpen {
      put("/>")
      tagIsOpen = false
    } else {
      if level.hasElements, !level.hasText { breakLine() }
      put("</\(level.name)>")
    }
    if open.isEmpty { put("\n") }
  }

  /// Writes an element that holds text alone.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - attributes: names and values.
  ///   - text: its text; empty for none.
  /// - Throws: `platform.xml-name` or `platform.xml-character`.
  public mutating func element(
    _ name: String,
    _ attributes: [(name: String, value: String)] = [],
    text: String = ""
  ) throws(Diagnostic) {
    try start(name, attributes)
    if !text.isEmpty { try self.text(text) }
    end()
  }

  /// Ends all elements that are open.
  public mutating func finish() { while !open.isEmpty { end() } }

  private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func closeTag() {
    if tagIsOpen { put(">") }
    tagIsOpen = false
  }

  private mutating func breakLine() {
    guard indents, !open.contains(where: \.hasText), let last = output.last, last != 10 else {
      return
    }
    put("\n" + String(repeating: "  ", count: open.count))
  }

  private mutating func escape(
    _ text: String,
    of element: String,
    inAttribute: Bool
  ) throws(Diagnostic) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: put("&amp;")
      case 0x3C: put("&lt;")
      case 0x3E: put("&gt;")
      case 0x22 where inAttribute: put("&quot;")
      // Readers turn these into spaces or line feeds unless they are written by number.
      case 0x09 where inAttribute: put("&#9;")
      case 0x0A where inAttribute: put("&#10;")
      case 0x0D: put("&#13;")
      case 0x09, 0x0A, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
        output.append(contentsOf: UTF8.encode(scalar) ?? .init())
      default:
        throw PlatformDefinitions.xmlCharacter.at(
          nil,
          [
            "element": .text(element),
            "character": .text("U+" + String(scalar.value, radix: 16, uppercase: true)),
          ]
        )
      }
    }
  }

  private func check(_ name: String, _ declared: [String]) throws(Diagnostic) {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    let prefix = parts.count == 2 ? String(parts[0]) : nil
    let isKnown =
      prefix.map { prefix in
        prefix == "xml" || prefix == "xmlns" || declared.contains(prefix)
          || open.contains { $0.prefixes.contains(prefix) }
      } ?? true
    guard parts.count <= 2, isKnown, parts.allSatisfy(XMLWriter.isName) else {
      throw PlatformDefinitions.xmlName.at(nil, ["name": .text(name)])
    }
  }

  private static func isName(_ name: Substring) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic
    else { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      scalar == "_" || scalar == "-" || scalar == "." || scalar.properties.isAlphabetic
        || scalar.properties.numericType == .decimal
    }
  }
}

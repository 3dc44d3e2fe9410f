// SPDX-License-Identifier: Apache-2.0

/// A piece of a page: text, an element, or several pieces one after the other.
///
/// Text becomes markup in one place, ``HTMLWriter``, which escapes it; so no page can be broken, or
/// made to run anything, by what stands in data, labels or settings.
indirect enum HTML: Sendable, Hashable {
  case text(String)
  case element(Element)
  case fragment([HTML])

  /// Nothing at all.
  static let empty = HTML.fragment([])

  /// Puts pieces together.
  static func pieces(@HTMLBuilder _ content: () -> HTML) -> HTML { content() }
}

/// An element with its attributes and what it holds.
struct Element: Sendable, Hashable {
  let tag: Tag
  let attributes: [Attribute]
  let content: HTML

  /// Makes an element; what it holds is written as a block.
  init(_ tag: Tag, _ attributes: Attribute?..., @HTMLBuilder content: () -> HTML) {
    self.tag = tag
    self.attributes = attributes.compactMap(\.self)
    self.content = content()
  }

  /// Makes an element that holds nothing.
  init(_ tag: Tag, _ attributes: Attribute?...) {
    self.tag = tag
    self.attributes = attributes.compactMap(\.self)
    content = .empty
  }
}

/// Lets elements and texts be listed in a block, with conditions and loops.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ text: String) -> HTML { .text(text) }
  static func buildExpression(_ element: Element) -> HTML { .element(element) }
  static func buildExpression(_ html: HTML) -> HTML { html }
  static func buildBlock(_ pieces: HTML...) -> HTML { .fragment(pieces) }
  static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .empty }
  static func buildEither(first piece: HTML) -> HTML { piece }
  static func buildEither(second piece: HTML) -> HTML { piece }
  static func buildArray(_ pieces: [HTML]) -> HTML { .fragment(pieces) }
}

// SPDX-License-Identifier: Apache-2.0

/// The name of an element.
struct Tag: Sendable, Hashable {
  let name: String
  /// Whether the element never holds anything and has no end tag.
  let isVoid: Bool
  /// Whether a new line before it keeps the page readable without changing what is seen.
  let isBlock: Bool

  private init(_ name: String, isVoid: Bool = false, isBlock: Bool = false) {
    self.name = name
    self.isVoid = isVoid
    self.isBlock = isBlock
  }

  // The page
  static let html = Tag("html")
  static let head = Tag("head", isBlock: true)
  static let meta = Tag("meta", isVoid: true, isBlock: true)
  static let link = Tag("link", isVoid: true, isBlock: true)
  static let style = Tag("style", isBlock: true)
  static let title = Tag("title", isBlock: true)
  static let body = Tag("body", isBlock: true)

  // Landmarks and sections
  static let header = Tag("header", isBlock: true)
  static let nav = Tag("nav", isBlock: true)
  static let main = Tag("main", isBlock: true)
  static let footer = Tag("footer", isBlock: true)
  static let section = Tag("section", isBlock: true)
  static let article = Tag("article", isBlock: true)
  static let div = Tag("div", isBlock: true)
  static let figure = Tag("figure", isBlock: true)
  static let figcaption = Tag("figcaption", isBlock: true)
  static let details = Tag("details", isBlock: true)
  static let summary = Tag("summary", isBlock: true)
  static func heading(_ level: Int) -> Tag { Tag("h\(level)", isBlock: true) }

  // Text
  static let p = Tag("p", isBlock: true)
  static let a = Tag("a")
  static let span = Tag("span")
  static let strong = Tag("strong")
  static let code = Tag("code")
  static let em = Tag("em")
  static let sup = Tag("sup")
  /// Something that people read, with its exact value beside it.
  static let data = Tag("data")
  static let br = Tag("br", isVoid: true)
  static let hr = Tag("hr", isVoid: true, isBlock: true)
  static let pre = Tag("pre", isBlock: true)
  static let blockquote = Tag("blockquote", isBlock: true)
  static let aside = Tag("aside", isBlock: true)
  static let img = Tag("img", isVoid: true)
  static let ul = Tag("ul", isBlock: true)
  static let ol = Tag("ol", isBlock: true)
  static let li = Tag("li", isBlock: true)
  static let dl = Tag("dl", isBlock: true)
  static let dt = Tag("dt", isBlock: true)
  static let dd = Tag("dd", isBlock: true)

  // Tables
  static let table = Tag("table", isBlock: true)
  static let caption = Tag("caption", isBlock: true)
  static let thead = Tag("thead", isBlock: true)
  static let tbody = Tag("tbody", isBlock: true)
  static let tr = Tag("tr", isBlock: true)
  static let th = Tag("th")
  static let td = Tag("td")

  // Drawings
  static let svg = Tag("svg", isBlock: true)
  static let desc = Tag("desc", isBlock: true)
  static let svgTitle = Tag("title")
  static let defs = Tag("defs", isBlock: true)
  static let pattern = Tag("pattern", isBlock: true)
  static let g = Tag("g", isBlock: true)
  static let path = Tag("path", isBlock: true)
  static let rect = Tag("rect", isBlock: true)
  static let line = Tag("line", isBlock: true)
  static let circle = Tag("circle", isBlock: true)
  static let svgText = Tag("text", isBlock: true)
}

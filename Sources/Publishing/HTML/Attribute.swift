// SPDX-License-Identifier: Apache-2.0

/// An attribute of an element; its value is escaped when it is written.
struct Attribute: Sendable, Hashable {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
  static func id(_ id: String) -> Attribute { Attribute("id", id) }
  static func lang(_ tag: String) -> Attribute { Attribute("lang", tag) }
  static func role(_ role: String) -> Attribute { Attribute("role", role) }
  static func scope(_ scope: String) -> Attribute { Attribute("scope", scope) }
  static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
  static func labelledBy(_ ids: String) -> Attribute { Attribute("aria-labelledby", ids) }
  static func title(_ text: String) -> Attribute { Attribute("title", text) }

  /// Hidden from assistive technology: what it shows is said elsewhere.
  static let decorative = Attribute("aria-hidden", "true")
  /// Reached by the keyboard, so that it can be scrolled.
  static let focusable = Attribute("tabindex", "0")

  /// A link to a place within the release.
  static func href(_ link: RelativeLink) -> Attribute { Attribute("href", link.text) }
}

/// A link that never leaves the release: names joined by slashes, and an anchor.
///
/// Names are percent-encoded, so that a dataset's name cannot become a scheme or a query.
///
/// - Source: RFC 3986, sections 2.3 and 4.2.
struct RelativeLink: Sendable, Hashable {
  let text: String

  /// Links to a file.
  init(_ path: String, anchor: String? = nil) {
    let encoded = path.split(separator: "/", omittingEmptySubsequences: false)
      .map(RelativeLink.encoded).joined(separator: "/")
    text = encoded + (anchor.map { "#" + RelativeLink.encoded($0[...]) } ?? "")
  }

  /// Links to a place on the same page.
  init(anchor: String) { self.init("", anchor: anchor) }

  private static func encoded(_ name: Substring) -> String {
    let digits = Array("0123456789ABCDEF")
    return name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }.joined()
  }
}

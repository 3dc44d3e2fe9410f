// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Where a page stands in the site, and how it reaches the others.
struct PagePlace: Sendable, Hashable {
  let language: Language
  let name: Name
  /// Whether it stands at the root, in the default language.
  let isRoot: Bool

  /// What a page is about.
  enum Name: Sendable, Hashable {
    case catalogue
    case dataset(String)
    case lineage(String)

    /// The name of the file within the folder of a language.
    var file: String {
      switch self {
      case .catalogue: "index.html"
      case .dataset(let name): (name == "index" ? "index-data" : name) + ".html"
      case .lineage(let name): name + ".lineage.html"
      }
    }
  }

  init(_ language: Language, _ name: Name, isRoot: Bool = false) {
    self.language = language
    self.name = name
    self.isRoot = isRoot
  }

  /// The path from the site's folder.
  var path: String { isRoot ? name.file : "\(language.rawValue)/\(name.file)" }

  /// A link to another page.
  func link(_ name: Name, _ language: Language? = nil, anchor: String? = nil) -> RelativeLink {
    let language = language ?? self.language
    let isNear = language == self.language && !isRoot
    let folder = isNear ? "" : (isRoot ? "" : "../") + language.rawValue + "/"
    return RelativeLink(folder + name.file, anchor: anchor)
  }

  /// A link to a file at the root of the site.
  func site(_ file: String) -> RelativeLink { RelativeLink((isRoot ? "" : "../") + file) }

  /// A link to a file of another part of the release.
  func release(_ file: String) -> RelativeLink {
    RelativeLink((isRoot ? "../" : "../../") + file)
  }
}

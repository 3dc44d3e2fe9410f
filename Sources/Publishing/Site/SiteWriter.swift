// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project

/// Writes a release as a site that needs no server, no network and no scripts.
public enum SiteWriter {
  /// The part `site`: pages in every language of the project, opened from `index.html`.
  ///
  /// It links to what lies beside it when it is written, so it goes after the other parts.
  ///
  /// - Output: `index.html`, `style.css`, and a folder a language with the catalogue, a page a dataset
  ///   and a page of its lineage; the same contents give the same bytes.
  /// - Parameter boundaries: a GeoJSON file of the world's areas, for projects without one of their
  ///   own; `nil` where there is none, and no map is drawn.
  /// - Returns: the part, which throws `project.view-component` and `publishing.bad-boundaries`.
  public static func part(boundaries: String?) -> ReleasePart {
    ReleasePart("site", isLast: true) { contents, path in
      let site = try await Site(contents, path, boundaries: boundaries)
      for language in contents.settings.languages {
        try DurableFolder.create("\(path)/\(language.rawValue)")
      }
      for file in await site.files() {
        try DurableFile.write(file.bytes, to: "\(path)/\(file.path)")
      }
    }
  }
}

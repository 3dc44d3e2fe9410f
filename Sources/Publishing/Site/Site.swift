// SPDX-License-Identifier: Apache-2.0

internal import Platform
internal import Project

/// A release as pages: read once, then written in every language.
struct Site: Sendable {
  let contents: ReleaseContents
  let exhibits: [Exhibit]
  let downloads: Downloads

  var datasets: [DatasetContents] { exhibits.map(\.contents) }

  /// Reads everything that pages show.
  ///
  /// - Parameters:
  ///   - contents: the release.
  ///   - path: the folder of the site.
  ///   - boundaries: the file of boundaries, where the project has none of its own.
  /// - Throws: `project.view-component`, `publishing.bad-boundaries`, and what the engine refuses.
  init(_ contents: ReleaseContents, _ path: String, boundaries: String?) async throws {
    self.contents = contents
    downloads = try Downloads(beside: path)
    let areas = try Site.boundaries(contents, boundaries)
    var exhibits: [Exhibit] = []
    for published in contents.datasets {
      exhibits.append(try await Exhibit(published, contents, boundaries: areas))
    }
    self.exhibits = exhibits
  }

  private static func boundaries(
    _ contents: ReleaseContents,
    _ fallback: String?
  ) throws -> GeoJSON? {
    guard contents.datasets.contains(where: { $0.view?.map != nil }) else { return nil }
    if let own = contents.settings.release.boundaries {
      return try GeoJSON(file: try contents.root.resolve(own), named: own)
    }
    return try fallback.map { try GeoJSON(file: $0, named: $0) }
  }

  /// Every file of the site, by its path; pages are written beside each other.
  func files() async -> [(path: String, bytes: [UInt8])] {
    let places = places
    let pages = await withTaskGroup(of: (Int, String, [UInt8]).self) { group in
      for (position, entry) in places.enumerated() {
        group.addTask {
          let page = page(entry.place, entry.exhibit)
          return (position, page.path, page.bytes)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    return [("style.css", Array(StyleSheet.text.utf8))]
      + pages.sorted { $0.0 < $1.0 }.map { (path: $0.1, bytes: $0.2) }
  }

  /// Every page, in the order of the site.
  private var places: [(place: PagePlace, exhibit: Exhibit?)] {
    let languages = contents.settings.languages
    var places: [(place: PagePlace, exhibit: Exhibit?)] = []
    if let first = languages.first {
      places.append((PagePlace(first, .catalogue, isRoot: true), nil))
    }
    for language in languages {
      places.append((PagePlace(language, .catalogue), nil))
      for exhibit in exhibits {
        let name = exhibit.contents.name
        places.append((PagePlace(language, .dataset(name)), exhibit))
        if exhibit.lineage != nil {
          places.append((PagePlace(language, .lineage(name)), exhibit))
        }
      }
    }
    return places
  }

  private func page(_ place: PagePlace, _ exhibit: Exhibit?) -> (path: String, bytes: [UInt8]) {
    switch (place.name, exhibit, exhibit?.lineage) {
    case (.lineage, let exhibit?, let lineage?):
      let page = LineagePage(site: self, exhibit: exhibit, lineage: lineage, place: place)
      return (place.path, page.bytes)
    case (.dataset, let exhibit?, _):
      return (place.path, DatasetPage(site: self, exhibit: exhibit, place: place).bytes)
    default:
      return (place.path, CataloguePage(site: self, place: place).bytes)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
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
      let location = contents.settings.release.boundariesLocation
      return try GeoJSON(file: try contents.root.file(own, namedAt: location), named: own)
    }
    return try fallback.map { try GeoJSON(file: $0, named: $0) }
  }

  /// A file of the site.
  typealias File = (path: String, bytes: [UInt8])

  /// Every file of the site, by its path; pages are written beside each other.
  func files() async -> [File] {
    let places = places
    let pages = await withTaskGroup(of: (Int, [File]).self) { group in
      for (position, entry) in places.enumerated() {
        group.addTask { (position, written(entry.place, entry.exhibit)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    return [("style.css", Array(StyleSheet.text.utf8))]
      + pages.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }

  /// Every page but those of lineage, which are made with the pages of their datasets.
  private var places: [(place: PagePlace, exhibit: Exhibit?)] {
    let languages = contents.settings.languages
    var places: [(place: PagePlace, exhibit: Exhibit?)] = []
    if let first = languages.first {
      places.append((PagePlace(first, .catalogue, isRoot: true), nil))
    }
    for language in languages {
      places.append((PagePlace(language, .catalogue), nil))
      for exhibit in exhibits {
        places.append((PagePlace(language, .dataset(exhibit.contents.name)), exhibit))
      }
    }
    return places
  }

  private func written(_ place: PagePlace, _ exhibit: Exhibit?) -> [File] {
    guard let exhibit else {
      let page = CataloguePage(site: self, place: place)
      return [(place.path, PageShare.fitting(page.bytes).bytes)]
    }
    // What the page of lineage lists decides where the numbers of the dataset lead.
    let lineage = lineage(of: exhibit, place.language)
    let page = DatasetPage(site: self, exhibit: exhibit, place: place, listed: lineage?.listed)
    return [(place.path, PageShare.fitting(page.bytes).bytes)] + [lineage?.file].compactMap(\.self)
  }

  private func lineage(
    of exhibit: Exhibit,
    _ language: Language
  ) -> (file: File, listed: ListedRecords)? {
    guard let lineage = exhibit.lineage else { return nil }
    let place = PagePlace(language, .lineage(exhibit.contents.name))
    let page = LineagePage(site: self, exhibit: exhibit, lineage: lineage, place: place)
    let (bytes, share) = PageShare.fitting(page.bytes)
    return ((place.path, bytes), lineage.listed(share))
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// The files of a release that lie beside the site, with their sizes.
struct Downloads: Sendable {
  private let sizes: [String: Int]

  /// Looks for what lies beside the site when it is written.
  ///
  /// - Parameter site: the folder of the site.
  /// - Throws: what reading the folder gives.
  init(beside site: String) throws {
    let release = try RootedFolder("\(site)/..")
    var sizes: [String: Int] = [:]
    for folder in ["data", "sdmx", "spreadsheets"] {
      for file in try release.files(under: folder) {
        sizes[file] = try MappedFile("\(release.path)/\(file)").count
      }
    }
    self.sizes = sizes
  }

  /// The downloads of a dataset as a list: those that exist, spreadsheets first.
  func list(_ dataset: String, _ place: PagePlace, _ words: PageLanguage) -> Element {
    let files: [(Message, String)] = [
      (SiteTexts.spreadsheet, "spreadsheets/\(dataset).xlsx"),
      (SiteTexts.messageFile, "sdmx/\(dataset).csv"),
      (SiteTexts.parquet, "data/\(dataset).parquet"),
      (SiteTexts.structureFile, "sdmx/structure.xml"),
    ]
    return Element(.ul, .class("downloads")) {
      for (name, file) in files {
        if let size = sizes[file] {
          Element(.li) {
            Element(.a, .href(place.release(file))) {
              words.text(name)
              " "
              Element(.span, .class("size")) { text(size, words) }
            }
          }
        }
      }
    }
  }

  private func text(_ size: Int, _ words: PageLanguage) -> String {
    words.text(SiteTexts.size, ["size": .count(max(1, (size + 500) / 1_000))])
  }
}

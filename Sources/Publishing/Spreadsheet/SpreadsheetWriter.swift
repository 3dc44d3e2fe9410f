// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
public import Project
internal import Structures

/// Writes each dataset of a release as a workbook: the observations, and what is said about them.
public enum SpreadsheetWriter {
  /// The part `spreadsheets`: one file a dataset.
  ///
  /// - Output: sheet `Data`: one row = one observation, codes and labels side by side, numbers as
  ///   numbers; sheet `About`: title, description, notes, source, licence, contact, release.
  /// - Returns: the part. A dataset that a sheet cannot hold has no workbook, which the part tells
  ///   with `publishing.too-many-rows`; its other files hold every row.
  public static func part() -> ReleasePart { part(rows: Sheet.limits.rows) }

  /// The part for sheets of so many rows, the heading among them.
  static func part(rows limit: Int) -> ReleasePart {
    ReleasePart(
      "spreadsheets",
      notices: { contents in
        contents.datasets.filter { !holds($0, limit) }.map { published in
          PublishingDefinitions.tooManyRows.at(
            nil,
            [
              "dataset": .text(published.name), "rows": .count(published.count),
              "limit": .count(limit - 1),
            ]
          )
        }
      }
    ) { contents, path in
      for published in contents.datasets where holds(published, limit) {
        try await write(published, contents, to: "\(path)/\(published.name).xlsx")
      }
    }
  }

  private static func holds(_ published: PublishedDataset, _ limit: Int) -> Bool {
    published.count < limit
  }

  private static func write(
    _ published: PublishedDataset,
    _ contents: ReleaseContents,
    to path: String
  ) async throws {
    let languages = contents.settings.languages
    let title = published.title.text(in: languages.first ?? .english)
    let workbook = try Workbook(path, title: title ?? published.name)
    let columns = try SheetColumn.columns(published, contents)
    try await DataSheet(columns: columns, dataset: published).write(
      try workbook.sheet("Data"),
      heading: workbook.format(bold: true),
      numbers: columns.map { $0.numberFormat.map { workbook.format(numbers: $0) } },
      contents.session
    )
    AboutSheet(published: published, contents: contents, columns: columns).write(
      try workbook.sheet("About"),
      heading: workbook.format(bold: true),
      text: workbook.format(wrapped: true)
    )
    try workbook.close()
  }
}

extension PublishedDataset {
  /// What readers call it.
  var title: InternationalString { dataflow.name }
}

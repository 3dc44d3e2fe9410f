// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Structures

/// A dataset as a file that Open SDG reads: one row = one observation, years first, the value last.
///
/// Between them stand the columns that the office names, with labels in the language of the feed. A code that
/// stands for a total becomes an empty field: so Open SDG knows its headline.
///
/// - Source: Open SDG, documentation of data formats (tidy CSV with Year first and Value last), and the files of
///   national platforms, such as `indicator_17-3-1.csv` of ONSdigital/sdg-data.
public enum OpenSDGFeed {
  /// The template `open-sdg`.
  public static let template: ReportTemplate = ReportTemplate(
    "open-sdg",
    summary: Message(
      "report.open-sdg",
      en: "a dataset as tidy CSV for an Open SDG platform",
      fr: "un jeu de données en CSV ordonné pour une plateforme Open SDG"
    )
  ) { preparation in
    let settings = try Settings(preparation)
    return PreparedReport { context in
      ReportOutput(files: [
        ReportOutput.File(settings.file, try await settings.text(context))
      ])
    }
  }

  private struct Settings: Sendable {
    let dataset: String
    let file: String
    let year: String
    let value: String
    /// Columns between year and value: heading and component.
    let columns: [(heading: String, component: String)]
    let held: [KeyPart]
    let total: String
    /// Whether codes stand in the columns instead of labels.
    let hasCodes: Bool
    let location: Location

    init(_ preparation: ReportPreparation) throws {
      let name = preparation.definition.name
      self = try preparation.parameters { Settings($0, name) }
      if columns.isEmpty {
        preparation.collector.report(
          PublishingDefinitions.badColumn.at(location, ["part": "[parameters.columns]"])
        )
      }
      try preparation.collector.throwIfErrors()
    }

    private init(_ table: TOMLTableReader, _ name: String) {
      location = table.location
      dataset = table.string("dataset")
      file = table.optionalString("file") ?? "\(name).csv"
      year = table.optionalString("year") ?? "TIME_PERIOD"
      value = table.optionalString("value") ?? "OBS_VALUE"
      columns =
        table.table("columns") { columns in
          columns.keys.map { (heading: $0, component: columns.string($0)) }
        } ?? []
      held =
        table.table("where") { held in held.keys.map { KeyPart($0, held.string($0)) } } ?? []
      total = table.optionalString("total") ?? "_T"
      hasCodes = table.boolean("codes")
    }

    /// The file, its rows in the order of the columns.
    func text(_ context: ReportContext) async throws -> [UInt8] {
      let rows = try await context.release.rows(of: dataset, holding: held, at: location)
      for name in [year, value] + columns.map(\.component) {
        _ = try context.release.component(name, of: rows.dataset, at: location)
      }
      let lines = rows.indices.map { row -> [String?] in
        [rows[row, year]] + columns.map { field(row, $0.component, rows, context.language) }
          + [rows[row, value].map(NumberWords.shortened)]
      }
      var bytes: [UInt8] = []
      let writer = DelimitedTextWriter()
      writer.write(["Year"] + columns.map(\.heading) + ["Value"], to: &bytes)
      for line in lines { writer.write(line, to: &bytes) }
      return bytes
    }

    private func field(
      _ row: Int,
      _ component: String,
      _ rows: ReleaseRows,
      _ language: Language
    ) -> String? {
      guard let code = rows[row, component], code != total else { return nil }
      if hasCodes { return code }
      return rows.codelist(of: component)?[code]?.name.text(in: language) ?? code
    }
  }
}

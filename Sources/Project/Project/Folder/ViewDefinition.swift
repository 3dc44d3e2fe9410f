// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Structures

/// How a dataset is first shown: its table, its chart, its map, and what must be said with it.
///
/// `Publishing` renders views without knowing which programme made the dataset.
public struct ViewDefinition: Sendable {
  /// The dataset that is shown.
  public let dataset: String
  /// The title that readers see.
  public let title: InternationalString
  /// A paragraph below the title.
  public let description: InternationalString?
  /// What must be said with the numbers.
  public let notes: [InternationalString]
  /// Where the data come from, in words.
  public let source: InternationalString?
  /// The measure that is shown; the structure's first by default.
  public let measure: String?
  /// The dimensions down the side of the table; all but the columns by default.
  public let rows: [String]
  /// The dimension across the top.
  public let columns: String?
  /// Values of dimensions to which chart and map are held, such as a total.
  public let fixed: [String: String]
  /// The chart.
  public let chart: ChartDefinition?
  /// The map.
  public let map: MapDefinition?
  /// How far the page of lineage goes.
  public let lineage: LineageDepth

  /// A chart over one dimension, with a series for each value of another.
  public struct ChartDefinition: Sendable {
    /// Bars or lines.
    public let kind: ChartKind
    /// The dimension along the axis.
    public let axis: String
    /// The dimension whose values are series; `nil` for one series.
    public let series: String?
  }

  /// The shapes of charts.
  public enum ChartKind: String, Sendable, CaseIterable {
    /// A bar for each value.
    case bar
    /// Bars on top of each other, one for each series.
    case stacked
    /// A line for each series.
    case line
  }

  /// A map that colours areas by the measure.
  public struct MapDefinition: Sendable {
    /// The dimension whose codes are ISO 3166-1 alpha-3 areas, or the office's own.
    public let area: String
    /// The property of the boundaries that holds the code; `iso_a3` by default.
    public let property: String
  }

  /// How far a page of lineage goes.
  public enum LineageDepth: String, Sendable, CaseIterable {
    /// No page.
    case none
    /// How many records, and of which files.
    case counts
    /// The records themselves: only for registers that are public.
    case records
  }

  /// Reads a file of `views/`.
  ///
  /// - Parameters:
  ///   - text: the content.
  ///   - file: its path from the project folder.
  ///   - collector: takes what is wrong with single settings.
  /// - Throws: `platform.toml-syntax`.
  init(_ text: String, file: String, _ collector: DiagnosticCollector) throws {
    let document = try TOMLDocument(text, file: file)
    self = document.read(collector) { ViewDefinition($0, file, collector) }
  }

  private init(_ table: TOMLTableReader, _ file: String, _ collector: DiagnosticCollector) {
    dataset = table.optionalString("dataset") ?? StepDefinition.fileName(file)
    title = table.internationalString("title", collector)
    description = table.optionalInternationalString("description", collector)
    notes = table.tables("notes") { note in
      InternationalString(
        Dictionary(
          note.keys.map { (Language(rawValue: $0), note.string($0)) },
          uniquingKeysWith: { first, _ in first }
        )
      )
    }
    source = table.optionalInternationalString("source", collector)
    measure = table.optionalString("measure")
    rows = table.strings("rows")
    columns = table.optionalString("columns")
    fixed =
      table.table("fixed") { fixed in
        Dictionary(
          fixed.keys.map { ($0, fixed.string($0)) },
          uniquingKeysWith: { first, _ in first }
        )
      } ?? [:]
    chart = table.table("chart") { chart in
      ChartDefinition(
        kind: chart.choice("kind", collector) ?? .bar,
        axis: chart.string("axis"),
        series: chart.optionalString("series")
      )
    }
    map = table.table("map") { map in
      MapDefinition(
        area: map.string("area"),
        property: map.optionalString("property") ?? "iso_a3"
      )
    }
    lineage = table.choice("lineage", collector) ?? .counts
  }
}

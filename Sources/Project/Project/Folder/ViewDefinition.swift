// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
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
  /// How far the page of lineage goes; `nil` where the view leaves it open.
  public let lineage: LineageDepth?
  /// Who answered of those who were asked.
  public let coverage: CoverageDefinition?
  /// Where the dataset is named; the file where its name says it.
  public let location: Location
  /// Every component that the view names, with its place.
  public let names: [ComponentName]

  /// A component that a view names.
  public struct ComponentName: Sendable, Hashable {
    /// The identifier.
    public let component: String
    /// The code to which the component is held; `nil` where all of its values are shown.
    public let code: String?
    /// Where it is named.
    public let location: Location
  }

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
    location = table.keys.contains("dataset") ? table.location(of: "dataset") : Location(file)
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
    var names = table.names(["measure": [measure], "rows": rows, "columns": [columns]])
    fixed =
      table.table("fixed") { fixed in
        let codes = fixed.keys.map { ($0, fixed.string($0)) }
        names += codes.map {
          ComponentName(component: $0, code: $1, location: fixed.location(of: $0))
        }
        return Dictionary(codes, uniquingKeysWith: { first, _ in first })
      } ?? [:]
    chart = table.table("chart") { chart in
      let definition = ChartDefinition(
        kind: chart.choice("kind", collector) ?? .bar,
        axis: chart.string("axis"),
        series: chart.optionalString("series")
      )
      names += chart.names(["axis": [definition.axis], "series": [definition.series]])
      return definition
    }
    map = table.table("map") { map in
      let definition = MapDefinition(
        area: map.string("area"),
        property: map.optionalString("property") ?? "iso_a3"
      )
      names += map.names(["area": [definition.area]])
      return definition
    }
    lineage = table.choice("lineage", collector)
    coverage = table.table("coverage") { CoverageDefinition($0, collector) }
    self.names = names
  }
}

extension ViewDefinition {
  /// The problem that a view names a component which its dataset does not have.
  ///
  /// - Parameters:
  ///   - component: the name.
  ///   - dataset: the dataset that is shown.
  ///   - structure: the structure of the dataset.
  ///   - location: where it is named, if that is known.
  /// - Returns: `project.view-component` with the nearest name.
  public static func unknown(
    _ component: String,
    of dataset: String,
    _ structure: DataStructureDefinition,
    at location: Location? = nil
  ) -> Diagnostic {
    let ids = structure.components.map(\.id)
    return ProjectDefinitions.unknownViewComponent.at(
      location,
      [
        "dataset": .text(dataset), "component": .text(component),
        "components": .text(ids.joined(separator: ", ")),
      ],
      suggestion: NearestName.of(component, among: ids)
    )
  }
}

extension TOMLTableReader {
  /// The components that keys of the table name; an empty name is a missing key, told already.
  fileprivate func names(_ components: [String: [String?]]) -> [ViewDefinition.ComponentName] {
    components.sorted { $0.key < $1.key }.flatMap { key, names in
      names.compactMap(\.self).filter { !$0.isEmpty }.map {
        ViewDefinition.ComponentName(component: $0, code: nil, location: location(of: key))
      }
    }
  }
}

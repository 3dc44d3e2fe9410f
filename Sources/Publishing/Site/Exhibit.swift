// SPDX-License-Identifier: Apache-2.0

internal import Project

/// A dataset with everything that its pages show, in no language yet.
struct Exhibit: Sendable {
  let contents: DatasetContents
  let table: CrossTable
  let chart: (data: ChartData, kind: ViewDefinition.ChartKind)?
  let map: MapData?
  let lineage: LineageContents?

  /// Reads a dataset.
  ///
  /// - Parameters:
  ///   - published: the dataset.
  ///   - release: the release.
  ///   - boundaries: the areas of maps; no map is drawn where there are none.
  /// - Throws: `project.view-component`, and what the engine refuses.
  init(
    _ published: PublishedDataset,
    _ release: ReleaseContents,
    boundaries: GeoJSON?
  ) async throws {
    let contents = try await DatasetContents(published, release)
    self.contents = contents
    table = try CrossTable(contents)
    chart = try await Exhibit.chart(contents, release)
    map = try await Exhibit.map(contents, release, boundaries)
    lineage = try await LineageContents(contents, release)
  }

  private static func chart(
    _ contents: DatasetContents,
    _ release: ReleaseContents
  ) async throws -> (data: ChartData, kind: ViewDefinition.ChartKind)? {
    guard let definition = contents.view?.chart else { return nil }
    let axis = try contents.component(definition.axis)
    let series = try definition.series.map { try contents.component($0) }
    let shown = [axis] + [series].compactMap(\.self)
    let slice = try await contents.slice(showing: shown, release.session)
    let data = ChartData(slice.rows, contents, axis: axis, series: series, held: slice.held)
    return (data, definition.kind)
  }

  private static func map(
    _ contents: DatasetContents,
    _ release: ReleaseContents,
    _ boundaries: GeoJSON?
  ) async throws -> MapData? {
    guard let definition = contents.view?.map, let boundaries else { return nil }
    let area = try contents.component(definition.area)
    let slice = try await contents.slice(showing: [area], release.session)
    return MapData(
      slice.rows,
      contents,
      area: area,
      property: definition.property,
      held: slice.held,
      boundaries: boundaries
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Relation
public import Structures

/// A release that is read again: its files, the structures they follow, and an engine to ask.
public struct ReleaseData: Sendable {
  /// The release.
  public let release: Release
  /// The structures and codelists as they were when it was published.
  public let catalogue: StructureCatalogue
  /// The engine.
  public let session: any Session

  /// How many rows one question may give; a report shows far fewer.
  public static let limit: Int = 200_000

  /// Opens a release.
  ///
  /// - Parameters:
  ///   - release: the release.
  ///   - catalogue: the structures that it was published with.
  ///   - session: an engine that may read its folder.
  public init(_ release: Release, catalogue: StructureCatalogue, session: any Session) {
    self.release = release
    self.catalogue = catalogue
    self.session = session
  }

  /// The identifier.
  public var id: String { release.manifest.id }

  /// The names of its datasets.
  public var names: [String] { release.manifest.datasets.map(\.name) }

  /// A dataset of the release.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - location: where it is named.
  /// - Returns: the dataset, read from the release's own file.
  /// - Throws: `project.not-in-release` with the nearest name, `project.release-structure`.
  public func dataset(_ name: String, at location: Location? = nil) throws -> Dataset {
    guard let entry = release.manifest.datasets.first(where: { $0.name == name }) else {
      throw ProjectDefinitions.notInRelease.at(
        location,
        [
          "dataset": .text(name), "release": .text(id),
          "datasets": .text(names.joined(separator: ", ")),
        ],
        suggestion: NearestName.of(name, among: names)
      )
    }
    guard
      let structure = catalogue.structures.values.first(where: {
        $0.reference.urn == entry.structure
      })
    else {
      throw ProjectDefinitions.releaseStructure.at(
        location,
        ["dataset": .text(name), "release": .text(id)]
      )
    }
    let file = Plan.scan(.parquet(["\(release.path)/\(entry.file)"]), schema: structure.schema)
    return try Dataset(name, structure, file)
  }

  /// The rows of a dataset that have some codes, in the order of its dimensions.
  ///
  /// - Parameters:
  ///   - name: the dataset.
  ///   - key: components held to codes.
  ///   - location: where they are named.
  /// - Returns: the rows.
  /// - Throws: as ``dataset(_:at:)``; `project.not-a-component` for a name that the structure lacks,
  ///   `project.too-many-to-report`.
  public func rows(
    of name: String,
    holding key: [KeyPart] = [],
    at location: Location? = nil
  ) async throws -> ReleaseRows {
    let dataset = try dataset(name, at: location)
    var plan = dataset.plan
    for part in key {
      _ = try component(part.component, of: dataset, at: location)
      plan = try plan.filter(
        Expression.column(part.component).cast(to: .string).equals(.literal(.string(part.code)))
      )
    }
    let ordered = try plan.sort(by: dataset.structure.dimensions.map(\.id))
    let rows = try await session.texts(of: ordered, limit: ReleaseData.limit + 1)
    if rows.count > ReleaseData.limit {
      throw ProjectDefinitions.tooManyToReport.at(
        location,
        ["dataset": .text(name), "limit": .count(ReleaseData.limit)]
      )
    }
    return ReleaseRows(dataset, release: id, rows, try codelists(of: dataset))
  }

  /// A component of a dataset.
  ///
  /// - Throws: `project.not-a-component` with the nearest name.
  public func component(
    _ name: String,
    of dataset: Dataset,
    at location: Location? = nil
  ) throws(Diagnostic) -> Component {
    try dataset.component(named: name, at: location)
  }

  private func codelists(of dataset: Dataset) throws -> [String: Codelist] {
    try Dictionary(
      dataset.structure.components.compactMap { component in
        try catalogue.codelist(of: component).map { (component.id, $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

/// Some rows of a dataset of a release, each of whose numbers can be bound to its query.
public struct ReleaseRows: Sendable {
  /// The dataset.
  public let dataset: Dataset
  /// The identifier of the release.
  public let release: String
  private let rows: TextRows
  private let codelists: [String: Codelist]
  /// The unit of each row where the structure has one (SDMX concept UNIT_MEASURE).
  private static let unit = "UNIT_MEASURE"
  /// Attributes that say why there is no value, the more telling first.
  private static let statuses = ["CONF_STATUS", "OBS_STATUS"]
  /// Codes of these attributes that are no reason for a blank.
  ///
  /// - Source: SDMX cross-domain codelists: `F` free for publication, `A` normal value.
  private static let ordinary: Set<String> = ["A", "F"]

  init(
    _ dataset: Dataset,
    release: String,
    _ rows: TextRows,
    _ codelists: [String: Codelist]
  ) {
    self.dataset = dataset
    self.release = release
    self.rows = rows
    self.codelists = codelists
  }

  /// The positions of the rows.
  public var indices: Range<Int> { rows.indices }
  /// How many there are.
  public var count: Int { rows.count }

  /// The text of a component in a row; `nil` where there is none.
  public subscript(_ row: Int, _ component: String) -> String? { rows[row, component] }

  /// The codes of a component that occur, in the order of its list, then of their letters.
  public func codes(of component: String) -> [String] {
    let found = rows.values(of: component)
    guard let list = codelists[component] else { return found.sorted() }
    return list.ids.filter(found.contains) + found.filter { list[$0] == nil }.sorted()
  }

  /// What readers call a code; the code itself where no list knows it.
  public func label(_ code: String, of component: String) -> InternationalString {
    codelists[component]?[code]?.name ?? InternationalString(en: code)
  }

  /// The codelist of a component, or `nil`.
  public func codelist(of component: String) -> Codelist? { codelists[component] }

  /// What readers call a component.
  public func name(of component: String) -> InternationalString {
    dataset.structure[component]?.concept.name ?? InternationalString(en: component)
  }

  /// The codes of a row's dimensions.
  public func key(of row: Int) -> [KeyPart] {
    dataset.structure.dimensions.map { KeyPart($0.id, rows[row, $0.id] ?? "") }
  }

  /// The query of a number.
  public func reference(_ row: Int, _ measure: String) -> NumberReference {
    NumberReference(dataset: dataset.name, key: key(of: row), measure: measure, release: release)
  }

  /// The number of a measure in a row, bound to its query, with the row's unit.
  public func number(_ row: Int, _ measure: String) -> BoundNumber {
    let unit = rows[row, ReleaseRows.unit].map { label($0, of: ReleaseRows.unit) }
    return BoundNumber(
      rows[row, measure].map(BoundNumber.Content.value) ?? .blank(blank(row)),
      unit: unit,
      BoundNumber.Origin(.observation, [reference(row, measure)])
    )
  }

  /// How many of the rows have some codes, bound to the question that counts them.
  public func count(having key: [KeyPart], besides held: [KeyPart] = []) -> BoundNumber {
    let count = indices.count { row in key.allSatisfy { rows[row, $0.component] == $0.code } }
    let reference = NumberReference(
      dataset: dataset.name,
      key: held + key,
      measure: nil,
      release: release
    )
    return BoundNumber(.value("\(count)"), BoundNumber.Origin(.count, [reference]))
  }

  private func blank(_ row: Int) -> BoundNumber.Blank {
    for status in ReleaseRows.statuses {
      guard let code = rows[row, status], !ReleaseRows.ordinary.contains(code) else { continue }
      return .status(label(code, of: status))
    }
    return .noValue
  }
}

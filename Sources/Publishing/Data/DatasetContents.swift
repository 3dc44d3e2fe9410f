// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Relation
internal import Structures

/// A published dataset with what its pages need, read once for all languages.
struct DatasetContents: Sendable {
  let published: PublishedDataset
  /// The codelists by component.
  let codelists: [String: Codelist]
  /// The measure that is shown first.
  let measure: Component
  /// The first rows in published order; all of them where there are few.
  let rows: TextRows
  /// The last period; `nil` where the structure has no time.
  let lastPeriod: String?

  /// How many rows are read for pages; more are in the downloads.
  static let limit = 5_000
  /// The code that stands for all others, by the convention of SDMX.
  ///
  /// - Source: SDMX content-oriented guidelines, annex 2 (cross-domain codelists): `_T`.
  static let total = "_T"

  var name: String { published.name }
  var view: ViewDefinition? { published.view }
  var structure: DataStructureDefinition { published.dataset.structure }
  /// Whether every observation has been read.
  var isComplete: Bool { published.count <= rows.count }

  /// Reads a dataset.
  ///
  /// - Throws: `project.view-component` for names of the view that the structure lacks, and what
  ///   the engine refuses.
  init(_ published: PublishedDataset, _ contents: ReleaseContents) async throws {
    let structure = published.dataset.structure
    self.published = published
    codelists = try Dictionary(
      structure.components.compactMap { component in
        try contents.catalogue.codelist(of: component).map { (component.id, $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    measure = try DatasetContents.measure(published)
    rows = try await contents.session.texts(
      of: try published.dataset.published(),
      limit: DatasetContents.limit
    )
    lastPeriod = try await DatasetContents.lastPeriod(published, contents.session)
  }

  private static func measure(_ published: PublishedDataset) throws -> Component {
    let structure = published.dataset.structure
    if let name = published.view?.measure {
      return try component(name, of: published)
    }
    guard let first = structure.measures.first else {
      throw ViewDefinition.unknown("measure", of: published.name, structure)
    }
    return first
  }

  /// A component that the view names.
  ///
  /// - Throws: `project.view-component`.
  static func component(
    _ name: String,
    of published: PublishedDataset
  ) throws(Diagnostic) -> Component {
    if let component = published.dataset.structure[name] { return component }
    throw ViewDefinition.unknown(name, of: published.name, published.dataset.structure)
  }

  /// A component that the view names.
  func component(_ name: String) throws(Diagnostic) -> Component {
    try DatasetContents.component(name, of: published)
  }

  private static func lastPeriod(
    _ published: PublishedDataset,
    _ session: any Session
  ) async throws -> String? {
    let components = published.dataset.structure.components
    guard let time = components.first(where: { $0.representation == .timePeriod }) else {
      return nil
    }
    let last = try published.dataset.plan.aggregate(
      by: [],
      [NamedAggregate(time.id, .maximum(.column(time.id)))]
    )
    let rows = try await session.texts(of: last, limit: 1)
    return rows.count == 0 ? nil : rows[0, time.id]
  }

  /// Codes in the order of their list, then in the order of their letters.
  func ordered(_ codes: Set<String>, of component: Component) -> [String] {
    guard let list = codelists[component.id] else { return codes.sorted() }
    let positions = Dictionary(
      list.ids.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return codes.sorted { left, right in
      let (a, b) = (positions[left] ?? .max, positions[right] ?? .max)
      return a == b ? left < right : a < b
    }
  }

  /// The label of a code; `nil` where the component is not coded or the code is unknown.
  func label(_ code: String, of component: Component) -> InternationalString? {
    codelists[component.id]?[code]?.name
  }

  /// The unit of what is shown, where all rows have the same (SDMX concept UNIT_MEASURE).
  var unit: (component: Component, code: String)? {
    guard let component = structure["UNIT_MEASURE"] else { return nil }
    let codes = rows.values(of: component.id)
    guard codes.count == 1, let code = codes.first else { return nil }
    return (component, code)
  }
}

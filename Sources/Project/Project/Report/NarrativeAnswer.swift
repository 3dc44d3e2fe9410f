// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// What a release answers to a reference.
enum NarrativeAnswer: Sendable {
  case number(BoundNumber)
  case block(ReportBlock)

  /// Asks the release.
  ///
  /// - Throws: `project.not-in-release`, `project.not-a-component`, `project.reference-code`,
  ///   `project.reference-no-row`, `project.reference-several`, `project.reference-option`.
  init(_ reference: NarrativeReference, _ context: ReportContext) async throws {
    let dataset = try context.release.dataset(reference.dataset, at: reference.location)
    _ = try context.release.component(reference.measure, of: dataset, at: reference.location)
    let rows = try await context.release.rows(
      of: reference.dataset,
      holding: reference.key,
      at: reference.location
    )
    try NarrativeAnswer.checkCodes(reference, rows)
    guard rows.count > 0 else {
      throw ProjectDefinitions.referenceNoRow.at(
        reference.location,
        ["dataset": .text(reference.dataset), "release": .text(context.release.id)],
        suggestion: try await NarrativeAnswer.nearest(reference, context)
      )
    }
    switch reference.kind {
    case .value:
      guard rows.count == 1 else { throw NarrativeAnswer.several(reference, rows, besides: []) }
      self = .number(rows.number(0, reference.measure))
    case .table: self = .block(.table(try NarrativeAnswer.table(reference, rows, context)))
    case .chart:
      guard let chart = try NarrativeAnswer.chart(reference, rows, context) else {
        throw NarrativeAnswer.missing("axis", reference)
      }
      self = .block(.chart(chart))
    }
  }

  /// The nearest code that occurs, for the first code that does not.
  private static func nearest(
    _ reference: NarrativeReference,
    _ context: ReportContext
  ) async throws -> String? {
    let all = try await context.release.rows(of: reference.dataset)
    for part in reference.key {
      let codes = all.codes(of: part.component)
      if !codes.contains(part.code) { return NearestName.of(part.code, among: codes) }
    }
    return nil
  }

  private static func table(
    _ reference: NarrativeReference,
    _ rows: ReleaseRows,
    _ context: ReportContext
  ) throws -> ReportTable {
    let shown = try shown(reference, ["rows", "columns"], rows, context)
    guard let side = shown["rows"] else { throw missing("rows", reference) }
    if rows.hasSeveral(by: shown.values.map(\.id)) {
      throw several(reference, rows, besides: shown.values.map(\.id))
    }
    return CrossReport(
      rows,
      measure: reference.measure,
      side: side.id,
      top: shown["columns"].map { [$0.id] } ?? [],
      words: ReportWords(context.language)
    ).table(caption: nil)
  }

  private static func chart(
    _ reference: NarrativeReference,
    _ rows: ReleaseRows,
    _ context: ReportContext
  ) throws -> ReportChart? {
    let shown = try shown(reference, ["axis", "series"], rows, context)
    guard let axis = shown["axis"] else { throw missing("axis", reference) }
    if rows.hasSeveral(by: shown.values.map(\.id)) {
      throw several(reference, rows, besides: shown.values.map(\.id))
    }
    let word = reference.options["kind"] ?? "bar"
    guard let kind = ViewDefinition.ChartKind(rawValue: word) else {
      throw ProjectDefinitions.referenceOption.at(
        reference.location,
        [
          "option": "kind",
          "valid": .text(ViewDefinition.ChartKind.allCases.map(\.rawValue).joined(separator: ", ")),
        ],
        suggestion: NearestName.of(word, among: ViewDefinition.ChartKind.allCases.map(\.rawValue))
      )
    }
    return CrossReport(
      rows,
      measure: reference.measure,
      side: axis.id,
      top: shown["series"].map { [$0.id] } ?? [],
      words: ReportWords(context.language)
    ).chart(title: nil, kind)
  }

  private static func shown(
    _ reference: NarrativeReference,
    _ options: [String],
    _ rows: ReleaseRows,
    _ context: ReportContext
  ) throws -> [String: Component] {
    var shown: [String: Component] = [:]
    for option in options {
      guard let name = reference.options[option] else { continue }
      shown[option] = try context.release.component(
        name,
        of: rows.dataset,
        at: reference.location
      )
    }
    return shown
  }

  private static func missing(_ option: String, _ reference: NarrativeReference) -> Diagnostic {
    ProjectDefinitions.referenceOption.at(
      reference.location,
      ["option": .text(option), "valid": .text("\(option)=DIMENSION")]
    )
  }

  /// Finds codes that the lists of their components do not have.
  private static func checkCodes(
    _ reference: NarrativeReference,
    _ rows: ReleaseRows
  ) throws(Diagnostic) {
    for part in reference.key {
      guard let list = rows.codelist(of: part.component), list[part.code] == nil else { continue }
      throw ProjectDefinitions.referenceCode.at(
        reference.location,
        ["component": .text(part.component), "list": .text(list.reference.id)],
        suggestion: NearestName.of(part.code, among: list.ids)
      )
    }
  }

  private static func several(
    _ reference: NarrativeReference,
    _ rows: ReleaseRows,
    besides shown: [String]
  ) -> Diagnostic {
    let held = Set(reference.key.map(\.component) + shown)
    let open = rows.dataset.structure.dimensions.map(\.id).filter { id in
      !held.contains(id) && rows.codes(of: id).count > 1
    }
    return ProjectDefinitions.referenceSeveral.at(
      reference.location,
      [
        "dataset": .text(reference.dataset), "rows": .count(rows.count),
        "components": .text(open.joined(separator: ", ")),
      ]
    )
  }
}

extension ReleaseRows {
  /// Whether two rows agree in some components.
  fileprivate func hasSeveral(by components: [String]) -> Bool {
    Set(indices.map { row in components.map { self[row, $0] } }).count < count
  }
}

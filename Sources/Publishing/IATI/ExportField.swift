// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Relation
internal import Structures

/// Where a value of an IATI file comes from: a component of a dataset, translated or not, or one constant.
struct ExportField: Sendable {
  let origin: Origin
  /// Codes of the office and what IATI writes for them; none where the office's codes are IATI's.
  let codes: [String: String]
  let location: Location

  enum Origin: Sendable {
    case component(String)
    case constant(String)
  }

  /// Reads `"COMPONENT"`, `{ component = "…", codes = { … } }` or `{ constant = "…" }`.
  init?(_ key: String, _ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    guard let value = table.value(key) else { return nil }
    location = table.location(of: key)
    guard case .table = value.content else {
      origin = .component(table.string(key))
      codes = [:]
      return
    }
    let read = value.read(collector) { field -> (Origin, [String: String]) in
      if let constant = field.optionalString("constant") { return (.constant(constant), [:]) }
      let codes =
        field.table("codes") { codes in
          Dictionary(
            codes.keys.map { ($0, codes.string($0)) },
            uniquingKeysWith: { first, _ in first }
          )
        } ?? [:]
      return (.component(field.string("component")), codes)
    }
    (origin, codes) = read
  }

  /// The component that it reads; `nil` for a constant.
  var component: String? { if case .component(let name) = origin { name } else { nil } }

  /// The value in a row; empty where there is none, or where the office's code has no counterpart.
  func value(_ rows: TextRows, _ row: Int) -> String {
    switch origin {
    case .constant(let text): return text
    case .component(let name):
      let text = rows[row, name] ?? ""
      return codes.isEmpty ? text : codes[text] ?? ""
    }
  }
}

/// A table of an IATI export: which rows of which dataset, and what of them.
struct ExportTable: Sendable {
  let dataset: String
  /// The identifier of the activity that a row belongs to.
  let activity: String
  let fields: [String: ExportField]
  /// Values to which rows are held.
  let filter: [String: String]
  let location: Location

  /// Reads a table whose further keys are fields.
  init(
    _ table: TOMLTableReader,
    fields names: [String],
    activityKey: String = "activity",
    _ collector: DiagnosticCollector
  ) {
    location = table.location
    dataset = table.string("dataset")
    activity = table.string(activityKey)
    var fields: [String: ExportField] = [:]
    for name in names { fields[name] = ExportField(name, table, collector) }
    self.fields = fields
    filter =
      table.table("where") { filter in
        Dictionary(
          filter.keys.map { ($0, filter.string($0)) },
          uniquingKeysWith: { first, _ in first }
        )
      } ?? [:]
  }

  /// Every component that the table names, with its place.
  var names: [(component: String, location: Location)] {
    [(activity, location)] + filter.keys.sorted().map { ($0, location) }
      + fields.values.compactMap { field in field.component.map { ($0, field.location) } }
  }
}

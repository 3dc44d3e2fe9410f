// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project
internal import Structures
internal import Values

/// The measures of a release, found by direction, group, partner, modality, unit and year.
struct MeasureTable: Sendable {
  let parts: MeasureParts
  let rows: ReleaseRows
  /// The years that occur, ascending.
  let years: [String]
  /// The partners that occur, without the total, in the order of their list.
  let partners: [String]
  private let index: [Key: Int]

  /// What tells a row from others.
  struct Key: Hashable, Sendable {
    var direction: String
    var group: String
    var partner: String
    var modality: String
    var unit: String
    var year: String
  }

  /// Reads the measures of a release.
  ///
  /// - Parameters:
  ///   - parts: which component plays which part.
  ///   - release: the release.
  ///   - partner: the one partner that is read; all of them by default.
  /// - Throws: `project.not-in-release`, `project.not-a-component`, and what the engine refuses.
  init(_ parts: MeasureParts, _ release: ReleaseData, partner: String? = nil) async throws {
    self.parts = parts
    let held = partner.map { [KeyPart(parts.partner, $0)] } ?? []
    rows = try await release.rows(of: parts.dataset, holding: held, at: parts.location)
    let needed = [
      parts.direction, parts.partner, parts.group, parts.modality, parts.unit, parts.period,
      parts.value,
    ]
    for name in needed { _ = try release.component(name, of: rows.dataset, at: parts.location) }
    var index: [Key: Int] = [:]
    for row in rows.indices {
      let key = Key(
        direction: rows[row, parts.direction] ?? "",
        group: rows[row, parts.group] ?? "",
        partner: rows[row, parts.partner] ?? "",
        modality: rows[row, parts.modality] ?? "",
        unit: rows[row, parts.unit] ?? "",
        year: rows[row, parts.period] ?? ""
      )
      index[key] = row
    }
    self.index = index
    years = rows.codes(of: parts.period).sorted()
    partners = rows.codes(of: parts.partner).filter { $0 != parts.total }
  }

  /// The year that a reader chose, else the last one.
  ///
  /// - Throws: `cooperation.no-measures`, `cooperation.no-such-year`.
  func year(chosen: String?, _ release: String) throws -> String {
    guard let last = years.last else {
      throw CooperationDefinitions.noMeasures.at(
        parts.location,
        ["dataset": .text(parts.dataset), "release": .text(release)]
      )
    }
    guard let chosen else { return last }
    if years.contains(chosen) { return chosen }
    throw CooperationDefinitions.noSuchYear.at(
      nil,
      ["years": .text(years.joined(separator: ", "))],
      suggestion: NearestName.of(chosen, among: years)
    )
  }

  /// The row with a key; `nil` where there is none.
  func row(_ key: Key) -> Int? { index[key] }

  /// The key of totals over partners and modalities.
  func total(_ direction: String, _ group: String, _ unit: String, _ year: String) -> Key {
    Key(
      direction: direction,
      group: group,
      partner: parts.total,
      modality: parts.total,
      unit: unit,
      year: year
    )
  }

  /// The number of a row; a reasoned blank where there is none.
  func number(_ key: Key, _ measure: String? = nil) -> BoundNumber {
    let measure = measure ?? parts.value
    if let row = index[key] { return rows.number(row, measure).measured(in: nil) }
    return BoundNumber(
      .blank(.noObservation),
      BoundNumber.Origin(.observation, [reference(key, measure)])
    )
  }

  /// The exact value of a row; `nil` where there is none.
  func value(_ key: Key) -> Decimal? {
    index[key].flatMap { rows[$0, parts.value] }.flatMap { Decimal($0) }
  }

  /// The query of a number that may not be there.
  func reference(_ key: Key, _ measure: String) -> NumberReference {
    let codes = [
      parts.direction: key.direction, parts.group: key.group, parts.partner: key.partner,
      parts.modality: key.modality, parts.unit: key.unit, parts.period: key.year,
    ]
    return NumberReference(
      dataset: parts.dataset,
      key: rows.dataset.structure.dimensions.compactMap { dimension in
        codes[dimension.id].map { KeyPart(dimension.id, $0) }
      },
      measure: measure,
      release: rows.release
    )
  }

  /// The units in which a group is shown: money first, then the units of its quantities that occur.
  func units(of group: MeasureParts.Group) -> [String] {
    let units = rows.codes(of: parts.unit)
    let money = group.hasMoney ? [parts.money] : []
    guard group.hasQuantity else { return money }
    let found = Set(index.keys.lazy.filter { $0.group == group.code }.map(\.unit))
    return money
      + units.filter {
        $0 != parts.money && found.contains($0) && !parts.withoutUnits.contains($0)
      }
  }

  /// The modalities of a group with rows in a unit; the total alone where the dataset has one.
  ///
  /// Quantities of different modalities are added up only where the dataset itself does so.
  func modalities(of group: String, _ unit: String, _ partner: String) -> [String] {
    let found = Set(
      index.keys.lazy.filter { $0.group == group && $0.unit == unit && $0.partner == partner }
        .map(\.modality)
    )
    if found.contains(parts.total) { return [parts.total] }
    return rows.codes(of: parts.modality).filter(found.contains)
  }

  /// The modalities that occur in a group and unit, without the total.
  func singleModalities(of group: String, _ unit: String) -> [String] {
    let found = Set(
      index.keys.lazy.filter { $0.group == group && $0.unit == unit }.map(\.modality)
    )
    return rows.codes(of: parts.modality).filter { $0 != parts.total && found.contains($0) }
  }

  /// Labels for readers.
  func label(_ code: String, of component: String) -> InternationalString {
    rows.label(code, of: component)
  }
}

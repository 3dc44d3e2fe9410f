// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Relation
internal import Structures

/// What the parameters of a `cooperation.measure` step say.
struct Measurement: Sendable {
  let structure: DataStructureDefinition
  /// The dimensions of the output, and the components of the input that they are.
  let keys: [Key]
  /// Columns of money that every component of a group in money has to state, and the unit of each.
  let money: [Unit]
  /// Columns of money that count where they are stated: international dollars, constant prices.
  let otherMoney: [Unit]
  /// Columns of quantities with a unit of their own, such as person-hours.
  let quantities: [Unit]
  /// What the groups of the office's list are measured in.
  let groups: [RuleSettings.GroupMeaning: [String]]
  let totals: [String: String]
  /// The unit of quantities that do not say theirs.
  let unknownUnit: String
  /// The owners whose resources are the country's own; `nil` where components count whole.
  let own: [String]?
  let funds: [FundFlow: [String]]
  let location: Location

  /// A dimension of the output.
  struct Key: Sendable {
    let output: String
    let input: String
  }

  /// A column of the input and the code of its unit.
  struct Unit: Sendable {
    let column: String
    let code: String
    let location: Location
  }

  /// What a component is to the fund that it names.
  enum FundFlow: String, CaseIterable, Sendable {
    /// What the fund was given.
    case contribution
    /// What the fund gave on.
    case disbursement
  }

  /// The columns that the step computes.
  static let unit = "UNIT_MEASURE"
  static let value = "VALUE"
  static let activities = "ACTIVITIES"
  static let incomplete = "INCOMPLETE"

  init(_ preparation: StepPreparation) throws {
    let collector = preparation.collector
    let read = try preparation.parameters { table in
      (
        structure: try preparation.catalogue.structure(
          id: table.string("structure"),
          at: table.location(of: "structure")
        ),
        keys: table.table("keys") { keys in
          keys.keys.map { Key(output: $0, input: keys.string($0)) }
        } ?? [],
        money: Self.units("money", table), other: Self.units("other_money", table),
        quantities: Self.units("quantities", table),
        groups: table.meanings("groups", collector) as [RuleSettings.GroupMeaning: [String]],
        totals: table.table("totals") { totals in totals.keys.map { ($0, totals.string($0)) } }
          ?? [],
        unknownUnit: table.optionalString("without_unit"),
        own: table.value("own") == nil ? nil : table.strings("own"),
        funds: table.meanings("funds", collector) as [FundFlow: [String]]
      )
    }
    structure = read.structure
    (keys, money, otherMoney, quantities) = (read.keys, read.money, read.other, read.quantities)
    (groups, funds, own) = (read.groups, read.funds, read.own)
    totals = Dictionary(read.totals, uniquingKeysWith: { first, _ in first })
    unknownUnit = read.unknownUnit ?? "_U"
    location = preparation.definition.location
    try MeasurementCheck(self, preparation.inputs, collector).report()
    OwnResources.check(own, preparation)
    try collector.throwIfErrors()
  }

  private static func units(_ key: String, _ table: TOMLTableReader) -> [Unit] {
    table.table(key) { units in
      units.keys.map {
        Unit(column: $0, code: units.string($0), location: units.location(of: $0))
      }
    } ?? []
  }

  /// Where the rows behind an output row are found.
  var lineage: [LineageKey] {
    keys.map { LineageKey(output: $0.output, input: $0.input, total: totals[$0.output]) }
  }
}

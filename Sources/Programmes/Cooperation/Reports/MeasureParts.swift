// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

/// Which dataset of a release holds the measures of cooperation, and which component plays which part.
///
/// The names of components are conventions that an office may replace; directions and groups are codes of its
/// own lists, and only the settings of the report say what they stand for.
struct MeasureParts: Sendable {
  let dataset: String
  let direction: String
  let partner: String
  let group: String
  let modality: String
  let unit: String
  let period: String
  let value: String
  /// How many activities stand behind a row; `nil` where the dataset does not say.
  let activities: String?
  /// How much lacks what the sum needs; `nil` where the dataset does not say.
  let incomplete: String?
  /// The codes that stand for all partners and all modalities.
  let total: String
  let provided: String
  let received: String
  /// The groups in the order of the settings.
  let groups: [Group]
  /// The unit of money.
  let money: String
  /// Units that a report leaves out, such as another currency in which the same things are valued.
  let withoutUnits: Set<String>
  /// Where the table of parameters stands.
  let location: Location

  /// A group of modalities and what its rows hold.
  struct Group: Sendable, Hashable {
    let code: String
    let meaning: RuleSettings.GroupMeaning

    /// Whether rows in money are shown.
    var hasMoney: Bool { meaning != .quantity }
    /// Whether rows in units of their own are shown.
    var hasQuantity: Bool { meaning != .money }
  }

  /// Both directions, what was given first.
  var directions: [String] { [provided, received] }

  init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    location = table.location
    dataset = table.optionalString("measures") ?? "measures"
    let names = table.table("components") { parts in
      Dictionary(
        MeasureParts.conventions.map { part, convention in
          (part, parts.optionalString(part) ?? convention)
        },
        uniquingKeysWith: { first, _ in first }
      )
    }
    let part = { (name: String) in names?[name] ?? MeasureParts.conventions[name] ?? name }
    direction = part("direction")
    partner = part("partner")
    group = part("group")
    modality = part("modality")
    unit = part("unit")
    period = part("period")
    value = part("value")
    activities = part("activities")
    incomplete = part("incomplete")
    total = table.optionalString("total") ?? "_T"
    let directions = table.table("directions") {
      (provided: $0.string("provided"), received: $0.string("received"))
    }
    provided = directions?.provided ?? ""
    received = directions?.received ?? ""
    groups =
      table.table("groups") { groups in
        groups.keys.compactMap { code in
          (groups.choice(code, collector) as RuleSettings.GroupMeaning?)
            .map { Group(code: code, meaning: $0) }
        }
      } ?? []
    money = table.optionalString("money") ?? "USD"
    withoutUnits = Set(table.strings("without_units"))
    for (key, isThere) in [("directions", directions != nil), ("groups", !groups.isEmpty)]
    where !isThere {
      collector.report(
        CooperationDefinitions.reportNeeds.at(table.location, ["key": .text("parameters.\(key)")])
      )
    }
  }

  private static let conventions = [
    "direction": "DIRECTION", "partner": "PARTNER", "group": "MODALITY_GROUP",
    "modality": "MODALITY", "unit": "UNIT_MEASURE", "period": "TIME_PERIOD", "value": "VALUE",
    "activities": "ACTIVITIES", "incomplete": "INCOMPLETE",
  ]
}

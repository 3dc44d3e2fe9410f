// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Relation
internal import Structures

/// What the parameters of a `cooperation.contribution` step say.
struct Contribution: Sendable {
  let structure: DataStructureDefinition
  /// The components that take the series and the value.
  let seriesComponent: String
  let valueComponent: String
  let keys: [LineageKey]
  let constants: [String: String]
  /// The code of each series, as the office writes it.
  let series: [ContributionSeries: String]
  /// What the modalities of the office's list are to the indicator.
  let modalities: [Nature: [String]]
  /// The grant element from which a loan is concessional, in percent.
  let concessionalFrom: Expression
  /// The power of ten by which the value is divided.
  let multiplier: Int
  /// The owners whose resources are the country's own; `nil` where components count whole.
  let own: [String]?

  /// What a modality is to the indicator.
  enum Nature: String, CaseIterable, Sendable {
    /// A transfer in cash or in kind without a debt.
    case grant
    /// A transfer with a debt.
    case loan
    /// Not a part of the indicator.
    case none
  }

  init(_ preparation: StepPreparation) throws {
    let (input, collector) = (preparation.inputs[0], preparation.collector)
    let read = try preparation.parameters { table in
      (
        structure: try preparation.catalogue.structure(
          id: table.string("structure"),
          at: table.location(of: "structure")
        ),
        names: (table.optionalString("series_component"), table.optionalString("value_component")),
        keys: table.table("keys") { keys in keys.keys.map { ($0, keys.string($0)) } } ?? [],
        constants: table.table("constants") { constants in
          constants.keys.map { ($0, constants.string($0)) }
        } ?? [],
        series: table.table("series") { series in
          ContributionSeries.allCases.map { ($0, series.string($0.rawValue)) }
        } ?? [],
        modalities: table.table("modalities") { modalities in
          modalities.keys.map { ($0, modalities.choice($0, collector) as Nature?) }
        } ?? [],
        from: table.optionalInteger("concessional_from") ?? 35,
        multiplier: table.optionalInteger("unit_multiplier") ?? 6,
        own: table.value("own") == nil ? nil : table.strings("own")
      )
    }
    structure = read.structure
    (seriesComponent, valueComponent) = (read.names.0 ?? "SERIES", read.names.1 ?? "OBS_VALUE")
    keys = read.keys.map { LineageKey(output: $0.0, input: $0.1) }
    constants = Dictionary(read.constants, uniquingKeysWith: { first, _ in first })
    series = Dictionary(read.series, uniquingKeysWith: { first, _ in first })
    modalities = Dictionary(grouping: read.modalities) { $0.1 ?? .none }.mapValues { $0.map(\.0) }
    concessionalFrom = .literal(.decimal(unscaled: Int128(read.from), precision: 3, scale: 0))
    multiplier = min(max(0, read.multiplier), 9)
    own = read.own
    OwnResources.check(own, preparation)
    try check(input, preparation, multiplier: read.multiplier, from: read.from)
  }

  private func check(
    _ input: DataStructureDefinition,
    _ preparation: StepPreparation,
    multiplier: Int,
    from: Int
  ) throws {
    let (location, collector) = (preparation.definition.location, preparation.collector)
    for id in ["MODALITY", "USD", "GRANT_ELEMENT"] {
      let kind: Register.Kind = id == "MODALITY" ? .text : .decimal
      guard !(input[id].map { kind.allows($0.representation.columnType) } ?? false) else {
        continue
      }
      collector.report(
        CooperationDefinitions.registerColumn.at(
          location,
          [
            "column": .text(id), "structure": .text(input.reference.id),
            "kind": .text(kind.rawValue),
          ]
        )
      )
    }
    let given = [seriesComponent, valueComponent] + keys.map(\.output) + Array(constants.keys)
    let names = structure.components.map(\.id)
    for id in given.sorted() where structure[id] == nil {
      collector.report(
        noOrigin(id, structure, location, suggestion: NearestName.of(id, among: names))
      )
    }
    for key in keys where input[key.input] == nil {
      let near = NearestName.of(key.input, among: input.components.map(\.id))
      collector.report(noOrigin(key.input, input, location, suggestion: near))
    }
    for component in structure.components where !given.contains(component.id) {
      guard component.isMandatory || component.role == .measure else { continue }
      collector.report(noOrigin(component.id, structure, location))
    }
    if !(0...9).contains(multiplier) || !(0...100).contains(from) {
      collector.report(CooperationDefinitions.contributionBounds.at(location))
    }
    try tellUnsaid(input, preparation)
    try collector.throwIfErrors()
  }

  /// Every modality of the office's list has to be said; codes come from the list, never from a record.
  private func tellUnsaid(
    _ input: DataStructureDefinition,
    _ preparation: StepPreparation
  ) throws {
    guard let modality = input["MODALITY"],
      let list = try preparation.catalogue.codelist(of: modality)
    else { return }
    let said = Set(modalities.values.joined())
    let unsaid = list.ids.filter { !said.contains($0) }
    guard !unsaid.isEmpty else { return }
    preparation.collector.report(
      CooperationDefinitions.modalityUnsaid.at(
        preparation.definition.location,
        ["codes": .text(unsaid.prefix(20).joined(separator: ", "))]
      )
    )
  }

  private func noOrigin(
    _ id: String,
    _ structure: DataStructureDefinition,
    _ location: Location,
    suggestion: String? = nil
  ) -> Diagnostic {
    CooperationDefinitions.noOrigin.at(
      location,
      ["component": .text(id), "structure": .text(structure.reference.id)],
      suggestion: suggestion
    )
  }
}

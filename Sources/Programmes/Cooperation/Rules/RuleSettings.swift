// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Structures
internal import Values

/// What the parameters of a `cooperation.check` step say.
///
/// The lists of an office are data: each code is mapped to one of the few meanings that the rules know.
struct RuleSettings: Sendable {
  let structure: DataStructureDefinition
  /// The register that each input holds, in the order of the inputs.
  let registers: [Register?]
  let roles: [Role: [String]]
  let types: [ActivityType: [String]]
  let groups: [GroupMeaning: [String]]
  let flows: [LoanFlow: [String]]
  /// The code of the countries of the South in the register of country groups.
  let developing: String
  /// The last day on which something can have happened; `nil` where the step states none.
  let asOf: CalendarDate?
  /// Rules that the office does not apply, by number.
  let without: Set<String>

  /// What a partner does in an activity.
  enum Role: String, CaseIterable, Sendable {
    case provider, recipient, both, other
  }

  /// What kind of cooperation an activity is.
  enum ActivityType: String, CaseIterable, Sendable {
    case bilateral, triangular, other
  }

  /// What a component of a group must state.
  enum GroupMeaning: String, CaseIterable, Sendable {
    case money
    case moneyAndQuantity = "money-and-quantity"
    case quantity
  }

  /// What a movement of a loan is.
  enum LoanFlow: String, CaseIterable, Sendable {
    case commitment, draw, principal, forgiveness, other
  }

  init(_ preparation: StepPreparation) throws {
    let collector = preparation.collector
    let read = try preparation.parameters { table in
      (
        structure: try preparation.catalogue.structure(
          id: table.string("structure"),
          at: table.location(of: "structure")
        ),
        registers: table.table("registers") { registers in
          registers.keys.map { key in
            (key, registers.choice(key, collector) as Register?, registers.location(of: key))
          }
        } ?? [],
        roles: table.meanings("roles", collector) as [Role: [String]],
        types: table.meanings("types", collector) as [ActivityType: [String]],
        groups: table.meanings("groups", collector) as [GroupMeaning: [String]],
        flows: table.meanings("flows", collector) as [LoanFlow: [String]],
        developing: table.optionalString("developing"),
        asOf: (text: table.optionalString("as_of"), place: table.location(of: "as_of")),
        without: (
          names: table.value("without") == nil ? [] : table.strings("without"),
          place: table.location(of: "without")
        )
      )
    }
    structure = read.structure
    let inputs = preparation.definition.inputs
    for (name, _, place) in read.registers where !inputs.contains(name) {
      collector.report(
        CooperationDefinitions.notAnInput.at(
          place,
          ["name": .text(name)],
          suggestion: NearestName.of(name, among: inputs)
        )
      )
    }
    registers = inputs.map { input in
      read.registers.first { $0.0 == input }.map(\.1) ?? Register(rawValue: input)
    }
    (roles, types, groups, flows) = (read.roles, read.types, read.groups, read.flows)
    developing = read.developing ?? "DEVELOPING"
    asOf = read.asOf.text.flatMap { CalendarDate($0) }
    if let text = read.asOf.text, asOf == nil {
      collector.report(
        CooperationDefinitions.badDay.at(read.asOf.place, ["text": .text(text)])
      )
    }
    without = Set(read.without.names)
    let numbers = Set(RegisterRule.all.map(\.number)).sorted()
    for name in read.without.names where !numbers.contains(name) {
      collector.report(
        CooperationDefinitions.unknownRule.at(
          read.without.place,
          ["name": .text(name), "rules": .text(numbers.joined(separator: ", "))],
          suggestion: NearestName.of(name, among: numbers)
        )
      )
    }
    try check(preparation)
  }

  /// The columns of the registers and of the findings.
  private func check(_ preparation: StepPreparation) throws {
    let (collector, location) = (preparation.collector, preparation.definition.location)
    for (input, (name, register)) in zip(
      preparation.inputs,
      zip(preparation.definition.inputs, registers)
    ) {
      guard let register else {
        collector.report(
          CooperationDefinitions.unknownRegister.at(
            location,
            [
              "name": .text(name),
              "registers": .text(Register.allCases.map(\.rawValue).joined(separator: ", ")),
            ],
            suggestion: NearestName.of(name, among: Register.allCases.map(\.rawValue))
          )
        )
        continue
      }
      RuleSettings.check(input, register, location, collector)
    }
    for id in FindingColumns.ids where structure[id]?.representation.columnType == nil {
      collector.report(
        CooperationDefinitions.findingColumn.at(
          location,
          ["column": .text(id), "structure": .text(structure.reference.id)]
        )
      )
    }
    try collector.throwIfErrors()
  }

  /// Columns that the rules read must be of a kind that they can work with; they may be absent.
  private static func check(
    _ structure: DataStructureDefinition,
    _ register: Register,
    _ location: Location,
    _ collector: DiagnosticCollector
  ) {
    let needed = Set(RegisterRule.all.flatMap { $0.needs[register] ?? [] } + [register.record])
    for id in needed.sorted() {
      guard let type = structure[id]?.representation.columnType else {
        if id == register.record {
          collector.report(
            CooperationDefinitions.registerColumn.at(
              location,
              ["column": .text(id), "structure": .text(structure.reference.id), "kind": "text"]
            )
          )
        }
        continue
      }
      let kind = Register.kind(of: id)
      guard !kind.allows(type) else { continue }
      collector.report(
        CooperationDefinitions.registerColumn.at(
          location,
          [
            "column": .text(id), "structure": .text(structure.reference.id),
            "kind": .text(kind.rawValue),
          ]
        )
      )
    }
  }
}

/// The components that the structure of the findings has.
enum FindingColumns {
  /// Its dimensions RULE, REGISTER, RECORD, FIELD and CODE; how the record is treated; its first line.
  static let ids: [String] = ["RULE", "REGISTER", "RECORD", "FIELD", "CODE", "OUTCOME", "LINE"]
}

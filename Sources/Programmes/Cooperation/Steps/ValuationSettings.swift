// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Structures

/// What the parameters of a `cooperation.value` step say.
///
/// The methods of an office's list are data: each is mapped to one of a few ways of computing, and no
/// code of a list is known to the program.
struct ValuationSettings: Sendable {
  let structure: DataStructureDefinition
  let methods: [String: Computation]
  /// The codes of the list of methods for which the step states no computation, for messages.
  let unsaid: String
  let discount: DiscountRate
  /// How loans are paid back whose records do not say it.
  let repayment: RepaymentType
  /// How loans are paid back, by the codes of the office's list in REPAYMENT.
  let repayments: [String: RepaymentType]

  /// The ways in which a component can be valued.
  enum Computation: String, CaseIterable, Sendable {
    /// The amount of the record: actual cost, an invoice, the face of a loan.
    case amount
    /// Hours of persons times their pay.
    case personEffort = "person-effort"
    /// A percentage of the amount: works certified in a year, the part of one owner.
    case share
    /// Goods at their price, written off over their life, with freight and insurance.
    case goods
    /// Fees of a course by its months, stipends by the months that students were there, fares.
    case scholarship
    /// Counted in its own unit only.
    case notValued = "not-valued"
  }

  /// The components that the step computes.
  static let computed = ["VALUE", "USD", "PERSON_HOURS", "GRANT_ELEMENT"]

  init(_ preparation: StepPreparation) throws {
    let collector = preparation.collector
    let read = try preparation.parameters { table in
      (
        structure: try preparation.catalogue.structure(
          id: table.string("structure"),
          at: table.location(of: "structure")
        ),
        methods: table.table("methods") { methods in
          methods.keys.map { ($0, methods.choice($0, collector) as Computation?) }
        } ?? [],
        discount: try DiscountRate(
          percent: table.optionalDouble("discount_rate") ?? 5,
          table.choice("discount_convention", collector) ?? .nominal
        ),
        repayment: RepaymentType(
          creditorReportingCode: table.optionalInteger("repayment_type") ?? 1
        ),
        repayments: table.meanings("repayments", collector) as [RepaymentType: [String]]
      )
    }
    structure = read.structure
    discount = read.discount
    repayment = read.repayment
    repayments = Dictionary(
      read.repayments.flatMap { type, codes in codes.map { ($0, type) } },
      uniquingKeysWith: { first, _ in first }
    )
    methods = Dictionary(
      read.methods.compactMap { name, computation in computation.map { (name, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
    unsaid = try ValuationSettings.unsaid(preparation, besides: methods.keys)
    check(preparation.inputs[0], preparation.definition.location, collector)
    try collector.throwIfErrors()
  }

  /// Codes come from the structure, never from a record, so that they may be told.
  private static func unsaid(
    _ preparation: StepPreparation,
    besides said: some Collection<String>
  ) throws -> String {
    guard let method = preparation.inputs[0]["METHOD"],
      let list = try preparation.catalogue.codelist(of: method)
    else { return "-" }
    let codes = list.ids.filter { !said.contains($0) }
    return codes.isEmpty ? "-" : codes.prefix(20).joined(separator: ", ")
  }

  private func check(
    _ input: DataStructureDefinition,
    _ location: Location,
    _ collector: DiagnosticCollector
  ) {
    if input["METHOD"] == nil { collector.report(noOrigin("METHOD", input, location)) }
    for component in structure.components {
      if ValuationSettings.computed.contains(component.id) {
        if case .decimal = component.representation { continue }
      } else if let taken = input[component.id],
        taken.representation.columnType == component.representation.columnType
      {
        continue
      }
      collector.report(noOrigin(component.id, structure, location))
    }
  }

  private func noOrigin(
    _ component: String,
    _ structure: DataStructureDefinition,
    _ location: Location
  ) -> Diagnostic {
    CooperationDefinitions.noOrigin.at(
      location,
      ["component": .text(component), "structure": .text(structure.reference.id)]
    )
  }
}

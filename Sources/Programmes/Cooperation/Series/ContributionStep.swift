// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Project
internal import Relation
internal import Structures

/// The step that says what a country's cooperation contributes to indicator 17.3.1 of the SDGs.
public enum ContributionStep {
  /// `cooperation.contribution`: valuations as the series of the indicator.
  ///
  /// - Input: one row = one component, with MODALITY, USD and GRANT_ELEMENT in percent; where REPORTED says
  ///   it, only valuations that are reported. A second input may say which owners paid a component, and the
  ///   country contributes its own part.
  /// - Output: one row = one series and one combination of the keys; the value in millions of dollars, or
  ///   whatever the multiplier says.
  /// - Method: a grant, in cash or in kind, counts in the series of grants; a loan in that of concessional
  ///   loans where its grant element is 35 percent or more, discounted at 5 percent a year, else in that of
  ///   the other official loans. What is counted in its own units only stands in no series.
  /// - Source: SDG indicator metadata 17.3.1, parts (a) to (c); the series are those of the codelist
  ///   IAEG-SDGs:CL_SERIES, or of an office's own list.
  public static let kind: StepKind = StepKind(
    "cooperation.contribution",
    version: 2,
    summary: Message(
      "step.cooperation.contribution",
      en: "gives the country's contribution to SDG indicator 17.3.1",
      fr: "donne la contribution du pays à l'indicateur 17.3.1 des ODD"
    ),
    inputs: 1...2
  ) { preparation in
    let contribution = try Contribution(preparation)
    return PreparedStep(
      outputs: [
        StepOutput(
          contribution.structure,
          lineage: [.rows(input: 0, matching: contribution.keys)]
        )
      ]
    ) { context in
      let components = try await contribution.components(context)
      try await contribution.tellLeftOut(components, context)
      return [try contribution.plan(components)]
    }
  }
}

/// A series of the indicator.
enum ContributionSeries: String, CaseIterable, Sendable {
  /// Official grants for sustainable development.
  case grants
  /// Official concessional loans.
  case concessional
  /// Official loans that are not concessional.
  case otherLoans = "other-loans"
}

extension Contribution {
  /// The series of the components that are in one.
  private func classified(_ input: Plan) throws(Diagnostic) -> Plan {
    let isGrant = Expression.column("MODALITY", isAny: modalities[.grant] ?? [])
    let isLoan = Expression.column("MODALITY", isAny: modalities[.loan] ?? [])
    let isSoft = Expression.column("GRANT_ELEMENT") >= concessionalFrom
    let name = { (kind: ContributionSeries) in
      Expression.literal(.string(series[kind] ?? kind.rawValue))
    }
    let choice = Expression.choice([
      (condition: isGrant, value: name(.grants)),
      (condition: isLoan && isSoft, value: name(.concessional)),
      (condition: isLoan && !isSoft, value: name(.otherLoans)),
    ])
    return try input.adding([NamedExpression("_series", choice)])
  }

  /// The sums of the series.
  func plan(_ input: Plan) throws(Diagnostic) -> Plan {
    let smallest = Expression.literal(
      .decimal(unscaled: 1, precision: max(1, multiplier), scale: multiplier)
    )
    let millions =
      Expression.column("USD").cast(to: .decimal(precision: 24, scale: 2)) * smallest
    let counted = try classified(input)
      .filter(Expression.column("_series").isNotNull && Expression.column("USD").isNotNull)
      .adding([NamedExpression("_value", millions)])
      .aggregate(
        by: ["_series"] + keys.map(\.input),
        [NamedAggregate("_sum", .sum(.column("_value")))]
      )
    return try counted.project(
      structure.components.map { component in
        let type = component.representation.columnType
        if component.id == seriesComponent {
          return NamedExpression(component.id, .column("_series"))
        }
        if component.id == valueComponent {
          return NamedExpression(component.id, Expression.column("_sum").cast(to: type))
        }
        if let key = keys.first(where: { $0.output == component.id }) {
          return NamedExpression(component.id, .column(key.input))
        }
        let constant = constants[component.id].map { Expression.literal(.string($0)) }
        let value = type == .string ? constant : constant?.cast(to: type)
        return NamedExpression(component.id, value ?? .literal(.null(type)))
      }
    )
  }

  /// The reported components with what the country itself paid.
  func components(_ context: StepContext) async throws -> Plan {
    var components = context.inputs[0].plan
    if components.schema["REPORTED"] != nil {
      components = try components.filter(.call(.coalesce, .column("REPORTED"), .literal(false)))
    }
    return try await OwnResources(own: own, money: ["USD"]).applied(to: components, context)
  }

  /// Says what a reader of the series has to know is not in them.
  func tellLeftOut(_ components: Plan, _ context: StepContext) async throws {
    let rows = try classified(components)
    let isLoan = Expression.column("MODALITY", isAny: modalities[.loan] ?? [])
    let isGrant = Expression.column("MODALITY", isAny: modalities[.grant] ?? [])
    let counts = try rows.aggregate(
      by: [],
      [
        NamedAggregate("terms", .count(where: isLoan && .column("_series").isNull)),
        NamedAggregate(
          "blank",
          .count(where: (isLoan || isGrant) && Expression.column("USD").isNull)
        ),
      ]
    )
    for try await batch in try await context.session.rows(of: counts) where batch.rowCount > 0 {
      let found = [
        ("terms", CooperationDefinitions.loansWithoutTerms),
        ("blank", CooperationDefinitions.contributionBlank),
      ]
      for (column, definition) in found {
        let count = Int(try batch[column]?.integer(at: 0) ?? 0)
        if count > 0 { context.collector.report(definition.at(nil, ["rows": .count(count)])) }
      }
    }
  }
}

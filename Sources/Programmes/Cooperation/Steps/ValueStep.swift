// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Relation
internal import Structures

/// The step that values the components of a register.
public enum ValueStep {
  /// `cooperation.value`: each component by the method that its record names.
  ///
  /// - Input: one row = one component, with METHOD and what the methods read: AMOUNT, RATE, PERSONS,
  ///   HOURS, PAY, PAY_HOURS, INTEREST, MATURITY, GRACE, PAYMENTS, PERCENT, QUANTITY, UNIT_COST, AGE,
  ///   LIFE, FREIGHT, INSURANCE, MONTHS, COURSE_MONTHS, STUDENT_MONTHS, TUITION, STIPEND, FARE; a column
  ///   may be absent. A second input may hold the payments that were agreed for loans: one row = one
  ///   COMPONENT and PERIOD, counted from one, with AMOUNT.
  /// - Output: one row = one component by one method: VALUE in the currency of the record, USD,
  ///   PERSON_HOURS, GRANT_ELEMENT in percent; other components are taken over from the input.
  /// - Method: amounts as they are, or a percentage of them; person-effort = persons · hours · pay ÷ hours
  ///   of the pay; goods as ``GoodsCost``; scholarships as ``ScholarshipCost``; dollars =
  ///   value ÷ rate, rounded once from the exact fraction; grant element as ``GrantElement``. What is
  ///   missing leaves a blank, never a zero.
  public static let kind: StepKind = StepKind(
    "cooperation.value",
    version: 3,
    summary: Message(
      "step.cooperation.value",
      en: "values components of cooperation by their methods",
      fr: "valorise les composantes de coopération selon leurs méthodes"
    ),
    inputs: 1...2
  ) { preparation in
    let settings = try ValuationSettings(preparation)
    let input = preparation.inputs[0]
    let structure = settings.structure
    let assured = structure.components(assuredBy: input, computed: ValuationSettings.computed)
    let codes = try preparation.catalogue.codes(of: structure, assured)
    let keys = structure.dimensions.map(\.id).filter { input[$0] != nil }
    return PreparedStep(
      outputs: [
        StepOutput(
          structure,
          lineage: [.rows(input: 0, matching: keys)],
          isOrdered: true,
          assured: assured,
          keepsKeys: Set(keys) == Set(input.dimensions.map(\.id))
            && keys.count == structure.dimensions.count
        )
      ]
    ) { context in
      let dataset = context.inputs[0]
      // The line of a record goes along, to say where a problem stands.
      let read = ComponentKernel.read + structure.components.map(\.id) + ["_line"]
      let plan = try dataset.plan.select(dataset.plan.schema.names.filter { read.contains($0) })
      let table = context.tablePrefix + "valuations"
      let place = context.places[0]
      let schedules = try await PaymentSchedules(context)
      let valuations = try await context.session.transform(
        plan,
        into: table,
        schema: structure.schema,
        codes: codes,
        context.collector
      ) { batch, found in
        try ComponentKernel(settings, schedules, place, found).value(batch)
      }
      return [valuations]
    }
  }
}

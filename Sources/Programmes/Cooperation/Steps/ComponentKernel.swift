// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Conversion
internal import Diagnostics
internal import Structures
internal import Values

/// Values the rows of a batch: exact decimals in, exact decimals out.
struct ComponentKernel {
  private let settings: ValuationSettings
  private let schedules: PaymentSchedules
  private let place: String
  private let collector: DiagnosticCollector

  /// The components that methods read, each of which may be absent.
  static let read =
    ComponentColumns.Name.allCases.map(\.component) + ["COMPONENT", "METHOD", "REPAYMENT"]

  init(
    _ settings: ValuationSettings,
    _ schedules: PaymentSchedules,
    _ place: String,
    _ collector: DiagnosticCollector
  ) {
    self.settings = settings
    self.schedules = schedules
    self.place = place
    self.collector = collector
  }

  /// The valuations of a batch of components, with the columns of the output in order.
  func value(_ batch: RecordBatch) throws -> RecordBatch {
    let rows = try ComponentColumns(batch)
    let loans = try LoanColumns(batch, settings, schedules)
    var results = ValuationResults(settings.structure, count: batch.rowCount)
    try batch["METHOD"]?.withStrings { methods, validity in
      let known = KnownMethods(settings)
      for row in 0..<batch.rowCount {
        do {
          let method =
            validity.isValid(row) ? methods[row] : UnsafeBufferPointer(start: nil, count: 0)
          let computation = try known.computation(method)
          var found = try value(row, computation, rows, results.scales)
          do { found.grantElement = try loans.grantElement(row, rows) } catch let problem
            as Diagnostic
          {
            // A loan whose repayment nobody knows still has its value.
            try tell(problem, batch, row)
          }
          try results.set(row, found)
        } catch let problem as Diagnostic {
          // The record stays, with blanks where it cannot be valued.
          try tell(problem, batch, row)
        }
      }
    }
    return try RecordBatch(
      settings.structure.components.compactMap { component in
        results.column(component.id) ?? batch[component.id]
      }
    )
  }

  private func tell(_ problem: Diagnostic, _ batch: RecordBatch, _ row: Int) throws {
    let line = try batch["_line"]?.integer(at: row).map { Int($0) }
    collector.report(problem, row: Location(place, line: line))
  }

  private func value(
    _ row: Int,
    _ computation: ValuationSettings.Computation,
    _ rows: ComponentColumns,
    _ scales: ValuationResults.Scales
  ) throws -> ComponentValue {
    var result = ComponentValue()
    if scales.hasPersonHours { result.personHours = try rows.effort(row)?.hours() }
    guard let cost = try cost(row, computation, rows) else { return result }
    if let scale = scales.value { result.value = try cost.value(scale: scale) }
    result.dollars = try rows.rate(row).map { rate throws(Diagnostic) in
      try cost.value(in: rate, scale: scales.dollars)
    }
    return result
  }

  /// What the component cost, before any rounding; `nil` where its record does not say enough.
  private func cost(
    _ row: Int,
    _ computation: ValuationSettings.Computation,
    _ rows: ComponentColumns
  ) throws -> ExactCost? {
    switch computation {
    case .notValued: return nil
    case .amount: return rows[.amount, row].map { ExactCost($0) }
    case .share: return try rows.share(row)
    case .goods: return try rows.goods(row)?.cost()
    case .scholarship: return try rows.scholarship(row)?.cost()
    case .personEffort:
      guard let effort = try rows.effort(row), let pay = try rows.pay(row) else { return nil }
      return try effort.cost(at: pay)
    }
  }
}

/// What was found for one component; blanks where nothing could be.
struct ComponentValue {
  var value: Decimal?
  var dollars: Decimal?
  var personHours: Decimal?
  var grantElement: Decimal?
}

/// How each method of the office's list is computed, found by the bytes of its code.
struct KnownMethods {
  private let methods:
    [(short: ShortText?, code: [UInt8], computation: ValuationSettings.Computation)]
  /// The codes of the list that the step does not say how to compute.
  private let unsaid: String

  init(_ settings: ValuationSettings) {
    methods = settings.methods.map { method, computation in
      let code = Array(method.utf8)
      return (code.withUnsafeBufferPointer { ShortText($0) }, code, computation)
    }
    unsaid = settings.unsaid
  }

  func computation(
    _ code: UnsafeBufferPointer<UInt8>
  ) throws(Diagnostic) -> ValuationSettings.Computation {
    let short = ShortText(code)
    for method in methods {
      let isSame = short == nil ? method.code.elementsEqual(code) : method.short == short
      if isSame { return method.computation }
    }
    throw CooperationDefinitions.unknownMethod.at(nil, ["codes": .text(unsaid)])
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Conversion
internal import Diagnostics
internal import Structures
internal import Values

/// Values the rows of a batch: exact decimals in, exact decimals out.
struct ComponentKernel: Sendable {
  private let settings: ValuationSettings
  private let dataset: String
  private let collector: DiagnosticCollector

  init(_ settings: ValuationSettings, dataset: String, _ collector: DiagnosticCollector) {
    self.settings = settings
    self.dataset = dataset
    self.collector = collector
  }

  /// The valuations of a batch of components, with the columns of the output in order.
  func value(_ batch: RecordBatch) throws -> RecordBatch {
    let rows = ComponentColumns(batch)
    let results = ValuationBuilders(settings.structure)
    for row in 0..<batch.rowCount {
      let result: ComponentValue
      do {
        result = try value(row, rows, results)
      } catch let problem as Diagnostic {
        // The record stays, with blanks where it cannot be valued.
        collector.report(problem, rows: 1, first: Location(dataset))
        result = ComponentValue()
      }
      try results.append(result)
    }
    let columns = settings.structure.components.compactMap { component in
      results.finish(component.id) ?? batch[component.id]
    }
    return try RecordBatch(columns)
  }

  private func value(
    _ row: Int,
    _ rows: ComponentColumns,
    _ results: ValuationBuilders
  ) throws -> ComponentValue {
    let method = try rows.method(row)
    guard let computation = settings.methods[method] else {
      throw CooperationDefinitions.unknownMethod.at(nil, ["codes": .text(settings.unsaid)])
    }
    var result = ComponentValue()
    result.grantElement = try grantElement(row, rows)
    let effort = try rows.effort(row)
    result.personHours = try effort?.hours()
    switch computation {
    case .notValued: break
    case .amount:
      guard let amount = try rows.decimal(.amount, row) else { break }
      result.value = amount
      result.dollars = try rows.rate(row)?.reference(of: amount, scale: results.dollarScale)
    case .personEffort:
      guard let effort, let pay = try rows.pay(row) else { break }
      result.value = try effort.value(at: pay, scale: results.valueScale)
      if let rate = try rows.rate(row) {
        result.dollars = try effort.value(at: pay, in: rate, scale: results.dollarScale)
      }
    }
    return result
  }

  private func grantElement(_ row: Int, _ rows: ComponentColumns) throws -> Decimal? {
    guard let terms = try rows.terms(row, settings.repayment) else { return nil }
    return Decimal(shortest: try GrantElement(terms, at: settings.discount).percent)
  }
}

/// What was found for one component; blanks where nothing could be.
struct ComponentValue {
  var value: Decimal?
  var dollars: Decimal?
  var personHours: Decimal?
  var grantElement: Decimal?
}

/// The columns that methods read, each of which may be absent.
struct ComponentColumns {
  private let methods: Column?
  private let persons: Column?
  private let columns: [Name: Column]

  /// The decimal columns, found once a batch.
  enum Name: String, CaseIterable {
    case amount = "AMOUNT"
    case rate = "RATE"
    case hours = "HOURS"
    case pay = "PAY"
    case payHours = "PAY_HOURS"
    case interest = "INTEREST"
    case maturity = "MATURITY"
    case grace = "GRACE"
    case payments = "PAYMENTS"
  }

  init(_ batch: RecordBatch) {
    methods = batch["METHOD"]
    persons = batch["PERSONS"]
    columns = Dictionary(
      Name.allCases.compactMap { name in batch[name.rawValue].map { (name, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func method(_ row: Int) throws -> String { try methods?.string(at: row) ?? "" }

  func decimal(_ name: Name, _ row: Int) throws -> Decimal? {
    guard let column = columns[name] else { return nil }
    if case .decimal(_, let scale) = column.type {
      return try column.decimal(at: row).flatMap { Decimal(unscaled: $0, scale: scale) }
    }
    return try column.integer(at: row).map { Decimal(Int($0)) }
  }

  /// Units of the currency for one dollar.
  func rate(_ row: Int) throws -> ExchangeRate? {
    try decimal(.rate, row).map { try ExchangeRate($0, .unitsPerReference) }
  }

  func effort(_ row: Int) throws -> PersonEffort? {
    guard let persons = try persons?.integer(at: row),
      let hours = try decimal(.hours, row)
    else { return nil }
    return try PersonEffort(experts: Int(persons), delivery: hours)
  }

  func pay(_ row: Int) throws -> HourlyPay? {
    guard let pay = try decimal(.pay, row), let hours = try decimal(.payHours, row) else {
      return nil
    }
    return try HourlyPay(pay, forHours: hours)
  }

  func terms(_ row: Int, _ repayment: RepaymentType) throws -> LoanTerms? {
    guard let interest = try decimal(.interest, row), let maturity = try decimal(.maturity, row),
      let grace = try decimal(.grace, row), let payments = try decimal(.payments, row)
    else { return nil }
    return try LoanTerms(
      interestPercent: Double(interest),
      maturityYears: Double(maturity),
      graceYears: Double(grace),
      paymentsPerYear: Int(Double(payments)),
      repayment: repayment
    )
  }
}

/// The columns that the step computes.
final class ValuationBuilders {
  private var builders: [String: DecimalColumnBuilder] = [:]

  init(_ structure: DataStructureDefinition) {
    for component in structure.components where ValuationSettings.computed.contains(component.id) {
      guard case .decimal(let precision, let scale) = component.representation else { continue }
      builders[component.id] = DecimalColumnBuilder(precision: precision, scale: scale)
    }
  }

  /// The decimals of dollars.
  var dollarScale: Int { builders["USD"]?.scale ?? 2 }
  /// The decimals of values in the currency of the record.
  var valueScale: Int { builders["VALUE"]?.scale ?? 2 }

  func append(_ value: ComponentValue) throws {
    try append("VALUE", value.value)
    try append("USD", value.dollars)
    try append("PERSON_HOURS", value.personHours)
    try append("GRANT_ELEMENT", value.grantElement)
  }

  func finish(_ name: String) -> Column? { builders[name]?.finish(name) }

  private func append(_ name: String, _ value: Decimal?) throws {
    guard let builder = builders[name] else { return }
    guard let value else {
      builder.appendNull()
      return
    }
    let rounded = try value.rounded(toScale: min(builder.scale, value.scale), .halfUp)
    try builder.append(
      ScaledInteger.scaledUp(rounded.unscaled, by: builder.scale - rounded.scale)
    )
  }
}

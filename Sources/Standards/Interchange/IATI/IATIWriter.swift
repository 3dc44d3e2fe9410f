// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
internal import Structures

/// Writes a file of activities that follows IATI 2.03, element by element in the standard's order.
///
/// No person is named: the standard's contacts are never written.
public struct IATIWriter {
  private var xml = XMLWriter()
  private let language: Language
  private let currency: String

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - language: the language of texts that say none.
  ///   - currency: the currency of amounts that say none.
  /// - Throws: nothing that these names could cause.
  public init(language: Language, currency: String) throws(Diagnostic) {
    self.language = language
    self.currency = currency
    try xml.start("iati-activities", [("version", "2.03")])
  }

  /// Adds an activity.
  ///
  /// - Throws: `platform.xml-character` for a text that XML cannot hold.
  public mutating func write(_ activity: IATIActivity) throws(Diagnostic) {
    try xml.start(
      "iati-activity",
      [("xml:lang", language.rawValue), ("default-currency", currency)].filter { !$0.1.isEmpty }
    )
    try xml.element("iati-identifier", text: activity.identifier)
    try write("reporting-org", activity.reporter)
    try write("title", activity.title)
    try write("description", activity.description)
    for (organisation, role) in activity.participants {
      try write("participating-org", organisation, [("role", role)])
    }
    try code("activity-status", activity.status)
    for (type, day) in activity.dates {
      try xml.element("activity-date", [("type", type), ("iso-date", day)])
    }
    try code("activity-scope", activity.scope)
    for country in activity.countries { try share("recipient-country", country) }
    for region in activity.regions { try share("recipient-region", region) }
    for sector in activity.sectors { try share("sector", sector) }
    for tag in activity.tags { try share("tag", tag) }
    for (element, value) in activity.classifications { try code(element, value) }
    for budget in activity.budgets { try write(budget) }
    for transaction in activity.transactions { try write(transaction) }
    for result in activity.results { try write(result) }
    xml.end()
  }

  /// Ends the file.
  ///
  /// - Returns: all of it, in UTF-8.
  public mutating func finish() -> [UInt8] {
    xml.finish()
    return xml.drain()
  }

  private mutating func write(
    _ name: String,
    _ organisation: IATIOrganisation,
    _ more: [(name: String, value: String)] = []
  ) throws(Diagnostic) {
    let attributes = [("ref", organisation.ref), ("type", organisation.type)]
      .filter { !$0.1.isEmpty }
    try xml.start(name, attributes.map { (name: $0.0, value: $0.1) } + more)
    try narratives(organisation.name)
    xml.end()
  }

  private mutating func write(_ name: String, _ text: InternationalString) throws(Diagnostic) {
    try xml.start(name)
    try narratives(text)
    xml.end()
  }

  private mutating func narratives(_ text: InternationalString) throws(Diagnostic) {
    for tag in text.languages {
      guard let words = text.texts[tag], !words.isEmpty else { continue }
      let attributes = tag == language ? [] : [(name: "xml:lang", value: tag.rawValue)]
      try xml.element("narrative", attributes, text: words)
    }
  }

  private mutating func narrative(_ name: String, _ text: String) throws(Diagnostic) {
    if text.isEmpty { return }
    try write(name, InternationalString([language: text]))
  }

  private mutating func code(_ name: String, _ code: String) throws(Diagnostic) {
    if !code.isEmpty { try xml.element(name, [("code", code)]) }
  }

  private mutating func share(
    _ name: String,
    _ share: IATIActivity.Share
  ) throws(Diagnostic) {
    let attributes = [
      ("vocabulary", share.vocabulary), ("code", share.code), ("percentage", share.percentage),
    ].filter { !$0.1.isEmpty }
    try xml.start(name, attributes.map { (name: $0.0, value: $0.1) })
    try narratives(InternationalString([language: share.name]))
    xml.end()
  }

  private mutating func amount(
    _ value: String,
    _ currency: String,
    on day: String
  ) throws(Diagnostic) {
    let own =
      currency.isEmpty || currency == self.currency ? [] : [(name: "currency", value: currency)]
    try xml.element("value", own + [(name: "value-date", value: day)], text: value)
  }

  private mutating func period(_ start: String, _ end: String) throws(Diagnostic) {
    try xml.element("period-start", [("iso-date", start)])
    try xml.element("period-end", [("iso-date", end)])
  }

  private mutating func write(_ budget: IATIActivity.Budget) throws(Diagnostic) {
    try xml.start("budget", budget.type.isEmpty ? [] : [("type", budget.type)])
    try period(budget.start, budget.end)
    try amount(budget.value, budget.currency, on: budget.start)
    xml.end()
  }

  private mutating func write(_ transaction: IATIActivity.Transaction) throws(Diagnostic) {
    try xml.start("transaction")
    try code("transaction-type", transaction.type)
    try xml.element("transaction-date", [("iso-date", transaction.date)])
    try amount(transaction.value, transaction.currency, on: transaction.date)
    try narrative("description", transaction.description)
    if let provider = transaction.provider { try write("provider-org", provider) }
    if let receiver = transaction.receiver { try write("receiver-org", receiver) }
    for (element, value) in transaction.classifications { try code(element, value) }
    xml.end()
  }

  private mutating func write(_ result: IATIActivity.Result) throws(Diagnostic) {
    try xml.start("result", [("type", result.type)])
    try narrative("title", result.title)
    try xml.start("indicator", [("measure", result.measure)])
    try narrative("title", result.indicator)
    try xml.start("period")
    try period(result.start, result.end)
    if !result.target.isEmpty { try xml.element("target", [("value", result.target)]) }
    if !result.actual.isEmpty { try xml.element("actual", [("value", result.actual)]) }
    xml.end()
    xml.end()
    xml.end()
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Values

/// Exchange rates by currency and year, each with its source.
public struct RateTable: Sendable {
  /// A rate and where it comes from.
  public struct Entry: Hashable, Sendable {
    /// The rate.
    public let rate: ExchangeRate
    /// Who published it, and where.
    public let source: String

    /// Takes a rate with its source.
    public init(_ rate: ExchangeRate, source: String) {
      self.rate = rate
      self.source = source
    }
  }

  private struct Key: Hashable {
    let currency: Currency
    let year: Int
  }

  private var entries: [Key: Entry] = [:]

  /// Makes an empty table.
  public init() {}

  /// How many rates there are.
  public var count: Int { entries.count }

  /// The rate of a currency in a year, or `nil`.
  public subscript(_ currency: Currency, _ year: Int) -> Entry? {
    get { entries[Key(currency: currency, year: year)] }
    set { entries[Key(currency: currency, year: year)] = newValue }
  }

  /// The rate of a currency in a year.
  ///
  /// - Parameters:
  ///   - currency: the currency.
  ///   - year: the calendar year.
  /// - Returns: the rate with its source.
  /// - Throws: `conversion.rate-missing`; a rate of another year never takes its place.
  public func entry(_ currency: Currency, _ year: Int) throws(Diagnostic) -> Entry {
    if let entry = self[currency, year] { return entry }
    throw ConversionDefinitions.rateMissing.at(
      nil,
      ["currency": .text(currency.code), "year": .text(String(year))]
    )
  }
}

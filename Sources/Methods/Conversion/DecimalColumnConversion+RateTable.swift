// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics
public import Values

extension DecimalColumnConversion {
  /// Each amount in reference units, by the rate of its currency and year; no value where one of
  /// the three has none.
  ///
  /// - Parameters:
  ///   - amounts: a decimal column.
  ///   - currencies: a text column of ISO 4217 codes.
  ///   - years: a column of whole numbers.
  ///   - table: the rates.
  ///   - name: the name of the result.
  ///   - scale: the decimals of the result.
  ///   - rounding: where the rest goes; a half goes away from zero by default.
  /// - Returns: a decimal column of 38 digits.
  /// - Throws: `conversion.rate-missing`, `conversion.overflow`, `columns.wrong-type`,
  ///   `columns.unequal-lengths`.
  public static func reference(
    of amounts: Column,
    in currencies: Column,
    year years: Column,
    by table: RateTable,
    as name: String,
    scale: Int,
    rounding: Rounding = .halfUp
  ) throws -> Column {
    let batch = try RecordBatch([
      amounts.renamed("amount"), currencies.renamed("currency"), years.renamed("year"),
    ])
    let builder = DecimalColumnBuilder(scale: scale)
    builder.reserve(batch.rowCount)
    let decimals = decimals(of: amounts)
    var rates = RowRates(table)
    try amounts.withDecimals { amounts, amountValidity in
      try currencies.withStrings { currencies, currencyValidity in
        try years.withInt64s { years, yearValidity in
          for row in 0..<batch.rowCount {
            guard amountValidity.isValid(row), currencyValidity.isValid(row),
              yearValidity.isValid(row),
              let amount = Decimal(unscaled: amounts[row], scale: decimals)
            else {
              builder.appendNull()
              continue
            }
            let rate = try rates.rate(currencies[row], years[row])
            try builder.append(
              rate.reference(of: amount, scale: scale, rounding: rounding).unscaled
            )
          }
        }
      }
    }
    return builder.finish(name)
  }
}

/// Looks rates up by the bytes of a code; neighbouring rows often share theirs.
private struct RowRates {
  private let table: RateTable
  private var code: [UInt8] = []
  private var year: Int64 = 0
  private var last: ExchangeRate?

  init(_ table: RateTable) { self.table = table }

  mutating func rate(
    _ code: UnsafeBufferPointer<UInt8>,
    _ year: Int64
  ) throws -> ExchangeRate {
    if let last, self.year == year, self.code.elementsEqual(code) { return last }
    let text = String(decoding: code, as: UTF8.self)
    guard let currency = Currency(text) else {
      throw ConversionDefinitions.rateMissing.at(
        nil,
        ["currency": .text(text), "year": .text(String(year))]
      )
    }
    let rate = try table.entry(currency, Int(year)).rate
    (self.code, self.year, last) = (Array(code), year, rate)
    return rate
  }
}

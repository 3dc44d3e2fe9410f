// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Values

@Suite struct DecimalTests {
  private func outcome(_ body: () throws(ArithmeticFailure) -> Decimal) -> String {
    do { return try body().description } catch { return "\(error)" }
  }

  @Test func `a thousand operations agree with Python's decimal module`() throws {
    let rows = try goldenRows("decimal-arithmetic")
    #expect(rows.count == 1050)
    for row in rows {
      let a = try #require(Decimal(row[1]), "\(row)")
      let rounding = Rounding(rawValue: row[4]) ?? .down
      let places = Int(row[3]) ?? 0
      let b = try row[2].isEmpty ? Decimal.zero : #require(Decimal(row[2]), "\(row)")
      switch row[0] {
      case "add", "multiply":
        let result = outcome { () throws(ArithmeticFailure) in
          row[0] == "add" ? try a.adding(b) : try a.multiplied(by: b)
        }
        // The value counts: trailing zeros may have had to give way.
        if let expected = exactly(row[5]) {
          #expect(exactly(result) == expected, "\(row)")
        } else {
          #expect(result == row[5], "\(row)")
        }
      case "compare":
        #expect((a < b ? -1 : a == b ? 0 : 1) == Int(row[5]), "\(row)")
        if a == b { #expect(a.hashValue == b.hashValue, "\(row)") }
      case "divide":
        let result = outcome { () throws(ArithmeticFailure) in
          try a.divided(by: b, scale: places, rounding: rounding)
        }
        #expect(result == row[5], "\(row)")
      case "round":
        let result = outcome { () throws(ArithmeticFailure) in
          try a.rounded(toScale: places, rounding)
        }
        #expect(result == row[5], "\(row)")
      default: Issue.record("unknown operation \(row)")
      }
    }
  }

  @Test func `more digits than a decimal has are refused, whatever they begin with`() {
    let nines = String(repeating: "9", count: 38)
    #expect(Decimal("-" + nines)?.description == "-" + nines)
    // Ten times 38 digits pass 128 bits from 3.4 on.
    for text in [
      nines + "9", "-\(nines).99", "4" + String(repeating: "0", count: 38), nines + nines,
    ] {
      #expect(Decimal(text) == nil, "\(text)")
    }
    #expect(Decimal(String(repeating: "0", count: 100) + "1.5") == Decimal("1.5"))
  }

  /// A text without the zeros that do not count.
  private func exactly(_ text: String) -> String? {
    guard text.first.map({ $0.isNumber || $0 == "-" }) == true else { return nil }
    guard text.contains(".") else { return text }
    let trimmed = String(text.reversed().drop { $0 == "0" }.reversed())
    let value = trimmed.hasSuffix(".") ? String(trimmed.dropLast()) : trimmed
    return value == "-0" ? "0" : value
  }

  @Test(arguments: [
    ("12.50", 1250, 2), ("-0.05", -5, 2), (".5", 5, 1), ("5.", 5, 0), ("+7", 7, 0),
    ("1.25e-3", 125, 5), ("1.25E2", 125, 0), ("1e3", 1000, 0), ("0e9", 0, 0), ("000.10", 10, 2),
  ])
  func `notations are read with their decimals`(text: String, unscaled: Int, scale: Int) throws {
    let value = try #require(Decimal(text))
    #expect(value.unscaled == Int128(unscaled))
    #expect(value.scale == scale)
  }

  @Test(arguments: [
    "", "-", ".", "e5", "1e", "1e+", "1 000", "1,5", "--1", "1.2.3", "0x10", "NaN", "inf", "1e39",
    "1e-39", "1e99999999999999999999", "100000000000000000000000000000000000000", "٣",
    "0.000000000000000000000000000000000000001",
  ])
  func `what is no number, or has too many digits, is refused`(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test func `five thousand numbers read back as they were written`() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<5_000 {
      let wide =
        Int128(Int64.random(in: .min ... .max, using: &generator))
        * Int128(Int64.random(in: -1_000_000_000...1_000_000_000, using: &generator))
      let scale = Int.random(in: 0...38, using: &generator)
      let value = try #require(Decimal(unscaled: wide, scale: scale))
      let back = try #require(Decimal(value.description))
      #expect(back.unscaled == value.unscaled && back.scale == value.scale)
    }
  }

  @Test func `sums associate, products distribute, and a difference undoes a sum`() throws {
    var generator = SeededGenerator(seed: 11)
    func number() throws -> Decimal {
      try #require(
        Decimal(
          unscaled: Int128(
            Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator)
          ),
          scale: Int.random(in: 0...9, using: &generator)
        )
      )
    }
    for _ in 0..<2_000 {
      let (a, b, c) = (try number(), try number(), try number())
      #expect(try a.adding(b).adding(c) == a.adding(b.adding(c)))
      #expect(try a.adding(b).subtracting(b) == a)
      let sum = try b.adding(c)
      #expect(
        try a.multiplied(by: sum) == a.multiplied(by: b).adding(a.multiplied(by: c))
      )
    }
  }

  @Test func `numbers at the limits overflow by throwing`() throws {
    let largest = try #require(Decimal(unscaled: ScaledInteger.maximum, scale: 0))
    #expect(throws: ArithmeticFailure.overflow) { try largest.adding(1) }
    #expect(throws: ArithmeticFailure.overflow) { try largest.multiplied(by: 10) }
    #expect(throws: ArithmeticFailure.overflow) { try largest.rounded(toScale: 1, .halfUp) }
    #expect(throws: ArithmeticFailure.overflow) { try Decimal.one.rounded(toScale: 39, .down) }
    #expect(throws: ArithmeticFailure.divisionByZero) {
      try largest.divided(by: 0, scale: 2, rounding: .down)
    }
    #expect(Decimal(unscaled: ScaledInteger.maximum + 1, scale: 0) == nil)
    #expect(Decimal(unscaled: .min, scale: 0) == nil)
    #expect(Decimal(unscaled: 1, scale: 39) == nil)
    #expect(largest > 1 && largest.negated < largest)
    #expect(try largest.adding(largest.negated) == 0)
    #expect(throws: ArithmeticFailure.overflow) {
      try ScaledInteger.mulDiv(.min, .min, 1, rounding: .down)
    }
    #expect(try ScaledInteger.mulDiv(.min, 3, .min, rounding: .down) == 3)
  }

  @Test func `equal values of different scales are one key of a set`() throws {
    let values = try ["1", "1.0", "1.00", "10e-1"].map { try #require(Decimal($0)) }
    #expect(Set(values).count == 1)
    #expect(values[2].description == "1.00")
    #expect(values[2].reduced.description == "1")
  }

  @Test func `doubles go both ways`() throws {
    #expect(Double(try #require(Decimal("0.1"))) == 0.1)
    #expect(
      Double(try #require(Decimal("-123456789012345678901234567890.12"))) == -1.2345678901234568e29
    )
    #expect(Decimal(shortest: 0.1)?.description == "0.1")
    #expect(Decimal(shortest: 1e300) == nil)
    #expect(Decimal(shortest: .nan) == nil)
  }

  @Test func `an hourly rate is rounded once and last`() throws {
    // Golden case G1b: salary with charges over hours of work, for 174 hours.
    let yearly = try #require(Decimal("5200")).multiplied(by: 12)
    let gross = try yearly.multiplied(by: try #require(Decimal("1.18"))).adding(5_200)
    #expect(gross == 78_832)
    let hours = try Decimal(220).multiplied(by: 8)
    let cost = try gross.multiplied(by: 174).divided(by: hours, scale: 2, rounding: .halfUp)
    #expect(cost.description == "7793.62")
    let rate = try gross.divided(by: hours, scale: 2, rounding: .halfUp)
    #expect(try rate.multiplied(by: 174).description == "7793.46")
  }
}

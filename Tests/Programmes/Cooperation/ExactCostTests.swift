// SPDX-License-Identifier: Apache-2.0

import Conversion
import Cooperation
import Diagnostics
import Testing
import Values

/// Costs as fractions: divided once, and refused where they make no sense.
@Suite struct ExactCostTests {
  @Test func `used goods are worth what is left of their life`() throws {
    let goods = try GoodsCost(
      pieces: 40,
      unitCost: 250,
      age: 2,
      life: 4,
      freight: 620,
      insurance: 80
    )
    #expect(try goods.cost().value() == decimal("5700.00"))
    let worn = try GoodsCost(pieces: 40, unitCost: 250, age: 9, life: 4)
    #expect(try worn.cost().value() == .zero)
  }

  @Test func `a student who leaves costs the fees and the months that were lived`() throws {
    let year = try ScholarshipCost(
      students: 12,
      months: 6,
      courseMonths: 10,
      studentMonths: 69,
      tuition: 4_500,
      insurance: 300,
      stipend: 600
    )
    #expect(try year.cost().value() == decimal("75960.00"))
  }

  @Test func `a cost is rounded once, in the currency that is asked for`() throws {
    let cost = try GoodsCost(pieces: 1, unitCost: 100, age: 1, life: 3).cost()
    #expect(try cost.value() == decimal("66.67"))
    let rate = try ExchangeRate(decimal("0.01"), .unitsPerReference)
    #expect(try cost.value(in: rate) == decimal("6666.67"))
  }

  @Test func `periods of a course add up to the course`() throws {
    for split in 0...10 {
      let cost = { (months: Int) in
        try ScholarshipCost(
          students: 7,
          months: Decimal(months),
          courseMonths: 10,
          tuition: decimal("1234.50"),
          stipend: 77
        ).cost().value(scale: 6)
      }
      #expect(try cost(split).adding(try cost(10 - split)) == (try cost(10)))
    }
  }

  @Test func `numbers that do not fit together are refused`() {
    let refused = { (work: () throws -> Void) in
      let problem = #expect(throws: Diagnostic.self) { try work() }
      #expect(problem?.code.rawValue == "cooperation.cost-terms")
    }
    refused { _ = try GoodsCost(pieces: -1, unitCost: 1) }
    refused { _ = try GoodsCost(pieces: 1, unitCost: 1, life: 0) }
    refused { _ = try ScholarshipCost(students: 1, months: 11, courseMonths: 10) }
    refused { _ = try ScholarshipCost(students: 1, months: 0, courseMonths: 0) }
    refused { _ = try ScholarshipCost(students: 1, months: 1, courseMonths: 10, stipend: -1) }
  }

  @Test func `numbers beyond what a decimal holds are told`() throws {
    let most = try #require(Decimal(unscaled: 99_999_999_999_999_999_999, scale: 0))
    let goods = try GoodsCost(pieces: most, unitCost: most)
    let problem = #expect(throws: Diagnostic.self) { try goods.cost() }
    #expect(problem?.code.rawValue == "cooperation.overflow")
  }
}

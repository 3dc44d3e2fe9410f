// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Columns

/// Decimals of up to eighteen digits in eight bytes: the same numbers, in half the memory.
@Suite struct ShortDecimalTests {
  private static let most: Int64 = 999_999_999_999_999_999

  private func column() -> Column {
    Column.shortDecimals("d", precision: 18, scale: 2, count: 4) { values, missing in
      values[0] = Self.most
      values[1] = -Self.most
      missing.insert(2)
      values[3] = 7
    }
  }

  @Test func `they are read as other decimals are`() throws {
    let short = column()
    #expect(short.type == .decimal(precision: 18, scale: 2))
    let expected: [Int128?] = [Int128(Self.most), -Int128(Self.most), nil, 7]
    #expect(try (0..<4).map { try short.decimal(at: $0) } == expected)
    let numbers = try NumberValues(short)
    #expect((0..<4).map { numbers[$0] } == expected)
    #expect(numbers.scale == 2)
    let read = try short.withDecimals { values, validity in
      (0..<values.count).map { validity.isValid($0) ? values[$0] : nil }
    }
    #expect(read == expected)
    let slice = short.slice(1..<4)
    #expect(try (0..<3).map { try slice.decimal(at: $0) } == Array(expected[1...]))
    #expect(slice.nullCount == 1)
  }

  @Test(arguments: ["d:10,2,32", "d:19,2,64", "d:39,0,128", "d:9,2,16"])
  func `more digits than the bytes can hold are refused`(format: String) {
    #expect(ArrowFormat(format) == nil)
  }
}

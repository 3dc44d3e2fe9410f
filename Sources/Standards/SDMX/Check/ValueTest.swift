// SPDX-License-Identifier: Apache-2.0

internal import Structures

/// A question that a value answers with yes or no; the answers of remembered values are kept.
struct ValueTest {
  private let isTrue: (ArraySlice<UInt8>) -> Bool
  private var answers: [Int8] = []

  init(_ isTrue: @escaping (ArraySlice<UInt8>) -> Bool) { self.isTrue = isTrue }

  /// The answer for a row that has a value.
  @inline(__always)
  mutating func holds(_ row: Int, _ numbers: ValueNumbers) -> Bool {
    let number = Int(numbers.rows[row])
    guard number >= 0 else { return isTrue(numbers.bytes(row)) }
    if number < answers.count, answers[number] >= 0 { return answers[number] == 1 }
    return ask(number, row, numbers)
  }

  private mutating func ask(_ number: Int, _ row: Int, _ numbers: ValueNumbers) -> Bool {
    while answers.count <= number { answers.append(-1) }
    let answer = isTrue(numbers.bytes(row))
    answers[number] = answer ? 1 : 0
    return answer
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Classes of a map with about as many areas each; equal values are always in the same class.
///
/// - Method: the value at position i (from 0) of n in ascending order is in class ⌊i·k/n⌋, with i the
///   first position of its equals; empty classes are left out.
struct QuantileClasses: Sendable {
  /// The least and the greatest value of each class, ascending.
  let bounds: [ClosedRange<Double>]
  private let numbers: [Double: Int]

  /// Makes classes.
  ///
  /// - Parameters:
  ///   - values: one an area.
  ///   - count: how many classes at most.
  init(_ values: [Double], count: Int = 5) {
    let sorted = values.filter(\.isFinite).sorted()
    var bounds: [ClosedRange<Double>] = []
    var numbers: [Double: Int] = [:]
    var last = -1
    for (position, value) in sorted.enumerated() where numbers[value] == nil {
      let raw = position * count / sorted.count
      if raw == last, let current = bounds.last {
        bounds[bounds.count - 1] = current.lowerBound...value
      } else {
        bounds.append(value...value)
        last = raw
      }
      numbers[value] = bounds.count - 1
    }
    self.bounds = bounds
    self.numbers = numbers
  }

  /// The class of one of the values, from 0.
  func number(of value: Double) -> Int? { numbers[value] }
}

// SPDX-License-Identifier: Apache-2.0

/// The digits between the marks of a number such as 1,234,567.89, counted from the left.
///
/// A mark that parts no thousands is no mark between thousands: 12,50 is no twelve hundred and fifty.
struct DigitGroups {
  /// How many digits each group before the decimal mark has.
  private var sizes: [Int] = []
  private var current = 0
  private var isWhole = true
  /// Whether a mark between thousands came after the decimal mark.
  private var isStray = false

  /// A digit.
  mutating func add() { current += 1 }

  /// A mark between thousands.
  mutating func close() {
    guard isWhole else { return isStray = true }
    sizes.append(current)
    current = 0
  }

  /// The decimal mark, or the end of the number.
  mutating func end() {
    if isWhole { sizes.append(current) }
    isWhole = false
  }

  /// Whether the marks part thousands, or lakhs and crores: 12,34,567.
  var areSound: Bool { !isStray && DigitGroups.areSound(sizes) }

  /// Whether groups of so many digits are thousands, or lakhs and crores.
  static func areSound(_ sizes: [Int]) -> Bool {
    guard sizes.count > 1, let first = sizes.first else { return true }
    let inner = sizes.dropFirst().dropLast()
    let isThousands = (1...3).contains(first) && inner.allSatisfy { $0 == 3 }
    let isLakhs = (1...2).contains(first) && inner.allSatisfy { $0 == 2 }
    return sizes.last == 3 && (isThousands || isLakhs)
  }
}

// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
  /// The number that exactly so many ASCII digits make.
  func digits(_ count: Int) -> Int? {
    guard utf8.count == count, utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return utf8.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}

extension Int {
  /// The number with zeros before it, up to a width.
  func padded(_ width: Int) -> String {
    let digits = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.utf8.count))
    return (self < 0 ? "-" : "") + zeros + digits
  }

  /// The quotient rounded towards minus infinity, by a positive divisor.
  func floorDivided(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }

  /// What remains after ``floorDivided(by:)``: never negative.
  func floorRemainder(by divisor: Int) -> Int { self - floorDivided(by: divisor) * divisor }
}

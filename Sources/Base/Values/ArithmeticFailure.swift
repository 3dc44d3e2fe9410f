// SPDX-License-Identifier: Apache-2.0

/// Why exact arithmetic has no answer.
public enum ArithmeticFailure: Error, Sendable, Hashable {
  /// The exact result has more digits than a decimal holds.
  case overflow
  /// The divisor is zero.
  case divisionByZero
}

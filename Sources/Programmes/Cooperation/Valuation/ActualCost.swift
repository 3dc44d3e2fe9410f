// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Values

/// What something did cost, line by line: quantities times a price.
public struct ActualCost: Hashable, Sendable {
  /// One line, such as three persons for seven days at 180.
  public struct Line: Hashable, Sendable {
    /// What is multiplied: persons, days, pieces.
    public let quantities: [Decimal]
    /// The price of one.
    public let unitCost: Decimal

    /// Takes quantities and a price, both of zero or more.
    ///
    /// - Throws: `cooperation.hours` for numbers below zero.
    public init(_ quantities: Decimal..., at unitCost: Decimal) throws(Diagnostic) {
      guard !unitCost.isNegative, !quantities.contains(where: \.isNegative) else {
        throw CooperationDefinitions.badHours.at()
      }
      self.quantities = quantities
      self.unitCost = unitCost
    }

    /// What the line costs, exactly.
    ///
    /// - Throws: `cooperation.overflow`.
    public func cost() throws(Diagnostic) -> Decimal {
      var cost = unitCost
      do throws(ArithmeticFailure) {
        for quantity in quantities { cost = try cost.multiplied(by: quantity) }
      } catch { throw CooperationDefinitions.overflow.at() }
      return cost
    }
  }

  /// The lines.
  public let lines: [Line]

  /// Takes the lines.
  public init(_ lines: [Line]) { self.lines = lines }

  /// What all lines cost together, rounded once.
  ///
  /// - Parameters:
  ///   - scale: the decimals of the result, 2 by default.
  ///   - rounding: where the rest goes; a half goes away from zero by default.
  /// - Returns: the sum.
  /// - Throws: `cooperation.overflow`.
  public func total(
    scale: Int = 2,
    rounding: Rounding = .halfUp
  ) throws(Diagnostic) -> Decimal {
    var costs: [Decimal] = []
    for line in lines { costs.append(try line.cost()) }
    do throws(ArithmeticFailure) {
      return try Decimal.sum(costs).rounded(toScale: scale, rounding)
    } catch { throw CooperationDefinitions.overflow.at() }
  }
}

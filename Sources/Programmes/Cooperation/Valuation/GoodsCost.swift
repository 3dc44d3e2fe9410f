// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Values

/// Goods that were given: new ones at their price, used ones at what is left of it.
public struct GoodsCost: Hashable, Sendable {
  /// How many pieces.
  public let pieces: Decimal
  /// The price at which one was bought.
  public let unitCost: Decimal
  /// Years since the purchase; nothing for new goods.
  public let age: Decimal
  /// Years of use over which the price is written off; `nil` for goods that are not written off.
  public let life: Decimal?
  /// What the way to the partner cost, for all pieces.
  public let freight: Decimal
  /// What insuring the way cost, for all pieces.
  public let insurance: Decimal

  /// Takes the goods of one component.
  ///
  /// - Throws: `cooperation.cost-terms` for numbers below zero, or for a life of no years.
  public init(
    pieces: Decimal,
    unitCost: Decimal,
    age: Decimal = .zero,
    life: Decimal? = nil,
    freight: Decimal = .zero,
    insurance: Decimal = .zero
  ) throws(Diagnostic) {
    let all = [pieces, unitCost, age, freight, insurance]
    guard !all.contains(where: \.isNegative), life.map({ $0 > .zero }) ?? true else {
      throw CooperationDefinitions.badCost.at()
    }
    self.pieces = pieces
    self.unitCost = unitCost
    self.age = age
    self.life = life
    self.freight = freight
    self.insurance = insurance
  }

  /// What the goods are worth, with the way to the partner.
  ///
  /// - Formula: pieces · unit cost · max(0, life − age) ÷ life + freight + insurance, written off in
  ///   equal parts to nothing.
  /// - Returns: the cost as a fraction.
  /// - Throws: `cooperation.overflow`.
  public func cost() throws(Diagnostic) -> ExactCost {
    try ExactCost.exactly { () throws(ArithmeticFailure) in
      let price = try pieces.multiplied(by: unitCost)
      let way = try freight.adding(insurance)
      guard let life else { return ExactCost(try price.adding(way)) }
      let left = try life.subtracting(min(age, life))
      return ExactCost(
        try price.multiplied(by: left).adding(try way.multiplied(by: life)),
        over: life
      )
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Values

/// When two records are taken for one, and when what they state differs.
public struct ReconciliationSettings: Sendable {
  /// From this score, in thousandths, a pair is taken for sure.
  public var accepted: Int = 850
  /// From this score, in thousandths, a pair is shown to a person.
  public var likely: Int = 600
  /// A pair is sure only if it is better by so many thousandths than any other for its records.
  public var margin: Int = 50
  /// A difference below this part of the larger amount, in percent, is no task.
  public var percent: Decimal = 5
  /// A difference below this amount is no task, however large it is in percent.
  public var amount: Decimal = 1_000
  /// What each kind of evidence weighs.
  public var weights: Weights = Weights()

  /// What each kind of evidence weighs in a score.
  public struct Weights: Sendable {
    /// The same partner.
    public var partner: Double = 1
    /// The same year; the year before or after counts half.
    public var period: Double = 1
    /// Amounts: one less the difference over the larger.
    public var amount: Double = 3
    /// Titles, as alike as ``TitleLikeness`` says.
    public var title: Double = 5

    /// The weights of a start: what was agreed on says most, and amounts say more than years.
    public init() {}
  }

  /// The limits of rule V15 of the register of cooperation, and weights to begin with.
  public init() {}
}

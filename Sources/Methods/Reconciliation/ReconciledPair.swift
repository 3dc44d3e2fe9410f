// SPDX-License-Identifier: Apache-2.0

public import Values

/// What became of a record, or of two that are one.
public struct ReconciledPair: Sendable, Hashable {
  /// What the pair rests on.
  public enum Basis: String, Sendable, Comparable, CaseIterable {
    /// A person said so.
    case decision
    /// Both sides know one identifier.
    case identifier
    /// Both sides name one agreement.
    case agreement
    /// Partner, year, amount and title.
    case score

    /// The stronger one comes first.
    public static func < (left: Basis, right: Basis) -> Bool { left.order < right.order }

    private var order: Int { Basis.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What there is to do.
  public enum Outcome: String, Sendable, CaseIterable {
    /// One thing, stated alike.
    case agreed
    /// One thing, stated differently: a task.
    case differs
    /// Maybe one thing: a person decides.
    case likely
    /// One thing, stated differently, and a person has said why that is right.
    case settled
    /// Our record alone.
    case onlyOurs = "only-ours"
    /// Their record alone.
    case onlyTheirs = "only-theirs"
  }

  /// Our record; `nil` where theirs is alone.
  public var ours: String?
  /// Their record; `nil` where ours is alone.
  public var theirs: String?
  /// What there is to do.
  public var outcome: Outcome
  /// What the pair rests on; `nil` for a record alone.
  public var basis: Basis?
  /// How much speaks for the pair, in thousandths.
  public var score: Int?
  /// How alike the titles are, in thousandths; `nil` where either side has none.
  public var titleLikeness: Int?
  /// How many other pairs of either record are nearly as likely.
  public var rivals: Int = 0
  /// The amounts that each side states.
  public var amountOurs: Decimal?
  /// The amount that their side states.
  public var amountTheirs: Decimal?
  /// The year that our side states.
  public var yearOurs: Int?
  /// The year that their side states.
  public var yearTheirs: Int?

  /// Our amount less theirs; `nil` where either is missing.
  public var difference: Decimal? {
    guard let amountOurs, let amountTheirs else { return nil }
    return try? amountOurs.subtracting(amountTheirs)
  }

  /// The difference in percent of the larger amount, rounded once to two decimals.
  public var percent: Decimal? {
    guard let difference, let amountOurs, let amountTheirs else { return nil }
    let larger = max(amountOurs.magnitude, amountTheirs.magnitude)
    guard !larger.isZero else { return .zero }
    return try? difference.magnitude.multiplied(by: 100)
      .divided(by: larger, scale: 2, rounding: .halfUp)
  }
}

/// What a person decided about two records; kept by the office, and read again at each import.
public struct ReconciliationDecision: Sendable, Hashable {
  /// What was decided.
  public enum Answer: String, Sendable, CaseIterable {
    /// They are one thing.
    case same
    /// They are two things.
    case different
    /// They are one thing, and the difference is explained.
    case settled
  }

  /// Our record.
  public let ours: String
  /// Their record.
  public let theirs: String
  /// What was decided.
  public let answer: Answer
  /// The difference that was explained; another one opens the task again.
  public let difference: Decimal?

  /// Records a decision.
  public init(ours: String, theirs: String, answer: Answer, difference: Decimal? = nil) {
    self.ours = ours
    self.theirs = theirs
    self.answer = answer
    self.difference = difference
  }
}

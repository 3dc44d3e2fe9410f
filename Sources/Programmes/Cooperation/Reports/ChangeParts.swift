// SPDX-License-Identifier: Apache-2.0

internal import Project
internal import Values

/// A change between two years and what it is made of: parts that add up to it exactly.
///
/// - Method: the change of a total is the sum of the changes of its cells (partner by modality). The cells with
///   the largest changes are named; what is left, cells that are withheld among it, is the change less those.
struct ChangeParts: Sendable {
  /// The change of the total.
  let change: Decimal
  /// The cells that are named, the largest change first.
  let named: [Part]
  /// What the named cells do not explain.
  let rest: Decimal

  /// The change of one partner and modality.
  struct Part: Sendable {
    let before: MeasureTable.Key
    let after: MeasureTable.Key
    let change: Decimal
  }

  /// Decomposes a change.
  ///
  /// It is `nil` where neither year has a total or one of them is withheld.
  ///
  /// - Parameters:
  ///   - table: the measures.
  ///   - before: the key of the earlier total.
  ///   - after: the key of the later total.
  ///   - limit: how many cells are named.
  /// - Throws: ``ArithmeticFailure`` where a difference does not fit.
  init?(
    _ table: MeasureTable,
    _ before: MeasureTable.Key,
    _ after: MeasureTable.Key,
    limit: Int
  ) throws {
    // A total that is there without a value is withheld: then nothing can be said of its change.
    for key in [before, after] where table.row(key) != nil && table.value(key) == nil { return nil }
    guard table.row(before) != nil || table.row(after) != nil else { return nil }
    let total = try (table.value(after) ?? .zero).subtracting(table.value(before) ?? .zero)
    var parts: [Part] = []
    for partner in table.partners {
      for modality in table.singleModalities(of: after.group, after.unit) {
        var (old, new) = (before, after)
        (old.partner, old.modality) = (partner, modality)
        (new.partner, new.modality) = (partner, modality)
        guard table.row(old) == nil || table.value(old) != nil,
          table.row(new) == nil || table.value(new) != nil
        else { continue }
        let change = try (table.value(new) ?? .zero).subtracting(table.value(old) ?? .zero)
        if !change.isZero { parts.append(Part(before: old, after: new, change: change)) }
      }
    }
    // Sorting is stable by the order of the lists, so that equal changes keep it.
    let ranked = parts.enumerated().sorted {
      ($1.element.change.magnitude, $0.offset) < ($0.element.change.magnitude, $1.offset)
    }.map(\.element)
    change = total
    named = Array(ranked.prefix(limit))
    rest = try total.subtracting(try Decimal.sum(named.map(\.change)))
  }
}

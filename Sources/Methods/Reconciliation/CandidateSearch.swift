// SPDX-License-Identifier: Apache-2.0

internal import Values

/// Finds the records of one side that may be a record of the other, without looking at all of them.
///
/// Records of one partner are candidates where their amounts are neighbours in the same year or the next,
/// or where their titles share a word that few titles have.
struct CandidateSearch {
  /// Neighbours by amount that are looked at, above and below, in each year.
  private static let neighbours = 12
  /// Amounts further apart than this factor are not neighbours.
  private static let factor = 2.0
  /// Words of a title that are looked up: the rarest.
  private static let words = 6
  /// A word that more titles have than this says too little.
  private static let commonest = 48

  private struct Year: Hashable {
    let partner: String
    let year: Int
  }
  private struct Word: Hashable {
    let partner: String
    let word: String
  }

  private var byAmount: [Year: [(amount: Double, record: Int)]] = [:]
  private var byWord: [Word: [Int]] = [:]
  private var seen: [Int]

  /// Prepares the search among the records of a side.
  init(_ side: RecordSide) {
    seen = Array(repeating: -1, count: side.records.count)
    for (position, record) in side.records.enumerated() {
      let partner = record.partner ?? ""
      if let year = record.year, let amount = record.amount {
        byAmount[Year(partner: partner, year: year), default: []].append((Double(amount), position))
      }
      for word in Set(record.title?.words ?? []) {
        byWord[Word(partner: partner, word: word), default: []].append(position)
      }
    }
    for year in byAmount.keys {
      byAmount[year]?.sort { ($0.amount, $0.record) < ($1.amount, $1.record) }
    }
    byWord = byWord.filter { $0.value.count <= CandidateSearch.commonest }
  }

  /// The records that may be a record, each once, in the order of their side.
  ///
  /// - Parameters:
  ///   - record: the record of the other side.
  ///   - number: a number that no other call is given.
  /// - Returns: positions in the side.
  mutating func candidates(for record: RecordSide.Record, _ number: Int) -> [Int] {
    var found: [Int] = []
    let partner = record.partner ?? ""
    func add(_ candidate: Int, _ seen: inout [Int]) {
      guard seen[candidate] != number else { return }
      seen[candidate] = number
      found.append(candidate)
    }
    if let year = record.year, let amount = record.amount.map({ Double($0) }) {
      for year in year - 1...year + 1 {
        for candidate in neighbours(of: amount, Year(partner: partner, year: year)) {
          add(candidate, &seen)
        }
      }
    }
    let rare = Set(record.title?.words ?? [])
      .compactMap { byWord[Word(partner: partner, word: $0)] }
      .sorted { ($0.count, $0.first ?? 0) < ($1.count, $1.first ?? 0) }
    for candidates in rare.prefix(CandidateSearch.words) {
      for candidate in candidates { add(candidate, &seen) }
    }
    found.sort()
    return found
  }

  private func neighbours(of amount: Double, _ year: Year) -> [Int] {
    guard let sorted = byAmount[year] else { return [] }
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].amount < amount { low = middle + 1 } else { high = middle }
    }
    let near = { (other: Double) in
      let (small, large) = (
        min(amount.magnitude, other.magnitude), max(amount.magnitude, other.magnitude)
      )
      return large <= small * CandidateSearch.factor
    }
    let below = sorted[..<low].suffix(CandidateSearch.neighbours)
    let above = sorted[low...].prefix(CandidateSearch.neighbours)
    return (below + above).filter { near($0.amount) }.map(\.record)
  }
}

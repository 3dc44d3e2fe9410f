// SPDX-License-Identifier: Apache-2.0

internal import Interchange
internal import Project
internal import Structures

/// Which record of the register each row of a return is about.
///
/// A row with the identifier of one of the agency's records is that record. Rows without one are new; where the
/// same workbook comes again they have to find the records that they became: first those that are equal in
/// every column, then, in the order of the sheet, those that are equal in most, at least in half.
struct RecordMatching {
  /// Where a row goes.
  enum Match: Hashable {
    /// A record of this round that the register has already, by its position.
    case record(Int)
    /// A record of an earlier year that goes on in this one, by its identifier.
    case continued(String)
    /// A new record.
    case new
  }

  private let round: RoundDefinition
  private let table: RegisterTable
  private let agency: String

  init(_ round: RoundDefinition, _ table: RegisterTable, agency: String) {
    self.round = round
    self.table = table
    self.agency = agency
  }

  /// The records of the agency in the round, by their positions.
  var ofThisRound: [Int] {
    (0..<table.count).filter {
      table[$0, round.roles.agency] == agency && table[$0, round.roles.year] == round.year
    }
  }

  /// Matches rows, and tells where an identifier is not the agency's.
  func matches(_ rows: [FormRow]) -> [(match: Match, isForeign: Bool)] {
    let identifier = round.roles.identifier
    let current = ofThisRound
    let byIdentifier = Dictionary(
      current.compactMap { place in table[place, identifier].map { ($0, place) } },
      uniquingKeysWith: { first, _ in first }
    )
    let own = Set(
      (0..<table.count).filter { table[$0, round.roles.agency] == agency }
        .compactMap { table[$0, identifier] }
    )
    var taken: Set<String> = []
    var result: [(match: Match, isForeign: Bool)] = rows.map { row in
      guard let id = row.values[identifier] else { return (.new, false) }
      // A row that was copied with its identifier is another activity.
      guard own.contains(id), taken.insert(id).inserted else { return (.new, true) }
      return (byIdentifier[id].map { .record($0) } ?? .continued(id), false)
    }
    var free = current.filter { place in
      table[place, identifier].map { isGiven($0) && !taken.contains($0) } ?? false
    }
    let unmatched = rows.indices.filter { result[$0].match == .new }
    var rest: [Int] = []
    for position in unmatched {
      let equal = free.firstIndex { share(rows[position], $0) == 1 }
      if let equal {
        result[position].match = .record(free.remove(at: equal))
      } else {
        rest.append(position)
      }
    }
    for position in rest {
      let scores = free.map { share(rows[position], $0) }
      guard let best = scores.max(), best >= 0.5, let place = scores.firstIndex(of: best) else {
        continue
      }
      result[position].match = .record(free.remove(at: place))
    }
    return result
  }

  /// Whether an identifier is one that the round gave to a new row.
  private func isGiven(_ id: String) -> Bool { id.hasPrefix("\(agency)-\(round.year)-") }

  /// The part of the columns with a value on either side in which a row and a record are equal.
  private func share(_ row: FormRow, _ place: Int) -> Double {
    var equal = 0
    var all = 0
    for column in round.columns where !column.isFixed {
      let (left, right) = (row.values[column.id], table[place, column.id])
      if left == nil, right == nil { continue }
      all += 1
      if FormValue.areEqual(left, right, column.component.representation) { equal += 1 }
    }
    return all == 0 ? 0 : Double(equal) / Double(all)
  }
}

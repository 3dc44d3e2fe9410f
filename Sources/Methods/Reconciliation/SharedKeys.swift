// SPDX-License-Identifier: Apache-2.0

/// The records of a side by the names that the other side may know them by.
struct SharedKeys: Sendable {
  /// A number that more records share than this says too little by itself.
  private static let commonest = 100

  private struct Identifier: Hashable {
    let kind: Int
    let text: String
  }

  private var byIdentifier: [Identifier: [Int]] = [:]
  private var byAgreement: [String: [Int]] = [:]
  private var byName: [String: Int] = [:]

  init(_ side: RecordSide) {
    for (position, record) in side.records.enumerated() {
      byName[record.id] = position
      for (kind, text) in record.identifiers.enumerated() {
        guard let text else { continue }
        byIdentifier[Identifier(kind: kind, text: text), default: []].append(position)
      }
      if let agreement = record.agreement { byAgreement[agreement, default: []].append(position) }
    }
    byIdentifier = byIdentifier.filter { $0.value.count <= SharedKeys.commonest }
    byAgreement = byAgreement.filter { $0.value.count <= SharedKeys.commonest }
  }

  /// The record with a name of its own side.
  func position(of id: String) -> Int? { byName[id] }

  /// The records that share an identifier or an agreement with a record of the other side.
  func pairs(for record: RecordSide.Record) -> [Int: ReconciledPair.Basis] {
    var found: [Int: ReconciledPair.Basis] = [:]
    for candidate in record.agreement.flatMap({ byAgreement[$0] }) ?? [] {
      found[candidate] = .agreement
    }
    for (kind, text) in record.identifiers.enumerated() {
      guard let text else { continue }
      for candidate in byIdentifier[Identifier(kind: kind, text: text)] ?? [] {
        found[candidate] = .identifier
      }
    }
    return found
  }
}

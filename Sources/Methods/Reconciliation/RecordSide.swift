// SPDX-License-Identifier: Apache-2.0

internal import Columns
public import Relation
internal import Values

/// The records of one side: what two offices state about the same things.
public struct RecordSide: Sendable {
  /// One record.
  struct Record: Sendable {
    /// How its own office names it.
    let id: String
    /// The identifiers that the other side may know, by kind.
    let identifiers: [String?]
    let agreement: String?
    let partner: String?
    let year: Int?
    let amount: Decimal?
    let title: FoldedTitle?
    /// Who reported it, where a side is reconciled with itself.
    let reporter: String?
  }

  /// In the order in which they were read.
  let records: [Record]

  /// The columns that a side is read from; others are not looked at.
  ///
  /// `id`; `identifier0`, `identifier1`, …; `agreement`, `partner`, `period`, `title` and `reporter` are
  /// text, `amount` is a decimal; all but `id` may be absent.
  public static func identifier(_ position: Int) -> String { "identifier\(position)" }

  /// Reads the records of a side.
  ///
  /// - Parameter rows: one row = one record; the order decides between pairs that are equally likely,
  ///   so it must be fixed.
  /// - Throws: what the engine refuses; `columns.wrong-type` for a column of another type.
  public init(_ rows: BatchStream) async throws {
    var records: [Record] = []
    for try await batch in rows {
      let identifiers = (0...).lazy.map { batch[RecordSide.identifier($0)] }
        .prefix { $0 != nil }.compactMap { $0 }
      let amounts = try batch["amount"].map { try NumberValues($0) }
      for row in 0..<batch.rowCount {
        records.append(
          Record(
            id: try batch["id"]?.string(at: row) ?? "",
            identifiers: try identifiers.map { try $0.text(at: row) },
            agreement: try batch["agreement"]?.text(at: row),
            partner: try batch["partner"]?.text(at: row),
            year: try batch["period"]?.string(at: row).flatMap { TimePeriod($0)?.year },
            amount: amounts.flatMap { values in
              values[row].flatMap { Decimal(unscaled: $0, scale: values.scale) }
            },
            title: try batch["title"]?.text(at: row).map { FoldedTitle($0) },
            reporter: try batch["reporter"]?.text(at: row)
          )
        )
      }
    }
    self.records = records
  }

  init(_ records: [Record]) { self.records = records }
}

extension Column {
  /// The text of a row; `nil` also where it is empty.
  fileprivate func text(at row: Int) throws -> String? {
    try string(at: row).flatMap { $0.isEmpty ? nil : $0 }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Gathers batches into parts, each of which becomes a table of its own.
struct TableParts {
  /// Parts that are taken in at once.
  static let width: Int = 2
  /// Rows after which a part is full: one group of rows of the engine's, which takes it over without a copy.
  static let fullRows: Int = 122_880

  /// The batches of one table.
  struct Part: Sendable {
    let table: String
    let batches: BatchQueue
  }

  private let table: String
  private let schema: Schema
  private var waiting: [RecordBatch] = []
  private var waitingRows = 0
  /// How many parts there are so far.
  private(set) var count: Int = 0

  init(_ table: String, _ schema: Schema) {
    self.table = table
    self.schema = schema
  }

  /// Adds a batch; gives a part when one is full.
  mutating func add(_ batch: RecordBatch) -> Part? {
    waiting.append(batch)
    waitingRows += batch.rowCount
    return waitingRows >= TableParts.fullRows ? rest() : nil
  }

  /// What has been added since the last part, maybe nothing, as a part.
  mutating func rest() -> Part {
    let part = Part(table: name(count), batches: BatchQueue(waiting))
    count += 1
    waiting = []
    waitingRows = 0
    return part
  }

  /// All parts, one after the other.
  func plan() throws -> Plan {
    let parts = (0..<count).map { Plan.scan(.table(name($0)), schema: schema) }
    guard let first = parts.first else { return try .values([], schema: schema) }
    return parts.count == 1 ? first : try .union(first, Array(parts.dropFirst()))
  }

  private func name(_ part: Int) -> String { "\(table)_\(part)" }
}

/// Batches that wait to be taken, each of them let go as it is taken.
final class BatchQueue: Sendable {
  private let waiting: Mutex<[RecordBatch]>

  init(_ batches: [RecordBatch]) { waiting = Mutex(batches.reversed()) }

  func next() -> RecordBatch? { waiting.withLock { $0.popLast() } }
}

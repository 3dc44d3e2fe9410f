// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Gathers batches into parts of a table, each of which is taken in by itself.
struct TableParts {
  /// Parts that are taken in at once.
  static let width: Int = 2
  /// Rows after which a part is full: one group of rows of the engine's, which takes it over without a copy.
  static let fullRows: Int = 122_880

  /// The batches of one part.
  struct Part: Sendable {
    let batches: BatchQueue
    /// Opens when the part before it stands in the table; `nil` for the first.
    let before: Turn?
    /// Opens when this part stands in the table.
    let done: Turn = Turn()
  }

  private var waiting: [RecordBatch] = []
  private var waitingRows = 0
  private var last: Turn?
  /// How many parts there are so far.
  private(set) var count: Int = 0

  /// Adds a batch; gives a part when one is full.
  mutating func add(_ batch: RecordBatch) -> Part? {
    waiting.append(batch)
    waitingRows += batch.rowCount
    return waitingRows >= TableParts.fullRows ? rest() : nil
  }

  /// What has been added since the last part, maybe nothing, as a part.
  mutating func rest() -> Part {
    let part = Part(batches: BatchQueue(waiting), before: last)
    last = part.done
    count += 1
    waiting = []
    waitingRows = 0
    return part
  }
}

/// Batches that wait to be taken, each of them let go as it is taken.
final class BatchQueue: Sendable {
  private let waiting: Mutex<[RecordBatch]>

  init(_ batches: [RecordBatch]) { waiting = Mutex(batches.reversed()) }

  func next() -> RecordBatch? { waiting.withLock { $0.popLast() } }
}

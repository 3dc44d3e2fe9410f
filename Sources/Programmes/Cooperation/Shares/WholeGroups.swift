// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Relation

/// Gives the rows of a stream in runs that hold whole groups, wherever the engine cut its batches.
///
/// A group begins where `_part` is one. `@unchecked Sendable`: one task asks for runs, and no other.
final class WholeGroups: @unchecked Sendable {
  private var batches: BatchStream.AsyncIterator
  /// The beginning of a group whose end has not come yet.
  private var open: [RecordBatch] = []
  private var isOver = false

  init(_ stream: BatchStream) { batches = stream.makeAsyncIterator() }

  /// The next run, as one batch or several; `nil` at the end.
  func next() async throws -> [RecordBatch]? {
    while !isOver {
      guard let batch = try await batches.next() else {
        isOver = true
        break
      }
      guard batch.rowCount > 0 else { continue }
      let starts = try WholeGroups.starts(batch)
      guard let last = starts.last else {
        open.append(batch)
        continue
      }
      let closed = open + (last > 0 ? [batch.slice(0..<last)] : [])
      open = [batch.slice(last..<batch.rowCount)]
      if !closed.isEmpty { return closed }
    }
    defer { open = [] }
    return open.isEmpty ? nil : open
  }

  /// The rows at which groups begin.
  static func starts(_ batch: RecordBatch) throws -> [Int] {
    guard let part = batch["_part"] else { return [] }
    return try (0..<batch.rowCount).filter { try part.integer(at: $0) == 1 }
  }
}

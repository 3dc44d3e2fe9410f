// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Dispatch
internal import Synchronization

/// Reads a message on a thread of its own while what was read before is written.
///
/// A few batches wait at most, so memory does not grow; the batches, and what stops them, come in the order
/// of the message. The reader belongs to the thread until this object is gone.
final class ReadAhead: DataMessageReader {
  /// Batches that are read and not taken yet.
  private static let waiting = 3

  private let queue: BatchLine
  private var isOver = false
  private(set) var header: MessageHeader
  private(set) var bytesRead: Int

  init(_ reader: any DataMessageReader) {
    header = reader.header
    bytesRead = reader.bytesRead
    let queue = BatchLine(capacity: ReadAhead.waiting)
    self.queue = queue
    let lent = Lent(reader)
    DispatchQueue(label: "ayni.sdmx.read").async {
      defer { queue.leave() }
      while queue.hasRoom() {
        let read = Result { try lent.reader.next() }
        queue.put(
          BatchLine.Entry(read: read, header: lent.reader.header, bytes: lent.reader.bytesRead)
        )
        guard case .success(.some) = read else { return }
      }
    }
  }

  deinit { queue.stop() }

  func next() throws -> DataBatch? {
    guard !isOver else { return nil }
    let entry = queue.take()
    (header, bytesRead) = (entry.header, entry.bytes)
    switch entry.read {
    case .success(let batch):
      isOver = batch == nil
      return batch
    case .failure(let error):
      isOver = true
      throw error
    }
  }

  /// `@unchecked Sendable`: the thread alone touches the reader until it has left the line.
  private struct Lent: @unchecked Sendable {
    let reader: any DataMessageReader
    init(_ reader: any DataMessageReader) { self.reader = reader }
  }
}

/// Batches between the thread that reads and the one that writes.
private final class BatchLine: Sendable {
  /// What was read, and how far the reader had come.
  struct Entry: Sendable {
    let read: Result<DataBatch?, any Error>
    let header: MessageHeader
    let bytes: Int
  }

  private let entries: Mutex<[Entry]> = Mutex([])
  private let isStopped: Mutex<Bool> = Mutex(false)
  // A semaphore that was waited for more often than it was signalled since it was made stops the program when
  // it goes, and an early end leaves batches untaken; so each begins with none.
  private let room: DispatchSemaphore = DispatchSemaphore(value: 0)
  private let filled: DispatchSemaphore = DispatchSemaphore(value: 0)
  private let left: DispatchSemaphore = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    for _ in 0..<capacity { room.signal() }
  }

  /// Waits until there is room; false where nobody wants more.
  func hasRoom() -> Bool {
    room.wait()
    return !isStopped.withLock { $0 }
  }

  func put(_ entry: Entry) {
    entries.withLock { $0.append(entry) }
    filled.signal()
  }

  /// The next entry; waits for it.
  func take() -> Entry {
    filled.wait()
    defer { room.signal() }
    return entries.withLock { $0.removeFirst() }
  }

  func leave() { left.signal() }

  /// Ends the reading, and waits until the reader is not used any more.
  func stop() {
    isStopped.withLock { $0 = true }
    room.signal()
    left.wait()
  }
}

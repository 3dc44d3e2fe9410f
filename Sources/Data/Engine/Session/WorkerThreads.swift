// SPDX-License-Identifier: Apache-2.0

internal import Relation
internal import Synchronization

/// The threads that the engine computes with beside those that call it.
///
/// Rows are added to a table on one thread. Where a thread of the engine's own takes that work, whoever
/// called the engine asks for other work without a pause until it is done, and keeps a core busy on which
/// the next rows could be made. So the engine has no threads of its own while rows are added and nothing
/// is computed.
actor WorkerThreads {
  /// What a statement asks of the engine.
  enum Work: Sendable {
    /// Rows are added to a table.
    case load
    /// Columns of a table are handed over as they are.
    case columns
    /// Anything else.
    case computation
  }

  /// Work that goes on until the last reference to this is let go.
  final class Ongoing: Sendable {
    private let ended: @Sendable () -> Void

    fileprivate init(_ ended: @escaping @Sendable () -> Void) { self.ended = ended }

    deinit { ended() }
  }

  private struct Counts {
    var loads = 0
    /// Work that began while there were threads, which may be busy with it.
    var withThreads = 0
  }

  private nonisolated let queue = EngineQueue("ayni.engine.threads")
  private let connection: Connection
  /// How many threads there can be, with the one that calls.
  private lazy var most = (try? countOfEngine()) ?? 1
  private var areThere = true
  private nonisolated let counts: Mutex<Counts> = Mutex(Counts())

  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  init(on connection: Connection) { self.connection = connection }

  /// Makes the threads fit before work begins.
  ///
  /// - Returns: what to hold on to while the work goes on.
  func begin(_ work: Work) -> Ongoing {
    let (loads, withThreads) = counts.withLock { ($0.loads, $0.withThreads) }
    switch work {
    case .load where withThreads == 0: set(areThere: false)
    case .computation where loads == 0: set(areThere: true)
    case .load, .columns, .computation: break
    }
    let hasThreads = areThere
    add(1, of: work, hasThreads)
    return Ongoing { self.add(-1, of: work, hasThreads) }
  }

  /// Makes the threads fit before work begins, and knows of it until it has ended.
  nonisolated(nonsending) func during<Result>(
    _ work: Work,
    _ body: () async throws -> Result
  ) async rethrows -> Result {
    let ongoing = await begin(work)
    defer { withExtendedLifetime(ongoing) {} }
    return try await body()
  }

  private nonisolated func add(_ count: Int, of work: Work, _ hasThreads: Bool) {
    counts.withLock {
      if work == .load { $0.loads += count }
      if hasThreads { $0.withThreads += count }
    }
  }

  /// Where the engine refuses, its threads stay as they are: only time is lost.
  private func set(areThere: Bool) {
    guard areThere != self.areThere, most > 1 else { return }
    let statement = SQLStatement("SET threads = \(areThere ? most : 1)")
    guard (try? connection.execute(statement)) != nil else { return }
    self.areThere = areThere
  }

  private func countOfEngine() throws -> Int {
    let statement = try connection.prepare(SQLStatement("SELECT current_setting('threads')"))
    var reader = try statement.open()
    return try reader.next().flatMap { try $0.columns[0].integer(at: 0) }.map(Int.init) ?? 1
  }
}

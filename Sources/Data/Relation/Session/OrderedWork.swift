// SPDX-License-Identifier: Apache-2.0

/// Puts pieces through a kernel on several cores and gives the results in the order of the pieces.
///
/// Used from one task. A few pieces are on their way at once, so memory does not grow with their
/// number; what fails is told in its turn, so that the first problem is the same on every machine.
struct OrderedWork<Piece: Sendable, Made: Sendable>: ~Copyable {
  private let next: () async throws -> Piece?
  private let kernel: @Sendable (Piece) throws -> Made
  private let width: Int
  private var running: [Task<Made, any Error>] = []
  private var isOver = false

  init(
    width: Int,
    _ next: @escaping () async throws -> Piece?,
    _ kernel: @escaping @Sendable (Piece) throws -> Made
  ) {
    self.next = next
    self.kernel = kernel
    self.width = width
  }

  deinit {
    for task in running { task.cancel() }
  }

  /// The next result; `nil` at the end.
  mutating func result() async throws -> Made? {
    while !isOver, running.count < width { await start() }
    guard !running.isEmpty else { return nil }
    return try await running.removeFirst().value
  }

  private mutating func start() async {
    do {
      guard let piece = try await next() else {
        isOver = true
        return
      }
      let kernel = kernel
      running.append(Task { @concurrent in try kernel(piece) })
    } catch {
      isOver = true
      running.append(Task { throw error })
    }
  }
}

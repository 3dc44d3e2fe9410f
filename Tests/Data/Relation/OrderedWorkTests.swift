// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing

@testable import Relation

@Suite struct OrderedWorkTests {
  private struct Failure: Error, Equatable {
    let piece: Int
  }

  /// Results of the pieces 0 to `count`, in the order in which they come.
  private func results(
    _ count: Int,
    width: Int,
    _ kernel: @escaping @Sendable (Int) throws -> Int
  ) async throws -> [Int] {
    let pieces = Mutex(0)
    var work = OrderedWork(width: width) {
      pieces.withLock { piece -> Int? in
        guard piece < count else { return nil }
        piece += 1
        return piece - 1
      }
    } _: { piece in
      try kernel(piece)
    }
    var results: [Int] = []
    while let result = try await work.result() { results.append(result) }
    return results
  }

  @Test(arguments: [1, 2, 4, 9])
  func `results come in the order of their pieces, however long each takes`(width: Int) async throws
  {
    let results = try await results(50, width: width) { piece in
      // Earlier pieces of a group take longer than later ones.
      var sum = 0
      for step in 0..<((4 - piece % 4) * 20_000) { sum &+= step }
      return sum == .min ? -1 : piece
    }
    #expect(results == Array(0..<50))
  }

  @Test func `the first piece that fails is the one that is told`() async {
    let failure = await #expect(throws: Failure.self) {
      try await results(20, width: 4) { piece in
        if piece >= 3 { throw Failure(piece: piece) }
        return piece
      }
    }
    #expect(failure?.piece == 3)
  }

  @Test func `nothing in, nothing out`() async throws {
    #expect(try await results(0, width: 4) { $0 } == [])
  }
}

// SPDX-License-Identifier: Apache-2.0

import Columns
import Structures
import Testing

@testable import SDMX

/// A message read on a thread of its own: left early, broken off, read to its end.
@Suite struct ReadAheadTests {
  private struct Broken: Error {}

  /// Gives so many batches, and then ends or fails.
  private final class Batches: DataMessageReader {
    let header = MessageHeader(id: "M", prepared: "2026-01-01", sender: "AYNI")
    private(set) var bytesRead = 0
    private let count: Int
    private let fails: Bool
    private let data: DataSetHeader

    init(_ count: Int, fails: Bool = false) throws {
      self.count = count
      self.fails = fails
      data = DataSetHeader(try SampleStructures.smallest(), nil, .append)
    }

    func next() throws -> DataBatch? {
      if bytesRead == count {
        if fails { throw Broken() }
        return nil
      }
      bytesRead += 1
      return DataBatch(header: data, batch: try RecordBatch([]), lines: [])
    }
  }

  @Test(arguments: 0...5, [0, 1, 2, 3, 4, 40])
  func `a message may be left after any batch`(taken: Int, batches: Int) throws {
    for _ in 0..<20 {
      let reader = ReadAhead(try Batches(batches))
      for place in 0..<min(taken, batches) {
        #expect(try reader.next() != nil)
        #expect(reader.bytesRead == place + 1)
      }
    }
  }

  @Test(arguments: [0, 1, 3, 7])
  func `what ends a message comes after its batches, once`(batches: Int) throws {
    let whole = ReadAhead(try Batches(batches))
    for _ in 0..<batches { #expect(try whole.next() != nil) }
    #expect(try whole.next() == nil && whole.next() == nil)
    let broken = ReadAhead(try Batches(batches, fails: true))
    for _ in 0..<batches { #expect(try broken.next() != nil) }
    #expect(throws: Broken.self) { try broken.next() }
    #expect(try broken.next() == nil)
  }
}

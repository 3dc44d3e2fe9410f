// SPDX-License-Identifier: Apache-2.0

import Columns
import Testing

@Suite struct ShortTextTests {
  private func short(_ bytes: [UInt8]) -> ShortText? {
    bytes.withUnsafeBufferPointer { ShortText($0) }
  }

  /// Texts of every length over three bytes, zero among them, so that many differ in one place only.
  private static let texts: [[UInt8]] = (0...16).flatMap { length -> [[UInt8]] in
    let same = [UInt8](repeating: 0x41, count: length)
    let changed = (0..<length).flatMap { place in
      [0x00, 0x42, 0xFF].map { (byte: UInt8) in
        var text = same
        text[place] = byte
        return text
      }
    }
    return [same] + changed
  }

  @Test func `two texts are equal exactly where all their bytes are`() {
    for left in Self.texts {
      for right in Self.texts {
        #expect((short(left) == short(right)) == (left == right), "\(left) and \(right)")
        if left == right { #expect(short(left)?.hash == short(right)?.hash) }
      }
    }
  }

  @Test func `a text of more than sixteen bytes is none`() {
    #expect(short([UInt8](repeating: 0x41, count: 16)) != nil)
    #expect(short([UInt8](repeating: 0x41, count: 17)) == nil)
    #expect(short([]) != nil)
  }

  @Test func `a hash differs for nearly all codes of a list`() {
    let hashes = Set((0..<10_000).map { short(Array("C\($0)".utf8))?.hash })
    #expect(hashes.count > 9_900)
  }
}

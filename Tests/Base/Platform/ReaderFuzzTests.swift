// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Platform

/// Mutated files through every reader: an answer or a coded error, never a crash, never a hang.
///
/// The seed is fixed, so that a failure can be seen again; each reader has a bounded number of files.
@Suite(.timeLimit(.minutes(2))) struct ReaderFuzzTests {
  private static let rounds = 3_000

  private func mutated(_ text: String, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
      let position = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0...4, using: &generator) {
      case 0: bytes[position] = UInt8.random(in: .min ... .max, using: &generator)
      case 1: bytes.remove(at: position)
      case 2: bytes.insert(UInt8.random(in: .min ... .max, using: &generator), at: position)
      case 3: bytes.removeSubrange(position...)
      default: bytes.insert(contentsOf: bytes[position...].prefix(40), at: position)
      }
    }
    return bytes
  }

  @Test func `delimited text`() {
    var generator = SeededGenerator(seed: 1)
    let sample = "id;name;\"amount\"\n1;\"a \"\"b\"\"\r\nc\";1,50\n\n2;é🌍;\n"
    for _ in 0..<Self.rounds {
      let bytes = mutated(sample, &generator)
      bytes.withUnsafeBufferPointer { buffer in
        var reader = DelimitedTextReader(buffer, .guessed(from: buffer))
        let record = DelimitedRecord()
        var rows = 0
        var last = 0
        while reader.next(record) {
          rows += 1
          #expect(record.line > last || rows == 1)
          last = record.line
          #expect(record.count > 0)
        }
        #expect(rows <= bytes.count)
        #expect(reader.bytesRead == bytes.count)
      }
    }
  }

  @Test func `settings`() {
    var generator = SeededGenerator(seed: 2)
    let sample =
      "a = 1\nb = { en = \"x\", fr = \"é\" }\n[t]\nd = 2024-02-29\n[[l]]\nv = [1, 2.5, true]\n"
    for _ in 0..<Self.rounds {
      let text = String(decoding: mutated(sample, &generator), as: UTF8.self)
      do throws(Diagnostic) {
        _ = try TOMLDocument(text, file: "fuzz.toml")
      } catch {
        #expect(error.code.family == "platform")
      }
    }
  }

  @Test func `archives`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<Self.rounds {
      var bytes = mutated("PK\u{3}\u{4}" + String(repeating: "x", count: 60), &generator)
      bytes += [0x50, 0x4B, 0x05, 0x06]
      bytes += (0..<18).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      #expect(!bytes.withUnsafeBytes { ZipDirectory.isWhole($0) })
    }
  }
}

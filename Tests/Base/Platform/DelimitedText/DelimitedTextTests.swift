// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Platform

@Suite struct DelimitedTextTests {
  private struct Row: Equatable {
    let line: Int
    let texts: [String]
    let fault: DelimitedRecord.Fault?

    init(_ line: Int, _ texts: [String], _ fault: DelimitedRecord.Fault? = nil) {
      self.line = line
      self.texts = texts
      self.fault = fault
    }
  }

  private func rows(_ bytes: [UInt8]) -> [Row] {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .guessed(from: buffer))
      let record = DelimitedRecord()
      var rows: [Row] = []
      while reader.next(record) { rows.append(Row(record.line, record.texts, record.fault)) }
      return rows
    }
  }

  private func rows(_ text: String) -> [Row] { rows(Array(text.utf8)) }

  @Test(arguments: [1, 2, 3, 100])
  func `blocks of any size hold the rows that single records hold`(size: Int) {
    let text = "a,b\n1,\"x\ny\"\n\n2\n\u{E9},\"q\"\"q\"\n\"o\"p,3\n4,\"open"
    let bytes = Array(text.utf8) + [0xFF, 0x0A]
    let expected = rows(bytes)
    let blocks = bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .comma)
      var block = DelimitedRows(rows: size, fields: 2)
      var rows: [Row] = []
      while reader.next(size, &block) {
        #expect(block.count <= size)
        for row in 0..<block.count {
          rows.append(Row(block.line(row), block.texts(row), block.fault(row)))
        }
      }
      return rows
    }
    #expect(blocks == expected)
    #expect(expected.contains { $0.fault != nil } && expected.contains { $0.texts.count == 1 })
  }

  @Test func `rows that are not sound are named in order, each once`() {
    let bytes = Array("1,2\n3\n4,5\n\"6\"x,7\n8,9,10\n".utf8)
    let unsound = bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .comma)
      var block = DelimitedRows()
      _ = reader.next(10, &block)
      return block.unsound(width: 2).map { "\($0.row) \($0.fault == nil ? "fields" : "text")" }
    }
    #expect(unsound == ["1 fields", "3 text", "4 fields"])
  }

  @Test func `every row says its physical line, across quoted line breaks and empty lines`() {
    #expect(
      rows("a,b\n1,\"x\ny\r\nz\"\n\n2,w\r\n3,\"\"\r4,v")
        == [
          Row(1, ["a", "b"]), Row(2, ["1", "x\ny\r\nz"]), Row(6, ["2", "w"]), Row(7, ["3", ""]),
          Row(8, ["4", "v"]),
        ]
    )
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `the delimiter is guessed from the header`(delimiter: String) {
    let text = ["a", "\"b,;|\tc\"", "d"].joined(separator: delimiter) + "\n1"
    #expect(rows(text).first == Row(1, ["a", "b,;|\tc", "d"]))
  }

  @Test func `doubled quotes stand for one and an end without line break is an end`() {
    #expect(rows("\"say \"\"yes\"\"\",x,") == [Row(1, ["say \"yes\"", "x", ""])])
  }

  @Test func `a byte order mark is passed over`() {
    #expect(rows([0xEF, 0xBB, 0xBF] + Array("a,b".utf8)) == [Row(1, ["a", "b"])])
  }

  @Test func `what is wrong is told with its row and reading goes on`() {
    #expect(
      rows("a,b\n\"x\"y,2\n3,4")[1...] == [
        Row(2, ["x", "2"], .textAfterQuote), Row(3, ["3", "4"]),
      ]
    )
    #expect(rows("a,b\n1,\"open\n2,3").last?.fault == .openQuote(line: 2))
    #expect(rows(Array("a\nr".utf8) + [0xE9] + Array("sum\nb".utf8))[1].fault == .notUTF8)
  }

  @Test func `older encodings are turned into UTF-8`() {
    let bytes: [UInt8] = [0x63, 0xF4, 0x74, 0xE9, 0x80, 0x9C]
    let windows = bytes.withUnsafeBufferPointer { SingleByteText.windows1252.utf8($0) }
    #expect(String(decoding: windows, as: UTF8.self) == "côté€œ")
    let latin = bytes[..<4].withUnsafeBufferPointer { SingleByteText.latin1.utf8($0) }
    #expect(String(decoding: latin, as: UTF8.self) == "côté")
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `fields end at delimiters and line breaks, wherever they stand`(delimiter: String) {
    var generator = SeededGenerator(seed: 20_261_128)
    // The neighbours of the marks among the bytes, and bytes whose highest bit is set.
    let alphabet = [
      "a", delimiter, delimiter, "\n", "\r", "\r\n", "\u{B}", "-", "+", ":", "{", "}", "é",
    ]
    for _ in 0..<500 {
      let lines = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        (0..<Int.random(in: 0...40, using: &generator))
          .map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
      }
      // The first line says what stands between fields.
      let text = "x\(delimiter)y\(delimiter)z\n" + lines.joined(separator: "\n")
      let expected = text.utf8.split { $0 == 10 || $0 == 13 }.map { line in
        line.split(separator: Array(delimiter.utf8)[0], omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
      }
      #expect(rows(text).map(\.texts) == expected)
    }
  }

  @Test func `what is written is read again, whatever the fields hold`() {
    var generator = SeededGenerator(seed: 20_260_101)
    let alphabet = ["a", ",", ";", "\"", "\n", "\r", "\r\n", "é", "🌍", " ", "\t", "0"]
    for _ in 0..<500 {
      let table = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...6, using: &generator))
            .map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
        }
      }
      var bytes: [UInt8] = []
      for row in [["a", "b", "c"]] + table { DelimitedTextWriter().write(row, to: &bytes) }
      #expect(rows(bytes).dropFirst().map(\.texts) == table)
    }
  }
}

/// SplitMix64, so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

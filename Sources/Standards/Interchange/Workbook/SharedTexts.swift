// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// The texts that cells share.
///
/// - Source: ISO/IEC 29500-1, 18.4 (shared string table): runs are joined, phonetic hints left out.
enum SharedTexts {
  static func read(
    _ archive: ZipArchive,
    _ path: String,
    limits: WorkbookLimits
  ) throws(Diagnostic) -> [String] {
    // Cells would lose their texts without a word.
    guard let entry = try archive.open(path) else { throw archive.damaged }
    let state = State()
    let sink = XMLSink(
      start: { state.start($0.name.text) },
      end: { state.end($0.text) },
      text: { state.add($0) }
    )
    let stream = try XMLStream(
      pieces: { (buffer) throws(Diagnostic) in try entry.read(into: buffer) },
      named: archive.name,
      sink
    )
    while try stream.pump() {
      if state.size > limits.sharedText {
        throw InterchangeDefinitions.workbookLimit.at(
          Location(archive.name),
          ["file": .text(archive.name), "limit": .count(limits.sharedText)]
        )
      }
    }
    return state.texts
  }

  private final class State {
    var texts: [String] = []
    var size = 0
    private var current: [UInt8] = []
    private var isText = false
    private var hints = 0

    func start(_ name: String) {
      switch name {
      case "si": current.removeAll(keepingCapacity: true)
      case "rPh": hints += 1
      case "t": isText = hints == 0
      default: break
      }
    }

    func end(_ name: String) {
      switch name {
      case "si":
        texts.append(EscapedText.decoded(current))
        // An empty text takes room too.
        size += MemoryLayout<String>.stride
      case "rPh": hints -= 1
      case "t": isText = false
      default: break
      }
    }

    func add(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard isText else { return }
      size += bytes.count
      current.append(contentsOf: bytes)
    }
  }
}

/// Characters that XML cannot hold, as workbooks write them: `_x000D_`.
///
/// A null is none of them: it would end the text in whatever is written in C. Nor are U+FFFE and U+FFFF,
/// which are no characters.
///
/// - Source: ISO/IEC 29500-1, 22.9.2.19 (ST_Xstring).
enum EscapedText {
  static func decoded(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if let scalar = scalar(bytes, position) {
        result.append(contentsOf: String(scalar).utf8)
        position += 7
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A text in which what only looks like an escape is one for its first letter.
  static func encoded(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (position, byte) in bytes.enumerated() {
      if scalar(bytes, position) != nil { result.append(contentsOf: "_x005F".utf8) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(_ bytes: [UInt8], _ start: Int) -> UnicodeScalar? {
    guard start + 7 <= bytes.count, bytes[start] == UInt8(ascii: "_"),
      bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[start + 2..<start + 6]
    guard digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), number > 0,
      number < 0xFFFE
    else { return nil }
    return UnicodeScalar(number)
  }
}

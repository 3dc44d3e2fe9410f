// SPDX-License-Identifier: Apache-2.0

/// Takes the values of records out of an engine's message, which may be logged or sent.
enum MessageRedaction {
  /// The first line of a message without anything quoted and without numbers.
  ///
  /// Further lines are left out: there an engine prints the record itself. A quotation ends at the
  /// last mark of its kind, so that a mark inside the value reveals nothing; the number of a line
  /// in a file stays.
  static func redacted(_ message: String) -> String {
    let line = message.prefix { !$0.isNewline }
    return withoutNumbers(withoutQuotations(line))
  }

  private static func withoutQuotations(_ line: Substring) -> String {
    guard let open = line.firstIndex(where: { "'\"`".contains($0) }) else { return String(line) }
    let rest = line[line.index(after: open)...]
    let kept = line[..<open] + "…"
    guard let close = rest.lastIndex(of: line[open]) else { return String(kept) }
    return kept + withoutQuotations(rest[rest.index(after: close)...])
  }

  private static func withoutNumbers(_ line: String) -> String {
    var text = ""
    var isInWord = false
    var rest = line[...]
    while let character = rest.first {
      if character.isASCII, character.isNumber, !isInWord {
        let number = rest.prefix { $0.isNumber || ".-+:eE".contains($0) }
        text += text.hasSuffix("Line: ") ? String(number) : "…"
        rest = rest.dropFirst(number.count)
        isInWord = true
      } else {
        text.append(character)
        isInWord = character.isLetter || character.isNumber || character == "_"
        rest = rest.dropFirst()
      }
    }
    return text
  }
}

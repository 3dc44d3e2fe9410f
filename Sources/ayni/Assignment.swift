// SPDX-License-Identifier: Apache-2.0

/// A word of a command line that is written `NAME=VALUE`, such as a dimension and its code.
struct Assignment {
  let name: String
  let value: String

  /// Reads a word; `nil` where it has no `=`, or nothing before or after it.
  init?(_ word: String) {
    guard let mark = word.firstIndex(of: "="), mark > word.startIndex,
      word.index(after: mark) < word.endIndex
    else { return nil }
    name = String(word[..<mark])
    value = String(word[word.index(after: mark)...])
  }
}

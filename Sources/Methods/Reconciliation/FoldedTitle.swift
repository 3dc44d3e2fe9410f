// SPDX-License-Identifier: Apache-2.0

/// A title without what two offices write differently: case, accents, punctuation, spacing.
///
/// `Cooperación técnica – agua` and `COOPERACION TECNICA (agua)` are one folded title.
public struct FoldedTitle: Sendable, Hashable {
  /// The words, in order: letters and digits alone.
  public let words: [String]

  /// Folds a title.
  public init(_ title: String) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      guard FoldedTitle.isPartOfWord(scalar) else {
        if !word.isEmpty { words.append(String(word)) }
        word.removeAll(keepingCapacity: true)
        continue
      }
      guard !scalar.properties.isDiacritic else { continue }
      word.append(contentsOf: FoldedTitle.folded(scalar))
    }
    if !word.isEmpty { words.append(String(word)) }
    self.words = words
  }

  /// Every run of three scalars of the words with a space on either side, packed into one number each.
  ///
  /// - Returns: 21 bits a scalar, sorted, each once.
  var trigrams: [UInt64] {
    let space = UInt64(UnicodeScalar(" ").value)
    var grams: [UInt64] = []
    for word in words {
      var (first, second) = (space, space)
      for (position, scalar) in word.unicodeScalars.enumerated() {
        let third = UInt64(scalar.value)
        if position > 0 { grams.append(first << 42 | second << 21 | third) }
        (first, second) = (second, third)
      }
      grams.append(first << 42 | second << 21 | space)
    }
    grams.sort()
    var (kept, last) = (0, UInt64.max)
    for gram in grams where gram != last {
      grams[kept] = gram
      kept += 1
      last = gram
    }
    grams.removeLast(grams.count - kept)
    return grams
  }

  private static func isPartOfWord(_ scalar: UnicodeScalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.isDiacritic
  }

  private static func folded(_ scalar: UnicodeScalar) -> String.UnicodeScalarView {
    if scalar.isASCII {
      var folded = String.UnicodeScalarView()
      folded.append(UnicodeScalar(UInt8(scalar.value) | (scalar.value >= 65 ? 0x20 : 0)))
      return folded
    }
    let lower = scalar.properties.lowercaseMapping
    return bases[lower]?.unicodeScalars ?? lower.unicodeScalars
  }

  /// The Latin letter under each accented one.
  ///
  /// Strings that differ in how an accent is encoded are equal, so a letter with a combining mark finds
  /// the letter that has it built in.
  private static let bases: [String: String] = {
    var bases = [
      "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
    ]
    for letter in UnicodeScalar("a").value...UnicodeScalar("z").value {
      for mark in UInt32(0x300)...0x338 {
        guard let letter = UnicodeScalar(letter), let mark = UnicodeScalar(mark) else { continue }
        var accented = String.UnicodeScalarView([letter])
        accented.append(mark)
        bases[String(accented)] = String(letter)
      }
    }
    return bases
  }()
}

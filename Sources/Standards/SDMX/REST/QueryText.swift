// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A part of a query with the place where it stands in the text that was asked.
///
/// `%2C` is read as the character that it stands for, as servers of SDMX do.
struct QueryText {
  /// The characters, decoded.
  let characters: [Character]
  /// Where each character stands in the query, counted from one; one more for the end.
  let places: [Int]

  /// Takes a whole query.
  ///
  /// - Throws: `sdmx.bad-query` where a percent sign is followed by no two digits.
  init(_ query: String) throws(Diagnostic) {
    var characters: [Character] = []
    var places: [Int] = []
    let all = Array(query)
    var position = 0
    while position < all.count {
      let start = position
      var bytes: [UInt8] = []
      while position < all.count, all[position] == "%" {
        let digits = String(all[(position + 1)...].prefix(2))
        guard digits.count == 2, let byte = UInt8(digits, radix: 16) else {
          throw QueryText.problem(start + 1, "%XX")
        }
        bytes.append(byte)
        position += 3
      }
      if bytes.isEmpty {
        characters.append(all[position])
        places.append(position + 1)
        position += 1
      } else {
        for character in String(decoding: bytes, as: UTF8.self) {
          characters.append(character)
          places.append(start + 1)
        }
      }
    }
    self.characters = characters
    self.places = places + [all.count + 1]
  }

  private init(_ characters: [Character], _ places: [Int]) {
    self.characters = characters
    self.places = places
  }

  /// The text.
  var string: String { String(characters) }
  /// Whether there is nothing.
  var isEmpty: Bool { characters.isEmpty }
  /// Where it begins.
  var place: Int { places[0] }

  /// The parts between marks.
  func split(_ mark: Character) -> [QueryText] {
    var parts: [QueryText] = []
    var start = 0
    for end in 0...characters.count where end == characters.count || characters[end] == mark {
      parts.append(slice(start, end))
      start = end + 1
    }
    return parts
  }

  /// The part before the first mark and the part after it; `nil` where there is no mark.
  func cut(_ mark: Character) -> (before: QueryText, after: QueryText)? {
    guard let at = characters.firstIndex(of: mark) else { return nil }
    return (slice(0, at), slice(at + 1, characters.count))
  }

  /// The characters from one position up to another.
  func slice(_ start: Int, _ end: Int) -> QueryText {
    QueryText(Array(characters[start..<end]), Array(places[start...end]))
  }

  /// The problem that something else was expected here.
  func problem(_ expected: String) -> Diagnostic { QueryText.problem(place, expected) }

  static func problem(_ place: Int, _ expected: String) -> Diagnostic {
    SDMXDefinitions.badQuery.at(
      Location("query", line: 1, column: place),
      ["place": .count(place), "expected": .text(expected)]
    )
  }

  // MARK: Words of the grammar

  /// An agency: names with points between them.
  func agency() throws(Diagnostic) -> String {
    for part in split(".") { _ = try part.name("agencyID") }
    return string
  }

  /// A name: a letter, then letters, digits, `_` and `-`.
  func name(_ expected: String) throws(Diagnostic) -> String {
    guard let first = characters.first, first.isASCII, first.isLetter,
      characters.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) })
    else { throw problem(expected) }
    return string
  }

  /// An identifier: letters, digits, `_`, `@`, `$` and `-`.
  func identifier(_ expected: String) throws(Diagnostic) -> String {
    let isSound = characters.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "_@$-".contains($0))
    }
    guard !isEmpty, isSound else { throw problem(expected) }
    return string
  }

  /// The identifiers of a path of items: `A.B`.
  func itemPath() throws(Diagnostic) -> String {
    for part in split(".") { _ = try part.identifier("itemID") }
    return string
  }

  /// A whole number.
  func number(least: Int) throws(Diagnostic) -> Int {
    guard !isEmpty, characters.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(string),
      number >= least
    else { throw problem(least > 0 ? "1, 2, 3 …" : "0, 1, 2 …") }
    return number
  }

  /// `true` or `false`.
  func truth() throws(Diagnostic) -> Bool {
    guard let truth = Bool(string) else { throw problem("true | false") }
    return truth
  }

  /// One of some words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type
  ) throws(Diagnostic) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: string) else {
      throw problem(Word.allCases.map(\.rawValue).joined(separator: " | "))
    }
    return word
  }
}

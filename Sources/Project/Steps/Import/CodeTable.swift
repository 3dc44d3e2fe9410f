// SPDX-License-Identifier: Apache-2.0

internal import Columns

/// What texts of a source stand for, found by their bytes: the codes of a list, and a mapping to them.
///
/// Codes are compared by their bytes, as everywhere in SDMX: letters that only look alike differ.
struct CodeTable: Sendable {
  /// What a text of the source stands for, and where both lie among the bytes.
  fileprivate struct Entry {
    let text: Range<Int>
    let code: Range<Int>
    /// The text itself where it is short, as most are.
    let short: ShortText?
  }

  /// All texts, one after the other.
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Positions in `entries` by hash, -1 for none; its size is a power of two.
  private var places: [Int32]

  /// Makes a table.
  ///
  /// - Parameter codes: what each text of the source stands for.
  init(_ codes: [String: String]) {
    var size = 16
    while size < codes.count * 2 { size *= 2 }
    places = Array(repeating: -1, count: size)
    for (text, code) in codes.sorted(by: { $0.key < $1.key }) {
      let (short, hash) = text.withCopiedUTF8 { (ShortText($0), CodeTable.hash($0)) }
      var place = hash & (size - 1)
      while places[place] >= 0 { place = (place + 1) & (size - 1) }
      places[place] = Int32(entries.count)
      entries.append(Entry(text: store(text), code: store(code), short: short))
    }
  }

  private mutating func store(_ text: String) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return start..<bytes.count
  }

  /// Gives a lookup to a loop over many fields.
  func withLookup<Result>(_ body: (borrowing Lookup) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { bytes in
      try entries.withUnsafeBufferPointer { entries in
        try places.withUnsafeBufferPointer { places in
          try body(Lookup(bytes: bytes, entries: entries, places: places))
        }
      }
    }
  }

  /// Finds what fields stand for; valid within the call that received it.
  struct Lookup: ~Copyable {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let entries: UnsafeBufferPointer<Entry>
    fileprivate let places: UnsafeBufferPointer<Int32>

    /// What a field stands for; `nil` where the table does not have it.
    @inline(__always)
    func code(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
      guard let short = ShortText(field) else { return longCode(field) }
      return code(hash: short.hash) { $0.short == short }
    }

    private func longCode(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
      code(hash: CodeTable.hash(field)) { bytes[$0.text].elementsEqual(field) }
    }

    @inline(__always)
    private func code(
      hash: Int,
      where isSame: (Entry) -> Bool
    ) -> UnsafeBufferPointer<UInt8>? {
      var place = hash & (places.count &- 1)
      while places[place] >= 0 {
        let entry = entries[Int(places[place])]
        if isSame(entry) { return UnsafeBufferPointer(rebasing: bytes[entry.code]) }
        place = (place &+ 1) & (places.count &- 1)
      }
      return nil
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    if let short = ShortText(text) { return short.hash }
    // FNV-1a with its last bits mixed.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29))
  }
}

extension String {
  fileprivate func withCopiedUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
  {
    var copy = self
    return copy.withUTF8(body)
  }
}

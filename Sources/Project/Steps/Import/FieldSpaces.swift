// SPDX-License-Identifier: Apache-2.0

extension UnsafeBufferPointer<UInt8> {
  /// The bytes without white space at either end, no-break and narrow spaces among it: nobody sees that two
  /// identifiers differ by one.
  @inline(__always)
  var trimmingSpaces: UnsafeBufferPointer<UInt8> {
    guard let first, let last, first.mayBeSpace || last.mayBeSpace else { return self }
    return withoutSpaces
  }

  /// Apart from the loops that read a column, which few fields leave.
  @inline(never)
  private var withoutSpaces: UnsafeBufferPointer<UInt8> {
    var rest = self[...]
    while let count = rest.first.flatMap({ $0.isSpace ? 1 : wideSpace { rest.starts(with: $0) } }) {
      rest = rest.dropFirst(count)
    }
    while let count = rest.last.flatMap({
      $0.isSpace ? 1 : wideSpace { rest.suffix($0.count).elementsEqual($0) }
    }) {
      rest = rest.dropLast(count)
    }
    return UnsafeBufferPointer(rebasing: rest)
  }

  /// How many bytes the space has that stands where the closure looks; `nil` where none stands there.
  private func wideSpace(_ isThere: ([UInt8]) -> Bool) -> Int? {
    UInt8.wideSpaces.first(where: isThere)?.count
  }
}

extension Character {
  /// No-break, thin and narrow no-break spaces, which programs write where people type a space.
  static let wideSpaces: [Character] = ["\u{A0}", "\u{2009}", "\u{202F}"]
}

extension UInt8 {
  /// The bytes of those spaces.
  static let wideSpaces: [[UInt8]] = Character.wideSpaces.map { Array(String($0).utf8) }

  @inline(__always)
  fileprivate var mayBeSpace: Bool { self &- 33 >= 0x80 - 33 }

  @inline(__always)
  fileprivate var isSpace: Bool { self <= 32 && (self == 32 || (9...13).contains(self)) }
}

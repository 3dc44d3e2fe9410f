// SPDX-License-Identifier: Apache-2.0

/// The fields of many rows, one after the other; valid within the closure that received them.
@frozen
public struct DelimitedFields {
  /// Where a field lies.
  @frozen
  @usableFromInline
  struct Place {
    /// How far from the origin it begins, or its number among the others.
    @usableFromInline let start: UInt32
    /// How many bytes it has; the greatest number for one of the others.
    @usableFromInline let count: UInt32

    /// A field within four gigabytes of the origin; `nil` for any other.
    @inline(__always)
    init?(_ field: UnsafeBufferPointer<UInt8>, from origin: UnsafePointer<UInt8>) {
      guard let base = field.baseAddress, let start = UInt32(exactly: base - origin),
        field.count < UInt32.max
      else { return nil }
      self.start = start
      count = UInt32(truncatingIfNeeded: field.count)
    }

    init(other position: Int) {
      start = UInt32(position)
      count = .max
    }

    /// The bytes of the field; `nil` for one of the others.
    @inlinable
    func bytes(from origin: UnsafePointer<UInt8>?) -> UnsafeBufferPointer<UInt8>? {
      guard count != .max, let origin else { return nil }
      return UnsafeBufferPointer(start: origin + Int(start), count: Int(count))
    }
  }

  @usableFromInline let origin: UnsafePointer<UInt8>?
  @usableFromInline let places: UnsafeBufferPointer<Place>
  @usableFromInline let others: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>

  init(
    origin: UnsafePointer<UInt8>?,
    places: UnsafeBufferPointer<Place>,
    others: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>
  ) {
    self.origin = origin
    self.places = places
    self.others = others
  }

  /// How many fields there are.
  @inlinable public var count: Int { places.count }

  /// The bytes of a field.
  @inlinable
  public subscript(_ position: Int) -> UnsafeBufferPointer<UInt8> {
    let place = places[position]
    return place.bytes(from: origin) ?? others[Int(place.start)]
  }
}

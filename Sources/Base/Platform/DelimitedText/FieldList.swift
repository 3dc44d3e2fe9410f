// SPDX-License-Identifier: Apache-2.0

/// The fields of many rows, one after the other: a list that is filled millions of times and never copied.
///
/// Fields lie in a text one after the other, so eight bytes say where each of them is.
struct FieldList: ~Copyable {
  private var places: UnsafeMutablePointer<DelimitedFields.Place>?
  private(set) var count: Int = 0
  private var capacity = 0
  /// Where the text begins in which most fields lie.
  private var origin: UnsafePointer<UInt8>?
  /// Fields that lie elsewhere, such as copies.
  private var others: [UnsafeBufferPointer<UInt8>] = []

  deinit { places?.deallocate() }

  /// Makes room for as many fields in all.
  mutating func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    capacity = max(needed, capacity * 2, 64)
    let grown = UnsafeMutablePointer<DelimitedFields.Place>.allocate(capacity: capacity)
    if let places {
      grown.moveInitialize(from: places, count: count)
      places.deallocate()
    }
    places = grown
  }

  /// Adds a field wherever it lies.
  @inline(__always)
  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    let place = origin.flatMap { DelimitedFields.Place(field, from: $0) }
    append(place ?? keep(field))
  }

  private mutating func keep(_ field: UnsafeBufferPointer<UInt8>) -> DelimitedFields.Place {
    others.append(field)
    return DelimitedFields.Place(other: others.count - 1)
  }

  @inline(__always)
  private mutating func append(_ place: DelimitedFields.Place) {
    if count == capacity { reserve(count + 1) }
    places.unsafelyUnwrapped.advanced(by: count).initialize(to: place)
    count &+= 1
  }

  /// Forgets all fields; those that come lie in a text that begins here.
  mutating func removeAll(from origin: UnsafePointer<UInt8>? = nil) {
    count = 0
    others.removeAll(keepingCapacity: true)
    self.origin = origin
  }

  subscript(_ position: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(position >= 0 && position < count, "no such field")
    let place = places.unsafelyUnwrapped[position]
    return place.bytes(from: origin) ?? others[Int(place.start)]
  }

  /// Gives all fields to a loop that reads many of them.
  func withFields<Result>(_ body: (DelimitedFields) -> Result) -> Result {
    others.withUnsafeBufferPointer { body(view($0)) }
  }

  private func view(_ others: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>) -> DelimitedFields {
    DelimitedFields(
      origin: origin,
      places: UnsafeBufferPointer(start: places, count: count),
      others: others
    )
  }
}

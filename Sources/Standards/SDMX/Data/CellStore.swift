// SPDX-License-Identifier: Apache-2.0

/// Values of components that hold for several rows: of a series, a group or a whole set of data.
struct CellStore {
  private var bytes: [UInt8] = []
  private var starts: [Int]
  private var counts: [Int]

  init(width: Int) {
    starts = Array(repeating: 0, count: width)
    counts = Array(repeating: -1, count: width)
  }

  /// How many components there are.
  var width: Int { counts.count }

  /// Forgets all values.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    for component in counts.indices { counts[component] = -1 }
  }

  @inline(__always)
  func has(_ component: Int) -> Bool { counts[component] >= 0 }

  /// Sets a value; the first one counts.
  mutating func set(_ component: Int, _ value: some Collection<UInt8>) {
    guard counts[component] < 0 else { return }
    starts[component] = bytes.count
    counts[component] = value.count
    bytes.append(contentsOf: value)
  }

  /// The bytes of a value.
  func value(_ component: Int) -> ArraySlice<UInt8>? {
    guard counts[component] >= 0 else { return nil }
    return bytes[starts[component]..<starts[component] + counts[component]]
  }

  /// Sets every value that the current row has not yet.
  @inline(__always)
  func fill(_ columns: ObservationColumns, line: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      for component in 0..<counts.count {
        let count = counts[component]
        guard count >= 0 else { continue }
        let start = starts[component]
        columns.set(
          component,
          UnsafeBufferPointer(rebasing: bytes[start..<start + count]),
          line: line
        )
      }
    }
  }
}

/// Attributes of groups, found by the values of the dimensions that make the group.
struct GroupTable {
  private var groups: [[Int]: [[UInt8]: CellStore]] = [:]

  var isEmpty: Bool { groups.isEmpty }

  mutating func removeAll() { groups = [:] }

  /// Keeps the attributes of a group.
  ///
  /// - Parameters:
  ///   - cells: dimensions and attributes.
  ///   - dimensions: how many components are dimensions; they come first.
  mutating func insert(_ cells: CellStore, dimensions: Int) {
    let key = (0..<dimensions).filter { cells.has($0) }
    guard let values = GroupTable.key(key, cells) else { return }
    groups[key, default: [:]][values] = cells
  }

  /// Puts the attributes of all groups that a series belongs to into its values.
  func apply(to series: inout CellStore) {
    for (key, table) in groups {
      guard let values = GroupTable.key(key, series), let cells = table[values] else { continue }
      for component in 0..<series.width where !series.has(component) {
        if let value = cells.value(component) { series.set(component, value) }
      }
    }
  }

  private static func key(_ dimensions: [Int], _ cells: CellStore) -> [UInt8]? {
    var key: [UInt8] = []
    for dimension in dimensions {
      guard let value = cells.value(dimension) else { return nil }
      key += value
      key.append(0)
    }
    return key
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures
internal import Values

/// Makes tests of the values that constraints select.
struct MemberSelections {
  let structure: DataStructureDefinition
  let catalogue: StructureCatalogue

  /// The test of a selection; `nil` where the structure has no such component.
  ///
  /// - Throws: `structures.unknown-artefact` where the codes below a code are meant and its list is not here.
  func test(
    _ selection: MemberSelection
  ) throws(Diagnostic) -> (position: Int, isDimension: Bool, test: ValueTest)? {
    guard let position = position(selection.component) else { return nil }
    let component = structure.components[position]
    let isIncluded = selection.isIncluded
    let isMember: (ArraySlice<UInt8>) -> Bool
    switch selection.members {
    case .times(let from, let to):
      isMember = { MemberSelections.lies($0.text, from, to) }
    case .values(let values):
      let texts = try expanded(values, selection.removesPrefix == true, component)
      let plain = Set(texts.filter { !$0.contains("%") }.map { Array($0.utf8) })
      let patterns = texts.filter { $0.contains("%") }
      isMember = { bytes in
        plain.contains(Array(bytes))
          || patterns.contains { Wildcard.matches(bytes.text, $0) }
      }
    }
    return (position, component.isDimension, ValueTest { isMember($0) == isIncluded })
  }

  /// The dimensions of a key that names one value of each, and its digest; `nil` for other keys.
  func plainKey(_ key: DataKey) -> (positions: [Int], digest: RowDigest)? {
    guard key.components.isEmpty else { return nil }
    var parts: [(position: Int, value: String)] = []
    for selection in key.values {
      guard let position = position(selection.component) else { continue }
      guard selection.isIncluded, selection.removesPrefix != true,
        case .values(let values) = selection.members, values.count == 1, let value = values.first,
        value.cascade == .none, !value.value.contains("%")
      else { return nil }
      parts.append((position, value.value))
    }
    parts.sort { $0.position < $1.position }
    var digest = RowDigest()
    for part in parts { digest.add(RowDigest(of: part.value.utf8)) }
    return (parts.map(\.position), digest)
  }

  private func position(_ component: String) -> Int? {
    structure.components.firstIndex { $0.id == component }
  }

  /// The values with the codes below them where those are meant, and with the prefixes of extensions.
  private func expanded(
    _ values: [MemberSelection.Value],
    _ removesPrefix: Bool,
    _ component: Component
  ) throws(Diagnostic) -> [String] {
    let isDeep = removesPrefix || values.contains { $0.cascade != .none }
    guard isDeep, let list = try catalogue.codelist(of: component) else {
      return values.map(\.value)
    }
    var texts: [String] = []
    for value in values {
      if value.cascade != .descendantsOnly { texts.append(value.value) }
      if value.cascade != .none { texts += list.descendants(of: value.value) }
    }
    guard removesPrefix, case .codelist(let reference) = component.representation,
      case .codelist(let written)? = catalogue[reference]
    else { return texts }
    return texts
      + written.extensions.compactMap(\.prefix).flatMap { prefix in
        texts.map { prefix + $0 }
      }
  }

  /// Whether a period lies between two others; what is no period lies nowhere.
  private static func lies(
    _ text: String,
    _ from: MemberSelection.Bound?,
    _ to: MemberSelection.Bound?
  ) -> Bool {
    guard let days = days(text) else { return false }
    if let from, let limit = MemberSelections.days(from.period) {
      let isLater = from.isInclusive ? days.first >= limit.first : days.first > limit.last
      if !isLater { return false }
    }
    if let to, let limit = MemberSelections.days(to.period) {
      let isEarlier = to.isInclusive ? days.last <= limit.last : days.last < limit.first
      if !isEarlier { return false }
    }
    return true
  }

  /// The first and the last day of a period, counted from 1970-01-01.
  private static func days(_ text: String) -> (first: Int32, last: Int32)? {
    if let period = TimePeriod(text) {
      return (period.start.daysSinceEpoch, period.end.daysSinceEpoch)
    }
    guard let date = CalendarDate(String(text.prefix { $0 != "T" && $0 != "/" })) else {
      return nil
    }
    return (date.daysSinceEpoch, date.daysSinceEpoch)
  }
}

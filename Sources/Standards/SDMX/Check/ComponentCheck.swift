// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures
internal import Values

/// What a component's own representation demands of its values: codes, periods, facets.
struct ComponentCheck {
  /// The problem of a row that fails.
  let problem: Diagnostic
  /// The position of the component.
  let position: Int
  private var test: ValueTest
  private(set) var count = 0
  private(set) var firstLine: Int32 = 0

  init(_ problem: Diagnostic, _ position: Int, _ test: ValueTest) {
    self.problem = problem
    self.position = position
    self.test = test
  }

  /// Looks at the rows of a batch.
  mutating func look(_ numbers: ValueNumbers, _ lines: [Int32]) {
    for row in 0..<numbers.rows.count
    where numbers.rows[row] != ValueNumbers.missing && !test.holds(row, numbers) {
      if count == 0 { firstLine = lines[row] }
      count += 1
    }
  }
}

extension Component {
  /// The lists of codes that the component's values are of: by its column, or by its format.
  var enumeration: ArtefactReference? {
    if case .codelist(let list) = representation { return list }
    return details.format?.enumeration.flatMap { $0.kind.isListOfCodes ? $0 : nil }
  }

  /// What the format demands of uncoded values; `nil` where it demands nothing that text can break.
  ///
  /// - Source: SDMX 3.1 schemas, SDMXCommon: the facets of TextFormatType.
  func facetTest(_ format: TextFormat) -> ((ArraySlice<UInt8>) -> Bool)? {
    var tests: [(ArraySlice<UInt8>) -> Bool] = []
    let number = { (facet: TextFormat.Facet) in format.facets[facet].flatMap { Double($0) } }
    if let least = number(.minLength) {
      tests.append { $0.characterCount >= Int(least) }
    }
    if let greatest = number(.maxLength) {
      tests.append { $0.characterCount <= Int(greatest) }
    }
    if let least = number(.minValue) {
      tests.append { bytes in bytes.number.map { $0 >= least } ?? true }
    }
    if let greatest = number(.maxValue) {
      tests.append { bytes in bytes.number.map { $0 <= greatest } ?? true }
    }
    if let pattern = format.facets[.pattern], let expression = try? Regex(pattern) {
      tests.append { (try? expression.wholeMatch(in: $0.text)) != nil }
    }
    switch format.dataType {
    case .alpha: tests.append { $0.allSatisfy { $0.isLetter } }
    case .alphaNumeric: tests.append { $0.allSatisfy { $0.isLetter || $0.isDigit } }
    case .numeric: tests.append { $0.allSatisfy { $0.isDigit } }
    default: break
    }
    if tests.isEmpty { return nil }
    let meanings = Set(format.sentinels.map { Array($0.value.utf8) })
    return { bytes in
      meanings.contains(Array(bytes)) || tests.allSatisfy { $0(bytes) }
    }
  }
}

/// Texts that name a time in SDMX.
///
/// - Source: SDMX 3.1, section 6 (technical notes), "Time and time format": observational periods.
enum PeriodText {
  /// Whether the text is a period, a moment, or a range of times.
  static func isPeriod(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = bytes.text
    if TimePeriod(text) != nil { return true }
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    if halves.count == 2 { return isMoment(halves[0]) && isDuration(halves[1]) }
    return isMoment(text[...]) || isReporting(text)
  }

  /// `2020-A1`, `2020-T3`, `2020-D366`.
  private static func isReporting(_ text: String) -> Bool {
    let halves = text.split(separator: "-", omittingEmptySubsequences: false)
    guard halves.count == 2, let year = Int(halves[0]), 1...9999 ~= year, halves[0].count == 4,
      let letter = halves[1].first, let index = Int(halves[1].dropFirst())
    else { return false }
    switch letter {
    case "A": return index == 1
    case "S": return 1...2 ~= index
    case "T": return 1...3 ~= index
    case "Q": return 1...4 ~= index
    case "M": return 1...12 ~= index
    case "W": return 1...53 ~= index
    case "D": return 1...366 ~= index
    default: return false
    }
  }

  /// A day, with a time of day and a zone where it has them.
  private static func isMoment(_ text: Substring) -> Bool {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard CalendarDate(String(halves[0])) != nil, halves.count <= 2 else { return false }
    guard halves.count == 2 else { return true }
    let clock = halves[1].prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let zone = halves[1].dropFirst(clock.count)
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    let limits = [24.0, 59, 60]
    return parts.count == 3
      && zip(parts, limits).allSatisfy { part, limit in
        Double(part).map { 0...limit ~= $0 } ?? false
      } && (zone.isEmpty || zone == "Z" || "+-".contains(zone.prefix(1)))
  }

  /// `P1Y`, `PT6H`.
  private static func isDuration(_ text: Substring) -> Bool {
    text.hasPrefix("P") && text.count > 2
      && text.dropFirst().allSatisfy { $0.isNumber || "YMWDTHS.".contains($0) }
  }
}

extension ArraySlice<UInt8> {
  var text: String { String(decoding: self, as: UTF8.self) }
  fileprivate var characterCount: Int { text.unicodeScalars.count }
  fileprivate var number: Double? {
    withUnsafeBytes { NumberText.double($0.bindMemory(to: UInt8.self)) }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { 97...122 ~= self | 0x20 }
  fileprivate var isDigit: Bool { 48...57 ~= self }
}

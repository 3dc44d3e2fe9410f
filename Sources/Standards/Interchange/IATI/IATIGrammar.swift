// SPDX-License-Identifier: Apache-2.0

/// The elements of the standard: what is in each, in which order and how often, and what its attributes
/// hold.
///
/// The tables are written a line a kind of element:
///
///     KIND : CHILD… (TYPE OF THE TEXT) | ATTRIBUTE…
///
/// A child is followed by `!` for once, `?` for at most once, `+` for at least once, `*` for any number, and by
/// `=KIND` where its kind is called otherwise than it is. An attribute that must be there is followed by `!`, one
/// that is no string by `:TYPE`. `own` says that attributes of other namespaces are not allowed.
///
/// - Source: IATI Standard 2.03, activity, organisation and common schemas.
struct IATIGrammar: Sendable {
  /// A kind of element.
  struct Kind: Sendable {
    let children: [Child]
    let text: IATIValueType?
    let attributes: [String: Attribute]
    let allowsOtherAttributes: Bool
  }

  /// An element that may be in another.
  struct Child: Sendable {
    let name: String
    let kind: String
    let least: Int
    let most: Int
  }

  /// What an attribute holds.
  struct Attribute: Sendable {
    let type: IATIValueType
    let isRequired: Bool
  }

  private let kinds: [String: Kind]

  /// Reads a table; a line that cannot be read is left out, and the tests find it missing.
  init(_ table: String) {
    var kinds: [String: Kind] = [:]
    for line in table.split(separator: "\n") {
      guard let colon = line.firstRange(of: " :") else { continue }
      let name = String(line[..<colon.lowerBound])
      let parts = line[colon.upperBound...].split(
        separator: "|",
        omittingEmptySubsequences: false
      )
      let words = parts[0].split(separator: " ")
      let type = words.first { $0.hasPrefix("(") }?.dropFirst().dropLast()
      kinds[name] = Kind(
        children: words.filter { !$0.hasPrefix("(") }.compactMap(Child.init),
        text: type.flatMap { IATIValueType(rawValue: String($0)) },
        attributes: Dictionary(
          parts.dropFirst().first?.split(separator: " ").map(IATIGrammar.attribute) ?? [],
          uniquingKeysWith: { first, _ in first }
        ),
        allowsOtherAttributes: parts.count < 3 || !parts[2].contains("own")
      )
    }
    self.kinds = kinds
  }

  /// A kind of element by its name in the table.
  subscript(_ kind: String) -> Kind? { kinds[kind] }

  /// All kinds, by name.
  var all: [String: Kind] { kinds }

  private static func attribute(_ word: Substring) -> (String, Attribute) {
    // `xml:lang` has a colon of its own.
    let prefix = word.hasPrefix("xml:") ? "xml:" : ""
    let halves = word.dropFirst(prefix.count).split(separator: ":", maxSplits: 1)
    let name = halves[0]
    let isRequired = name.hasSuffix("!")
    let type = halves.count > 1 ? IATIValueType(rawValue: String(halves[1])) : .string
    return (
      prefix + String(isRequired ? name.dropLast() : name),
      Attribute(type: type ?? .string, isRequired: isRequired)
    )
  }
}

extension IATIGrammar.Child {
  fileprivate init?(_ word: Substring) {
    let halves = word.split(separator: "=", maxSplits: 1)
    guard let mark = halves.first?.last, let bounds = Self.bounds[mark] else { return nil }
    name = String(halves[0].dropLast())
    kind = halves.count > 1 ? String(halves[1]) : name
    (least, most) = bounds
  }

  private static let bounds: [Character: (Int, Int)] = [
    "!": (1, 1), "?": (0, 1), "*": (0, .max), "+": (1, .max),
  ]
}

/// What texts and attributes hold.
///
/// - Source: W3C XML Schema 1.0, part 2: the lexical forms of its types.
enum IATIValueType: String, Sendable {
  case string, date, dateTime, decimal, boolean, anyURI, language, nonNegativeInteger
  case positiveInteger, int
  /// Anything at all, elements and attributes too.
  case any
  case nameToken = "NMTOKEN"

  /// Whether a text is of the type.
  func accepts(_ text: String) -> Bool {
    if self == .string || self == .any { return true }
    let trimmed = CellText.trimmed(text)
    switch self {
    case .string, .anyURI, .any: return true
    case .date: return SchemaDate.isDate(trimmed)
    case .dateTime: return SchemaDate.isDateTime(trimmed)
    case .decimal: return IATIValueType.isDecimal(trimmed)
    case .boolean: return ["true", "false", "1", "0"].contains(trimmed)
    case .language where trimmed.isEmpty: return true
    case .language:
      let parts = trimmed.split(separator: "-", omittingEmptySubsequences: false)
      return parts.enumerated().allSatisfy { position, part in
        (1...8).contains(part.count)
          && part.allSatisfy { $0.isASCII && ($0.isLetter || (position > 0 && $0.isNumber)) }
      }
    case .nonNegativeInteger:
      return isWhole(trimmed) && (!trimmed.hasPrefix("-") || isZero(trimmed))
    case .positiveInteger: return isWhole(trimmed) && !trimmed.hasPrefix("-") && !isZero(trimmed)
    case .int: return isWhole(trimmed) && Int32(trimmed) != nil
    case .nameToken:
      return !trimmed.isEmpty
        && trimmed.allSatisfy { $0.isLetter || $0.isNumber || "._-:".contains($0) }
    }
  }

  private func isWhole(_ text: String) -> Bool {
    let digits = text.drop { "+-".contains($0) }
    return text.count - digits.count <= 1 && !digits.isEmpty
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private func isZero(_ text: String) -> Bool { text.allSatisfy { "+-0".contains($0) } }

  static func isDecimal(_ text: String) -> Bool {
    let rest = text.drop { "+-".contains($0) }
    guard text.count - rest.count <= 1 else { return false }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.contains { !$0.isEmpty }
      && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }
}

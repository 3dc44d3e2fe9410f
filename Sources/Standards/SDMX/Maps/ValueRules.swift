// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

/// The mappings of a representation map, ready to be asked.
///
/// Whole values go before parts of values and patterns; among the latter the first one that fits
/// counts. `\1` in a target stands for the first group of the patterns of its sources, counted from
/// left to right over all sources.
///
/// - Source: SDMX 3.1, section 2, "Representation map"; section 6, "Structure mapping".
struct ValueRules {
  /// The mappings of whole values.
  private(set) var plain: [[String]: [String]] = [:]
  private var rules: [Rule] = []

  private struct Rule {
    let sources: [Matcher]
    let targets: [String]
  }

  private enum Matcher {
    case value(String)
    case part(String, from: Int, to: Int?)
    case pattern(Regex<AnyRegexOutput>)
  }

  /// Reads the mappings.
  ///
  /// - Throws: `sdmx.bad-pattern` for a regular expression that is none.
  init(_ map: RepresentationMap) throws(Diagnostic) {
    for mapping in map.mappings {
      let isPlain = mapping.sources.allSatisfy {
        !$0.isPattern && $0.startIndex == nil && $0.endIndex == nil
      }
      if isPlain {
        let key = mapping.sources.map(\.value)
        if plain[key] == nil { plain[key] = mapping.targets }
        continue
      }
      var sources: [Matcher] = []
      for source in mapping.sources { sources.append(try ValueRules.matcher(source, map)) }
      rules.append(Rule(sources: sources, targets: mapping.targets))
    }
  }

  private static func matcher(
    _ source: ValueMapping.Source,
    _ map: RepresentationMap
  ) throws(Diagnostic) -> Matcher {
    if source.isPattern {
      guard let pattern = try? Regex(source.value) else {
        throw SDMXDefinitions.badPattern.at(nil, ["map": .text("\(map.reference)")])
      }
      return .pattern(pattern)
    }
    guard source.startIndex != nil || source.endIndex != nil else { return .value(source.value) }
    return .part(source.value, from: source.startIndex ?? 1, to: source.endIndex)
  }

  /// Whether every mapping is one of whole values, so that no value has to be looked at beforehand.
  var isPlain: Bool { rules.isEmpty }

  /// What values become; `nil` where no mapping fits.
  func targets(of values: [String]) -> [String]? {
    if let targets = plain[values] { return targets }
    for rule in rules where rule.sources.count == values.count {
      var groups: [String] = []
      let fits = zip(rule.sources, values).allSatisfy { matcher, value in
        ValueRules.fits(matcher, value, &groups)
      }
      if fits { return rule.targets.map { ValueRules.filled($0, groups) } }
    }
    return nil
  }

  private static func fits(_ matcher: Matcher, _ value: String, _ groups: inout [String]) -> Bool {
    switch matcher {
    case .value(let expected): return expected == value
    case .part(let expected, let from, let to):
      let part = value.dropFirst(max(0, from - 1)).prefix(
        max(0, (to ?? Int.max) - max(0, from - 1))
      )
      return part == expected
    case .pattern(let pattern):
      guard let match = try? pattern.wholeMatch(in: value) else { return false }
      groups += match.output.dropFirst().map { $0.substring.map(String.init) ?? "" }
      return true
    }
  }

  private static func filled(_ target: String, _ groups: [String]) -> String {
    guard target.contains("\\") else { return target }
    var text = ""
    var isEscaped = false
    for character in target {
      if isEscaped, let number = character.wholeNumberValue {
        if groups.indices.contains(number - 1) { text += groups[number - 1] }
      } else if isEscaped {
        text.append(character)
      } else if character != "\\" {
        text.append(character)
      }
      isEscaped = !isEscaped && character == "\\"
    }
    return text
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Structures

/// A number of a report with the query that gives it again.
public struct BoundNumber: Hashable, Sendable {
  /// What stands there.
  public let content: Content
  /// The unit, in words; `nil` where the text around it says it.
  public let unit: InternationalString?
  /// Where it comes from.
  public let origin: Origin

  /// A number, or the reason why there is none.
  public enum Content: Hashable, Sendable {
    /// The number in plain notation with all of its digits: `-1234.50`.
    case value(String)
    /// Why there is none.
    case blank(Blank)
  }

  /// Why a number is not there.
  public enum Blank: Hashable, Sendable {
    /// The release has no such observation.
    case noObservation
    /// The observation has no value, and nothing says why.
    case noValue
    /// What the status of the observation says: confidential, not collected, late.
    case status(InternationalString)
  }

  /// How a number comes from observations of a release.
  public struct Origin: Hashable, Sendable {
    /// What is done with them.
    public let formula: Formula
    /// The observations, or the rows that are counted, in the order of the formula.
    public let references: [NumberReference]

    /// States where a number comes from.
    public init(_ formula: Formula, _ references: [NumberReference]) {
      self.formula = formula
      self.references = references
    }
  }

  /// What is done with observations.
  public enum Formula: Hashable, Sendable {
    /// The number is that of the one observation.
    case observation
    /// The number of rows that have these codes.
    case count
    /// The first less the second; an observation that is not there counts as nothing.
    case difference
    /// The first less the second, less the same of every further pair.
    case remainder
  }

  /// Binds a number.
  public init(_ content: Content, unit: InternationalString? = nil, _ origin: Origin) {
    self.content = content
    self.unit = unit
    self.origin = origin
  }

  /// The number in plain notation; `nil` where there is none.
  public var text: String? {
    if case .value(let text) = content { text } else { nil }
  }

  /// The same number with another unit beside it, or none.
  public func measured(in unit: InternationalString?) -> BoundNumber {
    BoundNumber(content, unit: unit, origin)
  }
}

/// An observation of a release, or of working data: dataset, codes of its dimensions, measure.
public struct NumberReference: Hashable, Sendable {
  /// The dataset.
  public let dataset: String
  /// The codes, in the order of the structure.
  public let key: [KeyPart]
  /// The measure; `nil` where rows are counted.
  public let measure: String?
  /// The identifier of the release; `nil` for the working data of a project.
  public let release: String?

  /// Names an observation.
  public init(dataset: String, key: [KeyPart], measure: String?, release: String?) {
    self.dataset = dataset
    self.key = key
    self.measure = measure
    self.release = release
  }

  /// What one types to see it: `ayni explain partners PARTNER=GHA --release f75e8d9550d6`.
  public var command: String { NumberReference.command(dataset, key, release) }

  /// What one types to see the rows of a dataset that have some codes.
  public static func command(_ dataset: String, _ key: [KeyPart], _ release: String?) -> String {
    (["ayni explain \(dataset)"] + key.map(\.word) + (release.map { ["--release \($0)"] } ?? []))
      .joined(separator: " ")
  }
}

/// A component held to a code.
public struct KeyPart: Hashable, Sendable {
  /// The component.
  public let component: String
  /// The code.
  public let code: String

  /// Holds a component to a code.
  public init(_ component: String, _ code: String) {
    self.component = component
    self.code = code
  }

  /// `PARTNER=GHA`, quoted where a shell would take it apart.
  public var word: String {
    let text = "\(component)=\(code)"
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    if isPlain { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}

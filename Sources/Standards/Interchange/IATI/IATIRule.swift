// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Values

/// A rule of the standard's ruleset: what it asks of which elements.
///
/// - Source: IATI Ruleset 2.03 and its specification.
struct IATIRule: Sendable {
  /// The number in the ruleset, such as `2.1.2`.
  let number: String
  /// Whether a record that breaks it is wrong, or could be better.
  let severity: Severity
  /// The paths, from the record, of the elements that it is about; the empty path for the record.
  let contexts: [String]
  /// Which of these elements; all where it is `nil`.
  let test: ElementTest?
  /// What it asks.
  let function: Function
  /// What it asks, in words.
  let sentence: Message

  /// The functions of rulesets that the standard's own rules use.
  indirect enum Function: Sendable {
    /// At least one of the paths leads somewhere.
    case atLeastOne([ElementPath], condition: ElementTest? = nil)
    /// The paths lead to one place at most.
    case noMoreThanOne([ElementPath])
    /// One thing is there, or all of something are.
    case oneOrAll(one: ElementPath, all: All)
    /// No two of the texts are the same.
    case unique([ElementPath])
    /// Each text begins with one of the texts at other paths and a mark.
    case startsWith([ElementPath], prefixes: [ElementPath], separator: String)
    /// Each text begins with an agency and a hyphen, of a list that is given.
    case startsWithAgency([ElementPath])
    /// No text has one of these characters.
    case regexMatches([ElementPath], without: String)
    /// No text begins or ends with white space.
    case noSpaces([ElementPath])
    /// The numbers add up to exactly this.
    case strictSum([ElementPath], Decimal, condition: ElementTest? = nil)
    /// The numbers are within these bounds.
    case range([ElementPath], ClosedRange<Decimal>)
    /// One day is not after another; `nil` for today.
    case dateOrder(ElementPath, ElementPath?)
    /// A day is not in the future.
    case dateNow(ElementPath)
    /// Two days are no more than a year apart.
    case timeLimit(ElementPath, ElementPath)
    /// A day lies between two others.
    case betweenDates(ElementPath, ElementPath, ElementPath)
    /// Where one is true, the other is too.
    case ifThen(ElementTest, ElementTest)
    /// For each different value at a path, what is asked for it.
    case loop(ElementPath, @Sendable (String) -> Function)
  }

  /// What all have to have where one thing is missing.
  enum All: Sendable {
    /// Every narrative its language.
    case languages
    /// Every transaction a sector.
    case sectors
    /// Every amount its currency.
    case currencies
  }

  init(
    _ number: String,
    severity: Severity = .error,
    in context: String = "",
    where test: ElementTest? = nil,
    _ function: Function,
    en english: String,
    fr french: String
  ) {
    self.number = number
    self.severity = severity
    contexts = [context]
    self.test = test
    self.function = function
    sentence = Message("iati.rule.\(number)", en: english, fr: french)
  }

  /// All rules for the records of a kind of file.
  static func all(_ kind: IATIReader.Kind) -> [IATIRule] {
    switch kind {
    case .activities: activityRules + partyRules + resultRules + textRules
    case .organisations: organisationRules + textRules
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Values

/// Holds records against the standard's ruleset.
struct IATIRuleCheck {
  private let rules: [IATIRule]
  private let today: CalendarDate
  /// The codes of agencies that register organisations; rules that need them are not applied without.
  private let agencies: Set<String>?
  private let report: (Diagnostic, Int) -> Void

  /// Makes a check.
  ///
  /// - Parameters:
  ///   - kind: what the file holds.
  ///   - today: the day after which dates lie in the future.
  ///   - agencies: the codes of agencies that register organisations.
  ///   - report: receives what is wrong, and the line.
  init(
    _ kind: IATIReader.Kind,
    today: CalendarDate,
    agencies: Set<String>? = nil,
    _ report: @escaping (Diagnostic, Int) -> Void
  ) {
    rules = IATIRule.all(kind)
    self.today = today
    self.agencies = agencies
    self.report = report
  }

  /// Checks a record.
  func check(_ record: IATIElement) {
    for rule in rules {
      for element in elements(rule, record) where rule.test?(element) ?? true {
        guard let line = fault(rule.function, element) else { continue }
        let definition =
          rule.severity == .error ? IATIDefinitions.brokenRule : IATIDefinitions.brokenAdvice
        report(
          definition.at(nil, ["rule": .text(rule.number), "sentence": .message(rule.sentence)]),
          line
        )
      }
    }
  }

  private func elements(_ rule: IATIRule, _ record: IATIElement) -> [IATIElement] {
    rule.contexts.flatMap { path in
      path.hasPrefix("//")
        ? record.descendants(String(path.dropFirst(2)))
        : record.elements(at: path.split(separator: "/"))
    }
  }

  /// The line where a function finds something wrong; `nil` where it finds nothing.
  private func fault(_ function: IATIRule.Function, _ element: IATIElement) -> Int? {
    switch function {
    case .atLeastOne(let paths, let condition):
      if condition?(element) == false { return nil }
      return paths.matches(element).isEmpty ? element.line : nil
    case .noMoreThanOne(let paths):
      let found = paths.matches(element)
      return found.count > 1 ? found[1].line : nil
    case .oneOrAll(let one, let all):
      return one.matches(element).isEmpty ? lacking(all, element) : nil
    case .unique(let paths):
      var seen: Set<String> = []
      return paths.matches(element).first { !seen.insert($0.text).inserted }?.line
    case .startsWith(let paths, let prefixes, let separator):
      let starts = prefixes.matches(element).map { $0.text + separator }
      return paths.matches(element).first { match in
        !starts.contains { match.text.hasPrefix($0) }
      }?.line
    case .startsWithAgency(let paths): return agencyFault(paths, element)
    case .regexMatches(let paths, let characters):
      return paths.matches(element).first { $0.text.contains { characters.contains($0) } }?.line
    case .noSpaces(let paths):
      return paths.matches(element).first { CellText.trimmed($0.text) != $0.text }?.line
    case .strictSum(let paths, let sum, let condition):
      if condition?(element) == false { return nil }
      let found = paths.matches(element)
      return total(found) == sum ? nil : found.last?.line ?? element.line
    case .range(let paths, let bounds):
      return paths.matches(element).first { match in
        // What is no number is told by the check of the schema.
        Decimal(CellText.trimmed(match.text)).map { !bounds.contains($0) } ?? false
      }?.line
    case .ifThen(let condition, let consequence):
      return condition(element) && !consequence(element) ? element.line : nil
    case .loop(let path, let inner):
      let values = Set(path.matches(element).map(\.text)).sorted()
      return values.lazy.compactMap { fault(inner($0), element) }.first
    case .dateOrder, .dateNow, .timeLimit, .betweenDates: return dateFault(function, element)
    }
  }

  private func dateFault(_ function: IATIRule.Function, _ element: IATIElement) -> Int? {
    switch function {
    case .dateOrder(let less, let more):
      guard let more else { return future(less, element) }
      guard let first = day(less, element), let second = day(more, element) else { return nil }
      return first.day > second.day ? second.line : nil
    case .dateNow(let path): return future(path, element)
    case .timeLimit(let start, let end):
      guard let first = day(start, element), let last = day(end, element) else { return nil }
      return first.day.days(until: last.day) > 365 ? first.line : nil
    case .betweenDates(let date, let start, let end):
      guard let first = day(start, element), let last = day(end, element) else { return nil }
      return date.matches(element).first { match in
        SchemaDate.parsed(match.text).map { $0 < first.day || $0 > last.day }
          ?? false
      }?.line
    default: return nil
    }
  }

  private func day(_ path: ElementPath, _ element: IATIElement) -> (day: CalendarDate, line: Int)? {
    path.matches(element).first.flatMap { match in
      SchemaDate.parsed(match.text).map { ($0, match.line) }
    }
  }

  /// Every date counts, not only the first.
  private func future(_ path: ElementPath, _ element: IATIElement) -> Int? {
    path.matches(element).first { match in
      SchemaDate.parsed(match.text).map { $0 > today } ?? false
    }?.line
  }

  private func total(_ matches: [ElementPath.Match]) -> Decimal? {
    matches.reduce(Optional(Decimal.zero)) { sum, match in
      guard let sum, let number = Decimal(CellText.trimmed(match.text)) else { return nil }
      return try? sum.adding(number)
    }
  }

  private func agencyFault(_ paths: [ElementPath], _ element: IATIElement) -> Int? {
    guard let agencies else { return nil }
    return paths.matches(element).first { match in
      // `XM-DAC-41114` begins with the agency `XM-DAC`.
      let parts = match.text.split(separator: "-", omittingEmptySubsequences: false)
      return !agencies.contains(parts.prefix(2).joined(separator: "-"))
    }?.line
  }

  private func lacking(_ all: IATIRule.All, _ element: IATIElement) -> Int? {
    switch all {
    case .languages: element.descendants("narrative").first { $0["xml:lang"] == nil }?.line
    case .sectors: element.all("transaction").first { !$0.has("sector") }?.line
    case .currencies:
      ["value", "forecast", "loan-status"].lazy.flatMap { element.descendants($0) }
        .first { $0["currency"] == nil }?.line
    }
  }
}

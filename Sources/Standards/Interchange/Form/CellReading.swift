// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures
internal import Values

/// Reads cells of one column into the texts that registers hold.
struct CellReading {
  private let column: FormColumn
  private let codes: CodeSpellings?

  /// What became of a cell.
  struct Outcome {
    /// The value; `nil` for none.
    var value: String?
    /// What stood in the cell where it could not be read.
    var entered: String?
    /// What is said of it.
    var remarks: [Diagnostic] = []
  }

  init(_ column: FormColumn) {
    self.column = column
    codes = column.codelist.map { CodeSpellings($0) }
  }

  /// Reads a cell.
  func read(_ cell: WorkbookCell) -> Outcome {
    var outcome: Outcome
    switch cell.content {
    case .blank:
      // A formula without a saved value: another program wrote it and computed nothing.
      outcome = failed("", FormDefinitions.formulaWithoutValue)
    case .error(let text): outcome = failed(text, FormDefinitions.errorCell)
    case .text(let text):
      let text = CellText.trimmed(text)
      if text.utf16.count > Sheet.limits.characters {
        outcome = failed(text, FormDefinitions.longText, ["limit": .count(Sheet.limits.characters)])
      } else {
        outcome = text.isEmpty ? Outcome() : value(text)
      }
    case .number(let number): outcome = value(number)
    case .boolean(let flag): outcome = value(flag)
    case .date(let day, second: _): outcome = value(day, cell)
    }
    if cell.isFormula, outcome.value != nil {
      outcome.remarks.append(said(FormDefinitions.formula))
    }
    return outcome
  }

  // MARK: What stands in cells

  private func value(_ text: String) -> Outcome {
    switch column.component.representation {
    case .text: return Outcome(value: text)
    case .codelist: return code(text)
    case .timePeriod:
      return TimePeriod(text).map { Outcome(value: $0.description) }
        ?? failed(text, FormDefinitions.badPeriod)
    case .date: return day(text)
    case .boolean:
      return TypedWord.boolean(text).map { Outcome(value: $0 ? "true" : "false") }
        ?? failed(text, FormDefinitions.badBoolean)
    case .integer, .decimal, .double: return number(text)
    }
  }

  private func value(_ number: Double) -> Outcome {
    let plain = CellText.decimal(number)?.description ?? number.description
    switch column.component.representation {
    case .text: return Outcome(value: plain)
    case .codelist: return code(plain)
    case .timePeriod:
      return TimePeriod(plain).map { Outcome(value: $0.description) }
        ?? failed(plain, FormDefinitions.badPeriod)
    case .double: return Outcome(value: number.description)
    case .integer, .decimal:
      guard let decimal = CellText.decimal(number) else {
        return failed(plain, FormDefinitions.badNumber)
      }
      return fitted(decimal, entered: plain)
    case .boolean:
      return TypedWord.boolean(plain).map { Outcome(value: $0 ? "true" : "false") }
        ?? failed(plain, FormDefinitions.badBoolean)
    case .date:
      // A bare year or a number that nobody formatted as a day is no day for sure.
      return failed(plain, FormDefinitions.badDate)
    }
  }

  private func value(_ flag: Bool) -> Outcome {
    let text = flag ? "true" : "false"
    switch column.component.representation {
    case .boolean, .text: return Outcome(value: text)
    case .codelist: return code(text)
    case .integer, .decimal, .double: return failed(text, FormDefinitions.badNumber)
    case .date: return failed(text, FormDefinitions.badDate)
    case .timePeriod: return failed(text, FormDefinitions.badPeriod)
    }
  }

  private func value(_ day: CalendarDate, _ cell: WorkbookCell) -> Outcome {
    let text = day.description
    switch column.component.representation {
    case .date: return Outcome(value: text)
    case .text: return Outcome(value: cell.text(), remarks: [said(FormDefinitions.dateAsText)])
    case .codelist: return failed(text, FormDefinitions.dateInstead)
    case .timePeriod: return failed(text, FormDefinitions.dateInstead)
    case .integer, .decimal, .double: return failed(text, FormDefinitions.dateInstead)
    case .boolean: return failed(text, FormDefinitions.badBoolean)
    }
  }

  // MARK: What is read from text

  private func code(_ text: String) -> Outcome {
    guard let codes else { return Outcome(value: text) }
    switch codes.code(text) {
    case .found(let code): return Outcome(value: code)
    case .several: return failed(text, FormDefinitions.severalCodes)
    case .none: return failed(text, FormDefinitions.unknownCode)
    }
  }

  private func day(_ text: String) -> Outcome {
    switch TypedDay(text) {
    case .day(let day, isStandard: true): return Outcome(value: day.description)
    case .day(let day, isStandard: false):
      return Outcome(value: day.description, remarks: [said(FormDefinitions.textDate)])
    case .ambiguous: return failed(text, FormDefinitions.ambiguousDate)
    case .none: return failed(text, FormDefinitions.badDate)
    }
  }

  private func number(_ text: String) -> Outcome {
    if case .double = column.component.representation, let number = Double(text), number.isFinite {
      return Outcome(value: number.description)
    }
    switch TypedNumber(text) {
    case .number(let number, isPlain: let isPlain):
      var outcome = fitted(number, entered: text)
      if !isPlain, outcome.value != nil { outcome.remarks.append(said(FormDefinitions.textNumber)) }
      return outcome
    case .ambiguous: return failed(text, FormDefinitions.ambiguousNumber)
    case .none: return failed(text, FormDefinitions.badNumber)
    }
  }

  /// The number if it fits the type of the column.
  private func fitted(_ number: Decimal, entered: String) -> Outcome {
    let least = number.reduced
    switch column.component.representation {
    case .integer:
      guard least.scale == 0, Int64(exactly: least.unscaled) != nil else {
        return failed(entered, FormDefinitions.manyDecimals, ["decimals": 0])
      }
      return Outcome(value: least.description)
    case .decimal(let precision, let scale):
      guard least.scale <= scale else {
        return failed(entered, FormDefinitions.manyDecimals, ["decimals": .count(scale)])
      }
      let digits = String(least.unscaled.magnitude).count - least.scale
      guard digits <= precision - scale else { return failed(entered, FormDefinitions.badNumber) }
      return Outcome(value: CellText.text(least, scale: scale))
    default: return Outcome(value: number.description)
    }
  }

  // MARK: What is said

  private func said(_ definition: DiagnosticDefinition) -> Diagnostic {
    definition.at(nil, ["column": column.argument])
  }

  /// What was entered, as far as a cell can hold it; a scalar may take two of a cell's characters.
  private static func shown(_ text: String) -> String {
    guard text.utf16.count > Sheet.limits.characters else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.prefix(Sheet.limits.characters / 2))
    )
  }

  private func failed(
    _ text: String,
    _ definition: DiagnosticDefinition,
    _ arguments: [String: MessageArgument] = [:]
  ) -> Outcome {
    let all = arguments.merging(["column": column.argument]) { own, _ in own }
    return Outcome(entered: CellReading.shown(text), remarks: [definition.at(nil, all)])
  }
}

/// The ways in which people write the codes of a list: the code, the label in any language, or both.
struct CodeSpellings {
  private var exact: [String: String] = [:]
  private var folded: [String: Set<String>] = [:]

  /// What a spelling stands for.
  enum Match {
    case found(String)
    case several
    case none
  }

  init(_ list: Codelist) {
    for code in list.codes {
      exact[code.id] = code.id
      folded[CellText.folded(code.id), default: []].insert(code.id)
      for language in code.name.languages {
        guard let label = code.name.texts[language] else { continue }
        exact["\(label) [\(code.id)]"] = code.id
        folded[CellText.folded(label), default: []].insert(code.id)
      }
    }
  }

  /// The code of a spelling; case and accents do not matter where only one code is spelt so.
  func code(_ text: String) -> Match {
    if let code = exact[text] { return .found(code) }
    let codes = folded[CellText.folded(text)] ?? []
    if let only = codes.first, codes.count == 1 { return .found(only) }
    if codes.count > 1 { return .several }
    // `Any label [CODE]`, as the list of another year may have it.
    if text.hasSuffix("]"), let open = text.lastIndex(of: "[") {
      let code = String(text[text.index(after: open)...].dropLast())
      if exact[code] == code { return .found(code) }
    }
    return .none
  }
}

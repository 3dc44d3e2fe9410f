// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Structures

/// A form that people fill in as a workbook: one row = one record, one column = one component.
public struct Form: Sendable {
  /// The language of labels, hints and codes.
  public var language: Language
  /// What the first sheet is headed by.
  public var title: String
  /// What the first sheet explains, a paragraph each.
  public var introduction: [String]
  /// Names and values that the first sheet shows, such as the agency and the due date.
  public var facts: [(name: String, value: String)]
  /// The question whose yes says that there is nothing to report; `nil` where it is not asked.
  public var nilQuestion: String?
  /// Hidden names and values by which a form is known when it comes back.
  public var identity: [(key: String, value: String)]
  /// The columns, in order.
  public var columns: [FormColumn]

  /// Makes a form without a first sheet of its own words.
  ///
  /// - Parameters:
  ///   - title: what it is headed by.
  ///   - language: the language of labels, hints and codes.
  ///   - columns: the columns, in order.
  ///   - identity: hidden names and values by which the form is known when it comes back.
  public init(
    title: String,
    language: Language,
    columns: [FormColumn],
    identity: [(key: String, value: String)]
  ) {
    self.title = title
    self.language = language
    self.columns = columns
    self.identity = identity
    introduction = []
    facts = []
    nilQuestion = nil
  }
}

/// A column of a form.
public struct FormColumn: Sendable {
  /// What the column holds.
  public let component: Component
  /// The codes to choose from; `nil` where any value of the type is right.
  public let codelist: Codelist?
  /// Whether every row should have a value.
  public let isRequired: Bool
  /// Whether the column is filled by the office, as identifiers are.
  public let isFixed: Bool
  /// What is said when a cell of the column is entered.
  public let hint: InternationalString?

  /// Makes a column.
  ///
  /// - Parameters:
  ///   - component: what it holds.
  ///   - codelist: the codes to choose from.
  ///   - isRequired: whether every row should have a value.
  ///   - isFixed: whether the office fills it.
  ///   - hint: what is said when a cell is entered.
  public init(
    _ component: Component,
    codelist: Codelist?,
    isRequired: Bool = false,
    isFixed: Bool = false,
    hint: InternationalString? = nil
  ) {
    self.component = component
    self.codelist = codelist
    self.isRequired = isRequired
    self.isFixed = isFixed
    self.hint = hint
  }

  /// The identifier of the component.
  public var id: String { component.id }

  /// What heads the column in a language.
  public func label(in language: Language) -> String {
    component.concept.name.text(in: language) ?? component.id
  }

  /// What heads the column, in the language of a message.
  var argument: MessageArgument {
    .message(
      Message("form.column.\(id)", en: label(in: .english), fr: label(in: .french))
    )
  }

  /// How a code is shown in a list to choose from: `Ghana [GHA]`.
  func choice(_ code: Code, in language: Language) -> String {
    guard let name = code.name.text(in: language), name != code.id else { return code.id }
    return "\(name) [\(code.id)]"
  }
}

/// A record of a form.
public struct FormRow: Sendable {
  /// The row of the sheet in which it was found, from one; zero where it was not read.
  public var line: Int
  /// The values by component, written as registers write them.
  public var values: [String: String]
  /// What stood in cells that could not be read, by component: it goes back as it came.
  public var entered: [String: String]
  /// What is said of the cells, by component; the empty name for the row as a whole.
  public var remarks: [String: [Diagnostic]]

  /// Makes a record.
  public init(
    line: Int = 0,
    values: [String: String] = [:],
    entered: [String: String] = [:],
    remarks: [String: [Diagnostic]] = [:]
  ) {
    self.line = line
    self.values = values
    self.entered = entered
    self.remarks = remarks
  }

  /// Says something of a cell, or of the row as a whole.
  public mutating func remark(_ diagnostic: Diagnostic, on component: String = "") {
    remarks[component, default: []].append(diagnostic)
  }
}

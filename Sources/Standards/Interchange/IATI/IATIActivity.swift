// SPDX-License-Identifier: Apache-2.0

public import Structures

/// An activity as it is written into an IATI file; what is empty is left out.
public struct IATIActivity: Sendable {
  /// Who reports it.
  public var reporter: IATIOrganisation
  /// Its identifier, which begins with that of the reporter.
  public var identifier: String
  /// Its title by language.
  public var title: InternationalString
  /// What it is about.
  public var description: InternationalString
  /// Who takes part: the organisation and its role.
  public var participants: [(organisation: IATIOrganisation, role: String)] = []
  /// Its status.
  public var status: String = ""
  /// Its days, `2025-03-31`, by the code of their type.
  public var dates: [(type: String, day: String)] = []
  /// Its scope.
  public var scope: String = ""
  /// The countries that it is for.
  public var countries: [Share] = []
  /// The regions that it is for.
  public var regions: [Share] = []
  /// What it is about, in codes.
  public var sectors: [Share] = []
  /// Other codes, such as goals and one's own.
  public var tags: [Share] = []
  /// Collaboration, flow, finance, aid and tied status, by the names of their elements.
  public var classifications: [(element: String, code: String)] = []
  /// What is planned to be spent.
  public var budgets: [Budget] = []
  /// What was committed, paid, given.
  public var transactions: [Transaction] = []
  /// What came of it.
  public var results: [Result] = []

  /// Makes an activity of which nothing but its names is known.
  public init(
    reporter: IATIOrganisation,
    identifier: String,
    title: InternationalString,
    description: InternationalString
  ) {
    self.reporter = reporter
    self.identifier = identifier
    self.title = title
    self.description = description
  }

  /// A code with its part.
  public struct Share: Sendable {
    /// The list of the code; empty for the standard's own.
    public var vocabulary: String
    /// The code.
    public var code: String
    /// The part in percent; empty for all.
    public var percentage: String
    /// What the code means.
    public var name: String

    /// Makes a share.
    public init(vocabulary: String = "", code: String, percentage: String = "", name: String = "") {
      self.vocabulary = vocabulary
      self.code = code
      self.percentage = percentage
      self.name = name
    }
  }

  /// An amount for a period.
  public struct Budget: Sendable {
    /// Original or revised.
    public var type: String
    /// The first and the last day.
    public var start: String, end: String
    /// The amount and its currency.
    public var value: String, currency: String

    /// Makes a budget.
    public init(type: String, start: String, end: String, value: String, currency: String) {
      self.type = type
      self.start = start
      self.end = end
      self.value = value
      self.currency = currency
    }
  }

  /// A movement of money, or of what is worth money.
  public struct Transaction: Sendable {
    /// The code of its type.
    public var type: String
    /// The day.
    public var date: String
    /// The amount and its currency.
    public var value: String, currency: String
    /// What it was.
    public var description: String = ""
    /// Who gave and who received.
    public var provider: IATIOrganisation?, receiver: IATIOrganisation?
    /// Channel, flow, finance, aid and tied status, by the names of their elements.
    public var classifications: [(element: String, code: String)] = []

    /// Makes a transaction.
    public init(type: String, date: String, value: String, currency: String) {
      self.type = type
      self.date = date
      self.value = value
      self.currency = currency
    }
  }

  /// A number that came of an activity in a period.
  public struct Result: Sendable {
    /// Output, outcome, impact or other.
    public var type: String
    /// What it is.
    public var title: String
    /// What is counted.
    public var indicator: String
    /// How: 1 for units.
    public var measure: String
    /// The first and the last day.
    public var start: String, end: String
    /// What was aimed at and what was reached.
    public var target: String = "", actual: String = ""

    /// Makes a result.
    public init(
      type: String,
      title: String,
      indicator: String,
      measure: String,
      start: String,
      end: String
    ) {
      self.type = type
      self.title = title
      self.indicator = indicator
      self.measure = measure
      self.start = start
      self.end = end
    }
  }
}

/// An organisation as IATI names it.
public struct IATIOrganisation: Sendable, Hashable {
  /// Its identifier; empty where none is known.
  public var ref: String
  /// The code of its type; empty where it is not known.
  public var type: String
  /// What it is called.
  public var name: InternationalString

  /// Makes an organisation.
  public init(ref: String, type: String, name: InternationalString) {
    self.ref = ref
    self.type = type
    self.name = name
  }
}

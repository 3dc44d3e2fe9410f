// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Structures

/// A report in one language, before it is a page, a workbook or a Word document.
public struct ReportDocument: Sendable {
  /// The language.
  public let language: Language
  /// The title.
  public let title: String
  /// A line below the title.
  public let subtitle: String?
  /// How it is laid out when it is printed.
  public let layout: Layout
  /// What it says, in order.
  public let blocks: [ReportBlock]

  /// How a report is laid out on paper.
  public enum Layout: Sendable {
    /// Small letters, two columns where blocks ask for them; the commands of tables stand on the screen.
    case compact
    /// As many pages as it takes; the command of every number is printed.
    case flowing
  }

  /// Puts a report together.
  public init(
    _ language: Language,
    title: String,
    subtitle: String?,
    layout: Layout,
    blocks: [ReportBlock]
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.layout = layout
    self.blocks = blocks
  }
}

/// A piece of a report.
public indirect enum ReportBlock: Sendable {
  /// A heading; level 1 is that of a section.
  case heading(level: Int, [ReportInline])
  /// A paragraph.
  case paragraph([ReportInline])
  /// A list.
  case list(isOrdered: Bool, [[ReportBlock]])
  /// A quotation.
  case quotation([ReportBlock])
  /// Text that keeps its lines.
  case code(String)
  /// A table.
  case table(ReportTable)
  /// A chart.
  case chart(ReportChart)
  /// Something that must be said with what stands above.
  case note([ReportInline])
  /// A line across.
  case rule
  /// What follows begins on a new page.
  case pageBreak
}

/// A piece of a line.
public indirect enum ReportInline: Sendable, Hashable {
  /// Text in the language of the report.
  case text(String)
  /// Text of the project, which may stand in another language only.
  case phrase(InternationalString)
  /// Text in a typewriter's face.
  case code(String)
  /// Stressed.
  case emphasis([ReportInline])
  /// Strongly stressed.
  case strong([ReportInline])
  /// A link.
  case link(String, [ReportInline])
  /// A number.
  case number(BoundNumber)
  /// A new line.
  case lineBreak
}

/// A table of a report.
public struct ReportTable: Sendable {
  /// What it shows.
  public let caption: [ReportInline]
  /// The rows of headings; the first cell of the first row stands over the headings of rows.
  public let headings: [[Heading]]
  /// The rows.
  public let rows: [Row]
  /// What is said below it.
  public let notes: [[ReportInline]]

  /// A heading over columns.
  public struct Heading: Sendable {
    /// What it says.
    public let content: [ReportInline]
    /// Over how many columns it stands.
    public let columns: Int
    /// How many rows of headings it takes.
    public let rows: Int
    /// Whether numbers stand below it.
    public let isNumeric: Bool

    /// States a heading.
    public init(
      _ content: [ReportInline],
      columns: Int = 1,
      rows: Int = 1,
      isNumeric: Bool = true
    ) {
      self.content = content
      self.columns = columns
      self.rows = rows
      self.isNumeric = isNumeric
    }
  }

  /// A row: its heading and its cells.
  public struct Row: Sendable {
    /// The heading.
    public let heading: [ReportInline]
    /// The cells.
    public let cells: [[ReportInline]]

    /// States a row.
    public init(_ heading: [ReportInline], _ cells: [[ReportInline]]) {
      self.heading = heading
      self.cells = cells
    }
  }

  /// States a table.
  public init(
    caption: [ReportInline],
    headings: [[Heading]],
    rows: [Row],
    notes: [[ReportInline]] = []
  ) {
    self.caption = caption
    self.headings = headings
    self.rows = rows
    self.notes = notes
  }

  /// The different numbers of the table, row by row.
  public var numbers: [BoundNumber] {
    rows.flatMap { $0.cells.flatMap { $0.flatMap(\.numbers) } }
  }
}

/// A chart of a report.
public struct ReportChart: Sendable {
  /// What it shows.
  public let title: String
  /// What the numbers are.
  public let measure: String
  /// Bars or lines.
  public let kind: ViewDefinition.ChartKind
  /// The dimension along the axis.
  public let axis: Component
  /// The codes along the axis and what readers call them.
  public let categories: [(code: String, label: String)]
  /// The series, each with a number for every category.
  public let series: [Series]

  /// A series.
  public struct Series: Sendable {
    /// Its name.
    public let label: String
    /// A number for each category; `nil` where there is none.
    public let numbers: [BoundNumber?]

    /// States a series.
    public init(_ label: String, _ numbers: [BoundNumber?]) {
      self.label = label
      self.numbers = numbers
    }
  }

  /// States a chart.
  public init(
    title: String,
    measure: String,
    kind: ViewDefinition.ChartKind,
    axis: Component,
    categories: [(code: String, label: String)],
    series: [Series]
  ) {
    self.title = title
    self.measure = measure
    self.kind = kind
    self.axis = axis
    self.categories = categories
    self.series = series
  }

  /// Whether there is anything to draw.
  public var isEmpty: Bool {
    series.allSatisfy { $0.numbers.allSatisfy { $0?.text == nil } }
  }
}

extension ReportInline {
  /// The numbers within.
  public var numbers: [BoundNumber] {
    switch self {
    case .number(let number): [number]
    case .emphasis(let inner), .strong(let inner), .link(_, let inner): inner.flatMap(\.numbers)
    case .text, .phrase, .code, .lineBreak: []
    }
  }
}

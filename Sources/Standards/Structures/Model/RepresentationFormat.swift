// SPDX-License-Identifier: Apache-2.0

/// What a component, a concept or a metadata attribute may hold, in SDMX's own words.
///
/// ``Representation`` is what columns make of it.
public struct RepresentationFormat: Hashable, Sendable {
  /// Codes of a list, with a format for the codes; or uncoded values.
  public enum Content: Hashable, Sendable {
    /// Codes, values or, in SDMX 2.1, concepts of a list.
    case enumeration(ArtefactReference, TextFormat?)
    /// Values that no list enumerates.
    case text(TextFormat)
  }

  /// Codes or values.
  public var content: Content
  /// How many values there are at least; `nil` where nothing is said.
  public var minimumOccurrences: Int?
  /// How many values there may be; `nil` where nothing is said.
  public var maximumOccurrences: Occurrence?

  /// How often something may occur.
  public enum Occurrence: Hashable, Sendable {
    /// A number of times.
    case times(Int)
    /// Any number of times.
    case unbounded
  }

  /// Makes a format.
  public init(_ content: Content) { self.content = content }

  /// Whether a component may hold several values at once.
  public var isArray: Bool {
    switch maximumOccurrences {
    case .unbounded: true
    case .times(let count): count > 1
    case nil: false
    }
  }

  /// The uncoded format; `nil` where there are codes.
  public var textFormat: TextFormat? {
    if case .text(let format) = content { format } else { nil }
  }

  /// The list of codes; `nil` where values are uncoded.
  public var enumeration: ArtefactReference? {
    if case .enumeration(let list, _) = content { list } else { nil }
  }

  /// What a column makes of it.
  public var representation: Representation {
    if isArray { return .text }
    switch content {
    case .enumeration(let list, _): return list.kind.isListOfCodes ? .codelist(list) : .text
    case .text(let format): return format.representation
    }
  }
}

/// The type and the facets of uncoded values.
///
/// - Source: SDMX 3.1 schemas, SDMXStructureBase: TextFormatType.
public struct TextFormat: Hashable, Sendable {
  /// The type; `nil` where none is said, which means text.
  public var dataType: DataType?
  /// The facets that are said, as they are written: `maxLength`, `pattern`.
  public var facets: [Facet: String] = [:]
  /// Whether there may be a text in each of several languages; `nil` where nothing is said.
  public var isMultilingual: Bool?
  /// Values with a meaning of their own.
  public var sentinels: [Sentinel] = []

  /// Restrictions of values.
  public enum Facet: String, Hashable, Sendable, CaseIterable {
    /// Whether values follow one another.
    case isSequence
    /// The step of a sequence.
    case interval
    /// Where a sequence begins.
    case startValue
    /// Where a sequence ends.
    case endValue
    /// The step of a sequence of times.
    case timeInterval
    /// Where a sequence of times begins.
    case startTime
    /// Where a sequence of times ends.
    case endTime
    /// The least count of characters.
    case minLength
    /// The greatest count of characters.
    case maxLength
    /// The least value.
    case minValue
    /// The greatest value.
    case maxValue
    /// How many decimals there are.
    case decimals
    /// A regular expression that values match.
    case pattern
  }

  /// A value with a meaning of its own.
  public struct Sentinel: Hashable, Sendable {
    /// The value.
    public let value: String
    /// What it is called.
    public let name: InternationalString
    /// What it means.
    public let description: InternationalString?

    /// Makes a value with a meaning.
    public init(_ value: String, name: InternationalString, description: InternationalString?) {
      self.value = value
      self.name = name
      self.description = description
    }
  }

  /// Makes a format of a type.
  public init(_ dataType: DataType? = nil) { self.dataType = dataType }

  /// What a column makes of it.
  public var representation: Representation {
    switch dataType ?? .string {
    case .integer, .long, .short, .count: .integer
    case .decimal:
      if let decimals = facets[.decimals].flatMap({ Int($0) }), (0...38).contains(decimals) {
        .decimal(precision: 38, scale: decimals)
      } else {
        .double
      }
    case .float, .double, .inclusiveValueRange, .exclusiveValueRange, .incremental: .double
    case .bigInteger: .decimal(precision: 38, scale: 0)
    case .boolean: .boolean
    case .gregorianDay: .date
    case .observationalTimePeriod, .standardTimePeriod, .basicTimePeriod, .gregorianTimePeriod,
      .gregorianYear, .gregorianYearMonth, .reportingTimePeriod, .reportingYear,
      .reportingSemester, .reportingTrimester, .reportingQuarter, .reportingMonth, .reportingWeek,
      .reportingDay, .dateTime, .timeRange:
      .timePeriod
    default: .text
    }
  }
}

/// The types of values, as SDMX names them.
///
/// - Source: SDMX 3.1 schemas, SDMXCommon: DataType; the last ones are those of 2.1.
public enum DataType: String, Hashable, Sendable, CaseIterable {
  /// Any text.
  case string = "String"
  /// Letters.
  case alpha = "Alpha"
  /// Letters and digits.
  case alphaNumeric = "AlphaNumeric"
  /// Digits, with leading noughts.
  case numeric = "Numeric"
  /// Whole numbers without limit.
  case bigInteger = "BigInteger"
  /// Whole numbers of 32 bits.
  case integer = "Integer"
  /// Whole numbers of 64 bits.
  case long = "Long"
  /// Whole numbers of 16 bits.
  case short = "Short"
  /// Exact numbers.
  case decimal = "Decimal"
  /// Binary floating-point numbers of 32 bits.
  case float = "Float"
  /// Binary floating-point numbers of 64 bits.
  case double = "Double"
  /// True or false.
  case boolean = "Boolean"
  /// Addresses.
  case uri = "URI"
  /// Whole numbers, one after the other.
  case count = "Count"
  /// Numbers between two, with them.
  case inclusiveValueRange = "InclusiveValueRange"
  /// Numbers between two, without them.
  case exclusiveValueRange = "ExclusiveValueRange"
  /// Numbers at a distance.
  case incremental = "Incremental"
  /// Any period or moment.
  case observationalTimePeriod = "ObservationalTimePeriod"
  /// A period of a calendar or a year of reporting.
  case standardTimePeriod = "StandardTimePeriod"
  /// A period of the calendar or a moment.
  case basicTimePeriod = "BasicTimePeriod"
  /// A year, month or day of the calendar.
  case gregorianTimePeriod = "GregorianTimePeriod"
  /// A year.
  case gregorianYear = "GregorianYear"
  /// A month.
  case gregorianYearMonth = "GregorianYearMonth"
  /// A month, as SDMX 2.1 also calls it.
  case gregorianMonth = "GregorianMonth"
  /// A day.
  case gregorianDay = "GregorianDay"
  /// A period of a year of reporting.
  case reportingTimePeriod = "ReportingTimePeriod"
  /// A year of reporting.
  case reportingYear = "ReportingYear"
  /// Half a year of reporting.
  case reportingSemester = "ReportingSemester"
  /// A third of a year of reporting.
  case reportingTrimester = "ReportingTrimester"
  /// A quarter of a year of reporting.
  case reportingQuarter = "ReportingQuarter"
  /// A month of a year of reporting.
  case reportingMonth = "ReportingMonth"
  /// A week of a year of reporting.
  case reportingWeek = "ReportingWeek"
  /// A day of a year of reporting.
  case reportingDay = "ReportingDay"
  /// A moment.
  case dateTime = "DateTime"
  /// A beginning and a duration.
  case timeRange = "TimeRange"
  /// A month of any year.
  case month = "Month"
  /// A day of any year.
  case monthDay = "MonthDay"
  /// A day of any month.
  case day = "Day"
  /// A time of day.
  case time = "Time"
  /// How long something takes.
  case duration = "Duration"
  /// Places.
  case geospatialInformation = "GeospatialInformation"
  /// Text with mark-up.
  case xhtml = "XHTML"
  /// Values of a key.
  case keyValues = "KeyValues"
  /// What names something identified.
  case identifiableReference = "IdentifiableReference"
  /// What names a dataset.
  case dataSetReference = "DataSetReference"
  /// What names a constraint.
  case attachmentConstraintReference = "AttachmentConstraintReference"
}

// SPDX-License-Identifier: Apache-2.0

/// What an operator on values takes and gives; one entry an operator, a table a family.
///
/// - Source: VTL 2.2 reference manual, "Input parameters type" and "Result type" of each operator.
struct OperatorSignature: Hashable, Sendable {
  let parameters: [Accepted]
  /// How many parameters must be given.
  let required: Int
  let result: Result
  /// Whether the result has another type than the operand, so that a dataset may have one measure only,
  /// which then takes the generic name of the type.
  let changesType: Bool
  /// Whether a dataset may have one measure only, without a change of its name.
  let isSingleMeasure: Bool
  /// How many of the first parameters may be datasets.
  let datasets: Int

  /// What a parameter accepts.
  enum Accepted: Hashable, Sendable {
    case one(ScalarType)
    /// A date, a time or a period.
    case temporal
    /// Any type that all such parameters share.
    case alike

    /// The words by which a message names it.
    var description: String {
      switch self {
      case .one(let type): type.rawValue
      case .temporal: "date, time_period, time"
      case .alike: "scalar"
      }
    }
  }

  /// How the type of the result follows.
  enum Result: Hashable, Sendable {
    case fixed(ScalarType)
    /// Integer where all numbers are integers, else number.
    case numeric
    /// The type of the first parameter; integer where no digits are asked for.
    case rounded
    /// The type that all parameters share.
    case common

    /// Whether integers are computed as integers.
    var keepsIntegers: Bool { self == .numeric || self == .rounded || self == .fixed(.integer) }
  }

  init(
    _ parameters: [Accepted],
    required: Int? = nil,
    gives result: Result,
    changesType: Bool = false,
    isSingleMeasure: Bool = false,
    datasets: Int = 1
  ) {
    self.parameters = parameters
    self.required = required ?? parameters.count
    self.result = result
    self.changesType = changesType
    self.isSingleMeasure = isSingleMeasure
    self.datasets = datasets
  }

  /// The signature of an operator.
  static func of(_ operation: ScalarOperator) -> OperatorSignature? {
    switch operation {
    case .unary(.not): boolean(1)
    case .unary: OperatorSignature([.one(.number)], gives: .numeric)
    case .binary(let binary): of(binary)
    case .function(let word): functions[word]
    case .stringDistance:
      OperatorSignature(
        [.one(.string), .one(.string)],
        gives: .fixed(.number),
        changesType: true,
        datasets: 2
      )
    }
  }

  private static func of(_ operation: BinaryOperator) -> OperatorSignature {
    switch operation {
    case .add, .subtract, .multiply:
      OperatorSignature([.one(.number), .one(.number)], gives: .numeric, datasets: 2)
    case .divide:
      OperatorSignature([.one(.number), .one(.number)], gives: .fixed(.number), datasets: 2)
    case .concatenate:
      OperatorSignature([.one(.string), .one(.string)], gives: .fixed(.string), datasets: 2)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: comparison(2)
    case .and, .or, .xor: boolean(2)
    }
  }

  private static func boolean(_ count: Int) -> OperatorSignature {
    OperatorSignature(
      Array(repeating: .one(.boolean), count: count),
      gives: .fixed(.boolean),
      isSingleMeasure: true,
      datasets: count
    )
  }

  private static func comparison(_ datasets: Int) -> OperatorSignature {
    OperatorSignature(
      [.alike, .alike],
      gives: .fixed(.boolean),
      changesType: true,
      datasets: datasets
    )
  }

  private static let functions: [Keyword: OperatorSignature] =
    text.merging(numbers) { $1 }.merging(tests) { $1 }.merging(times) { $1 }

  private static let text: [Keyword: OperatorSignature] = {
    let unary = OperatorSignature([.one(.string)], gives: .fixed(.string))
    return [
      .trim: unary, .ltrim: unary, .rtrim: unary, .upper: unary, .lower: unary,
      .substr: OperatorSignature(
        [.one(.string), .one(.integer), .one(.integer)],
        required: 1,
        gives: .fixed(.string)
      ),
      .replace: OperatorSignature(
        [.one(.string), .one(.string), .one(.string)],
        required: 2,
        gives: .fixed(.string)
      ),
      .instr: OperatorSignature(
        [.one(.string), .one(.string), .one(.integer), .one(.integer)],
        required: 2,
        gives: .fixed(.integer),
        changesType: true
      ),
      .length: OperatorSignature([.one(.string)], gives: .fixed(.integer), changesType: true),
    ]
  }()

  private static let numbers: [Keyword: OperatorSignature] = {
    let toNumber = OperatorSignature([.one(.number)], gives: .fixed(.number))
    let toInteger = OperatorSignature([.one(.number)], gives: .fixed(.integer))
    let withDigits = OperatorSignature(
      [.one(.number), .one(.integer)],
      required: 1,
      gives: .rounded
    )
    let binary = OperatorSignature([.one(.number), .one(.number)], gives: .fixed(.number))
    return [
      .abs: OperatorSignature([.one(.number)], gives: .numeric), .ceil: toInteger,
      .floor: toInteger, .exp: toNumber, .ln: toNumber, .sqrt: toNumber, .round: withDigits,
      .trunc: withDigits, .power: binary, .log: binary,
      .random: OperatorSignature([.one(.number), .one(.integer)], gives: .fixed(.number)),
      .mod: OperatorSignature([.one(.number), .one(.number)], gives: .numeric, datasets: 2),
    ]
  }()

  private static let tests: [Keyword: OperatorSignature] = [
    .between: OperatorSignature(
      [.alike, .alike, .alike],
      gives: .fixed(.boolean),
      changesType: true
    ),
    .matchCharacters: OperatorSignature(
      [.one(.string), .one(.string)],
      gives: .fixed(.boolean),
      changesType: true
    ),
    .isnull: OperatorSignature([.alike], gives: .fixed(.boolean), changesType: true),
    .nvl: OperatorSignature([.alike, .alike], gives: .common, datasets: 2),
  ]

  private static let times: [Keyword: OperatorSignature] = {
    let part = OperatorSignature([.temporal], gives: .fixed(.integer), changesType: true)
    let toDuration = OperatorSignature(
      [.one(.integer)],
      gives: .fixed(.duration),
      changesType: true
    )
    let toDays = OperatorSignature([.one(.duration)], gives: .fixed(.integer), changesType: true)
    return [
      .getyear: part, .getmonth: part, .dayofmonth: part, .dayofyear: part,
      .daytoyear: toDuration, .daytomonth: toDuration, .yeartoday: toDays, .monthtoday: toDays,
      .currentDate: OperatorSignature([], gives: .fixed(.date)),
      .periodIndicator: OperatorSignature(
        [.one(.timePeriod)],
        gives: .fixed(.duration),
        changesType: true,
        datasets: 0
      ),
      .datediff: OperatorSignature(
        [.temporal, .temporal],
        gives: .fixed(.integer),
        changesType: true,
        datasets: 2
      ),
      .dateadd: OperatorSignature(
        [.temporal, .one(.integer), .one(.duration)],
        gives: .fixed(.date)
      ),
    ]
  }()
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Platform
public import Relation
public import Structures

/// A kind of step, as a programme exports it: a name, a version, and how to prepare a step of it.
///
/// Preparing reads the parameters and finds everything that is wrong with them before anything runs;
/// so `ayni check` and `ayni plan` know all that a run would find in the project's files.
public struct StepKind: Sendable {
  /// The name that step files use, such as `cooperation.value`.
  public let name: String
  /// Raised when the same input begins to give another result, so that stored results are dropped.
  public let version: Int
  /// What the step does, in one sentence.
  public let summary: Message
  /// How many datasets it takes.
  public let inputs: ClosedRange<Int>
  /// How many datasets it makes.
  public let outputs: ClosedRange<Int>
  /// Reads the parameters of one step.
  public let prepare: @Sendable (StepPreparation) throws -> PreparedStep

  /// Declares a kind of step.
  ///
  /// - Parameters:
  ///   - name: the name that step files use.
  ///   - version: raised when results change.
  ///   - summary: what it does.
  ///   - inputs: how many datasets it takes.
  ///   - outputs: how many datasets it makes; one by default.
  ///   - prepare: reads the parameters of one step.
  public init(
    _ name: String,
    version: Int,
    summary: Message,
    inputs: ClosedRange<Int>,
    outputs: ClosedRange<Int> = 1...1,
    prepare: @escaping @Sendable (StepPreparation) throws -> PreparedStep
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.inputs = inputs
    self.outputs = outputs
    self.prepare = prepare
  }
}

/// What a kind of step knows when it prepares one.
public struct StepPreparation: Sendable {
  /// The step's file.
  public let definition: StepDefinition
  /// The structures of its inputs, in order.
  public let inputs: [DataStructureDefinition]
  /// The structures of the project.
  public let catalogue: StructureCatalogue
  /// The project's folder, for files that the parameters name.
  public let root: RootedFolder
  /// The agency of the project.
  public let agency: String
  /// Takes what is wrong, all at once.
  public let collector: DiagnosticCollector

  /// States what is known.
  public init(
    definition: StepDefinition,
    inputs: [DataStructureDefinition],
    catalogue: StructureCatalogue,
    root: RootedFolder,
    agency: String,
    collector: DiagnosticCollector
  ) {
    self.definition = definition
    self.inputs = inputs
    self.catalogue = catalogue
    self.root = root
    self.agency = agency
    self.collector = collector
  }

  /// Reads the parameters by type; unknown keys are reported with the nearest name.
  ///
  /// - Throws: what the body throws.
  public func parameters<Result>(
    _ body: (TOMLTableReader) throws -> Result
  ) throws -> Result {
    try definition.parameters.read(collector, body)
  }
}

/// A step that is ready to run.
public struct PreparedStep: Sendable {
  /// The files of the project that it reads, besides its own: data, maps, tables.
  public let files: [String]
  /// What it makes, in the order of the step's file.
  public let outputs: [StepOutput]
  /// Computes the outputs: a plan each, in order.
  public let run: @Sendable (StepContext) async throws -> [Plan]

  /// Puts a prepared step together.
  ///
  /// - Parameters:
  ///   - files: the files of the project that it reads.
  ///   - outputs: what it makes.
  ///   - run: computes the outputs.
  public init(
    files: [String] = [],
    outputs: [StepOutput],
    run: @escaping @Sendable (StepContext) async throws -> [Plan]
  ) {
    self.files = files
    self.outputs = outputs
    self.run = run
  }
}

/// What is known of a dataset before it is made.
public struct StepOutput: Sendable {
  /// What its columns mean.
  public let structure: DataStructureDefinition
  /// Columns that serve the run and are never published; their names begin with `_`.
  public let hidden: [Field]
  /// Where its rows come from.
  public let lineage: [LineageRule]
  /// Whether the step gives its rows in an order that depends on its inputs alone.
  ///
  /// Other rows are sorted before they are stored, so that the number of threads changes nothing.
  public let isOrdered: Bool
  /// Components whose every value the step has held to the codelist, and to being there where it must.
  ///
  /// The rows are not read once more to check them.
  public let assured: Set<String>
  /// Whether each row has the key of a row of an input, which has it alone: then no key is there twice.
  public let keepsKeys: Bool
  /// The line of a script that makes it; `nil` where the step's own file says all.
  public let rule: Location?

  /// States what a step makes.
  public init(
    _ structure: DataStructureDefinition,
    hidden: [Field] = [],
    lineage: [LineageRule] = [],
    isOrdered: Bool = false,
    assured: Set<String> = [],
    keepsKeys: Bool = false,
    rule: Location? = nil
  ) {
    self.assured = assured
    self.keepsKeys = keepsKeys
    self.rule = rule
    self.structure = structure
    self.hidden = hidden
    self.lineage = lineage
    self.isOrdered = isOrdered
  }

  /// The dataset as it is read back from a file that a run stored.
  func dataset(_ name: String, parquet path: String) throws -> Dataset {
    let schema = Schema(structure.schema.fields + hidden)
    return try Dataset(name, structure, .scan(.parquet([path]), schema: schema))
  }

  /// The file whose lines stand in `_line`; `nil` where rows come from other datasets.
  var sourceFile: String? {
    for case .file(let path) in lineage { return path }
    return nil
  }
}

/// Where the rows of an output come from.
public enum LineageRule: Sendable, Hashable {
  /// From the rows of an input that agree in these columns.
  case rows(input: Int, matching: [LineageKey])
  /// From the lines of a file, whose number stands in the column `_line`.
  case file(String)

  /// From the rows of an input that have the same values in columns of the same names.
  public static func rows(input: Int, matching names: [String]) -> LineageRule {
    .rows(input: input, matching: names.map { LineageKey(output: $0, input: $0) })
  }
}

/// A column in which an output row and the input rows behind it agree.
public struct LineageKey: Sendable, Hashable {
  /// The column of the output.
  public let output: String
  /// The column of the input.
  public let input: String
  /// The code of the output that stands for all values of the input; `nil` where there is none.
  public let total: String?
  /// The code of the output that stands for rows of the input without a value; `nil` where there is none.
  public let blank: String?

  /// Pairs two columns.
  public init(output: String, input: String, total: String? = nil, blank: String? = nil) {
    self.output = output
    self.input = input
    self.total = total
    self.blank = blank
  }
}

/// What a step has at hand while it runs.
public struct StepContext: Sendable {
  /// The engine.
  public let session: any Session
  /// The inputs, in order.
  public let inputs: [Dataset]
  /// Where a person finds the rows of each input: the file that it was read from, else its name.
  public let places: [String]
  /// The project's folder.
  public let root: RootedFolder
  /// A prefix for the names of tables that the step makes; no other step has it.
  public let tablePrefix: String
  /// Takes problems of single rows.
  public let collector: DiagnosticCollector
  /// Where the step writes its rejected rows, if there are any; the file lies with its results.
  public let rejectedPath: String
  /// The language of the office, for what the step writes beside its rows.
  public let language: Language
  /// Shows how far the step has come.
  public let progress: ProgressReport
}

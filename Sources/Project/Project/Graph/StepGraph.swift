// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Structures

/// The steps of a project in an order in which each finds its inputs made.
public struct StepGraph: Sendable {
  /// The steps, ready to run, in order.
  public let nodes: [Node]

  /// A step in the graph.
  public struct Node: Sendable {
    /// The step's file.
    public let definition: StepDefinition
    /// Its kind.
    public let kind: StepKind
    /// The step, ready to run.
    public let prepared: PreparedStep
  }

  /// Orders and prepares the steps of a project; everything wrong is told at once.
  ///
  /// - Parameters:
  ///   - project: the project.
  ///   - kinds: the kinds of steps that there are.
  /// - Throws: ``DiagnosticFailure`` with `project.unknown-step-kind`, `project.dataset-twice`,
  ///   `project.unknown-dataset`, `project.circular-steps`, `project.wrong-inputs`,
  ///   `project.wrong-outputs`, and what the kinds find wrong in parameters.
  public init(_ project: ProjectFolder, kinds: [StepKind]) throws {
    let collector = DiagnosticCollector()
    StepGraph.checkNames(project.steps, kinds, collector)
    try collector.throwIfErrors()
    let ordered = try StepGraph.ordered(project.steps)
    var structures: [String: DataStructureDefinition] = [:]
    var nodes: [Node] = []
    for definition in ordered {
      // A step whose input could not be prepared is passed over: its cause is told already.
      let inputs = definition.inputs.compactMap { structures[$0] }
      guard inputs.count == definition.inputs.count,
        let kind = kinds.first(where: { $0.name == definition.kind })
      else { continue }
      let preparation = StepPreparation(
        definition: definition,
        inputs: inputs,
        catalogue: project.catalogue,
        root: project.root,
        agency: project.settings.agency,
        collector: collector
      )
      guard let prepared = collector.collecting({ try kind.prepare(preparation) }) else { continue }
      for (name, output) in zip(definition.outputs, prepared.outputs) {
        structures[name] = output.structure
      }
      nodes.append(Node(definition: definition, kind: kind, prepared: prepared))
    }
    StepGraph.checkReleased(project, collector)
    try collector.throwIfErrors()
    self.nodes = nodes
  }

  /// The step that makes a dataset, and the position of the dataset among its outputs.
  public func maker(of dataset: String) -> (node: Node, output: Int)? {
    for node in nodes {
      if let output = node.definition.outputs.firstIndex(of: dataset) { return (node, output) }
    }
    return nil
  }

  /// What is known of a dataset before it is made; `nil` where nothing makes it.
  public func output(named dataset: String) -> StepOutput? {
    maker(of: dataset).map { $0.node.prepared.outputs[$0.output] }
  }

  /// The structure of a dataset, or `nil` where nothing makes it.
  public func structure(of dataset: String) -> DataStructureDefinition? {
    output(named: dataset)?.structure
  }

  private static func checkNames(
    _ steps: [StepDefinition],
    _ kinds: [StepKind],
    _ collector: DiagnosticCollector
  ) {
    var makers: [String: Location] = [:]
    for step in steps {
      guard let kind = kinds.first(where: { $0.name == step.kind }) else {
        let names = kinds.map(\.name)
        collector.report(
          ProjectDefinitions.unknownStepKind.at(
            step.location,
            ["kind": .text(step.kind), "kinds": .text(names.joined(separator: ", "))],
            suggestion: NearestName.of(step.kind, among: names)
          )
        )
        continue
      }
      checkCounts(step, kind, collector)
      for output in step.outputs {
        if let other = makers.updateValue(step.location, forKey: output) {
          collector.report(
            ProjectDefinitions.datasetTwice.at(
              step.location,
              ["dataset": .text(output), "other": "\(other)"]
            )
          )
        }
      }
    }
    for step in steps {
      for input in step.inputs where makers[input] == nil {
        collector.report(unknown(input, step.location, makers.keys.sorted()))
      }
    }
  }

  private static func checkCounts(
    _ step: StepDefinition,
    _ kind: StepKind,
    _ collector: DiagnosticCollector
  ) {
    let counts = [
      (ProjectDefinitions.wrongInputs, kind.inputs, step.inputs.count),
      (ProjectDefinitions.wrongOutputs, kind.outputs, step.outputs.count),
    ]
    for (definition, expected, actual) in counts where !expected.contains(actual) {
      let range =
        expected.count == 1
        ? "\(expected.lowerBound)"
        : "\(expected.lowerBound)–\(expected.upperBound == .max ? "" : "\(expected.upperBound)")"
      collector.report(
        definition.at(
          step.location,
          ["step": .text(step.name), "expected": .text(range), "actual": .count(actual)]
        )
      )
    }
  }

  private static func checkReleased(_ project: ProjectFolder, _ collector: DiagnosticCollector) {
    let made = project.steps.flatMap(\.outputs)
    for dataset in project.settings.release.datasets + project.views.map(\.dataset)
    where !made.contains(dataset) {
      collector.report(unknown(dataset, Location("ayni.toml"), made))
    }
  }

  private static func unknown(
    _ dataset: String,
    _ location: Location,
    _ known: [String]
  ) -> Diagnostic {
    ProjectDefinitions.unknownDataset.at(
      location,
      ["dataset": .text(dataset)],
      suggestion: NearestName.of(dataset, among: known)
    )
  }

  /// Kahn's algorithm; among steps that are ready the order of the files is kept.
  private static func ordered(_ steps: [StepDefinition]) throws -> [StepDefinition] {
    var waiting = steps
    var made: Set<String> = []
    var ordered: [StepDefinition] = []
    while !waiting.isEmpty {
      guard let next = waiting.firstIndex(where: { made.isSuperset(of: $0.inputs) }) else {
        throw ProjectDefinitions.circularSteps.at(
          waiting.first?.location,
          ["steps": .text(waiting.map(\.name).joined(separator: ", "))]
        )
      }
      let step = waiting.remove(at: next)
      made.formUnion(step.outputs)
      ordered.append(step)
    }
    return ordered
  }
}

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
    let sound = StepGraph.checkNames(project.steps, kinds, collector)
    var structures: [String: DataStructureDefinition] = [:]
    var nodes: [Node] = []
    for definition in StepGraph.ordered(project.steps, collector) {
      // A step whose input could not be prepared is passed over: its cause is told already.
      let inputs = definition.inputs.compactMap { structures[$0] }
      guard inputs.count == definition.inputs.count, let kind = sound[definition.location.file]
      else {
        continue
      }
      // Each step gathers its own problems, so that those of others do not stop it.
      let own = DiagnosticCollector()
      let preparation = StepPreparation(
        definition: definition,
        inputs: inputs,
        catalogue: project.catalogue,
        root: project.root,
        agency: project.settings.agency,
        collector: own
      )
      let prepared = own.collecting { try kind.prepare(preparation) }
      collector.report(contentsOf: own.diagnostics)
      guard let prepared else { continue }
      for (name, output) in zip(definition.outputs, prepared.outputs) {
        structures[name] = output.structure
      }
      nodes.append(Node(definition: definition, kind: kind, prepared: prepared))
    }
    StepGraph.checkReleased(project, collector)
    for view in project.views {
      if let coverage = view.coverage, let answers = structures[coverage.dataset] {
        for name in coverage.components where answers[name] == nil {
          collector.report(
            ViewDefinition.unknown(name, of: coverage.dataset, answers, at: coverage.location)
          )
        }
      }
      guard let structure = structures[view.dataset] else { continue }
      StepGraph.check(view, structure, project.catalogue, collector)
    }
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

  /// Checks what can be said of steps before any is prepared.
  ///
  /// - Returns: the kind of each step that may be prepared, by the step's file.
  private static func checkNames(
    _ steps: [StepDefinition],
    _ kinds: [StepKind],
    _ collector: DiagnosticCollector
  ) -> [String: StepKind] {
    var makers: [String: Location] = [:]
    var sound: [String: StepKind] = [:]
    for step in steps {
      // A step of an unknown kind makes its datasets all the same: who takes them is not at fault.
      for output in step.outputs {
        guard let other = makers.updateValue(step.location, forKey: output) else { continue }
        collector.report(
          ProjectDefinitions.datasetTwice.at(
            step.location,
            ["dataset": .text(output), "other": "\(other)"]
          )
        )
      }
      guard let kind = kinds.first(where: { $0.name == step.kind }) else {
        let names = kinds.map(\.name)
        collector.report(
          ProjectDefinitions.unknownStepKind.at(
            step.kindLocation,
            ["kind": .text(step.kind), "kinds": .text(names.joined(separator: ", "))],
            suggestion: NearestName.of(step.kind, among: names)
          )
        )
        continue
      }
      if hasSoundCounts(step, kind, collector) { sound[step.location.file] = kind }
    }
    for step in steps {
      for input in step.inputs where makers[input] == nil {
        collector.report(unknown(input, step.inputsLocation, makers.keys.sorted()))
      }
    }
    return sound
  }

  private static func hasSoundCounts(
    _ step: StepDefinition,
    _ kind: StepKind,
    _ collector: DiagnosticCollector
  ) -> Bool {
    let counts = [
      (ProjectDefinitions.wrongInputs, kind.inputs, step.inputs.count),
      (ProjectDefinitions.wrongOutputs, kind.outputs, step.outputs.count),
    ]
    let wrong = counts.filter { !$0.1.contains($0.2) }
    for (definition, expected, actual) in wrong {
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
    return wrong.isEmpty
  }

  private static func checkReleased(_ project: ProjectFolder, _ collector: DiagnosticCollector) {
    let made = project.steps.flatMap(\.outputs)
    for dataset in project.settings.release.datasets where !made.contains(dataset) {
      collector.report(unknown(dataset, project.settings.release.datasetsLocation, made))
    }
    for view in project.views where !made.contains(view.dataset) {
      collector.report(unknown(view.dataset, view.location, made))
    }
    for coverage in project.views.compactMap(\.coverage) where !made.contains(coverage.dataset) {
      collector.report(unknown(coverage.dataset, coverage.location, made))
    }
  }

  /// Finds names of a view that its dataset's structure does not have.
  private static func check(
    _ view: ViewDefinition,
    _ structure: DataStructureDefinition,
    _ catalogue: StructureCatalogue,
    _ collector: DiagnosticCollector
  ) {
    for name in view.names {
      guard let component = structure[name.component] else {
        collector.report(
          ViewDefinition.unknown(name.component, of: view.dataset, structure, at: name.location)
        )
        continue
      }
      guard let code = name.code, case .codelist(let reference) = component.representation,
        let list = catalogue.codelists[reference], list[code] == nil
      else { continue }
      collector.report(
        ProjectDefinitions.unknownViewCode.at(
          name.location,
          [
            "dataset": .text(view.dataset), "component": .text(component.id), "code": .text(code),
            "list": .text(reference.id),
          ],
          suggestion: NearestName.of(code, among: list.ids)
        )
      )
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
  ///
  /// Datasets that nobody makes count as made: they are told already.
  private static func ordered(
    _ steps: [StepDefinition],
    _ collector: DiagnosticCollector
  ) -> [StepDefinition] {
    let makeable = Set(steps.flatMap(\.outputs))
    var waiting = steps
    var made: Set<String> = []
    var ordered: [StepDefinition] = []
    while !waiting.isEmpty {
      let next = waiting.firstIndex { made.isSuperset(of: makeable.intersection($0.inputs)) }
      guard let next else {
        collector.report(
          ProjectDefinitions.circularSteps.at(
            waiting.first?.location,
            ["steps": .text(waiting.map(\.name).joined(separator: ", "))]
          )
        )
        break
      }
      let step = waiting.remove(at: next)
      made.formUnion(step.outputs)
      ordered.append(step)
    }
    return ordered
  }
}

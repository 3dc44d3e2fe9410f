// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Relation
internal import Structures
internal import VTL

/// What the parameters of a `vtl` step say: a script that was understood, and a structure for each output.
struct ScriptOutputs: Sendable {
  /// The script, from the project's folder.
  let file: String
  /// What the step makes, in the order of its file.
  let outputs: [StepOutput]
  private let script: AnalysedScript
  private let environment: AnalysisEnvironment
  private let inputs: [String]
  private let names: [String]

  /// Reads the parameters, the script and what its names mean.
  ///
  /// - Throws: what is wrong with the script, with its place in it; `steps.no-such-result`,
  ///   `steps.result-structure`, `structures.…` where a result is no dataset that can be stored.
  init(_ preparation: StepPreparation) throws {
    let definition = preparation.definition
    let read = try preparation.parameters { table in
      (
        file: table.string("script"), location: table.location(of: "script"),
        viral: table.value("viral") == nil ? [] : table.strings("viral"),
        structures: table.table("structures") { structures in
          structures.keys.map { ($0, structures.string($0), structures.location(of: $0)) }
        } ?? []
      )
    }
    (file, inputs, names) = (read.file, definition.inputs, definition.outputs)
    let path = try preparation.root.resolve(file, namedAt: read.location)
    let text = try WholeFile.text(path, named: file)
    var environment = AnalysisEnvironment()
    for (name, structure) in zip(definition.inputs, preparation.inputs) {
      environment.datasets[name] = DatasetStructure(structure, viral: Set(read.viral))
    }
    for codelist in preparation.catalogue.codelists.values {
      let id = codelist.reference.id
      environment.domains[id] = ValueDomain(id, .string, values: codelist.ids)
    }
    self.environment = environment
    let analysed = try Script(SourceText(text, file: file)).analysed(in: environment)
    script = analysed.keeping(names)
    let plans = environment.datasets.mapValues { Plan.scan(.table("x"), schema: $0.schema) }
    _ = try script.plan(inputs: plans, domains: environment.domains)
    let builder = ResultStructure(preparation)
    var outputs: [StepOutput] = []
    for name in names {
      guard let statement = analysed[name], case .dataset(let structure) = statement.structure
      else {
        throw StepsDefinitions.noSuchResult.at(
          definition.location,
          ["name": .text(name), "script": .text(file)],
          suggestion: NearestName.of(name, among: analysed.statements.map(\.name))
        )
      }
      let wanted = read.structures.first { $0.0 == name }
      let result =
        try wanted.map { _, id, location in
          let known = try preparation.catalogue.structure(id: id, at: location)
          try builder.check(known, structure, name, at: location)
          return known
        } ?? builder.structure(name, structure, at: statement.location)
      let keys = Set(result.dimensions.map(\.id))
      outputs.append(
        StepOutput(
          result,
          lineage: analysed.origins(of: name).compactMap { origin in
            guard let index = definition.inputs.firstIndex(of: origin) else { return nil }
            let shared = preparation.inputs[index].dimensions.map(\.id).filter(keys.contains)
            return .rows(input: index, matching: shared)
          },
          rule: statement.location
        )
      )
    }
    self.outputs = outputs
  }

  /// Runs the script in the engine; a failure names the statement.
  func run(_ context: StepContext) async throws -> [Plan] {
    var plans: [String: Plan] = [:]
    for (name, dataset) in zip(inputs, context.inputs) {
      plans[name] = try environment.datasets[name]?.computable(dataset.plan)
    }
    let plan = try script.plan(
      inputs: plans,
      domains: environment.domains,
      tablePrefix: context.tablePrefix
    )
    var results: [String: Plan] = [:]
    for step in plan.steps {
      do {
        try await context.session.keep(step.plan, as: step.table)
      } catch {
        let told = DiagnosticFailure(wrapping: error).diagnostics
        throw told.lazy.compactMap { step.meaning(of: $0) }.first ?? error
      }
      let rows = Plan.scan(.table(step.table), schema: step.plan.schema)
      if step.isOutput { results[step.name] = try step.structure.written(rows) }
    }
    return try zip(names, outputs).map { name, output in
      guard let rows = results[name] else {
        throw StepsDefinitions.noSuchResult.at(
          nil,
          ["name": .text(name), "script": .text(file)]
        )
      }
      return try rows.project(
        output.structure.components.map { component in
          let column = Relation.Expression.column(component.id)
          let type = component.representation.columnType
          let isSame = rows.schema[component.id]?.type == type
          return NamedExpression(component.id, isSame ? column : column.cast(to: type))
        }
      )
    }
  }
}

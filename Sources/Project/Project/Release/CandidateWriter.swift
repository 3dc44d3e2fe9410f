// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Relation
internal import Structures

/// Writes the data of a candidate and gathers what its parts need.
struct CandidateWriter {
  private let project: ProjectFolder
  private let graph: StepGraph
  private let session: any Session
  private let results: [StepResult]
  private let datasets: [String: Dataset]

  init(_ run: borrowing Run, _ results: [StepResult]) {
    project = run.project
    graph = run.graph
    session = run.session
    self.results = results
    datasets = Dictionary(
      results.flatMap(\.datasets).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Writes each published dataset as Parquet and describes the release.
  func contents(_ folder: String, producer: String) async throws -> ReleaseContents {
    var published: [PublishedDataset] = []
    for name in project.settings.release.datasets {
      guard let dataset = datasets[name] else { continue }
      published.append(try await publish(dataset, to: "\(folder)/data/\(name).parquet"))
    }
    return ReleaseContents(
      id: try identifier(published, producer),
      settings: project.settings,
      root: project.root,
      datasets: published,
      catalogue: project.catalogue,
      lineage: Lineage(graph, datasets: datasets),
      graph: graph,
      sources: sources,
      session: session,
      diagnostics: results.flatMap(\.diagnostics)
    )
  }

  private func publish(_ dataset: Dataset, to path: String) async throws -> PublishedDataset {
    let plan = try dataset.published()
    try await session.write(plan, toParquet: path)
    let written = try Dataset(
      dataset.name,
      dataset.structure,
      .scan(.parquet([path]), schema: dataset.structure.schema)
    )
    let view = project.view(of: dataset.name)
    let reference = ArtefactReference(
      .dataflow,
      agency: project.settings.agency,
      id: "DF_\(dataset.name.uppercased())",
      version: dataset.structure.reference.version
    )
    return PublishedDataset(
      dataset: written,
      dataflow: Dataflow(
        reference,
        name: view?.title ?? dataset.structure.name,
        description: view?.description,
        structure: dataset.structure.reference
      ),
      view: view,
      coverage: try await coverage(view?.coverage),
      count: try await session.count(of: written.plan),
      digest: try SHA256.digest(ofFile: path)
    )
  }

  private func coverage(_ definition: CoverageDefinition?) async throws -> Coverage? {
    guard let definition, let answers = datasets[definition.dataset],
      let status = answers.structure[definition.status]
    else { return nil }
    let codelist = try project.catalogue.codelist(of: status)
    return try await Coverage(definition, answers, codelist, session)
  }

  /// The identifier depends on data, structures, views, settings, findings and the program, on no clock.
  private func identifier(
    _ published: [PublishedDataset],
    _ producer: String
  ) throws -> String {
    let settings = try SHA256.digest(ofFile: try project.root.resolve("ayni.toml"))
    var text = "\(producer)\nayni.toml \(settings)\n"
    for entry in published {
      text += "\(entry.name) \(entry.digest) \(entry.dataset.structure.reference)\n"
    }
    for file in try ["structures", "views", "sources", "steps", "exports"].flatMap({
      try project.root.files(under: $0)
    }) {
      text += "\(file) \(try SHA256.digest(ofFile: try project.root.resolve(file)))\n"
    }
    for (file, digest) in sources.sorted(by: { $0.key < $1.key }) {
      text += "\(file) \(digest)\n"
    }
    // What was found is a part of the release too: a better check of the same data is another release.
    for check in results.flatMap(\.diagnostics).map(Manifest.Check.init) {
      text += "\(check.code) \(check.place ?? "") \(check.message)\n"
    }
    return String("\(try SHA256.digest(of: Array(text.utf8)))".prefix(12))
  }

  /// The files that steps read, as they were when the steps began.
  private var sources: [String: Digest] {
    let read = zip(graph.nodes, results).flatMap { node, result in
      node.prepared.files.compactMap { file in result.key.digest(of: file).map { (file, $0) } }
    }
    return Dictionary(read, uniquingKeysWith: { first, _ in first })
  }
}

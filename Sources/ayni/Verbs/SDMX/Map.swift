// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Engine
internal import Platform
internal import Relation
internal import SDMX
internal import Structures

extension Verb {
  /// `ayni sdmx map`: turns data of one structure into those of another by a structure map.
  static func map(_ invocation: Invocation) async throws -> ExitCode {
    try invocation.expectWords(3...3)
    let (input, output) = (invocation.words[1], invocation.words[2])
    let catalogue = try structures(invocation)
    let format = try MessageFormat(invocation["--to"], output: output).data()
    let temporary = try TemporaryFolder()
    var configuration = SessionConfiguration()
    configuration.memoryLimit = OpenProject.memory(ofFree: Machine.availableMemory)
    configuration.temporaryFolder = temporary.path
    configuration.allowedFolders = [temporary.path]
    let session = try await DuckDBSession(configuration)
    let collector = DiagnosticCollector()
    let source = try await MessageLoad(file: input, catalogue, collector)
      .run(into: "_message", in: session)
    invocation.console.report(collector.diagnostics)
    try collector.throwIfErrors()
    let map = try map(in: catalogue, source, invocation["--map"])
    let mapping = try StructureMapping(map, catalogue)
    let result = try await mapping.apply(to: source.dataset, named: "mapped", in: session)
    for (component, plan) in result.unmapped {
      let rows = try await session.count(of: plan)
      guard rows > 0 else { continue }
      collector.report(
        SDMXDefinitions.unmapped.at(
          Location(input),
          [
            "rows": .count(rows), "component": .text(component),
            "map": .text("\(map.reference)"),
          ]
        )
      )
    }
    try collector.throwIfErrors()
    var file = try DurableFile(replacing: output)
    let rows = try await DataConversion.write(
      try await session.rows(of: result.dataset.published()),
      of: mapping.target,
      to: format,
      header: source.header.forSending(input),
      languages: catalogue.languages
    ) { try file.write($0) }
    try file.commit()
    invocation.console.note(writtenRows, ["rows": .count(rows)])
    return .ok
  }

  /// The map of an identifier, or the only one that leads from the data's structure or flow.
  private static func map(
    in catalogue: StructureCatalogue,
    _ source: MessageLoad.Loaded,
    _ id: String?
  ) throws -> StructureMap {
    let maps = catalogue.others.values.compactMap { artefact -> StructureMap? in
      if case .structureMap(let map) = artefact { map } else { nil }
    }
    let fitting = maps.filter { map in
      if let id { return map.reference.id == id }
      return source.names.contains(map.source)
    }
    guard fitting.count == 1, let only = fitting.first else {
      throw SDMXDefinitions.noMap.at(
        nil,
        ["structure": .text("\(source.dataset.structure.reference)")]
      )
    }
    return only
  }
}

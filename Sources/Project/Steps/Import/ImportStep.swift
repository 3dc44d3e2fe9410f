// SPDX-License-Identifier: Apache-2.0

public import Project
internal import Columns
internal import Diagnostics
internal import Platform
internal import Relation
internal import Structures

/// The step that brings a file of rows into the project.
public enum ImportStep {
  /// `import`: one source, one dataset.
  ///
  /// - Input: none; a CSV file or a sheet of a workbook, one row = one observation.
  /// - Output: a dataset of the structure that the source names, with `_line`, the physical line.
  /// - Throws: codes `import.…`, each with its place; rejected rows go to a file.
  public static let kind: StepKind = StepKind(
    "import",
    version: 5,
    summary: Message(
      "step.import",
      en: "reads a file through a mapping",
      fr: "lit un fichier par une correspondance"
    ),
    inputs: 0...0
  ) { preparation in
    let source = try SourceDefinition(preparation)
    let structure = try preparation.catalogue.structure(
      id: source.structure,
      at: preparation.definition.location
    )
    check(source, structure, preparation.collector)
    let files = [source.file] + source.columns.compactMap(\.map)
    _ = try preparation.root.file(source.file, namedAt: source.fileLocation)
    for column in source.columns {
      if let map = column.map { _ = try preparation.root.file(map, namedAt: column.location) }
    }
    return PreparedStep(
      files: files,
      outputs: [
        StepOutput(
          structure,
          hidden: [Field("_line", .integer)],
          lineage: [.file(source.file)],
          isOrdered: true,
          // A row with a blank or a code that may not be is put aside while it is read.
          assured: Set(structure.components.map(\.id))
        )
      ]
    ) { context in
      let components = ImportedComponents(
        source: source,
        structure: structure,
        catalogue: preparation.catalogue,
        root: context.root
      )
      return [try await SourceImport(source, components, context).run()]
    }
  }

  private static func check(
    _ source: SourceDefinition,
    _ structure: DataStructureDefinition,
    _ collector: DiagnosticCollector
  ) {
    let ids = structure.components.map(\.id)
    for mapping in source.columns where structure[mapping.component] == nil {
      collector.report(
        StepsDefinitions.unknownComponent.at(
          mapping.location,
          [
            "component": .text(mapping.component), "structure": .text(structure.reference.id),
          ],
          suggestion: NearestName.of(mapping.component, among: ids)
        )
      )
    }
    for mapping in source.columns where mapping.origin == .line {
      guard let type = structure[mapping.component]?.representation,
        type != .integer, type != .text
      else { continue }
      collector.report(
        StepsDefinitions.lineType.at(mapping.location, ["component": .text(mapping.component)])
      )
    }
    // A measure may stay without a column: its values are then missing, not zero.
    for component in structure.components where component.isMandatory {
      guard !source.columns.contains(where: { $0.component == component.id }) else { continue }
      collector.report(
        StepsDefinitions.unmappedComponent.at(
          source.location,
          ["component": .text(component.id), "structure": .text(structure.reference.id)]
        )
      )
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Relation
internal import SDMX
internal import Structures

/// The SDMX messages of a release: each dataset as SDMX-CSV 2.0, all structures as SDMX-ML 3.0.
public enum MessagePart {
  /// The part that writes the folder `sdmx`.
  ///
  /// - Output: `NAME.csv`, one row = one observation, and `structure.xml` with the codelists, concepts,
  ///   structures and dataflows that the release uses.
  public static let part: ReleasePart = ReleasePart(
    "sdmx",
    check: check
  ) { contents, path in
    for published in contents.datasets {
      try await write(published, contents, to: "\(path)/\(published.name).csv")
    }
    try writeStructures(contents, to: "\(path)/structure.xml")
  }

  /// Finds structures that SDMX-ML cannot say, each by itself so that all are told.
  private static func check(_ project: ProjectFolder, _ graph: StepGraph) -> [Diagnostic] {
    let collector = DiagnosticCollector()
    for name in project.settings.release.datasets {
      guard let structure = graph.structure(of: name) else { continue }
      var catalogue = StructureCatalogue()
      catalogue.add(structure)
      for reference in structure.codelists {
        if let list = project.catalogue.codelists[reference] { catalogue.add(list) }
      }
      collector.collecting {
        try SDMXMLStructureWriter(header(project.settings.agency, id: "CHECK"))
          .write(catalogue) { _ in }
      }
    }
    return collector.diagnostics.map { $0.placed(at: project.settings.release.datasetsLocation) }
  }

  /// The header's moment is that of no clock: the same structures give the same bytes.
  private static func header(_ agency: String, id: String) -> MessageHeader {
    MessageHeader(id: id, prepared: "1970-01-01T00:00:00Z", sender: agency)
  }

  private static func write(
    _ published: PublishedDataset,
    _ contents: ReleaseContents,
    to path: String
  ) async throws {
    let writer = try SDMXCSVWriter(published.dataset.structure, dataflow: published.dataflow)
    let rows = try await contents.session.rows(of: try published.dataset.published())
    let file = FileSink(try DurableFile(replacing: path))
    _ = try await writer.write(rows) { try file.write($0) }
    try file.commit()
  }

  private static func writeStructures(_ contents: ReleaseContents, to path: String) throws {
    var catalogue = StructureCatalogue()
    for published in contents.datasets {
      catalogue.add(published.dataset.structure)
      catalogue.add(published.dataflow)
      for reference in published.dataset.structure.codelists {
        if let list = contents.catalogue.codelists[reference] { catalogue.add(list) }
      }
    }
    let header = header(contents.settings.agency, id: "R\(contents.id)")
    let file = FileSink(try DurableFile(replacing: path))
    try SDMXMLStructureWriter(header).write(catalogue) { try file.write($0) }
    try file.commit()
  }
}

/// A durable file that a closure can write to.
private final class FileSink {
  private var file: DurableFile?

  init(_ file: consuming DurableFile) { self.file = consume file }

  func write(_ bytes: [UInt8]) throws { try file?.write(bytes) }

  func commit() throws {
    guard let file = file.take() else { return }
    try file.commit()
  }
}

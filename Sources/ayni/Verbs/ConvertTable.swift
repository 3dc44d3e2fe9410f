// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Engine
internal import Platform
internal import Relation
internal import SDMX
internal import Structures

/// A format of tables, which says nothing of what its columns mean.
enum TableFormat: String {
  /// Apache Parquet.
  case parquet
  /// Plain comma-separated text with a header.
  case csv

  /// Takes the name, or the ending `.parquet`; `nil` for a format of messages.
  init?(_ name: String?, output: String) {
    let name = name ?? (output.hasSuffix(".parquet") ? "parquet" : "")
    guard let format = TableFormat(rawValue: name) else { return nil }
    self = format
  }
}

extension Verb {
  /// Writes the data of a message as a table, ordered by its dimensions.
  static func convertTable(
    _ input: String,
    _ output: String,
    _ format: TableFormat,
    _ invocation: Invocation
  ) async throws -> ExitCode {
    let catalogue = try structures(invocation)
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
    let written = temporary.path + "/table"
    let plan = try source.dataset.published()
    switch format {
    case .parquet: try await session.write(plan, toParquet: written)
    case .csv: try await session.write(plan, toDelimitedText: written)
    }
    var file = try DurableFile(replacing: output)
    try eachPiece(of: written) { try file.write($0) }
    try file.commit()
    invocation.console.note(
      writtenRows,
      ["rows": .count(try await session.count(of: source.dataset.plan))]
    )
    return collector.hasErrors ? .problemsInData : .ok
  }
}

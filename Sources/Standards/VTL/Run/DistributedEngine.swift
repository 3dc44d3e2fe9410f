// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Relation

/// An engine that takes in no data, and the folder through which they pass.
///
/// Datasets are read and checked by the embedded engine and staged as Parquet; results come back as the
/// Parquet files of a folder.
public struct DistributedEngine: Sendable {
  let session: any Session
  private let staging: String

  /// Names an engine.
  ///
  /// - Parameters:
  ///   - session: the engine.
  ///   - staging: the absolute path of a folder for this run alone that both engines see.
  public init(_ session: any Session, staging: String) {
    self.session = session
    self.staging = staging
  }

  /// Looks whether the engine can do all that a plan asks for.
  ///
  /// - Throws: ``DiagnosticFailure`` with each operation that it lacks, at its statement.
  func judge(_ plan: ScriptPlan) throws {
    var problems: [Diagnostic] = []
    for step in plan.steps {
      for problem in session.dialect.unsupported(in: step.plan) {
        let placed = Diagnostic(
          problem.definition,
          location: step.location,
          arguments: problem.arguments
        )
        if !problems.contains(placed) { problems.append(placed) }
      }
    }
    if !problems.isEmpty { throw DiagnosticFailure(problems) }
  }

  /// Stages a dataset that the embedded engine has read and checked, and makes room there.
  func take(
    _ loaded: DatasetLoad.Loaded,
    as name: String,
    from embedded: any Session
  ) async throws -> DatasetLoad.Loaded {
    let path = "\(staging)/\(name).parquet"
    try await embedded.write(loaded.rows, toParquet: path, for: .storedResult)
    try await embedded.drop(table: name)
    let file = Plan.scan(.parquet([path]), schema: loaded.rows.schema)
    try await session.keep(file, as: name)
    return DatasetLoad.Loaded(
      rows: .scan(.table(name), schema: loaded.rows.schema),
      times: loaded.times
    )
  }

  /// Computes a result and leaves it where the embedded engine reads it.
  func result(_ rows: Plan, named name: String) async throws -> Plan {
    let folder = "\(staging)/result-\(name)"
    try await session.write(rows, toParquet: folder, for: .storedResult)
    return .scan(.parquet(["\(folder)/*.parquet"]), schema: rows.schema)
  }
}

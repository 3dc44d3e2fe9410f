// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Engine
internal import Platform
internal import VTL

/// The distributed engine that `--engine` names, with a folder of its own in the one that `--staging` names.
///
/// The folder goes when the run ends, whatever its end.
final class Staging {
  /// Where data pass from one engine to the other.
  let folder: String
  /// What computes.
  let engine: DistributedEngine

  /// Connects; `nil` where the embedded engine computes.
  ///
  /// - Throws: `command.arguments`, `engine.no-staging`, `engine.driver-missing`, `engine.unreachable`,
  ///   `platform.…`.
  init?(_ invocation: Invocation) async throws {
    guard let address = invocation["--engine"], address != "duckdb" else { return nil }
    guard address.hasPrefix("sc://") else {
      throw CommandDefinitions.wrongArguments.at(
        nil,
        ["verb": "vtl run", "usage": .text(invocation.verb.usage)]
      )
    }
    guard let parent = invocation["--staging"], parent.hasPrefix("/") else {
      throw SparkSession.needsStaging
    }
    let unique = String(UInt64.random(in: .min ... .max), radix: 36)
    folder = "\(parent)/ayni-\(unique)"
    try DurableFolder.create(folder)
    do {
      engine = DistributedEngine(
        try await SparkSession(address, staging: folder),
        staging: folder
      )
    } catch {
      try? DurableFolder.remove(folder)
      throw error
    }
  }

  deinit { try? DurableFolder.remove(folder) }
}

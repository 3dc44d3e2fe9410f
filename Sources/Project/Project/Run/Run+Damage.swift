// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Relation
internal import Structures

extension Run {
  /// What is told of work that failed: a damaged result where one that was stored cannot be read.
  ///
  /// The engine does not say which file it could not read. Only after a failure are the results read for that.
  func explained(_ error: any Error) async -> any Error {
    Run.tellsDamage(error) ? await damage() ?? error : error
  }

  private static func tellsDamage(_ error: any Error) -> Bool {
    DiagnosticFailure(wrapping: error).diagnostics.contains {
      codesOfDamage.contains($0.code.rawValue)
    }
  }

  /// How the engine tells that it cannot read a file.
  private static var codesOfDamage: Set<String> { ["engine.query-failed", "engine.io"] }

  /// The first stored result that cannot be read to its end.
  private func damage() async -> Diagnostic? {
    let digests = FileDigests(project)
    var keys: [String: ContentKey] = [:]
    for node in graph.nodes {
      guard let key = try? ContentKey(node, project, inputs: keys, digests) else { return nil }
      for output in node.definition.outputs { keys[output] = key }
      guard (try? store.holdsWhole(key, of: node)) == true else { continue }
      do {
        try await read(node, key)
      } catch {
        guard Run.tellsDamage(error), await isAlive else { return nil }
        return store.unreadable(node, key)
      }
    }
    return nil
  }

  /// Whether the engine answers at all: after some of its failures it reads nothing any more.
  private var isAlive: Bool {
    get async {
      guard !Task.isCancelled, let question = try? Plan.values([[.integer(1)]], schema: one) else {
        return false
      }
      return (try? await session.count(of: question)) == 1
    }
  }

  private var one: Schema { Schema([Field("one", .integer)]) }

  private func read(_ node: StepGraph.Node, _ key: ContentKey) async throws {
    for (name, output) in zip(node.definition.outputs, node.prepared.outputs) {
      let dataset = try output.dataset(name, parquet: store.file(of: name, key))
      for try await _ in try await session.rows(of: dataset.plan) {}
    }
  }
}

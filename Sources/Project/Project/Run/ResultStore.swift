// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials
internal import Platform
internal import Structures

/// Stored results of steps under `.ayni/results`, each in a folder named by its content key.
///
/// A folder is filled aside and then renamed into place, so that a result that is there is whole. The
/// pointer `.ayni/steps/NAME.key` says which key the step had last, for `ayni plan`.
struct ResultStore: Sendable {
  let folder: String

  init(_ project: RootedFolder) throws {
    folder = try project.resolve(".ayni")
    for name in ["", "/results", "/steps"] { try DurableFolder.create(folder + name) }
  }

  /// The store as it is, for those who only read: nothing is made where it is not there.
  init(reading project: RootedFolder) throws { folder = try project.resolve(".ayni") }

  static let results: Failpoint = Failpoint("project.store-result")

  func path(_ key: ContentKey) -> String { "\(folder)/results/\(key.digest)" }

  func stagingPath(_ key: ContentKey) -> String { DurableFolder.staging(path(key)) }

  /// The rows of an output in a whole result.
  func file(of output: String, _ key: ContentKey) -> String {
    "\(path(key))/\(output).parquet"
  }

  /// The rows of an output in a result that is being made.
  func stagedFile(of output: String, _ key: ContentKey) -> String {
    "\(stagingPath(key))/\(output).parquet"
  }

  /// Whether a whole result with this key is there.
  func holds(_ key: ContentKey) throws -> Bool {
    try DurableFolder.names(in: "\(folder)/results").contains("\(key.digest)")
  }

  /// An empty folder in which a result is made.
  func stage(_ key: ContentKey) throws -> String {
    let path = stagingPath(key)
    try DurableFolder.remove(path)
    try DurableFolder.create(path)
    return path
  }

  /// Writes what was found into a result that is being made.
  func stageDiagnostics(_ diagnostics: [Diagnostic], _ key: ContentKey) throws {
    let stored = try JSONEncoder.sorted.encode(StoredDiagnostics(diagnostics))
    try DurableFile.write(stored, to: "\(stagingPath(key))/diagnostics.json")
  }

  /// A whole result as a run tells it.
  func result(
    of node: StepGraph.Node,
    _ key: ContentKey,
    _ state: StepResult.State,
    _ registry: DiagnosticRegistry
  ) throws -> StepResult {
    let folder = path(key)
    let definition = node.definition
    guard let found = try? self.diagnostics(key) else { throw unreadable(node, key) }
    let names = try DurableFolder.names(in: folder)
    return StepResult(
      step: definition.name,
      state: state,
      datasets: try zip(definition.outputs, node.prepared.outputs).map { name, output in
        try output.dataset(name, parquet: file(of: name, key))
      },
      diagnostics: found.diagnostics(registry),
      rejectedPath: names.contains("rejected.csv") ? "\(folder)/rejected.csv" : nil,
      key: key
    )
  }

  /// What is told of a stored result that cannot be read.
  func unreadable(_ node: StepGraph.Node, _ key: ContentKey) -> Diagnostic {
    ProjectDefinitions.badCache.at(
      nil,
      [
        "step": .text(node.definition.name), "folder": .text(".ayni/results/\(key.digest)"),
      ]
    )
  }

  /// Puts a finished result in its place and remembers it as the step's last.
  func keep(_ key: ContentKey, of step: String) throws {
    try ResultStore.results.pass(path(key))
    try DurableFolder.promote(stagingPath(key), to: path(key))
    try remember(key, of: step)
  }

  func remember(_ key: ContentKey, of step: String) throws {
    let file = "\(folder)/steps/\(step).key"
    if let known = try? WholeFile.text(file), known == key.text { return }
    try DurableFile.write(Array(key.text.utf8), to: file)
  }

  /// The key that a step's last result had; `nil` before its first.
  func last(of step: String) throws -> ContentKey? {
    guard let text = try? WholeFile.text("\(folder)/steps/\(step).key") else { return nil }
    return try ContentKey(text: text)
  }

  /// Removes results that no step of the project points to any more, and what a killed run left.
  func removeUnused(keeping keys: Set<ContentKey>) throws {
    let names = Set(keys.map { "\($0.digest)" })
    for name in try DurableFolder.names(in: "\(folder)/results") where !names.contains(name) {
      try DurableFolder.remove("\(folder)/results/\(name)")
    }
  }
}

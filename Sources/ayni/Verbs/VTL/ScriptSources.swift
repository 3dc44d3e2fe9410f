// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Relation
internal import VTL

/// Where a script, its structures and its data are, as the words of a command say.
struct ScriptSources {
  /// The script.
  let path: String
  private(set) var environment = AnalysisEnvironment()
  private(set) var hasStructures = false
  private var files: [String: String] = [:]

  /// Finds the files; data are looked at only when they are used.
  ///
  /// - Throws: `command.arguments`, `platform.…`, `vtl.structure-file`.
  init(_ invocation: Invocation) throws {
    let words = invocation.words.dropFirst()
    if let folder = invocation["--case"] {
      try invocation.expectWords(1...1)
      let names = try DurableFolder.names(in: folder).sorted()
      path = try ScriptSources.script(in: folder, names, invocation)
      try readStructures(names.filter { $0.hasSuffix(".json") }.map { "\(folder)/\($0)" })
      addData(names, in: folder)
    } else {
      try invocation.expectWords(2...2)
      path = words.first ?? ""
      if let folder = invocation["--folder"] {
        try readStructures([folder + "/structures.json"])
        addData(try DurableFolder.names(in: folder).sorted(), in: folder)
      }
    }
    for text in invocation.all("--structure") {
      let (name, file) = try ScriptSources.named(text, invocation)
      try readStructures([file], as: name)
    }
    for text in invocation.all("--routine") {
      let (name, file) = try ScriptSources.named(text, invocation)
      guard let name else { throw ScriptSources.wrong(invocation) }
      environment.routines[name] = try WholeFile.text(file)
    }
    for text in invocation.all("--data") {
      let (name, file) = try ScriptSources.named(text, invocation)
      guard let name else { throw ScriptSources.wrong(invocation) }
      files[name] = file
    }
  }

  /// The script as it is read.
  ///
  /// - Throws: ``DiagnosticFailure`` with every problem of its syntax.
  func script() throws -> Script {
    try Script(SourceText(WholeFile.text(path), file: path))
  }

  // MARK: Data

  /// The file of a dataset, as an absolute path.
  func data(of name: String) -> String? { files[name].map(Verb.absolute) }

  /// The files of all datasets, as absolute paths.
  var allData: [String] { files.values.map(Verb.absolute).sorted() }

  /// A dataset that a script uses.
  ///
  /// - Throws: `vtl.missing-input`, and what its file makes impossible.
  func input(_ name: String, _ session: any Session) async throws -> DatasetInput {
    guard let file = data(of: name), let structure = environment.datasets[name] else {
      throw VTLDefinitions.missingInput.at(
        nil,
        ["dataset": .text(name)],
        suggestion: NearestName.of(name, among: files.keys)
      )
    }
    guard file.hasSuffix(".parquet") else {
      return try DatasetInput(name, structure, delimited: file)
    }
    let source = Source.parquet([file])
    let schema = try await session.schema(of: source)
    return DatasetInput(
      name,
      structure,
      source: .scan(source, schema: schema),
      location: Location(file)
    )
  }

  // MARK: Reading

  private mutating func readStructures(_ paths: [String], as name: String? = nil) throws {
    for path in paths {
      let document = try StructureDocument(WholeFile.text(path), file: path)
      if let name, document.datasets.count == 1, let structure = document.datasets.values.first {
        environment.datasets[name] = structure
      } else {
        environment.add(document)
      }
      hasStructures = true
    }
  }

  /// Takes files that bear the names of datasets, in any case.
  private mutating func addData(_ names: [String], in folder: String) {
    let known = Dictionary(
      environment.datasets.keys.map { ($0.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for name in names {
      let parts = name.split(separator: ".")
      guard parts.count == 2, ["csv", "parquet"].contains(parts[1].lowercased()) else { continue }
      let stem = String(parts[0])
      files[known[stem.lowercased()] ?? stem] = "\(folder)/\(name)"
    }
  }

  private static func script(
    in folder: String,
    _ names: [String],
    _ invocation: Invocation
  ) throws -> String {
    let scripts = names.filter { $0.hasSuffix(".vtl") }
    let name = scripts.contains("transformation.vtl") ? "transformation.vtl" : scripts.first
    guard let name, scripts.count == 1 || name == "transformation.vtl" else {
      throw wrong(invocation)
    }
    return "\(folder)/\(name)"
  }

  /// `NAME=FILE`, or a file alone.
  private static func named(
    _ text: String,
    _ invocation: Invocation
  ) throws -> (name: String?, file: String) {
    if let pair = Assignment(text) { return (pair.name, pair.value) }
    guard !text.isEmpty, !text.hasPrefix("=") else { throw wrong(invocation) }
    return (nil, text)
  }

  private static func wrong(_ invocation: Invocation) -> Diagnostic {
    CommandDefinitions.wrongArguments.at(
      nil,
      ["verb": .text("vtl"), "usage": .text(invocation.verb.usage)]
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Engine
internal import Platform
internal import Project
internal import Relation
internal import VTL

extension Verb {
  /// `ayni vtl`: runs, checks, explains and formats scripts of the validation and transformation language.
  static let vtl = Verb(
    "vtl",
    usage: """
      ayni vtl run SCRIPT --data NAME=FILE … --structure NAME=FILE … --output DIR [--routine NAME=FILE …] [--threads N] [--memory SIZE] [--engine sc://HOST:PORT --staging DIR]
      ayni vtl run SCRIPT --folder DIR --output DIR
      ayni vtl run --case DIR --output DIR
      ayni vtl check SCRIPT [--structure NAME=FILE … | --folder DIR | --case DIR]
      ayni vtl explain SCRIPT [--structure NAME=FILE … | --folder DIR | --case DIR]
      ayni vtl format SCRIPT [--write]
      """,
    (
      en: "runs, checks, explains and formats VTL scripts",
      fr: "exécute, vérifie, explique et met en forme des scripts VTL"
    ),
    options: [
      "--data": true, "--structure": true, "--case": true, "--folder": true, "--output": true,
      "--threads": true, "--memory": true, "--routine": true, "--engine": true,
      "--staging": true, "--write": false,
    ]
  ) { invocation in
    switch invocation.words.first {
    case "run": try await run(ScriptSources(invocation), invocation)
    case "check": try check(ScriptSources(invocation), invocation)
    case "explain": try explain(ScriptSources(invocation), invocation)
    case "format": try format(ScriptSources(invocation), invocation)
    default: try invocation.expectWords(Int.max...Int.max)
    }
    return .ok
  }

  // MARK: run

  private static func run(_ sources: ScriptSources, _ invocation: Invocation) async throws {
    guard let output = invocation["--output"].map(absolute) else {
      throw CommandDefinitions.wrongArguments.at(
        nil,
        ["verb": "vtl run", "usage": .text(invocation.verb.usage)]
      )
    }
    let script = try sources.script()
    let staging = try await Staging(invocation)
    try DurableFolder.create(output)
    var configuration = SessionConfiguration()
    configuration.memoryLimit =
      try invocation["--memory"].map { try OpenProject.bytes($0) }
      ?? OpenProject.memory(ofFree: Machine.availableMemory)
    configuration.threads = try invocation["--threads"].map(threads)
    configuration.temporaryFolder = output + "/.temporary"
    configuration.allowedFolders = [output] + [staging?.folder].compactMap(\.self)
    configuration.allowedFiles = sources.allData
    let session = try await DuckDBSession(configuration)
    var run = try ScriptRun(
      script,
      sources.environment,
      session: session,
      distributed: staging?.engine
    )
    while let name = try await run.nextInput() {
      try await run.load(sources.input(name, session))
    }
    try await run.write(to: output)
    for name in run.outputs { invocation.console.result("\(output)/\(name).csv") }
  }

  private static func threads(_ text: String) throws -> Int {
    guard let count = Int(text), ProjectSettings.EngineSettings.possibleThreads ~= count else {
      throw CommandDefinitions.badThreads.at(nil, ["value": .text(text)])
    }
    return count
  }

  // MARK: check, explain, format

  private static func check(_ sources: ScriptSources, _ invocation: Invocation) throws {
    let script = try sources.script()
    guard sources.hasStructures else {
      invocation.console.note(readable)
      return
    }
    let analysed = try script.analysed(in: sources.environment)
    invocation.console.note(sound, ["results": .count(analysed.statements.count)])
  }

  private static let readable = Message(
    "vtl.readable",
    en: "well written; give structures to have its meaning checked",
    fr: "bien écrit ; donnez des structures pour en vérifier le sens"
  )

  private static let sound = Message(
    "vtl.sound",
    en: "sound: {results} {results|result|results}",
    fr: "en ordre : {results} {results|résultat|résultats}"
  )

  private static func explain(_ sources: ScriptSources, _ invocation: Invocation) throws {
    let script = try sources.script().analysed(in: sources.environment)
    let explanation = try ScriptExplanation(script, sources.environment, dialect: .duckDB)
    invocation.console.result(explanation.text)
  }

  private static func format(_ sources: ScriptSources, _ invocation: Invocation) throws {
    let text = try sources.script().formatted()
    if invocation.has("--write") {
      try DurableFile.write(text.utf8, to: sources.path)
    } else {
      invocation.console.result(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }
  }
}

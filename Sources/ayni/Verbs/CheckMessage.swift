// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Engine
internal import Platform
internal import SDMX
internal import Structures

extension Verb {
  /// `ayni check FILE`: reads an SDMX message and says what breaks its structure or the standard.
  static func checkMessage(_ file: String, _ invocation: Invocation) async throws -> ExitCode {
    switch try SDMXMessage.content(of: file) {
    case .structures: return try checkStructures(file, invocation)
    case .data: return try await checkData(file, invocation)
    }
  }

  private static func checkStructures(
    _ file: String,
    _ invocation: Invocation
  ) throws -> ExitCode {
    let known = try structures(invocation)
    let message = try SDMXMessage.structures(file: file, knowing: known)
    var all = known
    all.add(message.catalogue)
    let problems = message.problems + all.danglingReferences()
    invocation.console.report(problems)
    if problems.contains(where: { $0.severity == .error }) { return .problemsInData }
    invocation.console.note(soundStructures, ["count": .count(message.catalogue.count)])
    return .ok
  }

  private static func checkData(_ file: String, _ invocation: Invocation) async throws -> ExitCode {
    let collector = DiagnosticCollector()
    let clock = ContinuousClock()
    let start = clock.now
    let total = try MappedFile(file).count
    let console = invocation.console
    let check = try DataCheck(file: file, try structures(invocation), collector) { done in
      console.progress(Progress(file, done: done, of: total, elapsed: clock.now - start))
    }
    let temporary = try TemporaryFolder()
    var configuration = SessionConfiguration()
    // Digests of keys that find no room go to the disk.
    configuration.memoryLimit = 64_000_000
    configuration.threads = 1
    configuration.temporaryFolder = temporary.path
    configuration.allowedFolders = [temporary.path]
    let session = try await DuckDBSession(configuration)
    do {
      try await check.run(in: session)
    } catch {
      console.report(collector.diagnostics)
      throw error
    }
    console.report(collector.diagnostics)
    if collector.hasErrors { return .problemsInData }
    console.note(soundData, ["rows": .count(check.rowCount)])
    return .ok
  }

  private static let soundStructures = Message(
    "check.structures",
    en: "sound: {count} {count|artefact|artefacts}",
    fr: "en ordre : {count} {count|artefact|artefacts}"
  )
  private static let soundData = Message(
    "check.data",
    en: "sound: {rows} {rows|observation|observations}",
    fr: "en ordre : {rows} {rows|observation|observations}"
  )
}

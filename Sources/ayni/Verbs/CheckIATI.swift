// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform
internal import Values

extension Verb {
  /// Whether a file is one of IATI; what cannot be read at all is left to the check of messages.
  static func isIATI(_ file: String) throws -> Bool { (try? IATICheck.recognises(file)) == true }

  /// `ayni check FILE`: holds an IATI file against the standard's schema and ruleset.
  static func checkIATI(_ file: String, _ invocation: Invocation) throws -> ExitCode {
    let collector = DiagnosticCollector()
    let clock = ContinuousClock()
    let start = clock.now
    let total = try MappedFile(file).count
    let agencies = try invocation["--agencies"].map { try codes($0) }
    let check = IATICheck(file, named: file, today: .today, agencies: agencies)
    let records: Int
    do {
      records = try check.run(collector) { done in
        invocation.console.progress(
          Progress(file, done: done, of: total, elapsed: clock.now - start)
        )
      }
    } catch {
      invocation.console.report(collector.diagnostics)
      throw error
    }
    invocation.console.report(collector.diagnostics)
    if collector.hasErrors { return .problemsInData }
    invocation.console.note(sound, ["records": .count(records)])
    return .ok
  }

  /// The first column of a CSV file, such as a codelist.
  private static func codes(_ file: String) throws -> Set<String> {
    let bytes = try WholeFile.bytes(file)
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .guessed(from: buffer))
      let record = DelimitedRecord()
      var codes: Set<String> = []
      while reader.next(record) { codes.insert(record.text(0)) }
      return codes
    }
  }

  private static let sound = Message(
    "check.iati",
    en: "sound: {records} {records|record|records} of IATI 2.03",
    fr: "en ordre : {records} {records|enregistrement|enregistrements} IATI 2.03"
  )
}

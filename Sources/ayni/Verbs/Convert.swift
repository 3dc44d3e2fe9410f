// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import SDMX
internal import Structures

extension Verb {
  /// `ayni convert`: reads a message in any format of SDMX and writes it in another.
  static let convert = Verb(
    "convert",
    usage: "ayni convert IN OUT [--to FORMAT] [--structure FILE|URL] [--accept-loss]",
    (
      en: "writes an SDMX message in another format: structures or data; data as a table too",
      fr:
        "écrit un message SDMX dans un autre format : structures ou données ; ou les données en table"
    ),
    options: ["--to": true, "--structure": true, "--accept-loss": false]
  ) { invocation in
    try invocation.expectWords(2...2)
    let (input, output) = (invocation.words[0], invocation.words[1])
    if let table = TableFormat(invocation["--to"], output: output) {
      return try await convertTable(input, output, table, invocation)
    }
    let format = try MessageFormat(invocation["--to"], output: output)
    switch try SDMXMessage.content(of: input) {
    case .structures: return try convertStructures(input, output, format, invocation)
    case .data: return try convertData(input, output, format, invocation)
    }
  }

  private static func convertStructures(
    _ input: String,
    _ output: String,
    _ format: MessageFormat,
    _ invocation: Invocation
  ) throws -> ExitCode {
    let message = try SDMXMessage.structures(file: input, knowing: try structures(invocation))
    invocation.console.report(message.problems)
    var file = try DurableFile(replacing: output)
    try StructureConversion.write(
      message.catalogue,
      header: message.header.forSending(input),
      to: try format.structures(),
      acceptsLoss: invocation.has("--accept-loss")
    ) { try file.write($0) }
    try file.commit()
    invocation.console.note(written, ["count": .count(message.catalogue.count)])
    return message.problems.isEmpty ? .ok : .problemsInData
  }

  private static func convertData(
    _ input: String,
    _ output: String,
    _ format: MessageFormat,
    _ invocation: Invocation
  ) throws -> ExitCode {
    let catalogue = try structures(invocation)
    do {
      return try convertData(input, output, try format.data(), catalogue, invocation, isFlat: false)
    } catch let problem as Diagnostic where problem.definition == SDMXDefinitions.unsorted {
      return try convertData(input, output, try format.data(), catalogue, invocation, isFlat: true)
    }
  }

  private static func convertData(
    _ input: String,
    _ output: String,
    _ format: DataFormat,
    _ catalogue: StructureCatalogue,
    _ invocation: Invocation,
    isFlat: Bool
  ) throws -> ExitCode {
    let collector = DiagnosticCollector()
    let reader = try SDMXMessage.data(file: input, catalogue, collector)
    var file = try DurableFile(replacing: output)
    let clock = ContinuousClock()
    let start = clock.now
    let total = try MappedFile(input).count
    let rows = try DataConversion.convert(
      reader,
      to: format,
      header: reader.header.forSending(input),
      isFlat: isFlat,
      acceptsLoss: invocation.has("--accept-loss"),
      languages: catalogue.languages,
      progress: { read in
        invocation.console.progress(
          Progress(input, done: read, of: total, elapsed: clock.now - start)
        )
      },
      sink: { try file.write($0) }
    )
    try file.commit()
    invocation.console.report(collector.diagnostics)
    invocation.console.note(writtenRows, ["rows": .count(rows)])
    return collector.hasErrors ? .problemsInData : .ok
  }

  /// The structures that `--structure` names, files or addresses, each before the ones that follow; none
  /// where it is not given.
  static func structures(_ invocation: Invocation) throws -> StructureCatalogue {
    var catalogue = StructureCatalogue()
    for path in invocation.all("--structure") {
      let isAddress = path.contains("://")
      let file = isAddress ? try fetched(path).path : path
      let message = try SDMXMessage.structures(file: file, named: path)
      invocation.console.report(message.problems)
      catalogue.add(message.catalogue)
    }
    return catalogue
  }

  private static let written = Message(
    "convert.written",
    en: "{count} {count|artefact|artefacts} written",
    fr: "{count} {count|artefact écrit|artefacts écrits}"
  )
  static let writtenRows = Message(
    "convert.rows",
    en: "{rows} {rows|observation|observations} written",
    fr: "{rows} {rows|observation écrite|observations écrites}"
  )
}

/// A format by the name that a command line gives it.
struct MessageFormat {
  private let name: String

  /// The formats, by their names.
  static let names = [
    "parquet", "csv", "sdmx-ml-2.1", "sdmx-ml-2.1-generic", "sdmx-ml-3.0", "sdmx-ml-3.1",
    "sdmx-json-1.0",
    "sdmx-json-2.0", "sdmx-json-2.1", "sdmx-csv-1.0", "sdmx-csv-2.0", "sdmx-csv-2.1",
  ]

  /// Takes the name, or what the ending of a file says.
  init(_ name: String?, output: String) throws {
    let guessed =
      output.hasSuffix(".json")
      ? "sdmx-json-2.0" : output.hasSuffix(".csv") ? "sdmx-csv-2.0" : "sdmx-ml-3.0"
    self.name = name ?? guessed
    guard MessageFormat.names.dropFirst(2).contains(self.name) else { throw unknown() }
  }

  /// The parts of the name: `ml`, `2.1`, and whether it is of generic messages.
  var parts: (syntax: String, version: String, isGeneric: Bool) {
    let words = name.split(separator: "-").map(String.init)
    return (words[1], words[2], words.count > 3)
  }

  private func unknown() -> Diagnostic {
    CommandDefinitions.unknownFormat.at(
      nil,
      ["format": .text(name), "formats": .text(MessageFormat.names.joined(separator: ", "))],
      suggestion: NearestName.of(name, among: MessageFormat.names)
    )
  }

  func structures() throws -> StructureFormat {
    let format = StructureFormat.allCases.first {
      name == $0.description.lowercased().split(separator: " ").joined(separator: "-")
    }
    guard let format else { throw unknown() }
    return format
  }

  func data() throws -> DataFormat {
    let formats =
      SDMXMLVersion.allCases.map { DataFormat.xml($0, .structureSpecific) }
      + [.xml(.v2_1, .generic)] + SDMXJSONVersion.allCases.map { .json($0) }
      + SDMXCSVVersion.allCases.map { .csv($0) }
    let format = formats.first {
      name == $0.description.lowercased().split(separator: " ").joined(separator: "-")
    }
    guard let format else { throw unknown() }
    return format
  }
}

extension MessageHeader {
  /// The header of a message made from this one; what formats demand is filled in.
  func forSending(_ file: String) -> MessageHeader {
    MessageHeader(
      id: id.isEmpty ? "AYNI" : id,
      prepared: prepared.isEmpty ? "1970-01-01T00:00:00Z" : prepared,
      sender: sender.isEmpty ? "AYNI" : sender,
      isTest: isTest
    )
  }
}

extension StructureCatalogue {
  /// The tags of all languages that names here have.
  var languages: [String] {
    var found: Set<Language> = []
    for structure in structures.values { found.formUnion(structure.name.languages) }
    for list in codelists.values { found.formUnion(list.name.languages) }
    return found.isEmpty ? ["en"] : found.sorted().map(\.rawValue)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project
internal import Publishing

extension Verb {
  /// `ayni report`: writes a report of a release.
  static let report = Verb(
    "report",
    usage:
      "ayni report [NAME [PARTNER=CODE …]] [--release ID] [--to html,docx,xlsx,pdf] [--output FOLDER] [--draft]",
    (
      en: "writes a report of a release as a page, a workbook, a Word document or PDF",
      fr: "écrit un rapport d'une publication en page, classeur, document Word ou PDF"
    ),
    options: ["--release": true, "--to": true, "--output": true, "--draft": false]
  ) { invocation in
    let folder = try ProjectFolder(invocation.projectPath)
    guard let name = invocation.words.first else {
      list(folder, invocation.console)
      return .ok
    }
    let writing = try ReportWriting(try folder.report(named: name), folder, invocation)
    let written =
      invocation.has("--draft") ? try await writing.drafts() : try await writing.write()
    invocation.console.report(writing.collector.diagnostics)
    for path in written { invocation.console.result(path) }
    return .ok
  }

  /// The reports of the project: name, template, what it is.
  private static func list(_ folder: ProjectFolder, _ console: Console) {
    for report in folder.reports {
      let template = Programmes.reports.first { $0.name == report.template }
      let choices = (template?.choices ?? []).map { choice in
        choice.isRequired ? "\(choice.name)=…" : "[\(choice.name)=…]"
      }
      let summary = template.map { console.catalogue.text($0.summary) } ?? report.template
      console.result(([report.name] + choices).joined(separator: " ") + "\t" + summary)
    }
    if folder.reports.isEmpty { console.note(none) }
  }

  private static let none = Message(
    "report.none",
    en: "the project has no reports; each file reports/NAME.toml is one",
    fr: "le projet n'a pas de rapports ; chaque fichier reports/NOM.toml en est un"
  )
}

/// One call of `ayni report`.
private struct ReportWriting {
  let definition: ReportDefinition
  let folder: ProjectFolder
  let invocation: Invocation
  let collector = DiagnosticCollector()
  private let report: PreparedReport
  private let choices: [String: String]
  private let formats: [ReportFormat]

  init(_ definition: ReportDefinition, _ folder: ProjectFolder, _ invocation: Invocation) throws {
    self.definition = definition
    self.folder = folder
    self.invocation = invocation
    let prepared = try definition.prepared(with: Programmes.reports, in: folder, collector)
    try collector.throwIfErrors()
    report = prepared.report
    choices = try ReportWriting.choices(invocation, definition, prepared.template)
    formats = try ReportFormat.listed(invocation["--to"])
  }

  /// Writes the report in the language that was asked for.
  ///
  /// - Returns: the paths, in the order of the formats.
  func write() async throws -> [String] {
    let context = try await context(in: language)
    let output = try await report.write(context)
    try collector.throwIfErrors()
    let target = try target(context.release.id)
    var paths: [String] = []
    if let document = output.document {
      let files = ReportFiles(
        document,
        settings: folder.settings,
        release: context.release.id
      )
      paths += try await files.write(
        formats,
        to: "\(target)/\(fileName).\(language.rawValue)",
        programs: DocumentPrograms(),
        collector
      )
    }
    for file in output.files {
      let path =
        "\(target)/\(output.document == nil ? "" : "\(fileName)-")\(FileName.safe(file.name))"
      try DurableFile.write(file.bytes, to: path)
      paths.append(path)
    }
    return paths
  }

  /// Writes the narrative with which the office begins, in every language of the project.
  ///
  /// - Returns: the paths; files that are there already stay as they are.
  func drafts() async throws -> [String] {
    guard let draft = report.draft else {
      throw ProjectDefinitions.noDraft.at(
        definition.location,
        ["report": .text(definition.name)]
      )
    }
    var paths: [String] = []
    let lock = try FolderLock(try ensured(try folder.root.resolve(".ayni")))
    for language in folder.settings.languages {
      let file = definition.narrativePath(in: language)
      if try folder.root.files(under: "reports", suffix: ".md").contains(file) {
        collector.report(
          ProjectDefinitions.draftExists.at(Location(file), ["file": .text(file)])
        )
        continue
      }
      let text = try await draft(try await context(in: language))
      let path = try folder.root.resolve(file)
      try DurableFile.write(Array(text.utf8), to: path)
      paths.append(path)
    }
    _ = consume lock
    try collector.throwIfErrors()
    return paths
  }

  /// The language of `--lang` or of the machine, if the project publishes in it; else the project's first.
  private var language: Language {
    let asked = invocation.console.catalogue.language
    let languages = folder.settings.languages
    if invocation["--lang"] != nil || languages.contains(asked) { return asked }
    return languages.first ?? .english
  }

  private func context(in language: Language) async throws -> ReportContext {
    let release = try Release.named(invocation["--release"] ?? "latest", folder)
    let session = try await OpenProject.session(of: folder)
    return ReportContext(
      definition,
      release: try ReleaseReader.open(release, of: folder, session),
      settings: folder.settings,
      root: folder.root,
      language: language,
      choices: choices,
      collector: collector
    )
  }

  /// The folder of what is written: the one that was asked for, else `reports/RELEASE`.
  private func target(_ release: String) throws -> String {
    if let output = invocation["--output"] { return try ensured(output) }
    return try ensured(try folder.root.resolve("reports/\(release)"))
  }

  private func ensured(_ path: String) throws -> String {
    try DurableFolder.create(path)
    return path
  }

  /// `brief-GHA`: the report and what was chosen, in letters that every file system takes.
  private var fileName: String {
    FileName.safe(
      ([definition.name] + choices.sorted { $0.key < $1.key }.map(\.value)).joined(separator: "-")
    )
  }

  private static func choices(
    _ invocation: Invocation,
    _ definition: ReportDefinition,
    _ template: ReportTemplate
  ) throws -> [String: String] {
    let names = template.choices.map(\.name)
    var choices: [String: String] = [:]
    for word in invocation.words.dropFirst() {
      let choice = Assignment(word)
      guard let choice, names.contains(choice.name) else {
        let name = choice?.name ?? word
        throw ProjectDefinitions.reportChoice.at(
          nil,
          [
            "report": .text(definition.name), "choice": .text(name),
            "choices": .text(names.isEmpty ? "-" : names.joined(separator: ", ")),
          ],
          suggestion: NearestName.of(name, among: names)
        )
      }
      choices[choice.name] = choice.value
    }
    for choice in template.choices where choice.isRequired && choices[choice.name] == nil {
      throw ProjectDefinitions.reportChoiceMissing.at(
        nil,
        ["report": .text(definition.name), "choice": .text(choice.name)]
      )
    }
    return choices
  }
}

/// Names of files in letters that every file system takes.
enum FileName {
  /// The name with an underscore for every other letter.
  static func safe(_ name: String) -> String {
    let text = name.map { character in
      character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
        ? character : "_"
    }
    return String(text.drop { $0 == "." }.prefix(120))
  }
}

extension ReportFormat {
  /// The formats that an option lists; all of them where it is not given.
  ///
  /// - Throws: `command.unknown-report-format` with the nearest one.
  static func listed(_ text: String?) throws -> [ReportFormat] {
    guard let text else { return allCases }
    return try text.split(separator: ",").map { word in
      guard let format = ReportFormat(rawValue: String(word)) else {
        let names = allCases.map(\.rawValue)
        throw CommandDefinitions.unknownReportFormat.at(
          nil,
          ["format": .text(String(word)), "formats": .text(names.joined(separator: ", "))],
          suggestion: NearestName.of(String(word), among: names)
        )
      }
      return format
    }
  }
}

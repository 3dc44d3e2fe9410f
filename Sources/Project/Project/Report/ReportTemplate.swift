// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Platform
public import Structures

/// A kind of report, as a programme exports it.
///
/// Preparing reads the office's settings and finds all that is wrong with them before a release is opened.
public struct ReportTemplate: Sendable {
  /// The name that `reports/NAME.toml` uses, such as `cooperation.national`.
  public let name: String
  /// What the report is, in one sentence.
  public let summary: Message
  /// What the reader of a report may choose, such as a partner.
  public let choices: [Choice]
  /// Reads the settings of one report.
  public let prepare: @Sendable (ReportPreparation) throws -> PreparedReport

  /// Something that the reader of a report chooses, written `NAME=CODE` behind the command.
  public struct Choice: Sendable {
    /// The name, such as `PARTNER`.
    public let name: String
    /// Whether the report cannot be written without it.
    public let isRequired: Bool

    /// States a choice.
    public init(_ name: String, isRequired: Bool) {
      self.name = name
      self.isRequired = isRequired
    }
  }

  /// Declares a template.
  ///
  /// - Parameters:
  ///   - name: the name that settings use.
  ///   - summary: what the report is.
  ///   - choices: what the reader may choose; nothing by default.
  ///   - prepare: reads the settings of one report.
  public init(
    _ name: String,
    summary: Message,
    choices: [Choice] = [],
    prepare: @escaping @Sendable (ReportPreparation) throws -> PreparedReport
  ) {
    self.name = name
    self.summary = summary
    self.choices = choices
    self.prepare = prepare
  }
}

/// What a template knows when it prepares a report.
public struct ReportPreparation: Sendable {
  /// The report's file.
  public let definition: ReportDefinition
  /// The structures of the project.
  public let catalogue: StructureCatalogue
  /// The project's folder, for files that the settings name.
  public let root: RootedFolder
  /// Takes what is wrong, all at once.
  public let collector: DiagnosticCollector

  /// States what is known.
  public init(
    _ definition: ReportDefinition,
    catalogue: StructureCatalogue,
    root: RootedFolder,
    collector: DiagnosticCollector
  ) {
    self.definition = definition
    self.catalogue = catalogue
    self.root = root
    self.collector = collector
  }

  /// Reads the parameters by type; unknown keys are reported with the nearest name.
  ///
  /// - Throws: what the body throws.
  public func parameters<Result>(_ body: (TOMLTableReader) throws -> Result) throws -> Result {
    try definition.parameters.read(collector, body)
  }
}

/// A report that is ready to be written.
public struct PreparedReport: Sendable {
  /// Writes it from a release.
  public let write: @Sendable (ReportContext) async throws -> ReportOutput
  /// The narrative with which an office begins, as Markdown; `nil` where the report has none of its own.
  public let draft: (@Sendable (ReportContext) async throws -> String)?

  /// Puts a prepared report together.
  public init(
    draft: (@Sendable (ReportContext) async throws -> String)? = nil,
    write: @escaping @Sendable (ReportContext) async throws -> ReportOutput
  ) {
    self.draft = draft
    self.write = write
  }
}

/// What a report has at hand while it is written.
public struct ReportContext: Sendable {
  /// The report's file.
  public let definition: ReportDefinition
  /// The release.
  public let release: ReleaseData
  /// The settings of the project, for names.
  public let settings: ProjectSettings
  /// The project's folder.
  public let root: RootedFolder
  /// The language of the report.
  public let language: Language
  /// What the reader chose.
  public let choices: [String: String]
  /// Takes what is wrong with references and what a reader should know.
  public let collector: DiagnosticCollector

  /// States what is at hand.
  public init(
    _ definition: ReportDefinition,
    release: ReleaseData,
    settings: ProjectSettings,
    root: RootedFolder,
    language: Language,
    choices: [String: String],
    collector: DiagnosticCollector
  ) {
    self.definition = definition
    self.release = release
    self.settings = settings
    self.root = root
    self.language = language
    self.choices = choices
    self.collector = collector
  }
}

/// What a report gives.
public struct ReportOutput: Sendable {
  /// The document; `nil` where the report is files only.
  public let document: ReportDocument?
  /// Files that are written as they are, such as a feed for a portal.
  public let files: [File]

  /// A file.
  public struct File: Sendable {
    /// Its name.
    public let name: String
    /// Its content.
    public let bytes: [UInt8]

    /// Names bytes.
    public init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// States what a report gives.
  public init(_ document: ReportDocument? = nil, files: [File] = []) {
    self.document = document
    self.files = files
  }
}

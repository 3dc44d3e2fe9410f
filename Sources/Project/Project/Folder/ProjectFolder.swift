// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Platform
public import Structures

/// A project as its folder states it: settings, structures, steps and views, read and checked.
public struct ProjectFolder: Sendable {
  /// The folder, which no path may leave.
  public let root: RootedFolder
  /// What `ayni.toml` says.
  public let settings: ProjectSettings
  /// What the folder `structures` holds.
  public let catalogue: StructureCatalogue
  /// What the folders `sources` and `steps` hold, sources first.
  public let steps: [StepDefinition]
  /// What the folder `views` holds, in the order of the files.
  public let views: [ViewDefinition]
  /// What the folder `reports` holds, in the order of the files.
  public let reports: [ReportDefinition]

  /// Reads a project; everything wrong in any of its files is told at once.
  ///
  /// - Parameter path: the folder.
  /// - Throws: ``DiagnosticFailure`` with `project.none-here`, `project.format-too-new`, and what
  ///   single files get wrong.
  public init(_ path: String) throws {
    let (root, text) = try ProjectFolder.settings(path)
    let collector = DiagnosticCollector()
    self.root = root
    let settings = try ProjectSettings(text, collector)
    self.settings = settings
    if let boundaries = settings.release.boundaries {
      let location = settings.release.boundariesLocation
      collector.collecting { try root.file(boundaries, namedAt: location) }
    }
    catalogue =
      collector.collecting {
        try StructureFolder.read(root, agency: settings.agency)
      } ?? StructureCatalogue()
    var steps: [StepDefinition] = []
    for file in try root.files(under: "sources", suffix: ".toml") {
      collector.collecting { steps.append(try .source(try root.text(file), file: file)) }
    }
    for file in try root.files(under: "steps", suffix: ".toml") {
      collector.collecting { steps.append(try .step(try root.text(file), file: file, collector)) }
    }
    var views: [ViewDefinition] = []
    for file in try root.files(under: "views", suffix: ".toml") {
      collector.collecting {
        views.append(try ViewDefinition(try root.text(file), file: file, collector))
      }
    }
    var reports: [ReportDefinition] = []
    for file in try root.files(under: "reports", suffix: ".toml") {
      collector.collecting {
        reports.append(try ReportDefinition(try root.text(file), file: file, collector))
      }
    }
    self.steps = steps
    self.views = views
    self.reports = reports
    try collector.throwIfErrors()
  }

  /// The folder of a project whose other files need not be sound.
  ///
  /// - Parameter path: the folder.
  /// - Returns: the folder, in which there is an `ayni.toml`.
  /// - Throws: `project.none-here`.
  public static func root(_ path: String) throws -> RootedFolder { try settings(path).root }

  private static func settings(
    _ path: String
  ) throws(Diagnostic) -> (root: RootedFolder, text: String) {
    do throws(Diagnostic) {
      let root = try RootedFolder(path)
      return (root, try WholeFile.text(try root.resolve("ayni.toml"), named: "ayni.toml"))
    } catch {
      guard error.code.rawValue == "platform.not-found" else { throw error }
      throw ProjectDefinitions.noProject.at(nil, ["folder": .text(path)])
    }
  }

  /// The report of a name.
  ///
  /// - Throws: `project.unknown-report` with the nearest name, `project.no-reports`.
  public func report(named name: String) throws(Diagnostic) -> ReportDefinition {
    if let report = reports.first(where: { $0.name == name }) { return report }
    guard !reports.isEmpty else {
      throw ProjectDefinitions.noReports.at(nil, ["report": .text(name)])
    }
    let names = reports.map(\.name)
    throw ProjectDefinitions.unknownReport.at(
      nil,
      ["report": .text(name), "reports": .text(names.joined(separator: ", "))],
      suggestion: NearestName.of(name, among: names)
    )
  }

  /// The view of a dataset, or `nil`.
  public func view(of dataset: String) -> ViewDefinition? {
    views.first { $0.dataset == dataset }
  }
}

extension RootedFolder {
  /// The text of a file of the project.
  ///
  /// - Throws: `platform.path-leaves-project`, or what reading gives.
  public func text(_ relative: String) throws(Diagnostic) -> String {
    try WholeFile.text(try resolve(relative), named: relative)
  }

  /// The absolute path of a file that a setting names.
  ///
  /// - Parameters:
  ///   - relative: the file, from the root.
  ///   - location: the setting.
  /// - Returns: its path.
  /// - Throws: `platform.path-leaves-project`, and `project.missing-file` where it cannot be opened.
  public func file(_ relative: String, namedAt location: Location) throws(Diagnostic) -> String {
    let path = try resolve(relative, namedAt: location)
    guard (try? MappedFile(path)) != nil else {
      throw ProjectDefinitions.missingFile.at(location, ["file": .text(relative)])
    }
    return path
  }
}

extension DiagnosticCollector {
  /// What the work gives; `nil` where it throws, and what it threw is gathered.
  @discardableResult
  public func collecting<Result>(_ work: () throws -> Result) -> Result? {
    do {
      return try work()
    } catch {
      report(contentsOf: DiagnosticFailure(wrapping: error).diagnostics)
      return nil
    }
  }
}

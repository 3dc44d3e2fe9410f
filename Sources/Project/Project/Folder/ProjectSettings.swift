// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Structures

/// What `ayni.toml` says.
public struct ProjectSettings: Sendable {
  /// The newest format of project folders that this Ayni writes and understands.
  public static let currentFormat: Int = 1

  /// The identifier of the project.
  public let id: String
  /// The agency that maintains its structures and releases.
  public let agency: String
  /// The name that readers see.
  public let name: InternationalString
  /// What the project is about.
  public let description: InternationalString
  /// The languages of what is published, the default one first.
  public let languages: [Language]
  /// How much the engine may use.
  public let engine: EngineSettings
  /// What is released, and how.
  public let release: ReleaseSettings

  /// What is released, and how.
  public struct ReleaseSettings: Sendable, Hashable {
    /// Whether a run publishes by itself.
    public let approval: Approval
    /// The datasets that are published, in this order.
    public let datasets: [String]
    /// Where they are named.
    public let datasetsLocation: Location
    /// The licence under which readers may use them.
    public let licence: String?
    /// Whom readers may ask.
    public let contact: String?
    /// The office's own boundaries in GeoJSON; Natural Earth where there are none.
    public let boundaries: String?
    /// Where they are named.
    public let boundariesLocation: Location
    /// Whether rejected rows of sources keep a candidate from being published.
    public let allowsRejectedRows: Bool
  }

  /// Who lets a candidate through.
  public enum Approval: String, Sendable, CaseIterable {
    /// No one: a run publishes by itself.
    case none
    /// A person, with `ayni publish`.
    case manual
  }

  /// Reads the settings of a project.
  ///
  /// - Parameters:
  ///   - text: the content of `ayni.toml`.
  ///   - collector: takes what is wrong with single settings.
  /// - Throws: `platform.toml-syntax`, `project.format-too-new`.
  init(_ text: String, _ collector: DiagnosticCollector) throws {
    let document = try TOMLDocument(text, file: "ayni.toml")
    self = try document.read(collector) { table throws(Diagnostic) in
      let format = table.integer("format")
      guard format <= ProjectSettings.currentFormat else {
        throw ProjectDefinitions.formatTooNew.at(
          table.location(of: "format"),
          ["format": .count(format), "known": .count(ProjectSettings.currentFormat)]
        )
      }
      return ProjectSettings(table, collector)
    }
  }

  private init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    id = table.string("id")
    agency = table.string("agency")
    name = table.internationalString("name", collector)
    description = table.optionalInternationalString("description", collector) ?? name
    let tags = table.strings("languages")
    languages = tags.isEmpty ? [.english] : tags.map(Language.init(rawValue:))
    engine =
      table.table("engine") { EngineSettings($0, collector) }
      ?? EngineSettings(memory: nil, threads: nil)
    release =
      table.table("release") { ReleaseSettings($0, collector) }
      ?? ReleaseSettings(
        approval: .manual,
        datasets: [],
        datasetsLocation: Location("ayni.toml"),
        licence: nil,
        contact: nil,
        boundaries: nil,
        boundariesLocation: Location("ayni.toml"),
        allowsRejectedRows: false
      )
  }
}

extension ProjectSettings.ReleaseSettings {
  fileprivate init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    approval = table.choice("approval", collector) ?? .manual
    datasets = table.strings("datasets")
    datasetsLocation = table.location(of: "datasets")
    licence = table.optionalString("licence")
    contact = table.optionalString("contact")
    boundaries = table.optionalString("boundaries")
    boundariesLocation = table.location(of: "boundaries")
    allowsRejectedRows = table.boolean("allow_rejected_rows")
  }
}

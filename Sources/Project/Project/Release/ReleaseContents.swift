// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Platform
public import Relation
public import Structures

/// What a release is made of, before any file of it is written.
public struct ReleaseContents: Sendable {
  /// The identifier: the first twelve digits of the digest of all published data and structures.
  public let id: String
  /// The project's settings.
  public let settings: ProjectSettings
  /// The project's folder, for files that settings name.
  public let root: RootedFolder
  /// The datasets in the order of the settings.
  public let datasets: [PublishedDataset]
  /// The structures.
  public let catalogue: StructureCatalogue
  /// What lies behind the numbers.
  public let lineage: Lineage
  /// The steps, for pages that show how a dataset was made.
  public let graph: StepGraph
  /// The digests of the source files, by path.
  public let sources: [String: Digest]
  /// The engine.
  public let session: any Session
  /// What was found in the data and is not an error.
  public let diagnostics: [Diagnostic]
}

/// A dataset as it is published.
public struct PublishedDataset: Sendable {
  /// Structure and rows; the plan reads the release's own file.
  public let dataset: Dataset
  /// The flow under which it is published.
  public let dataflow: Dataflow
  /// How it is first shown.
  public let view: ViewDefinition?
  /// Who answered of those who were asked, where the view says so.
  public let coverage: Coverage?
  /// How many observations it has.
  public let count: Int
  /// The digest of its file.
  public let digest: Digest

  /// The name within the project, which also names its files and pages.
  public var name: String { dataset.name }
}

/// A part of a release that some room writes: SDMX messages, spreadsheets, the site.
///
/// The command puts the parts in; Project does not know what they are.
public struct ReleasePart: Sendable {
  /// The folder within the release.
  public let folder: String
  /// Whether it tells what the others hold, and is written after them.
  public let isLast: Bool
  /// Finds before a run what would keep the part from being written.
  public let check: @Sendable (ProjectFolder, StepGraph) -> [Diagnostic]
  /// Tells what of a release the part leaves out, though the release is made.
  public let notices: @Sendable (ReleaseContents) -> [Diagnostic]
  /// Writes the part's files under a folder that exists and is empty.
  public let write: @Sendable (ReleaseContents, _ path: String) async throws -> Void

  /// Declares a part.
  ///
  /// - Parameters:
  ///   - folder: the folder within the release.
  ///   - isLast: whether it tells what the others hold; those that do not are written beside each other.
  ///   - check: finds before a run what would keep the part from being written; nothing by default.
  ///   - notices: tells what of a release the part leaves out; nothing by default.
  ///   - write: writes the part's files; the same contents give the same bytes.
  public init(
    _ folder: String,
    isLast: Bool = false,
    check: @escaping @Sendable (ProjectFolder, StepGraph) -> [Diagnostic] = { _, _ in [] },
    notices: @escaping @Sendable (ReleaseContents) -> [Diagnostic] = { _ in [] },
    write: @escaping @Sendable (ReleaseContents, _ path: String) async throws -> Void
  ) {
    self.folder = folder
    self.isLast = isLast
    self.check = check
    self.notices = notices
    self.write = write
  }
}

/// Something that looks at a candidate before it may be published, and fails closed.
public struct ReleaseGate: Sendable {
  /// The name that messages use.
  public let name: Message
  /// What one does when it refuses a candidate.
  public let remedy: Message
  /// What keeps the candidate from being published; empty to let it through.
  public let objections: @Sendable (ReleaseContents, [StepResult]) async throws -> [Diagnostic]

  /// Declares a gate.
  ///
  /// - Parameters:
  ///   - name: the name that messages use; its key is kept with a candidate that is refused.
  ///   - remedy: what one does when it refuses a candidate.
  ///   - objections: what keeps a candidate from being published.
  public init(
    _ name: Message,
    remedy: Message,
    objections: @escaping @Sendable (ReleaseContents, [StepResult]) async throws -> [Diagnostic]
  ) {
    self.name = name
    self.remedy = remedy
    self.objections = objections
  }

  /// Lets a candidate through only if no step found an error in the data.
  ///
  /// Rejected rows of sources count as errors unless `ayni.toml` says `allow_rejected_rows`.
  public static let soundData: ReleaseGate = ReleaseGate(
    Message("gate.sound-data", en: "sound data", fr: "données saines"),
    remedy: Message(
      "gate.sound-data.remedy",
      en: """
        correct the rows, or write allow_rejected_rows = true under [release] where rejected rows \
        may be left out, and run again
        """,
      fr: """
        corrigez les lignes, ou écrivez allow_rejected_rows = true sous [release] si les lignes \
        rejetées peuvent être laissées de côté, puis relancez
        """
    )
  ) { contents, results in
    results.flatMap { result in
      result.diagnostics.filter { diagnostic in
        let isTolerated =
          result.rejectedPath != nil && contents.settings.release.allowsRejectedRows
          && diagnostic.location?.file.hasPrefix("sources/") == true
        return diagnostic.severity == .error && !isTolerated
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
public import Relation
internal import SDMX
internal import Structures

/// Opens releases to be read again.
public enum ReleaseReader {
  /// A release with the structures that it was published with.
  ///
  /// The file `sdmx/structure.xml` of the release counts; where a release has none, the structures of the
  /// project do, as they are today.
  ///
  /// - Parameters:
  ///   - release: the release.
  ///   - project: the project.
  ///   - session: an engine that may read the project's folder.
  /// - Returns: the release.
  /// - Throws: ``DiagnosticFailure`` with `project.damaged-release` where a file is not what was published;
  ///   what reading the message gives.
  public static func open(
    _ release: Release,
    of project: ProjectFolder,
    _ session: any Session
  ) throws -> ReleaseData {
    let file = "sdmx/structure.xml"
    // Whoever reads a report relies on what was published, so nothing else is read.
    try release.verify(Set([file] + release.manifest.datasets.map(\.file)))
    guard release.manifest.files[file] != nil else {
      return ReleaseData(release, catalogue: project.catalogue, session: session)
    }
    let message = try SDMXMLStructureReader.read(
      file: "\(release.path)/\(file)",
      named: "releases/\(release.manifest.id)/\(file)"
    )
    return ReleaseData(release, catalogue: message.catalogue, session: session)
  }
}

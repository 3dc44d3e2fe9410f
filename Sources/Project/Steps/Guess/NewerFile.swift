// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Platform
internal import Project

/// A newer file for a source that the project has: the rows change, what was corrected by hand stays.
///
/// Only the line `file = "…"` of the source is written anew. The older file stays in `data/`, for releases
/// were made of it.
public struct NewerFile: Sendable {
  /// The name of the dataset.
  public let name: String
  private let raw: RawFile
  private let sourcePath: String
  private let sourceText: String

  /// Looks at a file and at the source that shall read it.
  ///
  /// - Parameters:
  ///   - path: the newer file.
  ///   - name: the name of the source; the file's by default.
  ///   - root: the project's folder.
  /// - Throws: `import.no-such-source`, `import.other-type`, `import.file-line`, or what reading gives.
  public init(_ path: String, name: String?, in root: RootedFolder) throws {
    let wanted = name ?? GuessedName.stem(path)
    let sources = try root.files(under: "sources", suffix: ".toml")
    // A source may have any name; one that Ayni wrote has that of the file in small letters.
    let names = [wanted, GuessedName.dataset(wanted)]
    guard
      let found = names.lazy.compactMap({ name in
        sources.first { StepDefinition.fileName($0) == name }
      }).first
    else {
      throw StepsDefinitions.noSuchSource.at(
        nil,
        ["name": .text(wanted)],
        suggestion: NearestName.of(wanted, among: sources.map(StepDefinition.fileName))
      )
    }
    (self.name, sourcePath) = (StepDefinition.fileName(found), found)
    let text = try WholeFile.text(try root.resolve(sourcePath))
    let line = try FileLine(text, sourcePath)
    let (known, given) = (NewerFile.type(line.file), NewerFile.type(path))
    guard known == given else {
      throw StepsDefinitions.otherType.at(
        line.location,
        ["name": .text(self.name), "known": .text(known), "given": .text(given)]
      )
    }
    raw = try RawFile(path, for: self.name, type: known)
    sourceText = try line.naming(raw.path)
  }

  /// Writes the file and the source's line into the project, the file first.
  ///
  /// - Parameter root: the project's folder.
  /// - Returns: the paths of both, from the project's folder.
  /// - Throws: what writing gives.
  public func write(to root: RootedFolder) throws -> [String] {
    try raw.write(to: root)
    try DurableFile.write(Array(sourceText.utf8), to: try root.resolve(sourcePath))
    return [raw.path, sourcePath]
  }

  private static func type(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") ? (name.split(separator: ".").last?.lowercased() ?? "") : ""
  }
}

/// The line of a source that names its file.
private struct FileLine {
  let file: String
  let location: Location
  private let text: String
  private let path: String

  init(_ text: String, _ path: String) throws {
    let root = try TOMLDocument(text, file: path).root
    guard case .table(let entries) = root.content,
      let entry = entries.first(where: { $0.key == "file" }),
      case .string(let file) = entry.value.content
    else { throw StepsDefinitions.fileLine.at(Location(path)) }
    (self.file, location, self.text, self.path) = (file, entry.location, text, path)
  }

  /// The text of the source with another file.
  func naming(_ other: String) throws -> String {
    // By scalars: a line that ends as on Windows has one character for both of its marks.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    let number = (location.line ?? 0) - 1
    for quoted in [file.quoted, "'\(file)'"] where lines.indices.contains(number) {
      guard let place = lines[number].firstRange(of: quoted) else { continue }
      lines[number].replaceSubrange(place, with: other.quoted)
      let changed = lines.joined(separator: "\n")
      if try FileLine(changed, path).file == other { return changed }
    }
    throw StepsDefinitions.fileLine.at(location)
  }
}

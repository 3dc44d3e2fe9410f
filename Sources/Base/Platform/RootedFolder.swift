// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
import Glibc

/// A folder that its paths cannot leave.
public struct RootedFolder: Sendable, Hashable {
  /// The folder's own path, without links.
  public let path: String

  /// Takes an existing folder as the root.
  ///
  /// - Parameter path: the folder.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public init(_ path: String) throws(Diagnostic) {
    guard let real = RootedFolder.realPath(path) else {
      throw SystemFailure.diagnostic(errno, path)
    }
    if try DurableFolder.kind(of: real) != .folder {
      throw SystemFailure.diagnostic(ENOTDIR, path)
    }
    self.path = real
  }

  /// The path of a file in the folder, which may not exist yet.
  ///
  /// - Parameters:
  ///   - relative: names joined by slashes, from the root.
  ///   - location: where the path is written; the path itself by default.
  /// - Returns: the absolute path, with the links on the way resolved.
  /// - Throws: `platform.path-leaves-project` for an absolute path, a `..`, or a link that leads out.
  public func resolve(
    _ relative: String,
    namedAt location: Location? = nil
  ) throws(Diagnostic) -> String {
    let names = relative.split(separator: "/").map(String.init).filter { $0 != "." }
    if relative.hasPrefix("/") || names.contains("..") || relative.utf8.contains(0) {
      throw refusal(relative, location)
    }
    var current = path
    for (position, name) in names.enumerated() {
      let next = FolderPath.join(current, name)
      switch try DurableFolder.kind(of: next) {
      case .missing: return names[position...].reduce(current, FolderPath.join)
      case .link:
        // A link to nothing could be filled in later from outside: it is refused as well.
        guard let real = RootedFolder.realPath(next), contains(real) else {
          throw refusal(relative, location)
        }
        current = real
      case .file, .folder, .other: current = next
      }
    }
    return current
  }

  /// The files under a folder, in the order of the bytes of their paths.
  ///
  /// Names that begin with a dot are left out, and linked folders are not entered.
  ///
  /// - Parameters:
  ///   - relative: the folder, from the root; the root itself by default.
  ///   - suffix: how the names end, such as `.toml`; all by default.
  /// - Returns: paths from the root; none where the folder does not exist.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public func files(
    under relative: String = "",
    suffix: String = ""
  ) throws(Diagnostic) -> [String] {
    let folder = try resolve(relative)
    if try DurableFolder.kind(of: folder) == .missing { return [] }
    var found: [String] = []
    try collect(relative, suffix, &found)
    return found.sorted(by: FolderPath.inByteOrder)
  }

  private func collect(
    _ relative: String,
    _ suffix: String,
    _ found: inout [String]
  ) throws(Diagnostic) {
    for name in try DurableFolder.names(in: try resolve(relative)) where !name.hasPrefix(".") {
      let inner = relative.isEmpty ? name : FolderPath.join(relative, name)
      switch try DurableFolder.kind(of: FolderPath.join(path, inner)) {
      case .folder: try collect(inner, suffix, &found)
      case .file where name.hasSuffix(suffix): found.append(inner)
      case .link where name.hasSuffix(suffix):
        if try DurableFolder.kind(of: try resolve(inner)) == .file { found.append(inner) }
      case .file, .link, .other, .missing: break
      }
    }
  }

  private func contains(_ real: String) -> Bool {
    real == path || real.hasPrefix(path == "/" ? path : path + "/")
  }

  private func refusal(_ relative: String, _ location: Location?) -> Diagnostic {
    PlatformDefinitions.pathLeavesProject.at(
      location ?? Location(relative),
      ["path": .text(relative)]
    )
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Platform

/// A file as it came, under a name that says its content: a newer one never takes the place of an older.
struct RawFile: Sendable {
  /// Where the project keeps it: the name of the dataset and the first twelve digits of the digest.
  let path: String
  private let content: [UInt8]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: the file, outside the project or in it.
  ///   - name: the name of the dataset.
  ///   - type: what its name shall end with, such as `csv`.
  /// - Throws: what reading gives.
  init(_ file: String, for name: String, type: String) throws {
    content = try WholeFile.bytes(file)
    let digest = String("\(try SHA256.digest(of: content))".prefix(12))
    path = "data/\(name)-\(digest).\(type)"
  }

  /// Puts the file into a project.
  ///
  /// - Throws: what writing gives.
  func write(to root: RootedFolder) throws {
    try DurableFolder.create(try root.resolve("data"))
    try DurableFile.write(content, to: try root.resolve(path))
  }
}

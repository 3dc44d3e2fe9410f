// SPDX-License-Identifier: Apache-2.0

/// Taking paths apart and joining them, without looking at the disk.
enum FolderPath {
  /// The folder and the last name of a path; `.` is the folder of a bare name.
  static func split(_ path: String) -> (folder: String, name: String) {
    var whole = path[...]
    while whole.count > 1, whole.hasSuffix("/") { whole.removeLast() }
    guard let slash = whole.lastIndex(of: "/") else { return (".", String(whole)) }
    let folder = whole[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(whole[whole.index(after: slash)...]))
  }

  /// A name in a folder.
  static func join(_ folder: String, _ name: String) -> String {
    if name.isEmpty { return folder }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Orders names by their bytes, which no setting of the machine changes.
  static func inByteOrder(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

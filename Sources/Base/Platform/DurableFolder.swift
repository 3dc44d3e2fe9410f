// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
import Glibc

/// Folders that appear whole or not at all.
public enum DurableFolder {
  /// Where a folder is built before it gets its name: beside it, hidden, and removed by whoever finds it later.
  ///
  /// - Parameter final: the name that it will have.
  /// - Returns: the path of the staged folder.
  public static func staging(_ final: String) -> String {
    let (folder, name) = FolderPath.split(final)
    return FolderPath.join(folder, ".\(name)\(stagedSuffix)")
  }

  private static let stagedSuffix = ".partial"

  /// Whether a path is that of a staged folder, or lies in one.
  static func isStaged(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") && $0.hasSuffix(stagedSuffix) }
  }

  /// Makes a folder and those above it that are missing, and forces their names to the disk unless they are staged.
  ///
  /// - Parameter path: the folder; it may exist already.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public static func create(_ path: String) throws(Diagnostic) {
    switch try kind(of: path) {
    case .folder: return
    case .file, .link, .other:
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
      throw SystemFailure.diagnostic(EEXIST, path)
    case .missing: break
    }
    let parent = FolderPath.split(path).folder
    try create(parent)
    try PlatformFailpoints.createFolder.pass(path)
    // Another process may make the same folder at the same time: that is as good.
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw SystemFailure.diagnostic(errno, path) }
    DurableTrace.note("mkdir", path)
    if !isStaged(path) { try synchronize(parent) }
  }

  /// Gives a finished folder its final name, so that a crash leaves it whole or absent.
  ///
  /// - Parameters:
  ///   - staged: the folder as it was built, under the name that ``staging(_:)`` gives.
  ///   - final: the name it takes; nothing may stand there.
  /// - Throws: a diagnostic of ``PlatformDefinitions``, `platform.already-exists` among them.
  public static func promote(_ staged: String, to final: String) throws(Diagnostic) {
    if try kind(of: final) != .missing { throw SystemFailure.diagnostic(EEXIST, final) }
    try synchronizeTree(staged)
    try rename(staged, to: final)
    let (from, to) = (FolderPath.split(staged).folder, FolderPath.split(final).folder)
    try synchronize(to)
    if from != to { try synchronize(from) }
  }

  /// Removes a file or a folder with all that is in it; links are removed, not followed.
  ///
  /// - Parameter path: what goes; nothing happens where there is nothing.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public static func remove(_ path: String) throws(Diagnostic) {
    switch try kind(of: path) {
    case .missing: return
    case .folder:
      for name in try names(in: path) { try remove(FolderPath.join(path, name)) }
      try SystemFailure.checked(path, PlatformFailpoints.remove) { rmdir(path) }
    case .file, .link, .other:
      try SystemFailure.checked(path, PlatformFailpoints.remove) { unlink(path) }
    }
    DurableTrace.note("remove", path)
  }

  /// The names in a folder in the order of their bytes, without `.` and `..`.
  ///
  /// - Parameter path: the folder.
  /// - Returns: all names, hidden ones too.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public static func names(in path: String) throws(Diagnostic) -> [String] {
    guard let stream = opendir(path) else { throw SystemFailure.diagnostic(errno, path) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw SystemFailure.diagnostic(errno, path) }
    return names.sorted(by: FolderPath.inByteOrder)
  }

  /// What stands at a path.
  enum Kind { case missing, file, folder, link, other }

  static func kind(of path: String) throws(Diagnostic) -> Kind {
    var status = stat()
    if lstat(path, &status) != 0 {
      if errno == ENOENT { return .missing }
      throw SystemFailure.diagnostic(errno, path)
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  static func rename(_ old: String, to new: String) throws(Diagnostic) {
    try SystemFailure.checked(new, PlatformFailpoints.rename) { Glibc.rename(old, new) }
    DurableTrace.note("rename", new)
  }

  static func synchronize(_ folder: String) throws(Diagnostic) {
    try PlatformFailpoints.syncFolder.pass(folder)
    let descriptor = try FileDescriptor(folder, O_RDONLY | O_DIRECTORY)
    // Some network file systems keep names in order themselves and refuse the call.
    while fsync(descriptor.number) != 0, errno != EINVAL {
      if errno != EINTR { throw SystemFailure.diagnostic(errno, folder) }
    }
    DurableTrace.note("fsync-folder", folder)
  }

  private static func synchronizeTree(_ folder: String) throws(Diagnostic) {
    for name in try names(in: folder) {
      let path = FolderPath.join(folder, name)
      switch try kind(of: path) {
      case .folder: try synchronizeTree(path)
      case .file: try FileDescriptor(path, O_RDONLY).synchronize()
      case .link, .other, .missing: break
      }
    }
    try synchronize(folder)
  }
}

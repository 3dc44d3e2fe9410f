// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
import Glibc
import Synchronization

/// Who may read a new file; the user's umask can only take rights away.
public enum FileAccess: Sendable, Hashable {
  /// The owner writes, everyone reads: what is published.
  case shared
  /// The owner alone: keys, records of people.
  case ownerOnly

  var mode: mode_t { self == .shared ? 0o644 : 0o600 }
}

/// A file that is written whole or not at all.
///
/// Bytes go to a temporary file beside it; ``commit()`` forces them to the disk, renames the file and
/// forces the name to the disk. In a staged folder nothing is forced: ``DurableFolder/promote(_:to:)`` does
/// that for all of it, before the folder gets its name. Whatever happens before leaves the old file as it was. A writer
/// that goes out of use without a commit removes its temporary file.
public struct DurableFile: ~Copyable {
  /// The final path.
  public let path: String
  private let temporary: String
  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  private var finished = false

  private static let bufferSize = 1 << 16
  private static let suffix = ".partial"
  private static let counter = Atomic<Int>(0)

  /// Begins to write a file anew.
  ///
  /// - Parameters:
  ///   - path: the final path; its folder exists.
  ///   - access: who may read it.
  /// - Throws: a diagnostic of ``PlatformDefinitions`` that names the path.
  public init(replacing path: String, access: FileAccess = .shared) throws(Diagnostic) {
    self.path = path
    let (folder, name) = FolderPath.split(path)
    while true {
      let number = DurableFile.counter.add(1, ordering: .relaxed).newValue
      let candidate = FolderPath.join(folder, ".\(name).\(getpid())-\(number)\(DurableFile.suffix)")
      // A file left by a killed process of the same number is passed over.
      var status = stat()
      if lstat(candidate, &status) == 0 { continue }
      temporary = candidate
      break
    }
    descriptor = try DurableFile.created(temporary, for: path, access)
    buffer.reserveCapacity(DurableFile.bufferSize)
  }

  /// Creates the temporary file, where a file may stand at the final path.
  ///
  /// A rename puts a file in the place of whatever stands there, and would take a device from the system.
  private static func created(
    _ temporary: String,
    for path: String,
    _ access: FileAccess
  ) throws(Diagnostic) -> FileDescriptor {
    var status = stat()
    // A link is followed: what it leads to is what the user means.
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw PlatformDefinitions.notRegularFile.at(Location(path), ["path": .text(path)])
    }
    return try FileDescriptor(
      temporary,
      O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
      mode: access.mode,
      PlatformFailpoints.createFile
    )
  }

  deinit { if !finished { unlink(temporary) } }

  /// Adds bytes.
  ///
  /// - Parameter bytes: what comes next.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public mutating func write(_ bytes: some Sequence<UInt8>) throws(Diagnostic) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= DurableFile.bufferSize { try flush() }
  }

  /// Adds text in UTF-8.
  ///
  /// - Parameter text: what comes next.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public mutating func write(_ text: String) throws(Diagnostic) { try write(text.utf8) }

  /// Puts the file in its place.
  ///
  /// - Throws: a diagnostic of ``PlatformDefinitions``; the old file is then as it was, unless the
  ///   folder alone could not be forced to the disk.
  public consuming func commit() throws(Diagnostic) {
    try flush()
    let isStaged = DurableFolder.isStaged(path)
    if !isStaged { try descriptor.synchronize() }
    try DurableFolder.rename(temporary, to: path)
    finished = true
    if !isStaged { try DurableFolder.synchronize(FolderPath.split(path).folder) }
  }

  private mutating func flush() throws(Diagnostic) {
    if buffer.isEmpty { return }
    let full = buffer
    buffer.removeAll(keepingCapacity: true)
    // `withUnsafeBytes` does not forward typed errors, so the outcome comes out as a value.
    let outcome: Result<Void, Diagnostic> = full.withUnsafeBytes { bytes in
      do throws(Diagnostic) { return .success(try descriptor.write(bytes)) } catch {
        return .failure(error)
      }
    }
    try outcome.get()
  }

  /// Writes a whole file.
  ///
  /// - Parameters:
  ///   - bytes: its content.
  ///   - path: where; the folder exists.
  ///   - access: who may read it.
  /// - Throws: a diagnostic of ``PlatformDefinitions``; the old file is then as it was.
  public static func write(
    _ bytes: some Sequence<UInt8>,
    to path: String,
    access: FileAccess = .shared
  ) throws(Diagnostic) {
    var file = try DurableFile(replacing: path, access: access)
    try file.write(bytes)
    try file.commit()
  }

  /// Whether a name is that of a temporary file, left behind by a process that was killed.
  public static func isLeftover(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(suffix)
  }

  /// Removes what killed processes left behind in a folder; only the holder of its lock may.
  ///
  /// - Parameter folder: the folder.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public static func removeLeftovers(in folder: String) throws(Diagnostic) {
    for name in try DurableFolder.names(in: folder) where isLeftover(name) {
      try DurableFolder.remove(FolderPath.join(folder, name))
    }
  }
}

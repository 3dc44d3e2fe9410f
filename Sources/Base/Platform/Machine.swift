// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
import Glibc

/// What the machine has: `ayni doctor` tells it, and a run is planned by it.
public enum Machine {
  /// How many processors run programs.
  public static var cores: Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }

  /// The number of the running process.
  public static var processNumber: Int { Int(getpid()) }

  /// Whether a process of this machine runs, be it somebody else's.
  public static func runs(process number: Int) -> Bool {
    guard let process = pid_t(exactly: number), process > 0 else { return false }
    return kill(process, 0) == 0 || errno == EPERM
  }

  /// How many bytes of memory programs can still have; `nil` where the system does not say.
  public static var availableMemory: Int? {
    guard let text = try? WholeFile.text("/proc/meminfo"),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("MemAvailable:") })
    else { return nil }
    return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1_024 }
  }

  /// How many bytes this user may still write to the disk of a path.
  ///
  /// - Parameter path: an existing file or folder.
  /// - Returns: bytes.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public static func freeSpace(at path: String) throws(Diagnostic) -> Int {
    var status = statvfs()
    try SystemFailure.checked(path) { statvfs(path, &status) }
    let (bytes, overflow) = Int(status.f_bavail).multipliedReportingOverflow(
      by: Int(status.f_frsize)
    )
    return overflow ? .max : bytes
  }

  /// The folder that the running program lies in; `nil` where the system does not say.
  public static var executableFolder: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return FolderPath.split(String(cString: path)).folder
  }
}

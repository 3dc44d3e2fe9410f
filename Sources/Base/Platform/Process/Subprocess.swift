// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
import Glibc

/// A program of the machine, called without a shell: its words reach it as they are.
///
/// It has nothing to read, an environment of five variables with a folder of the caller's as its home, and a
/// group of processes of its own; what runs past its time is stopped with everything that it started. Paths
/// among its words are whole ones, for it begins where this process is.
public struct Subprocess: Sendable, Hashable {
  /// The program's file.
  public let path: String
  /// The name by which it was asked for.
  public let name: String

  /// What a call gave back.
  public struct Outcome: Sendable, Hashable {
    /// The status that the program ended with; nothing where a signal ended it.
    public let status: Int32?
    /// What it wrote on standard output, at most ``Subprocess/outputLimit`` bytes.
    public let output: [UInt8]
    /// What it wrote on standard error, at most ``Subprocess/outputLimit`` bytes.
    public let messages: [UInt8]

    /// Whether it ended by itself and well.
    public var isWell: Bool { status == 0 }
  }

  /// How much of what a program writes is kept: the rest is lost, and the program is not held up.
  public static let outputLimit: Int = 1 << 20

  /// Takes a program by its file.
  public init(path: String) {
    self.path = path
    name = FolderPath.split(path).name
  }

  /// The first program of a name among the folders of `PATH`; `nil` where this machine has none.
  ///
  /// - Parameters:
  ///   - names: names that would do, the best first.
  ///   - folders: where to look; those of `PATH` by default.
  /// - Returns: the program.
  public static func find(_ names: String..., in folders: [String]? = nil) -> Subprocess? {
    let places = folders ?? searched
    for name in names where !name.contains("/") {
      for folder in places where folder.hasPrefix("/") {
        let path = FolderPath.join(folder, name)
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
          access(path, X_OK) == 0
        else { continue }
        return Subprocess(path: path)
      }
    }
    return nil
  }

  /// Calls the program and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: its words, after its name.
  ///   - folder: its home and its place for temporary files, empty at first and gone afterwards.
  ///   - limit: how long it may take.
  /// - Returns: how it ended and what it wrote.
  /// - Throws: `platform.program-not-started`, `platform.program-too-slow`, `CancellationError`.
  public func run(
    _ arguments: [String],
    in folder: String,
    limit: Duration = .seconds(60)
  ) async throws -> Outcome {
    let (output, messages) = ("\(folder)/.standard-output", "\(folder)/.standard-error")
    defer {
      unlink(output)
      unlink(messages)
    }
    let process = try start(arguments, folder, output, messages)
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: limit)
    var pause = Duration.milliseconds(2)
    while true {
      var status: Int32 = 0
      let answer = waitpid(process, &status, WNOHANG)
      if answer == process {
        return Outcome(
          status: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil,
          output: Subprocess.head(of: output),
          messages: Subprocess.head(of: messages)
        )
      }
      if answer < 0 && errno != EINTR { throw SystemFailure.diagnostic(errno, path) }
      guard clock.now < end else {
        Subprocess.stop(process)
        throw PlatformDefinitions.programTooSlow.at(
          nil,
          ["program": .text(name), "seconds": .count(Int(limit.components.seconds))]
        )
      }
      do { try await Task.sleep(for: pause) } catch {
        Subprocess.stop(process)
        throw error
      }
      pause = min(pause * 2, .milliseconds(50))
    }
  }

  private static var searched: [String] {
    (ProcessEnvironment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
      .map(String.init)
  }

  private func start(
    _ arguments: [String],
    _ folder: String,
    _ output: String,
    _ messages: String
  ) throws(Diagnostic) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let write = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, write, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, messages, write, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let words = CStrings([name] + arguments)
    let environment = CStrings(Subprocess.environment(folder))
    var process: pid_t = 0
    let code = posix_spawn(
      &process,
      path,
      &actions,
      &attributes,
      words.pointers,
      environment.pointers
    )
    guard code == 0 else {
      throw PlatformDefinitions.programNotStarted.at(
        nil,
        ["program": .text(name)],
        cause: String(cString: strerror(code))
      )
    }
    return process
  }

  private static func environment(_ folder: String) -> [String] {
    [
      "PATH=\(searched.joined(separator: ":"))", "HOME=\(folder)", "TMPDIR=\(folder)",
      "LANG=C.UTF-8", "LC_ALL=C.UTF-8",
    ]
  }

  /// Ends a program and what it started, and takes leave of it so that nothing of it stays behind.
  private static func stop(_ process: pid_t) {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }

  private static func head(of path: String) -> [UInt8] {
    guard let file = try? FileDescriptor(path, O_RDONLY) else { return [] }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while bytes.count < outputLimit, let count = try? file.read(into: buffer), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    return Array(bytes.prefix(outputLimit))
  }
}

/// Texts as C expects them: an array of pointers that ends with none.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ texts: [String]) {
    count = texts.count
    pointers = .allocate(capacity: count + 1)
    for (position, text) in texts.enumerated() {
      pointers.advanced(by: position).initialize(to: strdup(text))
    }
    pointers.advanced(by: count).initialize(to: nil)
  }

  deinit {
    for position in 0..<count { free(pointers[position]) }
    pointers.deallocate()
  }
}

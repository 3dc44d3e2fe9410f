// SPDX-License-Identifier: Apache-2.0

/// What a session of the embedded engine may use and touch.
///
/// Without further words a session lives in memory and can reach no file at all.
public struct SessionConfiguration: Sendable, Hashable {
  /// Where the database lives.
  public enum Place: Sendable, Hashable {
    /// In memory; it is gone when the session ends.
    case memory
    /// In a file, which no other process opens meanwhile.
    case file(String)
  }

  /// An extension that lies beside the engine.
  public enum Extension: String, Sendable, Hashable, CaseIterable {
    /// Reading and writing of XLSX.
    case excel
  }

  /// Where the database lives; memory by default.
  public var place: Place
  /// The most memory in bytes; `nil` for the engine's own choice of 80 % of the machine's.
  public var memoryLimit: Int?
  /// How many threads compute; `nil` for one a core.
  public var threads: Int?
  /// Where what does not fit into memory is written; `nil` for the engine's own choice.
  public var temporaryFolder: String?
  /// Folders in which statements may read and write files.
  public var allowedFolders: [String]
  /// Single files that statements may read and write.
  public var allowedFiles: [String]
  /// Extensions to load before the session is locked.
  public var extensions: Set<Extension>

  /// Describes a session.
  public init(
    place: Place = .memory,
    memoryLimit: Int? = nil,
    threads: Int? = nil,
    temporaryFolder: String? = nil,
    allowedFolders: [String] = [],
    allowedFiles: [String] = [],
    extensions: Set<Extension> = []
  ) {
    self.place = place
    self.memoryLimit = memoryLimit
    self.threads = threads
    self.temporaryFolder = temporaryFolder
    self.allowedFolders = allowedFolders
    self.allowedFiles = allowedFiles
    self.extensions = extensions
  }

  /// The options that the database is opened with.
  var options: [(name: String, value: String)] {
    var options = [
      ("autoinstall_known_extensions", "false"), ("autoload_known_extensions", "false"),
    ]
    if case .file(let path) = place { options.append(("path", path)) }
    if let memoryLimit { options.append(("memory_limit", "\(memoryLimit)B")) }
    if let threads { options.append(("threads", "\(threads)")) }
    if let temporaryFolder { options.append(("temp_directory", temporaryFolder)) }
    return options.map { (name: $0.0, value: $0.1) }
  }

  /// The statements that say how rows are handed over and confine the session, the lock last.
  var confinement: [String] {
    [
      // Short decimals in eight bytes, texts of up to twelve bytes where their offsets would stand.
      "SET arrow_output_version = '1.5'",
      "SET produce_arrow_string_view = true",
      // A query that is read goes on while its rows are looked at, instead of stopping every megabyte.
      "SET streaming_buffer_size = '16MB'",
      "SET allowed_directories = \(list(allowedFolders.map { $0.hasSuffix("/") ? $0 : $0 + "/" }))",
      "SET allowed_paths = \(list(allowedFiles))",
      "SET enable_external_access = false",
      // What ``WorkerThreads`` changes.
      "SET allowed_configs = ['threads']",
      "SET lock_configuration = true",
    ]
  }

  private func list(_ texts: [String]) -> String {
    "[" + texts.map(SessionConfiguration.quoted).joined(separator: ", ") + "]"
  }

  /// A text literal: settings take no parameters.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import CADBC
public import Diagnostics
internal import Glibc
internal import Synchronization

/// The embedded engine's shared library, loaded once and kept for the life of the process.
///
/// `@unchecked Sendable`: the table of functions is filled in before the object exists and only
/// read afterwards; the functions themselves may be called from any thread.
public final class EngineLibrary: @unchecked Sendable {
  /// The version that Ayni is tested with.
  public static let testedVersion: String = "1.5.5"

  /// Where the library lies.
  public let path: String
  /// What the library says its version is, such as `1.5.5`.
  public let version: String
  let driver: UnsafeMutablePointer<AdbcDriver>

  private static let loaded: Mutex<EngineLibrary?> = Mutex(nil)

  /// The library of this process, found and loaded at the first call.
  ///
  /// - Throws: `engine.library-missing`, or `engine.library-broken`.
  public static func shared() throws -> EngineLibrary {
    try loaded.withLock { library in
      if let library { return library }
      let found = try EngineLibrary(LibrarySearch().find())
      library = found
      return found
    }
  }

  /// Loads a library.
  ///
  /// - Throws: `engine.library-broken` where it cannot be loaded or is no engine.
  public init(_ path: String) throws {
    self.path = path
    if let python = LibrarySearch.pythonLibrary(of: path) {
      // The wheel's library refers to the interpreter's symbols; no interpreter is started.
      guard dlopen(python, RTLD_NOW | RTLD_GLOBAL) != nil else {
        throw EngineLibrary.broken(path, EngineLibrary.loaderError())
      }
    }
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      throw EngineLibrary.broken(path, EngineLibrary.loaderError())
    }
    version = try EngineLibrary.version(of: library, path)
    driver = try EngineLibrary.driver(of: library, path)
  }

  /// A warning where the version is not the one that Ayni is tested with.
  public var warning: Diagnostic? {
    guard version != EngineLibrary.testedVersion else { return nil }
    return EngineDefinitions.libraryVersion.at(
      nil,
      [
        "path": .text(path), "version": .text(version),
        "tested": .text(EngineLibrary.testedVersion),
      ]
    )
  }

  private static func version(of library: UnsafeMutableRawPointer, _ path: String) throws -> String
  {
    typealias Version = @convention(c) () -> UnsafePointer<CChar>?
    guard let symbol = dlsym(library, "duckdb_library_version") else {
      throw broken(path, "duckdb_library_version")
    }
    let text = unsafeBitCast(symbol, to: Version.self)().map { String(cString: $0) } ?? ""
    return text.hasPrefix("v") ? String(text.dropFirst()) : text
  }

  private static func driver(
    of library: UnsafeMutableRawPointer,
    _ path: String
  ) throws -> UnsafeMutablePointer<AdbcDriver> {
    guard let symbol = dlsym(library, "duckdb_adbc_init"),
      let start = unsafeBitCast(symbol, to: AyniAdbcDriverInit?.self)
    else { throw broken(path, "duckdb_adbc_init") }
    let driver = UnsafeMutablePointer<AdbcDriver>.allocate(capacity: 1)
    driver.initialize(to: AdbcDriver())
    var error = AdbcError()
    guard start(AYNI_ADBC_VERSION_1_1_0, driver, &error) == 0 else {
      driver.deallocate()
      throw broken(path, "ADBC 1.1")
    }
    return driver
  }

  private static func broken(_ path: String, _ cause: String) -> Diagnostic {
    EngineDefinitions.libraryBroken.at(nil, ["path": .text(path)], cause: cause)
  }

  private static func loaderError() -> String {
    dlerror().map { String(cString: $0) } ?? "dlopen"
  }
}

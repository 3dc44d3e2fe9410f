// SPDX-License-Identifier: Apache-2.0

internal import CADBC
public import Diagnostics
internal import Glibc
internal import Synchronization

/// The shared library of an engine or of its driver, loaded once and kept for the life of the process.
///
/// `@unchecked Sendable`: the table of functions is filled in before the object exists and only
/// read afterwards; the functions themselves may be called from any thread.
public final class EngineLibrary: @unchecked Sendable {
  /// The version that Ayni is tested with.
  public static let testedVersion: String = "1.5.5"

  /// Where the library lies.
  public let path: String
  /// What the library says its version is, such as `1.5.5`; empty where it does not say.
  public let version: String
  let driver: UnsafeMutablePointer<AdbcDriver>

  private static let loaded: Mutex<[EngineDriver: EngineLibrary]> = Mutex([:])

  /// The library of the embedded engine in this process, found and loaded at the first call.
  ///
  /// - Throws: `engine.library-missing`, or `engine.library-broken`.
  public static func shared() throws -> EngineLibrary { try shared(.duckDB) }

  static func shared(_ driver: EngineDriver) throws -> EngineLibrary {
    try loaded.withLock { libraries in
      if let library = libraries[driver] { return library }
      let found = try EngineLibrary(LibrarySearch(driver).find(), driver)
      libraries[driver] = found
      return found
    }
  }

  /// Loads a library of the embedded engine.
  ///
  /// - Throws: `engine.library-broken` where it cannot be loaded or is no engine.
  public convenience init(_ path: String) throws { try self.init(path, .duckDB) }

  init(_ path: String, _ kind: EngineDriver) throws {
    self.path = path
    if let python = LibrarySearch.pythonLibrary(of: path) {
      // The wheel's library refers to the interpreter's symbols; no interpreter is started.
      guard dlopen(python, RTLD_LAZY | RTLD_GLOBAL) != nil else {
        throw EngineLibrary.broken(path, EngineLibrary.loaderError())
      }
    }
    // Ten thousand functions are looked up as they are called: few of them ever are.
    guard let library = dlopen(path, RTLD_LAZY | RTLD_LOCAL) else {
      throw EngineLibrary.broken(path, EngineLibrary.loaderError())
    }
    version =
      try kind.versionFunction.map { try EngineLibrary.version($0, of: library, path) } ?? ""
    driver = try EngineLibrary.driver(kind.entry, of: library, path)
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

  private static func version(
    _ name: String,
    of library: UnsafeMutableRawPointer,
    _ path: String
  ) throws -> String {
    typealias Version = @convention(c) () -> UnsafePointer<CChar>?
    guard let symbol = dlsym(library, name) else {
      throw broken(path, name)
    }
    let text = unsafeBitCast(symbol, to: Version.self)().map { String(cString: $0) } ?? ""
    return text.hasPrefix("v") ? String(text.dropFirst()) : text
  }

  private static func driver(
    _ entry: String,
    of library: UnsafeMutableRawPointer,
    _ path: String
  ) throws -> UnsafeMutablePointer<AdbcDriver> {
    guard let symbol = dlsym(library, entry),
      let start = unsafeBitCast(symbol, to: AyniAdbcDriverInit?.self)
    else { throw broken(path, entry) }
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

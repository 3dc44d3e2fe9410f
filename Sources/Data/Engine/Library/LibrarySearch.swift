// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Glibc

/// Where the library of an engine's driver is looked for.
///
/// A library that the driver's variable names is taken and no other. Else, from the folder of the
/// executable and from the working folder upwards: the driver's folder, then the same under `.tools/`.
struct LibrarySearch {
  let driver: EngineDriver
  /// The path that the environment names, if any.
  let named: String?
  /// The folders from which to search upwards.
  let starts: [String]

  /// Searches as the running process does.
  init(_ driver: EngineDriver = .duckDB) {
    self.init(
      driver,
      named: getenv(driver.variable).map { String(cString: $0) },
      starts: [LibrarySearch.executableFolder, LibrarySearch.workingFolder].compactMap(\.self)
    )
  }

  init(_ driver: EngineDriver = .duckDB, named: String?, starts: [String]) {
    self.driver = driver
    self.named = named
    self.starts = starts
  }

  /// The path of the library.
  ///
  /// - Throws: `engine.library-missing`, `engine.driver-missing`.
  func find() throws -> String {
    if let named, !named.isEmpty {
      guard access(named, R_OK) == 0 else { throw missing(named) }
      return named
    }
    for start in starts {
      for folder in LibrarySearch.upwards(from: start) {
        for place in [driver.folder, ".tools/" + driver.folder] {
          if let library = driver.library(in: folder + "/" + place) { return library }
        }
      }
    }
    throw missing(starts.joined(separator: ", "))
  }

  private func missing(_ where: String) -> Diagnostic {
    driver.missing.at(nil, ["places": .text(`where`), "variable": .text(driver.variable)])
  }

  /// The interpreter's library that a wheel's library needs: `libpython3.11.so.1.0` for
  /// `cpython-311`; `nil` for an official library.
  static func pythonLibrary(of path: String) -> String? {
    guard let name = path.split(separator: "/").last, name.hasPrefix("_duckdb.cpython-3") else {
      return nil
    }
    let minor = name.dropFirst("_duckdb.cpython-3".count).prefix { $0.isNumber }
    return minor.isEmpty ? nil : "libpython3.\(minor).so.1.0"
  }

  /// A folder and those above it, the nearest first.
  static func upwards(from folder: String) -> [String] {
    var parts = folder.split(separator: "/")
    var folders: [String] = []
    while true {
      folders.append("/" + parts.joined(separator: "/"))
      if parts.popLast() == nil { return folders }
    }
  }

  static func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
      )
    }
    return names.sorted()
  }

  private static var executableFolder: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return "/" + String(cString: path).split(separator: "/").dropLast().joined(separator: "/")
  }

  private static var workingFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}

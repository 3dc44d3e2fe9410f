// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Glibc

extension EngineLibrary {
  /// The file of an extension, beside the library in the folder of its wheel.
  ///
  /// - Throws: `engine.extension-missing`.
  func path(ofExtension name: String) throws -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let places = [
      "duckdb_extension_\(name)/extensions/v\(version)/\(name).duckdb_extension",
      "\(name).duckdb_extension",
    ]
    for place in places where access(folder + "/" + place, R_OK) == 0 {
      return folder + "/" + place
    }
    throw EngineDefinitions.extensionMissing.at(nil, ["extension": .text(name)])
  }
}

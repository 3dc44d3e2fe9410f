// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A library that speaks ADBC for an engine: what it is called, and where it is looked for.
enum EngineDriver: Hashable, Sendable {
  /// The embedded engine, which is its own driver.
  case duckDB
  /// The driver for Spark Connect.
  case spark

  /// The variable of the environment that names the library.
  var variable: String {
    switch self {
    case .duckDB: "AYNI_ENGINE_LIBRARY"
    case .spark: "AYNI_SPARK_LIBRARY"
    }
  }

  /// The folder in which it is looked for.
  var folder: String {
    switch self {
    case .duckDB: "engine"
    case .spark: "spark"
    }
  }

  /// The function that fills in the table of functions.
  var entry: String {
    switch self {
    case .duckDB: "duckdb_adbc_init"
    case .spark: "AdbcDriverSparkInit"
    }
  }

  /// The function that says the library's version, if there is one.
  var versionFunction: String? {
    switch self {
    case .duckDB: "duckdb_library_version"
    case .spark: nil
    }
  }

  /// What is told where it is not installed.
  var missing: DiagnosticDefinition {
    switch self {
    case .duckDB: EngineDefinitions.libraryMissing
    case .spark: EngineDefinitions.driverMissing
    }
  }

  /// The library in a folder: an official one before that of a Python wheel.
  func library(in folder: String) -> String? {
    switch self {
    case .duckDB:
      let names = LibrarySearch.files(in: folder)
      if names.contains("libduckdb.so") { return folder + "/libduckdb.so" }
      return names.first { $0.hasPrefix("_duckdb.cpython-") && $0.hasSuffix(".so") }
        .map { folder + "/" + $0 }
    case .spark:
      let name = "libadbc_driver_spark.so"
      return [folder, folder + "/adbc_driver_spark"]
        .first { LibrarySearch.files(in: $0).contains(name) }.map { $0 + "/" + name }
    }
  }
}

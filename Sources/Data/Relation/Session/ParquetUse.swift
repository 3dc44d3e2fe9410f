// SPDX-License-Identifier: Apache-2.0

/// What a Parquet file is for: how much work goes into making it small.
public enum ParquetUse: Sendable, Hashable {
  /// It is published, and small.
  case release
  /// It is kept for the next run, and written fast: texts that hardly repeat get no dictionary.
  case storedResult

  /// How DuckDB's writer is told.
  var options: String {
    switch self {
    case .release: "COMPRESSION zstd"
    case .storedResult: "COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 3000, PARQUET_VERSION v2"
    }
  }
}

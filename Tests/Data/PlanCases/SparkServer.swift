// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// A Spark of the one who tests: `Scripts/spark-server start`, then `AYNI_TEST_SPARK=1 swift test`.
///
/// The variable may name another address, `sc://host:port`. Without it the tests on Spark are skipped.
public enum SparkServer {
  /// Where Spark Connect listens; `nil` where nobody asked for Spark.
  public static var address: String? {
    switch ProcessInfo.processInfo.environment["AYNI_TEST_SPARK"] {
    case nil, ""?, "0"?: nil
    case "1"?: "sc://localhost:15002"
    case let address?: address
    }
  }

  /// Gives a test a staging folder of its own, removed afterwards.
  public static func withStaging<Result>(
    _ body: (String) async throws -> Result
  ) async throws -> Result {
    let folder = "/tmp/ayni-staging-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
  }
}

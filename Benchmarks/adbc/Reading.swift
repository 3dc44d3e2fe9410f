// SPDX-License-Identifier: Apache-2.0

import Columns
import Engine
import Relation

/// Reads a Parquet file into Swift through the engine, batch by batch: `adbc FILE`.
///
/// Prints rows, seconds, batches and a sum over all whole numbers, which shows that the rows arrived.
@main
enum Reading {
  static func main() async throws {
    let path = CommandLine.arguments[1]
    let folder = "/" + path.split(separator: "/").dropLast().joined(separator: "/")
    let session = try await DuckDBSession(SessionConfiguration(allowedFolders: [folder]))
    let clock = ContinuousClock()
    let start = clock.now
    let file = Source.parquet([path])
    let plan = Plan.scan(file, schema: try await session.schema(of: file))
    var (rows, batches, sum) = (0, 0, Int64(0))
    for try await batch in try await session.rows(of: plan) {
      rows += batch.rowCount
      batches += 1
      sum &+= try batch.columns[0].withInt64s { values, _ in values.reduce(0, &+) }
    }
    let elapsed = (clock.now - start) / .seconds(1)
    print("\(rows)\t\(elapsed)\t\(batches)\t\(sum)")
  }
}

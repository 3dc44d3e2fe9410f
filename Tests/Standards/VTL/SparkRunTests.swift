// SPDX-License-Identifier: Apache-2.0

import Engine
import PlanCases
import Relation
import Testing

@testable import VTL

/// The whole corpus on a real Spark, whose results must be those of the embedded engine.
@Suite(.enabled(if: SparkServer.address != nil, "needs AYNI_TEST_SPARK"), .serialized)
struct SparkRunTests {
  /// What Spark has no function for; it is told before a run.
  private static let refused = ["distances-count-characters"]

  @Test func `scripts give the data points that were worked out by hand`() async throws {
    let address = try #require(SparkServer.address)
    try await SparkServer.withStaging { folder in
      let session = try await SparkSession(address, staging: folder)
      for name in GoldenCase.names {
        let golden = try GoldenCase(name)
        let lacking = try golden.plan().steps.flatMap { session.dialect.unsupported(in: $0.plan) }
        #expect(lacking.isEmpty == !Self.refused.contains(name), "\(name): \(lacking)")
        guard lacking.isEmpty else { continue }
        do {
          #expect(try await golden.difference(on: session) == nil, "\(name)")
        } catch {
          Issue.record("\(name): \(error)")
        }
      }
    }
  }

  @Test(.enabled(if: ManualLibrary.isPresent, "needs AYNI_VTL_MANUAL"))
  func `examples give on Spark what they give on the embedded engine`() async throws {
    let address = try #require(SparkServer.address)
    try await SparkServer.withStaging { folder in
      let spark = ManualRun(session: try await SparkSession(address, staging: folder))
      var (right, refused) = (0, 0)
      for example in ManualLibrary.examples() {
        let embedded = ManualRun(session: try await DuckDBSession())
        let outcomes = (await embedded.outcome(of: example), await spark.outcome(of: example))
        switch outcomes {
        case (.right, .right): right += 1
        case (.right, .refused): refused += 1
        case (.right, .wrong(let what)): Issue.record("\(example.path): \(what)")
        default: break
        }
      }
      #expect(right >= 178)
      #expect(refused <= 3)
    }
  }
}

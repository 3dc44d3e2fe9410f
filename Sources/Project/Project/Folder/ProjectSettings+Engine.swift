// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

extension ProjectSettings {
  /// How much the engine may use.
  public struct EngineSettings: Sendable, Hashable {
    /// Memory in bytes; `nil` for half of what the machine has free.
    public let memory: Int?
    /// Threads; `nil` for all cores.
    public let threads: Int?

    /// How many threads the engine can be told to take.
    public static let possibleThreads: ClosedRange<Int> = 1...1_024

    /// The bytes of an amount such as `2GB` or `500 MiB`.
    ///
    /// - Parameter text: the amount.
    /// - Returns: bytes; `nil` where the text is no amount of memory.
    public static func bytes(_ text: String) -> Int? {
      let units = [("GB", 1_000_000_000), ("MB", 1_000_000), ("GiB", 1 << 30), ("MiB", 1 << 20)]
      guard let (unit, size) = units.first(where: { text.hasSuffix($0.0) }),
        let number = Int(text.dropLast(unit.count).filter { $0 != " " }), number > 0
      else { return nil }
      let (bytes, overflow) = number.multipliedReportingOverflow(by: size)
      return overflow ? nil : bytes
    }
  }
}

extension ProjectSettings.EngineSettings {
  /// Reads the settings; what the engine would refuse in a run is told before it.
  init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    let amount = table.optionalString("memory")
    memory = amount.flatMap(Self.bytes)
    if let amount, memory == nil {
      collector.report(
        ProjectDefinitions.badMemory.at(table.location(of: "memory"), ["value": .text(amount)])
      )
    }
    let count = table.optionalInteger("threads")
    threads = count.flatMap { Self.possibleThreads.contains($0) ? $0 : nil }
    if let count, threads == nil {
      collector.report(
        ProjectDefinitions.badThreads.at(table.location(of: "threads"), ["value": .count(count)])
      )
    }
  }
}

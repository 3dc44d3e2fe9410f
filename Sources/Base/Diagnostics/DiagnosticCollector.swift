// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Gathers problems so that a person reads all of them at once, not the first only.
///
/// Problems that differ only in their row are counted into one, with the first row; so ten million
/// bad rows take the memory of one. Where kinds of problems go past ``limit``, further kinds are
/// counted but not kept.
public final class DiagnosticCollector: Sendable {
  /// How many different problems are kept.
  public let limit: Int
  private let state: Mutex<State> = Mutex(State())

  private struct State {
    var order: [Diagnostic] = []
    var index: [Diagnostic: Int] = [:]
    var occurrences: [Diagnostic.Occurrences?] = []
    var dropped = 0
    var heaviest: Severity?
  }

  /// Makes an empty collector.
  ///
  /// - Parameter limit: how many different problems are kept, 1,000 by default: more than a person
  ///   reads, few enough to hold.
  public init(limit: Int = 1_000) { self.limit = limit }

  /// Takes a problem that concerns a setting or a file as a whole.
  public func report(_ diagnostic: Diagnostic) { add(diagnostic, row: nil, count: 0) }

  /// Takes a problem of one row; equal problems of other rows are counted together.
  public func report(_ diagnostic: Diagnostic, row: Location) {
    add(diagnostic, row: row, count: 1)
  }

  /// Takes a problem of several rows at once.
  public func report(_ diagnostic: Diagnostic, rows count: Int, first: Location) {
    add(diagnostic, row: first, count: count)
  }

  /// Takes several problems.
  public func report(contentsOf diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { report(diagnostic) }
  }

  /// Takes all that another collector gathered, with its counts over rows.
  public func report(all other: DiagnosticCollector) {
    let (order, occurrences) = other.state.withLock { ($0.order, $0.occurrences) }
    for (diagnostic, occurrences) in zip(order, occurrences) {
      add(diagnostic, row: occurrences?.first, count: occurrences?.count ?? 0)
    }
    state.withLock { $0.dropped += other.dropped }
  }

  private func add(_ diagnostic: Diagnostic, row: Location?, count: Int) {
    state.withLock { state in
      state.heaviest = max(state.heaviest ?? .note, diagnostic.severity)
      let added = row.map { Diagnostic.Occurrences(count: count, first: $0) }
      if let position = state.index[diagnostic] {
        state.occurrences[position] = merge(state.occurrences[position], added)
      } else if state.order.count < limit {
        state.index[diagnostic] = state.order.count
        state.order.append(diagnostic)
        state.occurrences.append(added)
      } else {
        state.dropped += 1
      }
    }
  }

  private func merge(
    _ old: Diagnostic.Occurrences?,
    _ new: Diagnostic.Occurrences?
  ) -> Diagnostic.Occurrences? {
    guard let old else { return new }
    guard let new else { return old }
    return .init(count: old.count + new.count, first: min(old.first, new.first))
  }

  /// What was gathered, in the order of first report, with counts over rows.
  public var diagnostics: [Diagnostic] {
    state.withLock { state in
      zip(state.order, state.occurrences).map { diagnostic, occurrences in
        occurrences.map { diagnostic.occurring($0.count, first: $0.first) } ?? diagnostic
      }
    }
  }

  /// How many reports went past the limit and were only counted.
  public var dropped: Int { state.withLock { $0.dropped } }

  /// Whether an error was among them.
  public var hasErrors: Bool { state.withLock { $0.heaviest == .error } }

  /// Throws what was gathered if an error is among it.
  ///
  /// - Throws: ``DiagnosticFailure`` with everything gathered so far.
  public func throwIfErrors() throws(DiagnosticFailure) {
    if hasErrors { throw DiagnosticFailure(diagnostics) }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Something that happens once, for which one other task waits; or that fails, and tells why.
///
/// Whoever holds a turn settles it on every path, so that nobody waits for ever.
final class Turn: Sendable {
  private enum State {
    case open(CheckedContinuation<Void, any Error>?)
    case settled(Result<Void, any Error>)
  }

  private let state: Mutex<State> = Mutex(.open(nil))

  /// Waits until it has happened.
  ///
  /// - Throws: why it failed.
  func wait() async throws {
    try await withCheckedThrowingContinuation { continuation in
      let result = state.withLock { state -> Result<Void, any Error>? in
        if case .settled(let result) = state { return result }
        state = .open(continuation)
        return nil
      }
      if let result { continuation.resume(with: result) }
    }
  }

  /// Says that it has happened, or that it failed.
  func settle(_ result: Result<Void, any Error>) {
    let waiting = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard case .open(let waiting) = state else { return nil }
      state = .settled(result)
      return waiting
    }
    waiting?.resume(with: result)
  }
}

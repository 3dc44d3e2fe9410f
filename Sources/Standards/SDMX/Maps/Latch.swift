// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// Something that happens once.
final class Latch: Sendable {
  private let isClosed = Atomic<Bool>(false)

  /// Closes it; tells whether it was open.
  func close() -> Bool { !isClosed.exchange(true, ordering: .relaxed) }
}

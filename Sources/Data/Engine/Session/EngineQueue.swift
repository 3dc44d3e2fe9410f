// SPDX-License-Identifier: Apache-2.0

internal import Dispatch

/// A thread's worth of work in order: the executor of an actor whose calls block.
///
/// The cooperative pool of tasks has as many threads as the machine has cores; a blocking call on it
/// would stop everyone else.
final class EngineQueue: SerialExecutor {
  private let queue: DispatchQueue

  init(_ label: String) { queue = DispatchQueue(label: label) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}

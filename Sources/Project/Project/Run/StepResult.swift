// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Structures

/// What became of one step in a run.
public struct StepResult: Sendable {
  /// The step.
  public let step: String
  /// Whether its result was computed now or stood ready.
  public let state: State
  /// The datasets it made.
  public let datasets: [Dataset]
  /// What was found while it ran; told again when its result stands ready.
  public let diagnostics: [Diagnostic]
  /// The file with rejected rows; `nil` where there are none.
  public let rejectedPath: String?
  /// What the result depends on.
  let key: ContentKey

  /// Whether a result was computed now.
  public enum State: Sendable, Hashable {
    /// Computed in this run.
    case computed
    /// Stored by an earlier run with the same inputs.
    case stored
  }
}

/// What a run would do with one step.
public struct PlannedStep: Sendable {
  /// The step.
  public let step: String
  /// Its kind.
  public let kind: String
  /// What the step would have to be computed for; empty where its result stands ready.
  public let reasons: [String]

  /// Whether the stored result will be used.
  public var isReady: Bool { reasons.isEmpty }
}

// SPDX-License-Identifier: Apache-2.0

/// The stable, dotted name of a problem, such as `sdmx.unknown-code`.
///
/// A code never changes its meaning: scripts and translations hold on to it.
public struct DiagnosticCode: RawRepresentable, Hashable, Sendable, Comparable,
  CustomStringConvertible
{
  /// The name: a family, a dot, and words joined by hyphens.
  public let rawValue: String

  /// Takes a name as it is.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The part before the dot: the room that reports the problem.
  public var family: String { String(rawValue.prefix { $0 != "." }) }

  /// The name itself.
  public var description: String { rawValue }

  /// Orders codes by name, which keeps families together.
  public static func < (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// How much a diagnostic weighs.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Something worth knowing; nothing is wrong.
  case note
  /// Something that may be wrong; the work went on.
  case warning
  /// Something that is wrong; what depends on it did not happen.
  case error

  /// Orders by weight.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What the command answers to the shell.
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// Everything was done.
  case ok = 0
  /// The checks found problems in the data.
  case problemsInData = 1
  /// The command line or a project file is wrong.
  case usage = 2
  /// The machine lacks something: a library, room on the disk, a permission.
  case environment = 3
  /// An approval or an identity is missing.
  case notAuthorised = 4
  /// Confidentiality or a contract forbids it.
  case blocked = 5
  /// A part was done; running again goes on from there.
  case partial = 6
  /// A fault of Ayni's own.
  case ownFault = 70
  /// The user stopped it.
  case interrupted = 130
}

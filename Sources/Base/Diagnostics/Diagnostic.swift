// SPDX-License-Identifier: Apache-2.0

/// One problem, found once or many times, with its place and its remedy.
///
/// It can be thrown where the work cannot go on, or collected by a ``DiagnosticCollector`` where all
/// problems of a file should be told together. It holds names and places, never a record's content.
public struct Diagnostic: Error, Hashable, Sendable {
  /// What kind of problem this is.
  public let definition: DiagnosticDefinition
  /// Where the rule or setting stands that was broken.
  public let location: Location?
  /// What fills the places of the texts.
  public let arguments: [String: MessageArgument]
  /// The nearest valid name, where one is near.
  public let suggestion: String?
  /// What lies beneath, in the words of the library that said it.
  public let cause: String?
  /// How many rows have the problem, and the first of them.
  public private(set) var occurrences: Occurrences?

  /// Rows that share a problem.
  public struct Occurrences: Hashable, Sendable {
    /// How many rows.
    public var count: Int
    /// The first row in the order of the file.
    public var first: Location

    /// Counts rows from a first one.
    public init(count: Int, first: Location) {
      self.count = count
      self.first = first
    }
  }

  /// Makes a diagnostic of a kind.
  public init(
    _ definition: DiagnosticDefinition,
    location: Location? = nil,
    arguments: [String: MessageArgument] = [:],
    suggestion: String? = nil,
    cause: String? = nil,
    occurrences: Occurrences? = nil
  ) {
    self.definition = definition
    self.location = location
    self.arguments = arguments
    self.suggestion = suggestion
    self.cause = cause
    self.occurrences = occurrences
  }

  /// The stable name of the problem.
  public var code: DiagnosticCode { definition.code }
  /// How much it weighs.
  public var severity: Severity { definition.severity }

  /// The same problem at a place, where it has none of its own.
  public func placed(at place: Location) -> Diagnostic {
    Diagnostic(
      definition,
      location: location ?? place,
      arguments: arguments,
      suggestion: suggestion,
      cause: cause,
      occurrences: occurrences
    )
  }

  /// The same problem, counted over rows.
  public func occurring(_ count: Int, first: Location) -> Diagnostic {
    var copy = self
    copy.occurrences = Occurrences(count: count, first: first)
    return copy
  }

  /// The sentence in a language, without place or remedy.
  public func message(in catalogue: Catalogue) -> String {
    catalogue.text(definition.message, arguments)
  }

  /// The remedy in a language.
  public func remedy(in catalogue: Catalogue) -> String {
    catalogue.text(definition.remedy, arguments)
  }
}

/// Several problems that stop the work together; at least one of them is an error.
public struct DiagnosticFailure: Error, Sendable {
  /// The problems, in the order in which they should be read.
  public let diagnostics: [Diagnostic]

  /// Bundles problems.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// What any thrown error comes down to.
  ///
  /// An error that is not a diagnostic is a fault of Ayni's own and says so.
  public init(wrapping error: any Error) {
    switch error {
    case let failure as DiagnosticFailure: self = failure
    case let diagnostic as Diagnostic: self.init([diagnostic])
    case is CancellationError: self.init([DiagnosticsDefinitions.interrupted.at()])
    default: self.init([DiagnosticsDefinitions.ownFault.at(cause: String(describing: error))])
    }
  }

  /// What the shell is told: the answer of the heaviest problem, the first of those.
  public var exit: ExitCode { diagnostics.exit }
}

extension Sequence<Diagnostic> {
  /// What the shell is told: that of the first error; `ok` where there is none.
  public var exit: ExitCode {
    first { $0.severity == .error }?.definition.exit ?? .ok
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What is always true of a code: its weight, its sentence, its remedy, its explanation.
///
/// Every room declares its definitions beside the code that reports them; the command collects them
/// in a ``DiagnosticRegistry``, from which `ayni explain` answers and the page of all codes is made.
public struct DiagnosticDefinition: Sendable, Hashable {
  /// The stable name.
  public let code: DiagnosticCode
  /// How much it weighs.
  public let severity: Severity
  /// What the shell is told when this is the heaviest thing that happened.
  public let exit: ExitCode
  /// What is wrong, in the user's terms.
  public let message: Message
  /// What to do about it.
  public let remedy: Message
  /// Why it matters and how it comes about; a paragraph or two.
  public let explanation: Message

  /// Declares a code with all its texts.
  ///
  /// - Parameters:
  ///   - code: the dotted name.
  ///   - severity: how much it weighs; error by default.
  ///   - exit: the shell's answer; problems in the data by default.
  ///   - message: English and French sentence, with places in braces.
  ///   - remedy: English and French remedy, with the same places.
  ///   - explanation: English and French paragraph for `ayni explain`.
  public init(
    _ code: String,
    severity: Severity = .error,
    exit: ExitCode = .problemsInData,
    message: (en: String, fr: String),
    remedy: (en: String, fr: String),
    explanation: (en: String, fr: String)
  ) {
    self.code = DiagnosticCode(rawValue: code)
    self.severity = severity
    self.exit = exit
    self.message = Message(code + ".message", en: message.en, fr: message.fr)
    self.remedy = Message(code + ".remedy", en: remedy.en, fr: remedy.fr)
    self.explanation = Message(code + ".explanation", en: explanation.en, fr: explanation.fr)
  }

  /// A diagnostic of this kind at a place.
  ///
  /// - Parameters:
  ///   - location: the file, line and column; `nil` where there is none.
  ///   - arguments: what fills the places of the texts. Never the content of a record.
  ///   - suggestion: the nearest valid name.
  ///   - cause: what lies beneath, in the words of the library that said it.
  /// - Returns: the diagnostic, ready to be thrown or collected.
  public func at(
    _ location: Location? = nil,
    _ arguments: [String: MessageArgument] = [:],
    suggestion: String? = nil,
    cause: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      self,
      location: location,
      arguments: arguments,
      suggestion: suggestion,
      cause: cause
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// The problems of programs that Ayni calls, and of Markdown.
extension PlatformDefinitions {
  static let programs: [DiagnosticDefinition] = [
    programNotStarted, programTooSlow, programFailed, markdownTooLong,
  ]

  /// A program of the machine could not be started.
  public static let programNotStarted = DiagnosticDefinition(
    "platform.program-not-started",
    exit: .environment,
    message: (
      en: "{program} could not be started",
      fr: "{program} n'a pas pu être lancé"
    ),
    remedy: (
      en: "install it again; ayni doctor lists what Ayni can use",
      fr: "réinstallez-le ; ayni doctor liste ce qu'Ayni peut utiliser"
    ),
    explanation: (
      en: "Documents in Word and PDF are made by other programs, which Ayni calls without a shell.",
      fr:
        "Les documents Word et PDF sont faits par d'autres programmes, qu'Ayni appelle sans shell."
    )
  )

  /// A program of the machine took too long and was stopped.
  public static let programTooSlow = DiagnosticDefinition(
    "platform.program-too-slow",
    exit: .environment,
    message: (
      en: "{program} was stopped after {seconds} {seconds|second|seconds}",
      fr: "{program} a été arrêté après {seconds} {seconds|seconde|secondes}"
    ),
    remedy: (
      en: "try again when the machine has less to do, or leave that format out",
      fr: "réessayez quand la machine est moins chargée, ou omettez ce format"
    ),
    explanation: (
      en:
        "A program that hangs would keep Ayni waiting: each has a time limit, and is then stopped.",
      fr:
        "Un programme bloqué ferait attendre Ayni : chacun a une limite de temps, puis est arrêté."
    )
  )

  /// A program of the machine ended with a failure.
  public static let programFailed = DiagnosticDefinition(
    "platform.program-failed",
    exit: .environment,
    message: (
      en: "{program} failed",
      fr: "{program} a échoué"
    ),
    remedy: (
      en: "read what it said, or leave that format out",
      fr: "lisez ce qu'il a dit, ou omettez ce format"
    ),
    explanation: (
      en: "Documents in Word and PDF are made by other programs; this one gave up.",
      fr: "Les documents Word et PDF sont faits par d'autres programmes ; celui-ci a renoncé."
    )
  )

  /// A text is larger than a narrative can sensibly be.
  public static let markdownTooLong = DiagnosticDefinition(
    "platform.markdown-too-long",
    exit: .usage,
    message: (
      en: "{file} is longer than {limit} bytes",
      fr: "{file} dépasse {limit} octets"
    ),
    remedy: (
      en: "write less, or in several reports",
      fr: "écrivez moins, ou en plusieurs rapports"
    ),
    explanation: (
      en: "A narrative is held in memory while it is read, so its length is limited.",
      fr: "Un texte est gardé en mémoire pendant sa lecture ; sa longueur est donc limitée."
    )
  )
}

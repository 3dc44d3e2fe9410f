// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong with what a project lets the engine use.
extension ProjectDefinitions {
  static let engine: [DiagnosticDefinition] = [badMemory, badThreads]

  /// The memory of the engine is no amount.
  public static let badMemory: DiagnosticDefinition = DiagnosticDefinition(
    "project.bad-memory",
    exit: .usage,
    message: (
      en: "{value} is no amount of memory",
      fr: "{value} n'est pas une quantité de mémoire"
    ),
    remedy: (
      en: "write memory = \"2GB\" or memory = \"500MB\", or leave memory out",
      fr: "écrivez memory = \"2GB\" ou memory = \"500MB\", ou omettez memory"
    ),
    explanation: (
      en: """
      An amount is a whole number and one of MB, GB, MiB and GiB. Without memory the engine takes half \
      of what the machine has free.
      """,
      fr: """
      Une quantité est un nombre entier suivi de MB, GB, MiB ou GiB. Sans memory, le moteur prend la \
      moitié de ce que la machine a de libre.
      """
    )
  )

  /// The threads of the engine are no number that it can take.
  public static let badThreads: DiagnosticDefinition = DiagnosticDefinition(
    "project.bad-threads",
    exit: .usage,
    message: (
      en: "the engine cannot compute with {value} threads",
      fr: "le moteur ne peut pas calculer avec {value} fils d'exécution"
    ),
    remedy: (
      en: "write threads = with a whole number from 1 to 1024, or leave threads out",
      fr: "écrivez threads = avec un nombre entier de 1 à 1024, ou omettez threads"
    ),
    explanation: (
      en: "Without threads the engine takes one thread a core.",
      fr: "Sans threads, le moteur prend un fil par cœur."
    )
  )
}

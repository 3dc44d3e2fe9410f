// SPDX-License-Identifier: Apache-2.0

/// The problems that any room may meet.
public enum DiagnosticsDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] = [ownFault, interrupted]

  /// Something that Ayni did not expect of itself.
  public static let ownFault = DiagnosticDefinition(
    "ayni.own-fault",
    exit: .ownFault,
    message: (
      en: "Ayni met a fault of its own",
      fr: "Ayni a rencontré une erreur interne"
    ),
    remedy: (
      en:
        "report it with the words after \u{201C}cause\u{201D}; your data and releases are untouched",
      fr:
        "signalez-la avec les mots qui suivent « cause » ; vos données et publications sont intactes"
    ),
    explanation: (
      en: """
      This is not your mistake. A part of Ayni returned an error that it has no name for. \
      Nothing was published, and the last release is whole.
      """,
      fr: """
      Ce n'est pas votre faute. Une partie d'Ayni a renvoyé une erreur qu'elle ne sait pas nommer. \
      Rien n'a été publié, et la dernière publication est entière.
      """
    )
  )

  /// The user stopped the work.
  public static let interrupted = DiagnosticDefinition(
    "ayni.interrupted",
    exit: .interrupted,
    message: (en: "stopped at your request", fr: "arrêté à votre demande"),
    remedy: (
      en: "run the same command again: it goes on from what is finished",
      fr: "relancez la même commande : elle reprend après ce qui est terminé"
    ),
    explanation: (
      en: "The work was interrupted. Steps that had finished are kept and are not computed again.",
      fr: "Le travail a été interrompu. Les étapes terminées sont gardées et ne sont pas refaites."
    )
  )
}

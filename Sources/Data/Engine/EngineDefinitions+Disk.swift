// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// Problems of the disk that the engine writes to.
extension EngineDefinitions {
  static let disk: [DiagnosticDefinition] = [diskFull]

  /// The disk has no room for what the engine writes.
  public static let diskFull = DiagnosticDefinition(
    "engine.disk-full",
    exit: .environment,
    message: (
      en: "the disk is full: the database engine could not write all that it had to",
      fr: "le disque est plein : le moteur de base de données n'a pas pu tout écrire"
    ),
    remedy: (
      en: "free some room, or move the project to a larger disk, and run again",
      fr: "libérez de la place ou déplacez le projet sur un disque plus grand, puis relancez"
    ),
    explanation: (
      en: """
      Results go to the disk, and so does what does not fit into memory while they are computed. Nothing \
      that was there before is lost, and a result that is not whole is not kept.
      """,
      fr: """
      Les résultats vont sur le disque, de même que ce qui ne tient pas en mémoire pendant le calcul. \
      Rien de ce qui existait n'est perdu, et un résultat incomplet n'est pas gardé.
      """
    )
  )
}

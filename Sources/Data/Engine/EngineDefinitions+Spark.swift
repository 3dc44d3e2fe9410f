// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Problems of the distributed engine.
extension EngineDefinitions {
  static let spark: [DiagnosticDefinition] = [driverMissing, unreachable, noStaging]

  /// The driver for Spark Connect is not installed.
  static let driverMissing = DiagnosticDefinition(
    "engine.driver-missing",
    exit: .environment,
    message: (
      en: "the driver for Spark is not installed (looked above {places})",
      fr: "le pilote de Spark n'est pas installé (cherché au-dessus de {places})"
    ),
    remedy: (
      en: "run `Scripts/setup spark`, or let {variable} name a libadbc_driver_spark.so",
      fr: "lancez `Scripts/setup spark`, ou indiquez un libadbc_driver_spark.so dans {variable}"
    ),
    explanation: (
      en: """
      Ayni speaks to a Spark cluster through a driver of its own, which `Scripts/setup spark` puts \
      under .tools/spark. An installed program finds it in the folder spark beside the program.
      """,
      fr: """
      Ayni parle à une grappe Spark par un pilote à part, que `Scripts/setup spark` place sous \
      .tools/spark. Un programme installé le trouve dans le dossier spark à côté de lui.
      """
    )
  )

  /// No server of Spark Connect answers.
  static let unreachable = DiagnosticDefinition(
    "engine.unreachable",
    exit: .environment,
    message: (
      en: "no Spark answers at {address}", fr: "aucun Spark ne répond à {address}"
    ),
    remedy: (
      en: "start the server of Spark Connect, or correct the address sc://HOST:PORT",
      fr: "démarrez le serveur Spark Connect, ou corrigez l'adresse sc://HÔTE:PORT"
    ),
    explanation: (
      en: """
      The distributed engine is a running server of Spark Connect, version 4; \
      `Scripts/spark-server` starts one on this machine.
      """,
      fr: """
      Le moteur réparti est un serveur Spark Connect en marche, version 4 ; \
      `Scripts/spark-server` en démarre un sur cette machine.
      """
    )
  )

  /// Spark was named without the folder through which data reach it.
  static let noStaging = DiagnosticDefinition(
    "engine.no-staging",
    exit: .usage,
    message: (
      en: "Spark needs a folder through which data reach it",
      fr: "Spark demande un dossier par lequel les données lui parviennent"
    ),
    remedy: (
      en: "name it with --staging, as an absolute path that this machine and the cluster both see",
      fr: "nommez-le par --staging, chemin absolu que cette machine et la grappe voient"
    ),
    explanation: (
      en: """
      The driver takes in no data: they are staged as Parquet in a shared folder, read there by \
      Spark, and its results are fetched from there.
      """,
      fr: """
      Le pilote n'accepte pas de données : elles passent en Parquet par un dossier partagé, où \
      Spark les lit et laisse ses résultats.
      """
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong with candidates and releases.
extension ProjectDefinitions {
  static let releases: [DiagnosticDefinition] = [
    gateClosed, noCandidate, noRelease, unknownRelease, damagedRelease, damagedCandidate,
    releaseDiffers, unknownObservation,
  ]

  /// A gate that does not let the candidate through.
  public static let gateClosed: DiagnosticDefinition = DiagnosticDefinition(
    "project.gate-closed",
    message: (
      en: """
      the candidate may not be published: the gate “{gate}” refuses it for {reasons} \
      {reasons|reason|reasons} ({codes})
      """,
      fr: """
      le candidat ne peut pas être publié : le contrôle « {gate} » le refuse pour {reasons} \
      {reasons|raison|raisons} ({codes})
      """
    ),
    remedy: (
      en: "look at what is listed above: {remedy}",
      fr: "voyez ce qui est listé ci-dessus : {remedy}"
    ),
    explanation: (
      en: """
      Gates look at a candidate before it becomes a release, and fail closed. The last \
      release stays as it is.
      """,
      fr: """
      Des contrôles examinent le candidat avant qu'il devienne une publication, et se \
      ferment en cas de doute. La dernière publication reste telle quelle.
      """
    )
  )

  /// Publishing without a run.
  public static let noCandidate: DiagnosticDefinition = DiagnosticDefinition(
    "project.no-candidate",
    exit: .usage,
    message: (
      en: "there is no candidate to publish",
      fr: "il n'y a pas de candidat à publier"
    ),
    remedy: (
      en: "make one with ayni run",
      fr: "faites-en un avec ayni run"
    ),
    explanation: (
      en: "A run makes a candidate; publishing promotes it.",
      fr: "Une exécution fait un candidat ; la publication le promeut."
    )
  )

  /// A question about releases before the first.
  public static let noRelease: DiagnosticDefinition = DiagnosticDefinition(
    "project.no-release",
    exit: .usage,
    message: (
      en: "there is no release yet",
      fr: "il n'y a pas encore de publication"
    ),
    remedy: (
      en: "make one with ayni run and ayni publish",
      fr: "faites-en une avec ayni run puis ayni publish"
    ),
    explanation: (
      en: "Releases lie in the folder releases of the project.",
      fr: "Les publications sont dans le dossier releases du projet."
    )
  )

  /// A release that does not exist.
  public static let unknownRelease: DiagnosticDefinition = DiagnosticDefinition(
    "project.unknown-release",
    exit: .usage,
    message: (
      en: "there is no release {release}",
      fr: "il n'y a pas de publication {release}"
    ),
    remedy: (
      en: "name one of: {releases}",
      fr: "nommez l'une de : {releases}"
    ),
    explanation: (
      en: "A release is named by the beginning of its digest.",
      fr: "Une publication se nomme par le début de son empreinte."
    )
  )

  /// A file of a release that changed after publication.
  public static let damagedRelease: DiagnosticDefinition = DiagnosticDefinition(
    "project.damaged-release",
    message: (
      en: "release {release} is damaged: {file} does not have the digest that was recorded",
      fr: "la publication {release} est endommagée : {file} n'a pas l'empreinte enregistrée"
    ),
    remedy: (
      en: """
      restore releases/{release} from a backup; or move this folder out of the project, run again with \
      the same data and the same Ayni, and publish
      """,
      fr: """
      restaurez releases/{release} depuis une sauvegarde ; ou sortez ce dossier du projet, relancez avec \
      les mêmes données et le même Ayni, puis publiez
      """
    ),
    explanation: (
      en: """
      Every file of a release is recorded with its SHA-256 digest, so that a change after \
      publication shows. Ayni neither changes nor replaces what was published.
      """,
      fr: """
      Chaque fichier d'une publication est enregistré avec son empreinte SHA-256 ; une \
      modification après coup se voit. Ayni ne modifie ni ne remplace ce qui a été publié.
      """
    )
  )

  /// A release with the same identifier and other files.
  public static let releaseDiffers: DiagnosticDefinition = DiagnosticDefinition(
    "project.release-differs",
    exit: .ownFault,
    message: (
      en: "release {release} is there already, with other files",
      fr: "la publication {release} existe déjà, avec d'autres fichiers"
    ),
    remedy: (
      en: """
      keep the release that is there; if it was made by an unfinished Ayni, move its \
      folder away and run again
      """,
      fr: """
      gardez la publication existante ; si elle vient d'un Ayni inachevé, déplacez son \
      dossier et relancez
      """
    ),
    explanation: (
      en: """
      The same data, structures and program give the same identifier and the same bytes. \
      Where the bytes differ, one of the two was made by another build, and a release is \
      never written over.
      """,
      fr: """
      Les mêmes données, structures et programme donnent le même identifiant et les mêmes \
      octets. Si les octets diffèrent, l'une des deux vient d'une autre version, et une \
      publication n'est jamais remplacée.
      """
    )
  )

  /// An observation that is not in the dataset.
  public static let unknownObservation: DiagnosticDefinition = DiagnosticDefinition(
    "project.unknown-observation",
    exit: .usage,
    message: (
      en: "dataset {dataset} has no observation {key}",
      fr: "le jeu de données {dataset} n'a pas d'observation {key}"
    ),
    remedy: (
      en:
        "correct the codes, each written as NAME=CODE; ayni explain {dataset} shows all observations",
      fr: """
      corrigez les codes, chacun sous la forme NOM=CODE ; ayni explain {dataset} montre toutes les \
      observations
      """
    ),
    explanation: (
      en: "An observation is named by the values of its dimensions.",
      fr: "Une observation se nomme par les valeurs de ses dimensions."
    )
  )

  /// A candidate is not as the run left it.
  static let damagedCandidate: DiagnosticDefinition = DiagnosticDefinition(
    "project.damaged-candidate",
    message: (
      en: "the candidate is damaged: {file} is not as the run left it",
      fr: "le candidat est endommagé : {file} n'est pas tel que l'exécution l'a laissé"
    ),
    remedy: (
      en: "run again, which makes the candidate anew, and publish that",
      fr: "relancez, ce qui refait le candidat, puis publiez-le"
    ),
    explanation: (
      en: """
      A release is what was looked at and approved. A candidate that changed since, by hand or on the \
      disk, is not published.
      """,
      fr: """
      Une publication est ce qui a été regardé et approuvé. Un candidat qui a changé depuis, à la main \
      ou sur le disque, n'est pas publié.
      """
    )
  )
}

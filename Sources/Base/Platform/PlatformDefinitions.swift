// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// The problems of files, XML and settings.
public enum PlatformDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] =
    files + xml + toml + json + http + programs

  static let files: [DiagnosticDefinition] = [
    diskFull, readOnly, notFound, permission, alreadyExists, tooManyOpenFiles, inputOutput, locked,
    pathLeavesProject, digestUnavailable, notRegularFile, notUTF8,
  ]

  /// The disk has no room left.
  public static let diskFull = DiagnosticDefinition(
    "platform.disk-full",
    exit: .environment,
    message: (
      en: "no room left on the disk for {path}",
      fr: "plus de place sur le disque pour {path}"
    ),
    remedy: (
      en: "free some room, or move the project to a larger disk, and run again",
      fr: "libérez de la place ou déplacez le projet sur un disque plus grand, puis relancez"
    ),
    explanation: (
      en: "The disk or the quota is full. What was there before is whole: nothing was replaced.",
      fr: "Le disque ou le quota est plein. Ce qui existait est intact : rien n'a été remplacé."
    )
  )

  /// The file system takes no writes.
  public static let readOnly = DiagnosticDefinition(
    "platform.read-only",
    exit: .environment,
    message: (
      en: "{path} is on a disk that cannot be written to",
      fr: "{path} est sur un disque en lecture seule"
    ),
    remedy: (
      en: "copy the project to a disk that can be written to",
      fr: "copiez le projet sur un disque accessible en écriture"
    ),
    explanation: (
      en: "The file system is mounted for reading only, as a CD or a protected stick is.",
      fr: "Le système de fichiers est monté en lecture seule, comme un CD ou une clé protégée."
    )
  )

  /// A file is to be read or written where something else than a file stands.
  public static let notRegularFile = DiagnosticDefinition(
    "platform.not-regular-file",
    exit: .usage,
    message: (
      en: "{path} is a folder, a pipe or a device, and no file",
      fr: "{path} est un dossier, un tube ou un périphérique, et non un fichier"
    ),
    remedy: (en: "give the name of a file", fr: "donnez le nom d'un fichier"),
    explanation: (
      en: """
      A file is written beside its place and moved there whole; a device would be gone. Reading a pipe \
      would wait for somebody who writes into it.
      """,
      fr: """
      Un fichier est écrit à côté de sa place puis déplacé : un périphérique disparaîtrait. Lire un tube \
      ferait attendre quelqu'un qui y écrive.
      """
    )
  )

  /// A text that is kept in a file is not written as UTF-8.
  public static let notUTF8 = DiagnosticDefinition(
    "platform.not-utf8",
    exit: .usage,
    message: (en: "{path} is not in UTF-8", fr: "{path} n'est pas en UTF-8"),
    remedy: (
      en: "save the file as UTF-8: editors ask for the encoding under Save as",
      fr:
        "enregistrez le fichier en UTF-8 : les éditeurs demandent l'encodage sous Enregistrer sous"
    ),
    explanation: (
      en:
        "Read as UTF-8, the accented letters of other encodings would be lost in what is published.",
      fr: """
      Lues en UTF-8, les lettres accentuées d'autres encodages seraient perdues dans ce qui est publié.
      """
    )
  )

  /// There is no such file or folder.
  public static let notFound = DiagnosticDefinition(
    "platform.not-found",
    exit: .usage,
    message: (en: "{path} does not exist", fr: "{path} n'existe pas"),
    remedy: (
      en: "correct the name, or put the file there",
      fr: "corrigez le nom ou placez-y le fichier"
    ),
    explanation: (
      en: "A file or a folder on the way to it is missing. Capital letters count in names.",
      fr: "Un fichier ou un dossier du chemin manque. Les majuscules comptent dans les noms."
    )
  )

  /// The user may not do that.
  public static let permission = DiagnosticDefinition(
    "platform.permission",
    exit: .environment,
    message: (en: "no permission for {path}", fr: "accès refusé à {path}"),
    remedy: (
      en: "give this user the right to it, or run as the user who owns it",
      fr: "donnez-en le droit à cet utilisateur ou lancez sous le compte du propriétaire"
    ),
    explanation: (
      en: "The system refused the access. Look at the owner and the mode of the file and folder.",
      fr: "Le système a refusé l'accès. Vérifiez le propriétaire et les droits du fichier."
    )
  )

  /// Something stands where nothing may.
  public static let alreadyExists = DiagnosticDefinition(
    "platform.already-exists",
    exit: .usage,
    message: (en: "{path} exists already", fr: "{path} existe déjà"),
    remedy: (en: "choose another name", fr: "choisissez un autre nom"),
    explanation: (
      en: "What would be created is there already, and it is not replaced.",
      fr: "Ce qui devait être créé existe déjà et n'est pas remplacé."
    )
  )

  /// The process has too many files open.
  public static let tooManyOpenFiles = DiagnosticDefinition(
    "platform.too-many-open-files",
    exit: .environment,
    message: (
      en: "too many open files to open {path}",
      fr: "trop de fichiers ouverts pour ouvrir {path}"
    ),
    remedy: (
      en: "raise the limit with `ulimit -n` and run again",
      fr: "augmentez la limite avec `ulimit -n` puis relancez"
    ),
    explanation: (
      en: "The system limits how many files a program holds open at once.",
      fr: "Le système limite le nombre de fichiers ouverts à la fois."
    )
  )

  /// The disk or the system failed.
  public static let inputOutput = DiagnosticDefinition(
    "platform.io",
    exit: .environment,
    message: (en: "{path} could not be used", fr: "{path} n'a pas pu être utilisé"),
    remedy: (
      en: "look at the cause; check the disk and the connection to it",
      fr: "regardez la cause ; vérifiez le disque et sa connexion"
    ),
    explanation: (
      en: "The system reported a failure that has no code of its own; its words are the cause.",
      fr: "Le système a signalé un échec sans code propre ; la cause donne ses mots."
    )
  )

  /// Another process works on the folder.
  public static let locked = DiagnosticDefinition(
    "platform.locked",
    exit: .environment,
    message: (
      en: "another Ayni works on {path}: {holder}",
      fr: "un autre Ayni travaille sur {path} : {holder}"
    ),
    remedy: (
      en: "wait until it has finished, or stop it",
      fr: "attendez sa fin, ou arrêtez-le"
    ),
    explanation: (
      en: """
      One process at a time changes a project. The lock goes when its holder ends, however it \
      ends: there is no file to delete.
      """,
      fr: """
      Un seul processus à la fois modifie un projet. Le verrou disparaît avec son détenteur : \
      il n'y a aucun fichier à supprimer.
      """
    )
  )

  /// A path points out of the project.
  public static let pathLeavesProject = DiagnosticDefinition(
    "platform.path-leaves-project",
    exit: .usage,
    message: (en: "the path {path} leaves the project", fr: "le chemin {path} sort du projet"),
    remedy: (
      en: "put the file into the project folder and name it from there",
      fr: "placez le fichier dans le dossier du projet et nommez-le à partir de là"
    ),
    explanation: (
      en: """
      Paths in a project are relative to its folder, hold no `..`, and no link leads out: so a \
      project that comes from elsewhere cannot reach other files.
      """,
      fr: """
      Les chemins d'un projet partent de son dossier, sans `..` ni lien vers l'extérieur : ainsi \
      un projet venu d'ailleurs n'atteint aucun autre fichier.
      """
    )
  )

  /// The cryptographic library does not give SHA-256.
  public static let digestUnavailable = DiagnosticDefinition(
    "platform.digest-unavailable",
    exit: .environment,
    message: (
      en: "the cryptographic library gives no SHA-256",
      fr: "la bibliothèque cryptographique ne fournit pas SHA-256"
    ),
    remedy: (
      en: "install OpenSSL 3 with its default provider",
      fr: "installez OpenSSL 3 avec son fournisseur par défaut"
    ),
    explanation: (
      en: "Releases are named by their SHA-256. The machine's OpenSSL refused to compute it.",
      fr: "Les publications portent leur SHA-256. L'OpenSSL de la machine refuse de le calculer."
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// The problems that the engine reports.
public enum EngineDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] =
    [
      libraryMissing, libraryBroken, libraryVersion, extensionMissing, queryFailed, outOfMemory,
      cancelled, conversion, constraint, io, accessDenied, incompleteLoad,
    ] + spark + disk

  /// The embedded engine is not installed.
  public static let libraryMissing = DiagnosticDefinition(
    "engine.library-missing",
    exit: .environment,
    message: (
      en: """
      the database engine is not installed (looked above {places})
      """,
      fr: """
      le moteur de base de données n'est pas installé (cherché au-dessus de {places})
      """
    ),
    remedy: (
      en: """
      run `make setup`, or let {variable} name a libduckdb.so
      """,
      fr: """
      lancez `make setup`, ou indiquez un libduckdb.so dans {variable}
      """
    ),
    explanation: (
      en: """
      Ayni computes with DuckDB, a library that `make setup` puts under .tools/engine. An \
      installed program finds it in the folder engine beside the program. Where the variable \
      names a library, only that one is tried.
      """,
      fr: """
      Ayni calcule avec DuckDB, une bibliothèque que `make setup` place sous .tools/engine. Un \
      programme installé la trouve dans le dossier engine à côté de lui. Si la variable indique \
      une bibliothèque, elle seule est essayée.
      """
    )
  )

  /// The library is there but cannot be used.
  public static let libraryBroken = DiagnosticDefinition(
    "engine.library-broken",
    exit: .environment,
    message: (
      en: """
      the database engine {path} cannot be loaded
      """,
      fr: """
      le moteur de base de données {path} ne peut pas être chargé
      """
    ),
    remedy: (
      en: """
      run `make setup` again; the engine of a Python wheel also needs the package libpython3
      """,
      fr: """
      relancez `make setup` ; le moteur d'un paquet Python demande aussi le paquet libpython3
      """
    ),
    explanation: (
      en: """
      The file exists, but the system cannot load it or it lacks the functions of the ADBC \
      interface.
      """,
      fr: """
      Le fichier existe, mais le système ne peut pas le charger ou il n'a pas les fonctions de \
      l'interface ADBC.
      """
    )
  )

  /// The library has another version than the tests.
  public static let libraryVersion = DiagnosticDefinition(
    "engine.library-version",
    severity: .warning,
    message: (
      en: """
      the database engine {path} has version {version}; Ayni is tested with {tested}
      """,
      fr: """
      le moteur de base de données {path} est en version {version} ; Ayni est testé avec \
      {tested}
      """
    ),
    remedy: (
      en: """
      install version {tested} with `make setup`, or check results with care
      """,
      fr: """
      installez la version {tested} avec `make setup`, ou vérifiez les résultats avec soin
      """
    ),
    explanation: (
      en: """
      Versions of an engine may differ in how they round, order and cast. The numbers that \
      Ayni's tests promise hold for the version named.
      """,
      fr: """
      Les versions d'un moteur peuvent différer dans l'arrondi, l'ordre et les conversions. Les \
      nombres que promettent les tests d'Ayni valent pour la version indiquée.
      """
    )
  )

  /// An extension of the engine is not installed.
  public static let extensionMissing = DiagnosticDefinition(
    "engine.extension-missing",
    exit: .environment,
    message: (
      en: """
      the engine's extension {extension} is not installed
      """,
      fr: """
      l'extension {extension} du moteur n'est pas installée
      """
    ),
    remedy: (
      en: """
      run `make setup`
      """,
      fr: """
      lancez `make setup`
      """
    ),
    explanation: (
      en: """
      Some file formats are read by an extension that lies beside the engine. Extensions are \
      never fetched while Ayni runs.
      """,
      fr: """
      Certains formats sont lus par une extension placée à côté du moteur. Les extensions ne \
      sont jamais téléchargées pendant l'exécution.
      """
    )
  )

  /// The engine refused or could not finish a statement.
  public static let queryFailed = DiagnosticDefinition(
    "engine.query-failed",
    message: (
      en: """
      the database engine could not run a statement
      """,
      fr: """
      le moteur de base de données n'a pas pu exécuter une instruction
      """
    ),
    remedy: (
      en: """
      read the cause: it names what the engine did not accept
      """,
      fr: """
      lisez la cause : elle nomme ce que le moteur n'a pas accepté
      """
    ),
    explanation: (
      en: """
      The cause holds the engine's own words. Where they could quote a record, values are \
      replaced by an ellipsis.
      """,
      fr: """
      La cause contient les mots du moteur. Là où ils pourraient citer un enregistrement, les \
      valeurs sont remplacées par des points de suspension.
      """
    )
  )

  /// The memory limit was reached.
  public static let outOfMemory = DiagnosticDefinition(
    "engine.out-of-memory",
    exit: .environment,
    message: (
      en: """
      the database engine needs more memory than it may use
      """,
      fr: """
      le moteur de base de données a besoin de plus de mémoire qu'il ne peut en utiliser
      """
    ),
    remedy: (
      en: """
      raise the memory limit, give it a temporary folder on a larger disk, or use fewer threads
      """,
      fr: """
      augmentez la limite de mémoire, donnez-lui un dossier temporaire sur un disque plus grand, \
      ou utilisez moins de fils
      """
    ),
    explanation: (
      en: """
      The engine writes what does not fit into its temporary folder; some steps of a query \
      cannot be written out. Each thread needs memory of its own.
      """,
      fr: """
      Le moteur écrit dans son dossier temporaire ce qui ne tient pas en mémoire ; certaines \
      étapes d'une requête ne peuvent pas y être écrites. Chaque fil demande sa propre mémoire.
      """
    )
  )

  /// The work was stopped.
  public static let cancelled = DiagnosticDefinition(
    "engine.cancelled",
    exit: .interrupted,
    message: (
      en: """
      the database engine was stopped at your request
      """,
      fr: """
      le moteur de base de données a été arrêté à votre demande
      """
    ),
    remedy: (
      en: """
      run the same command again
      """,
      fr: """
      relancez la même commande
      """
    ),
    explanation: (
      en: """
      The work was interrupted while the engine computed; what it had begun is undone.
      """,
      fr: """
      Le travail a été interrompu pendant le calcul du moteur ; ce qu'il avait commencé est \
      annulé.
      """
    )
  )

  /// A value does not fit the type that it should have.
  public static let conversion = DiagnosticDefinition(
    "engine.conversion",
    message: (
      en: """
      a value cannot be converted to the type that the statement asks for
      """,
      fr: """
      une valeur ne peut pas être convertie dans le type demandé par l'instruction
      """
    ),
    remedy: (
      en: """
      correct the values in the source, or map them before this step
      """,
      fr: """
      corrigez les valeurs dans la source, ou transformez-les avant cette étape
      """
    ),
    explanation: (
      en: """
      A text that is no number or date, or a number too large for its type, stops the statement. \
      The cause shows the engine's words without the value itself.
      """,
      fr: """
      Un texte qui n'est ni un nombre ni une date, ou un nombre trop grand pour son type, arrête \
      l'instruction. La cause montre les mots du moteur sans la valeur elle-même.
      """
    )
  )

  /// A row breaks a rule of its table.
  public static let constraint = DiagnosticDefinition(
    "engine.constraint",
    message: (
      en: """
      a row breaks a rule of its table, such as a unique key
      """,
      fr: """
      une ligne enfreint une règle de sa table, comme une clé unique
      """
    ),
    remedy: (
      en: """
      find the rows that are there twice or lack a value before loading them
      """,
      fr: """
      cherchez avant le chargement les lignes en double ou sans valeur
      """
    ),
    explanation: (
      en: """
      Nothing of the load was kept: a load happens as a whole or not at all.
      """,
      fr: """
      Rien n'a été gardé du chargement : il se fait en entier ou pas du tout.
      """
    )
  )

  /// A file could not be read or written.
  public static let io = DiagnosticDefinition(
    "engine.io",
    exit: .environment,
    message: (
      en: """
      the database engine could not read or write a file
      """,
      fr: """
      le moteur de base de données n'a pas pu lire ou écrire un fichier
      """
    ),
    remedy: (
      en: """
      check that the file exists, that the disk has room and that no other program holds it open
      """,
      fr: """
      vérifiez que le fichier existe, que le disque a de la place et qu'aucun autre programme ne \
      le tient ouvert
      """
    ),
    explanation: (
      en: """
      The cause names the file. A database that another process has open cannot be opened again.
      """,
      fr: """
      La cause nomme le fichier. Une base ouverte par un autre processus ne peut pas être \
      rouverte.
      """
    )
  )

  /// A statement reached outside what it may touch.
  public static let accessDenied = DiagnosticDefinition(
    "engine.access-denied",
    exit: .notAuthorised,
    message: (
      en: """
      a statement reached for a file, a network or a setting that is closed to it
      """,
      fr: """
      une instruction a visé un fichier, un réseau ou un réglage qui lui est fermé
      """
    ),
    remedy: (
      en: """
      keep the files inside the project folder, or add their folder to the sources of the \
      project
      """,
      fr: """
      gardez les fichiers dans le dossier du projet, ou ajoutez leur dossier aux sources du \
      projet
      """
    ),
    explanation: (
      en: """
      Statements may come from people, so every session is confined: only named folders and \
      files are open, extensions are not fetched, and the settings are locked.
      """,
      fr: """
      Les instructions peuvent venir de personnes ; chaque session est donc confinée : seuls les \
      dossiers et fichiers nommés sont ouverts, aucune extension n'est téléchargée et les \
      réglages sont verrouillés.
      """
    )
  )

  /// Fewer rows arrived than were sent.
  public static let incompleteLoad = DiagnosticDefinition(
    "engine.incomplete-load",
    message: (
      en: """
      of {sent} {sent|row|rows} sent to table {table}, {arrived} arrived
      """,
      fr: """
      sur {sent} {sent|ligne envoyée|lignes envoyées} à la table {table}, {arrived} {arrived|est arrivée|sont arrivées}
      """
    ),
    remedy: (
      en: """
      find rows that break a rule of the table, such as a unique key
      """,
      fr: """
      cherchez des lignes qui enfreignent une règle de la table, comme une clé unique
      """
    ),
    explanation: (
      en: """
      The engine may refuse rows without saying so. The rows are counted after every load, and a \
      load that is not whole is undone.
      """,
      fr: """
      Le moteur peut refuser des lignes sans le dire. Les lignes sont comptées après chaque \
      chargement, et un chargement incomplet est annulé.
      """
    )
  )
}

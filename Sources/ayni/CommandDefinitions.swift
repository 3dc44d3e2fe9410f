// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong with a command line.
enum CommandDefinitions {
  /// All of them, for the registry.
  static let all: [DiagnosticDefinition] = [
    unknownVerb, unknownOption, missingValue, wrongArguments, nothingToExplain, badMemory,
    badThreads, noService, unknownFormat, unknownReportFormat, badDay, otherRegister,
    repeatedRecord, severalStructures, unknownLanguage,
  ]

  static let severalStructures = DiagnosticDefinition(
    "command.several-structures",
    exit: .usage,
    message: (
      en: "{file} holds {count} {count|structure|structures}, and one has to be chosen",
      fr: "{file} contient {count} {count|structure|structures}, et il faut en choisir une"
    ),
    remedy: (
      en: "write --from with one of: {structures}",
      fr: "écrivez --from avec l'une de : {structures}"
    ),
    explanation: (
      en: "A national structure is derived from one structure of the message.",
      fr: "Une structure nationale se déduit d'une seule structure du message."
    )
  )

  static let unknownFormat = DiagnosticDefinition(
    "command.unknown-format",
    exit: .usage,
    message: (
      en: "{format} is no format of such a message",
      fr: "{format} n'est pas un format d'un tel message"
    ),
    remedy: (
      en: "write --to with one of: {formats}",
      fr: "écrivez --to avec l'un de : {formats}"
    ),
    explanation: (
      en: "Structures are written as SDMX-ML or SDMX-JSON, data also as SDMX-CSV.",
      fr: "Les structures s'écrivent en SDMX-ML ou SDMX-JSON, les données aussi en SDMX-CSV."
    )
  )

  static let unknownReportFormat = DiagnosticDefinition(
    "command.unknown-report-format",
    exit: .usage,
    message: (
      en: "{format} is no format of a report",
      fr: "{format} n'est pas un format de rapport"
    ),
    remedy: (
      en: "write --to with some of: {formats}",
      fr: "écrivez --to avec certains de : {formats}"
    ),
    explanation: (
      en: "Reports are written as html, xlsx, docx and pdf; several are joined by commas.",
      fr: """
      Les rapports s'écrivent en html, xlsx, docx et pdf ; plusieurs se joignent par des \
      virgules.
      """
    )
  )

  static let unknownVerb = DiagnosticDefinition(
    "command.unknown-verb",
    exit: .usage,
    message: (
      en: "there is no command {verb}",
      fr: "il n'y a pas de commande {verb}"
    ),
    remedy: (
      en: "ayni help lists the commands",
      fr: "ayni help liste les commandes"
    ),
    explanation: (
      en: "The first word after ayni is a verb.",
      fr: "Le premier mot après ayni est un verbe."
    )
  )

  static let unknownOption = DiagnosticDefinition(
    "command.unknown-option",
    exit: .usage,
    message: (
      en: "{verb} has no option {option}",
      fr: "{verb} n'a pas d'option {option}"
    ),
    remedy: (
      en: "ayni help {verb} lists the options",
      fr: "ayni help {verb} liste les options"
    ),
    explanation: (
      en: "Options begin with two hyphens and belong to a verb.",
      fr: "Les options commencent par deux tirets et appartiennent à un verbe."
    )
  )

  static let missingValue = DiagnosticDefinition(
    "command.option-value",
    exit: .usage,
    message: (
      en: "the option {option} needs a value",
      fr: "l'option {option} demande une valeur"
    ),
    remedy: (
      en: "write {option} VALUE",
      fr: "écrivez {option} VALEUR"
    ),
    explanation: (
      en: "Some options take the word that follows them.",
      fr: "Certaines options prennent le mot qui les suit."
    )
  )

  static let wrongArguments = DiagnosticDefinition(
    "command.arguments",
    exit: .usage,
    message: (
      en: "{verb} takes other arguments",
      fr: "{verb} prend d'autres arguments"
    ),
    remedy: (
      en: "write: {usage}",
      fr: "écrivez : {usage}"
    ),
    explanation: (
      en: "Each verb says in ayni help VERB what it takes.",
      fr: "Chaque verbe dit dans ayni help VERBE ce qu'il prend."
    )
  )

  static let nothingToExplain = DiagnosticDefinition(
    "command.nothing-to-explain",
    exit: .usage,
    message: (
      en: "{name} is neither a code, nor a dataset, nor a release",
      fr: "{name} n'est ni un code, ni un jeu de données, ni une publication"
    ),
    remedy: (
      en: "name an error code, or a dataset with NAME=CODE for its dimensions",
      fr: "nommez un code d'erreur, ou un jeu de données avec NOM=CODE pour ses dimensions"
    ),
    explanation: (
      en: "ayni explain answers for codes of errors and for numbers of datasets.",
      fr: "ayni explain répond pour les codes d'erreurs et les nombres de jeux de données."
    )
  )

  static let badMemory = DiagnosticDefinition(
    "command.bad-memory",
    exit: .usage,
    message: (
      en: "{value} is no amount of memory",
      fr: "{value} n'est pas une quantité de mémoire"
    ),
    remedy: (
      en: "write --memory 2GB or --memory 500MB, or leave --memory out",
      fr: "écrivez --memory 2GB ou --memory 500MB, ou omettez --memory"
    ),
    explanation: (
      en: "Without --memory the engine takes half of the memory that is free.",
      fr: "Sans --memory, le moteur prend la moitié de la mémoire libre."
    )
  )

  static let noService = DiagnosticDefinition(
    "command.no-service",
    exit: .usage,
    message: (
      en: "no service is named that would answer {query}",
      fr: "aucun service n'est nommé qui répondrait à {query}"
    ),
    remedy: (
      en: "add --service https://SERVER/PATH, or give the whole address",
      fr: "ajoutez --service https://SERVEUR/CHEMIN, ou donnez l'adresse entière"
    ),
    explanation: (
      en: "A query such as data/dataflow/ECB/EXR is asked behind the address of a service.",
      fr: "Une requête telle que data/dataflow/ECB/EXR se pose derrière l'adresse d'un service."
    )
  )

  static let unknownLanguage = DiagnosticDefinition(
    "command.unknown-language",
    exit: .usage,
    message: (
      en: "Ayni does not speak {language}",
      fr: "Ayni ne parle pas {language}"
    ),
    remedy: (
      en: "write one of: {languages}",
      fr: "écrivez l'une de ces langues : {languages}"
    ),
    explanation: (
      en: """
      --lang says in which language messages and reports are written. Without it, that of the system \
      is taken, and English where Ayni does not speak it.
      """,
      fr: """
      --lang dit dans quelle langue les messages et les rapports sont écrits. Sans cette option, c'est \
      celle du système, et l'anglais si Ayni ne la parle pas.
      """
    )
  )

  static let badThreads = DiagnosticDefinition(
    "command.bad-threads",
    exit: .usage,
    message: (
      en: "{value} is no number of threads",
      fr: "{value} n'est pas un nombre de fils d'exécution"
    ),
    remedy: (
      en: "write a whole number from 1 to 1024, or leave --threads out",
      fr: "écrivez un nombre entier de 1 à 1024, ou omettez --threads"
    ),
    explanation: (
      en: "Without --threads the engine takes one thread a core.",
      fr: "Sans --threads le moteur prend un fil par cœur."
    )
  )

  /// A word is no day.
  static let badDay = DiagnosticDefinition(
    "command.bad-day",
    exit: .usage,
    message: (
      en: "{value} is no day",
      fr: "{value} n'est pas un jour"
    ),
    remedy: (
      en: "write {option} 2026-03-31",
      fr: "écrivez {option} 2026-03-31"
    ),
    explanation: (
      en: "Days are written year-month-day.",
      fr: "Les jours s'écrivent année-mois-jour."
    )
  )

  /// A workbook is of another register.
  static let otherRegister = DiagnosticDefinition(
    "command.other-register",
    message: (
      en: "{file} is not the workbook of {register}",
      fr: "{file} n'est pas le classeur de {register}"
    ),
    remedy: (
      en: "load it into the register that it came from",
      fr: "chargez-le dans le registre d'où il vient"
    ),
    explanation: (
      en: "Each workbook says in a hidden sheet which register it came from.",
      fr: "Chaque classeur dit dans une feuille cachée de quel registre il vient."
    )
  )

  /// A record stands twice in a workbook.
  static let repeatedRecord = DiagnosticDefinition(
    "command.repeated-record",
    message: (
      en: "a record stands twice in {file}",
      fr: "un enregistrement figure deux fois dans {file}"
    ),
    remedy: (
      en: "keep one of the two rows, or give the other its own identifier; nothing was changed",
      fr: """
      gardez l'une des deux lignes, ou donnez à l'autre son propre identifiant ; rien n'a été \
      modifié
      """
    ),
    explanation: (
      en: "The dimensions of a register tell its records apart.",
      fr: "Les dimensions d'un registre distinguent ses enregistrements."
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong with a project folder, a run or a release.
public enum ProjectDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] =
    registers + reports + folders + releases + engine

  static let folders: [DiagnosticDefinition] = [
    noProject, formatTooNew, unknownDataset, datasetTwice, circularSteps, unknownStepKind,
    wrongInputs, wrongOutputs, badParameter, missingFile, badCache, folderNotEmpty,
    unknownViewComponent, unknownViewCode, personalData, unreadStructure,
  ]

  /// A folder without an ayni.toml.
  public static let noProject: DiagnosticDefinition = DiagnosticDefinition(
    "project.none-here",
    exit: .usage,
    message: (
      en: "there is no project in {folder}",
      fr: "il n'y a pas de projet dans {folder}"
    ),
    remedy: (
      en: """
      go to a folder with an ayni.toml, name one with --project, or begin one with ayni \
      init
      """,
      fr: """
      allez dans un dossier avec un ayni.toml, nommez-en un avec --project, ou \
      commencez-en un avec ayni init
      """
    ),
    explanation: (
      en: "A project is a folder with a file ayni.toml.",
      fr: "Un projet est un dossier avec un fichier ayni.toml."
    )
  )

  /// A project of a later format.
  public static let formatTooNew: DiagnosticDefinition = DiagnosticDefinition(
    "project.format-too-new",
    exit: .usage,
    message: (
      en: "the project has format {format}; this Ayni knows formats up to {known}",
      fr: "le projet est au format {format} ; cet Ayni connaît les formats jusqu'à {known}"
    ),
    remedy: (
      en: "use a newer Ayni",
      fr: "employez un Ayni plus récent"
    ),
    explanation: (
      en: """
      A project written by a newer Ayni may hold settings whose meaning this one does not \
      know, so it is not touched.
      """,
      fr: """
      Un projet écrit par un Ayni plus récent peut contenir des réglages dont celui-ci \
      ignore le sens ; il n'y touche donc pas.
      """
    )
  )

  /// A dataset that nothing makes.
  public static let unknownDataset: DiagnosticDefinition = DiagnosticDefinition(
    "project.unknown-dataset",
    exit: .usage,
    message: (
      en: "no source or step makes the dataset {dataset}",
      fr: "aucune source ni étape ne produit le jeu de données {dataset}"
    ),
    remedy: (
      en: "correct the name, or add the step that makes it",
      fr: "corrigez le nom, ou ajoutez l'étape qui le produit"
    ),
    explanation: (
      en: "Steps take datasets by name from sources and other steps.",
      fr: """
      Les étapes prennent par leur nom les jeux de données des sources et des autres \
      étapes.
      """
    )
  )

  /// Two makers of one dataset.
  public static let datasetTwice: DiagnosticDefinition = DiagnosticDefinition(
    "project.dataset-twice",
    exit: .usage,
    message: (
      en: "the dataset {dataset} is made twice, here and at {other}",
      fr: "le jeu de données {dataset} est produit deux fois, ici et en {other}"
    ),
    remedy: (
      en: "rename one of them",
      fr: "renommez l'un des deux"
    ),
    explanation: (
      en: "A name must lead to one dataset.",
      fr: "Un nom doit mener à un seul jeu de données."
    )
  )

  /// Steps that need each other's results.
  public static let circularSteps: DiagnosticDefinition = DiagnosticDefinition(
    "project.circular-steps",
    exit: .usage,
    message: (
      en: "the steps {steps} wait for each other",
      fr: "les étapes {steps} s'attendent mutuellement"
    ),
    remedy: (
      en: "take one dataset out of the circle",
      fr: "retirez un jeu de données du cercle"
    ),
    explanation: (
      en: "A run goes from sources to results; a circle has no beginning.",
      fr: "Une exécution va des sources aux résultats ; un cercle n'a pas de début."
    )
  )

  /// A step of a kind that no programme brings.
  public static let unknownStepKind: DiagnosticDefinition = DiagnosticDefinition(
    "project.unknown-step-kind",
    exit: .usage,
    message: (
      en: "there is no kind of step {kind}",
      fr: "il n'existe pas d'étape de type {kind}"
    ),
    remedy: (
      en: "use one of: {kinds}",
      fr: "employez l'un de : {kinds}"
    ),
    explanation: (
      en: "Kinds of steps come with Ayni's programmes.",
      fr: "Les types d'étapes viennent avec les programmes d'Ayni."
    )
  )

  /// A step with too few or too many inputs.
  public static let wrongInputs: DiagnosticDefinition = DiagnosticDefinition(
    "project.wrong-inputs",
    exit: .usage,
    message: (
      en: "the step {step} takes {expected} {expected|input|inputs} and has {actual}",
      fr: "l'étape {step} prend {expected} {expected|entrée|entrées} et en a {actual}"
    ),
    remedy: (
      en: "name the datasets it needs under inputs",
      fr: "nommez sous inputs les jeux de données qu'il lui faut"
    ),
    explanation: (
      en: "Each kind of step says which datasets it takes.",
      fr: "Chaque type d'étape dit quels jeux de données il prend."
    )
  )

  /// A step that names too few or too many results.
  public static let wrongOutputs: DiagnosticDefinition = DiagnosticDefinition(
    "project.wrong-outputs",
    exit: .usage,
    message: (
      en: "the step {step} makes {expected} {expected|dataset|datasets} and names {actual}",
      fr: "l'étape {step} produit {expected} {expected|jeu|jeux} de données et en nomme {actual}"
    ),
    remedy: (
      en: "name its results under outputs",
      fr: "nommez ses résultats sous outputs"
    ),
    explanation: (
      en: "Each kind of step says which datasets it makes.",
      fr: "Chaque type d'étape dit quels jeux de données il produit."
    )
  )

  /// A setting with an unknown value.
  public static let badParameter: DiagnosticDefinition = DiagnosticDefinition(
    "project.bad-parameter",
    exit: .usage,
    message: (
      en: "the parameter {key} cannot be {value}",
      fr: "le paramètre {key} ne peut pas être {value}"
    ),
    remedy: (
      en: "use one of: {valid}",
      fr: "employez l'un de : {valid}"
    ),
    explanation: (
      en: "A step, a source or a view has a setting with a value that is not known.",
      fr: "Une étape, une source ou une vue a un réglage de valeur inconnue."
    )
  )

  /// A view that names what its dataset does not have.
  public static let unknownViewComponent: DiagnosticDefinition = DiagnosticDefinition(
    "project.view-component",
    exit: .usage,
    message: (
      en: "the view of {dataset} names {component}, which its structure does not have",
      fr: "la vue de {dataset} nomme {component}, que sa structure n'a pas"
    ),
    remedy: (
      en: "write the identifier of a dimension, measure or attribute: {components}",
      fr: "écrivez l'identifiant d'une dimension, d'une mesure ou d'un attribut : {components}"
    ),
    explanation: (
      en: """
      Tables, charts and maps are described in views/ by the identifiers of components. A view \
      that was written for another version of the structure may name one that is gone.
      """,
      fr: """
      Tableaux, graphiques et cartes sont décrits dans views/ par les identifiants des \
      composantes. Une vue écrite pour une autre version de la structure peut en nommer une qui \
      n'existe plus.
      """
    )
  )

  /// A view held to a code that its list does not have.
  public static let unknownViewCode: DiagnosticDefinition = DiagnosticDefinition(
    "project.view-code",
    exit: .usage,
    message: (
      en: "the view of {dataset} holds {component} to {code}, which {list} does not have",
      fr: "la vue de {dataset} fixe {component} à {code}, absent de {list}"
    ),
    remedy: (
      en: "write a code of the list under [fixed]",
      fr: "écrivez sous [fixed] un code de la liste"
    ),
    explanation: (
      en: "A chart or map held to a code that no observation can have would be empty.",
      fr: """
      Un graphique ou une carte fixés à un code qu'aucune observation ne peut avoir seraient vides.
      """
    )
  )

  /// A file that a setting names and that is missing.
  public static let missingFile: DiagnosticDefinition = DiagnosticDefinition(
    "project.missing-file",
    exit: .usage,
    message: (
      en: "the file {file} is not there",
      fr: "le fichier {file} est absent"
    ),
    remedy: (
      en: "put it there, or correct the path; paths begin at the project folder",
      fr: """
      mettez-le à cet endroit, ou corrigez le chemin ; les chemins partent du dossier du \
      projet
      """
    ),
    explanation: (
      en: "A source or a map names a file of the project that does not exist.",
      fr: "Une source ou une correspondance nomme un fichier du projet qui n'existe pas."
    )
  )

  /// A result in the cache that is not what it should be.
  public static let badCache: DiagnosticDefinition = DiagnosticDefinition(
    "project.bad-cache",
    exit: .environment,
    message: (
      en: "the stored result of {step} is damaged",
      fr: "le résultat stocké de {step} est endommagé"
    ),
    remedy: (
      en: "delete the folder {folder} while nothing runs, and run again",
      fr: "supprimez le dossier {folder} quand rien ne tourne, et relancez"
    ),
    explanation: (
      en: "The folder .ayni/results holds only what can be computed again.",
      fr: "Le dossier .ayni/results ne contient que ce qui peut être recalculé."
    )
  )

  /// Beginning a project where something is.
  public static let folderNotEmpty: DiagnosticDefinition = DiagnosticDefinition(
    "project.folder-not-empty",
    exit: .usage,
    message: (
      en: "the folder {folder} is not empty",
      fr: "le dossier {folder} n'est pas vide"
    ),
    remedy: (
      en: "name a new folder: ayni init NAME",
      fr: "nommez un nouveau dossier : ayni init NOM"
    ),
    explanation: (
      en: "A new project never mixes with files that are there.",
      fr: "Un nouveau projet ne se mêle jamais à des fichiers existants."
    )
  )

  static let personalData = DiagnosticDefinition(
    "project.personal-data",
    message: (
      en: "{component} of {dataset} holds personal data, and the dataset would be published",
      fr: "{component} de {dataset} contient des données personnelles, et le jeu serait publié"
    ),
    remedy: (
      en: "publish a dataset without this component: a step that leaves it out, or totals",
      fr: "publiez un jeu sans cette composante : une étape qui la retire, ou des totaux"
    ),
    explanation: (
      en: """
      A component with personal = true in its structure holds what is known of single persons, such as the \
      name of an expert or of a student. It serves the office and stays in it: releases, exports and the pages of \
      lineage are without it.
      """,
      fr: """
      Une composante avec personal = true dans sa structure contient ce que l'on sait de personnes, comme le nom \
      d'un expert ou d'un étudiant. Elle sert l'office et y reste : les publications, les exports et les pages de \
      provenance ne la contiennent pas.
      """
    )
  )

  /// A file under `structures/` that nothing reads.
  public static let unreadStructure = DiagnosticDefinition(
    "project.unread-structure",
    severity: .warning,
    message: (
      en: "{file} is not read: structures of a project are CSV and TOML files",
      fr: "{file} n'est pas lu : les structures d'un projet sont des fichiers CSV et TOML"
    ),
    remedy: (
      en: """
      write its codelists as structures/NAME.csv and its structures as structures/NAME.toml, and keep the \
      message in another folder
      """,
      fr: """
      écrivez ses listes de codes dans structures/NOM.csv et ses structures dans structures/NOM.toml, et \
      gardez le message dans un autre dossier
      """
    ),
    explanation: (
      en: """
      A file NAME.csv under structures is a codelist, a file NAME.toml a data structure. Messages of SDMX are for \
      ayni check --structure, ayni sdmx derive, ayni sdmx map and ayni convert, which take them from anywhere. \
      Endings are in small letters.
      """,
      fr: """
      Un fichier NOM.csv sous structures est une liste de codes, un fichier NOM.toml une structure de données. Les \
      messages SDMX sont pour ayni check --structure, ayni sdmx derive, ayni sdmx map et ayni convert, qui les \
      prennent partout. Les terminaisons sont en minuscules.
      """
    )
  )
}

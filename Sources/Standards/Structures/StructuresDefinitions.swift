// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong with structures, and with data against them.
public enum StructuresDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] = [
    invalidID, duplicateCode, unknownParent, circularHierarchy, duplicateComponent, noDimension,
    noMeasure, twoTimeDimensions, unknownDimension, unknownArtefact, badHeader, badValue,
    columnMissing, columnType, missingValue, unknownCode, duplicateKey, badPeriod,
    circularExtension, danglingReference,
  ]

  static let invalidID = DiagnosticDefinition(
    "structures.invalid-id",
    exit: .usage,
    message: (
      en: "\"{id}\" is not an SDMX identifier",
      fr: "« {id} » n'est pas un identifiant SDMX"
    ),
    remedy: (
      en: "use letters, digits, _ and -; a component begins with a letter",
      fr: "employez lettres, chiffres, _ et - ; une composante commence par une lettre"
    ),
    explanation: (
      en: """
      SDMX allows few characters in identifiers, so that they fit into web addresses, file \
      names and every database.
      """,
      fr: """
      SDMX n'admet que peu de caractères dans les identifiants, pour qu'ils passent dans \
      les adresses, les noms de fichiers et toute base de données.
      """
    )
  )

  static let duplicateCode = DiagnosticDefinition(
    "structures.duplicate-code",
    exit: .usage,
    message: (
      en: "codelist {list} has the code {code} twice",
      fr: "la liste {list} a deux fois le code {code}"
    ),
    remedy: (
      en: "remove or rename one of them",
      fr: "supprimez ou renommez l'un des deux"
    ),
    explanation: (
      en: "A code must mean one thing.",
      fr: "Un code doit désigner une seule chose."
    )
  )

  static let unknownParent = DiagnosticDefinition(
    "structures.unknown-parent",
    exit: .usage,
    message: (
      en: "code {code} of {list} has the parent {parent}, which the list does not have",
      fr: "le code {code} de {list} a pour parent {parent}, absent de la liste"
    ),
    remedy: (
      en: "add the parent or correct it",
      fr: "ajoutez le parent ou corrigez-le"
    ),
    explanation: (
      en: "A simple hierarchy stays within its list.",
      fr: "Une hiérarchie simple reste dans sa liste."
    )
  )

  static let circularHierarchy = DiagnosticDefinition(
    "structures.circular-hierarchy",
    exit: .usage,
    message: (
      en: "code {code} of {list} is its own ancestor",
      fr: "le code {code} de {list} est son propre ancêtre"
    ),
    remedy: (
      en: "break the circle of parents",
      fr: "rompez le cercle des parents"
    ),
    explanation: (
      en: "A hierarchy must have a top.",
      fr: "Une hiérarchie doit avoir un sommet."
    )
  )

  static let duplicateComponent = DiagnosticDefinition(
    "structures.duplicate-component",
    exit: .usage,
    message: (
      en: "structure {structure} has the component {id} twice",
      fr: "la structure {structure} a deux fois la composante {id}"
    ),
    remedy: (
      en: "remove or rename one of them",
      fr: "supprimez ou renommez l'une des deux"
    ),
    explanation: (
      en: "Components become columns, whose names are unique.",
      fr: "Les composantes deviennent des colonnes, dont les noms sont uniques."
    )
  )

  static let noDimension = DiagnosticDefinition(
    "structures.no-dimension",
    exit: .usage,
    message: (
      en: "structure {structure} has no dimension",
      fr: "la structure {structure} n'a pas de dimension"
    ),
    remedy: (
      en: "add the dimension that tells its observations apart",
      fr: "ajoutez la dimension qui distingue ses observations"
    ),
    explanation: (
      en: "Without a dimension nothing identifies an observation.",
      fr: "Sans dimension, rien n'identifie une observation."
    )
  )

  static let noMeasure = DiagnosticDefinition(
    "structures.no-measure",
    exit: .usage,
    message: (
      en: "structure {structure} has no measure",
      fr: "la structure {structure} n'a pas de mesure"
    ),
    remedy: (
      en: "add the measure that is observed",
      fr: "ajoutez la mesure observée"
    ),
    explanation: (
      en: "Data without a measure say nothing.",
      fr: "Des données sans mesure ne disent rien."
    )
  )

  static let twoTimeDimensions = DiagnosticDefinition(
    "structures.two-time-dimensions",
    exit: .usage,
    message: (
      en: "structure {structure} has two time dimensions",
      fr: "la structure {structure} a deux dimensions de temps"
    ),
    remedy: (
      en: "make one of them a dimension of type time-period",
      fr: "faites de l'une une dimension de type time-period"
    ),
    explanation: (
      en: "SDMX knows one time dimension a structure, TIME_PERIOD.",
      fr: "SDMX connaît une dimension de temps par structure, TIME_PERIOD."
    )
  )

  static let unknownDimension = DiagnosticDefinition(
    "structures.unknown-dimension",
    exit: .usage,
    message: (
      en: """
      attribute {attribute} of {structure} is attached to {dimension}, which is no \
      dimension
      """,
      fr: """
      l'attribut {attribute} de {structure} est rattaché à {dimension}, qui n'est pas une \
      dimension
      """
    ),
    remedy: (
      en: "name dimensions of the same structure",
      fr: "nommez des dimensions de la même structure"
    ),
    explanation: (
      en: "An attribute explains a group of observations that share values of dimensions.",
      fr: """
      Un attribut explique un groupe d'observations qui partagent des valeurs de \
      dimensions.
      """
    )
  )

  /// A structure, codelist or dataflow that is referred to and missing.
  public static let unknownArtefact: DiagnosticDefinition = DiagnosticDefinition(
    "structures.unknown-artefact",
    exit: .usage,
    message: (
      en: "{artefact} is not among the structures of the project",
      fr: "{artefact} ne figure pas parmi les structures du projet"
    ),
    remedy: (
      en: "add it to the folder structures, or correct the reference",
      fr: "ajoutez-le au dossier structures, ou corrigez la référence"
    ),
    explanation: (
      en: """
      A structure names its codelists, and a dataset its structure; each of them must be \
      there.
      """,
      fr: """
      Une structure nomme ses listes de codes, et un jeu de données sa structure ; chacune \
      doit être là.
      """
    )
  )

  static let circularExtension = DiagnosticDefinition(
    "structures.circular-extension",
    exit: .usage,
    message: (
      en: "codelist {list} takes over codes from itself",
      fr: "la liste {list} reprend des codes d'elle-même"
    ),
    remedy: (
      en: "break the circle of extensions",
      fr: "rompez le cercle des extensions"
    ),
    explanation: (
      en: "A list takes over codes of others; the way from list to list must end.",
      fr: "Une liste reprend les codes d'autres listes ; le chemin de l'une à l'autre doit finir."
    )
  )

  /// An artefact that another refers to and that is not there.
  public static let danglingReference: DiagnosticDefinition = DiagnosticDefinition(
    "structures.dangling-reference",
    message: (
      en: "{artefact} is referred to and missing",
      fr: "{artefact} est désigné et absent"
    ),
    remedy: (
      en: "add it, or ask who sent {from} for it",
      fr: "ajoutez-le, ou demandez-le à l'expéditeur de {from}"
    ),
    explanation: (
      en: """
      An artefact refers to others by their URNs. Messages often hold only some of them; the rest \
      must come from elsewhere before data can be checked.
      """,
      fr: """
      Un artefact en désigne d'autres par leur URN. Les messages n'en contiennent souvent qu'une \
      partie ; le reste doit venir d'ailleurs avant de vérifier des données.
      """
    )
  )

  static let badHeader = DiagnosticDefinition(
    "structures.codelist-header",
    exit: .usage,
    message: (
      en: "the header of a codelist needs the column {column}",
      fr: "l'en-tête d'une liste de codes demande la colonne {column}"
    ),
    remedy: (
      en: "begin the file with id,name or id,name:en,name:fr",
      fr: "commencez le fichier par id,name ou id,name:en,name:fr"
    ),
    explanation: (
      en: """
      A codelist in CSV has the columns id, parent (optional), name or name:LANGUAGE, \
      description or description:LANGUAGE.
      """,
      fr: """
      Une liste de codes en CSV a les colonnes id, parent (facultative), name ou \
      name:LANGUE, description ou description:LANGUE.
      """
    )
  )

  static let badValue = DiagnosticDefinition(
    "structures.bad-value",
    exit: .usage,
    message: (
      en: "{value} is not possible for {key}",
      fr: "{value} n'est pas possible pour {key}"
    ),
    remedy: (
      en: "write one of: {valid}",
      fr: "écrivez l'un de : {valid}"
    ),
    explanation: (
      en: "A setting of a structure has a value that is not known.",
      fr: "Un réglage de structure a une valeur inconnue."
    )
  )

  /// A component without a column.
  public static let columnMissing: DiagnosticDefinition = DiagnosticDefinition(
    "structures.column-missing",
    exit: .usage,
    message: (
      en: "dataset {dataset} lacks the column {column} of its structure",
      fr: "il manque au jeu de données {dataset} la colonne {column} de sa structure"
    ),
    remedy: (
      en: "make the step yield it, or remove it from the structure",
      fr: "faites-la produire par l'étape, ou retirez-la de la structure"
    ),
    explanation: (
      en: "A dataset has exactly the columns that its structure names.",
      fr: "Un jeu de données a exactement les colonnes que nomme sa structure."
    )
  )

  /// A column of another type than its component.
  public static let columnType: DiagnosticDefinition = DiagnosticDefinition(
    "structures.column-type",
    exit: .usage,
    message: (
      en: "column {column} of dataset {dataset} is {actual}, the structure says {expected}",
      fr: """
      la colonne {column} du jeu de données {dataset} est {actual}, la structure dit \
      {expected}
      """
    ),
    remedy: (
      en: "convert the column, or correct the structure",
      fr: "convertissez la colonne, ou corrigez la structure"
    ),
    explanation: (
      en: "Types are never converted silently.",
      fr: "Les types ne sont jamais convertis en silence."
    )
  )

  /// Observations without a value that they must have.
  public static let missingValue: DiagnosticDefinition = DiagnosticDefinition(
    "structures.missing-value",
    message: (
      en: "{component} of {dataset} has no value",
      fr: "{component} de {dataset} n'a pas de valeur"
    ),
    remedy: (
      en: "fill it in, or make the attribute optional",
      fr: "remplissez-la, ou rendez l'attribut facultatif"
    ),
    explanation: (
      en: "Dimensions and mandatory attributes have a value in every observation.",
      fr: "Les dimensions et les attributs obligatoires ont une valeur dans chaque observation."
    )
  )

  /// Observations with a code that the list does not have.
  public static let unknownCode: DiagnosticDefinition = DiagnosticDefinition(
    "structures.unknown-code",
    message: (
      en: "codelist {list} lacks codes that stand in {component} of {dataset}",
      fr: "il manque à la liste {list} des codes présents dans {component} de {dataset}"
    ),
    remedy: (
      en: "correct the codes, map them in the source, or add them to the list",
      fr: """
      corrigez les codes, mettez-les en correspondance dans la source, ou ajoutez-les à la \
      liste
      """
    ),
    explanation: (
      en: """
      A coded component holds codes of its list only. The codes themselves are shown by \
      ayni check, never in a log.
      """,
      fr: """
      Une composante codée ne contient que des codes de sa liste. Les codes eux-mêmes sont \
      montrés par ayni check, jamais dans un journal.
      """
    )
  )

  /// Observations that share all their dimensions.
  public static let duplicateKey: DiagnosticDefinition = DiagnosticDefinition(
    "structures.duplicate-key",
    message: (
      en: "dataset {dataset} has observations with the same dimensions{lines}",
      fr: "le jeu de données {dataset} a des observations de mêmes dimensions{lines}"
    ),
    remedy: (
      en: "remove the repetition, or add the dimension that tells them apart",
      fr: "supprimez la répétition, ou ajoutez la dimension qui les distingue"
    ),
    explanation: (
      en: "The dimensions identify an observation; two with the same would count twice.",
      fr: """
      Les dimensions identifient une observation ; deux de mêmes valeurs compteraient \
      double.
      """
    )
  )

  /// A period that the calendar does not have.
  public static let badPeriod: DiagnosticDefinition = DiagnosticDefinition(
    "structures.bad-period",
    message: (
      en: "{component} of {dataset} holds what is no time period",
      fr: "{component} de {dataset} contient ce qui n'est pas une période"
    ),
    remedy: (
      en: "write periods as 2023, 2023-Q2, 2023-05 or 2023-05-17",
      fr: "écrivez les périodes 2023, 2023-Q2, 2023-05 ou 2023-05-17"
    ),
    explanation: (
      en: "Time periods follow SDMX, and days must exist in the calendar.",
      fr: "Les périodes suivent SDMX, et les jours doivent exister dans le calendrier."
    )
  )
}

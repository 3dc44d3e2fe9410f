// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// The problems that columns report.
public enum ColumnsDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] = [
    unsupportedType, wrongType, malformedBatch, decimalOverflow, unequalLengths, differentSchemas,
  ]

  /// A column arrived in an Arrow type that no kernel here is tested with.
  public static let unsupportedType = DiagnosticDefinition(
    "columns.unsupported-type",
    message: (
      en: "column {column} has the type {type}, which Ayni does not read",
      fr: "la colonne {column} est de type {type}, qu'Ayni ne lit pas"
    ),
    remedy: (
      en: "cast the column to integer, double, decimal, text, date, timestamp or boolean",
      fr:
        "convertissez la colonne en entier, double, décimal, texte, date, horodatage ou booléen"
    ),
    explanation: (
      en: """
      Ayni computes on seven types of column. Narrower numbers are widened by themselves; nested \
      types, times with a zone, intervals and unsigned 64-bit numbers need a cast that says what \
      is meant. The type is written in the letters of the Arrow C data interface.
      """,
      fr: """
      Ayni calcule sur sept types de colonne. Les nombres plus étroits sont élargis d'eux-mêmes ; \
      les types imbriqués, les heures avec fuseau, les intervalles et les entiers non signés de \
      64 bits demandent une conversion explicite. Le type est écrit dans les lettres de \
      l'interface C d'Arrow.
      """
    )
  )

  /// A column was read as another type than it has.
  public static let wrongType = DiagnosticDefinition(
    "columns.wrong-type",
    message: (
      en: "column {column} is {actual}, but {expected} was expected",
      fr: "la colonne {column} est de type {actual}, mais {expected} était attendu"
    ),
    remedy: (
      en: "cast the column to {expected} before this step",
      fr: "convertissez la colonne en {expected} avant cette étape"
    ),
    explanation: (
      en: "A step read a column whose type is not the one that the step computes on.",
      fr: "Une étape a lu une colonne dont le type n'est pas celui sur lequel elle calcule."
    )
  )

  /// A batch from a library breaks the Arrow C data interface.
  public static let malformedBatch = DiagnosticDefinition(
    "columns.malformed-batch",
    exit: .ownFault,
    message: (
      en: "a library handed over a batch that is not whole: {what}",
      fr: "une bibliothèque a remis un lot incomplet : {what}"
    ),
    remedy: (
      en: "check with `ayni doctor` that the libraries have the versions that Ayni names",
      fr: "vérifiez avec `ayni doctor` que les bibliothèques ont les versions qu'Ayni indique"
    ),
    explanation: (
      en: """
      Data moves between Ayni and its engines through the Arrow C data interface. A batch whose \
      columns, lengths or buffers do not fit its schema is refused before it is read.
      """,
      fr: """
      Les données passent entre Ayni et ses moteurs par l'interface C d'Arrow. Un lot dont les \
      colonnes, longueurs ou tampons ne correspondent pas à son schéma est refusé avant lecture.
      """
    )
  )

  /// A decimal does not fit the digits of its column.
  public static let decimalOverflow = DiagnosticDefinition(
    "columns.decimal-overflow",
    message: (
      en: "a number does not fit the {precision} digits of a decimal column",
      fr: "un nombre ne tient pas dans les {precision} chiffres d'une colonne décimale"
    ),
    remedy: (
      en: "give the column more digits (at most 38) or fewer decimals",
      fr: "donnez plus de chiffres à la colonne (38 au plus) ou moins de décimales"
    ),
    explanation: (
      en: "Decimals are exact, so a number that has too many digits is refused, never cut.",
      fr: "Les décimaux sont exacts : un nombre qui a trop de chiffres est refusé, jamais tronqué."
    )
  )

  /// Columns of one batch have different numbers of rows, or share a name.
  public static let unequalLengths = DiagnosticDefinition(
    "columns.unequal-lengths",
    exit: .ownFault,
    message: (
      en:
        "the columns of a batch do not fit together: {column} has {actual} {actual|row|rows}, not {expected}",
      fr: """
      les colonnes d'un lot ne vont pas ensemble : {column} a {actual} {actual|ligne|lignes}, pas {expected}
      """
    ),
    remedy: (en: "report this as a fault of Ayni", fr: "signalez cette erreur d'Ayni"),
    explanation: (
      en: "Every column of a batch has one entry a row; a missing value is a null, not a gap.",
      fr: """
      Chaque colonne d'un lot a une entrée par ligne ; une valeur manquante est un nul, pas un trou.
      """
    )
  )

  /// The batches of one stream have different columns.
  public static let differentSchemas = DiagnosticDefinition(
    "columns.different-schemas",
    exit: .ownFault,
    message: (
      en: "a batch does not have the columns of its stream",
      fr: "un lot n'a pas les colonnes de son flux"
    ),
    remedy: (en: "report this as a fault of Ayni", fr: "signalez cette erreur d'Ayni"),
    explanation: (
      en: "All batches of a stream have the same names and types, in the same order.",
      fr: "Tous les lots d'un flux ont les mêmes noms et types, dans le même ordre."
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong with a register that people keep.
extension ProjectDefinitions {
  static let registers: [DiagnosticDefinition] = [noRegister, registerSource, damagedRegister]

  /// There is no such register.
  static let noRegister: DiagnosticDefinition = DiagnosticDefinition(
    "project.no-register",
    exit: .usage,
    message: (
      en: "there is no register {name}",
      fr: "il n'y a pas de registre {name}"
    ),
    remedy: (
      en: "name a source whose file lies under registers/",
      fr: "nommez une source dont le fichier est sous registers/"
    ),
    explanation: (
      en: """
      A register is a source, sources/NAME.toml, whose file is a CSV under registers/ that \
      people keep.
      """,
      fr: """
      Un registre est une source, sources/NOM.toml, dont le fichier est un CSV sous registers/ \
      que l'on tient à jour.
      """
    )
  )

  /// A source is not kept as a register.
  static let registerSource: DiagnosticDefinition = DiagnosticDefinition(
    "project.register-source",
    exit: .usage,
    message: (
      en: "the source {name} is not kept as a register",
      fr: "la source {name} n'est pas tenue comme un registre"
    ),
    remedy: (
      en: """
      keep it as a .csv file under registers/, in UTF-8, with decimal points, days as \
      YYYY-MM-DD, and columns without maps
      """,
      fr: """
      tenez-la comme fichier .csv sous registers/, en UTF-8, avec des points décimaux, des \
      jours AAAA-MM-JJ et des colonnes sans correspondances
      """
    ),
    explanation: (
      en: """
      What goes to a workbook and comes back is written into the file again. A file in another \
      writing, or one whose codes are translated, could not be written back as it was.
      """,
      fr: """
      Ce qui part dans un classeur et en revient est réécrit dans le fichier. Un fichier d'une \
      autre écriture, ou dont les codes sont traduits, ne pourrait être réécrit tel quel.
      """
    )
  )

  /// A register cannot be written back without loss.
  static let damagedRegister: DiagnosticDefinition = DiagnosticDefinition(
    "project.damaged-register",
    message: (
      en: """
      {file} cannot be read whole: a row has an open quote, other text than UTF-8 or another \
      number of fields, or a column of its source is missing
      """,
      fr: """
      {file} ne peut être lu en entier : une ligne a un guillemet ouvert, un texte autre \
      qu'UTF-8 ou un autre nombre de champs, ou une colonne de sa source manque
      """
    ),
    remedy: (
      en: "correct the line that is named; nothing was changed",
      fr: "corrigez la ligne nommée ; rien n'a été modifié"
    ),
    explanation: (
      en: """
      A register is written back whole. A row that was read wrongly would be lost, so nothing \
      is written until every row is sound.
      """,
      fr: """
      Un registre est réécrit en entier. Une ligne mal lue serait perdue : rien n'est écrit \
      tant que chaque ligne n'est pas saine.
      """
    )
  )
}

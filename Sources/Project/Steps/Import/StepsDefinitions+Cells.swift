// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What is told of the cells of a workbook.
extension StepsDefinitions {
  static let cellError = DiagnosticDefinition(
    "import.cell-error",
    message: (
      en: "the column {column} holds {error}, an error of the spreadsheet program",
      fr: "la colonne {column} contient {error}, une erreur du tableur"
    ),
    remedy: (
      en: """
      correct the formula and save the workbook; where it means that nothing is known, write \
      blank = ["{error}"] in the source
      """,
      fr: """
      corrigez la formule et enregistrez le classeur ; si cela veut dire que rien n'est connu, écrivez \
      blank = ["{error}"] dans la source
      """
    ),
    explanation: (
      en: """
      A formula that finds nothing, divides by zero or refers to cells that are gone gives an error in \
      the place of a value: #N/A, #DIV/0!, #REF!. It is no text that anyone wrote, so the row is put aside.
      """,
      fr: """
      Une formule qui ne trouve rien, divise par zéro ou renvoie à des cellules disparues donne une erreur \
      au lieu d'une valeur : #N/A, #DIV/0!, #REF!. Personne n'a écrit ce texte ; la ligne est donc mise de \
      côté.
      """
    )
  )
}

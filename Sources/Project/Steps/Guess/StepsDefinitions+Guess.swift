// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong with a newer file for a source.
extension StepsDefinitions {
  static let noSuchSource = DiagnosticDefinition(
    "import.no-such-source",
    exit: .usage,
    message: (
      en: "the project has no source {name}",
      fr: "le projet n'a pas de source {name}"
    ),
    remedy: (
      en: "write the name of a file under sources/ after --name, or leave --replace out",
      fr: "écrivez après --name le nom d'un fichier sous sources/, ou omettez --replace"
    ),
    explanation: (
      en: """
      ayni import FILE --name NAME --replace gives the source NAME a newer file. What was corrected in \
      the source and in its structure stays as it is.
      """,
      fr: """
      ayni import FICHIER --name NOM --replace donne à la source NOM un fichier plus récent. Ce qui a été \
      corrigé dans la source et dans sa structure reste tel quel.
      """
    )
  )

  static let otherType = DiagnosticDefinition(
    "import.other-type",
    exit: .usage,
    message: (
      en:
        "{name} is read from a file that ends with .{known}, and the newer one ends with .{given}",
      fr: "{name} se lit dans un fichier en .{known}, et le plus récent est en .{given}"
    ),
    remedy: (
      en: "save the newer file in the same form, or import it under another name",
      fr: "enregistrez le fichier plus récent sous la même forme, ou importez-le sous un autre nom"
    ),
    explanation: (
      en: """
      A workbook and a text file say numbers and dates in their own ways, so what a source says of one \
      does not fit the other.
      """,
      fr: """
      Un classeur et un fichier texte disent les nombres et les dates chacun à sa façon ; ce qu'une source \
      dit de l'un ne convient pas à l'autre.
      """
    )
  )

  static let fileLine = DiagnosticDefinition(
    "import.file-line",
    exit: .usage,
    message: (
      en: "the source does not name its file on one line that can be changed",
      fr: "la source ne nomme pas son fichier sur une ligne qui puisse être changée"
    ),
    remedy: (
      en: "write it as file = \"data/name.csv\" on a line of its own",
      fr: "écrivez-le file = \"data/nom.csv\" sur une ligne à part"
    ),
    explanation: (
      en: "ayni import --replace changes this line of the source and no other.",
      fr: "ayni import --replace change cette ligne de la source et aucune autre."
    )
  )
}

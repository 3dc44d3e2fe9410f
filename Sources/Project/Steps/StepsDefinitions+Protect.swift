// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong when a table is protected, and what was withheld.
extension StepsDefinitions {
  static let cellsWithheld = DiagnosticDefinition(
    "steps.cells-withheld",
    severity: .note,
    message: (
      en: """
      {primary} of {cells} cells of {dataset} {primary|has|have} fewer than {minimum} contributors and \
      {primary|is|are} withheld; so {secondary|is|are} {secondary} more, so that totals give nothing away
      """,
      fr: """
      {primary} {primary|cellule|cellules} sur {cells} de {dataset} {primary|a|ont} moins de {minimum} \
      contributeurs et {primary|est masquée|sont masquées} ; {secondary} de plus \
      {secondary|l'est|le sont}, pour que les totaux ne trahissent rien
      """
    ),
    remedy: (
      en: "nothing has to be done; a coarser table shows more",
      fr: "rien à faire ; un tableau moins fin montre davantage"
    ),
    explanation: (
      en: """
      Contributors of records that are not public are counted. A cell with fewer than the minimum is \
      withheld. So is each cell whose value would let somebody work out a withheld one by adding and \
      subtracting, or would let the only contributor of one cell work out another.
      """,
      fr: """
      Les contributeurs des enregistrements non publics sont comptés. Une cellule qui en a moins que le \
      minimum est masquée. De même toute cellule dont la valeur permettrait d'en calculer une masquée par \
      additions et soustractions, ou permettrait au seul contributeur d'une cellule d'en calculer une autre.
      """
    )
  )

  static let recordsWithoutCell = DiagnosticDefinition(
    "steps.records-without-cell",
    message: (
      en: "{groups} {groups|group|groups} of {records} {groups|has|have} no cell in {dataset}",
      fr:
        "{groups} {groups|groupe|groupes} de {records} {groups|n'a|n'ont} pas de cellule dans {dataset}"
    ),
    remedy: (
      en: "give the records that the table was made from, and the keys that it was made with",
      fr: "donnez les enregistrements dont le tableau est issu, et les clés de sa construction"
    ),
    explanation: (
      en: """
      The contributors of a cell are counted in the records behind it. If those are other records, or \
      their codes are others, nothing would be withheld; so the step refuses.
      """,
      fr: """
      Les contributeurs d'une cellule sont comptés dans les enregistrements qui la composent. S'il s'agit \
      d'autres enregistrements, ou d'autres codes, rien ne serait masqué ; l'étape refuse donc.
      """
    )
  )

  static let protectionMissing = DiagnosticDefinition(
    "steps.protection-missing",
    exit: .usage,
    message: (
      en: "the step does not say {key}",
      fr: "l'étape n'indique pas {key}"
    ),
    remedy: (
      en: """
      name the measures to withhold; give [parameters.codes] with primary and secondary; give as_of where \
      until is named
      """,
      fr: """
      nommez les mesures à masquer ; donnez [parameters.codes] avec primary et secondary ; donnez as_of si \
      until est nommé
      """
    ),
    explanation: (
      en: """
      A withheld measure is blank, and its status says why: one code for too few contributors, one for \
      cells that would give others away. Records that are secret until a day are public from it on.
      """,
      fr: """
      Une mesure masquée est vide, et son statut dit pourquoi : un code pour trop peu de contributeurs, un \
      pour les cellules qui en trahiraient d'autres. Un enregistrement secret jusqu'à un jour est public \
      ensuite.
      """
    )
  )

  static let notAMinimum = DiagnosticDefinition(
    "steps.not-a-minimum",
    exit: .usage,
    message: (
      en: "a minimum below 2 withholds nothing",
      fr: "un minimum inférieur à 2 ne masque rien"
    ),
    remedy: (en: "write 3, or more", fr: "écrivez 3, ou plus"),
    explanation: (
      en: "A published cell has at least the minimum of contributors.",
      fr: "Une cellule publiée a au moins le minimum de contributeurs."
    )
  )

  static let badDay = DiagnosticDefinition(
    "steps.bad-day",
    exit: .usage,
    message: (en: "{text} is no day", fr: "{text} n'est pas un jour"),
    remedy: (en: "write a day as 2026-01-31", fr: "écrivez un jour comme 2026-01-31"),
    explanation: (
      en: "Days in the parameters of a step are written as year, month and day.",
      fr: "Les jours des paramètres d'une étape s'écrivent année, mois et jour."
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong with reports of cooperation.
extension CooperationDefinitions {
  static let reports: [DiagnosticDefinition] = [
    reportNeeds, noMeasures, noSuchYear, noSuchPartner,
  ]

  static let reportNeeds = DiagnosticDefinition(
    "cooperation.report-needs",
    exit: .usage,
    message: (
      en: "the report needs {key}",
      fr: "le rapport a besoin de {key}"
    ),
    remedy: (
      en: "add it to the file of the report; the guide on reports lists the keys",
      fr: "ajoutez-le au fichier du rapport ; le guide des rapports liste les clés"
    ),
    explanation: (
      en: """
      Which codes stand for given and received, and what the rows of a group hold, only the office knows: \
      [parameters.directions] and [parameters.groups] say it.
      """,
      fr: """
      Seul le bureau sait quels codes signifient donné et reçu, et ce que contiennent les lignes d'un groupe : \
      [parameters.directions] et [parameters.groups] le disent.
      """
    )
  )

  static let noMeasures = DiagnosticDefinition(
    "cooperation.no-measures",
    message: (
      en: "{dataset} of the release {release} has no observation",
      fr: "{dataset} de la publication {release} n'a aucune observation"
    ),
    remedy: (
      en: "look at the register and at the step that measures, then run and publish again",
      fr: "regardez le registre et l'étape qui mesure, puis relancez et republiez"
    ),
    explanation: (
      en: "A report on nothing would be taken for a report that there was nothing.",
      fr: "Un rapport sur rien passerait pour le rapport qu'il n'y a rien eu."
    )
  )

  static let noSuchYear = DiagnosticDefinition(
    "cooperation.no-such-year",
    exit: .usage,
    message: (
      en: "the release has no measures of that year",
      fr: "la publication n'a pas de mesures de cette année"
    ),
    remedy: (
      en: "write YEAR= with one of: {years}",
      fr: "écrivez YEAR= avec l'une de : {years}"
    ),
    explanation: (
      en: "A report is about one year of its release; the last one by default.",
      fr: "Un rapport porte sur une année de sa publication ; la dernière par défaut."
    )
  )

  static let noSuchPartner = DiagnosticDefinition(
    "cooperation.no-such-partner",
    exit: .usage,
    message: (
      en: "the list {list} has no such partner",
      fr: "la liste {list} n'a pas ce partenaire"
    ),
    remedy: (
      en: "write PARTNER= with a code of the list",
      fr: "écrivez PARTNER= avec un code de la liste"
    ),
    explanation: (
      en: "A partner is named by its code in the list of the dataset.",
      fr: "Un partenaire est nommé par son code dans la liste du jeu de données."
    )
  )
}

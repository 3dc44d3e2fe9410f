// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What the rules on components find: measures, hours, months.
extension CooperationDefinitions {
  static let measureMissing: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.measure-missing",
    severity: .warning,
    message: (
      en: """
      {rule}: components lack the amount, the quantity or the unit that their group is \
      counted in
      """,
      fr: """
      {rule} : des composantes n'ont pas le montant, la quantité ou l'unité dans lesquels \
      leur groupe se compte
      """
    ),
    remedy: (
      en: """
      give what is missing, or a REASON where a component of a group in both has one of \
      them only
      """,
      fr: """
      donnez ce qui manque, ou une raison (REASON) si une composante d'un groupe en deux \
      mesures n'en a qu'une
      """
    ),
    explanation: (
      en: """
      A group in money has an amount; a group in its own units has a quantity with its \
      unit; a group in both has both, or says why not. The component counts, and stays out \
      of the sum that it has no number for.
      """,
      fr: """
      Un groupe en monnaie a un montant ; un groupe en unités propres a une quantité et \
      son unité ; un groupe en deux mesures a les deux, ou dit pourquoi. La composante \
      compte, et reste hors de la somme dont elle n'a pas le nombre.
      """
    )
  )

  static let severalReported: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.several-reported",
    message: (
      en: "{rule}: components have several valuations that are reported",
      fr: "{rule} : des composantes ont plusieurs valorisations déclarées"
    ),
    remedy: (
      en: "mark exactly one valuation of the component as REPORTED",
      fr: "marquez une seule valorisation de la composante comme déclarée (REPORTED)"
    ),
    explanation: (
      en: """
      A component may be valued in several ways side by side. If two of them are reported, \
      totals count it twice.
      """,
      fr: """
      Une composante peut être valorisée de plusieurs façons. Si deux sont déclarées, les \
      totaux la comptent deux fois.
      """
    )
  )

  static let noneReported: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.none-reported",
    severity: .warning,
    message: (
      en: "{rule}: components have valuations and none of them is reported",
      fr: "{rule} : des composantes ont des valorisations dont aucune n'est déclarée"
    ),
    remedy: (
      en: "mark the valuation that counts as REPORTED",
      fr: "marquez la valorisation qui compte comme déclarée (REPORTED)"
    ),
    explanation: (
      en: """
      Exactly one of the valuations of a component stands in the totals. Without it, the \
      component counts and its money does not.
      """,
      fr: """
      Une seule des valorisations d'une composante figure dans les totaux. Sans elle, la \
      composante compte, mais non son argent.
      """
    )
  )

  static let hoursImpossible: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.hours-impossible",
    severity: .warning,
    message: (
      en: "{rule}: a person worked more hours than the days have",
      fr: "{rule} : une personne a travaillé plus d'heures que les jours n'en ont"
    ),
    remedy: (
      en: "correct HOURS, which is for one person, or DAYS",
      fr: "corrigez HOURS, qui vaut pour une personne, ou DAYS"
    ),
    explanation: (
      en: """
      HOURS are those of one person. Often the hours of all persons were entered together.
      """,
      fr: """
      HOURS sont celles d'une personne. Souvent les heures de toutes ont été saisies \
      ensemble.
      """
    )
  )

  static let hoursMany: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.hours-many",
    severity: .warning,
    message: (
      en: "{rule}: a person worked more than twelve hours a day",
      fr: "{rule} : une personne a travaillé plus de douze heures par jour"
    ),
    remedy: (
      en: "look whether HOURS is for one person",
      fr: "vérifiez que HOURS vaut pour une personne"
    ),
    explanation: (
      en: "It can be so; more often the hours of several persons stand in one row.",
      fr: """
      C'est possible ; plus souvent les heures de plusieurs personnes sont sur une ligne.
      """
    )
  )

  static let lumpSum: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.lump-sum",
    severity: .warning,
    message: (
      en: "{rule}: one amount stands for a time that reaches into another year",
      fr: "{rule} : un montant vaut pour un temps qui déborde sur une autre année"
    ),
    remedy: (
      en: "split the component by year, or let the step that values it split it by days",
      fr: """
      divisez la composante par année, ou laissez l'étape qui la valorise la diviser par \
      jours
      """
    ),
    explanation: (
      en: """
      Totals are by year. One amount for several years puts all of it into the first.
      """,
      fr: """
      Les totaux sont annuels. Un montant pour plusieurs années le met tout entier dans la \
      première.
      """
    )
  )

  static let monthsBeyondPlan: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.months-beyond-plan",
    severity: .warning,
    message: (
      en: "{rule}: scholarships lasted longer than planned",
      fr: "{rule} : des bourses ont duré plus que prévu"
    ),
    remedy: (
      en: """
      correct the months, or raise the planned months with the extension that was granted
      """,
      fr: "corrigez les mois, ou relevez les mois prévus de la prolongation accordée"
    ),
    explanation: (
      en: """
      Months that were planned are those granted, extensions included; months that were \
      taken cannot be more.
      """,
      fr: """
      Les mois prévus sont ceux accordés, prolongations comprises ; les mois effectifs ne \
      peuvent les dépasser.
      """
    )
  )

  static let modalityUnsaid: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.modality-unsaid",
    exit: .usage,
    message: (
      en: "the step does not say what these modalities are to the indicator: {codes}",
      fr: "l'étape ne dit pas ce que sont ces modalités pour l'indicateur : {codes}"
    ),
    remedy: (
      en: "add each of them under [parameters.modalities] as grant, loan or none",
      fr: "ajoutez chacune sous [parameters.modalities] comme grant, loan ou none"
    ),
    explanation: (
      en: """
      The list of modalities is the office's own. A modality that nobody classified would \
      be left out of the indicator without a word.
      """,
      fr: """
      La liste des modalités est celle du bureau. Une modalité que personne n'a classée \
      serait laissée hors de l'indicateur sans un mot.
      """
    )
  )
}

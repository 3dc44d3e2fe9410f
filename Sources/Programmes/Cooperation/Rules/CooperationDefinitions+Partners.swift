// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What the rules on partners and owners of activities find.
extension CooperationDefinitions {
  static let partnersMissing: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.partners-missing",
    severity: .warning,
    message: (
      en: """
      {rule}: activities lack a provider or a recipient, or name one country for both
      """,
      fr: """
      {rule} : des activités n'ont pas de fournisseur ou de bénéficiaire, ou un seul pays \
      pour les deux
      """
    ),
    remedy: (
      en: "add the partners with their roles to the register of participations",
      fr: "ajoutez les partenaires et leurs rôles au registre des participations"
    ),
    explanation: (
      en: """
      Cooperation has at least one provider and one recipient, and they are not the same \
      country. The activity is kept and counted; it stands in no table by partner until it \
      names them.
      """,
      fr: """
      Une coopération a au moins un fournisseur et un bénéficiaire, et ce n'est pas le \
      même pays. L'activité est gardée et comptée ; elle ne figure dans aucun tableau par \
      partenaire avant de les nommer.
      """
    )
  )

  static let notOfTheSouth: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.not-of-the-south",
    severity: .warning,
    message: (
      en: """
      {rule}: bilateral activities have a side that is not in the group of the South on \
      the day they start
      """,
      fr: """
      {rule} : des activités bilatérales ont une partie hors du groupe du Sud le jour où \
      elles commencent
      """
    ),
    remedy: (
      en: """
      correct the country, state another type, or record the declaration (DECLARED) that \
      the partner counts as of the South
      """,
      fr: """
      corrigez le pays, donnez un autre type, ou enregistrez la déclaration (DECLARED) que \
      le partenaire compte comme du Sud
      """
    ),
    explanation: (
      en: """
      The list of countries is the office's own and dated: what counts is the membership \
      on the day the activity starts. Partners that are not on the list may be declared, \
      and the declaration is kept with the participation.
      """,
      fr: """
      La liste des pays est celle du bureau, et datée : ce qui compte est l'appartenance \
      le jour où l'activité commence. Un partenaire hors liste peut être déclaré ; la \
      déclaration reste avec la participation.
      """
    )
  )

  static let notTriangular: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.not-triangular",
    severity: .warning,
    message: (
      en: """
      {rule}: triangular activities have fewer than three partners, or fewer than two \
      countries of the South
      """,
      fr: """
      {rule} : des activités triangulaires ont moins de trois partenaires, ou moins de \
      deux pays du Sud
      """
    ),
    remedy: (
      en: "add the partners that are missing, or state another type",
      fr: "ajoutez les partenaires qui manquent, ou donnez un autre type"
    ),
    explanation: (
      en: """
      A triangular activity joins two countries of the South and a third partner: of the \
      South, of the North, or an international organisation. Partners that are not on the \
      office's list may be declared.
      """,
      fr: """
      Une activité triangulaire réunit deux pays du Sud et un troisième partenaire : du \
      Sud, du Nord, ou une organisation internationale. Un partenaire hors de la liste du \
      bureau peut être déclaré.
      """
    )
  )

  static let ownersDiffer: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.owners-differ",
    severity: .warning,
    message: (
      en: """
      {rule}: what the owners of the resources paid is not the amount of the component
      """,
      fr: """
      {rule} : ce que les propriétaires des ressources ont payé n'est pas le montant de la \
      composante
      """
    ),
    remedy: (
      en: "correct the amount or the parts; they agree to the cent",
      fr: "corrigez le montant ou les parts ; ils s'accordent au centime"
    ),
    explanation: (
      en: """
      Only resources that the reporting country owns count as what it provides. So the \
      parts of the owners have to give the whole, or one country's money is counted as \
      another's.
      """,
      fr: """
      Seules les ressources que le pays déclarant possède comptent comme fournies par lui. \
      Les parts des propriétaires doivent donc faire le tout, sinon l'argent de l'un est \
      compté pour l'autre.
      """
    )
  )
}

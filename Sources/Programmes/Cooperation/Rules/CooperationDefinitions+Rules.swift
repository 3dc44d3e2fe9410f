// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What the rules of the registers find, and what can be wrong with the step that applies them.
extension CooperationDefinitions {
  static let rules: [DiagnosticDefinition] = [
    notAnInput, unknownRegister, registerColumn, findingColumn, badDay, unknownRule,
    partnersMissing, notOfTheSouth, notTriangular, ownersDiffer, sharesDiffer, sharesRounded,
    measureMissing, severalReported, noneReported, hoursImpossible, hoursMany, lumpSum,
    monthsBeyondPlan, termsImpossible, drawnBeyondCommitment, futureMovement,
    forgivenBeyondDebt,
    notDistributed, modalityUnsaid, contributionBounds, loansWithoutTerms, contributionBlank,
  ]

  static let notAnInput: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.not-an-input",
    exit: .usage,
    message: (
      en: "the parameters speak of {name}, which is not among the inputs of the step",
      fr: "les paramètres parlent de {name}, qui n'est pas parmi les entrées de l'étape"
    ),
    remedy: (
      en: "name it under inputs, or take it out of [parameters.registers]",
      fr: "nommez-le sous inputs, ou retirez-le de [parameters.registers]"
    ),
    explanation: (
      en: """
      [parameters.registers] says for an input which register it holds: components_2025 = \
      "components". An input that is named as its register needs no line there.
      """,
      fr: """
      [parameters.registers] dit d'une entrée quel registre elle contient : \
      components_2025 = "components". Une entrée qui porte le nom de son registre n'a pas \
      besoin de ligne.
      """
    )
  )

  static let unknownRegister: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.unknown-register",
    exit: .usage,
    message: (
      en: "nothing says which register {name} holds",
      fr: "rien ne dit quel registre contient {name}"
    ),
    remedy: (
      en: "add it under [parameters.registers] as one of: {registers}",
      fr: "ajoutez-le sous [parameters.registers] comme l'un de : {registers}"
    ),
    explanation: (
      en: """
      A rule looks at registers by what they hold. A dataset may have any name where \
      [parameters.registers] says what it is.
      """,
      fr: """
      Une règle regarde les registres selon ce qu'ils contiennent. Un jeu de données peut \
      porter tout nom si [parameters.registers] dit ce qu'il est.
      """
    )
  )

  static let registerColumn: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.register-column",
    exit: .usage,
    message: (
      en: "{structure} needs {column} as a {kind} for the rules of the register",
      fr: "{structure} doit avoir {column} comme {kind} pour les règles du registre"
    ),
    remedy: (
      en: """
      give the component that name and type, or another name where it means something else
      """,
      fr: """
      donnez à la composante ce nom et ce type, ou un autre nom si elle a un autre sens
      """
    ),
    explanation: (
      en: """
      The rules know a few columns by name. A register may lack those that no rule has to \
      look at; the rules that need them are then not applied.
      """,
      fr: """
      Les règles connaissent quelques colonnes par leur nom. Un registre peut manquer de \
      celles qu'aucune règle ne doit voir ; les règles qui en ont besoin ne sont alors pas \
      appliquées.
      """
    )
  )

  static let findingColumn: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.finding-column",
    exit: .usage,
    message: (
      en: "{structure} has no {column}, which the findings have",
      fr: "{structure} n'a pas {column}, que les constats ont"
    ),
    remedy: (
      en: """
      give it the dimensions RULE, REGISTER, RECORD and FIELD, and the attributes OUTCOME \
      and LINE
      """,
      fr: """
      donnez-lui les dimensions RULE, REGISTER, RECORD et FIELD, et les attributs OUTCOME \
      et LINE
      """
    ),
    explanation: (
      en: """
      The findings of the rules are a dataset like any other, so that they can be counted, \
      published and compared.
      """,
      fr: """
      Les constats des règles sont un jeu de données comme un autre : on peut les compter, \
      les publier, les comparer.
      """
    )
  )

  static let badDay: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.bad-day",
    exit: .usage,
    message: (
      en: "{text} is not a day",
      fr: "{text} n'est pas un jour"
    ),
    remedy: (
      en: "write it as year-month-day, such as 2025-12-31",
      fr: "écrivez-le année-mois-jour, comme 2025-12-31"
    ),
    explanation: (
      en: """
      as_of is the day on which the office closed its books for the round: nothing can \
      have happened after it.
      """,
      fr: """
      as_of est le jour où le bureau a clos ses livres pour la collecte : rien ne peut \
      avoir eu lieu après.
      """
    )
  )

  static let unknownRule: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.unknown-rule",
    exit: .usage,
    message: (
      en: "there is no rule {name}",
      fr: "il n'y a pas de règle {name}"
    ),
    remedy: (
      en: "name one of {rules}",
      fr: "nommez l'une de {rules}"
    ),
    explanation: (
      en: """
      Rules are known by their numbers in the guide to the register; `without` lists those \
      that the office does not apply.
      """,
      fr: """
      Les règles sont connues par leur numéro dans le guide du registre ; `without` cite \
      celles que le bureau n'applique pas.
      """
    )
  )

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

  static let sharesDiffer: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.shares-differ",
    severity: .warning,
    message: (
      en: "{rule}: the shares of a vocabulary are not 100 percent of the activity",
      fr: "{rule} : les parts d'un vocabulaire ne font pas 100 pour cent de l'activité"
    ),
    remedy: (
      en: "complete or correct the shares in the register of shares",
      fr: "complétez ou corrigez les parts dans le registre des parts"
    ),
    explanation: (
      en: """
      An activity may serve several sectors or targets; in each vocabulary the parts are \
      100 percent together. The activity is counted; it stays out of the tables of that \
      vocabulary until they are.
      """,
      fr: """
      Une activité peut servir plusieurs secteurs ou cibles ; dans chaque vocabulaire les \
      parts font 100 pour cent. L'activité est comptée ; elle reste hors des tableaux de \
      ce vocabulaire en attendant.
      """
    )
  )

  static let sharesRounded: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.shares-rounded",
    severity: .warning,
    message: (
      en: """
      {rule}: the shares of a vocabulary miss 100 percent by 0.5 or less, as rounded \
      shares do
      """,
      fr: """
      {rule} : la somme des parts d'un vocabulaire s'écarte de 100 pour cent de 0,5 au plus, comme des \
      parts arrondies
      """
    ),
    remedy: (
      en: "scale them to 100 percent, or give them with more decimals",
      fr: "ramenez-les à 100 pour cent, ou donnez plus de décimales"
    ),
    explanation: (
      en: """
      Three thirds written as 33.3 are 99.9 percent. Such shares are used in proportion; \
      nothing is refused.
      """,
      fr: """
      Trois tiers écrits 33,3 font 99,9 pour cent. De telles parts servent en proportion ; \
      rien n'est refusé.
      """
    )
  )

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

  static let termsImpossible: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.terms-impossible",
    severity: .warning,
    message: (
      en: "{rule}: the terms of a loan do not fit together",
      fr: "{rule} : les conditions d'un prêt ne vont pas ensemble"
    ),
    remedy: (
      en: """
      give interest of zero or more, 0 ≤ grace ≤ maturity, and 1, 2, 4 or 12 payments a \
      year
      """,
      fr: """
      donnez un intérêt nul ou positif, 0 ≤ différé ≤ durée, et 1, 2, 4 ou 12 paiements \
      par an
      """
    ),
    explanation: (
      en: """
      The grant element of a loan, and with it whether the loan is concessional, is \
      computed from these terms. The loan is kept with its amount and without a grant \
      element.
      """,
      fr: """
      L'élément don d'un prêt, et donc son caractère concessionnel, se calcule de ces \
      conditions. Le prêt est gardé avec son montant et sans élément don.
      """
    )
  )

  static let drawnBeyondCommitment: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.drawn-beyond-commitment",
    severity: .warning,
    message: (
      en: "{rule}: more was drawn on a loan than was committed",
      fr: "{rule} : il a été tiré sur un prêt plus qu'il n'était engagé"
    ),
    remedy: (
      en: "add the commitment that is missing, or correct the draws",
      fr: "ajoutez l'engagement qui manque, ou corrigez les tirages"
    ),
    explanation: (
      en: "Draws are what statistics count; they end where the commitment ends.",
      fr: """
      Les tirages sont ce que la statistique compte ; ils finissent avec l'engagement.
      """
    )
  )

  static let futureMovement: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.future-movement",
    severity: .warning,
    message: (
      en: "{rule}: a loan moved after the day as of which the office reports",
      fr: "{rule} : un prêt a bougé après le jour à la date duquel le bureau déclare"
    ),
    remedy: (
      en: "correct the date, or enter plans as plans",
      fr: "corrigez la date, ou saisissez les prévisions comme telles"
    ),
    explanation: (
      en: "as_of in the step says which day that is. What is planned is not a movement.",
      fr: """
      as_of dans l'étape dit quel est ce jour. Ce qui est prévu n'est pas un mouvement.
      """
    )
  )

  static let forgivenBeyondDebt: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.forgiven-beyond-debt",
    severity: .warning,
    message: (
      en: "{rule}: more was forgiven of a loan than was still owed",
      fr: "{rule} : il a été remis d'un prêt plus qu'il n'était encore dû"
    ),
    remedy: (
      en: "correct the movements: owed is what was drawn less what was paid back",
      fr: "corrigez les mouvements : est dû ce qui a été tiré moins ce qui a été remboursé"
    ),
    explanation: (
      en: """
      Debt relief counts up to the principal still owed; interest in arrears that is \
      forgiven with it is a movement of its own.
      """,
      fr: """
      La remise de dette compte jusqu'au principal encore dû ; les arriérés d'intérêts \
      remis avec lui sont un mouvement à part.
      """
    )
  )

  static let notDistributed: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.not-distributed",
    severity: .warning,
    message: (
      en:
        "{rows} of {all} {all|row|rows} of values have no usable shares of {vocabulary}: they stand under {code}",
      fr:
        "{rows} {all|ligne|lignes} de valeurs sur {all} n'ont pas de parts utilisables du vocabulaire {vocabulary} : elles figurent sous {code}"
    ),
    remedy: (
      en: "complete the shares of their activities to 100 percent",
      fr: "complétez à 100 pour cent les parts de leurs activités"
    ),
    explanation: (
      en: """
      Nothing is dropped and nothing is guessed: a value whose activity names no sector stands under a code of \
      its own, so that totals by sector add up to the total. Shares that were rounded, from 99.5 to 100.5 \
      percent, are used in proportion.
      """,
      fr: """
      Rien n'est perdu ni deviné : une valeur dont l'activité ne nomme aucun secteur figure sous un code à elle, \
      pour que les totaux par secteur fassent le total. Des parts arrondies, de 99,5 à 100,5 pour cent, servent en \
      proportion.
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

  static let contributionBounds: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.contribution-bounds",
    exit: .usage,
    message: (
      en: "unit_multiplier is from 0 to 9, and concessional_from is a percentage",
      fr: "unit_multiplier va de 0 à 9, et concessional_from est un pourcentage"
    ),
    remedy: (
      en: "write 6 for millions and 35 for the test of the indicator",
      fr: "écrivez 6 pour des millions et 35 pour le critère de l'indicateur"
    ),
    explanation: (
      en: """
      A loan is concessional for 17.3.1 where its grant element is 35 percent or more, \
      discounted at 5 percent a year.
      """,
      fr: """
      Un prêt est concessionnel pour 17.3.1 si son élément don est de 35 pour cent ou \
      plus, actualisé à 5 pour cent par an.
      """
    )
  )

  static let loansWithoutTerms: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.loans-without-terms",
    severity: .warning,
    message: (
      en: """
      {rows} {rows|loan has|loans have} no grant element and {rows|stands|stand} in no \
      series
      """,
      fr: """
      {rows} {rows|prêt n'a|prêts n'ont} pas d'élément don et ne {rows|figure|figurent} \
      dans aucune série
      """
    ),
    remedy: (
      en: """
      give interest, maturity, grace and payments a year, or say beside the series what \
      they lack
      """,
      fr: """
      donnez intérêt, durée, différé et paiements par an, ou dites à côté des séries ce \
      qui leur manque
      """
    ),
    explanation: (
      en: """
      Whether a loan is concessional follows from its grant element. A loan without terms \
      is not put into either series by guess.
      """,
      fr: """
      Le caractère concessionnel d'un prêt suit de son élément don. Un prêt sans \
      conditions n'est mis dans aucune série au hasard.
      """
    )
  )

  static let contributionBlank: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.contribution-blank",
    severity: .warning,
    message: (
      en: """
      {rows} {rows|grant or loan has|grants and loans have} no USD: the series leave \
      {rows|it|them} out
      """,
      fr: """
      {rows} {rows|don ou prêt n'a|dons et prêts n'ont} pas d'USD : les séries \
      {rows|l'omettent|les omettent}
      """
    ),
    remedy: (
      en: """
      fill the blanks where the values are known, or say beside the series what they cover
      """,
      fr: """
      remplissez les blancs si les valeurs sont connues, ou dites à côté des séries ce \
      qu'elles couvrent
      """
    ),
    explanation: (
      en: """
      A component without a value counts as an activity; it cannot be in a sum of money.
      """,
      fr: """
      Une composante sans valeur compte comme activité ; elle ne peut être dans une somme \
      d'argent.
      """
    )
  )
}

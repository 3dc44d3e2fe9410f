// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What keeps components from being measured or added up.
extension CooperationDefinitions {
  static let measures: [DiagnosticDefinition] = [
    unitsAdded, unitTwice, ownersMissing, fundCountedTwice, ownersSilent,
    groupUnmeasured, fundFlowUnknown,
  ]

  static let unitsAdded = DiagnosticDefinition(
    "cooperation.units-added",
    exit: .usage,
    message: (
      en:
        "{structure} would add up values of different units: UNIT_MEASURE is no dimension of it, or is summed over",
      fr:
        "{structure} additionnerait des valeurs d'unités différentes : UNIT_MEASURE n'en est pas une dimension, ou serait sommée"
    ),
    remedy: (
      en: "make UNIT_MEASURE a dimension of the structure, and leave it out of the totals",
      fr: "faites de UNIT_MEASURE une dimension de la structure, et retirez-la des totaux"
    ),
    explanation: (
      en: """
      Dollars, international dollars of purchasing power, person-hours and events cannot be added: each \
      unit has a row of its own beside the others (rule V8).
      """,
      fr: """
      Dollars, dollars internationaux en parité de pouvoir d'achat, heures-personnes et événements ne \
      s'additionnent pas : chaque unité a sa propre ligne à côté des autres (règle V8).
      """
    )
  )

  static let unitTwice = DiagnosticDefinition(
    "cooperation.unit-twice",
    exit: .usage,
    message: (
      en: "two columns have the unit {unit}, so what they hold would be added",
      fr: "deux colonnes ont l'unité {unit} : leurs contenus seraient additionnés"
    ),
    remedy: (
      en: "give each column a unit of its own",
      fr: "donnez à chaque colonne sa propre unité"
    ),
    explanation: (
      en:
        "The unit tells values apart; money at exchange rates and at purchasing power are two units.",
      fr: """
      L'unité distingue les valeurs ; la monnaie au taux de change et en parité de pouvoir d'achat sont \
      deux unités.
      """
    )
  )

  static let ownersMissing = DiagnosticDefinition(
    "cooperation.owners-missing",
    exit: .usage,
    message: (
      en: "the step names its own owners, but has no register of what owners paid",
      fr: "l'étape nomme ses propres bailleurs, mais n'a pas de registre de ce que chacun a payé"
    ),
    remedy: (
      en: "give the register of owners' shares as second input, or remove own",
      fr: "donnez le registre des parts des bailleurs en seconde entrée, ou retirez own"
    ),
    explanation: (
      en: """
      What a country provides is what it owns: the part of a third country in a triangular activity is \
      that country's. The register has COMPONENT, OWNER and AMOUNT.
      """,
      fr: """
      Ce qu'un pays fournit est ce qui lui appartient : la part d'un pays tiers dans une activité \
      triangulaire est la sienne. Le registre a COMPONENT, OWNER et AMOUNT.
      """
    )
  )

  static let fundCountedTwice = DiagnosticDefinition(
    "cooperation.fund-counted-twice",
    message: (
      en: """
      {cells} {cells|total|totals} would hold what a fund was given beside what the same fund gave on \
      ({funds} {funds|fund|funds})
      """,
      fr: """
      {cells} {cells|total compterait|totaux compteraient} ce qu'un même fonds a reçu et ce qu'il a versé \
      ({funds} fonds)
      """
    ),
    remedy: (
      en: "keep the direction, or whatever tells the two apart, as a key without a total",
      fr: "gardez le sens du flux, ou ce qui distingue les deux, comme clé sans total"
    ),
    explanation: (
      en: """
      A contribution to a fund and the fund's disbursements are the same money seen twice. The provider \
      counts the first, the recipient the second; no total adds the two (rule V13).
      """,
      fr: """
      Une contribution à un fonds et les décaissements de ce fonds sont le même argent vu deux fois. Le \
      fournisseur compte la première, le bénéficiaire les seconds ; aucun total ne les additionne (règle V13).
      """
    )
  )

  static let ownersSilent = DiagnosticDefinition(
    "cooperation.owners-silent",
    severity: .warning,
    message: (
      en: "{rows} of {all} shares stand on the word of a country that does not own them",
      fr:
        "{rows} des {all} parts reposent sur la déclaration d'un pays qui n'en est pas le bailleur"
    ),
    remedy: (
      en: "ask the owners of these shares for their reports",
      fr: "demandez aux bailleurs de ces parts leurs déclarations"
    ),
    explanation: (
      en: """
      Each owner's own report comes first. Where an owner reports nothing of an activity, the first of the       other reporters is believed, in the order of their codes, so that the total is whole.
      """,
      fr: """
      La déclaration du bailleur lui-même vient d'abord. Lorsqu'un bailleur ne déclare rien d'une activité, le       premier des autres déclarants est cru, dans l'ordre de leurs codes, pour que le total soit entier.
      """
    )
  )

  static let groupUnmeasured = DiagnosticDefinition(
    "cooperation.group-unmeasured",
    message: (
      en: """
      {rows} {rows|component has|components have} a MODALITY_GROUP that the step has no measure for \
      ({codes} {codes|code|codes}, an empty one among them where there is one), so no total would hold \
      {rows|it|them}
      """,
      fr: """
      {rows} {rows|composante a|composantes ont} un MODALITY_GROUP que l'étape ne sait pas mesurer \
      ({codes} {codes|code|codes}, vide compris s'il y en a), et aucun total ne {rows|la|les} compterait
      """
    ),
    remedy: (
      en: "name each group of the list under groups, and give every component its group",
      fr: "nommez chaque groupe de la liste sous groups, et donnez un groupe à chaque composante"
    ),
    explanation: (
      en: """
      Groups say what a component is measured in: money, quantities or both. A component of a group that \
      the step does not name would be left out of every sum without a word.
      """,
      fr: """
      Les groupes disent en quoi se mesure une composante : monnaie, quantités ou les deux. Une composante \
      d'un groupe que l'étape ne nomme pas manquerait à chaque somme sans qu'on le sache.
      """
    )
  )

  static let fundFlowUnknown = DiagnosticDefinition(
    "cooperation.fund-flow-unknown",
    message: (
      en: """
      {rows} {rows|component names|components name} a fund or a flow of a fund, but not both, or a flow \
      that the step does not know ({codes} {codes|code|codes})
      """,
      fr: """
      {rows} {rows|composante nomme|composantes nomment} un fonds ou un flux de fonds sans l'autre, ou un \
      flux que l'étape ne connaît pas ({codes} {codes|code|codes})
      """
    ),
    remedy: (
      en: "give FUND and FUND_FLOW together, and name each flow under funds",
      fr: "donnez FUND et FUND_FLOW ensemble, et nommez chaque flux sous funds"
    ),
    explanation: (
      en: """
      Whether the money went into the fund or came out of it decides whether a total would count it twice \
      (rule V13). Where that is not known, the rule cannot be held.
      """,
      fr: """
      Que l'argent soit entré dans le fonds ou en soit sorti décide si un total le compterait deux fois \
      (règle V13). Si on l'ignore, la règle ne peut être tenue.
      """
    )
  )
}

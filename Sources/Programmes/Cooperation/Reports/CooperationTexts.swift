// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What reports of cooperation say.
enum CooperationTexts {
  static let national = Message(
    "cooperation.report.national",
    en: "two pages on what the country gave and received",
    fr: "deux pages sur ce que le pays a donné et reçu"
  )
  static let partnerBrief = Message(
    "cooperation.report.partner",
    en: "one page on everything with one partner, for the ten minutes before a meeting",
    fr:
      "une page sur tout ce qui se fait avec un partenaire, pour les dix minutes avant une réunion"
  )
  static let review = Message(
    "cooperation.report.vnr",
    en: "the chapter of the voluntary national review with its statistical annex",
    fr: "le chapitre de l'examen national volontaire avec son annexe statistique"
  )
  static let nationalTitle = Message(
    "cooperation.report.national-title",
    en: "South-South cooperation {year}",
    fr: "Coopération Sud-Sud {year}"
  )
  static let nationalSubtitle = Message(
    "cooperation.report.national-subtitle",
    en: "What we gave and what we received, side by side",
    fr: "Ce que nous avons donné et ce que nous avons reçu, côte à côte"
  )
  static let briefTitle = Message(
    "cooperation.report.brief-title",
    en: "Everything with {partner}",
    fr: "Fiche partenaire : {partner}"
  )
  static let briefSubtitle = Message(
    "cooperation.report.brief-subtitle",
    en: "South-South cooperation {first} to {last}",
    fr: "Coopération Sud-Sud de {first} à {last}"
  )
  static let briefSubtitleOfYear = Message(
    "cooperation.report.brief-subtitle-of-year",
    en: "South-South cooperation in {year}",
    fr: "Coopération Sud-Sud en {year}"
  )
  static let reviewTitle = Message(
    "cooperation.report.vnr-title",
    en: "South-South and triangular cooperation",
    fr: "Coopération Sud-Sud et triangulaire"
  )
  static let reviewSubtitle = Message(
    "cooperation.report.vnr-subtitle",
    en: "Chapter of the voluntary national review, with a statistical annex",
    fr: "Chapitre de l'examen national volontaire, avec une annexe statistique"
  )
  static let givenHeading = Message(
    "cooperation.report.given-heading",
    en: "Given and received",
    fr: "Donné et reçu"
  )
  static let givenAndReceived = Message(
    "cooperation.report.given",
    en: "What was given and received, {year}",
    fr: "Ce qui a été donné et reçu, {year}"
  )
  static let groupAndUnit = Message(
    "cooperation.report.group-unit",
    en: "Group and unit",
    fr: "Groupe et unité"
  )
  static let activities = Message(
    "cooperation.report.activities",
    en: "Activities",
    fr: "Activités"
  )
  static let noGrandTotal = Message(
    "cooperation.report.no-grand-total",
    en: "Groups and units stand side by side and are not added up: hours are not dollars.",
    fr: """
      Groupes et unités sont côte à côte et ne s'additionnent pas : des heures ne sont pas des \
      dollars.
      """
  )
  static let partner = Message("cooperation.report.partner-word", en: "Partner", fr: "Partenaire")
  static let partnersHeading = Message(
    "cooperation.report.partners-heading",
    en: "Partners",
    fr: "Partenaires"
  )
  static let partnersTitle = Message(
    "cooperation.report.partners",
    en: "The first {count} {count|partner|partners}, {year}",
    fr: "{count} {count|premier partenaire|premiers partenaires}, {year}"
  )
  static let allPartners = Message(
    "cooperation.report.all-partners",
    en: "Every partner, {year}",
    fr: "Chaque partenaire, {year}"
  )
  static let partnerOrder = Message(
    "cooperation.report.partner-order",
    en: "Partners with the most activities come first; money and time do not change the order.",
    fr: """
      Les partenaires ayant le plus d'activités viennent d'abord ; argent et temps n'y changent \
      rien.
      """
  )
  static let partnersLeft = Message(
    "cooperation.report.partners-left",
    en: "{count} more {count|partner is|partners are} in the dataset.",
    fr: "{count} {count|autre partenaire est|autres partenaires sont} dans le jeu de données."
  )
  static let changesHeading = Message(
    "cooperation.report.changes-heading",
    en: "What changed, and why",
    fr: "Ce qui a changé, et pourquoi"
  )
  static let changesTitle = Message(
    "cooperation.report.changes",
    en: "Changes from {before} to {year}",
    fr: "Changements de {before} à {year}"
  )
  static let whatChanged = Message("cooperation.report.what", en: "What", fr: "Quoi")
  static let change = Message("cooperation.report.change", en: "Change", fr: "Changement")
  static let explainedBy = Message(
    "cooperation.report.explained-by",
    en: "Of which",
    fr: "Dont"
  )
  static let partsAddUp = Message(
    "cooperation.report.parts-add-up",
    en: "The parts of a line add up to its change exactly; what is withheld is among all others.",
    fr: """
      Les parts d'une ligne donnent exactement son changement ; ce qui est retenu est parmi tous \
      les autres.
      """
  )
  static let allOthers = Message(
    "cooperation.report.all-others",
    en: "all others: {value}",
    fr: "tous les autres : {value}"
  )
  static let noChanges = Message(
    "cooperation.report.no-changes",
    en: "No total of {year} differs from that of {before}.",
    fr: "Aucun total de {year} ne diffère de celui de {before}."
  )
  static let noYearBefore = Message(
    "cooperation.report.no-year-before",
    en: "The release has no earlier year to compare with.",
    fr: "La publication n'a pas d'année antérieure à comparer."
  )
  static let cannotHeading = Message(
    "cooperation.report.cannot-heading",
    en: "What cannot be said",
    fr: "Ce qu'on ne peut pas dire"
  )
  static let nothingMissing = Message(
    "cooperation.report.nothing-missing",
    en: "Every agency answered and nothing is incomplete or withheld.",
    fr: "Chaque agence a répondu ; rien n'est incomplet ni retenu."
  )
  static let missingAgencies = Message(
    "cooperation.report.missing-agencies",
    en: "The numbers lack what these agencies did: {agencies}.",
    fr: "Il manque aux nombres ce qu'ont fait ces agences : {agencies}."
  )
  static let noReturns = Message(
    "cooperation.report.no-returns",
    en: "How many agencies answered is not known: no register of returns is named.",
    fr: "On ne sait pas combien d'agences ont répondu : aucun registre des réponses n'est nommé."
  )
  static let incomplete = Message(
    "cooperation.report.incomplete",
    en: "{direction}, {line}: {count} {count|record lacks|records lack} what the sum needs.",
    fr: """
      {direction}, {line} : il manque à {count} {count|fiche|fiches} ce que la somme demande.
      """
  )
  static let nothingOf = Message(
    "cooperation.report.nothing-of",
    en: """
      {direction}, {group}: the release has nothing for {year}; whether there was nothing, it \
      does not say.
      """,
    fr: """
      {direction}, {group} : la publication n'a rien pour {year} ; si rien n'a eu lieu, elle ne \
      le dit pas.
      """
  )
  static let withheld = Message(
    "cooperation.report.withheld",
    en: "{count} {count|number is|numbers are} not shown: {status}.",
    fr: "{count} {count|nombre n'est pas montré|nombres ne sont pas montrés} : {status}."
  )
  static let coverageHeading = Message(
    "cooperation.report.coverage-heading",
    en: "Who answered",
    fr: "Qui a répondu"
  )
  static let coverageTitle = Message(
    "cooperation.report.coverage",
    en: "Returns of the round {year}: {asked} {asked|agency was|agencies were} asked",
    fr: "Réponses de la collecte {year} : {asked} {asked|agence interrogée|agences interrogées}"
  )
  static let returns = Message("cooperation.report.returns", en: "Returns", fr: "Réponses")
  static let agencies = Message("cooperation.report.agencies", en: "Agencies", fr: "Agences")
  static let chartTitle = Message(
    "cooperation.report.chart",
    en: "Money given and received by year",
    fr: "Argent donné et reçu par an"
  )
  static let quantityChart = Message(
    "cooperation.report.quantity-chart",
    en: "Given and received by year, {unit}",
    fr: "Donné et reçu par an, {unit}"
  )
  static let byYear = Message("cooperation.report.by-year", en: "By year", fr: "Par an")
  static let activitiesHeading = Message(
    "cooperation.report.activities-heading",
    en: "Activities together",
    fr: "Activités communes"
  )
  static let activitiesWith = Message(
    "cooperation.report.activities-with",
    en: "Activities with {partner}, the latest first",
    fr: "Activités avec {partner}, les plus récentes d'abord"
  )
  static let noActivities = Message(
    "cooperation.report.no-activities",
    en: "The release lists no activity with this partner.",
    fr: "La publication ne liste aucune activité avec ce partenaire."
  )
  static let moreRows = Message(
    "cooperation.report.more",
    en: "… and {count} more",
    fr: "… et {count} de plus"
  )
  static let openHeading = Message(
    "cooperation.report.open-heading",
    en: "What is open",
    fr: "Points en suspens"
  )
  static let nothingOpen = Message(
    "cooperation.report.nothing-open",
    en: "Nothing is open in the lists that the office keeps for this.",
    fr: "Rien n'est en suspens dans les listes que le bureau tient à cet effet."
  )
  static let openNotNamed = Message(
    "cooperation.report.open-not-named",
    en: "The office names no dataset of open matters.",
    fr: "Aucune liste de points en suspens n'est prévue pour cette fiche."
  )
  static let year = Message("cooperation.report.year", en: "Year", fr: "Année")
  static let nothingWith = Message(
    "cooperation.report.nothing-with",
    en: "The release has no measure with this partner.",
    fr: "La publication n'a aucune mesure avec ce partenaire."
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Values

extension IATIRule {
  /// Whether an element's vocabulary is that of the OECD's committee, which is meant where none is said.
  static let isDAC: ElementTest = { ["", "1"].contains($0["vocabulary"] ?? "") }

  /// Whether an element's vocabulary is a given one.
  private static func has(_ vocabulary: String) -> ElementTest {
    { $0["vocabulary"] == vocabulary }
  }

  private static func type(_ codes: String...) -> ElementTest {
    { codes.contains($0["type"] ?? "") }
  }

  /// Either no percentage or all of it, where there is one element alone.
  private static func isWhole(_ elements: [IATIElement]) -> Bool {
    elements.allSatisfy { $0["percentage"].map { Double($0) == 100 } ?? true }
  }

  private static func hasAllPercentages(_ elements: [IATIElement]) -> Bool {
    elements.allSatisfy { $0["percentage"] != nil }
  }

  private static let otherSector = ElementPath("sector/@vocabulary") { $0["vocabulary"] != "1" }

  /// What is asked of activities.
  static let activityRules: [IATIRule] =
    identifierRules + dateRules + languageRules + sectorRules + placeRules + budgetItemRules
    + aidTypeRules

  private static let identifierRules: [IATIRule] = [
    IATIRule(
      "1.1.3",
      .unique(["reporting-org/@ref", "iati-identifier"]),
      en: "the identifier of an activity differs from that of the organisation that reports it",
      fr: "l'identifiant d'une activité diffère de celui de l'organisation qui la déclare"
    ),
    IATIRule(
      "1.1.21",
      severity: .warning,
      .startsWith(
        ["iati-identifier"],
        prefixes: [
          "reporting-org/@ref", ElementPath("other-identifier/@ref", where: type("B1")),
        ],
        separator: "-"
      ),
      en:
        "the identifier of an activity begins with that of its reporting organisation and a hyphen",
      fr: "l'identifiant d'une activité commence par celui de l'organisation déclarante et un tiret"
    ),
    IATIRule(
      "1.14.8",
      severity: .warning,
      .startsWithAgency(["reporting-org/@ref"]),
      en:
        "the identifier of the reporting organisation begins with the code of a registration agency",
      fr:
        "l'identifiant de l'organisation déclarante commence par le code d'un organisme d'enregistrement"
    ),
    symbols("1.3.13", "iati-identifier", "iati-identifier"),
    symbols("1.14.13", "reporting-org/@ref", "reporting-org"),
    spaces("1.3.1", "iati-identifier", "iati-identifier"),
    spaces("1.14.1", "reporting-org/@ref", "reporting-org"),
    spaces("1.16.1", ElementPath("other-identifier/@ref", where: type("B1")), "other-identifier"),
    spaces("1.6.1", ElementPath("other-identifier/@ref", where: type("A3")), "other-identifier"),
    spaces("1.7.1", "related-activity/@ref", "related-activity"),
  ]

  private static let dateRules: [IATIRule] = [
    IATIRule(
      "6.11.1",
      .atLeastOne([ElementPath("activity-date", where: type("1", "2"))]),
      en: "an activity has a planned or an actual start",
      fr: "une activité a un début prévu ou réel"
    ),
    IATIRule(
      "11.1.1",
      .dateNow("@last-updated-datetime"),
      en: "an activity was not last updated in the future",
      fr: "une activité n'a pas été mise à jour dans le futur"
    ),
    IATIRule(
      "11.1.2",
      .dateOrder(date("1"), date("3")),
      en: "the planned end is not before the planned start",
      fr: "la fin prévue n'est pas avant le début prévu"
    ),
    IATIRule(
      "11.1.3",
      .dateOrder(date("2"), date("4")),
      en: "the actual end is not before the actual start",
      fr: "la fin réelle n'est pas avant le début réel"
    ),
    IATIRule(
      "11.1.4",
      .dateOrder(date("2"), nil),
      en: "the actual start is not in the future",
      fr: "le début réel n'est pas dans le futur"
    ),
    IATIRule(
      "11.1.5",
      .dateOrder(date("4"), nil),
      en: "the actual end is not in the future",
      fr: "la fin réelle n'est pas dans le futur"
    ),
    IATIRule(
      "11.2.1",
      .dateOrder("transaction/transaction-date/@iso-date", nil),
      en: "no transaction is in the future",
      fr: "aucune transaction n'est dans le futur"
    ),
    IATIRule(
      "11.2.2",
      .dateOrder("transaction/value/@value-date", nil),
      en: "no amount of a transaction is valued in the future",
      fr: "aucun montant d'une transaction n'est valorisé dans le futur"
    ),
    period("planned-disbursement"), period("budget"), year("budget"),
  ]

  private static func date(_ code: String) -> ElementPath {
    ElementPath("activity-date/@iso-date", where: type(code))
  }

  private static let languageRules: [IATIRule] = [
    IATIRule(
      "4.1.1",
      .oneOrAll(one: "@xml:lang", all: .languages),
      en: "an activity has a language, or every narrative in it has",
      fr: "une activité a une langue, ou chacun de ses textes en a une"
    ),
    IATIRule(
      "7.8.1",
      .oneOrAll(one: "@default-currency", all: .currencies),
      en: "an activity has a currency, or every amount in it has",
      fr: "une activité a une monnaie, ou chacun de ses montants en a une"
    ),
  ]

  private static let sectorRules: [IATIRule] = [
    IATIRule(
      "6.2.2",
      .atLeastOne(["sector", "transaction/sector"]),
      en: "an activity or its transactions have a sector",
      fr: "une activité ou ses transactions ont un secteur"
    ),
    IATIRule(
      "6.7.2",
      .oneOrAll(one: "sector", all: .sectors),
      en: "where transactions have sectors, all of them have",
      fr: "si des transactions ont un secteur, toutes en ont un"
    ),
    IATIRule(
      "6.6.2",
      .ifThen({ $0.has("sector") }, { $0.elements(at: ["transaction", "sector"]).isEmpty }),
      en: "sectors stand at the activity or at its transactions, not at both",
      fr: "les secteurs figurent à l'activité ou à ses transactions, pas aux deux"
    ),
    IATIRule(
      "2.1.2",
      .loop(otherSector) { vocabulary in
        .strictSum(
          [ElementPath("sector/@percentage", where: has(vocabulary))],
          100,
          condition: { $0.all("sector").filter(has(vocabulary)).count > 1 }
        )
      },
      en: "the percentages of sectors of one vocabulary add up to 100",
      fr: "les pourcentages des secteurs d'un même vocabulaire font 100"
    ),
    IATIRule(
      "2.1.1",
      .loop(otherSector) { vocabulary in
        .ifThen(
          { $0.all("sector").filter(has(vocabulary)).count > 1 },
          { hasAllPercentages($0.all("sector").filter(has(vocabulary))) }
        )
      },
      en: "of several sectors of one vocabulary, each has a percentage",
      fr: "de plusieurs secteurs d'un même vocabulaire, chacun a un pourcentage"
    ),
    IATIRule(
      "2.1.4",
      .loop(otherSector) { vocabulary in
        .ifThen(
          { $0.all("sector").filter(has(vocabulary)).count == 1 },
          { isWhole($0.all("sector").filter(has(vocabulary))) }
        )
      },
      en: "a single sector has no percentage, or 100",
      fr: "un secteur seul n'a pas de pourcentage, ou 100"
    ),
    IATIRule(
      "2.1.2",
      .strictSum(
        [ElementPath("sector/@percentage", where: isDAC)],
        100,
        condition: { $0.all("sector").filter(isDAC).count { $0["percentage"] != nil } > 1 }
      ),
      en: "the percentages of sectors of one vocabulary add up to 100",
      fr: "les pourcentages des secteurs d'un même vocabulaire font 100"
    ),
    IATIRule(
      "2.1.1",
      .ifThen(
        { $0.all("sector").filter(isDAC).count > 1 },
        { hasAllPercentages($0.all("sector").filter(isDAC)) }
      ),
      en: "of several sectors of one vocabulary, each has a percentage",
      fr: "de plusieurs secteurs d'un même vocabulaire, chacun a un pourcentage"
    ),
    IATIRule(
      "2.1.4",
      .ifThen(
        { $0.all("sector").filter(isDAC).count == 1 },
        { isWhole($0.all("sector").filter(isDAC)) }
      ),
      en: "a single sector has no percentage, or 100",
      fr: "un secteur seul n'a pas de pourcentage, ou 100"
    ),
    IATIRule(
      "2.2.1",
      .ifThen(
        { $0.all("sector").contains(where: isOwn) },
        { activity in
          let own = activity.all("sector").filter(isOwn)
          return own.map { $0.all("narrative").count }.reduce(0, +) >= own.count
        }
      ),
      en: "a sector of one's own vocabulary, 98 or 99, has a narrative",
      fr: "un secteur d'un vocabulaire propre, 98 ou 99, a un texte"
    ),
    IATIRule(
      "102.1.1",
      severity: .warning,
      .ifThen({ $0.has("sector") }, { $0.all("sector").contains(where: isDAC) }),
      en: "besides other vocabularies of sectors, that of the OECD's committee is used",
      fr: "outre d'autres vocabulaires de secteurs, celui du comité de l'OCDE est utilisé"
    ),
    percentages("12.3.1", "sector/@percentage"),
  ]

  private static let isOwn: ElementTest = { ["98", "99"].contains($0["vocabulary"] ?? "") }

  private static let placeRules: [IATIRule] = [
    IATIRule(
      "3.4.1",
      .loop("recipient-region/@vocabulary") { vocabulary in
        .ifThen(
          { $0.all("recipient-region").filter(has(vocabulary)).count > 1 },
          { hasAllPercentages($0.all("recipient-region").filter(has(vocabulary))) }
        )
      },
      en: "of several countries or regions, each has a percentage",
      fr: "de plusieurs pays ou régions, chacun a un pourcentage"
    ),
    IATIRule(
      "3.4.4",
      .loop("recipient-region/@vocabulary") { vocabulary in
        .ifThen(
          {
            $0.all("recipient-region").filter(has(vocabulary)).count == 1
              && !$0.has("recipient-country")
          },
          { isWhole($0.all("recipient-region").filter(has(vocabulary))) }
        )
      },
      en: "a single region of a vocabulary has no percentage, or 100",
      fr: "une région seule d'un vocabulaire n'a pas de pourcentage, ou 100"
    ),
    IATIRule(
      "3.4.2",
      .loop("recipient-region/@vocabulary") { vocabulary in
        .strictSum(
          [
            ElementPath("recipient-region/@percentage", where: has(vocabulary)),
            "recipient-country/@percentage",
          ],
          100,
          condition: {
            $0.all("recipient-region").filter(has(vocabulary)).count
              + $0.all("recipient-country").count > 1
          }
        )
      },
      en: "the percentages of countries and regions add up to 100",
      fr: "les pourcentages des pays et régions font 100"
    ),
    IATIRule(
      "3.1.2",
      .strictSum(["recipient-country/@percentage"], 100, condition: hasCountriesAlone),
      en: "the percentages of countries add up to 100",
      fr: "les pourcentages des pays font 100"
    ),
    IATIRule(
      "3.1.1",
      .ifThen(hasCountriesAlone, { hasAllPercentages($0.all("recipient-country")) }),
      en: "of several countries, each has a percentage",
      fr: "de plusieurs pays, chacun a un pourcentage"
    ),
    IATIRule(
      "3.1.4",
      .ifThen(
        { $0.all("recipient-country").count == 1 && !$0.has("recipient-region") },
        { isWhole($0.all("recipient-country")) }
      ),
      en: "a single country has no percentage, or 100",
      fr: "un pays seul n'a pas de pourcentage, ou 100"
    ),
    IATIRule(
      "3.6.2",
      .ifThen(hasPlace, { !$0.all("transaction").contains(where: hasPlace) }),
      en: "countries and regions stand at the activity or at its transactions, not at both",
      fr: "pays et régions figurent à l'activité ou à ses transactions, pas aux deux"
    ),
    IATIRule(
      "3.7.1",
      .ifThen({ !hasPlace($0) }, { $0.all("transaction").contains(where: hasPlace) }),
      en: "an activity or its transactions have a country or a region",
      fr: "une activité ou ses transactions ont un pays ou une région"
    ),
    IATIRule(
      "3.7.2",
      .ifThen({ !hasPlace($0) }, { $0.all("transaction").allSatisfy(hasPlace) }),
      en: "where an activity has no country or region, all its transactions have",
      fr: "si une activité n'a ni pays ni région, toutes ses transactions en ont"
    ),
    percentages("12.1.1", "recipient-country/@percentage"),
    percentages("12.1.1", "recipient-region/@percentage"),
  ]

  private static let hasPlace: ElementTest = {
    $0.has("recipient-country") || $0.has("recipient-region")
  }

  private static let hasCountriesAlone: ElementTest = {
    $0.all("recipient-country").count > 1 && !$0.has("recipient-region")
  }

  private static func items(_ activity: IATIElement, _ vocabulary: String) -> [IATIElement] {
    activity.all("country-budget-items").filter(has(vocabulary)).flatMap { $0.all("budget-item") }
  }

  private static func percentages(ofItems vocabulary: String) -> ElementPath {
    ElementPath("country-budget-items/budget-item/@percentage", where: has(vocabulary))
  }

  private static let budgetItemRules: [IATIRule] = [
    IATIRule(
      "7.9.2",
      severity: .warning,
      .loop("country-budget-items/@vocabulary") { vocabulary in
        .strictSum(
          [percentages(ofItems: vocabulary)],
          100,
          condition: { items($0, vocabulary).count > 1 }
        )
      },
      en: "the percentages of budget items add up to 100",
      fr: "les pourcentages des postes budgétaires font 100"
    ),
    IATIRule(
      "7.9.1",
      severity: .warning,
      .loop("country-budget-items/@vocabulary") { vocabulary in
        .atLeastOne(
          [percentages(ofItems: vocabulary)],
          condition: { items($0, vocabulary).count > 1 }
        )
      },
      en: "of several budget items, each has a percentage",
      fr: "de plusieurs postes budgétaires, chacun a un pourcentage"
    ),
    IATIRule(
      "7.9.4",
      severity: .warning,
      .loop("country-budget-items/@vocabulary") { vocabulary in
        .ifThen({ items($0, vocabulary).count == 1 }, { isWhole(items($0, vocabulary)) })
      },
      en: "a single budget item has no percentage, or 100",
      fr: "un poste budgétaire seul n'a pas de pourcentage, ou 100"
    ),
    percentages("12.2.1", "capital-spend/@percentage"),
    percentages("12.2.1", "country-budget-items/budget-item/@percentage"),
  ]

  private static let aidTypeRules: [IATIRule] = [
    IATIRule(
      "107.1.2",
      severity: .warning,
      .loop(ElementPath("default-aid-type/@vocabulary", where: isOther)) { vocabulary in
        .noMoreThanOne([ElementPath("default-aid-type", where: has(vocabulary))])
      },
      en: "an activity has one type of aid of each vocabulary",
      fr: "une activité a un type d'aide par vocabulaire"
    ),
    IATIRule(
      "107.1.2",
      severity: .warning,
      .noMoreThanOne([ElementPath("default-aid-type", where: isDAC)]),
      en: "an activity has one type of aid of each vocabulary",
      fr: "une activité a un type d'aide par vocabulaire"
    ),
    IATIRule(
      "107.1.1",
      severity: .warning,
      .ifThen(
        { $0.has("default-aid-type") },
        { $0.all("default-aid-type").contains(where: isDAC) }
      ),
      en: "besides other vocabularies of types of aid, that of the OECD's committee is used",
      fr: "outre d'autres vocabulaires de types d'aide, celui du comité de l'OCDE est utilisé"
    ),
    IATIRule(
      "107.2.1",
      severity: .warning,
      .ifThen(
        { !$0.elements(at: ["transaction", "aid-type"]).isEmpty },
        { $0.elements(at: ["transaction", "aid-type"]).contains(where: isDAC) }
      ),
      en: "besides other vocabularies of types of aid, that of the OECD's committee is used",
      fr: "outre d'autres vocabulaires de types d'aide, celui du comité de l'OCDE est utilisé"
    ),
    IATIRule(
      "107.2.2",
      severity: .warning,
      in: "transaction",
      .noMoreThanOne([ElementPath("aid-type", where: isDAC)]),
      en: "a transaction has one type of aid of each vocabulary",
      fr: "une transaction a un type d'aide par vocabulaire"
    ),
    IATIRule(
      "107.2.2",
      severity: .warning,
      in: "transaction",
      .loop(ElementPath("aid-type/@vocabulary", where: isOther)) { vocabulary in
        .noMoreThanOne([ElementPath("aid-type", where: has(vocabulary))])
      },
      en: "a transaction has one type of aid of each vocabulary",
      fr: "une transaction a un type d'aide par vocabulaire"
    ),
  ]

  private static let isOther: ElementTest = { $0["vocabulary"] != "1" }

  private static func percentages(_ number: String, _ path: ElementPath) -> IATIRule {
    IATIRule(
      number,
      .range([path], 0...100),
      en: "a percentage lies between 0 and 100",
      fr: "un pourcentage est compris entre 0 et 100"
    )
  }
}

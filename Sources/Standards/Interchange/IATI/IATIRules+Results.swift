// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension IATIRule {
  /// What is asked of results.
  static let resultRules: [IATIRule] =
    [
      IATIRule(
        "8.11.1",
        in: "result/indicator",
        .noMoreThanOne([
          ElementPath("reference", first: true), ElementPath("../reference", first: true),
        ]),
        en: "references stand at a result or at its indicators, not at both",
        fr: "les références figurent au résultat ou à ses indicateurs, pas aux deux"
      ),
      IATIRule(
        "8.6.1",
        in: "result/indicator/period",
        .dateOrder("period-start/@iso-date", "period-end/@iso-date"),
        en: "the period of an indicator does not end before it begins",
        fr: "la période d'un indicateur ne finit pas avant de commencer"
      ),
    ] + values("8.8", "result/indicator/baseline") { $0.parent }
    + values("8.9", "result/indicator/period/target") { $0.parent?.parent }
    + values("8.10", "result/indicator/period/actual") { $0.parent?.parent }

  /// What is asked of the value of a baseline, a target or an actual, by the measure of its indicator.
  private static func values(
    _ number: String,
    _ context: String,
    _ indicator: @escaping @Sendable (IATIElement) -> IATIElement?
  ) -> [IATIRule] {
    let isCounted: ElementTest = { ["1", "2", "3", "4"].contains(indicator($0)?["measure"] ?? "") }
    let isDescribed: ElementTest = { indicator($0)?["measure"] == "5" }
    return [
      IATIRule(
        "\(number).1",
        in: context,
        where: isCounted,
        .atLeastOne(["@value"]),
        en: "an indicator that counts has values",
        fr: "un indicateur qui compte a des valeurs"
      ),
      IATIRule(
        "\(number).2",
        severity: .warning,
        in: context,
        where: isCounted,
        .ifThen(
          { $0["value"] != nil },
          { IATIValueType.isDecimal(CellText.trimmed($0["value"] ?? "")) }
        ),
        en: "the values of an indicator that counts are numbers",
        fr: "les valeurs d'un indicateur qui compte sont des nombres"
      ),
      IATIRule(
        "\(number).3",
        severity: .warning,
        in: context,
        where: isDescribed,
        .ifThen({ $0["value"] != nil }, { $0["value"] == nil }),
        en: "an indicator that describes has no values",
        fr: "un indicateur qui décrit n'a pas de valeurs"
      ),
    ]
  }

  /// What is asked of titles and descriptions, wherever they stand.
  static let textRules: [IATIRule] = [
    IATIRule(
      "4.3.1",
      in: "//title",
      .atLeastOne(["narrative/text()"]),
      en: "a title says something",
      fr: "un titre dit quelque chose"
    ),
    IATIRule(
      "4.4.1",
      in: "//description",
      .atLeastOne(["narrative/text()"]),
      en: "a description says something",
      fr: "une description dit quelque chose"
    ),
  ]

  /// What is asked of organisations.
  static let organisationRules: [IATIRule] =
    [
      IATIRule(
        "1.18.8",
        severity: .warning,
        .startsWithAgency(["reporting-org/@ref"]),
        en:
          "the identifier of the reporting organisation begins with the code of a registration agency",
        fr:
          "l'identifiant de l'organisation déclarante commence par le code d'un organisme d'enregistrement"
      ),
      symbols("1.12.13", "organisation-identifier", "organisation-identifier"),
      symbols("1.18.13", "reporting-org/@ref", "reporting-org"),
      spaces("1.12.1", "organisation-identifier", "organisation-identifier"),
      spaces("1.17.1", "recipient-org-budget/recipient-org/@ref", "recipient-org"),
      spaces("1.18.1", "reporting-org/@ref", "reporting-org"),
      IATIRule(
        "11.4.1",
        .dateNow("@last-updated-datetime"),
        en: "an organisation was not last updated in the future",
        fr: "une organisation n'a pas été mise à jour dans le futur"
      ),
      IATIRule(
        "4.5.1",
        .oneOrAll(one: "@xml:lang", all: .languages),
        en: "an organisation has a language, or every narrative in it has",
        fr: "une organisation a une langue, ou chacun de ses textes en a une"
      ),
      IATIRule(
        "7.8.2",
        .oneOrAll(one: "@default-currency", all: .currencies),
        en: "an organisation has a currency, or every amount in it has",
        fr: "une organisation a une monnaie, ou chacun de ses montants en a une"
      ),
      IATIRule(
        "11.3.1",
        in: "recipient-country-budget",
        .betweenDates(
          "budget-line/value/@value-date",
          "period-start/@iso-date",
          "period-end/@iso-date"
        ),
        en: "the lines of a budget are valued within its period",
        fr: "les lignes d'un budget sont valorisées dans sa période"
      ),
    ]
    + [
      "total-budget", "recipient-country-budget", "recipient-org-budget",
      "recipient-region-budget", "total-expenditure",
    ].flatMap { [period($0), year($0)] }
}

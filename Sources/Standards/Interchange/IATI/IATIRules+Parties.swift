// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension IATIRule {
  /// What is asked of those who take part, of policy markers, and of results.
  static let partyRules: [IATIRule] = [
    named("6.8.1", in: ["other-identifier/owner-org"]),
    spaces("1.11.1", in: ["other-identifier/owner-org"], "@ref", "owner-org"),
    symbols("1.11.13", in: ["other-identifier/owner-org"], "@ref", "owner-org"),
    named("6.9.1", in: ["transaction/provider-org", "planned-disbursement/provider-org"]),
    symbols(
      "1.10.13",
      in: ["transaction/provider-org", "planned-disbursement/provider-org"],
      "@ref",
      "provider-org"
    ),
    spaces(
      "1.10.1",
      in: ["transaction/provider-org", "planned-disbursement/provider-org"],
      "@ref",
      "provider-org"
    ),
    spaces(
      "1.4.1",
      in: ["transaction/provider-org", "planned-disbursement/provider-org"],
      "@provider-activity-id",
      "provider-activity-id"
    ),
    named("6.9.2", in: ["transaction/receiver-org", "planned-disbursement/receiver-org"]),
    spaces(
      "1.15.1",
      in: ["transaction/receiver-org", "planned-disbursement/receiver-org"],
      "@ref",
      "receiver-org"
    ),
    spaces(
      "1.5.1",
      in: ["transaction/receiver-org", "planned-disbursement/receiver-org"],
      "@receiver-activity-id",
      "receiver-activity-id"
    ),
    symbols(
      "1.15.13",
      in: ["transaction/receiver-org", "planned-disbursement/receiver-org"],
      "@ref",
      "receiver-org"
    ),
    named("6.10.1", in: ["participating-org"]),
    symbols("1.8.13", in: ["participating-org"], "@ref", "participating-org"),
    spaces("1.8.1", in: ["participating-org"], "@ref", "participating-org"),
    spaces("1.9.1", in: ["participating-org"], "@activity-id", "activity-id"),
    IATIRule(
      "6.14.1",
      in: "policy-marker",
      .atLeastOne(["@significance"], condition: isDAC),
      en: "a policy marker of vocabulary 1 has a significance",
      fr: "un marqueur de politique du vocabulaire 1 a une importance"
    ),
    IATIRule(
      "6.13.1",
      in: "policy-marker",
      .atLeastOne(["narrative"], condition: { $0["vocabulary"] == "99" }),
      en: "a policy marker of one's own vocabulary has a narrative",
      fr: "un marqueur de politique d'un vocabulaire propre a un texte"
    ),
  ]

  private static func named(_ number: String, in contexts: [String]) -> IATIRule {
    rule(
      number,
      .error,
      contexts,
      .atLeastOne(["@ref", "narrative"]),
      en: "an organisation has an identifier or a name",
      fr: "une organisation a un identifiant ou un nom"
    )
  }

  static func spaces(
    _ number: String,
    in contexts: [String] = [""],
    _ path: ElementPath,
    _ name: String
  ) -> IATIRule {
    rule(
      number,
      .warning,
      contexts,
      .noSpaces([path]),
      en: "{name} neither begins nor ends with a space",
      fr: "{name} ne commence ni ne finit par un espace",
      name: name
    )
  }

  static func symbols(
    _ number: String,
    in contexts: [String] = [""],
    _ path: ElementPath,
    _ name: String
  ) -> IATIRule {
    rule(
      number,
      .warning,
      contexts,
      .regexMatches([path], without: "/&|?"),
      en: "{name} has none of the characters / & | ?",
      fr: "{name} n'a aucun des caractères / & | ?",
      name: name
    )
  }

  /// The end of a period is not before its start.
  static func period(_ context: String) -> IATIRule {
    IATIRule(
      "8.6.3",
      in: context,
      .dateOrder("period-start/@iso-date", "period-end/@iso-date"),
      en: "a period does not end before it begins",
      fr: "une période ne finit pas avant de commencer"
    )
  }

  /// A period of a budget is a year at most.
  static func year(_ context: String) -> IATIRule {
    IATIRule(
      "7.5.3",
      in: context,
      .timeLimit("period-start/@iso-date", "period-end/@iso-date"),
      en: "the period of a budget is no longer than a year",
      fr: "la période d'un budget ne dépasse pas un an"
    )
  }

  private static func rule(
    _ number: String,
    _ severity: Severity,
    _ contexts: [String],
    _ function: Function,
    en english: String,
    fr french: String,
    name: String = ""
  ) -> IATIRule {
    let texts = [english, french].map { text in
      text.hasPrefix("{name}") ? name + text.dropFirst("{name}".count) : text
    }
    return IATIRule(
      number: number,
      severity: severity,
      contexts: contexts,
      test: nil,
      function: function,
      sentence: Message("iati.rule.\(number)", en: texts[0], fr: texts[1])
    )
  }

  init(
    number: String,
    severity: Severity,
    contexts: [String],
    test: ElementTest?,
    function: Function,
    sentence: Message
  ) {
    self.number = number
    self.severity = severity
    self.contexts = contexts
    self.test = test
    self.function = function
    self.sentence = sentence
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A table that an IATI file of activities gives: rows of texts under fixed headings.
public enum IATITable: String, CaseIterable, Sendable {
  /// One row = one activity.
  case activities
  /// One row = one organisation in one role.
  case participations
  /// One row = one sector of an activity, with its part.
  case sectors
  /// One row = one country or region of an activity, with its part.
  case countries
  /// One row = one transaction; what the activity says by default stands in it.
  case transactions
  /// One row = one budget of a period.
  case budgets
  /// One row = one disbursement that is planned.
  case plannedDisbursements = "planned-disbursements"
  /// One row = one period of one indicator of one result.
  case results
  /// One row = the terms of the loan of an activity.
  case loans
  /// One row = another identifier of an activity.
  case identifiers

  /// The headings; `ACTIVITY` is the identifier, `NUMBER` the place among the activity's own.
  public var columns: [String] {
    switch self {
    case .activities:
      [
        "ACTIVITY", "REPORTER", "REPORTER_TYPE", "REPORTER_NAME", "TITLE", "TITLE_EN", "TITLE_FR",
        "DESCRIPTION", "STATUS", "PLANNED_START", "ACTUAL_START", "PLANNED_END", "ACTUAL_END",
        "SCOPE", "COLLABORATION_TYPE", "FLOW_TYPE", "FINANCE_TYPE", "AID_TYPE", "TIED_STATUS",
        "CURRENCY", "HUMANITARIAN", "LAST_UPDATED",
      ]
    case .participations:
      ["ACTIVITY", "NUMBER", "ORGANISATION", "NAME", "TYPE", "ROLE", "THEIR_ACTIVITY"]
    case .sectors: ["ACTIVITY", "NUMBER", "VOCABULARY", "CODE", "PERCENTAGE", "NAME"]
    case .countries: ["ACTIVITY", "NUMBER", "KIND", "VOCABULARY", "CODE", "PERCENTAGE"]
    case .transactions:
      [
        "ACTIVITY", "NUMBER", "REFERENCE", "TYPE", "DATE", "VALUE", "CURRENCY", "VALUE_DATE",
        "DESCRIPTION", "PROVIDER", "PROVIDER_NAME", "PROVIDER_ACTIVITY", "RECEIVER",
        "RECEIVER_NAME", "RECEIVER_ACTIVITY", "CHANNEL", "COUNTRY", "REGION", "FLOW_TYPE",
        "FINANCE_TYPE", "AID_TYPE", "TIED_STATUS",
      ]
    case .budgets:
      ["ACTIVITY", "NUMBER", "TYPE", "STATUS", "START", "END", "VALUE", "CURRENCY", "VALUE_DATE"]
    case .plannedDisbursements:
      [
        "ACTIVITY", "NUMBER", "TYPE", "START", "END", "VALUE", "CURRENCY", "VALUE_DATE", "PROVIDER",
        "RECEIVER",
      ]
    case .results:
      [
        "ACTIVITY", "NUMBER", "TYPE", "TITLE", "INDICATOR", "MEASURE", "START", "END", "TARGET",
        "ACTUAL",
      ]
    case .loans:
      [
        "ACTIVITY", "INTEREST", "SECOND_INTEREST", "REPAYMENT_TYPE", "PAYMENTS", "COMMITTED",
        "FIRST_PAYMENT", "LAST_PAYMENT", "STATUS_YEAR", "CURRENCY", "OUTSTANDING", "ARREARS",
      ]
    case .identifiers: ["ACTIVITY", "NUMBER", "TYPE", "IDENTIFIER", "OWNER"]
    }
  }

  /// The rows that an activity gives, each with its line; `nil` for nothing.
  func rows(_ activity: IATIElement) -> [(line: Int, values: [String?])] {
    let id = activity.first("iati-identifier").map { CellText.trimmed($0.text) }
    let found: [(IATIElement, [String?])] =
      switch self {
      case .activities: [(activity, activity.activityRow)]
      case .participations: activity.numbered("participating-org") { $0.participationRow }
      case .sectors: activity.numbered("sector") { $0.sectorRow }
      case .countries: activity.placeRows
      case .transactions: activity.numbered("transaction") { $0.transactionRow(in: activity) }
      case .budgets:
        activity.numbered("budget") { [$0["type"], $0["status"]] + $0.periodRow(activity) }
      case .plannedDisbursements:
        activity.numbered("planned-disbursement") { planned in
          [planned["type"]] + planned.periodRow(activity)
            + [planned.first("provider-org")?["ref"], planned.first("receiver-org")?["ref"]]
        }
      case .results: activity.resultRows
      case .loans: activity.loanRows
      case .identifiers:
        activity.numbered("other-identifier") {
          [$0["type"], $0["ref"], $0.first("owner-org")?["ref"]]
        }
      }
    return found.map { ($0.line, [id] + $1.map { $0.flatMap { $0.isEmpty ? nil : $0 } }) }
  }
}

/// What of an activity stands in the rows of tables.
extension IATIElement {
  fileprivate func numbered(
    _ name: String,
    _ row: (IATIElement) -> [String?]
  ) -> [(IATIElement, [String?])] {
    all(name).enumerated().map { ($1, [String($0 + 1)] + row($1)) }
  }

  private func code(_ name: String) -> String? { first(name)?["code"] }

  private func day(_ name: String) -> String? { SchemaDate.day(first(name)?["iso-date"]) }

  private func date(_ type: String) -> String? {
    SchemaDate.day(all("activity-date").first { $0["type"] == type }?["iso-date"])
  }

  /// The code of the OECD's committee, else the first.
  private func aidType(_ name: String) -> String? {
    let types = all(name)
    return (types.first(where: IATIRule.isDAC) ?? types.first)?["code"]
  }

  fileprivate var activityRow: [String?] {
    let reporter = first("reporting-org")
    let title = first("title")
    let names = [nil, "en", "fr"].map { language -> String? in
      guard let language else { return title?.narrative(in: self["xml:lang"]) }
      let isDefault = self["xml:lang"] == language
      let own = title?.all("narrative").first {
        $0["xml:lang"] == language || (isDefault && $0["xml:lang"] == nil)
      }
      return own.map { CellText.trimmed($0.text) }
    }
    return [reporter?["ref"], reporter?["type"], reporter?.narrative(in: self["xml:lang"])] + names
      + [
        first("description")?.narrative(in: self["xml:lang"]), code("activity-status"), date("1"),
        date("2"), date("3"), date("4"), code("activity-scope"), code("collaboration-type"),
        code("default-flow-type"), code("default-finance-type"), aidType("default-aid-type"),
        code("default-tied-status"), self["default-currency"], self["humanitarian"],
        SchemaDate.day(self["last-updated-datetime"]),
      ]
  }

  fileprivate var participationRow: [String?] {
    [self["ref"], narrative(), self["type"], self["role"], self["activity-id"]]
  }

  fileprivate var sectorRow: [String?] {
    [self["vocabulary"] ?? "1", self["code"], self["percentage"], narrative()]
  }

  fileprivate var placeRows: [(IATIElement, [String?])] {
    let places = all("recipient-country") + all("recipient-region")
    return places.enumerated().map { position, place in
      let isCountry = place.name == "recipient-country"
      return (
        place,
        [
          String(position + 1), isCountry ? "country" : "region",
          isCountry ? nil : place["vocabulary"] ?? "1", place["code"], place["percentage"],
        ]
      )
    }
  }

  private func amountRow(_ activity: IATIElement) -> [String?] {
    let value = first("value")
    return [
      value.map { CellText.trimmed($0.text) }, value?["currency"] ?? activity["default-currency"],
      SchemaDate.day(value?["value-date"]),
    ]
  }

  fileprivate func periodRow(_ activity: IATIElement) -> [String?] {
    [day("period-start"), day("period-end")] + amountRow(activity)
  }

  fileprivate func transactionRow(in activity: IATIElement) -> [String?] {
    let (provider, receiver) = (first("provider-org"), first("receiver-org"))
    return [self["ref"], code("transaction-type"), day("transaction-date")] + amountRow(activity)
      + [
        first("description")?.narrative(in: activity["xml:lang"]), provider?["ref"],
        provider?.narrative(), provider?["provider-activity-id"], receiver?["ref"],
        receiver?.narrative(), receiver?["receiver-activity-id"], code("disbursement-channel"),
        code("recipient-country"), code("recipient-region"),
        code("flow-type") ?? activity.code("default-flow-type"),
        code("finance-type") ?? activity.code("default-finance-type"),
        aidType("aid-type") ?? activity.aidType("default-aid-type"),
        code("tied-status") ?? activity.code("default-tied-status"),
      ]
  }

  fileprivate var resultRows: [(IATIElement, [String?])] {
    var rows: [(IATIElement, [String?])] = []
    for result in all("result") {
      for indicator in result.all("indicator") {
        for period in indicator.all("period") {
          rows.append(
            (
              period,
              [
                String(rows.count + 1), result["type"], result.first("title")?.narrative(),
                indicator.first("title")?.narrative(), indicator["measure"],
                period.day("period-start"), period.day("period-end"),
                period.first("target")?["value"], period.first("actual")?["value"],
              ]
            )
          )
        }
      }
    }
    return rows
  }

  fileprivate var loanRows: [(IATIElement, [String?])] {
    guard let crs = first("crs-add"), crs.has("loan-terms") || crs.has("loan-status") else {
      return []
    }
    let (terms, status) = (crs.first("loan-terms"), crs.first("loan-status"))
    return [
      (
        crs,
        [
          terms?["rate-1"], terms?["rate-2"], terms?.code("repayment-type"),
          terms?.code("repayment-plan"), terms?.day("commitment-date"),
          terms?.day("repayment-first-date"), terms?.day("repayment-final-date"), status?["year"],
          status.map { $0["currency"] ?? self["default-currency"] ?? "" },
          status?.first("principal-outstanding").map { CellText.trimmed($0.text) },
          status?.first("principal-arrears").map { CellText.trimmed($0.text) },
        ]
      )
    ]
  }
}

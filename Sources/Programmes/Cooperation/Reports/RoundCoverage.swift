// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

/// Who answered in a round: the register of returns, counted by what its statuses stand for.
struct RoundCoverage: Sendable {
  let settings: Settings
  let rows: ReleaseRows
  private let held: [KeyPart]

  /// Which dataset holds the returns, and what its codes stand for.
  struct Settings: Sendable {
    let dataset: String
    let period: String
    let agency: String
    let status: String
    let statuses: [(code: String, meaning: Meaning)]
    let location: Location

    init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
      location = table.location
      dataset = table.optionalString("dataset") ?? "returns"
      period = table.optionalString("period") ?? "TIME_PERIOD"
      agency = table.optionalString("agency") ?? "AGENCY"
      status = table.optionalString("status") ?? "STATUS"
      statuses =
        table.table("statuses") { statuses in
          statuses.keys.compactMap { code in
            (statuses.choice(code, collector) as Meaning?).map { (code, $0) }
          }
        } ?? []
    }
  }

  /// What the status of a return stands for.
  enum Meaning: String, CaseIterable, Sendable {
    case returned
    case signedOff = "signed-off"
    case none = "nil"
    case late
    case outstanding

    /// Whether the agency's records are missing from the numbers.
    var isMissing: Bool { self == .late || self == .outstanding }
  }

  init(_ settings: Settings, _ release: ReleaseData, year: String) async throws {
    self.settings = settings
    held = [KeyPart(settings.period, year)]
    rows = try await release.rows(of: settings.dataset, holding: held, at: settings.location)
    for name in [settings.agency, settings.status] {
      _ = try release.component(name, of: rows.dataset, at: settings.location)
    }
  }

  /// How many agencies were asked.
  var asked: BoundNumber { rows.count(having: [], besides: held) }

  /// How many returns have each status of the settings, in their order.
  var counts: [(status: String, meaning: Meaning, number: BoundNumber)] {
    settings.statuses.map { status in
      (
        status.code, status.meaning,
        rows.count(having: [KeyPart(settings.status, status.code)], besides: held)
      )
    }
  }

  /// The agencies whose returns are late or outstanding, in the order of their list.
  var missing: [String] {
    let missing = Set(settings.statuses.filter { $0.meaning.isMissing }.map(\.code))
    let agencies = Set(
      rows.indices.filter { missing.contains(rows[$0, settings.status] ?? "") }
        .compactMap { rows[$0, settings.agency] }
    )
    return rows.codes(of: settings.agency).filter(agencies.contains)
  }
}

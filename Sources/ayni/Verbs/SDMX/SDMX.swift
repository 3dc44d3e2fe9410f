// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension Verb {
  /// `ayni sdmx`: speaks with services of SDMX, and makes structures of one's own from others'.
  static let sdmx = Verb(
    "sdmx",
    usage: """
      ayni sdmx get URL [FILE] [--accept FORMAT] [--cache DIR] [--timeout SECONDS]
      ayni sdmx get QUERY [FILE] --service URL [--accept FORMAT] [--cache DIR] [--timeout SECONDS]
      """,
    (
      en: "fetches data and structures from services of SDMX",
      fr: "obtient données et structures de services SDMX"
    ),
    options: ["--service": true, "--accept": true, "--cache": true, "--timeout": true]
  ) { invocation in
    switch invocation.words.first {
    case "get": return try get(invocation)
    default:
      try invocation.expectWords(Int.max...Int.max)
      return .usage
    }
  }
}

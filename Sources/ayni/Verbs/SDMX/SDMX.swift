// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

extension Verb {
  /// `ayni sdmx`: speaks with services of SDMX, and makes structures of one's own from others'.
  static let sdmx = Verb(
    "sdmx",
    usage: """
      ayni sdmx get URL [FILE] [--accept FORMAT] [--cache DIR] [--timeout SECONDS]
      ayni sdmx get QUERY [FILE] --service URL [--accept FORMAT] [--cache DIR] [--timeout SECONDS]
      ayni sdmx derive FILE OUT --agency ID [--from ID] [--id ID] [--codes COMPONENT=CSV …] [--add COMPONENT=CSV …] [--to FORMAT]
      ayni sdmx map IN OUT --structure FILE [--map ID] [--to FORMAT]
      """,
    (
      en: "asks services of SDMX, derives national structures, and maps data between structures",
      fr:
        "interroge des services SDMX, dérive des structures nationales et convertit des données entre structures"
    ),
    options: [
      "--service": true, "--accept": true, "--cache": true, "--timeout": true,
      "--agency": true, "--from": true, "--id": true, "--codes": true, "--add": true, "--to": true,
      "--accept-loss": false, "--structure": true, "--map": true,
    ]
  ) { invocation in
    switch invocation.words.first {
    case "get": return try get(invocation)
    case "derive": return try derive(invocation)
    case "map": return try await map(invocation)
    default:
      try invocation.expectWords(Int.max...Int.max)
      return .usage
    }
  }
}

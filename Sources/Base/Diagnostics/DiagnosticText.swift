// SPDX-License-Identifier: Apache-2.0

/// Writes diagnostics as a person reads them on a terminal.
///
/// ```
/// error[sdmx.unknown-code] rules/labour.vtl:17:9: codelist CL_AGE has no code "15-24Y"
///   1,204 rows, the first at data/lfs_2025.csv:88
///   did you mean Y15T24?
///   remedy: …                ayni explain sdmx.unknown-code
/// ```
public struct DiagnosticText: Sendable {
  /// The language of the sentences.
  public let catalogue: Catalogue
  /// Whether to colour the head of each diagnostic.
  public let isColoured: Bool

  /// Makes a writer for a language, plain unless colours are wanted.
  public init(_ catalogue: Catalogue, isColoured: Bool = false) {
    self.catalogue = catalogue
    self.isColoured = isColoured
  }

  /// One diagnostic, over several lines, without a final line break.
  public func text(of diagnostic: Diagnostic) -> String {
    var lines = [head(of: diagnostic)]
    if let occurrences = diagnostic.occurrences {
      lines.append(
        catalogue.text(
          Texts.rows,
          ["count": .count(occurrences.count), "first": .text("\(occurrences.first)")]
        )
      )
    }
    if let suggestion = diagnostic.suggestion {
      lines.append(catalogue.text(Texts.didYouMean, ["name": .text(suggestion)]))
    }
    if let cause = diagnostic.cause {
      lines.append(catalogue.text(Texts.cause, ["cause": .text(cause)]))
    }
    lines.append(
      catalogue.text(
        Texts.remedy,
        ["remedy": .text(diagnostic.remedy(in: catalogue)), "code": "\(diagnostic.code)"]
      )
    )
    return lines.joined(separator: "\n  ")
  }

  private func head(of diagnostic: Diagnostic) -> String {
    let severity = catalogue.text(Texts.severity(diagnostic.severity))
    let label = "\(severity)[\(diagnostic.code)]"
    let message = diagnostic.message(in: catalogue)
    // A sentence that names the file as a whole needs no place in front of it.
    let place = diagnostic.location.flatMap { place in
      place.line == nil && message.contains(place.file) ? nil : " \(place):"
    }
    return "\(coloured(label, diagnostic.severity))\(place ?? "") \(message)"
  }

  private func coloured(_ text: String, _ severity: Severity) -> String {
    guard isColoured else { return text }
    let colour =
      switch severity {
      case .error: 31
      case .warning: 33
      case .note: 36
      }
    return "\u{1B}[1;\(colour)m\(text)\u{1B}[0m"
  }
}

private enum Texts {
  static let rows = Message(
    "diagnostics.rows",
    en: "{count} {count|row,|rows, the first} at {first}",
    fr: "{count} {count|ligne,|lignes, la première} à {first}"
  )
  static let didYouMean = Message(
    "diagnostics.did-you-mean",
    en: "did you mean {name}?",
    fr: "vouliez-vous dire {name} ?"
  )
  static let cause = Message("diagnostics.cause", en: "cause: {cause}", fr: "cause : {cause}")
  static let remedy = Message(
    "diagnostics.remedy",
    en: "remedy: {remedy}  (ayni explain {code})",
    fr: "remède : {remedy}  (ayni explain {code})"
  )

  static func severity(_ severity: Severity) -> Message {
    switch severity {
    case .error: Message("diagnostics.error", en: "error", fr: "erreur")
    case .warning: Message("diagnostics.warning", en: "warning", fr: "avertissement")
    case .note: Message("diagnostics.note", en: "note", fr: "note")
    }
  }
}

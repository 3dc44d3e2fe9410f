// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// Writes diagnostics for programs: one JSON object a line.
///
/// Keys: `code`, `severity`, `message`, `remedy`, and where they exist `file`, `line`, `column`,
/// `rows`, `firstFile`, `firstLine`, `suggestion`, `cause`.
public struct DiagnosticJSON: Sendable {
  /// The language of the sentences.
  public let catalogue: Catalogue

  /// Makes a writer for a language.
  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// One diagnostic as one line of JSON, keys in alphabetical order, without a line break.
  public func text(of diagnostic: Diagnostic) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let record = Record(diagnostic, catalogue)
    // A record of strings and integers always encodes.
    guard let data = try? encoder.encode(record) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  private struct Record: Encodable {
    let code: String
    let severity: String
    let message: String
    let remedy: String
    let file: String?
    let line: Int?
    let column: Int?
    let rows: Int?
    let firstFile: String?
    let firstLine: Int?
    let suggestion: String?
    let cause: String?

    init(_ diagnostic: Diagnostic, _ catalogue: Catalogue) {
      code = diagnostic.code.rawValue
      severity = diagnostic.severity.rawValue
      message = diagnostic.message(in: catalogue)
      remedy = diagnostic.remedy(in: catalogue)
      file = diagnostic.location?.file
      line = diagnostic.location?.line
      column = diagnostic.location?.column
      rows = diagnostic.occurrences?.count
      firstFile = diagnostic.occurrences?.first.file
      firstLine = diagnostic.occurrences?.first.line
      suggestion = diagnostic.suggestion
      cause = diagnostic.cause
    }
  }
}

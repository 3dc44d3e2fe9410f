// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// The file of rejected rows: line, codes of the reasons, sentences, and then the row as it stood.
///
/// It holds records, so only its owner may read it, and it never leaves the project's `.ayni` folder.
final class RejectedRows {
  private let path: String
  private let header: [String]
  private let catalogue: Catalogue
  private let writer = DelimitedTextWriter()
  private var buffer: [UInt8] = []
  private(set) var count = 0

  init(_ path: String, header: [String], in language: Language) {
    self.path = path
    self.header = header
    catalogue = Catalogue(language)
  }

  func add(line: Int, _ problems: [Diagnostic], _ texts: [String]) {
    if count == 0 { writer.write(["line", "codes", "reasons"] + header, to: &buffer) }
    count += 1
    let codes = problems.map(\.code.rawValue).joined(separator: " ")
    let reasons = problems.map { $0.message(in: catalogue) }.joined(separator: "; ")
    writer.write(["\(line)", codes, reasons] + texts, to: &buffer)
  }

  /// Writes the file if a row was rejected.
  func close() throws {
    guard count > 0 else { return }
    try DurableFile.write(buffer, to: path, access: .ownerOnly)
  }
}

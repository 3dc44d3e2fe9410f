// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// Reads a codelist from CSV: `id`, `parent`, `name` or `name:LANGUAGE`, `description[:LANGUAGE]`.
struct CodelistReader {
  let file: String
  let agency: String
  let headings: CodelistHeadings

  /// Reads the list; its identifier is the file's name.
  ///
  /// - Throws: ``DiagnosticFailure`` with `structures.codelist-header` and what codes get wrong.
  func read(_ bytes: [UInt8]) throws -> Codelist {
    var header: Header?
    var codes: [Code] = []
    var locations: [Location] = []
    try bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .guessed(from: buffer))
      let record = DelimitedRecord()
      while reader.next(record) {
        guard let known = header else {
          header = try Header(record.texts, file: file)
          continue
        }
        codes.append(known.code(record.texts))
        locations.append(Location(file, line: record.line))
      }
    }
    let id = String(file.split(separator: "/").last?.dropLast(4) ?? "")
    let heading = headings[id]
    let reference = ArtefactReference(
      .codelist,
      agency: heading?.agency ?? agency,
      id: id,
      version: heading?.version ?? Version(1)
    )
    return try Codelist(
      reference,
      name: heading?.name ?? InternationalString(en: id),
      codes: codes,
      locations: locations
    )
  }

  /// Which column holds what.
  private struct Header {
    private let id: Int
    private let parent: Int?
    private let names: [(language: Language, column: Int)]
    private let descriptions: [(language: Language, column: Int)]

    init(_ columns: [String], file: String) throws(Diagnostic) {
      guard let id = columns.firstIndex(of: "id") else {
        throw StructuresDefinitions.badHeader.at(Location(file, line: 1), ["column": "id"])
      }
      self.id = id
      parent = columns.firstIndex(of: "parent")
      names = Header.texts("name", columns)
      descriptions = Header.texts("description", columns)
      guard !names.isEmpty else {
        throw StructuresDefinitions.badHeader.at(Location(file, line: 1), ["column": "name"])
      }
    }

    func code(_ fields: [String]) -> Code {
      let field = { (column: Int) in fields.indices.contains(column) ? fields[column] : "" }
      let above = parent.map(field) ?? ""
      let description = Header.join(descriptions, field)
      return Code(
        field(id),
        name: Header.join(names, field),
        description: description.isEmpty ? nil : description,
        parent: above.isEmpty ? nil : above
      )
    }

    private static func texts(
      _ word: String,
      _ columns: [String]
    ) -> [(language: Language, column: Int)] {
      columns.enumerated().compactMap { position, column in
        if column == word { return (.english, position) }
        guard column.hasPrefix(word + ":") else { return nil }
        return (Language(rawValue: String(column.dropFirst(word.count + 1))), position)
      }
    }

    private static func join(
      _ columns: [(language: Language, column: Int)],
      _ field: (Int) -> String
    ) -> InternationalString {
      let texts = columns.map { ($0.language, field($0.column)) }.filter { !$0.1.isEmpty }
      return InternationalString(Dictionary(texts, uniquingKeysWith: { first, _ in first }))
    }
  }
}

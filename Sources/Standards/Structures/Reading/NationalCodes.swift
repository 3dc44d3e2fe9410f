// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// A codelist of an office's own, with the codes of a global list that its codes stand for.
public struct NationalCodes: Hashable, Sendable {
  /// The office's list.
  public let list: Codelist
  /// For each code the global one; `nil` where the code is the office's own affair.
  public let global: [String: String?]

  /// Takes a list and what its codes stand for.
  public init(_ list: Codelist, global: [String: String?]) {
    self.list = list
    self.global = global
  }

  /// Reads CSV: the columns of a codelist, and `global`, in which a blank says that the code is not sent.
  ///
  /// Without the column a code stands for the global one that is written alike, where there is one.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - reference: what names the list.
  ///   - name: its label.
  ///   - others: the global list.
  /// - Throws: ``DiagnosticFailure`` with `structures.codelist-header` and what codes get wrong;
  ///   `structures.unknown-code` for a code that the global list does not have.
  public init(
    file path: String,
    _ reference: ArtefactReference,
    name: InternationalString,
    for others: Codelist?
  ) throws {
    let bytes = Array(try WholeFile.text(path).utf8)
    let heading = CodelistHeadings()
    let read = try CodelistReader(file: path, agency: reference.agency, headings: heading)
      .read(bytes)
    let list = try Codelist(reference, name: name, codes: read.codes)
    var written: [String: String]?
    bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .guessed(from: buffer))
      let record = DelimitedRecord()
      guard reader.next(record), let id = record.texts.firstIndex(of: "id"),
        let column = record.texts.firstIndex(of: "global")
      else { return }
      var found: [String: String] = [:]
      while reader.next(record) {
        let fields = record.texts
        guard fields.indices.contains(id), fields.indices.contains(column) else { continue }
        found[fields[id]] = fields[column]
      }
      written = found
    }
    var global: [String: String?] = [:]
    let known = others.map { Set($0.ids) }
    for code in list.codes {
      guard let words = written else {
        global[code.id] = .some(known?.contains(code.id) == true ? code.id : nil)
        continue
      }
      let word = words[code.id] ?? ""
      if !word.isEmpty, let known, !known.contains(word) {
        throw StructuresDefinitions.unknownCode.at(
          Location(path),
          [
            "dataset": .text(path), "component": "global",
            "list": .text(others?.reference.id ?? ""),
          ]
        )
      }
      global[code.id] = .some(word.isEmpty ? nil : word)
    }
    self.init(list, global: global)
  }
}

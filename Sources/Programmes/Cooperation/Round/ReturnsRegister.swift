// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Values

/// What became of the agencies' returns: `registers/returns.csv`, one row = one agency in one round.
///
/// It is an ordinary register: a source may import it, and a view may state it as the coverage of what
/// is published.
struct ReturnsRegister {
  private(set) var entries: [ReturnEntry]
  private let path: String

  static let file = "registers/returns.csv"

  private static let header = [
    "ROUND", "AGENCY", "STATUS", "NIL", "RECEIVED", "RECORDS", "PROBLEMS", "SIGNED_BY", "SIGNED_ON",
    "RETURN", "REPLACED",
  ]

  /// Reads the register; there is none before the first round is opened.
  ///
  /// - Throws: `cooperation.damaged-returns` with the line.
  init(_ root: RootedFolder) throws(Diagnostic) {
    path = try root.resolve(ReturnsRegister.file)
    entries = []
    let bytes: [UInt8]
    do {
      bytes = try WholeFile.bytes(path)
    } catch {
      guard error.code.rawValue == "platform.not-found" else { throw error }
      return
    }
    var rows: [(line: Int, texts: [String])] = []
    bytes.withUnsafeBufferPointer { buffer in
      var reader = DelimitedTextReader(buffer, .comma)
      let record = DelimitedRecord()
      while reader.next(record) { rows.append((record.line, record.texts)) }
    }
    for (line, texts) in rows.dropFirst() {
      guard rows[0].texts == ReturnsRegister.header, let entry = ReturnEntry(texts) else {
        throw CooperationDefinitions.damagedReturns.at(
          Location(ReturnsRegister.file, line: line),
          ["file": .text(ReturnsRegister.file)]
        )
      }
      entries.append(entry)
    }
  }

  /// The entry of an agency in a round.
  func entry(_ round: String, _ agency: String) -> ReturnEntry? {
    entries.first { $0.round == round && $0.agency == agency }
  }

  /// Puts an entry in the place of the one of its agency, or in order.
  mutating func put(_ entry: ReturnEntry) {
    if let place = entries.firstIndex(where: { $0.key == entry.key }) {
      entries[place] = entry
    } else {
      let place = entries.firstIndex { $0.key.lexicographicallyPrecedes(entry.key) == false }
      entries.insert(entry, at: place ?? entries.count)
    }
  }

  /// Writes the register, whole or not at all.
  func write() throws(Diagnostic) {
    var bytes: [UInt8] = []
    let writer = DelimitedTextWriter()
    writer.write(ReturnsRegister.header, to: &bytes)
    for entry in entries {
      writer.write(entry.texts.map { $0.isEmpty ? nil : $0 }, to: &bytes)
    }
    try DurableFolder.create(path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" })
    try DurableFile.write(bytes, to: path)
  }
}

/// What became of one agency's return in one round.
struct ReturnEntry: Hashable {
  let round: String
  let agency: String
  var status: Status
  var isNil = false
  /// The day on which the first return came; corrections do not change it.
  var received: CalendarDate?
  var records = 0
  var problems = 0
  var signedBy = ""
  var signedOn: CalendarDate?
  /// The digest of the workbook that counts, under `data/returns`.
  var digest = ""
  /// The digests of workbooks that later ones replaced.
  var replaced: [String] = []

  /// Whether a return is there.
  enum Status: String, CaseIterable {
    /// Nothing came that could be read, or nothing at all.
    case outstanding = "OUTSTANDING"
    /// Records came in time.
    case returned = "RETURNED"
    /// The agency said in time that it has nothing to report.
    case `nil` = "NIL"
    /// A return came after the due date.
    case late = "LATE"
  }

  init(round: String, agency: String) {
    self.round = round
    self.agency = agency
    status = .outstanding
  }

  /// Reads a row; `nil` where it is none.
  init?(_ texts: [String]) {
    guard texts.count == 11, let status = Status(rawValue: texts[2]),
      let records = ReturnEntry.count(texts[5]), let problems = ReturnEntry.count(texts[6])
    else { return nil }
    round = texts[0]
    agency = texts[1]
    self.status = status
    isNil = texts[3] == "true"
    received = CalendarDate(texts[4])
    self.records = records
    self.problems = problems
    signedBy = texts[7]
    signedOn = CalendarDate(texts[8])
    digest = texts[9]
    replaced = texts[10].split(separator: " ").map(String.init)
  }

  var key: [String] { [round, agency] }

  /// A blank stands for a count that nobody gave.
  private static func count(_ text: String) -> Int? { text.isEmpty ? 0 : Int(text) }

  /// Zero only where an agency says so: of what did not come nothing is known.
  private var recordsText: String { status == .outstanding ? "" : String(records) }
  private var problemsText: String { digest.isEmpty && received == nil ? "" : String(problems) }

  var texts: [String] {
    [
      round, agency, status.rawValue, isNil ? "true" : "false", received?.description ?? "",
      recordsText, problemsText, signedBy, signedOn?.description ?? "", digest,
      replaced.joined(separator: " "),
    ]
  }
}

extension [String] {
  fileprivate func lexicographicallyPrecedes(_ other: [String]) -> Bool {
    lexicographicallyPrecedes(other, by: <)
  }
}

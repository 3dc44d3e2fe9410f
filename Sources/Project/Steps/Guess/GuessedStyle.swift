// SPDX-License-Identifier: Apache-2.0

internal import Values

/// How a whole file seems to write numbers, dates and blanks: what `FieldStyle` is told.
struct GuessedStyle: Sendable {
  private(set) var number = NumberForm.candidates(delimiter: nil)[0]
  private(set) var date = FieldStyle.DateForm.iso
  private(set) var blanks: [String] = []
  /// Whether the file is a workbook.
  let isWorkbook: Bool

  /// Words that many offices write where there is no value.
  private static let blankWords = [
    "NA", "N/A", "n/a", "#N/A", "NULL", "null", "NaN", "nan", "-", "–", "—", "..", "...", "…", ":",
    "n.d.", "nd", "ND", "s.o.", "s/o", "s.d.", "sin dato", ".",
  ]

  /// Looks at all columns: the style under which most of them are numbers or dates wins.
  ///
  /// A word counts as a blank only where no column of texts holds it: NA is also Namibia.
  ///
  /// - Parameters:
  ///   - columns: the columns.
  ///   - delimiter: what stands between fields; `nil` for a sheet.
  init(_ columns: [GuessedColumn], delimiter: UInt8?) {
    isWorkbook = delimiter == nil
    let values = columns.map { column in column.texts.filter { !$0.isEmpty } }
    let others = values.map { texts in texts.filter { !GuessedStyle.blankWords.contains($0) } }
    number = GuessedStyle.best(NumberForm.candidates(delimiter: delimiter), others) {
      $0.decimals($1) != nil
    }
    date = GuessedStyle.best(FieldStyle.DateForm.allCases, others) { $0.reads($1) }
    let typed = others.map { !$0.isEmpty && (number.decimals($0) != nil || date.reads($0)) }
    let words = { (isTyped: Bool) in
      Set(zip(values, typed).filter { $0.1 == isTyped }.flatMap(\.0)).intersection(
        GuessedStyle.blankWords
      )
    }
    blanks = words(true).subtracting(words(false)).sorted()
  }

  func isBlank(_ text: String) -> Bool { text.isEmpty || blanks.contains(text) }

  /// What the source's file says; nothing where a style is the usual one.
  var lines: [String] {
    var lines: [String] = []
    if number.decimal == "," { lines.append("decimal = \",\"") }
    if let grouping = number.grouping { lines.append("grouping = \"\(grouping)\"") }
    if date != .iso { lines.append("date = \"\(date.rawValue)\"") }
    if !blanks.isEmpty {
      lines.append("blank = [\(blanks.map(\.quoted).joined(separator: ", "))]")
    }
    return lines
  }

  private static func best<Form>(
    _ forms: [Form],
    _ columns: [[String]],
    _ reads: (Form, [String]) -> Bool
  ) -> Form {
    var best = (form: forms[0], count: (-1, -1))
    for form in forms {
      let count = (
        columns.count { !$0.isEmpty && reads(form, $0) },
        columns.count { readsMost($0) { reads(form, [$0]) } }
      )
      if count > best.count { best = (form, count) }
    }
    return best.form
  }

  /// Whether a form reads nearly all values of a column, as its first hundreds tell: a column that one
  /// word spoils still shows how the file writes its numbers.
  private static func readsMost(_ texts: [String], _ reads: (String) -> Bool) -> Bool {
    let looked = texts.prefix(200)
    return !looked.isEmpty && MixedColumn.areFew(looked.count { !reads($0) }, of: looked.count)
  }
}

/// A way to write numbers: the decimal mark, and the mark between thousands.
struct NumberForm: Sendable, Hashable {
  let decimal: Character
  let grouping: Character?

  /// The forms, the likeliest first.
  ///
  /// 1,200 is twelve hundred in files whose fields commas part, and one and a fifth in others.
  static func candidates(delimiter: UInt8?) -> [NumberForm] {
    let point = [NumberForm(".", nil), NumberForm(".", " ")]
    let comma = [NumberForm(",", nil), NumberForm(",", " "), NumberForm(",", ".")]
    let grouped = [NumberForm(".", ",")]
    let hasCommas = delimiter == UInt8(ascii: ",")
    return point + (hasCommas ? grouped + comma : comma + grouped) + [NumberForm(".", "'")]
  }

  private init(_ decimal: Character, _ grouping: Character?) {
    self.decimal = decimal
    self.grouping = grouping
  }

  /// How many decimals these numbers are written with at most, none where all are whole; `nil` where one of
  /// them is no number.
  func decimals(_ texts: [String]) -> Int? {
    var (written, needed) = (0, 0)
    for text in texts {
      guard let plain = plain(text), let number = Decimal(plain) else { return nil }
      (written, needed) = (max(written, number.scale), max(needed, number.reduced.scale))
    }
    return needed == 0 ? 0 : written
  }

  /// The number as programs write it; `nil` where groups are no thousands.
  private func plain(_ text: String) -> String? {
    let text = text.map { $0.isGroupingSpace ? " " : $0 }
    let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    var whole = String(parts[0])
    if let grouping, whole.contains(grouping) {
      let groups = whole.split(separator: grouping, omittingEmptySubsequences: false)
      let sizes = [groups[0].filter(\.isNumber).count] + groups.dropFirst().map(\.count)
      guard DigitGroups.areSound(sizes) else { return nil }
      whole = groups.joined()
    }
    return parts.count == 1 ? whole : "\(whole).\(String(parts[1]))"
  }
}

extension FieldStyle.DateForm {
  /// Whether all of these are days in this form.
  func reads(_ texts: [String]) -> Bool {
    texts.allSatisfy { text in
      var text = text
      return text.withUTF8 { date($0) != nil }
    }
  }
}

extension Character {
  /// The spaces that stand between thousands: plain, no-break, thin and narrow no-break.
  fileprivate var isGroupingSpace: Bool {
    self == " " || Character.wideSpaces.contains(self)
  }
}

extension String {
  /// The text as TOML writes it.
  var quoted: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

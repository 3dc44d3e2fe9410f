// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Values

/// What formats of cells make of a number: a day, digits with zeros in front, a percentage.
///
/// - Source: ISO/IEC 29500-1, 18.8.30 (numFmt): the built-in formats and the letters of dates.
struct CellStyles {
  /// What a number is shown as.
  private enum Form {
    case day
    case number(WorkbookCell.Display)
  }

  /// What the cells of a format show, by the position of the format.
  private var forms: [Form] = []
  /// Whether days are counted from 1904, as old programs on Apple's machines did.
  let countsFrom1904: Bool

  /// Reads the part `styles.xml`; none where the workbook has no such part.
  init(_ bytes: [UInt8]?, named name: String, countsFrom1904: Bool) throws(Diagnostic) {
    self.countsFrom1904 = countsFrom1904
    guard let bytes else { return }
    let reader = try XMLReader(bytes: bytes, named: name)
    var formats: [Int: Form] = [:]
    var isInCellFormats = false
    while let event = try reader.next() {
      switch event {
      case .start(let element):
        switch element.name.local {
        case "numFmt":
          guard let id = element["numFmtId"].flatMap({ Int($0) }) else { continue }
          formats[id] = CellStyles.form(element["formatCode"] ?? "")
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
          let id = element["numFmtId"].flatMap { Int($0) } ?? 0
          forms.append(formats[id] ?? CellStyles.builtIn(id))
        default: break
        }
      case .end(let name) where name.local == "cellXfs": isInCellFormats = false
      case .end, .text: break
      }
    }
  }

  private static let builtInDates: [ClosedRange<Int>] = [
    14...17, 22...22, 27...31, 36...36, 50...58,
  ]
  private static let builtInPercents = 9...10

  private static func builtIn(_ id: Int) -> Form {
    if builtInDates.contains(where: { $0.contains(id) }) { return .day }
    return .number(builtInPercents.contains(id) ? .percent : .plain)
  }

  private static func form(_ code: String) -> Form {
    isDate(code) ? .day : .number(display(code))
  }

  /// How a format that shows no day shows a number.
  static func display(_ code: String) -> WorkbookCell.Display {
    let digits = code.prefix { $0 != ";" }
    // A number has no more digits than a workbook keeps; a format of thousands of zeros would fill memory.
    if (2...20).contains(digits.count), digits.allSatisfy({ $0 == "0" }) {
      return .digits(atLeast: digits.count)
    }
    return unquoted(code).contains("%") ? .percent : .plain
  }

  /// Whether a format shows a day: it has the letter of a year or a day, or of a month without hours.
  static func isDate(_ code: String) -> Bool {
    var plain = unquoted(code.lowercased())
    // A word has letters that say nothing of days; those of a half of the day are none of a year.
    for (word, meaning) in [("general", "0"), ("am/pm", "h"), ("a/p", "h")] {
      plain = plain.split(separator: word, omittingEmptySubsequences: false)
        .joined(separator: meaning)
    }
    let letters = Set(plain)
    return !letters.isDisjoint(with: ["y", "d", "j", "a"])
      || (letters.contains("m") && letters.isDisjoint(with: ["h", "s", "0", "#"]))
  }

  /// What a format says of positive numbers, without texts, colours and languages.
  ///
  /// Hours, minutes and seconds that go on beyond a day stand in brackets: `[h]:mm`. They stay.
  private static func unquoted(_ code: String) -> String {
    var plain = ""
    var bracketed: String?
    var isQuoted = false
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "[" {
        bracketed = ""
      } else if character == "]", let inside = bracketed {
        if !inside.isEmpty, Set(inside).isSubset(of: ["h", "m", "s"]) { plain += "h" + inside }
        bracketed = nil
      } else if bracketed != nil {
        bracketed?.append(character)
      } else if "\\_*".contains(character) {
        isEscaped = true
      } else if character == ";" {
        break
      } else {
        plain.append(character)
      }
    }
    return plain
  }

  /// What a number stands for in a cell of a format.
  func content(_ number: Double, style: Int) -> WorkbookCell.Content {
    let seconds = (number * 86_400).rounded()
    guard forms.indices.contains(style), case .day = forms[style],
      let day = CellStyles.day((seconds / 86_400).rounded(.down), countsFrom1904: countsFrom1904)
    else { return .number(number) }
    return .date(day, second: Int(seconds) % 86_400)
  }

  /// How a cell of a format shows a number that is no day.
  func display(style: Int) -> WorkbookCell.Display {
    guard forms.indices.contains(style), case .number(let display) = forms[style] else {
      return .plain
    }
    return display
  }

  /// The day of a serial number.
  ///
  /// - Source: ISO/IEC 29500-1, 18.17.4.1: the 1900 system counts a 29 February 1900 that never was, so
  ///   that 61 is 1 March 1900 and days before it are one off.
  static func day(_ serial: Double, countsFrom1904: Bool) -> CalendarDate? {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    let whole = Int32(serial.rounded(.down))
    if countsFrom1904 { return CalendarDate(daysSinceEpoch: whole - 24_107) }
    switch whole {
    case 1..<60: return CalendarDate(daysSinceEpoch: whole - 25_568)
    case 61...: return CalendarDate(daysSinceEpoch: whole - 25_569)
    default: return nil
    }
  }
}

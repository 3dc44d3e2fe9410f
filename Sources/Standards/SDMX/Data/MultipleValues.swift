// SPDX-License-Identifier: Apache-2.0

/// Several values, or texts in several languages, in one field.
///
/// Values stand one after the other with `;` between them; a value that holds `;` or `"`, or none
/// at all, is quoted, a quote within doubled. A text in languages is such a list of `TAG:text`.
///
/// - Source: SDMX-CSV 2.0 field guide, "Multiple values".
public enum MultipleValues {
  /// A value: plain, or in languages.
  public enum Value: Hashable, Sendable {
    /// A value in no language.
    case plain(String)
    /// A text for each language tag, in order.
    case texts([(language: String, text: String)])

    /// Compares values.
    public static func == (left: Value, right: Value) -> Bool {
      left.field == right.field
    }

    /// Hashes a value.
    public func hash(into hasher: inout Hasher) { hasher.combine(field) }

    /// The value as a field.
    var field: String {
      switch self {
      case .plain(let text): text
      case .texts(let texts): MultipleValues.join(texts.map { "\($0.language):\($0.text)" })
      }
    }
  }

  /// One field of several values.
  public static func join(_ values: [String]) -> String {
    values.map { quoted($0) }.joined(separator: ";")
  }

  /// The values of a field.
  public static func split(_ field: String) -> [String] { split(field, by: ";") }

  /// The values of a field with another mark between them.
  static func split(_ field: String, by mark: Unicode.Scalar) -> [String] {
    var values: [String] = []
    var value = ""
    var isQuoted = false
    var previousQuote = false
    for character in field.unicodeScalars {
      switch character {
      case "\"":
        if isQuoted, previousQuote {
          value.unicodeScalars.append(character)
          previousQuote = false
        } else if isQuoted {
          previousQuote = true
        } else if value.isEmpty {
          isQuoted = true
        } else {
          value.unicodeScalars.append(character)
        }
      case mark where !isQuoted || previousQuote:
        values.append(value)
        value = ""
        (isQuoted, previousQuote) = (false, false)
      default: value.unicodeScalars.append(character)
      }
    }
    values.append(value)
    return values
  }

  /// The texts of a field by language; a text without a tag is English, as SDMX-ML has it.
  public static func texts(_ field: String) -> [(language: String, text: String)] {
    split(field).map { part in
      guard let colon = part.firstIndex(of: ":"), part[..<colon].isLanguageTag else {
        return ("en", part)
      }
      return (String(part[..<colon]), String(part[part.index(after: colon)...]))
    }
  }

  private static func quoted(_ value: String) -> String {
    let needsQuotes =
      value.isEmpty || value.unicodeScalars.contains { $0 == ";" || $0 == "\"" }
    guard needsQuotes else { return value }
    var text = "\""
    for character in value.unicodeScalars {
      if character == "\"" { text += "\"" }
      text.unicodeScalars.append(character)
    }
    return text + "\""
  }
}

extension Substring {
  /// Whether the text has the shape of a language tag: `en`, `pt-br`.
  fileprivate var isLanguageTag: Bool {
    (2...12).contains(count)
      && utf8.allSatisfy { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || $0 == 45 }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Columns

/// Reads the fields of one component into a column; a fault leaves its row without a value.
protocol FieldReading: Sendable {
  /// The column of these fields, with one row for each.
  ///
  /// - Parameters:
  ///   - fields: the fields; they receive the faults.
  ///   - name: the column's name.
  /// - Returns: the column.
  func column(_ fields: inout ComponentFields, _ name: String) -> Column
}

/// Text of any content.
struct TextReading: FieldReading {
  func column(_ fields: inout ComponentFields, _ name: String) -> Column {
    Column.texts(name, count: fields.count) { texts in
      for row in 0..<fields.count {
        if let field = fields[row] { texts.append(utf8: field) } else { texts.appendMissing() }
      }
    }
  }
}

/// Text that a map or a codelist translates.
struct CodeReading: FieldReading {
  let codes: CodeTable
  /// Whether text that the table does not have stays as it is.
  let isOpen: Bool

  func column(_ fields: inout ComponentFields, _ name: String) -> Column {
    Column.texts(name, count: fields.count) { texts in
      codes.withLookup { lookup in
        for row in 0..<fields.count {
          guard let field = fields[row] else {
            texts.appendMissing()
            continue
          }
          if let code = lookup.code(field) {
            texts.append(utf8: code)
          } else if isOpen {
            texts.append(utf8: field)
          } else {
            texts.appendMissing()
            fields.fail(row, .unknownCode)
          }
        }
      }
    }
  }
}

/// Periods in the one form in which they are compared.
struct PeriodReading: FieldReading {
  let map: [String: String]
  /// Whether days come from cells, with an hour where they have one.
  let isWorkbook: Bool

  func column(_ fields: inout ComponentFields, _ name: String) -> Column {
    Column.texts(name, count: fields.count) { texts in
      for row in 0..<fields.count {
        guard let field = fields[row] else {
          texts.appendMissing()
          continue
        }
        // A plain year is in that form already.
        if map.isEmpty, TimePeriodText.isYear(field) {
          texts.append(utf8: field)
          continue
        }
        let text = String(decoding: isWorkbook ? field.withoutHour : field, as: UTF8.self)
        guard var period = TimePeriodText.normalised(map[text] ?? text) else {
          texts.appendMissing()
          fields.fail(row, .badPeriod)
          continue
        }
        period.withUTF8 { texts.append(utf8: $0) }
      }
    }
  }
}

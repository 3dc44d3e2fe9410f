// SPDX-License-Identifier: Apache-2.0

internal import CArrow
internal import Diagnostics

/// The schema of a stream, with the formats that its arrays arrive in.
struct ImportedSchema {
  let schema: Schema
  let formats: [Format]

  /// How a column arrives.
  enum Format: Hashable {
    case plain(ArrowFormat)
    /// Indices into a dictionary of texts.
    case dictionary(index: ArrowFormat, texts: ArrowFormat)
  }

  /// Reads a schema that the caller releases.
  ///
  /// - Throws: `columns.unsupported-type` for all columns that cannot be read, together.
  init(reading schema: ArrowSchema) throws {
    var fields: [Field] = []
    var formats: [Format] = []
    var problems: [Diagnostic] = []
    for index in 0..<Int(schema.n_children) {
      guard let child = schema.children?[index]?.pointee else {
        throw ColumnsDefinitions.malformedBatch.at(nil, ["what": "a column has no schema"])
      }
      let name = child.name.map { String(cString: $0) } ?? ""
      guard let format = ImportedSchema.format(of: child) else {
        let type = child.format.map { String(cString: $0) } ?? "?"
        problems.append(
          ColumnsDefinitions.unsupportedType.at(nil, ["column": .text(name), "type": .text(type)])
        )
        continue
      }
      let isNullable = child.flags & Int64(AYNI_ARROW_FLAG_NULLABLE) != 0
      fields.append(Field(name, format.columnType, isNullable: isNullable))
      formats.append(format)
    }
    if let first = problems.first {
      if problems.count > 1 { throw DiagnosticFailure(problems) }
      throw first
    }
    self.schema = Schema(fields)
    self.formats = formats
  }

  private static func format(of child: ArrowSchema) -> Format? {
    guard let text = child.format, let format = ArrowFormat(String(cString: text)) else {
      return nil
    }
    guard let dictionary = child.dictionary?.pointee else { return .plain(format) }
    guard format.isInteger, let valueText = dictionary.format,
      let values = ArrowFormat(String(cString: valueText)), values.columnType == .string
    else { return nil }
    return .dictionary(index: format, texts: values)
  }
}

extension ImportedSchema.Format {
  var columnType: ColumnType {
    switch self {
    case .plain(let format): format.columnType
    case .dictionary: .string
    }
  }
}

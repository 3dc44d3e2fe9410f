// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Relation

/// A dataset from outside: its structure, and where its rows are.
public struct DatasetInput: Sendable {
  /// The name that scripts use.
  public let name: String
  /// What its columns mean.
  public let structure: DatasetStructure
  /// The rows with the columns of their source.
  public let source: Plan
  /// The file that messages name.
  public let location: Location?
  let delimited: DelimitedScan?

  /// Rows that an engine has or reads.
  public init(
    _ name: String,
    _ structure: DatasetStructure,
    source: Plan,
    location: Location? = nil
  ) {
    self.init(name, structure, source, location, delimited: nil)
  }

  private init(
    _ name: String,
    _ structure: DatasetStructure,
    _ source: Plan,
    _ location: Location?,
    delimited: DelimitedScan?
  ) {
    self.name = name
    self.structure = structure
    self.source = source
    self.location = location
    self.delimited = delimited
  }

  /// A file of delimited text, which the engine reads with the types of the structure.
  ///
  /// Columns that are no components are passed over.
  ///
  /// - Parameters:
  ///   - name: the name that scripts use.
  ///   - structure: what the columns mean.
  ///   - path: the file; its first line names the columns.
  /// - Throws: `platform.…` where it cannot be read, `vtl.missing-component`, `relation.duplicate-column`.
  public init(_ name: String, _ structure: DatasetStructure, delimited path: String) throws {
    let (header, format) = try DatasetInput.header(path)
    let types = Dictionary(
      structure.components.map { ($0.name.lowercased(), $0.type.readType) },
      uniquingKeysWith: { first, _ in first }
    )
    let fields = header.map { column in
      Field(column, structure[column]?.type.readType ?? types[column.lowercased()] ?? .string)
    }
    let separator = Character(Unicode.Scalar(format.delimiter))
    let scan = DelimitedScan(path, columns: fields, separator: separator)
    let source = try Plan.scan(.delimited(scan), schema: Schema(fields))
      .select(header)
    self.init(name, structure, source, Location(path), delimited: scan)
  }

  /// The names in the first line, and what stands between them.
  private static func header(_ path: String) throws -> ([String], DelimitedTextFormat) {
    let file = try MappedFile(path)
    return file.withBytes { span in
      span.withUnsafeBytes { content in
        let bytes = content.bindMemory(to: UInt8.self)
        let format = DelimitedTextFormat.guessed(from: bytes)
        var reader = DelimitedTextReader(bytes, format)
        let record = DelimitedRecord()
        return (reader.next(record) ? record.texts : [], format)
      }
    }
  }
}

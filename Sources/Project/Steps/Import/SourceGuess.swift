// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
public import Platform
internal import Project
public import Relation
internal import Structures
internal import Values

/// What a file seems to hold: a structure and a source for it, as files that a person corrects.
///
/// Every column becomes a component. A column whose values are all different and never missing becomes
/// the key; without one, the number of the row would be needed and the guess says so by making the
/// first column the key. Years become time, numbers become measures, all else attributes.
public struct SourceGuess: Sendable {
  /// The name of the dataset.
  public let name: String
  private let source: String
  private let content: [UInt8]
  private let columns: [GuessedColumn]
  private let isWorkbook: Bool

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - path: the file, CSV or XLSX.
  ///   - name: the name of the dataset; the file's by default.
  ///   - session: an engine that may read the file.
  /// - Throws: `import.not-text`, `import.empty-file`, or what reading gives.
  public init(_ path: String, name: String?, session: any Session) async throws {
    source = path
    content = try WholeFile.bytes(path)
    isWorkbook = path.hasSuffix(".xlsx")
    let stem = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    self.name = (name ?? stem).lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }
      .joined()
    columns =
      isWorkbook
      ? try await GuessedColumn.workbook(path, session) : try GuessedColumn.delimited(path)
  }

  /// The files that are written, by their path in the project.
  public var files: [(path: String, text: String)] {
    [
      ("structures/\(structureID).toml", structureText),
      ("sources/\(name).toml", sourceText),
    ]
  }

  /// Writes data, structure and source into a project; nothing that is there is written over.
  ///
  /// - Parameter root: the project's folder.
  /// - Returns: the paths of the files, from the project's folder.
  /// - Throws: `platform.already-exists` where one of the files is there.
  public func write(to root: RootedFolder) throws -> [String] {
    for file in files where (try? MappedFile(try root.resolve(file.path)).count) != nil {
      throw ProjectDefinitions.folderNotEmpty.at(nil, ["folder": .text(file.path)])
    }
    for folder in ["data", "structures", "sources"] {
      try DurableFolder.create(try root.resolve(folder))
    }
    try DurableFile.write(content, to: try root.resolve(try dataPath))
    for file in files {
      try DurableFile.write(Array(file.text.utf8), to: try root.resolve(file.path))
    }
    return [try dataPath] + files.map(\.path)
  }

  /// The raw file under a name that says its content: the first twelve digits of its digest.
  private var dataPath: String {
    get throws {
      let digest = String("\(try SHA256.digest(of: content))".prefix(12))
      return "data/\(name)-\(digest).\(isWorkbook ? "xlsx" : "csv")"
    }
  }

  private var structureID: String { name.uppercased() }

  private var structureText: String {
    let key = columns.first { $0.isKey } ?? columns.first
    var text = """
      # Guessed from \(columns.count) columns; correct roles, types, names and codelists.
      id = "\(structureID)"
      name = { en = "\(name)", fr = "\(name)" }

      """
    for column in columns {
      let role =
        column.id == key?.id || column.isTime
        ? "dimension" : column.isNumber ? "measure" : "attribute"
      text += """

        [[\(role)]]
        id = "\(column.id)"
        name = \(column.quotedName)
        \(column.isTime && column.id != key?.id ? "time = true" : column.typeText)

        """
    }
    if !columns.contains(where: { $0.isNumber && !$0.isTime && $0.id != key?.id }) {
      text += """

        [[measure]]
        id = "COUNT"
        name = { en = "Count", fr = "Nombre" }
        type = "integer"

        """
    }
    return text
  }

  private var sourceText: String {
    let file = (try? dataPath) ?? ""
    var text = "structure = \"\(structureID)\"\nfile = \"\(file)\"\n\n[columns]\n"
    for column in columns { text += "\(column.id) = \(column.quotedName)\n" }
    if !columns.contains(where: { $0.isNumber && !$0.isTime }) {
      text += "COUNT = { constant = \"1\" }\n"
    }
    return text
  }
}

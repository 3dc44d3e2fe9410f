// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Platform
internal import Project

/// What a file seems to hold: a structure and a source for it, as files that a person corrects.
///
/// Every column becomes a component: ``GuessedRoles`` says which identify, ``GuessedStyle`` how numbers
/// and dates are written. The time dimension is called TIME_PERIOD, as SDMX demands, whatever the
/// file calls it.
public struct SourceGuess: Sendable {
  /// The name of the dataset.
  public let name: String
  private let path: String
  private let raw: RawFile
  private let file: GuessedFile
  private let style: GuessedStyle
  private let contents: [GuessedContent]
  private let roles: GuessedRoles
  private let isWorkbook: Bool

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - path: the file, CSV or XLSX.
  ///   - name: the name of the dataset; the file's by default.
  ///   - sheet: the sheet of a workbook; the first that is not hidden by default.
  /// - Throws: `import.not-text`, `import.no-sheets`, `import.empty-file`, `import.repeated-column`, or what
  ///   reading gives.
  public init(_ path: String, name: String?, sheet: String? = nil) throws {
    self.path = path
    self.name = GuessedName.dataset(name ?? GuessedName.stem(path))
    isWorkbook = path.lowercased().hasSuffix(".xlsx")
    if sheet != nil, !isWorkbook { throw StepsDefinitions.noSheets.at(Location(path)) }
    raw = try RawFile(path, for: self.name, type: isWorkbook ? "xlsx" : "csv")
    let file =
      try isWorkbook
      ? GuessedFile(workbook: path, sheet: sheet) : GuessedFile(delimited: path)
    let style = GuessedStyle(file.columns, delimiter: file.delimiter)
    contents = file.columns.map { $0.content(style) }
    roles = GuessedRoles(file.columns, contents, style)
    self.file = file
    self.style = style
  }

  /// The files that are written, by their path in the project.
  public var files: [(path: String, text: String)] {
    [
      ("structures/\(structureID).toml", structureText),
      ("sources/\(name).toml", sourceText),
    ]
  }

  /// What a person decides: sheets that are left, numbers and dates that may be read in two ways, and
  /// columns that are taken as text for a few values that are not written like the others.
  public var doubts: [Diagnostic] {
    let mixed = zip(file.columns, contents).compactMap { column, content in
      content == .text
        ? MixedColumn(column, style)?.warning(path, lines: file.lines) : nil
    }
    let ambiguous = zip(file.columns, contents).compactMap { column, content in
      AmbiguousColumn(column, content, style)?.warning(path, lines: file.lines)
    }
    return [file.sheet?.warning(path)].compactMap(\.self) + ambiguous + mixed
  }

  /// Writes data, structure and source into a project; nothing that is there is written over.
  ///
  /// - Parameter root: the project's folder.
  /// - Returns: the paths of the files, from the project's folder.
  /// - Throws: `import.name-taken` where one of the files is there.
  public func write(to root: RootedFolder) throws -> [String] {
    for file in files where (try? MappedFile(try root.resolve(file.path)).count) != nil {
      throw StepsDefinitions.nameTaken.at(
        Location(file.path),
        ["name": .text(name), "file": .text(file.path)]
      )
    }
    for folder in ["structures", "sources"] { try DurableFolder.create(try root.resolve(folder)) }
    try raw.write(to: root)
    for file in files {
      try DurableFile.write(Array(file.text.utf8), to: try root.resolve(file.path))
    }
    return [raw.path] + files.map(\.path)
  }

  private var structureID: String { name.uppercased() }

  private var measures: [Int] { file.columns.indices.filter(roles.isMeasure) }

  private var structureText: String {
    var text = """
      # Guessed from \(file.columns.count) columns; correct roles, types, names and codelists.
      id = "\(structureID)"
      name = { en = "\(name)", fr = "\(name)" }

      """
    if roles.needsLine {
      text += component(
        "dimension",
        lineID,
        "{ en = \"Line\", fr = \"Ligne\" }",
        "type = \"integer\""
      )
    }
    for (position, column) in file.columns.enumerated() {
      let role =
        roles.dimensions.contains(position) || position == roles.time
        ? "dimension" : measures.contains(position) ? "measure" : "attribute"
      let type = position == roles.time ? "time = true" : type(of: position)
      let label = column.name.isEmpty ? column.id : column.name
      text += component(role, id(of: position), label.quoted, type)
    }
    if measures.isEmpty {
      text += component(
        "measure",
        countID,
        "{ en = \"Count\", fr = \"Nombre\" }",
        "type = \"integer\""
      )
    }
    return text
  }

  private func component(_ role: String, _ id: String, _ name: String, _ type: String) -> String {
    "\n[[\(role)]]\nid = \"\(id)\"\nname = \(name)\n\(type)\n"
  }

  private func type(of position: Int) -> String {
    let isCode = roles.dimensions.contains(position) && roles.dimensions != [position]
    switch contents[position] {
    case .number(let decimals) where measures.contains(position) || !isCode:
      return SourceGuess.numberType(decimals)
    case .period where measures.contains(position): return "type = \"integer\""
    case .period: return "type = \"time-period\""
    case .date: return "type = \"date\""
    case .boolean where !roles.dimensions.contains(position): return "type = \"boolean\""
    case .text, .boolean, .number: return "type = \"text\""
    }
  }

  /// More decimals than anyone writes are those of a binary number, such as a workbook computes.
  private static func numberType(_ decimals: Int) -> String {
    switch decimals {
    case 0: "type = \"integer\""
    case ...9: "type = \"decimal\"\ndecimals = \(decimals)"
    default: "type = \"double\""
    }
  }

  private func id(of position: Int) -> String {
    if position == roles.time { return SourceGuess.timeID }
    let id = file.columns[position].id
    return id == SourceGuess.timeID && roles.time != nil ? id + "_2" : id
  }

  /// The identifier that SDMX gives the time dimension.
  ///
  /// - Source: SDMX 3.0 section 2, 5.3: TimeDimension, fixed identifier TIME_PERIOD.
  private static let timeID = "TIME_PERIOD"

  private var lineID: String { free("LINE") }
  private var countID: String { free("COUNT") }

  private func free(_ id: String) -> String {
    file.columns.contains { $0.id == id } ? "FILE_\(id)" : id
  }

  private var sourceText: String {
    var lines = ["structure = \"\(structureID)\"", "file = \"\(raw.path)\""]
    if let sheet = file.sheet, !sheet.isOnly { lines.append("sheet = \(sheet.name.quoted)") }
    if file.header > 1 { lines.append("header = \(file.header)") }
    if file.encoding != .utf8 { lines.append("encoding = \"\(file.encoding.rawValue)\"") }
    lines += style.lines + ["", "[columns]"]
    if roles.needsLine { lines.append("\(lineID) = { line = true }") }
    for (position, column) in file.columns.enumerated() {
      lines.append("\(id(of: position)) = \(column.name.quoted)")
    }
    if measures.isEmpty { lines.append("\(countID) = { constant = \"1\" }") }
    return lines.joined(separator: "\n") + "\n"
  }
}

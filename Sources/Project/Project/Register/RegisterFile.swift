// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Structures

/// A register that people keep: a CSV file under `registers/`, with the source that says what its columns
/// mean.
public struct RegisterFile: Sendable {
  /// The name of the source.
  public let name: String
  /// The file, from the project folder.
  public let file: String
  /// The structure of its records; one row = one record.
  public let structure: DataStructureDefinition
  /// The heading of each component that has a column.
  public let headings: [String: String]
  private let path: String

  /// Finds a register of a project.
  ///
  /// - Parameters:
  ///   - name: the source, `sources/NAME.toml`.
  ///   - project: the project.
  ///   - location: where the register is named.
  /// - Throws: `project.no-register`, `project.register-source` where the file is written in another way
  ///   than registers are kept, `structures.unknown-artefact`.
  public init(
    _ name: String,
    in project: ProjectFolder,
    at location: Location? = nil
  ) throws(Diagnostic) {
    let sources = project.steps.filter { $0.kind == "import" && $0.inputs.isEmpty }
    guard let source = sources.first(where: { $0.name == name }) else {
      throw ProjectDefinitions.noRegister.at(
        location,
        ["name": .text(name)],
        suggestion: NearestName.of(name, among: sources.map(\.name))
      )
    }
    let settings = RegisterSource(source.parameters)
    guard settings.isKept else {
      throw ProjectDefinitions.registerSource.at(source.location, ["name": .text(name)])
    }
    self.name = name
    file = settings.file
    headings = settings.headings
    structure = try project.catalogue.structure(id: settings.structure, at: source.location)
    path = try project.root.resolve(settings.file, namedAt: source.location)
  }

  /// The records.
  ///
  /// - Returns: no records where the file does not exist yet.
  /// - Throws: `project.damaged-register` with the line, codes of reading.
  public func read() throws(Diagnostic) -> RegisterTable {
    let bytes: [UInt8]
    do {
      bytes = try WholeFile.bytes(path)
    } catch {
      guard error.code.rawValue == "platform.not-found" else { throw error }
      let known = structure.components.compactMap { headings[$0.id] }
      return RegisterTable(header: known, headings: headings)
    }
    return try RegisterTable(bytes, headings: headings, file: file)
  }

  /// Puts records in the place of those that are there, whole or not at all.
  ///
  /// - Throws: codes of writing; the old file is then as it was.
  public func write(_ table: RegisterTable) throws(Diagnostic) {
    try DurableFolder.create(path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" })
    try DurableFile.write(table.bytes, to: path)
  }
}

/// What a source says of a register.
private struct RegisterSource {
  let structure: String
  let file: String
  let headings: [String: String]
  /// Whether the file is written as registers are kept: CSV in UTF-8 without translations.
  let isKept: Bool

  init(_ parameters: TOMLValue) {
    // What is wrong with the source is told by the kind of step that reads it.
    let unheard = DiagnosticCollector()
    self = parameters.read(unheard) { RegisterSource($0, unheard) }
  }

  private init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    structure = table.optionalString("structure") ?? ""
    file = table.optionalString("file") ?? ""
    var headings: [String: String] = [:]
    var isPlain = true
    table.table("columns") { columns in
      for component in columns.keys {
        guard let value = columns.value(component) else { continue }
        switch value.content {
        case .string(let heading): headings[component] = heading
        case .table:
          value.read(collector) { mapping in
            if mapping.keys.contains("column") { isPlain = false }
          }
        default: isPlain = false
        }
      }
    }
    self.headings = headings
    let isText = file.lowercased().hasSuffix(".csv") && file.hasPrefix("registers/")
    let isUnicode = (table.optionalString("encoding") ?? "utf-8") == "utf-8"
    let isStandard =
      (table.optionalString("decimal") ?? ".") == "." && !table.keys.contains("grouping")
      && (table.optionalString("date") ?? "YYYY-MM-DD") == "YYYY-MM-DD"
    isKept = isText && isUnicode && isStandard && isPlain
  }
}

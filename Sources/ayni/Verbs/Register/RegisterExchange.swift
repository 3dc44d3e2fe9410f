// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform
internal import Project
internal import Structures

/// A register on its way into a workbook and back.
struct RegisterExchange {
  private let register: RegisterFile
  private let project: ProjectFolder
  private let columns: [FormColumn]

  /// What became of a workbook.
  struct Loaded {
    var added = 0
    var corrected = 0
    var unchanged = 0
    /// Records that the workbook does not have.
    var gone = 0
    /// What is said of cells and sheets; with an error among it, nothing was written.
    var remarks: [Diagnostic] = []
  }

  init(_ register: RegisterFile, _ project: ProjectFolder) throws {
    self.register = register
    self.project = project
    columns = try register.structure.components.compactMap { component in
      guard register.headings[component.id] != nil else { return nil }
      return FormColumn(
        component,
        codelist: try project.catalogue.codelist(of: component),
        isRequired: component.isMandatory
      )
    }
  }

  /// The workbook of the register as it is.
  func workbook(in language: Language) throws -> [UInt8] {
    let table = try register.read()
    let rows = (0..<table.count).map { record in
      var row = FormRow()
      for column in columns { row.values[column.id] = table[record, column.id] }
      return row
    }
    let form = Form(
      title: register.structure.name.text(in: language) ?? register.name,
      language: language,
      columns: columns,
      identity: [
        (key: "project", value: project.settings.id), (key: "register", value: register.name),
      ]
    )
    return try FormWriter(form, rows: rows).bytes()
  }

  /// Takes a workbook into the register: whole, or not at all where a cell cannot be read.
  func load(
    _ path: String,
    named name: String,
    removes: Bool,
    isTrial: Bool
  ) throws -> Loaded {
    let reader = try FormReader(file: path, named: name)
    if let known = reader.identity["register"]?.first, known != register.name {
      throw CommandDefinitions.otherRegister.at(
        Location(name),
        ["file": .text(name), "register": .text(register.name)]
      )
    }
    let contents = try reader.contents(columns)
    var loaded = Loaded()
    loaded.remarks =
      contents.remarks
      + contents.rows.flatMap { row in
        row.remarks.values.joined().map { remark in
          remark.placed(at: Location(name, line: row.line)).moved(to: name)
        }
      }
    var table = try register.read()
    let keys = register.structure.dimensions.map(\.id).filter { table.has($0) }
    take(contents, &table, keys, name, &loaded, removes: removes)
    if loaded.remarks.contains(where: { $0.severity == .error }) || isTrial { return loaded }
    if loaded.added + loaded.corrected > 0 || (removes && loaded.gone > 0) {
      try register.write(table)
    }
    return loaded
  }

  private func take(
    _ contents: FormContents,
    _ table: inout RegisterTable,
    _ keys: [String],
    _ name: String,
    _ loaded: inout Loaded,
    removes: Bool
  ) {
    var places: [[String]: Int] = [:]
    for record in 0..<table.count { places[key(keys) { table[record, $0] }] = record }
    var order: [Int] = []
    var seen: Set<[String]> = []
    for row in contents.rows {
      let key = key(keys) { row.values[$0] }
      guard seen.insert(key).inserted else {
        loaded.remarks.append(
          CommandDefinitions.repeatedRecord.at(
            Location(name, line: row.line),
            ["file": .text(name)]
          )
        )
        continue
      }
      guard let place = places[key] else {
        order.append(table.count)
        table.insert(row.values, at: table.count)
        loaded.added += 1
        continue
      }
      order.append(place)
      var isChanged = false
      for column in columns where contents.components.contains(column.id) {
        let representation = column.component.representation
        let value = row.values[column.id]
        if FormValue.areEqual(value, table[place, column.id], representation) { continue }
        table[place, column.id] = value
        isChanged = true
      }
      if isChanged { loaded.corrected += 1 } else { loaded.unchanged += 1 }
    }
    let there = Set(order)
    let gone = (0..<table.count).filter { !there.contains($0) }
    loaded.gone = gone.count
    // What stays keeps its place; the order of the workbook is a person's own.
    if removes { table.keep((0..<table.count).filter { there.contains($0) }) }
  }

  /// What identifies a record, in one writing.
  private func key(_ keys: [String], _ value: (String) -> String?) -> [String] {
    keys.map { id in
      let text = value(id) ?? ""
      return register.structure[id].map { FormValue.normalised(text, $0.representation) } ?? text
    }
  }
}

extension Diagnostic {
  /// The same in a file: cells are told without one.
  fileprivate func moved(to file: String) -> Diagnostic {
    Diagnostic(
      definition,
      location: Location(file, line: location?.line, column: location?.column),
      arguments: arguments,
      suggestion: suggestion,
      cause: cause
    )
  }
}

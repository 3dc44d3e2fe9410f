// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform
internal import Project

/// The workbooks that go out and back.
struct RoundForms {
  private let round: RoundDefinition
  private let project: ProjectFolder

  init(_ round: RoundDefinition, _ project: ProjectFolder) {
    self.round = round
    self.project = project
  }

  /// Writes the form that an agency fills in: its records of this round, else those of the last.
  ///
  /// - Returns: the file, from the project folder, and how many records stand in it.
  func write(for agency: RoundAgency, _ table: RegisterTable) throws -> (file: String, records: Int)
  {
    let rows = prefilled(agency, table)
    let ids = rows.compactMap { $0.values[round.roles.identifier] }
    let form = RoundForm(round, project).form(for: agency, records: ids)
    return (
      try put(try FormWriter(form, rows: rows).bytes(), in: "out", agency.code), rows.count
    )
  }

  /// Writes the workbook that goes back to an agency.
  ///
  /// - Returns: the file, from the project folder.
  func writeBack(to agency: RoundAgency, _ examined: ExaminedReturn) throws -> String {
    // Records that are asked about are not asked about again where they are removed once more.
    let ids = examined.rows.compactMap { $0.values[round.roles.identifier] }
      .filter { !examined.kept.contains($0) }
    let form = RoundForm(round, project).form(for: agency, records: ids)
    let writer = FormWriter(
      form,
      rows: examined.rows,
      remarks: examined.remarks,
      isNil: examined.isNil
    )
    return try put(try writer.bytes(), in: "back", agency.code)
  }

  private func prefilled(_ agency: RoundAgency, _ table: RegisterTable) -> [FormRow] {
    for year in [round.year, round.prefillYear] {
      let places = (0..<table.count).filter {
        table[$0, round.roles.agency] == agency.code && table[$0, round.roles.year] == year
      }
      if !places.isEmpty { return places.map { RoundForms.row(table, $0, round) } }
    }
    return []
  }

  /// A record of the register as a row of the form; what cannot be read there is shown as it is.
  static func row(_ table: RegisterTable, _ place: Int, _ round: RoundDefinition) -> FormRow {
    var row = FormRow()
    for column in round.columns { row.values[column.id] = table[place, column.id] }
    return row
  }

  private func put(_ bytes: [UInt8], in folder: String, _ agency: String) throws -> String {
    let file = "rounds/\(round.year)/\(folder)/\(agency).xlsx"
    try DurableFolder.create(try project.root.resolve("rounds/\(round.year)/\(folder)"))
    try DurableFile.write(bytes, to: try project.root.resolve(file))
    return file
  }
}

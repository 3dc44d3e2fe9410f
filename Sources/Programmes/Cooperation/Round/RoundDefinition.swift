// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Interchange
internal import Platform
internal import Project
internal import Structures
internal import Values

/// What `rounds/YEAR.toml` says of a round: which register is asked for, of whom, until when.
struct RoundDefinition {
  /// The year that is asked about.
  let year: String
  let title: InternationalString
  let due: CalendarDate
  /// The year whose records stand in the forms already.
  let prefillYear: String
  /// Paragraphs that every form begins with.
  let introduction: InternationalString?
  let register: RegisterFile
  let agencies: RegisterFile
  /// The components of the register that the round fills itself.
  let roles: Roles
  /// The columns of the form, the identifier first.
  let columns: [FormColumn]
  private let agencyRoles: AgencyRoles

  /// The components of the register that the round fills itself.
  struct Roles {
    let identifier: String
    let agency: String
    let year: String
    /// Takes which cells were left blank, and why; `nil` where the register has no such component.
    let blanks: String?
  }

  /// The components of the register of agencies.
  struct AgencyRoles {
    let code: String
    let name: String
    let language: String?
  }

  static func path(_ year: String) -> String { "rounds/\(year).toml" }

  /// Reads a round.
  ///
  /// - Throws: ``DiagnosticFailure`` with `cooperation.no-round`, `cooperation.round-component`,
  ///   `cooperation.round-key`, `cooperation.round-mandatory`, and what settings and registers get wrong.
  init(_ year: String, in project: ProjectFolder) throws {
    let file = RoundDefinition.path(year)
    let text: String
    do {
      text = try project.root.text(file)
    } catch {
      guard error.code.rawValue == "platform.not-found" else { throw error }
      throw CooperationDefinitions.noRound.at(nil, ["file": .text(file)])
    }
    let collector = DiagnosticCollector()
    let document = try TOMLDocument(text, file: file)
    let settings = document.read(collector) { RoundSettings($0, collector) }
    try collector.throwIfErrors()
    self.year = year
    title = settings.title
    introduction = settings.introduction
    due = settings.due
    prefillYear = settings.prefillYear ?? RoundDefinition.before(year)
    roles = settings.roles
    agencyRoles = settings.agencyRoles
    let place = Location(file)
    register = try RegisterFile(settings.register, in: project, at: place)
    agencies = try RegisterFile(settings.agencies, in: project, at: place)
    RoundCheck(settings, register.structure, agencies.structure, place, collector).run()
    try collector.throwIfErrors()
    columns = try RoundDefinition.columns(settings, register.structure, project.catalogue)
  }

  private static func before(_ year: String) -> String {
    Int(year).map { String($0 - 1) } ?? ""
  }

  private static func columns(
    _ settings: RoundSettings,
    _ structure: DataStructureDefinition,
    _ catalogue: StructureCatalogue
  ) throws -> [FormColumn] {
    let own = [settings.roles.agency, settings.roles.year, settings.roles.blanks].compactMap(\.self)
    let asked =
      settings.columns.isEmpty
      ? structure.components.map(\.id).filter { !own.contains($0) } : settings.columns
    let ids = [settings.roles.identifier] + asked.filter { $0 != settings.roles.identifier }
    return try ids.compactMap { id -> FormColumn? in
      guard let component = structure[id] else { return nil }
      return FormColumn(
        component,
        codelist: try catalogue.codelist(of: component).map { list in
          try offered(list, without: settings.without)
        },
        isRequired: settings.required.contains(id),
        isFixed: id == settings.roles.identifier,
        hint: settings.help[id]
      )
    }
  }

  /// The codes that a form offers: a total is no answer.
  private static func offered(_ list: Codelist, without codes: [String]) throws -> Codelist {
    guard list.codes.contains(where: { codes.contains($0.id) }) else { return list }
    return try Codelist(
      list.reference,
      name: list.name,
      codes: list.codes.filter { !codes.contains($0.id) }.map { code in
        Code(
          code.id,
          name: code.name,
          description: code.description,
          parent: code.parent.flatMap { codes.contains($0) ? nil : $0 }
        )
      }
    )
  }

  /// The agencies that are asked, in the order of their register.
  func askedAgencies() throws(Diagnostic) -> [RoundAgency] {
    let table = try agencies.read()
    var found: [RoundAgency] = []
    for record in 0..<table.count {
      guard let code = table[record, agencyRoles.code] else { continue }
      // The code names files.
      guard RoundAgency.isCode(code) else {
        throw CooperationDefinitions.agencyCode.at(
          Location(agencies.file, line: record + 2),
          ["column": .text(agencyRoles.code)]
        )
      }
      found.append(
        RoundAgency(
          code: code,
          name: table[record, agencyRoles.name] ?? code,
          language: agencyRoles.language.flatMap { table[record, $0] }
            .map { Language(rawValue: $0) } ?? .english
        )
      )
    }
    return found
  }

  /// An agency that is asked.
  ///
  /// - Throws: `cooperation.unknown-agency` with the nearest code.
  func agency(_ code: String) throws(Diagnostic) -> RoundAgency {
    let all = try askedAgencies()
    if let agency = all.first(where: { $0.code == code }) { return agency }
    throw CooperationDefinitions.unknownAgency.at(
      Location(agencies.file),
      ["agency": .text(code), "file": .text(agencies.file)],
      suggestion: NearestName.of(code, among: all.map(\.code))
    )
  }
}

/// An agency that is asked in a round.
struct RoundAgency: Hashable {
  let code: String
  let name: String
  /// The language of its form.
  let language: Language

  /// Whether a code can name files and begin identifiers.
  static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 40
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
  }
}

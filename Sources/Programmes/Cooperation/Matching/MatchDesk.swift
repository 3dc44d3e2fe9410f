// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
public import Project
internal import Structures

/// Where people decide about matches: the registers of needs, solutions and decisions of a project.
///
/// The caller holds the lock of the project while it changes anything.
public struct MatchDesk: Sendable {
  /// The dataset of ranked pairs.
  public let pairs: String
  /// The datasets of needs and solutions.
  public let needs: String
  /// The dataset of solutions.
  public let solutions: String
  let project: ProjectFolder
  let needStructure: DataStructureDefinition
  let solutionStructure: DataStructureDefinition
  let pairStructure: DataStructureDefinition
  let settings: MatchSettings
  private let decisions: String?
  private let location: Location

  /// Finds the step that matches.
  ///
  /// - Parameters:
  ///   - project: the project.
  ///   - graph: its steps.
  /// - Throws: `cooperation.no-match-step`.
  public init(_ project: ProjectFolder, _ graph: StepGraph) throws {
    guard let node = graph.nodes.first(where: { $0.kind.name == MatchStep.kind.name }),
      let needs = graph.structure(of: node.definition.inputs[0]),
      let solutions = graph.structure(of: node.definition.inputs[1])
    else { throw CooperationDefinitions.noMatchStep.at() }
    let inputs = node.definition.inputs
    let collector = DiagnosticCollector()
    settings = try MatchSettings(
      StepPreparation(
        definition: node.definition,
        inputs: inputs.compactMap { graph.structure(of: $0) },
        catalogue: project.catalogue,
        root: project.root,
        agency: project.settings.agency,
        collector: collector
      )
    )
    self.project = project
    pairs = node.definition.outputs[0]
    (self.needs, self.solutions) = (inputs[0], inputs[1])
    (needStructure, solutionStructure) = (needs, solutions)
    pairStructure = settings.structure
    decisions = settings.decisions.map { inputs[$0] }
    location = node.definition.location
  }

  /// The register of decisions.
  ///
  /// - Throws: `cooperation.no-match-decisions`, `project.register-source`.
  func decisionRegister() throws -> RegisterFile {
    guard let decisions else { throw CooperationDefinitions.noMatchDecisions.at(location) }
    return try RegisterFile(decisions, in: project, at: location)
  }

  /// Remembers what a person decided about a pair.
  ///
  /// - Parameters:
  ///   - match: the pair.
  ///   - isAccepted: whether it was accepted; it was refused otherwise.
  ///   - person: who decided.
  ///   - day: the day, as `2025-12-31`.
  /// - Returns: the file of the decisions, from the project folder.
  /// - Throws: `cooperation.no-match-decisions`, `cooperation.match-approved-already`, codes of writing.
  public func decide(
    _ match: Match,
    isAccepted: Bool,
    by person: String,
    on day: String
  ) throws -> String {
    let decision: MatchDecision = isAccepted ? .accepted : .refused
    return try record(decision, match, by: person, on: day)
  }

  /// Writes a decision into its register; what was approved is not taken back by a word.
  func record(
    _ decision: MatchDecision,
    _ match: Match,
    by person: String,
    on day: String
  ) throws -> String {
    let register = try decisionRegister()
    var table = try register.read()
    let values = [
      "NEED": match.need.id, "SOLUTION": match.solution.id, "DECISION": decision.rawValue,
      "BY": person, "ON": day,
    ]
    if let place = place(of: match, table) {
      let before = table[place, "DECISION"]
      if before == decision.rawValue { return register.file }
      if before == MatchDecision.approved.rawValue {
        throw CooperationDefinitions.matchApprovedAlready.at(Location(register.file))
      }
      for (component, text) in values { table[place, component] = text }
    } else {
      table.insert(values, at: table.count)
    }
    try register.write(table)
    return register.file
  }

  /// What was decided about a pair; `nil` for nothing yet.
  func decision(on match: Match) throws -> (decision: MatchDecision, by: String?, on: String?)? {
    guard decisions != nil else { return nil }
    let table = try decisionRegister().read()
    guard let place = place(of: match, table),
      let decision = MatchDecision(rawValue: table[place, "DECISION"] ?? "")
    else { return nil }
    return (decision, table[place, "BY"], table[place, "ON"])
  }

  private func place(of match: Match, _ table: RegisterTable) -> Int? {
    (0..<table.count).first {
      table[$0, "NEED"] == match.need.id && table[$0, "SOLUTION"] == match.solution.id
    }
  }
}

/// A need and a solution with all that their registers hold.
public struct Match: Sendable {
  /// A row of a register.
  public struct Record: Sendable {
    /// Its identifier.
    public let id: String
    /// What each component holds.
    public let values: [String: String]

    /// Takes a row.
    public init(id: String, values: [String: String]) {
      self.id = id
      self.values = values
    }
  }

  /// The need.
  public let need: Record
  /// The solution.
  public let solution: Record
  /// The row of the pair among the ranked ones, by component; `nil` where it is not ranked.
  public let ranked: [String: String]?

  /// Puts a need and a solution together.
  ///
  /// - Parameters:
  ///   - need: the need.
  ///   - solution: the solution.
  ///   - ranked: the row of the pair, where it is ranked.
  /// - Throws: `cooperation.same-country`.
  public init(_ need: Record, _ solution: Record, ranked: [String: String]?) throws {
    self.need = need
    self.solution = solution
    self.ranked = ranked
    if let country = need.values["COUNTRY"], country == solution.values["COUNTRY"] {
      throw CooperationDefinitions.sameCountry.at()
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Relation

/// One check of a dataset against its structure, as a plan that counts what breaks it.
///
/// - Output: one row; `rows` = how many observations break the rule, `line` = the first line they came
///   from where the dataset carries `_line`, else no value.
public struct DatasetCheck: Sendable {
  /// What is reported when a row breaks the rule.
  public let diagnostic: Diagnostic
  /// The plan that counts.
  public let plan: Plan
  /// The rows that break the rule, with all columns of the dataset.
  public let offending: Plan
  /// The first two lines that break the rule together, as `line` and `other` of one row; `nil` where a row
  /// breaks it alone, or no lines are known.
  public let pair: Plan?
  /// A cheaper plan that may settle the matter; `nil` where there is none.
  public let proof: Proof?

  /// A plan that counts, at little cost, and shows that no row breaks the rule where it counts few.
  ///
  /// It proves nothing where it counts more: then the check itself has to run.
  public struct Proof: Sendable {
    /// One row; `rows` = how many observations speak against the proof.
    public let plan: Plan
    /// The most that `rows` may be for the rule to hold.
    public let allowed: Int
  }

  init(
    _ diagnostic: Diagnostic,
    offending: Plan,
    pair: Plan? = nil,
    proof: Proof? = nil
  ) throws(Diagnostic) {
    self.pair = pair
    self.diagnostic = diagnostic
    self.offending = offending
    self.proof = proof
    var aggregates = [NamedAggregate("rows", .countRows)]
    if offending.schema["_line"] != nil {
      aggregates.append(NamedAggregate("line", .minimum(.column("_line"))))
    }
    plan = try offending.aggregate(by: [], aggregates)
  }
}

extension DatasetCheck {
  /// What is reported where two lines break the rule together.
  ///
  /// - Parameters:
  ///   - first: the first line.
  ///   - other: a line that goes with it.
  /// - Returns: the diagnostic, with both.
  public func diagnostic(lines first: Int, _ other: Int) -> Diagnostic {
    let lines = Message(
      "structures.lines",
      en: ": lines \(first) and \(other)",
      fr: " : lignes \(first) et \(other)"
    )
    return Diagnostic(
      diagnostic.definition,
      location: diagnostic.location,
      arguments: diagnostic.arguments.merging(["lines": .message(lines)]) { _, new in new }
    )
  }
}

extension Dataset {
  /// The checks that the structure implies: missing values, unknown codes, repeated keys.
  ///
  /// - Parameters:
  ///   - catalogue: where the codelists are.
  ///   - assured: components whose values are known to be there and of their codelists; none by default.
  ///   - hasUniqueKeys: whether it is known that no key is there twice.
  /// - Returns: one check a rule and component; the engine runs them.
  /// - Throws: `structures.unknown-artefact` where a codelist is missing.
  public func checks(
    _ catalogue: StructureCatalogue,
    assured: Set<String> = [],
    hasUniqueKeys: Bool = false
  ) throws(Diagnostic) -> [DatasetCheck] {
    var checks: [DatasetCheck] = []
    for component in structure.components where !assured.contains(component.id) {
      if component.isMandatory { checks.append(try missingValue(component)) }
      if let list = try catalogue.codelist(of: component) {
        checks.append(try unknownCode(component, list))
      }
    }
    if !hasUniqueKeys { checks.append(try duplicateKey()) }
    return checks
  }

  private func missingValue(_ component: Component) throws(Diagnostic) -> DatasetCheck {
    try DatasetCheck(
      StructuresDefinitions.missingValue.at(
        nil,
        ["dataset": .text(name), "component": .text(component.id)]
      ),
      offending: plan.filter(.column(component.id).isNull)
    )
  }

  private func unknownCode(
    _ component: Component,
    _ list: Codelist
  ) throws(Diagnostic) -> DatasetCheck {
    let isUnknown = !Expression.column(component.id).isIn(list.ids.map(Literal.string))
    return try DatasetCheck(
      StructuresDefinitions.unknownCode.at(
        nil,
        [
          "dataset": .text(name), "component": .text(component.id),
          "list": .text(list.reference.id),
        ]
      ),
      offending: plan.filter(.column(component.id).isNotNull && isUnknown)
    )
  }

  private func duplicateKey() throws(Diagnostic) -> DatasetCheck {
    let keys = structure.dimensions.map(\.id)
    let repeated = try plan.aggregate(by: keys, [NamedAggregate("_count", .countRows)])
      .filter(.column("_count") > 1).select(keys)
    return try DatasetCheck(
      StructuresDefinitions.duplicateKey.at(nil, ["dataset": .text(name), "lines": ""]),
      offending: plan.intersect(repeated, by: keys.map { JoinKey($0, $0) }),
      pair: try linesOfOneKey(keys),
      proof: keys.isEmpty ? nil : try risingKeys(keys)
    )
  }

  /// The first line whose key is there again, and a line where it is.
  private func linesOfOneKey(_ keys: [String]) throws(Diagnostic) -> Plan? {
    guard plan.schema["_line"] != nil else { return nil }
    return try plan.aggregate(
      by: keys,
      [
        NamedAggregate("_count", .countRows), NamedAggregate("line", .minimum(.column("_line"))),
        NamedAggregate("other", .maximum(.column("_line"))),
      ]
    )
    .filter(.column("_count") > 1).select(["line", "other"]).sort(by: ["line"]).limit(1)
  }

  /// Keys that rise from each row to the next are all different, and that takes no table of them.
  ///
  /// Registers are mostly kept in the order of their identifiers. The first row follows none, so one
  /// row is always counted; a key without a value is never taken as risen.
  private func risingKeys(_ keys: [String]) throws(Diagnostic) -> DatasetCheck.Proof {
    let before = { (key: String) in "_before_\(key)" }
    let followed = try plan.select(keys)
      .window(keys.map { NamedWindow(before($0), .lag(.column($0), by: 1)) })
    let rises = keys.reversed().reduce(Expression.literal(false)) { rest, key in
      let (value, last) = (Expression.column(key), Expression.column(before(key)))
      return value > last || (value.equals(last) && rest)
    }
    let unproved = try followed.filter(!Expression.call(.coalesce, rises, .literal(false)))
    return DatasetCheck.Proof(
      plan: try unproved.aggregate(by: [], [NamedAggregate("rows", .countRows)]),
      allowed: 1
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Project
internal import Relation
internal import Structures
internal import Values

/// Reduces the money of components to what the country itself paid.
///
/// - Formula: value · own ÷ all, where own and all are what the own owners, and all owners, paid of the
///   component; rounded once, half away from zero. A component without owners counts whole; one whose owners do not
///   all say what they paid, or paid nothing, has no value.
struct OwnResources {
  /// The owners whose resources are the country's own; `nil` where components count whole.
  private let own: [String]?
  /// The columns of money.
  private let money: [String]

  init(own: [String]?, money: [String]) {
    self.own = own
    self.money = money
  }

  /// Reports what keeps own resources from being told from others'.
  static func check(_ own: [String]?, _ preparation: StepPreparation) {
    guard own != nil else { return }
    let (inputs, location) = (preparation.inputs, preparation.definition.location)
    guard inputs.count == 2 else {
      preparation.collector.report(CooperationDefinitions.ownersMissing.at(location))
      return
    }
    let needed: [(DataStructureDefinition, String)] = [
      (inputs[0], "COMPONENT"), (inputs[1], "COMPONENT"), (inputs[1], "OWNER"),
      (inputs[1], "AMOUNT"),
    ]
    for (structure, id) in needed {
      let kind = Register.kind(of: id)
      if let type = structure[id]?.representation.columnType, kind.allows(type) { continue }
      preparation.collector.report(
        CooperationDefinitions.registerColumn.at(
          location,
          [
            "column": .text(id), "structure": .text(structure.reference.id),
            "kind": .text(kind.rawValue),
          ]
        )
      )
    }
  }

  private static let own = "_own"
  private static let all = "_all"

  /// The components with money of their own where owners are known; the rest of each row as it is.
  ///
  /// Only what has owners goes through the kernel: it is the smaller part of a register.
  func applied(to components: Plan, _ context: StepContext) async throws -> Plan {
    guard let own, context.inputs.count == 2 else { return components }
    let money = money
    let keys = context.inputs[0].structure.dimensions.map(\.id)
    let joined = try components.select((keys + money + ["COMPONENT"]).unique)
      .join(paid(context.inputs[1].plan, own: own), on: ["COMPONENT"])
    let schema = try components.select(keys + money).schema
    let reduced = try await context.session.transform(
      joined,
      into: context.tablePrefix + "own",
      schema: schema,
      context.collector
    ) { batch, _ in
      try OwnResources.reduced(batch, money, schema)
    }
    let renamed = try reduced.project(
      keys.map { NamedExpression("_of_" + $0, .column($0)) }
        + money.map { NamedExpression("_own_" + $0, .column($0)) }
        + [NamedExpression("_has_own", .literal(true))]
    )
    return try components.join(renamed, .left, on: keys.map { JoinKey($0, "_of_" + $0) })
      .project(
        components.schema.fields.map { field in
          guard money.contains(field.name) else { return NamedExpression(field.name) }
          let owned = Expression.column("_own_" + field.name)
          let isOwned = Expression.column("_has_own").isNotNull
          return NamedExpression(
            field.name,
            .choice([(condition: isOwned, value: owned)], otherwise: .column(field.name))
          )
        }
      )
  }

  /// One row = one component: what its own owners, and what all of them paid; blank where one of them does not
  /// say.
  private func paid(_ shares: Plan, own: [String]) throws(Diagnostic) -> Plan {
    let amount = Expression.column("AMOUNT")
    guard case .decimal(let precision, let scale)? = shares.schema["AMOUNT"]?.type else {
      return shares
    }
    let zero = Expression.literal(.decimal(unscaled: 0, precision: precision, scale: scale))
    return try shares.aggregate(
      by: ["COMPONENT"],
      [
        NamedAggregate(
          Self.own,
          .sum(
            .choice([(condition: .column("OWNER", isAny: own), value: amount)], otherwise: zero)
          )
        ),
        NamedAggregate(Self.all, .sum(amount)), NamedAggregate("_rows", .countRows),
        NamedAggregate("_stated", .count(amount)),
      ]
    ).project([
      NamedExpression("COMPONENT"), NamedExpression(Self.own),
      NamedExpression(
        Self.all,
        .choice([
          (condition: .column("_stated").equals(.column("_rows")), value: .column(Self.all))
        ])
      ),
    ])
  }

  private static func reduced(
    _ batch: RecordBatch,
    _ money: [String],
    _ schema: Schema
  ) throws -> RecordBatch {
    guard let own = batch[Self.own], let all = batch[Self.all] else { return batch }
    let (owned, paid) = (try NumberValues(own), try NumberValues(all))
    return try RecordBatch(
      schema.fields.compactMap { field in
        guard let column = batch[field.name] else { return nil }
        return money.contains(field.name)
          ? try reduced(column, field, owned, paid, batch.rowCount) : column
      }
    )
  }

  private static func reduced(
    _ column: Column,
    _ field: Field,
    _ own: NumberValues,
    _ all: NumberValues,
    _ rows: Int
  ) throws -> Column {
    guard case .decimal(let precision, let scale) = field.type else { return column }
    let values = try NumberValues(column)
    var parts: [Int128?] = []
    parts.reserveCapacity(rows)
    for row in 0..<rows {
      // Who paid what of nothing cannot be said: the part is missing, and neither all nor none of it is.
      guard let value = values[row], let part = own[row], let whole = all[row], whole != 0 else {
        parts.append(values[row] == 0 ? 0 : nil)
        continue
      }
      do throws(ArithmeticFailure) {
        parts.append(try ScaledInteger.mulDiv(value, part, whole, rounding: .halfUp))
      } catch { throw CooperationDefinitions.overflow.at() }
    }
    return Column.decimals(field.name, precision: precision, scale: scale, count: rows) {
      digits,
      missing in
      for row in 0..<rows {
        if let part = parts[row] { digits[row] = part } else { missing.insert(row) }
      }
    }
  }
}

extension [String] {
  /// Each text once, in the order in which it comes first.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

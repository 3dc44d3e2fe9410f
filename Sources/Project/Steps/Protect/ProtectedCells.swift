// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Disclosure
internal import Project
internal import Relation
internal import Structures
internal import Values

/// The cells of a table, with what records that need protection add to each.
struct ProtectedCells: Sendable {
  /// In the order of their dimensions.
  let cells: [TableCell]
  /// The dimensions of each cell, as text, in the same order.
  private let batches: [RecordBatch]

  init(_ protection: Protection, _ context: StepContext) async throws {
    let contributions = try await Contributions(protection, context)
    let names = protection.keys.map(\.dimension)
    let costs = protection.cost.map { [NamedExpression("_cost", .column($0))] } ?? []
    let plan = try context.inputs[0].plan.project(
      names.map { NamedExpression($0) } + costs
    ).sort(by: names)
    var (cells, batches): ([TableCell], [RecordBatch]) = ([], [])
    var missing = contributions.innerKeys
    for try await batch in try await context.session.rows(of: plan) {
      let costs = try batch["_cost"].map { try NumberValues($0) }
      let keys = try CellKeys(batch, names)
      for row in 0..<batch.rowCount {
        let found = contributions[keys[row]]
        missing.remove(keys[row])
        // Exact to the last digit or not: it only orders cells.
        let cost = costs.flatMap { $0[row] }.map { Double($0) } ?? Double(found.contributors)
        cells.append(
          TableCell(
            innerCells: found.innerCells,
            contributors: found.contributors,
            cost: cost.magnitude
          )
        )
      }
      batches.append(try RecordBatch(names.compactMap { batch[$0] }))
    }
    (self.cells, self.batches) = (cells, batches)
    // Keys that do not meet would leave everything unprotected.
    guard missing.isEmpty else {
      throw StepsDefinitions.recordsWithoutCell.at(
        nil,
        [
          "groups": .count(missing.count),
          "records": .text(context.inputs[1].name), "dataset": .text(context.inputs[0].name),
        ]
      )
    }
  }

  /// The table with the measures of withheld cells blank, and why.
  func protected(
    _ statuses: [CellStatus],
    _ protection: Protection,
    _ context: StepContext
  ) async throws -> Plan {
    let names = protection.keys.map(\.dimension)
    let status = "_status"
    var starts: [Int] = [0]
    for batch in batches { starts.append((starts.last ?? 0) + batch.rowCount) }
    let pieces = CellPieces(batches, starts)
    let schema = Schema(
      names.compactMap { protection.structure.schema[$0] } + [Field(status, .string)]
    )
    let codes = protection.codes
    let found = try await context.session.ingest(
      into: context.tablePrefix + "statuses",
      schema: schema
    ) {
      await pieces.next()
    } kernel: { piece in
      let column = StringColumnBuilder()
      for row in 0..<piece.batch.rowCount {
        switch statuses[piece.start + row] {
        case .published: column.append("")
        case .primary: column.append(codes.primary)
        case .secondary: column.append(codes.secondary)
        }
      }
      return try RecordBatch(piece.batch.columns + [column.finish(status)])
    } inOrder: {
      [$0]
    }
    let isFree = Expression.column(status).equals("")
    let joined = try context.inputs[0].plan.select(protection.structure.components.map(\.id))
      .join(found, on: names)
    return try joined.project(
      protection.structure.components.map { component in
        let column = Expression.column(component.id)
        if component.id == protection.status {
          let free = codes.free.map { Expression.literal(.string($0)) } ?? column
          return NamedExpression(
            component.id,
            .choice([(condition: isFree, value: free)], otherwise: .column(status))
          )
        }
        guard protection.measures.contains(component.id) else {
          return NamedExpression(component.id)
        }
        return NamedExpression(component.id, .choice([(condition: isFree, value: column)]))
      }
    )
  }
}

/// Hands the cells out batch by batch.
private actor CellPieces {
  struct Piece: Sendable {
    let batch: RecordBatch
    let start: Int
  }

  private var rest: ArraySlice<Piece>

  init(_ batches: [RecordBatch], _ starts: [Int]) {
    rest = zip(batches, starts).map { Piece(batch: $0, start: $1) }[...]
  }

  func next() -> Piece? { rest.popFirst() }
}

/// The dimensions of the rows of a batch, each as one text.
struct CellKeys {
  private let columns: [Column]

  init(_ batch: RecordBatch, _ names: [String]) throws {
    columns = names.compactMap { batch[$0] }
  }

  subscript(_ row: Int) -> [String] { columns.map { text($0, row) } }

  private func text(_ column: Column, _ row: Int) -> String {
    switch column.type {
    case .string: (try? column.string(at: row)) ?? ""
    case .integer: (try? column.integer(at: row)).map { String($0) } ?? ""
    case .date: (try? column.date(at: row)).map { String($0) } ?? ""
    case .boolean: (try? column.boolean(at: row)).map { String($0) } ?? ""
    default: ""
    }
  }
}

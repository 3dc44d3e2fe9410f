// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials
public import Relation

extension ScriptPlan {
  /// Has the engine say that each query that `eval` calls is one query, and reads its operands alone.
  ///
  /// - Parameter session: the engine that will run the plan.
  /// - Throws: `vtl.refused-query`; what the engine refuses.
  public func judgeQueries(in session: any Session) async throws {
    for query in queries {
      let row = try Plan.values([[0]], schema: Schema([Field("_row", .integer)]))
      let tree = Relation.Expression.call(.queryTree, .literal(.string(query.text)))
      var text = ""
      let trees = try await session.rows(of: row.project([.init("tree", tree)]))
      for try await batch in trees where batch.rowCount > 0 {
        text = try batch["tree"]?.string(at: 0) ?? ""
      }
      let known = try? JSONDecoder().decode(QueryTree.self, from: Data(text.utf8))
      guard let known, known.isReading(query.operands) else {
        throw VTLDefinitions.refusedQuery.at(nil, ["routine": .text(query.routine)])
      }
    }
  }
}

/// What an engine understood of a query.
private indirect enum QueryTree: Decodable {
  case object([String: QueryTree])
  case list([QueryTree])
  case text(String)
  case truth(Bool)
  case other

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let object = try? value.decode([String: QueryTree].self) {
      self = .object(object)
    } else if let list = try? value.decode([QueryTree].self) {
      self = .list(list)
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else {
      self = .other
    }
  }

  /// Whether it is one statement that reads tables of these names and its own parts, and nothing else.
  func isReading(_ operands: [String]) -> Bool {
    guard case .object(let root) = self, case .truth(false)? = root["error"],
      case .list(let statements)? = root["statements"], statements.count == 1
    else { return false }
    var tables: Set<String> = []
    var own: Set<String> = []
    guard statements[0].collect(&tables, &own) else { return false }
    return tables.subtracting(own).isSubset(of: operands.map { $0.lowercased() })
  }

  /// Gathers the names of tables and of the query's own parts; `false` where it calls functions for rows.
  private func collect(_ tables: inout Set<String>, _ own: inout Set<String>) -> Bool {
    switch self {
    case .text, .truth, .other: return true
    case .list(let list):
      for item in list where !item.collect(&tables, &own) { return false }
      return true
    case .object(let object):
      if case .text("TABLE_FUNCTION")? = object["type"] { return false }
      if case .text("BASE_TABLE")? = object["type"] {
        guard case .text(let name)? = object["table_name"],
          case .text("")? = object["schema_name"], case .text("")? = object["catalog_name"]
        else { return false }
        tables.insert(name.lowercased())
      }
      if case .object(let parts)? = object["cte_map"], case .list(let map)? = parts["map"] {
        for case .object(let part) in map {
          if case .text(let name)? = part["key"] { own.insert(name.lowercased()) }
        }
      }
      for value in object.values where !value.collect(&tables, &own) { return false }
      return true
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// The identifiers by which the rows of a join meet.
struct JoinKeys {
  let names: [String]

  init(
    _ call: JoinCall,
    _ operands: [Combination.Operand],
    _ analyser: Analyser,
    at place: Place
  ) throws {
    let sets = operands.map(\.dataset.structure.identifierNames)
    let all = operands.flatMap { $0.dataset.structure.identifiers.map(\.name) }.unique
    var using: [String] = []
    for component in call.using {
      let name = component.name.text
      let holders = operands.filter { $0.dataset.structure[name] != nil }
      guard holders.count > 1, sets.contains(where: { $0.contains(name) }) else {
        throw analyser.problem(
          VTLDefinitions.usingNotCommon,
          ["component": .text(name)],
          at: component.place
        )
      }
      if using.contains(name) { throw analyser.duplicate(name, at: component.place) }
      using.append(name)
    }
    let name = call.kind.rawValue
    let noKey = { analyser.problem(VTLDefinitions.noJoinKey, ["operator": .text(name)], at: place) }
    let usingNeeded = {
      analyser.problem(VTLDefinitions.usingNeeded, ["operator": .text(name)], at: place)
    }
    switch call.kind {
    case .crossJoin: names = []
    case .innerJoin:
      let shared = all.filter { id in sets.count(where: { $0.contains(id) }) > 1 }
      names = using.isEmpty ? shared : using
      let usable = operands.map { operand in
        names.filter { operand.dataset.structure[$0] != nil }
      }
      if operands.count > 1, !JoinKeys.isConnected(usable.map(Set.init)) { throw noKey() }
    case .leftJoin:
      let others = sets.dropFirst()
      if using.isEmpty {
        guard let second = others.first else {
          names = []
          return
        }
        guard others.allSatisfy({ $0 == second && $0.isSubset(of: sets[0]) }) else {
          throw others.contains { $0.isDisjoint(with: sets[0]) } ? noKey() : usingNeeded()
        }
        if second.isEmpty { throw noKey() }
        names = all.filter(second.contains)
      } else {
        names = using
        for operand in operands.dropFirst()
        where !using.contains(where: { operand.dataset.structure[$0] != nil }) {
          throw noKey()
        }
      }
    default:
      if using.isEmpty {
        guard sets.allSatisfy({ $0 == sets[0] }) else { throw usingNeeded() }
        names = all
      } else {
        names = using
        for component in call.using
        where !operands.allSatisfy({ $0.dataset.structure[component.name.text] != nil }) {
          throw analyser.problem(
            VTLDefinitions.usingNotCommon,
            ["component": .text(component.name.text)],
            at: component.place
          )
        }
      }
    }
  }

  /// Whether an order exists in which each set shares an element with one before it.
  private static func isConnected(_ sets: [Set<String>]) -> Bool {
    guard var reached = sets.first else { return true }
    var open = Array(sets.dropFirst())
    while let next = open.firstIndex(where: { !$0.isDisjoint(with: reached) }) {
      reached.formUnion(open.remove(at: next))
    }
    return open.isEmpty
  }
}

extension Array where Element: Hashable {
  /// Each element once, in order of first appearance.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

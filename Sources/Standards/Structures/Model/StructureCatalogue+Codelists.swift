// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension StructureCatalogue {
  /// A codelist with the codes that it takes over from others.
  ///
  /// Codes that are taken over come first, in the order of the extensions, each with the extension's
  /// prefix; a code of the list itself, or of a later extension, takes the place of one of the same
  /// identifier. The parent of a code that was left out is left out too.
  ///
  /// - Parameter list: the list as its agency wrote it.
  /// - Returns: the list with all its codes and no extension.
  /// - Throws: `structures.unknown-artefact`, `structures.circular-extension`.
  /// - Source: SDMX 3.1, section 2, "Codelist extension and discriminated unions of codelists".
  public func expanded(_ list: Codelist) throws(Diagnostic) -> Codelist {
    if list.extensions.isEmpty { return list }
    return try expanded(list, within: [])
  }

  private func expanded(
    _ list: Codelist,
    within outer: [ArtefactReference]
  ) throws(Diagnostic) -> Codelist {
    if list.extensions.isEmpty { return list }
    if outer.contains(list.reference) {
      throw StructuresDefinitions.circularExtension.at(nil, ["list": .text("\(list.reference)")])
    }
    var codes: [Code] = []
    var positions: [String: Int] = [:]
    let put = { (code: Code) in
      if let position = positions[code.id] {
        codes[position] = code
      } else {
        positions[code.id] = codes.count
        codes.append(code)
      }
    }
    for part in list.extensions {
      guard case .codelist(let other)? = self[part.list] else {
        throw unknown("\(part.list)", among: codelists.keys)
      }
      let whole = try expanded(other, within: outer + [list.reference])
      for code in whole.selected(part.selection) { put(code.prefixed(part.prefix ?? "")) }
    }
    for code in list.codes { put(code) }
    return Codelist(
      list.reference,
      name: list.name,
      sound: codes.map { code in
        code.parent.flatMap { positions[$0] } == nil ? code.withoutParent : code
      },
      grid: list.grid,
      details: list.details
    )
  }
}

extension Codelist {
  /// The codes that a selection takes, in order.
  func selected(_ selection: CodeSelection?) -> [Code] {
    guard let selection else { return codes }
    var isNamed: [String: Bool] = [:]
    for member in selection.members {
      for code in codes where Wildcard.matches(code.id, member.value) {
        if member.cascade != .descendantsOnly { isNamed[code.id] = true }
        if member.cascade != .none {
          for below in descendants(of: code.id) { isNamed[below] = true }
        }
      }
    }
    return codes.filter { (isNamed[$0.id] ?? false) == selection.isInclusive }
  }

  /// The identifiers of all codes below a code.
  public func descendants(of id: String) -> [String] {
    var children: [String: [String]] = [:]
    for code in codes {
      if let parent = code.parent { children[parent, default: []].append(code.id) }
    }
    var found: [String] = []
    var open = children[id] ?? []
    while let next = open.popLast() {
      found.append(next)
      open += children[next] ?? []
    }
    return found
  }
}

extension Code {
  fileprivate func prefixed(_ prefix: String) -> Code {
    if prefix.isEmpty { return self }
    return with(id: prefix + id, parent: parent.map { prefix + $0 })
  }

  fileprivate var withoutParent: Code { parent == nil ? self : with(id: id, parent: nil) }

  private func with(id: String, parent: String?) -> Code {
    Code(
      id,
      name: name,
      description: description,
      parent: parent,
      geography: geography,
      details: details
    )
  }
}

/// The pattern of a selection, in which `%` stands for any characters.
public enum Wildcard {
  /// Whether a text follows a pattern.
  public static func matches(_ text: String, _ pattern: String) -> Bool {
    guard pattern.contains("%") else { return text == pattern }
    let (text, pattern) = (Array(text.utf8), Array(pattern.utf8))
    let percent = UInt8(ascii: "%")
    var (at, wanted) = (0, 0)
    // Where to go on when what follows the last `%` does not match.
    var (retry, star): (Int, Int?) = (0, nil)
    while at < text.count {
      if wanted < pattern.count, pattern[wanted] == percent {
        star = wanted
        retry = at
        wanted += 1
      } else if wanted < pattern.count, pattern[wanted] == text[at] {
        at += 1
        wanted += 1
      } else if let star {
        wanted = star + 1
        retry += 1
        at = retry
      } else {
        return false
      }
    }
    return pattern[wanted...].allSatisfy { $0 == percent }
  }
}

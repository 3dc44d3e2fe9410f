// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension Codelist {
  /// Makes a codelist after checking its codes; everything wrong is told at once.
  ///
  /// - Parameters:
  ///   - reference: what names the list.
  ///   - name: its label.
  ///   - codes: the codes, in order.
  ///   - locations: where each code stands in its file, for messages; may be empty.
  ///   - extensions: the lists whose codes it takes over.
  ///   - grid: how the cells of a grid are laid out.
  ///   - details: description, notes, validity; a partial list may lack the parents of its codes.
  /// - Throws: ``DiagnosticFailure`` with `structures.duplicate-code`, `structures.unknown-parent`,
  ///   `structures.circular-hierarchy`, `structures.invalid-id`.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    codes: [Code],
    locations: [Location] = [],
    extensions: [CodelistExtension] = [],
    grid: String? = nil,
    details: ArtefactDetails = ArtefactDetails()
  ) throws {
    let collector = DiagnosticCollector()
    var seen: Set<String> = []
    let place = { (position: Int) in
      locations.indices.contains(position) ? locations[position] : nil
    }
    for (position, code) in codes.enumerated() {
      let arguments: [String: MessageArgument] = [
        "list": .text(reference.id), "code": .text(code.id),
      ]
      let isSound = reference.kind == .valueList ? !code.id.isEmpty : Identifier.isCode(code.id)
      if !isSound {
        collector.report(
          StructuresDefinitions.invalidID.at(place(position), ["id": .text(code.id)])
        )
      }
      // The standard's own value lists repeat signs that several things share.
      if !seen.insert(code.id).inserted, reference.kind != .valueList {
        collector.report(StructuresDefinitions.duplicateCode.at(place(position), arguments))
      }
    }
    // What is taken over or left out may hold the parents.
    let isWhole = extensions.isEmpty && !details.isPartial
    Codelist.checkParents(codes, reference.id, isWhole: isWhole, place, collector)
    try collector.throwIfErrors()
    self.init(
      reference,
      name: name,
      sound: codes,
      extensions: extensions,
      grid: grid,
      details: details
    )
  }

  private static func checkParents(
    _ codes: [Code],
    _ list: String,
    isWhole: Bool,
    _ place: (Int) -> Location?,
    _ collector: DiagnosticCollector
  ) {
    let parents = Dictionary(codes.map { ($0.id, $0.parent) }, uniquingKeysWith: { old, _ in old })
    let circular = circularCodes(codes, parents)
    for (position, code) in codes.enumerated() {
      guard let parent = code.parent else { continue }
      if parents[parent] == nil, isWhole {
        collector.report(
          StructuresDefinitions.unknownParent.at(
            place(position),
            ["list": .text(list), "code": .text(code.id), "parent": .text(parent)],
            suggestion: NearestName.of(parent, among: codes.prefix(10_000).map(\.id))
          )
        )
      } else if circular.contains(code.id) {
        collector.report(
          StructuresDefinitions.circularHierarchy.at(
            place(position),
            ["list": .text(list), "code": .text(code.id)]
          )
        )
      }
    }
  }

  /// The codes that are their own ancestors; each code is visited once, however deep the list.
  private static func circularCodes(
    _ codes: [Code],
    _ parents: [String: String?]
  ) -> Set<String> {
    var circular: Set<String> = []
    var isDone: Set<String> = []
    for code in codes where code.parent != nil && !isDone.contains(code.id) {
      var way: [String] = []
      var places: [String: Int] = [:]
      var current: String? = code.id
      while let id = current, !isDone.contains(id) {
        if let start = places[id] {
          circular.formUnion(way[start...])
          break
        }
        places[id] = way.count
        way.append(id)
        current = parents[id] ?? nil
      }
      isDone.formUnion(way)
    }
    return circular
  }
}

/// The shapes of identifiers.
///
/// - Source: SDMX 3.0 schemas, SDMXCommonReferences: IDType and NCNameIDType.
public enum Identifier {
  /// Whether a text can be the identifier of a code: letters, digits, `_`, `@`, `$`, `-`.
  public static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { isLetterOrDigit($0) || "_@$-".utf8.contains($0) }
  }

  /// Whether a text can be the identifier of a concept or component: a letter first, then as codes.
  public static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetterOrDigit($0) || "_-".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

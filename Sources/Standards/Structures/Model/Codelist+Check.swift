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
  /// - Throws: ``DiagnosticFailure`` with `structures.duplicate-code`, `structures.unknown-parent`,
  ///   `structures.circular-hierarchy`, `structures.invalid-id`.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    codes: [Code],
    locations: [Location] = []
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
      if !Identifier.isCode(code.id) {
        collector.report(
          StructuresDefinitions.invalidID.at(place(position), ["id": .text(code.id)])
        )
      }
      if !seen.insert(code.id).inserted {
        collector.report(StructuresDefinitions.duplicateCode.at(place(position), arguments))
      }
    }
    Codelist.checkParents(codes, reference.id, place, collector)
    try collector.throwIfErrors()
    self.init(reference, name: name, sound: codes)
  }

  private static func checkParents(
    _ codes: [Code],
    _ list: String,
    _ place: (Int) -> Location?,
    _ collector: DiagnosticCollector
  ) {
    let parents = Dictionary(codes.map { ($0.id, $0.parent) }, uniquingKeysWith: { old, _ in old })
    for (position, code) in codes.enumerated() {
      guard let parent = code.parent else { continue }
      guard parents[parent] != nil else {
        collector.report(
          StructuresDefinitions.unknownParent.at(
            place(position),
            ["list": .text(list), "code": .text(code.id), "parent": .text(parent)],
            suggestion: NearestName.of(parent, among: codes.map(\.id))
          )
        )
        continue
      }
      if isCircular(from: code.id, parents) {
        collector.report(
          StructuresDefinitions.circularHierarchy.at(
            place(position),
            ["list": .text(list), "code": .text(code.id)]
          )
        )
      }
    }
  }

  private static func isCircular(from start: String, _ parents: [String: String?]) -> Bool {
    var steps = 0
    var current = parents[start] ?? nil
    while let code = current, steps <= parents.count {
      if code == start { return true }
      current = parents[code] ?? nil
      steps += 1
    }
    return false
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

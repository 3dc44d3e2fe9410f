// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// A reference of a narrative: `{{value DATASET MEASURE KEY=CODE …}}`, `{{table …}}`, `{{chart …}}`.
struct NarrativeReference: Sendable {
  let kind: Kind
  let dataset: String
  let measure: String
  let key: [KeyPart]
  /// Words in lower case that say how it is shown: `rows`, `columns`, `axis`, `series`, `kind`.
  let options: [String: String]
  /// The reference as it was written.
  let source: String
  let location: Location

  enum Kind: String, CaseIterable, Sendable {
    case value, table, chart

    /// The options that the kind takes.
    var options: [String] {
      switch self {
      case .value: []
      case .table: ["rows", "columns"]
      case .chart: ["axis", "series", "kind"]
      }
    }
  }

  /// Reads what stands between the braces.
  ///
  /// - Throws: `project.reference-syntax`.
  init(_ inner: String, at location: Location) throws(Diagnostic) {
    let words = inner.split(whereSeparator: \.isWhitespace).map(String.init)
    source = "{{\(inner)}}"
    self.location = location
    guard words.count >= 3, let kind = Kind(rawValue: words[0]) else {
      throw NarrativeReference.syntax(
        location,
        words.first ?? "",
        suggestion: words.first.flatMap {
          NearestName.of($0, among: Kind.allCases.map(\.rawValue))
        }
      )
    }
    self.kind = kind
    dataset = words[1]
    measure = words[2]
    var key: [KeyPart] = []
    var options: [String: String] = [:]
    for word in words.dropFirst(3) {
      let halves = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2 else { throw NarrativeReference.syntax(location, word) }
      if kind.options.contains(halves[0]) {
        options[halves[0]] = halves[1]
      } else {
        key.append(KeyPart(halves[0], halves[1]))
      }
    }
    self.key = key
    self.options = options
  }

  private static func syntax(
    _ location: Location,
    _ word: String,
    suggestion: String? = nil
  ) -> Diagnostic {
    ProjectDefinitions.referenceSyntax.at(
      location,
      ["word": .text(word)],
      suggestion: suggestion
    )
  }
}

/// A narrative with marks where its references stood, so that Markdown leaves their codes alone.
struct MarkedNarrative: Sendable {
  /// The text; each reference is one character from the area for private use.
  let text: String
  /// The references by their marks.
  let references: [Character: NarrativeReference]

  /// The first mark, and how many there are.
  private static let first: UInt32 = 0xE100
  private static let limit = 6_000

  /// Finds the references of a text; what is wrong with single ones is gathered.
  init(_ source: String, file: String, _ collector: DiagnosticCollector) {
    var text = ""
    var references: [Character: NarrativeReference] = [:]
    var line = 1
    var column = 1
    var rest = source[...]
    while let next = rest.first {
      if rest.hasPrefix("{{"), let end = MarkedNarrative.end(of: rest) {
        let inner = String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end])
        let place = Location(file, line: line, column: column)
        let mark = MarkedNarrative.mark(references.count)
        if let mark, let found = collector.collecting({ try NarrativeReference(inner, at: place) })
        {
          references[mark] = found
          text.append(mark)
        }
        column += inner.count + 4
        rest = rest[rest.index(end, offsetBy: 2)...]
        continue
      }
      // Marks that stand in the source itself are no marks.
      if !next.isPrivate { text.append(next) }
      if next.isNewline {
        line += 1
        column = 1
      } else {
        column += 1
      }
      rest.removeFirst()
    }
    self.text = text
    self.references = references
  }

  /// The end of a reference, on the same line.
  private static func end(of rest: Substring) -> String.Index? {
    let line = rest.prefix { !$0.isNewline }
    var position = line.startIndex
    while position < line.endIndex {
      if line[position...].hasPrefix("}}") { return position }
      position = line.index(after: position)
    }
    return nil
  }

  private static func mark(_ position: Int) -> Character? {
    guard position < limit else { return nil }
    return Unicode.Scalar(first + UInt32(position)).map(Character.init)
  }
}

extension Character {
  fileprivate var isPrivate: Bool {
    unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) }
  }
}

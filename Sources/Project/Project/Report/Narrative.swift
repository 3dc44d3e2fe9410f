// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// What an office writes around the numbers of a report, with its references answered.
public struct Narrative: Sendable {
  /// The blocks of the text, with numbers, tables and charts in the places of references.
  public let blocks: [ReportBlock]
  /// What stood between double brackets: what the office has not written yet.
  public let unwritten: [String]

  /// Nothing at all.
  public static let none: Narrative = Narrative(blocks: [], unwritten: [])

  init(blocks: [ReportBlock], unwritten: [String]) {
    self.blocks = blocks
    self.unwritten = unwritten
  }

  /// Reads the office's narrative in the language of the report.
  ///
  /// - Parameter context: the report.
  /// - Returns: the narrative; `nil` where the office has written none.
  /// - Throws: what reading gives; problems of references gather in the context's collector.
  public static func read(_ context: ReportContext) async throws -> Narrative? {
    let file = context.definition.narrativePath(in: context.language)
    guard try context.root.files(under: "reports", suffix: ".md").contains(file) else { return nil }
    return try await Narrative(try context.root.text(file), file: file, context)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: the Markdown.
  ///   - file: its path, for messages.
  ///   - context: the report.
  /// - Throws: `platform.markdown-too-long`, and what the engine refuses.
  public init(_ text: String, file: String, _ context: ReportContext) async throws {
    let marked = MarkedNarrative(text, file: file, context.collector)
    let document = try MarkdownDocument(marked.text, file: file)
    var answers: [Character: NarrativeAnswer] = [:]
    for (mark, reference) in marked.references.sorted(by: { $0.key < $1.key }) {
      do {
        answers[mark] = try await NarrativeAnswer(reference, context)
      } catch {
        context.collector.report(contentsOf: DiagnosticFailure(wrapping: error).diagnostics)
      }
    }
    var builder = NarrativeBuilder(references: marked.references, answers: answers)
    let blocks = builder.blocks(document.blocks)
    self.init(blocks: NarrativeBuilder.pruned(blocks), unwritten: builder.unwritten)
  }
}

/// Turns Markdown into blocks of a report.
private struct NarrativeBuilder {
  let references: [Character: NarrativeReference]
  let answers: [Character: NarrativeAnswer]
  var unwritten: [String] = []

  mutating func blocks(_ blocks: [MarkdownDocument.Block]) -> [ReportBlock] {
    var made: [ReportBlock] = []
    for block in blocks { made += self.block(block.content) }
    return made
  }

  private mutating func block(_ content: MarkdownDocument.Content) -> [ReportBlock] {
    switch content {
    case .heading(let level, let inlines): return [.heading(level: level, line(inlines))]
    case .paragraph(let inlines): return paragraph(inlines)
    case .list(let isOrdered, let items):
      let written = items.map { blocks($0) }.filter { !$0.isEmpty }
      return written.isEmpty ? [] : [.list(isOrdered: isOrdered, written)]
    case .quotation(let inner):
      let written = blocks(inner)
      return written.isEmpty ? [] : [.quotation(written)]
    case .code(let text): return [.code(restored(text))]
    case .table(let rows): return table(rows)
    case .rule: return [.rule]
    }
  }

  /// A paragraph; what stands in double brackets is not written yet.
  private mutating func paragraph(_ inlines: [MarkdownDocument.Inline]) -> [ReportBlock] {
    let plain = NarrativeBuilder.plain(inlines)
    if plain.hasPrefix("[["), plain.hasSuffix("]]") {
      unwritten.append(restored(String(plain.dropFirst(2).dropLast(2))))
      return []
    }
    if case .text(let text)? = inlines.first, inlines.count == 1, text.count == 1,
      let mark = text.first, case .block(let block)? = answers[mark]
    {
      return [block]
    }
    let made = line(inlines)
    return made.isEmpty ? [] : [.paragraph(made)]
  }

  private func table(_ rows: [[[MarkdownDocument.Inline]]]) -> [ReportBlock] {
    guard let head = rows.first else { return [] }
    return [
      .table(
        ReportTable(
          caption: [],
          headings: [head.map { ReportTable.Heading(line($0), isNumeric: false) }],
          rows: rows.dropFirst().compactMap { row in
            row.first.map { ReportTable.Row(line($0), row.dropFirst().map { line($0) }) }
          }
        )
      )
    ]
  }

  private func line(_ inlines: [MarkdownDocument.Inline]) -> [ReportInline] {
    inlines.flatMap { inline -> [ReportInline] in
      switch inline {
      case .text(let text): pieces(text)
      case .code(let text): [.code(restored(text))]
      case .emphasis(let inner): [.emphasis(line(inner))]
      case .strong(let inner): [.strong(line(inner))]
      case .link(let address, let inner): [.link(address, line(inner))]
      case .lineBreak: [.lineBreak]
      }
    }
  }

  /// The text with numbers in the places of their marks.
  private func pieces(_ text: String) -> [ReportInline] {
    var line: [ReportInline] = []
    var plain = ""
    for character in text {
      guard references[character] != nil else {
        plain.append(character)
        continue
      }
      guard case .number(let number)? = answers[character] else { continue }
      if !plain.isEmpty { line.append(.text(plain)) }
      plain = ""
      line.append(.number(number))
    }
    if !plain.isEmpty { line.append(.text(plain)) }
    return line
  }

  /// The text with references as they were written.
  private func restored(_ text: String) -> String {
    text.map { references[$0]?.source ?? String($0) }.joined()
  }

  private static func plain(_ inlines: [MarkdownDocument.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let inner), .strong(let inner), .link(_, let inner): plain(inner)
      case .lineBreak: " "
      }
    }.joined()
  }

  /// The blocks without headings below which nothing is left.
  static func pruned(_ blocks: [ReportBlock]) -> [ReportBlock] {
    var kept: [ReportBlock] = []
    for block in blocks.reversed() {
      if case .heading(let level, _) = block {
        guard let next = kept.last else { continue }
        if case .heading(let other, _) = next, other <= level { continue }
      }
      kept.append(block)
    }
    return kept.reversed()
  }
}

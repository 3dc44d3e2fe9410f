// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
import Diagnostics
import Glibc

/// What the C parser has told and nobody has read yet.
final class XMLContent {
  let file: String
  var parser: xmlParserCtxtPtr?
  private(set) var failure: Diagnostic?
  /// Whether there is a failure: asked for each element and text, where looking at it would copy it.
  private var hasFailed = false
  private let limits: XMLLimits
  private var events: [XMLEvent] = []
  private var position = 0
  private var text: [UInt8] = []
  private var depth = 0
  private var size = 0
  /// The parser keeps one copy of each name, so that its address stands for it.
  private var names: [UnsafePointer<xmlChar>: String] = [:]
  /// What is called instead of gathering events.
  var sink: XMLSink?

  init(_ file: String, _ limits: XMLLimits) {
    self.file = file
    self.limits = limits
  }

  /// Makes the parser that tells this content what it finds.
  func makeParser() throws(Diagnostic) -> xmlParserCtxtPtr {
    var handler = XMLCallbacks.handler
    let context = Unmanaged.passUnretained(self).toOpaque()
    guard let parser = xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else {
      throw SystemFailure.diagnostic(ENOMEM, file)
    }
    // NOENT makes `&amp;` in attributes an `&` instead of `&#38;`. No entity of a document's own is
    // ever known to the parser, as declarations are refused and not handed on.
    let options = [XML_PARSE_NONET, XML_PARSE_BIG_LINES, XML_PARSE_NOENT]
    xmlCtxtUseOptions(parser, CInt(options.reduce(0) { $0 | $1.rawValue }))
    self.parser = parser
    return parser
  }

  /// Counts an element that a sink is called with; tells whether to call it.
  func enter() -> Bool {
    depth += 1
    if depth > limits.depth { refuse(PlatformDefinitions.xmlTooDeep, limit: limits.depth) }
    return !hasFailed
  }

  /// Counts the end of an element that a sink is called with; tells whether to call it.
  func leave() -> Bool {
    depth -= 1
    return !hasFailed
  }

  func takeEvent() -> XMLEvent? {
    guard position < events.count else {
      events.removeAll(keepingCapacity: true)
      position = 0
      return nil
    }
    defer { position += 1 }
    return events[position]
  }

  func count(bytes: Int) {
    size += bytes
    if size > limits.document { refuse(PlatformDefinitions.xmlTooLarge, limit: limits.document) }
  }

  func start(_ element: XMLElement) {
    flushText()
    depth += 1
    if depth > limits.depth {
      refuse(PlatformDefinitions.xmlTooDeep, limit: limits.depth)
    } else if !hasFailed {
      events.append(.start(element))
    }
  }

  func end(_ name: XMLName) {
    flushText()
    depth -= 1
    if !hasFailed { events.append(.end(name)) }
  }

  func add(_ characters: UnsafeBufferPointer<UInt8>) {
    guard !hasFailed else { return }
    if let sink {
      sink.text(characters)
      return
    }
    text.append(contentsOf: characters)
    if text.count > limits.text { refuse(PlatformDefinitions.xmlTooLarge, limit: limits.text) }
  }

  /// Checks the end of the document, which the parser may have reached without a complaint.
  func finish() {
    if !hasFailed, let parser, parser.pointee.wellFormed == 0 {
      refuse(PlatformDefinitions.xmlMalformed)
    }
  }

  func refuse(_ definition: DiagnosticDefinition, limit: Int? = nil, cause: String? = nil) {
    guard !hasFailed else { return }
    let line = parser.map { Int(xmlSAX2GetLineNumber($0)) }
    let column = parser.map { Int(xmlSAX2GetColumnNumber($0)) }
    refuse(definition, line: line, column: column, limit: limit, cause: cause)
  }

  func refuse(
    _ definition: DiagnosticDefinition,
    line: Int?,
    column: Int?,
    limit: Int? = nil,
    cause: String? = nil
  ) {
    guard !hasFailed else { return }
    var arguments: [String: MessageArgument] = ["path": .text(file)]
    if let limit { arguments["limit"] = .count(limit) }
    hasFailed = true
    failure = definition.at(Location(file, line: line, column: column), arguments, cause: cause)
    if let parser { xmlStopParser(parser) }
  }

  func name(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    guard let pointer else { return nil }
    if let known = names[pointer] { return known }
    let name = String(cString: pointer)
    names[pointer] = name
    return name
  }

  private func flushText() {
    if text.isEmpty { return }
    let isBlank = text.allSatisfy { $0 == 32 || $0 == 10 || $0 == 9 || $0 == 13 }
    if !isBlank, !hasFailed { events.append(.text(String(decoding: text, as: UTF8.self))) }
    text.removeAll(keepingCapacity: true)
  }
}

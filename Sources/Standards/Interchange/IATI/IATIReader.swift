// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// Reads an IATI file activity by activity, in memory that does not grow with the file.
final class IATIReader {
  /// What a file holds.
  enum Kind: String {
    /// Activities.
    case activities = "iati-activities"
    /// Organisations.
    case organisations = "iati-organisations"

    /// What its records are called.
    var record: String { self == .activities ? "iati-activity" : "iati-organisation" }
  }

  private let stream: XMLStream
  private let state: State
  private let name: String

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: how messages name it.
  /// - Throws: codes of reading.
  init(_ path: String, named name: String) throws(Diagnostic) {
    let state = State(name)
    self.state = state
    self.name = name
    stream = try XMLStream(
      file: path,
      named: name,
      XMLSink(start: { state.start($0) }, end: { state.end($0) }, text: { state.add($0) })
    )
  }

  /// How many bytes have been read, for progress.
  var bytesRead: Int { stream.bytesRead }

  /// Reads on until there are records, or the file ends.
  ///
  /// - Returns: the next records; empty at the end.
  /// - Throws: `interchange.not-iati`, `interchange.iati-too-large`, codes of XML.
  func next() throws(Diagnostic) -> [IATIElement] {
    while state.records.isEmpty {
      if state.isDone { return [] }
      let hasMore = try stream.pump()
      if let failure = state.failure { throw failure }
      state.isDone = !hasMore
    }
    defer { state.records.removeAll(keepingCapacity: true) }
    return state.records
  }

  /// The outermost element, once anything has been read; its records are not in it.
  var root: IATIElement? { state.root }

  /// What the file holds, once anything has been read.
  var kind: Kind? { state.root.flatMap { Kind(rawValue: $0.name) } }

  /// What has been read and nobody has taken yet.
  private final class State {
    var records: [IATIElement] = []
    var root: IATIElement?
    var isDone = false
    private(set) var failure: Diagnostic?
    private let file: String
    private var open: [IATIElement] = []
    private var names: [XMLRawName: String] = [:]
    private var nodes = 0
    private var text: [UInt8] = []
    private var hasForeign = false

    /// How many elements one record may have; real ones have some thousands.
    private static let limit = 2_000_000

    init(_ file: String) { self.file = file }

    func start(_ raw: XMLRawElement) {
      guard failure == nil else { return }
      flush()
      let element = IATIElement(
        name(raw.name),
        isForeign: raw.namespace != nil,
        attributes: attributes(raw),
        line: raw.line
      )
      nodes += 1
      if nodes > State.limit {
        failure = IATIDefinitions.tooLarge.at(
          Location(file, line: element.line),
          ["file": .text(file), "limit": .count(State.limit)]
        )
      }
      if let parent = open.last {
        // What is in the root leaves it again, so that it stays small.
        if open.count > 1 { parent.add(element) }
      } else {
        root = element
        if Kind(rawValue: element.name) == nil || element.isForeign {
          failure = IATIDefinitions.notIATI.at(Location(file, line: 1), ["file": .text(file)])
        }
      }
      open.append(element)
    }

    func end(_ raw: XMLRawName) {
      guard failure == nil else { return }
      flush()
      guard let element = open.popLast() else { return }
      guard open.count == 1 else { return }
      nodes = 0
      if element.isForeign {
        hasForeign = true
      } else {
        element.isAfterForeign = hasForeign
        records.append(element)
      }
    }

    func add(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard failure == nil else { return }
      text.append(contentsOf: bytes)
      if text.count > 8_000_000 {
        failure = IATIDefinitions.tooLarge.at(
          Location(file, line: open.last?.line),
          ["file": .text(file), "limit": 8_000_000]
        )
      }
    }

    private func flush() {
      defer { text.removeAll(keepingCapacity: true) }
      guard !text.isEmpty, let element = open.last else { return }
      let isBlank = text.allSatisfy { $0 == 32 || $0 == 10 || $0 == 9 || $0 == 13 }
      // Space between elements is no text; between the tags of one element it may be. Of text in the
      // root it is enough to know that there is some.
      let isWanted =
        open.count == 1
        ? !isBlank && element.text.isEmpty : !isBlank || element.children.isEmpty
      if isWanted { element.add(text: String(decoding: text, as: UTF8.self)) }
    }

    private func attributes(_ raw: XMLRawElement) -> [(name: String, value: String)] {
      (0..<raw.count).map { position in
        let own = name(raw.name(position))
        let full = !raw.hasNamespace(position) ? own : own == "lang" ? "xml:lang" : "*:" + own
        return (full, String(decoding: raw.value(position), as: UTF8.self))
      }
    }

    private func name(_ raw: XMLRawName) -> String {
      if let known = names[raw] { return known }
      let text = raw.text
      names[raw] = text
      return text
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// A file of JSON in memory, and where the parts of a message stand in it.
final class SDMXJSONMessage {
  let file: String
  let bytes: UnsafeBufferPointer<UInt8>
  private let mapping: MappingBox?
  private let copy: UnsafeMutableBufferPointer<UInt8>?
  /// What the message says of itself.
  private(set) var meta = JSONValue.null
  private(set) var schema: String?
  /// Where the values of the members of `data`, or of the message itself in early versions, begin.
  private(set) var places: [String: Int] = [:]

  private final class MappingBox: Sendable {
    let file: MappedFile
    init(_ path: String) throws(Diagnostic) { file = try MappedFile(path) }
  }

  init(path: String, named file: String) throws {
    self.file = file
    let box = try MappingBox(path)
    mapping = box
    copy = nil
    bytes = box.file.unmanagedBytes()
    try index()
  }

  init(bytes: [UInt8], named file: String) throws {
    self.file = file
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.update(fromContentsOf: bytes)
    self.copy = copy
    mapping = nil
    self.bytes = UnsafeBufferPointer(copy)
    try index()
  }

  deinit { copy?.deallocate() }

  /// A reader at a place.
  func reader(at place: Int = 0) -> JSONReader {
    var reader = JSONReader(bytes, named: file)
    if place > 0 { reader.seek(to: place) }
    // What lies behind a reader leaves memory, and comes back where it is read again.
    if let mapping { reader.whenPassed { mapping.file.forget($0) } }
    return reader
  }

  /// Finds the parts of the message.
  private func index() throws {
    var reader = reader()
    guard case .beginObject = try reader.next() else { throw notSDMX("data") }
    while case .key(let key) = try reader.next() {
      switch String(decoding: key, as: UTF8.self) {
      case "$schema":
        schema = try reader.readValue().text
      case "meta", "header": meta = try reader.readValue()
      case "data":
        guard case .beginObject = try reader.next() else { throw notSDMX("data") }
        while case .key(let inner) = try reader.next() { try note(inner, &reader) }
      default: try note(key, &reader)
      }
    }
    // What follows the message is an error too.
    _ = try reader.next()
  }

  private func note(
    _ key: UnsafeBufferPointer<UInt8>,
    _ reader: inout JSONReader
  ) throws(Diagnostic) {
    places[String(decoding: key, as: UTF8.self)] = reader.position
    try reader.skipValue()
  }

  func notSDMX(_ content: String) -> Diagnostic {
    SDMXDefinitions.notSDMX.at(
      Location(file),
      ["path": .text(file), "content": .text(content)]
    )
  }

  /// The value of a part of the message, whole.
  func value(_ name: String) throws(Diagnostic) -> JSONValue? {
    guard let place = places[name] else { return nil }
    var reader = reader(at: place)
    return try reader.readValue()
  }

  /// What the message says of itself.
  var header: MessageHeader {
    MessageHeader(
      id: meta["id"]?.text ?? "",
      prepared: meta["prepared"]?.text ?? "",
      sender: meta["sender"]?["id"]?.text ?? "",
      isTest: meta["test"]?.text == "true"
    )
  }

  /// The version that the message names; the first one where it names none.
  var version: SDMXJSONVersion {
    let named = schema ?? meta["schema"]?.text ?? ""
    if named.contains("/2.1") { return .v2_1 }
    if named.contains("/2.0") || places["structures"] != nil { return .v2_0 }
    return named.contains("/2.") ? .v2_1 : .v1_0
  }

  static func content(of path: String, named file: String) throws -> SDMXMessage.Content {
    let message = try SDMXJSONMessage(path: path, named: file)
    return message.places["dataSets"] != nil ? .data : .structures
  }
}

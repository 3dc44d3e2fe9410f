// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
import Glibc
internal import Platform
internal import SDMX

extension Verb {
  /// `ayni sdmx get`: asks a service, keeps its answer, and gives it out.
  static func get(_ invocation: Invocation) throws -> ExitCode {
    try invocation.expectWords(2...3)
    let (address, query) = try address(invocation)
    var settings = HTTPSettings()
    if let text = invocation["--timeout"] {
      guard let seconds = Int(text), seconds > 0 else {
        throw CommandDefinitions.wrongArguments.at(
          nil,
          ["verb": "sdmx get", "usage": .text(invocation.verb.usage)]
        )
      }
      settings.silenceSeconds = seconds
      settings.connectMilliseconds = seconds * 1_000
    }
    let clock = ContinuousClock()
    let start = clock.now
    let console = invocation.console
    let client = HTTPClient(cache: invocation["--cache"] ?? cacheFolder, settings)
    let answer = try client.fetch(address, accept: try accept(invocation, query)) { done in
      console.progress(Progress(address, done: done, of: nil, elapsed: clock.now - start))
    }
    try check(answer, address)
    if answer.isUnchanged { console.note(unchanged) }
    if invocation.words.count == 3 {
      try copy(answer.path, to: invocation.words[2])
    } else {
      try show(answer.path)
    }
    return .ok
  }

  /// The address to ask, and the query in it; what is no query of SDMX is asked as it stands.
  private static func address(
    _ invocation: Invocation
  ) throws -> (address: String, query: SDMXQuery?) {
    let word = invocation.words[1]
    if word.contains("://") { return (word, try? SDMXQuery(word)) }
    let query = try SDMXQuery(word)
    guard let service = invocation["--service"] else {
      throw CommandDefinitions.noService.at(nil, ["query": .text(word)])
    }
    let base = service.hasSuffix("/") ? String(service.dropLast()) : service
    // Brackets are not allowed in addresses as they stand, and servers differ in what they forgive.
    let encoded = word.replacing("[", with: "%5B").replacing("]", with: "%5D")
      .replacing(" ", with: "%20")
    return (base + "/" + encoded, query)
  }

  /// The types of content that are taken, the best first.
  private static func accept(_ invocation: Invocation, _ query: SDMXQuery?) throws -> String {
    let isData = if case .data? = query { true } else { false }
    let kind = isData ? "data" : "structure"
    if let name = invocation["--accept"] {
      if name.contains("/") { return name }
      let parts = try MessageFormat(name, output: "").parts
      // Versions before 3.0 named their types otherwise.
      switch (parts.syntax, parts.version) {
      case ("ml", "2.1"):
        return isData
          ? "application/vnd.sdmx.\(parts.isGeneric ? "generic" : "structurespecific")data+xml;version=2.1"
          : "application/vnd.sdmx.structure+xml;version=2.1"
      case (let syntax, let version):
        let suffix = syntax == "ml" ? "xml" : syntax
        return "application/vnd.sdmx.\(kind)+\(suffix);version=\(version).0"
      }
    }
    return types(isData: isData)
  }

  private static func types(isData: Bool) -> String {
    let wished =
      isData
      ? [
        "data+csv;version=2.0.0", "data+json;version=2.0.0", "data+xml;version=3.0.0",
        "structurespecificdata+xml;version=2.1", "data+json;version=1.0.0",
        "genericdata+xml;version=2.1",
      ]
      : [
        "structure+json;version=2.0.0", "structure+xml;version=3.0.0",
        "structure+xml;version=2.1", "structure+json;version=1.0",
      ]
    let ranked = wished.enumerated().map { position, type in
      "application/vnd.sdmx.\(type)" + (position == 0 ? "" : ";q=0.\(9 - position)")
    }
    return (ranked + ["application/xml;q=0.2", "*/*;q=0.1"]).joined(separator: ", ")
  }

  /// Fetches structures from an address.
  static func fetched(_ address: String) throws -> HTTPAnswer {
    let answer = try HTTPClient(cache: cacheFolder).fetch(address, accept: types(isData: false))
    try check(answer, address)
    return answer
  }

  /// Refuses an answer that is no message: services that fail often send a page for people.
  private static func check(_ answer: HTTPAnswer, _ address: String) throws {
    let start = try MappedFile(answer.path).withBytes { span in
      span.withUnsafeBytes { Array($0.prefix(512)) }
    }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    let isPage =
      ["text/html", "application/xhtml+xml"].contains(answer.contentType)
      || text.contains("<html") || text.contains("<!doctype html")
    if isPage { throw SDMXDefinitions.webPage.at(nil, ["address": .text(address)]) }
    _ = try SDMXMessage.content(of: answer.path, named: address)
  }

  private static func copy(_ path: String, to output: String) throws {
    var file = try DurableFile(replacing: output)
    try eachPiece(of: path) { try file.write($0) }
    try file.commit()
  }

  private static func show(_ path: String) throws {
    try eachPiece(of: path) { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Reads a file a quarter of a megabyte at a time.
  static func eachPiece(of path: String, _ body: ([UInt8]) throws -> Void) throws {
    let file = try MappedFile(path)
    let size = 1 << 18
    for start in stride(from: 0, to: file.count, by: size) {
      let piece = file.withBytes { span in
        span.withUnsafeBytes { Array($0[start..<min(start + size, $0.count)]) }
      }
      try body(piece)
    }
  }

  /// Where answers are kept: `XDG_CACHE_HOME/ayni/sdmx`, or `~/.cache/ayni/sdmx`.
  private static var cacheFolder: String {
    let home = ProcessEnvironment.value("HOME") ?? "/tmp"
    return (ProcessEnvironment.value("XDG_CACHE_HOME") ?? home + "/.cache") + "/ayni/sdmx"
  }

  private static let unchanged = Message(
    "sdmx.unchanged",
    en: "unchanged since it was fetched last",
    fr: "inchangé depuis le dernier transfert"
  )
}

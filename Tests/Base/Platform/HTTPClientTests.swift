// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import LocalServer
import Testing

@testable import Platform

@Suite struct HTTPClientTests {
  private let folder: TemporaryFolder
  private let settings: HTTPSettings

  init() throws {
    folder = try TemporaryFolder()
    var settings = HTTPSettings()
    settings.pauseMilliseconds = 1
    settings.silenceSeconds = 1
    settings.retries = 3
    self.settings = settings
  }

  private var client: HTTPClient { HTTPClient(cache: folder.path + "/cache", settings) }

  private func code(_ address: String, _ client: HTTPClient? = nil) -> String? {
    do {
      _ = try (client ?? self.client).fetch(address, accept: "*/*")
      return nil
    } catch {
      return error.code.rawValue
    }
  }

  private static func text(_ text: String, _ fields: String...) -> TestServer.Answer {
    TestServer.Answer(
      fields: ["Content-Type: Text/Plain; charset=utf-8"] + fields,
      body: Array(text.utf8)
    )
  }

  @Test func `an answer is kept, and asked for again by its mark`() throws {
    let server = TestServer { request in
      if request.fields["if-none-match"] == "\"a\"" { return .init(status: "304 Not Modified") }
      return Self.text("hello", "ETag: \"a\"")
    }
    defer { server.stop() }
    let first = try client.fetch(server.address + "/x", accept: "text/plain")
    #expect(try WholeFile.text(first.path) == "hello")
    #expect(first.contentType == "text/plain" && !first.isUnchanged)
    let second = try client.fetch(server.address + "/x", accept: "text/plain")
    #expect(second.isUnchanged && second.path == first.path)
    #expect(server.requests.map { $0.fields["accept"] } == ["text/plain", "text/plain"])
  }

  @Test func `a transfer that is cut off goes on where it ended`() throws {
    let whole = (0..<9_000).map { "\($0)\n" }.joined()
    let server = TestServer { request in
      let bytes = Array(whole.utf8)
      guard let range = request.fields["range"] else {
        var answer = Self.text("", "ETag: \"b\"")
        answer.body = Array(bytes[..<20_000])
        answer.length = bytes.count
        return answer
      }
      let start = Int(range.filter { $0.isNumber }) ?? 0
      var answer = Self.text("", "ETag: \"b\"")
      answer.status = "206 Partial Content"
      answer.fields.append("Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)")
      answer.body = Array(bytes[start...])
      return answer
    }
    defer { server.stop() }
    let answer = try client.fetch(server.address + "/x", accept: "*/*")
    #expect(try WholeFile.text(answer.path) == whole)
    #expect(server.requests.map { $0.fields["range"] } == [nil, "bytes=20000-"])
    #expect(server.requests.last?.fields["if-range"] == "\"b\"")
  }

  @Test func `a server that has another answer by now sends it whole`() throws {
    let server = TestServer { request in
      var answer = Self.text("old old old", "ETag: \"1\"")
      if request.number == 0 {
        answer.length = 1_000
        return answer
      }
      return Self.text("new", "ETag: \"2\"")
    }
    defer { server.stop() }
    let answer = try client.fetch(server.address + "/x", accept: "*/*")
    #expect(try WholeFile.text(answer.path) == "new")
  }

  @Test func `errors that may pass are tried again, others are told at once`() throws {
    let server = TestServer { request in
      switch request.path {
      case "/later" where request.number < 2:
        return .init(status: "503 Service Unavailable", fields: ["Retry-After: 0"])
      case "/later": return Self.text("at last")
      case "/never": return .init(status: "500 Internal Server Error")
      default: return .init(status: "404 Not Found")
      }
    }
    defer { server.stop() }
    let answer = try client.fetch(server.address + "/later", accept: "*/*")
    #expect(try WholeFile.text(answer.path) == "at last")
    #expect(code(server.address + "/gone") == "platform.http-status")
    #expect(server.requests.count == 4)
    #expect(code(server.address + "/never") == "platform.http-status")
    #expect(server.requests.count == 8)
  }

  @Test func `a server that hangs is given up`() throws {
    var patience = settings
    patience.retries = 0
    let server = TestServer { _ in .init(silence: .seconds(8)) }
    defer { server.stop() }
    let client = HTTPClient(cache: folder.path, patience)
    #expect(code(server.address + "/x", client) == "platform.http-unreachable")
    #expect(code("http://127.0.0.1:1/x", client) == "platform.http-unreachable")
  }

  @Test func `redirections stay with the server that was asked`() throws {
    let server = TestServer { request in
      switch request.path {
      case "/moved": return .init(status: "302 Found", fields: ["Location: /here"])
      case "/away": return .init(status: "302 Found", fields: ["Location: http://example.org/x"])
      case "/port": return .init(status: "302 Found", fields: ["Location: http://127.0.0.1:1/x"])
      case "/file": return .init(status: "302 Found", fields: ["Location: file:///etc/passwd"])
      case "/round": return .init(status: "302 Found", fields: ["Location: /round"])
      default: return Self.text("here")
      }
    }
    defer { server.stop() }
    let answer = try client.fetch(server.address + "/moved", accept: "*/*")
    #expect(try WholeFile.text(answer.path) == "here")
    for path in ["/away", "/port", "/file", "/round"] {
      #expect(code(server.address + path) == "platform.http-redirected", "\(path)")
    }
  }

  @Test func `an answer that is too large is refused`() throws {
    var small = settings
    small.maximumBytes = 1_000
    let server = TestServer { _ in Self.text(String(repeating: "x", count: 2_000)) }
    defer { server.stop() }
    #expect(
      code(server.address, HTTPClient(cache: folder.path, small)) == "platform.http-too-large"
    )
  }

  @Test(arguments: [
    "", "example.org", "file:///etc/passwd", "ftp://example.org/x", "http://", "http://u:p@x.org/",
  ])
  func `what is no address is refused`(address: String) {
    #expect(code(address) == "platform.http-address")
  }
}

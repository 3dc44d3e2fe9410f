// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A server of HTTP on this machine that answers as a test tells it to.
public final class TestServer: Sendable {
  /// What was asked.
  public struct Request: Sendable {
    /// The path and the query.
    public let path: String
    /// The lines of the header by their names in small letters.
    public let fields: [String: String]
    /// How many requests came before.
    public let number: Int
  }

  /// What is answered.
  public struct Answer: Sendable {
    /// The status.
    public var status: String
    /// Lines of the header.
    public var fields: [String]
    /// The content.
    public var body: [UInt8]
    /// How many bytes are said to come, where that is not how many do.
    public var length: Int?
    /// How long the server says nothing first.
    public var silence: Duration

    /// Makes an answer.
    public init(
      status: String = "200 OK",
      fields: [String] = ["Content-Type: text/plain"],
      body: [UInt8] = [],
      silence: Duration = .zero
    ) {
      self.status = status
      self.fields = fields
      self.body = body
      self.silence = silence
    }
  }

  private let port: Int
  private let socket: CInt
  private let seen = Mutex<[Request]>([])
  private let handler: @Sendable (Request) -> Answer

  /// Begins to listen.
  public init(_ handler: @escaping @Sendable (Request) -> Answer) {
    self.handler = handler
    socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let number = socket
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        bind(number, plain, size) == 0 && listen(number, 16) == 0
          && getsockname(number, plain, &size) == 0
      }
    }
    port = isBound ? Int(UInt16(bigEndian: address.sin_port)) : 0
    var thread = pthread_t()
    let start = Unmanaged.passRetained(Start(server: self, socket: socket))
    pthread_create(
      &thread,
      nil,
      { pointer in
        guard let pointer else { return nil }
        let start = Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue()
        start.serve()
        return nil
      },
      start.toOpaque()
    )
    pthread_detach(thread)
  }

  /// How it is called.
  public var address: String { "http://127.0.0.1:\(port)" }

  /// What was asked so far.
  public var requests: [Request] { seen.withLock { $0 } }

  /// Ends.
  public func stop() { shutdown(socket, CInt(SHUT_RDWR)) }

  private final class Start {
    let server: TestServer
    let socket: CInt

    init(server: TestServer, socket: CInt) {
      self.server = server
      self.socket = socket
    }

    func serve() {
      while true {
        let connection = accept(socket, nil, nil)
        if connection < 0 { break }
        server.answer(connection)
        close(connection)
      }
      close(socket)
    }
  }

  private func answer(_ connection: CInt) {
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while !text.contains("\r\n\r\n") {
      let count = read(connection, &buffer, buffer.count)
      if count <= 0 { return }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let lines = text.split(separator: "\r\n").map(String.init)
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let halves = line.split(separator: ":", maxSplits: 1).map(String.init)
      if halves.count == 2 { fields[halves[0].lowercased()] = String(halves[1].dropFirst()) }
    }
    let path = lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let request = seen.withLock { seen in
      let request = Request(path: path, fields: fields, number: seen.count)
      seen.append(request)
      return request
    }
    let answer = handler(request)
    let silence = answer.silence.components
    usleep(UInt32(silence.seconds * 1_000_000 + silence.attoseconds / 1_000_000_000_000))
    let head =
      (["HTTP/1.1 \(answer.status)", "Connection: close"]
      + ["Content-Length: \(answer.length ?? answer.body.count)"] + answer.fields)
      .joined(separator: "\r\n") + "\r\n\r\n"
    let bytes = Array(head.utf8) + answer.body
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { part in
        send(connection, part.baseAddress, part.count, CInt(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      sent += count
    }
  }
}

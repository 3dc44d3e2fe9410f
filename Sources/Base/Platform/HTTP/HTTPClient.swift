// SPDX-License-Identifier: Apache-2.0

import CCurl
public import Diagnostics
import Glibc

/// Fetches what a server gives, and keeps it so that nothing is transferred twice.
///
/// An answer that is kept is asked for again by its mark, and taken anew only where the server has
/// another; a transfer that was cut off goes on where it ended. Redirections are followed within the
/// server that was asked, never to another.
public struct HTTPClient: Sendable {
  private let folder: String
  private let settings: HTTPSettings

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - folder: where answers are kept; it is made where it is not there.
  ///   - settings: how patient and how trusting it is.
  public init(cache folder: String, _ settings: HTTPSettings = HTTPSettings()) {
    self.folder = folder
    self.settings = settings
  }

  /// Fetches an address.
  ///
  /// - Parameters:
  ///   - url: the address, `https://…` or `http://…`.
  ///   - accept: the types of content that are taken.
  ///   - language: the languages that are wished for.
  ///   - progress: is told how many bytes have come.
  /// - Returns: where the answer is.
  /// - Throws: `platform.http-…`: unreachable, hanging, redirecting away, too large, or an error.
  public func fetch(
    _ url: String,
    accept: String,
    language: String = "en, fr;q=0.8, *;q=0.5",
    progress: @escaping (Int) -> Void = { _ in }
  ) throws(Diagnostic) -> HTTPAnswer {
    guard let host = HTTPOrigin(url) else {
      throw PlatformDefinitions.httpAddress.at(nil, ["address": .text(url)])
    }
    let cache = try HTTPCache(folder, url: url, accept: accept)
    var address = url
    var redirections = 0
    var tries = 0
    while true {
      let beginning = cache.beginning
      let transfer = HTTPTransfer(
        address,
        settings,
        part: cache.part,
        from: beginning?.count ?? 0,
        progress
      )
      let lines = header(accept, language, cache.head, beginning)
      if let failure = transfer.run(lines) {
        cache.keepBeginning(transfer.fields)
        try retry(failure, transfer, host, &tries)
        continue
      }
      switch transfer.status {
      case 200, 206:
        try cache.keep(transfer.fields)
        return answer(cache, transfer.fields["content-type"] ?? "", isUnchanged: false)
      case 304:
        guard let head = cache.head else { throw status(304, host) }
        return answer(cache, head.contentType, isUnchanged: true)
      case 301, 302, 303, 307, 308:
        redirections += 1
        address = try redirect(transfer, host, redirections)
      case 416:
        // The answer has become shorter than the beginning of it that is kept.
        cache.forgetBeginning()
        try pause(transfer.status, transfer, host, &tries)
      case 408, 429, 500, 502, 503, 504: try pause(transfer.status, transfer, host, &tries)
      default: throw status(transfer.status, host)
      }
    }
  }

  private func answer(_ cache: HTTPCache, _ type: String, isUnchanged: Bool) -> HTTPAnswer {
    let bare = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    return HTTPAnswer(path: cache.body, contentType: bare, isUnchanged: isUnchanged)
  }

  private func header(
    _ accept: String,
    _ language: String,
    _ kept: HTTPCache.Head?,
    _ beginning: (count: Int, mark: String)?
  ) -> [String] {
    var lines = ["Accept: \(accept)", "Accept-Language: \(language)"]
    if let beginning {
      lines += ["Range: bytes=\(beginning.count)-", "If-Range: \(beginning.mark)"]
    } else if let kept {
      if !kept.tag.isEmpty { lines.append("If-None-Match: \(kept.tag)") }
      if !kept.modified.isEmpty { lines.append("If-Modified-Since: \(kept.modified)") }
    }
    return lines
  }

  // MARK: What goes wrong

  private func retry(
    _ failure: HTTPTransfer.Failure,
    _ transfer: HTTPTransfer,
    _ host: HTTPOrigin,
    _ tries: inout Int
  ) throws(Diagnostic) {
    switch failure {
    case .file(let problem): throw problem
    case .tooLarge:
      throw PlatformDefinitions.httpTooLarge.at(
        nil,
        ["server": .text(host.description), "limit": .count(settings.maximumBytes)]
      )
    case .network(let code):
      let passes: [CURLcode] = [
        CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_OPERATION_TIMEDOUT,
        CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING,
        CURLE_SSL_CONNECT_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM,
      ]
      guard passes.contains(code), tries < settings.retries else {
        throw PlatformDefinitions.httpUnreachable.at(
          nil,
          [
            "server": .text(host.description),
            "reason": .text(String(cString: curl_easy_strerror(code))),
          ]
        )
      }
      wait(after: nil, &tries)
    }
  }

  private func pause(
    _ code: Int,
    _ transfer: HTTPTransfer,
    _ host: HTTPOrigin,
    _ tries: inout Int
  ) throws(Diagnostic) {
    guard tries < settings.retries else { throw status(code, host) }
    wait(after: transfer.fields["retry-after"].flatMap { Int($0) }, &tries)
  }

  /// Waits as long as the server asks, half a minute at the most, or twice as long as the last time.
  private func wait(after seconds: Int?, _ tries: inout Int) {
    let own = settings.pauseMilliseconds << min(tries, 6)
    let asked = seconds.map { max(0, min($0, 30)) * 1_000 }
    tries += 1
    usleep(UInt32(min(asked ?? own, 30_000)) * 1_000)
  }

  private func redirect(
    _ transfer: HTTPTransfer,
    _ host: HTTPOrigin,
    _ count: Int
  ) throws(Diagnostic) -> String {
    guard let target = transfer.redirect, let other = HTTPOrigin(target),
      other == host || other == host.secured, count <= settings.redirections
    else {
      throw PlatformDefinitions.httpRedirected.at(
        nil,
        [
          "server": .text(host.description),
          "target": .text(transfer.redirect.flatMap { HTTPOrigin($0)?.description } ?? "?"),
        ]
      )
    }
    return target
  }

  private func status(_ code: Int, _ host: HTTPOrigin) -> Diagnostic {
    PlatformDefinitions.httpStatus.at(
      nil,
      ["server": .text(host.description), "status": .count(code)]
    )
  }
}

/// The server of an address: scheme, name and port.
struct HTTPOrigin: Equatable, CustomStringConvertible {
  let scheme: String
  let host: String
  let port: Int

  private init(_ scheme: String, _ host: String, _ port: Int) {
    self.scheme = scheme
    self.host = host
    self.port = port
  }

  /// Takes it from an address; `nil` where that is none of HTTP.
  init?(_ url: String) {
    guard let colon = url.firstRange(of: "://") else { return nil }
    let scheme = url[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let authority = url[colon.upperBound...].prefix { !"/?#".contains($0) }
    // A name and a password before the server's name mislead more often than they serve.
    guard !authority.isEmpty, !authority.contains("@"), !authority.contains(" ") else { return nil }
    var host = authority
    var port = scheme == "https" ? 443 : 80
    if !authority.hasSuffix("]"), let mark = authority.lastIndex(of: ":") {
      guard let number = Int(authority[authority.index(after: mark)...]) else { return nil }
      port = number
      host = authority[..<mark]
    }
    self.init(scheme, host.lowercased(), port)
  }

  /// The same server by its secured address.
  var secured: HTTPOrigin {
    HTTPOrigin("https", host, port == 80 ? 443 : port)
  }

  var description: String {
    let isUsual = port == (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(host)" + (isUsual ? "" : ":\(port)")
  }
}

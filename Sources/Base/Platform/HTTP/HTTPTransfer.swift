// SPDX-License-Identifier: Apache-2.0

import CCurl
import Diagnostics
import Glibc

/// One request and what comes back of it, written to a file as it arrives.
///
/// libcurl calls back with a pointer to this object, which lives as long as the call.
final class HTTPTransfer {
  /// What kept a transfer from its end.
  enum Failure {
    /// The library's own reason.
    case network(CURLcode)
    /// More came than is taken.
    case tooLarge
    /// A problem with the file.
    case file(Diagnostic)
  }

  private let url: String
  private let settings: HTTPSettings
  private let part: String
  private let progress: (Int) -> Void
  private let start: Int
  private var descriptor: CInt = -1
  private var failure: Failure?
  /// How many bytes the file holds.
  private(set) var count: Int
  private(set) var status = 0
  private(set) var redirect: String?
  private(set) var fields: [String: String] = [:]

  init(
    _ url: String,
    _ settings: HTTPSettings,
    part: String,
    from start: Int,
    _ progress: @escaping (Int) -> Void
  ) {
    self.url = url
    self.settings = settings
    self.part = part
    self.start = start
    self.progress = progress
    count = start
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

  /// Sends the request and takes the answer.
  ///
  /// - Parameter headers: the lines of the request's header.
  /// - Returns: what failed; `nil` for an answer of whatever status.
  func run(_ headers: [String]) -> Failure? {
    guard HTTPTransfer.isReady, let handle = curl_easy_init() else {
      return .network(CURLE_FAILED_INIT)
    }
    defer { curl_easy_cleanup(handle) }
    var list: UnsafeMutablePointer<curl_slist>?
    for line in headers { list = curl_slist_append(list, line) }
    defer { curl_slist_free_all(list) }
    set(handle, list)
    let code = curl_easy_perform(handle)
    var status = 0
    _ = ayni_curl_status(handle, &status)
    self.status = status
    redirect = ayni_curl_redirect(handle).map { String(cString: $0) }
    if let failure { return failure }
    return code == CURLE_OK ? nil : .network(code)
  }

  private func set(_ handle: UnsafeMutableRawPointer, _ list: UnsafeMutablePointer<curl_slist>?) {
    let target = Unmanaged.passUnretained(self).toOpaque()
    _ = ayni_curl_text(handle, CURLOPT_URL, url)
    _ = ayni_curl_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = ayni_curl_text(handle, CURLOPT_USERAGENT, "ayni")
    _ = ayni_curl_number(handle, CURLOPT_NOSIGNAL, 1)
    // Redirections are looked at before they are followed.
    _ = ayni_curl_number(handle, CURLOPT_FOLLOWLOCATION, 0)
    _ = ayni_curl_number(handle, CURLOPT_CONNECTTIMEOUT_MS, settings.connectMilliseconds)
    _ = ayni_curl_number(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
    _ = ayni_curl_number(handle, CURLOPT_LOW_SPEED_TIME, settings.silenceSeconds)
    // A part of a compressed answer is no part of the file.
    if start == 0 { _ = ayni_curl_text(handle, CURLOPT_ACCEPT_ENCODING, "") }
    _ = ayni_curl_list(handle, CURLOPT_HTTPHEADER, list)
    _ = ayni_curl_body(
      handle,
      { bytes, size, count, target in
        guard let bytes, let target else { return 0 }
        let transfer = Unmanaged<HTTPTransfer>.fromOpaque(target).takeUnretainedValue()
        return transfer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
      },
      target
    )
    _ = ayni_curl_headers(
      handle,
      { bytes, size, count, target in
        guard let bytes, let target else { return 0 }
        let transfer = Unmanaged<HTTPTransfer>.fromOpaque(target).takeUnretainedValue()
        transfer.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
        return size * count
      },
      target
    )
  }

  private func takeHeader(_ bytes: UnsafeRawBufferPointer) {
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      fields.removeAll()
      status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      return
    }
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].drop { $0 == " " }
    fields[line[..<colon].lowercased()] = String(value.prefix { !$0.isNewline })
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    // The page that comes with an error or a redirection is not what was asked for.
    guard status == 200 || status == 206 else { return bytes.count }
    if descriptor < 0 {
      let keeps = status == 206 && start > 0
      descriptor = open(part, O_WRONLY | O_CREAT | O_CLOEXEC | (keeps ? O_APPEND : O_TRUNC), 0o600)
      if descriptor < 0 {
        failure = .file(SystemFailure.diagnostic(errno, part))
        return 0
      }
      count = keeps ? start : 0
    }
    if count + bytes.count > settings.maximumBytes {
      failure = .tooLarge
      return 0
    }
    var rest = bytes
    while !rest.isEmpty {
      let written = write(descriptor, rest.baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      if written <= 0 {
        failure = .file(SystemFailure.diagnostic(errno, part))
        return 0
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    count += bytes.count
    progress(count)
    return bytes.count
  }
}

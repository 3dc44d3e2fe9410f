// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc

/// The answers of servers that are kept, each with the mark by which its server knows it again.
///
/// `KEY.body` is a whole answer and `KEY.head` what its server said of it; `KEY.part` and `KEY.part-head`
/// are the beginning of one whose transfer was cut off.
struct HTTPCache {
  let folder: String
  let key: String

  /// What a server said of an answer.
  struct Head {
    var tag = ""
    var modified = ""
    var contentType = ""

    init() {}

    init(_ fields: [String: String]) {
      tag = fields["etag"] ?? ""
      modified = fields["last-modified"] ?? ""
      contentType = fields["content-type"] ?? ""
    }

    init(_ text: String) {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard lines.count >= 3 else { return }
      (tag, modified, contentType) = (lines[0], lines[1], lines[2])
    }

    var text: String { "\(tag)\n\(modified)\n\(contentType)\n" }

    /// The mark that a later request names; a weak one says nothing about bytes.
    var rangeMark: String? { tag.isEmpty || tag.hasPrefix("W/") ? nil : tag }
  }

  init(_ folder: String, url: String, accept: String) throws(Diagnostic) {
    try DurableFolder.create(folder)
    self.folder = folder
    key = try SHA256.digest(of: Array("\(accept)\n\(url)".utf8)).description
  }

  var body: String { "\(folder)/\(key).body" }
  var part: String { "\(folder)/\(key).part" }

  /// What was said of the whole answer that is kept; `nil` where there is none.
  var head: Head? {
    guard access(body, R_OK) == 0, let text = try? WholeFile.text("\(folder)/\(key).head") else {
      return nil
    }
    return Head(text)
  }

  /// The beginning that is kept: how long it is, and the mark that it had.
  var beginning: (count: Int, mark: String)? {
    var status = stat()
    guard stat(part, &status) == 0, status.st_size > 0,
      let text = try? WholeFile.text("\(folder)/\(key).part-head"),
      let mark = Head(text).rangeMark
    else { return nil }
    return (Int(status.st_size), mark)
  }

  /// Keeps what is said of a beginning, so that it can be gone on with; forgets it where it cannot.
  func keepBeginning(_ fields: [String: String]) {
    let head = Head(fields)
    let isPlain = ["", "identity"].contains(fields["content-encoding"] ?? "")
    guard head.rangeMark != nil, isPlain else { return forgetBeginning() }
    try? DurableFile.write(head.text.utf8, to: "\(folder)/\(key).part-head")
  }

  func forgetBeginning() {
    unlink(part)
    unlink("\(folder)/\(key).part-head")
  }

  /// Makes the part the whole answer.
  func keep(_ fields: [String: String]) throws(Diagnostic) {
    unlink("\(folder)/\(key).head")
    guard rename(part, body) == 0 else { throw SystemFailure.diagnostic(errno, part) }
    try DurableFile.write(Head(fields).text.utf8, to: "\(folder)/\(key).head")
    unlink("\(folder)/\(key).part-head")
  }
}

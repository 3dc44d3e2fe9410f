// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How heavy bytes are once compressed, as `gzip -9` counts.
enum Deflate {
  static func size(_ bytes: [UInt8]) -> Int {
    var name = Array("/tmp/ayni-weight-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return .max }
    defer {
      close(file)
      unlink(name)
    }
    guard bytes.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == bytes.count,
      let pipe = popen(
        "gzip -9c \(String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)) | wc -c",
        "r"
      )
    else { return .max }
    defer { pclose(pipe) }
    var buffer = [CChar](repeating: 0, count: 64)
    guard fgets(&buffer, 64, pipe) != nil else { return .max }
    let digits = buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
    return Int(String(decoding: digits, as: UTF8.self)) ?? .max
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import COpenSSL
public import Diagnostics

/// The SHA-256 of some bytes.
///
/// - Source: FIPS 180-4.
public struct Digest: Hashable, Sendable, Comparable, LosslessStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  init(checked bytes: [UInt8]) { self.bytes = bytes }

  /// Reads 64 hexadecimal digits; it is `nil` where the text is anything else.
  public init?(_ text: String) {
    let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard text.utf8.count == 64, digits.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  /// The 64 hexadecimal digits, in small letters.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// Orders by bytes.
  public static func < (left: Digest, right: Digest) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// Computes a SHA-256 piece by piece.
public struct SHA256: ~Copyable {
  private let context: OpaquePointer
  private var isSound: Bool

  /// Begins with no bytes.
  ///
  /// - Throws: `platform.digest-unavailable`.
  public init() throws(Diagnostic) {
    guard let context = EVP_MD_CTX_new() else {
      throw PlatformDefinitions.digestUnavailable.at()
    }
    self.context = context
    isSound = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  public mutating func update(_ bytes: RawSpan) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let answer = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    isSound = isSound && answer == 1
  }

  /// Ends the computation.
  ///
  /// - Returns: the digest of all bytes added.
  /// - Throws: `platform.digest-unavailable` where the library failed on the way.
  public consuming func finish() throws(Diagnostic) -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    guard isSound, EVP_DigestFinal_ex(context, &bytes, nil) == 1 else {
      throw PlatformDefinitions.digestUnavailable.at()
    }
    return Digest(checked: bytes)
  }

  /// The digest of some bytes.
  ///
  /// - Parameter bytes: the bytes.
  /// - Returns: their digest.
  /// - Throws: `platform.digest-unavailable`.
  public static func digest(of bytes: [UInt8]) throws(Diagnostic) -> Digest {
    var hash = try SHA256()
    hash.update(bytes)
    return try hash.finish()
  }

  /// The digest of a file.
  ///
  /// - Parameter path: the file, of any size.
  /// - Returns: its digest.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public static func digest(ofFile path: String) throws(Diagnostic) -> Digest {
    var hash = try SHA256()
    try WholeFile.inChunks(path) { hash.update($0) }
    return try hash.finish()
  }

  /// The digest of a folder's files, their names included.
  ///
  /// - Method: the SHA-256 of the lines `DIGEST  PATH` of its files in byte order of their paths,
  ///   as `sha256sum` writes them; hidden files do not count.
  /// - Parameter folder: the folder.
  /// - Returns: the digest of the list, and the list itself.
  /// - Throws: a diagnostic of ``PlatformDefinitions``.
  public static func digest(
    of folder: RootedFolder
  ) throws(Diagnostic) -> (digest: Digest, files: [(path: String, digest: Digest)]) {
    var files: [(path: String, digest: Digest)] = []
    var list = ""
    for path in try folder.files() {
      let digest = try digest(ofFile: try folder.resolve(path))
      files.append((path, digest))
      list += "\(digest)  \(path)\n"
    }
    return (try digest(of: Array(list.utf8)), files)
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import FoundationEssentials
internal import Platform

extension ResultStore {
  /// Whether the result of a step stands ready: it is there, and its files are whole as far as a look shows.
  ///
  /// A disk that loses power or bytes leaves files that are short or blank; such a result is computed again
  /// rather than read.
  func holdsWhole(_ key: ContentKey, of node: StepGraph.Node) throws -> Bool {
    guard try holds(key), (try? diagnostics(key)) != nil else { return false }
    return node.definition.outputs.allSatisfy { ResultStore.isParquet(file(of: $0, key)) }
  }

  /// What was found while a result was made.
  func diagnostics(_ key: ContentKey) throws -> StoredDiagnostics {
    let data = try WholeFile.bytes("\(path(key))/diagnostics.json")
    return try JSONDecoder().decode(StoredDiagnostics.self, from: Data(data))
  }

  /// Removes a result that is not whole, so that it can be computed again.
  func removeDamaged(_ key: ContentKey) throws { try DurableFolder.remove(path(key)) }

  /// Whether a file begins and ends as Parquet does, with room for the footer that it names.
  ///
  /// - Source: Apache Parquet, file format: `PAR1`, the data, the footer, its length in four bytes, `PAR1`.
  private static func isParquet(_ path: String) -> Bool {
    guard let file = try? MappedFile(path), file.count >= 12 else { return false }
    return file.withBytes { bytes in
      let count = bytes.byteCount
      return word(bytes, 0) == magic && word(bytes, count - 4) == magic
        && Int(word(bytes, count - 8)) <= count - 12
    }
  }

  private static func word(_ bytes: RawSpan, _ offset: Int) -> UInt32 {
    UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// `PAR1`.
  private static var magic: UInt32 { 0x3152_4150 }
}

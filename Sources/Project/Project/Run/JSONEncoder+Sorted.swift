// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

extension JSONEncoder {
  /// An encoder whose text depends on the content alone: keys in order, one a line.
  static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return encoder
  }
}

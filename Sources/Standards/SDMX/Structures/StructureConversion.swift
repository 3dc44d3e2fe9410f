// SPDX-License-Identifier: Apache-2.0

public import Structures

/// Writes artefacts in any format of structures.
public enum StructureConversion {
  /// Writes a message with everything in a catalogue.
  ///
  /// - Parameters:
  ///   - catalogue: the artefacts.
  ///   - header: what the message says of itself.
  ///   - format: the format.
  ///   - acceptsLoss: whether what the format cannot carry is left out; refused by default.
  ///   - sink: takes the bytes, piece by piece.
  /// - Throws: ``DiagnosticFailure`` with `sdmx.not-carried` unless losses are accepted, and what the
  ///   writer and the sink throw.
  public static func write(
    _ catalogue: StructureCatalogue,
    header: MessageHeader,
    to format: StructureFormat,
    acceptsLoss: Bool = false,
    sink: ([UInt8]) throws -> Void
  ) throws {
    switch format {
    case .xml(let version):
      let writer = SDMXMLStructureWriter(header, version: version, acceptsLoss: acceptsLoss)
      try writer.write(catalogue, to: sink)
    case .json(let version):
      let writer = SDMXJSONStructureWriter(header, version: version, acceptsLoss: acceptsLoss)
      try writer.write(catalogue, to: sink)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What a message says of itself: its identifier, when it was prepared, who sends it.
public struct MessageHeader: Hashable, Sendable {
  /// The identifier of the message, of the characters that codes have.
  public let id: String
  /// Whether the message is a trial.
  public let isTest: Bool
  /// When it was prepared, `2026-05-17` or `2026-05-17T12:00:00Z`.
  ///
  /// The caller gives it, so that the same input makes the same bytes.
  public let prepared: String
  /// The identifier of the agency that sends it.
  public let sender: String

  /// Makes a header.
  public init(id: String, prepared: String, sender: String, isTest: Bool = false) {
    self.id = id
    self.isTest = isTest
    self.prepared = prepared
    self.sender = sender
  }
}

/// A version of SDMX-ML.
public enum SDMXMLVersion: String, Sendable, Hashable, CaseIterable {
  /// SDMX-ML 2.1.
  case v2_1
  /// SDMX-ML 3.0.
  case v3_0
  /// SDMX-ML 3.1.
  case v3_1

  /// The namespace of a schema: `message`, `structure`, `common`.
  func namespace(_ schema: String) -> String {
    "http://www.sdmx.org/resources/sdmxml/schemas/\(rawValue)/\(schema)"
  }
}

/// A version of SDMX-JSON.
public enum SDMXJSONVersion: String, Sendable, Hashable, CaseIterable {
  /// SDMX-JSON 1.0, of SDMX 2.1.
  case v1_0 = "1.0"
  /// SDMX-JSON 2.0, of SDMX 3.0.
  case v2_0 = "2.0"
  /// SDMX-JSON 2.1, of SDMX 3.1.
  case v2_1 = "2.1"

  /// The address of a schema: `data`, `structure`, `metadata`.
  func schema(_ name: String) -> String {
    "https://json.sdmx.org/\(rawValue)\(self == .v1_0 ? "" : ".0")/sdmx-json-\(name)-schema.json"
  }
}

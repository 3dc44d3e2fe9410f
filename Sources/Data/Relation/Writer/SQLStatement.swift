// SPDX-License-Identifier: Apache-2.0

/// A statement for an engine: its text, and the values that go beside it in order.
public struct SQLStatement: Hashable, Sendable {
  /// The text, with a `?` for each value.
  public let text: String
  /// The values, in the order of their places in the text.
  public let parameters: [Literal]

  /// Puts a text and its values together.
  public init(_ text: String, parameters: [Literal] = []) {
    self.text = text
    self.parameters = parameters
  }
}

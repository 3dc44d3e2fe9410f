// SPDX-License-Identifier: Apache-2.0

/// A file of delimited text whose columns and their types are known, read by the engine itself.
///
/// The first line is a header. An empty field has no value; a quoted one with nothing in it is an empty
/// text.
public struct DelimitedScan: Hashable, Sendable {
  /// The file.
  public let path: String
  /// The columns in the order of the file; a value that is not of its type stops the statement.
  public let columns: [Field]
  /// What stands between fields.
  public let separator: Character

  /// Describes a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - columns: the columns in the order of the file.
  ///   - separator: what stands between fields.
  public init(_ path: String, columns: [Field], separator: Character = ",") {
    self.path = path
    self.columns = columns
    self.separator = separator
  }
}

// SPDX-License-Identifier: Apache-2.0

/// A place in a file of the user's: lines and columns count from one.
public struct Location: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The path, relative to the project where it lies inside it.
  public let file: String
  /// The physical line; for a spreadsheet the row.
  public let line: Int?
  /// The column, in characters; for a spreadsheet the number of the column.
  public let column: Int?

  /// Names a file, or a line of it, or a column of that line.
  public init(_ file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file`, `file:line` or `file:line:column`.
  public var description: String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }

  /// Orders by file, then line, then column.
  public static func < (left: Location, right: Location) -> Bool {
    (left.file, left.line ?? 0, left.column ?? 0)
      < (right.file, right.line ?? 0, right.column ?? 0)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// How tokens may be laid out: what stays together, and where a line may end.
///
/// - Method: P. Wadler, "A prettier printer" (2003), in the strict form of C. Lindig.
indirect enum Layout: Sendable {
  /// One token of the script.
  case token(String)
  /// A blank that never breaks.
  case blank
  /// A blank, or the end of a line where the group does not fit.
  case line
  /// Nothing, or the end of a line where the group does not fit.
  case softLine
  /// The end of a line.
  case hardLine
  /// The end of a line before a statement, with an empty one where the script had one.
  case statementBreak(isBlank: Bool)
  case sequence([Layout])
  /// What breaks within goes two blanks to the right.
  case nest(Layout)
  /// All its lines break, or none does.
  case group(Layout)

  /// Layouts with something between them.
  static func joined(_ items: [Layout], by separator: [Layout]) -> Layout {
    var all: [Layout] = []
    for (index, item) in items.enumerated() {
      if index > 0 { all += separator }
      all.append(item)
    }
    return .sequence(all)
  }

  /// `a, b, c`.
  static func list(_ items: [Layout]) -> Layout { joined(items, by: [.token(","), .line]) }

  /// Items within a pair of signs; where they do not fit, a line each.
  static func enclosed(_ open: String, _ items: Layout, _ close: String) -> Layout {
    .group(
      .sequence([.token(open), .nest(.sequence([.softLine, items])), .softLine, .token(close)])
    )
  }

  /// Words with blanks between them.
  static func words(_ words: String...) -> Layout {
    joined(words.map { .token($0) }, by: [.blank])
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Writes a layout as text, and each comment where it stood between two tokens.
struct LayoutRenderer {
  /// How long a line may be.
  static let width = 100

  private var output = ""
  private var column = 0
  private var pending: Pending = .none
  private var tokensWritten = 0
  private var comments: ArraySlice<Comment>
  private var stack: [Item] = []

  private struct Item {
    let indent: Int
    let isFlat: Bool
    let layout: Layout
  }

  /// What stands between the last token and the next one.
  private enum Pending {
    case none
    case blank
    case lineBreak(indent: Int, isBlank: Bool)
  }

  init(_ comments: [Comment]) { self.comments = comments[...] }

  /// The text, with a line break at its end unless it is empty.
  mutating func render(_ layout: Layout) -> String {
    stack = [Item(indent: 0, isFlat: false, layout: layout)]
    while let item = stack.popLast() { write(item) }
    for comment in comments { write(comment, indent: 0) }
    return output.isEmpty ? "" : output + "\n"
  }

  private mutating func write(_ item: Item) {
    switch item.layout {
    case .token(let text): writeToken(text, indent: item.indent)
    case .blank: setBlank()
    case .line where item.isFlat: setBlank()
    case .softLine where item.isFlat: break
    case .line, .softLine, .hardLine: setBreak(item.indent)
    case .statementBreak(let isBlank):
      if !output.isEmpty || comments.first?.tokensBefore == 0 {
        pending = .lineBreak(indent: 0, isBlank: isBlank)
      }
    case .sequence(let items):
      for inner in items.reversed() {
        stack.append(Item(indent: item.indent, isFlat: item.isFlat, layout: inner))
      }
    case .nest(let inner):
      stack.append(Item(indent: item.indent + 2, isFlat: item.isFlat, layout: inner))
    case .group(let inner):
      stack.append(
        Item(
          indent: item.indent,
          isFlat: item.isFlat || fits(inner, indent: item.indent),
          layout: inner
        )
      )
    }
  }

  // MARK: Between tokens

  private mutating func setBlank() { if case .none = pending { pending = .blank } }

  private mutating func setBreak(_ indent: Int) {
    if case .lineBreak(_, true) = pending { return }
    pending = .lineBreak(indent: indent, isBlank: false)
  }

  private mutating func flush() {
    switch pending {
    case .none: break
    case .blank: emit(" ")
    case .lineBreak(let indent, let isBlank): breakLine(indent, isBlank: isBlank)
    }
    pending = .none
  }

  private mutating func breakLine(_ indent: Int, isBlank: Bool) {
    guard !output.isEmpty else { return }
    output += isBlank ? "\n\n" : "\n"
    output += String(repeating: " ", count: indent)
    column = indent
  }

  private mutating func emit(_ text: String) {
    output += text
    let last = text.utf8.lastIndex(of: UInt8(ascii: "\n"))
    if let last {
      column = text[text.index(after: last)...].unicodeScalars.count
    } else {
      column += text.unicodeScalars.count
    }
  }

  // MARK: Tokens and comments

  private mutating func writeToken(_ text: String, indent: Int) {
    while let comment = comments.first, comment.tokensBefore <= tokensWritten {
      comments = comments.dropFirst()
      write(comment, indent: indent)
    }
    flush()
    emit(text)
    tokensWritten += 1
  }

  private mutating func write(_ comment: Comment, indent: Int) {
    let saved = pending
    var depth = indent
    if case .lineBreak(let pendingIndent, _) = pending { depth = pendingIndent }
    if comment.startsLine {
      breakLine(depth, isBlank: comment.followsBlankLine)
    } else if !output.isEmpty {
      emit(" ")
    }
    emit(comment.text)
    if case .lineBreak = saved {
      pending = saved
    } else if comment.isLine || comment.startsLine {
      pending = .lineBreak(indent: depth, isBlank: false)
    } else {
      pending = .blank
    }
  }

  // MARK: Fitting

  /// Whether a layout, and what follows it up to the next break, fits on the rest of the line.
  private func fits(_ layout: Layout, indent: Int) -> Bool {
    var room = LayoutRenderer.width - column
    switch pending {
    case .none: break
    case .blank: room -= 1
    case .lineBreak(let indent, _): room = LayoutRenderer.width - indent
    }
    var token = tokensWritten
    var remark = comments
    var work = [Item(indent: indent, isFlat: true, layout: layout)]
    var rest = stack.count
    var isFirst = true
    while room >= 0 {
      guard let item = work.popLast() else {
        guard rest > 0 else { return true }
        rest -= 1
        work.append(stack[rest])
        continue
      }
      switch item.layout {
      case .token(let text):
        while let comment = remark.first, comment.tokensBefore <= token {
          if !isFirst, comment.isLine || comment.startsLine { return false }
          room -= comment.text.unicodeScalars.count + 1
          remark = remark.dropFirst()
        }
        isFirst = false
        token += 1
        room -= text.unicodeScalars.count
      case .blank: room -= 1
      case .line:
        if !item.isFlat { return true }
        room -= 1
      case .softLine: if !item.isFlat { return true }
      case .hardLine, .statementBreak: return rest < stack.count || !item.isFlat
      case .sequence(let items):
        for inner in items.reversed() {
          work.append(Item(indent: item.indent, isFlat: item.isFlat, layout: inner))
        }
      case .nest(let inner), .group(let inner):
        work.append(Item(indent: item.indent, isFlat: item.isFlat, layout: inner))
      }
    }
    return false
  }
}

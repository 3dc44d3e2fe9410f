// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
import Glibc
internal import Platform
import Synchronization

/// How the command speaks: results on standard output, messages on standard error.
final class Console: Sendable {
  let catalogue: Catalogue
  let isJSON: Bool
  private let isQuiet: Bool
  private let text: DiagnosticText
  private let showsBar: Bool
  private let barIsShown = Mutex(false)

  init(language: Language, isJSON: Bool, isQuiet: Bool, isPlain: Bool) {
    catalogue = Catalogue(language)
    self.isJSON = isJSON
    self.isQuiet = isQuiet
    let isPlain =
      isPlain || ProcessEnvironment.value("NO_COLOR") != nil
      || ProcessEnvironment.value("TERM") == "dumb"
    text = DiagnosticText(catalogue, isColoured: Terminal.readsMessages && !isPlain)
    showsBar = Terminal.readsMessages && !isPlain
  }

  /// A result, for standard output; what would steer a terminal is shown as unknown.
  func result(_ line: String) { write(Console.harmless(line) + "\n", to: STDOUT_FILENO) }

  /// A result for a program: one value a line.
  func result(_ value: JSONValue) { result(value.encoded) }

  /// A text of others without characters that move the cursor, change colours or name windows.
  private static func harmless(_ text: String) -> String {
    let isCommand = { (scalar: UnicodeScalar) in
      scalar.properties.generalCategory == .control && !["\t", "\n", "\r"].contains(scalar)
    }
    guard text.unicodeScalars.contains(where: isCommand) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(isCommand(scalar) ? "\u{FFFD}" : scalar) }
    return String(view)
  }

  /// Something that is being done, for standard error; silent where quiet was asked for.
  func note(_ message: Message, _ arguments: [String: MessageArgument] = [:]) {
    note(catalogue.text(message, arguments))
  }

  /// A line that needs no translation.
  func note(_ line: String) {
    if isQuiet || isJSON { return }
    clearBar()
    write(line + "\n", to: STDERR_FILENO)
  }

  /// Problems, errors last so that they are seen.
  func report(_ diagnostics: [Diagnostic]) {
    clearBar()
    for diagnostic in diagnostics.sorted(by: { $0.severity < $1.severity }) {
      let line =
        isJSON
        ? DiagnosticJSON(catalogue).text(of: diagnostic) : text.text(of: diagnostic)
      write(line + "\n", to: STDERR_FILENO)
    }
  }

  /// Shows how far a run has come: a line that is written over on a terminal, nothing elsewhere.
  var progress: ProgressReport {
    { [self] progress in
      guard showsBar, !isQuiet, !isJSON else { return }
      barIsShown.withLock { $0 = true }
      write("\r\u{1B}[K" + progress.line(in: catalogue), to: STDERR_FILENO)
    }
  }

  private func clearBar() {
    let wasShown = barIsShown.withLock { shown in
      defer { shown = false }
      return shown
    }
    if wasShown { write("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  private func write(_ text: String, to file: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let written = Glibc.write(file, bytes.baseAddress.map { $0 + start }, bytes.count - start)
        // A reader that went away ends the talk, not the work.
        guard written > 0 else { return }
        start += written
      }
    }
  }
}

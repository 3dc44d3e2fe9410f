// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// An error as the engine told it.
struct EngineError {
  /// What it said; may quote values of records.
  let message: String
  /// Its own class of error, such as `OutOfMemory`; `nil` where only the text tells.
  let kind: String?
  /// The status code of ADBC.
  let status: UInt8

  static let unknown: UInt8 = 1
  static let notImplemented: UInt8 = 2
  static let io: UInt8 = 10
  static let cancelled: UInt8 = 11
  static let unauthorized: UInt8 = 14

  /// The diagnostic that the error stands for.
  func diagnostic(statement: String?) -> Diagnostic {
    definition.at(nil, statement.map { ["statement": .text($0)] } ?? [:], cause: cause)
  }

  /// The class in lower case without spaces: the engine's own, else the words before “Error:”.
  private var family: String {
    if let kind { return kind.lowercased() }
    let words = message.prefix { $0 != ":" && $0 != "\n" }
    guard words.hasSuffix(" Error") else { return "" }
    return words.dropLast(" Error".count).filter { $0 != " " }.lowercased()
  }

  private var definition: DiagnosticDefinition {
    if status == EngineError.cancelled { return EngineDefinitions.cancelled }
    if message.contains("by configuration") || message.contains("configuration has been locked") {
      return EngineDefinitions.accessDenied
    }
    if isOfFullDisk { return EngineDefinitions.diskFull }
    switch family {
    case "interrupt": return EngineDefinitions.cancelled
    case "outofmemory": return EngineDefinitions.outOfMemory
    case "permission": return EngineDefinitions.accessDenied
    case "conversion", "outofrange", "mismatchtype": return EngineDefinitions.conversion
    case "constraint": return EngineDefinitions.constraint
    case "io", "http", "network": return EngineDefinitions.io
    default: break
    }
    switch status {
    case EngineError.io: return EngineDefinitions.io
    case EngineError.unauthorized: return EngineDefinitions.accessDenied
    default: return EngineDefinitions.queryFailed
    }
  }

  /// Whether the disk has no room left: for a file, or for what does not fit into memory.
  private var isOfFullDisk: Bool {
    switch family {
    case "io": message.contains("No space left on device") || message.contains("quota exceeded")
    // Ayni sets no limit to the temporary folder: the one that was reached is the room on its disk.
    case "outofmemory": message.contains("'max_temp_directory_size'")
    default: false
    }
  }

  /// Classes whose messages speak of the statement, of files or of the machine, never of records.
  private static let harmless: Set<String> = [
    "binder", "catalog", "parser", "syntax", "permission", "outofmemory", "interrupt", "io",
    "settings", "invalidconfiguration", "missingextension", "autoload", "transaction",
    "dependency", "notimplemented", "parameternotresolved",
  ]

  /// The engine's words, without values where its class of error may quote them.
  private var cause: String {
    EngineError.harmless.contains(family) ? message : MessageRedaction.redacted(message)
  }
}

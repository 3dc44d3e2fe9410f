// SPDX-License-Identifier: Apache-2.0

internal import CADBC
internal import Diagnostics

extension EngineLibrary {
  /// Calls a function of the driver and turns its error into a diagnostic.
  ///
  /// - Parameters:
  ///   - statement: the text that the call concerns, without its parameters.
  ///   - body: the call; `nil` where the driver lacks the function.
  /// - Throws: the diagnostic that the engine's error stands for.
  func call(
    _ statement: String? = nil,
    _ body: (UnsafeMutablePointer<AdbcError>) -> AdbcStatusCode?
  ) throws {
    var error = AdbcError()
    // The value by which ADBC 1.1 asks for its details.
    error.vendor_code = Int32.min
    let status = body(&error)
    defer { error.release?(&error) }
    guard status != 0 else { return }
    throw EngineError(
      message: error.message.map { String(cString: $0) } ?? "",
      kind: kind(of: &error),
      status: status ?? EngineError.notImplemented
    ).diagnostic(statement: statement)
  }

  /// The diagnostic of a stream that stopped.
  func streamFailure(
    _ stream: UnsafeMutableRawPointer,
    message: String,
    statement: String?
  ) -> Diagnostic {
    var status: AdbcStatusCode = EngineError.unknown
    var kind: String?
    if let error = driver.pointee.ErrorFromArrayStream?(stream, &status) {
      kind = self.kind(of: error)
    }
    return EngineError(message: message, kind: kind, status: status)
      .diagnostic(statement: statement)
  }

  /// The engine's own class of an error, where it gave one.
  private func kind(of error: UnsafePointer<AdbcError>) -> String? {
    guard error.pointee.private_data != nil,
      let count = driver.pointee.ErrorGetDetailCount?(error), count > 0
    else { return nil }
    for index in 0..<count {
      guard let detail = driver.pointee.ErrorGetDetail?(error, index), let key = detail.key,
        String(cString: key) == "duckdb:error_type", let value = detail.value
      else { continue }
      let bytes = UnsafeBufferPointer(start: value, count: detail.value_length)
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return nil
  }
}

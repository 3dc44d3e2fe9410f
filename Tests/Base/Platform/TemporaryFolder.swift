// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import Platform

/// A folder for one test, removed after it.
func inTemporaryFolder(_ body: (String) async throws -> Void) async throws {
  var template = Array("/tmp/ayni-platform-XXXXXX".utf8CString)
  let made = try #require(mkdtemp(&template))
  let folder = String(cString: made)
  do { try await body(folder) } catch {
    try DurableFolder.remove(folder)
    throw error
  }
  try DurableFolder.remove(folder)
}

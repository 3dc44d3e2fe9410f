// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The command as a user calls it: the binary that was built beside these tests.
struct Ayni {
  /// What a call gave back.
  struct Answer {
    let exit: Int32
    /// Killed by a signal.
    let isKilled: Bool
    let output: String
    let messages: String

    /// The codes in the messages, in order.
    var codes: [String] {
      messages.split(separator: "\n").compactMap { line in
        guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"),
          open < close, !line.hasPrefix(" ")
        else { return nil }
        return String(line[line.index(after: open)..<close])
      }
    }
  }

  static let binary = ".build/debug/ayni"

  /// Calls the command with words, in English, with settings of the environment.
  static func call(_ words: String..., environment: [String: String] = [:]) throws -> Answer {
    try start(words, environment: environment).finish()
  }

  /// A call that has not ended yet.
  final class Running {
    let process: Process
    private let output = Pipe()
    private let messages = Pipe()

    fileprivate init(_ words: [String], _ environment: [String: String]) throws {
      process = Process()
      process.executableURL = URL(fileURLWithPath: Ayni.binary)
      process.arguments = words
      var all = ProcessInfo.processInfo.environment
      all["LC_ALL"] = "C"
      all["SWIFT_BACKTRACE"] = "enable=no"
      for (name, value) in environment { all[name] = value }
      process.environment = all
      process.standardOutput = output
      process.standardError = messages
      try process.run()
    }

    func finish() -> Answer {
      // A call that hangs is a failure, not a wait.
      let watchdog = DispatchWorkItem { [process] in kill(process.processIdentifier, SIGKILL) }
      DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: watchdog)
      defer { watchdog.cancel() }
      let printed = output.fileHandleForReading.readDataToEndOfFile()
      let said = messages.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return Answer(
        exit: process.terminationStatus,
        isKilled: process.terminationReason == .uncaughtSignal,
        output: String(decoding: printed, as: UTF8.self),
        messages: String(decoding: said, as: UTF8.self)
      )
    }
  }

  static func start(_ words: [String], environment: [String: String] = [:]) throws -> Running {
    try Running(words, environment)
  }
}

/// A small project in a folder of its own, gone when the test is.
final class ScratchProject {
  let path: String

  /// Makes a register of three rows, its totals by group, and a release of both.
  init() throws {
    path = NSTemporaryDirectory() + "ayni-test-\(UUID().uuidString)"
    for (file, text) in ScratchProject.files { try write(text, to: file) }
  }

  /// Makes a copy of a project folder.
  init(copying folder: String) throws {
    path = NSTemporaryDirectory() + "ayni-test-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: folder, toPath: path)
    // What somebody made of the example by hand is not part of it; what a test made of its copy is.
    for made in [".ayni", "releases"] where !folder.hasPrefix("/") && has(made) {
      try FileManager.default.removeItem(atPath: path + "/" + made)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to file: String) throws { try write(Data(text.utf8), to: file) }

  func write(_ data: Data, to file: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: url)
  }

  func read(_ file: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
  }

  func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(file)") }

  func replace(_ old: String, with new: String, in file: String) throws {
    try write(try read(file).replacingOccurrences(of: old, with: new), to: file)
  }

  func run(_ environment: [String: String] = [:]) throws -> Ayni.Answer {
    try Ayni.call("run", "--project", path, environment: environment)
  }

  /// The identifier of the last release; `nil` before the first.
  var latest: String? {
    (try? read("releases/latest")).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  private static let files = [
    "ayni.toml": """
    format = 1
    id = "scratch"
    agency = "TEST"
    name = { en = "Scratch", fr = "Brouillon" }
    languages = ["en", "fr"]
    [engine]
    memory = "500MB"
    threads = 2
    [release]
    approval = "none"
    datasets = ["totals", "register"]
    """,
    "structures/CL_GROUP.csv": """
    id,name:en,name:fr
    A,Financial,Financier
    B,In kind,En nature
    _T,Total,Total
    """,
    "structures/REGISTER.toml": """
    id = "REGISTER"
    name = { en = "Register", fr = "Registre" }
    [[dimension]]
    id = "COMPONENT"
    name = "Component"
    [[attribute]]
    id = "GROUP"
    name = "Group"
    codelist = "CL_GROUP"
    mandatory = true
    [[attribute]]
    id = "DAY"
    name = "Day"
    type = "date"
    [[attribute]]
    id = "TITLE"
    name = "Title"
    [[measure]]
    id = "AMOUNT"
    name = "Amount"
    type = "decimal"
    precision = 18
    decimals = 2
    """,
    "structures/TOTALS.toml": """
    id = "TOTALS"
    name = { en = "Totals", fr = "Totaux" }
    [[dimension]]
    id = "GROUP"
    name = "Group"
    codelist = "CL_GROUP"
    [[measure]]
    id = "AMOUNT"
    name = "Amount"
    type = "decimal"
    precision = 38
    decimals = 2
    [[measure]]
    id = "COMPONENTS"
    name = "Components"
    type = "integer"
    """,
    "sources/register.toml": """
    structure = "REGISTER"
    file = "data/register.csv"
    [columns]
    COMPONENT = "id"
    GROUP = "group"
    DAY = "day"
    TITLE = "title"
    AMOUNT = "amount"
    """,
    "steps/totals.toml": """
    kind = "aggregate"
    inputs = ["register"]
    outputs = ["totals"]
    [parameters]
    structure = "TOTALS"
    [parameters.keys]
    GROUP = "GROUP"
    [parameters.measures]
    AMOUNT = "AMOUNT"
    COMPONENTS = "*"
    [parameters.totals]
    GROUP = "_T"
    """,
    "data/register.csv": """
    id,group,amount,day,title
    1,A,10.50,2024-02-29,Roads
    2,A,0.25,2024-03-01,"Wells, pumps"
    3,B,5.25,,Experts

    """,
  ]
}

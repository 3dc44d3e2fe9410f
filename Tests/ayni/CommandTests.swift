// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import ayni

@Suite struct CommandTests {
  @Test func `the version is answered at once`() throws {
    let answer = try Ayni.call("--version")
    #expect(answer.exit == 0)
    #expect(answer.output.hasPrefix("ayni "))
  }

  @Test func `a slip in a verb or an option is understood`() throws {
    let verb = try Ayni.call("publsih")
    #expect(verb.exit == 2)
    #expect(verb.messages.contains("did you mean publish?"))
    let option = try Ayni.call("run", "--projcet", "x")
    #expect(option.codes == ["command.unknown-option"])
    #expect(option.messages.contains("did you mean --project?"))
  }

  @Test func `every verb has help in English and French`() throws {
    let help = try Ayni.call("help").output
    let french = try Ayni.call("--lang", "fr", "help").output
    for verb in [
      "init", "doctor", "import", "check", "plan", "run", "publish", "explain", "diff",
    ] {
      #expect(help.contains("ayni \(verb) "))
      #expect(french.contains("ayni \(verb) "))
      #expect(try Ayni.call("help", verb).exit == 0)
    }
    #expect(french.contains("commence un projet"))
  }

  @Test func `a language that Ayni does not speak is refused, and a tag with a country is none`()
    throws
  {
    let german = try Ayni.call("plan", "--lang", "de")
    #expect(german.exit == 2 && german.codes == ["command.unknown-language"], "\(german.messages)")
    #expect(german.messages.contains("en, fr"))
    #expect(try Ayni.call("help", "--lang", "fr-CA").output.contains("commence un projet"))
  }

  @Test func `no project begins without a name, nor where something stands`() throws {
    let project = try ScratchProject()
    let before = try project.read("ayni.toml")
    for name in ["", "."] {
      let answer = try Ayni.start(["init", name, "--blank"], environment: ["PWD": project.path])
        .finish()
      #expect(answer.exit == 2, "\(answer.messages)")
      #expect(answer.codes == [name.isEmpty ? "command.arguments" : "project.folder-not-empty"])
    }
    #expect(try project.read("ayni.toml") == before)
  }

  @Test func `every code is explained, and a wrong one leads to the nearest`() throws {
    let answer = try Ayni.call("explain", "import.decimal-comma")
    #expect(answer.output.contains("decimal ="))
    let near = try Ayni.call("explain", "import.decimal-coma")
    #expect(near.messages.contains("did you mean import.decimal-comma?"))
  }

  @Test func `problems are told as JSON where that is asked for`() throws {
    let answer = try Ayni.call("check", "--json", "--project", "/nowhere")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.messages.utf8)) as? [String: Any]
    )
    #expect(object["code"] as? String == "project.none-here")
    #expect(answer.exit == 2)
  }

  @Test func `an engine takes half of what is free, and what it needs at the least`() {
    #expect(OpenProject.memory(ofFree: 8_000_000_000) == 4_000_000_000)
    #expect(OpenProject.memory(ofFree: 100_000_000) == 256_000_000)
    #expect(OpenProject.memory(ofFree: nil) == nil)
  }

  @Test func `doctor finds the engine that set-up installed`() throws {
    let answer = try Ayni.call("doctor")
    #expect(answer.output.contains("ok\tengine\tDuckDB v1.5.5"))
    let missing = try Ayni.call(
      "doctor",
      environment: ["AYNI_ENGINE_LIBRARY": "/nowhere/libduckdb.so"]
    )
    #expect(missing.exit == 3)
    #expect(missing.output.contains("MISSING\tengine"))
    #expect(missing.output.contains("unset AYNI_ENGINE_LIBRARY"))
  }
}

// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Platform
import Testing

/// Programs that are called without a shell.
@Suite struct SubprocessTests {
  private func shell() throws -> Subprocess { try #require(Subprocess.find("sh")) }

  @Test func `words reach a program as they are`() async throws {
    let folder = try TemporaryFolder()
    let printf = try #require(Subprocess.find("printf"))
    let outcome = try await printf.run(["%s|", "$HOME", "a b", "; ls", "`id`"], in: folder.path)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "$HOME|a b|; ls|`id`|")
    #expect(outcome.isWell)
  }

  @Test func `the status and what was said come back`() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await shell().run(["-c", "echo out; echo err >&2; exit 7"], in: folder.path)
    #expect(outcome.status == 7)
    #expect(!outcome.isWell)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "out\n")
    #expect(String(decoding: outcome.messages, as: UTF8.self) == "err\n")
    let killed = try await shell().run(["-c", "kill -9 $$"], in: folder.path)
    #expect(killed.status == nil)
  }

  @Test func `a program sees its own folder as home and nothing of the caller's environment`()
    async throws
  {
    let folder = try TemporaryFolder()
    let outcome = try await shell().run(["-c", "env | cut -d= -f1 | sort"], in: folder.path)
    let names = Set(String(decoding: outcome.output, as: UTF8.self).split(separator: "\n"))
    #expect(
      names.isSubset(of: [
        "HOME", "LANG", "LC_ALL", "PATH", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_",
      ])
    )
    let home = try await shell().run(["-c", "printf %s \"$HOME\""], in: folder.path)
    #expect(String(decoding: home.output, as: UTF8.self) == folder.path)
  }

  @Test func `a program that hangs is stopped with what it started`() async throws {
    let folder = try TemporaryFolder()
    let start = ContinuousClock.now
    await #expect(throws: Diagnostic.self) {
      _ = try await shell().run(
        ["-c", "sleep 36000 & echo $! > \(folder.path)/child; wait"],
        in: folder.path,
        limit: .milliseconds(300)
      )
    }
    #expect(ContinuousClock.now - start < .seconds(3600))
    let child = try WholeFile.text("\(folder.path)/child").filter { $0.isNumber }
    // The child has no parent any more; give the system a moment to take leave of it.
    var isThere = true
    for _ in 0..<100 where isThere {
      let state = (try? WholeFile.text("/proc/\(child)/stat")) ?? ""
      isThere = !state.isEmpty && !state.contains(") Z ")
      if isThere { try await Task.sleep(for: .milliseconds(20)) }
    }
    #expect(!isThere)
  }

  @Test func `what a program writes without end is cut off`() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await shell().run(
      ["-c", "head -c 3000000 /dev/zero"],
      in: folder.path
    )
    #expect(outcome.output.count == Subprocess.outputLimit)
  }

  @Test func `a program that is not there, or is none, is told`() async throws {
    #expect(Subprocess.find("no-such-program-of-ours") == nil)
    #expect(Subprocess.find("../bin/sh") == nil)
    let folder = try TemporaryFolder()
    await #expect(throws: Diagnostic.self) {
      _ = try await Subprocess(path: "\(folder.path)/missing").run([], in: folder.path)
    }
  }
}

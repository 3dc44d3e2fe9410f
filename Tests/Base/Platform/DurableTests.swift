// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc
import Testing

@testable import Platform

@Suite struct DurableFileTests {
  @Test func `a file is replaced whole, with the mode asked for`() async throws {
    try await inTemporaryFolder { folder in
      let path = folder + "/a.txt"
      try DurableFile.write("old".utf8, to: path)
      try DurableFile.write("secret".utf8, to: folder + "/key", access: .ownerOnly)
      var file = try DurableFile(replacing: path)
      for _ in 0..<100_000 { try file.write("0123456789") }
      #expect(try WholeFile.text(path) == "old")
      try file.commit()
      let text = try WholeFile.text(path)
      #expect(text.utf8.count == 1_000_000 && text.hasPrefix("0123456789"))
      var status = stat()
      #expect(stat(folder + "/key", &status) == 0 && status.st_mode & 0o777 == 0o600)
      #expect(try DurableFolder.names(in: folder) == ["a.txt", "key"])
    }
  }

  @Test func `a pipe, a folder or what a link to them leads to is never replaced`() async throws {
    try await inTemporaryFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(mkdir(folder + "/folder", 0o700) == 0)
      #expect(symlink("pipe", folder + "/link") == 0)
      for name in ["pipe", "folder", "link"] {
        let path = folder + "/" + name
        let told = #expect(throws: Diagnostic.self) {
          try DurableFile.write("text".utf8, to: path)
        }
        #expect(told?.code == PlatformDefinitions.notRegularFile.code)
      }
      let names = try DurableFolder.names(in: folder)
      #expect(names == ["folder", "link", "pipe"])
    }
  }

  @Test(arguments: [
    PlatformFailpoints.createFile, PlatformFailpoints.writeFile, PlatformFailpoints.syncFile,
    PlatformFailpoints.rename,
  ])
  func `a failure before the new name leaves the old file and no other`(
    point: Failpoint
  ) async throws {
    try await inTemporaryFolder { folder in
      let path = folder + "/a.txt"
      try DurableFile.write("old".utf8, to: path)
      for (fault, code) in [
        (Failpoint.Fault.enospc, "platform.disk-full"), (.erofs, "platform.read-only"),
        (.eacces, "platform.permission"), (.eio, "platform.io"),
      ] {
        let error = #expect(throws: Diagnostic.self) {
          try point.armed(fault) { try DurableFile.write("new".utf8, to: path) }
        }
        #expect(error?.code.rawValue == code)
        #expect(error?.location?.file.contains("a.txt") == true)
        #expect(try WholeFile.text(path) == "old")
        #expect(try DurableFolder.names(in: folder) == ["a.txt"])
      }
    }
  }

  @Test func `a missing folder and a wrong kind have their codes`() async throws {
    try await inTemporaryFolder { folder in
      let missing = #expect(throws: Diagnostic.self) {
        try DurableFile.write("x".utf8, to: folder + "/no/a.txt")
      }
      #expect(missing?.code.rawValue == "platform.not-found")
      let kind = #expect(throws: Diagnostic.self) { try WholeFile.bytes(folder) }
      #expect(kind?.code.rawValue == "platform.not-regular-file")
    }
  }
}

@Suite struct DurableFolderTests {
  /// A release folder with a folder in it, not yet promoted.
  static func stage(_ folder: String) throws {
    try DurableFolder.create(folder + "/staged/inner")
    try DurableFile.write("b".utf8, to: folder + "/staged/inner/b")
    try DurableFile.write("a".utf8, to: folder + "/staged/a")
  }

  @Test func `a folder is promoted once`() async throws {
    try await inTemporaryFolder { folder in
      try Self.stage(folder)
      try DurableFolder.promote(folder + "/staged", to: folder + "/final")
      #expect(try WholeFile.text(folder + "/final/inner/b") == "b")
      try Self.stage(folder)
      let error = #expect(throws: Diagnostic.self) {
        try DurableFolder.promote(folder + "/staged", to: folder + "/final")
      }
      #expect(error?.code.rawValue == "platform.already-exists")
    }
  }

  @Test func `removing a tree does not follow links`() async throws {
    try await inTemporaryFolder { folder in
      try Self.stage(folder)
      try DurableFolder.create(folder + "/kept")
      try DurableFile.write("k".utf8, to: folder + "/kept/k")
      #expect(symlink(folder + "/kept", folder + "/staged/link") == 0)
      try DurableFolder.remove(folder + "/staged")
      try DurableFolder.remove(folder + "/staged")
      #expect(try DurableFolder.names(in: folder) == ["kept"])
      #expect(try WholeFile.text(folder + "/kept/k") == "k")
    }
  }

  @Test(arguments: PlatformFailpoints.all.map(\.name))
  func `a killed process leaves a folder whole or absent`(point: String) async throws {
    try await inTemporaryFolder { folder in
      try DurableFolder.create(folder + "/old")
      try DurableFile.write("old".utf8, to: folder + "/file")
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [folder = folder as String, point = point as String] in
        setenv("AYNI_FAILPOINT", "\(point)=kill", 1)
        try DurableFolderTests.stage(folder)
        try DurableFile.write("new".utf8, to: folder + "/file")
        try DurableFolder.promote(folder + "/staged", to: folder + "/final")
        try DurableFolder.remove(folder + "/old")
      }
      let text = try WholeFile.text(folder + "/file")
      #expect(text == "old" || text == "new")
      if try DurableFolder.names(in: folder).contains("final") {
        #expect(try WholeFile.text(folder + "/final/a") == "a")
        #expect(try WholeFile.text(folder + "/final/inner/b") == "b")
      }
      try DurableFile.removeLeftovers(in: folder)
      #expect(!(try DurableFolder.names(in: folder).contains(where: DurableFile.isLeftover)))
    }
  }

  @Test(arguments: 0..<4)
  func `a process killed at a later rename leaves what was finished`(after: Int) async throws {
    try await inTemporaryFolder { folder in
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [folder = folder as String, after = after as Int] in
        setenv("AYNI_FAILPOINT", "platform.rename=kill:after \(after)", 1)
        try DurableFolderTests.stage(folder)
        try DurableFolder.promote(folder + "/staged", to: folder + "/final")
        try DurableFile.write("last".utf8, to: folder + "/last")
      }
      let names = try DurableFolder.names(in: folder).filter { !$0.hasPrefix(".") }
      #expect(names == (after < 3 ? ["staged"] : ["final"]))
    }
  }

  /// The durable operations of a trace, each with the name that it was done to.
  private static func operations(_ trace: String, writing file: String) throws -> [String] {
    try WholeFile.text(trace).split(separator: "\n").map { line in
      let parts = line.split(separator: "\t").map(String.init)
      let name = parts[1].split(separator: "/").last.map(String.init) ?? ""
      return parts[0] + " " + (name.hasPrefix(".\(file).") ? "temporary" : name)
    }
  }

  @Test func `a staged folder reaches the disk in one go, before it gets its name`() async throws {
    try await inTemporaryFolder { folder in
      await #expect(processExitsWith: .success) { [folder = folder as String] in
        setenv("AYNI_FAILPOINT_TRACE", folder + "/trace", 1)
        let staged = DurableFolder.staging(folder + "/final")
        try DurableFolder.create(staged + "/inner")
        try DurableFile.write("b".utf8, to: staged + "/inner/b")
        try DurableFolder.promote(staged, to: folder + "/final")
      }
      #expect(try WholeFile.text(folder + "/final/inner/b") == "b")
      let lines = try Self.operations(folder + "/trace", writing: "b")
      let root = try #require(folder.split(separator: "/").last)
      #expect(
        lines == [
          "mkdir .final.partial", "mkdir inner", "write temporary", "rename b", "fsync b",
          "fsync-folder inner", "fsync-folder .final.partial", "rename final",
          "fsync-folder \(root)",
        ]
      )
    }
  }

  @Test func `bytes reach the disk before names, and names before the end`() async throws {
    try await inTemporaryFolder { folder in
      await #expect(processExitsWith: .success) { [folder = folder as String] in
        setenv("AYNI_FAILPOINT_TRACE", folder + "/trace", 1)
        try DurableFolder.create(folder + "/staged")
        try DurableFile.write("a".utf8, to: folder + "/staged/a")
        try DurableFolder.promote(folder + "/staged", to: folder + "/final")
      }
      let lines = try Self.operations(folder + "/trace", writing: "a")
      let root = try #require(folder.split(separator: "/").last)
      #expect(
        lines == [
          "mkdir staged", "fsync-folder \(root)", "write temporary", "fsync temporary", "rename a",
          "fsync-folder staged", "fsync a", "fsync-folder staged", "rename final",
          "fsync-folder \(root)",
        ]
      )
    }
  }
}

@Suite struct FolderLockTests {
  @Test func `a second holder is told who has the lock`() async throws {
    try await inTemporaryFolder { folder in
      let lock = try FolderLock(folder)
      await #expect(processExitsWith: .success) {
        [folder = folder as String, holder = getpid() as Int32] in
        let error = #expect(throws: Diagnostic.self) { _ = try FolderLock(folder) }
        #expect(error?.code.rawValue == "platform.locked")
        let sentence = error?.message(in: Catalogue(.english))
        #expect(sentence?.hasSuffix(": process \(holder)") == true)
      }
      _ = consume lock
      _ = try FolderLock(folder)
    }
  }

  @Test func `a holder that has not said its number is told in words`() async throws {
    try await inTemporaryFolder { folder in
      let lock = try FolderLock(folder)
      truncate(folder + "/lock", 0)
      await #expect(processExitsWith: .success) { [folder = folder as String] in
        let error = #expect(throws: Diagnostic.self) { _ = try FolderLock(folder) }
        let english = error?.message(in: Catalogue(.english)) ?? "?"
        let french = error?.message(in: Catalogue(.french)) ?? "?"
        #expect(english.hasSuffix("a process that has not said its number"))
        #expect(french.hasSuffix("un processus qui n'a pas dit son numéro"))
        #expect(!english.contains("?") && !french.contains("?"))
      }
      _ = consume lock
    }
  }

  @Test func `the lock of a killed process is free`() async throws {
    try await inTemporaryFolder { folder in
      await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String] in
        let lock = try FolderLock(folder)
        kill(getpid(), SIGKILL)
        _ = consume lock
      }
      #expect(try !WholeFile.bytes(folder + "/lock").isEmpty)
      _ = try FolderLock(folder)
    }
  }
}

@Suite struct RootedFolderTests {
  @Test(arguments: ["/etc/passwd", "../x", "a/../../x", "out/x", "out", "dangling", "a\0b"])
  func `paths that leave the folder are refused`(path: String) async throws {
    try await inTemporaryFolder { folder in
      try DurableFolder.create(folder + "/project/a")
      #expect(symlink("/etc", folder + "/project/out") == 0)
      #expect(symlink(folder + "/nothing", folder + "/project/dangling") == 0)
      let root = try RootedFolder(folder + "/project")
      let error = #expect(throws: Diagnostic.self) { try root.resolve(path) }
      #expect(error?.code.rawValue == "platform.path-leaves-project")
    }
  }

  @Test func `files are listed in the order of their bytes`() async throws {
    try await inTemporaryFolder { folder in
      let root = try RootedFolder(folder)
      try DurableFolder.create(folder + "/b")
      for name in ["é.toml", "a.toml", "B.toml", "b/z.toml", "b.toml", "a.csv", ".hidden.toml"] {
        try DurableFile.write("".utf8, to: folder + "/" + name)
      }
      #expect(symlink("a.toml", folder + "/c.toml") == 0)
      #expect(
        try root.files(suffix: ".toml")
          == ["B.toml", "a.toml", "b.toml", "b/z.toml", "c.toml", "é.toml"]
      )
      #expect(try root.resolve("c.toml") == root.path + "/a.toml")
      #expect(try root.resolve("new/file") == root.path + "/new/file")
      #expect(try root.files(under: "none").isEmpty)
    }
  }
}

@Suite struct SHA256Tests {
  // FIPS 180-2, appendix B: one block, two blocks, a million letters.
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `digests are those of the standard`(text: String, times: Int, hex: String) async throws {
    var hash = try SHA256()
    for _ in 0..<times { hash.update(Array(text.utf8)) }
    let digest = try hash.finish()
    #expect(digest.description == hex)
    #expect(Digest(hex) == digest)
    try await inTemporaryFolder { folder in
      let whole = Array(String(repeating: text, count: times).utf8)
      try DurableFile.write(whole, to: folder + "/a")
      #expect(try SHA256.digest(ofFile: folder + "/a") == digest)
      let mapped = try MappedFile(folder + "/a")
      var again = try SHA256()
      mapped.withBytes { again.update($0) }
      #expect(try again.finish() == digest)
      #expect(mapped.count == whole.count)
    }
  }

  @Test func `a folder's digest is that of sha256sum over its list`() async throws {
    try await inTemporaryFolder { folder in
      try DurableFolder.create(folder + "/b")
      try DurableFile.write("abc".utf8, to: folder + "/b/c")
      try DurableFile.write("".utf8, to: folder + "/a")
      // (sha256sum a b/c) | sha256sum
      let (digest, files) = try SHA256.digest(of: try RootedFolder(folder))
      #expect(files.map(\.path) == ["a", "b/c"])
      #expect(
        digest.description == "daae4b97dc71ac4a743ec55d0492b0580a8cedb836fc1d29f6136042d54b6cf5"
      )
    }
  }
}

@Suite struct MachineTests {
  @Test func `the machine has cores, memory, room and a program`() async throws {
    #expect(Machine.cores >= 1)
    #expect((Machine.availableMemory ?? 0) > 1_000_000)
    #expect(try Machine.freeSpace(at: "/tmp") > 0)
    #expect(Machine.executableFolder?.hasPrefix("/") == true)
    #expect(ProcessEnvironment.value("AYNI_NOT_SET") == nil)
    // The first process of a machine is somebody else's.
    #expect(Machine.runs(process: Machine.processNumber) && Machine.runs(process: 1))
    for number in [0, -1, 999_999_999, Int.max] { #expect(!Machine.runs(process: number)) }
  }

  @Test func `every code of the room is complete in both languages`() {
    for definition in PlatformDefinitions.all {
      for text in [definition.message, definition.remedy, definition.explanation] {
        #expect(!text.english.isEmpty && !text.french.isEmpty && text.english != text.french)
        #expect(Set(Message.places(in: text.english)) == Set(Message.places(in: text.french)))
      }
    }
    #expect(Set(PlatformDefinitions.all.map(\.code)).count == PlatformDefinitions.all.count)
  }
}

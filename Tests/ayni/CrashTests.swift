// SPDX-License-Identifier: Apache-2.0

import Foundation
import Platform
import Project
import Testing

/// Kill -9 and failing disks at every durable write: the last release is whole, the next run succeeds.
@Suite struct CrashTests {
  static let points = (PlatformFailpoints.all + Release.failpoints).map(\.name)

  /// Publishes once, changes a number, and has the second run end as the fault says.
  private func publishedOnce() throws -> (project: ScratchProject, id: String) {
    let project = try ScratchProject()
    #expect(try project.run().exit == 0)
    let id = try #require(project.latest)
    try project.replace("10.50", with: "11.50", in: "data/register.csv")
    return (project, id)
  }

  private func expectWhole(_ project: ScratchProject) throws {
    let id = try #require(project.latest)
    let manifest = try #require(
      try JSONSerialization.jsonObject(
        with: Data(try project.read("releases/\(id)/release.json").utf8)
      ) as? [String: Any]
    )
    let files = try #require(manifest["files"] as? [String: String])
    for (file, digest) in files {
      let actual = try SHA256.digest(ofFile: "\(project.path)/releases/\(id)/\(file)")
      #expect("\(actual)" == digest, "\(file)")
    }
  }

  @Test(arguments: points)
  func `killed at any durable write, the last release is whole and the next run succeeds`(
    point: String
  ) throws {
    // A point is passed many times in a run; the first, a middle and a late passage are tried.
    for passage in [0, 3, 9] {
      let (project, before) = try publishedOnce()
      let answer = try project.run(["AYNI_FAILPOINT": "\(point)=kill:after \(passage)"])
      if !answer.isKilled { #expect(answer.exit == 0, "\(point) was not passed so often") }
      try expectWhole(project)
      if answer.isKilled { #expect(passage > 0 || project.latest == before) }
      let next = try project.run()
      #expect(next.exit == 0 && !next.isKilled, "\(point) \(passage): \(next.messages)")
      #expect(project.latest != before)
      try expectWhole(project)
      let leftovers = try FileManager.default.contentsOfDirectory(
        atPath: "\(project.path)/releases"
      )
      #expect(!leftovers.contains { $0.hasSuffix(".partial") } || answer.isKilled)
    }
  }

  @Test(arguments: ["enospc", "erofs"])
  func `a full disk and a read-only folder are told, and nothing half-written is published`(
    fault: String
  ) throws {
    for point in Self.points {
      let (project, before) = try publishedOnce()
      let answer = try project.run(["AYNI_FAILPOINT": "\(point)=\(fault)"])
      #expect(answer.exit == 3 || answer.exit == 0, "\(point): \(answer.messages)")
      if answer.exit == 3 {
        #expect(
          answer.codes.contains { $0.hasPrefix("platform.") },
          "\(point): \(answer.messages)"
        )
        #expect(project.latest == before)
      }
      try expectWhole(project)
      #expect(try project.run().exit == 0)
      #expect(project.latest != before)
    }
  }

  @Test func `a release is synced before it is named, and named before it is pointed to`() throws {
    let project = try ScratchProject()
    let trace = "\(project.path)/trace"
    #expect(try project.run(["AYNI_FAILPOINT_TRACE": trace]).exit == 0)
    let lines = try project.read("trace").split(separator: "\n").map(String.init)
    let id = try #require(project.latest)
    let rename = try #require(
      lines.firstIndex { $0.hasPrefix("rename") && $0.hasSuffix("releases/\(id)") }
    )
    let pointer = try #require(
      lines.firstIndex { $0.hasPrefix("rename") && $0.hasSuffix("releases/latest") }
    )
    let syncs = lines[..<rename].filter {
      $0.hasPrefix("fsync") && $0.contains("releases/.\(id).partial")
    }
    #expect(!syncs.isEmpty)
    #expect(rename < pointer)
    #expect(lines[rename..<pointer].contains { $0.hasPrefix("fsync") && $0.hasSuffix("/releases") })
    #expect(lines[pointer...].contains { $0.hasPrefix("fsync") && $0.hasSuffix("/releases") })
  }

  @Test func `a second run at the same time is told who holds the project`() throws {
    let project = try ScratchProject()
    let rows = (0..<400_000).map { "\($0),A,1.00,," }
    try project.write(
      "id,group,amount,day,title\n" + rows.joined(separator: "\n"),
      to: "data/register.csv"
    )
    let first = try Ayni.start(["run", "--project", project.path])
    var second = try project.run()
    for _ in 0..<50 where second.exit == 0 && first.process.isRunning { second = try project.run() }
    #expect(second.exit == 0 || second.codes == ["platform.locked"])
    #expect(first.finish().exit == 0 || second.exit == 0)
  }
}

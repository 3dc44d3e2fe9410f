// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// What is known of persons stays in the office (rule V16).
@Suite struct PersonalDataTests {
  /// A register whose titles are the names of persons.
  private func project() throws -> ScratchProject {
    let project = try ScratchProject()
    try project.replace(
      "id = \"TITLE\"",
      with: "id = \"TITLE\"\npersonal = true",
      in: "structures/REGISTER.toml"
    )
    try project.write(
      "title = \"Totals\"\nmeasure = \"AMOUNT\"\nrows = [\"GROUP\"]\nlineage = \"records\"\n",
      to: "views/totals.toml"
    )
    return project
  }

  @Test func `a dataset with a personal component is not published`() throws {
    let project = try project()
    let answer = try project.run()
    #expect(answer.exit == 1)
    #expect(answer.codes.contains("project.personal-data"))
    #expect(answer.messages.contains("TITLE of register"))
    #expect(!project.has("releases"))
  }

  @Test func `pages of lineage show the record and not the person`() throws {
    let project = try project()
    try project.replace("[\"totals\", \"register\"]", with: "[\"totals\"]", in: "ayni.toml")
    #expect(try project.run().exit == 0)
    let release = try #require(project.latest)
    let folder = "\(project.path)/releases/\(release)"
    let files = FileManager.default.enumerator(atPath: folder)
    var pages = 0
    while let file = files?.nextObject() as? String {
      let bytes = FileManager.default.contents(atPath: "\(folder)/\(file)")
      let text = String(decoding: bytes ?? Data(), as: UTF8.self)
      if text.contains("data/register.csv:2") { pages += 1 }
      #expect(!text.contains("Roads"), "\(file)")
    }
    #expect(pages > 0)
  }
}

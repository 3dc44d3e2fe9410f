// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

extension Verb {
  /// `ayni init`: begins a project, with the example of South-South cooperation to look at.
  static let initialise = Verb(
    "init",
    usage: "ayni init FOLDER [--blank]",
    (
      en: "begins a project: with the cooperation example, or blank",
      fr: "commence un projet : avec l'exemple de coopération, ou vide"
    ),
    options: ["--blank": false]
  ) { invocation in
    try invocation.expectWords(1...1)
    let folder = invocation.words[0]
    guard !folder.isEmpty else { throw invocation.otherArguments }
    try DurableFolder.create(absolute(folder))
    guard try DurableFolder.names(in: absolute(folder)).isEmpty else {
      throw ProjectDefinitions.folderNotEmpty.at(nil, ["folder": .text(folder)])
    }
    let example = invocation.has("--blank") ? nil : Installation.example
    if let example {
      try copy(example, to: absolute(folder))
    } else {
      try DurableFile.write(
        Array(blank(id: name(of: folder)).utf8),
        to: "\(absolute(folder))/ayni.toml"
      )
    }
    invocation.console.note(example == nil ? begunBlank : begun, ["folder": .text(folder)])
    invocation.console.result(folder)
    return .ok
  }

  /// A path from the root of the file system.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(ProcessEnvironment.value("PWD") ?? ".")/\(path)"
  }

  private static func copy(_ example: String, to folder: String) throws {
    for file in try RootedFolder(example).files() where !isMade(file) {
      let parent = file.split(separator: "/").dropLast().joined(separator: "/")
      try DurableFolder.create("\(folder)/\(parent)")
      try DurableFile.write(try WholeFile.bytes("\(example)/\(file)"), to: "\(folder)/\(file)")
    }
  }

  /// Whether a run, a report or a round made the file: a new project makes its own.
  private static func isMade(_ file: String) -> Bool {
    let parts = file.split(separator: "/")
    return parts.first == "releases"
      || ["reports", "rounds"].contains(parts.first) && parts.count > 2
  }

  private static func name(of folder: String) -> String {
    folder.split(separator: "/").last.map(String.init) ?? "project"
  }

  private static func blank(id: String) -> String {
    """
    # A project of Ayni. The guide to this folder: Documentation/guides/project-folder.md
    format = \(ProjectSettings.currentFormat)
    id = "\(id)"
    agency = "MY_OFFICE"
    name = { en = "\(id)", fr = "\(id)" }
    languages = ["en", "fr"]

    [release]
    approval = "manual"   # "none": a run publishes by itself
    datasets = []

    """
  }

  private static let begunBlank = Message(
    "init.begun-blank",
    en: "a project begins in {folder}; next: cd {folder} && ayni import FILE",
    fr: "un projet commence dans {folder} ; ensuite : cd {folder} && ayni import FICHIER"
  )
  private static let begun = Message(
    "init.begun",
    en: "a project begins in {folder}; next: cd {folder} && ayni run",
    fr: "un projet commence dans {folder} ; ensuite : cd {folder} && ayni run"
  )
}

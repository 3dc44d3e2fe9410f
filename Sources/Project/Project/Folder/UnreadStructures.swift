// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform

extension ProjectFolder {
  /// The endings of files that `structures/` may hold: what is read, and notes of the office's own.
  private static let endings = [".csv", ".toml", ".md", ".txt"]

  /// Tells files under `structures/` that nothing reads, such as messages of SDMX.
  ///
  /// An office that puts an agency's structures there would else believe that they are in use.
  ///
  /// - Parameter read: the files that steps read, from the project's folder.
  /// - Returns: a warning for each file, in the order of their names.
  /// - Throws: what listing the folder gives.
  public func unreadStructures(besides read: Set<String>) throws(Diagnostic) -> [Diagnostic] {
    try root.files(under: "structures").filter { file in
      !read.contains(file) && !ProjectFolder.endings.contains { file.hasSuffix($0) }
    }.map { ProjectDefinitions.unreadStructure.at(Location($0), ["file": .text($0)]) }
  }
}

extension ProjectDefinitions {
  /// A file under `structures/` that nothing reads.
  public static let unreadStructure = DiagnosticDefinition(
    "project.unread-structure",
    severity: .warning,
    message: (
      en: "{file} is not read: structures of a project are CSV and TOML files",
      fr: "{file} n'est pas lu : les structures d'un projet sont des fichiers CSV et TOML"
    ),
    remedy: (
      en: """
      write its codelists as structures/NAME.csv and its structures as structures/NAME.toml, and keep the \
      message in another folder
      """,
      fr: """
      écrivez ses listes de codes dans structures/NOM.csv et ses structures dans structures/NOM.toml, et \
      gardez le message dans un autre dossier
      """
    ),
    explanation: (
      en: """
      A file NAME.csv under structures is a codelist, a file NAME.toml a data structure. Messages of SDMX are for \
      ayni check --structure, ayni sdmx derive, ayni sdmx map and ayni convert, which take them from anywhere. \
      Endings are in small letters.
      """,
      fr: """
      Un fichier NOM.csv sous structures est une liste de codes, un fichier NOM.toml une structure de données. Les \
      messages SDMX sont pour ayni check --structure, ayni sdmx derive, ayni sdmx map et ayni convert, qui les \
      prennent partout. Les terminaisons sont en minuscules.
      """
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
public import Platform

/// Reads the folder `structures` of a project.
///
/// A file `NAME.csv` is the codelist NAME; `codelists.toml` may give codelists names and versions; any
/// other `.toml` is a data structure. SDMX files are read by the rooms that know the formats.
public enum StructureFolder {
  /// Reads all structures; everything wrong is told at once.
  ///
  /// - Parameters:
  ///   - root: the project's folder.
  ///   - agency: the agency that maintains what names no other.
  /// - Returns: the catalogue.
  /// - Throws: ``DiagnosticFailure`` with what is wrong in any file.
  public static func read(_ root: RootedFolder, agency: String) throws -> StructureCatalogue {
    let collector = DiagnosticCollector()
    var catalogue = StructureCatalogue()
    let headings = try CodelistHeadings(root, collector)
    for file in try root.files(under: "structures", suffix: ".csv") {
      gather(collector) {
        let bytes = try WholeFile.bytes(try root.resolve(file))
        _ = try WholeFile.text(of: bytes, named: file)
        let reader = CodelistReader(file: file, agency: agency, headings: headings)
        catalogue.add(try reader.read(bytes))
      }
    }
    for file in try root.files(under: "structures", suffix: ".toml")
    where !file.hasSuffix(CodelistHeadings.file) {
      gather(collector) {
        let text = try WholeFile.text(try root.resolve(file), named: file)
        let reader = DataStructureReader(file: file, agency: agency, catalogue: catalogue)
        catalogue.add(try reader.read(text))
      }
    }
    try collector.throwIfErrors()
    return catalogue
  }

  private static func gather(_ collector: DiagnosticCollector, _ work: () throws -> Void) {
    do { try work() } catch {
      collector.report(contentsOf: DiagnosticFailure(wrapping: error).diagnostics)
    }
  }
}

/// Names and versions of codelists, from `structures/codelists.toml`.
struct CodelistHeadings {
  static let file = "structures/codelists.toml"

  struct Heading {
    let name: InternationalString?
    let version: Version?
    let agency: String?
  }

  private let headings: [String: Heading]

  /// No headings: a list is called by its file.
  init() { headings = [:] }

  init(_ root: RootedFolder, _ collector: DiagnosticCollector) throws {
    guard try root.files(under: "structures", suffix: ".toml").contains(CodelistHeadings.file)
    else {
      headings = [:]
      return
    }
    let document = try TOMLDocument(
      path: try root.resolve(CodelistHeadings.file),
      named: CodelistHeadings.file
    )
    headings = document.read(collector) { table in
      var found: [String: Heading] = [:]
      for id in table.keys {
        found[id] = table.table(id) { heading in
          Heading(
            name: heading.optionalInternationalString("name", collector),
            version: CodelistHeadings.version(heading, collector),
            agency: heading.optionalString("agency")
          )
        }
      }
      return found
    }
  }

  subscript(_ id: String) -> Heading? { headings[id] }

  private static func version(
    _ heading: TOMLTableReader,
    _ collector: DiagnosticCollector
  ) -> Version? {
    guard let text = heading.optionalString("version") else { return nil }
    if let version = Version(text) { return version }
    collector.report(
      StructuresDefinitions.badValue.at(
        heading.location(of: "version"),
        ["key": "version", "value": .text(text), "valid": "1.0.0"]
      )
    )
    return nil
  }
}

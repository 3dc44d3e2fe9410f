// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// Which parts a workbook has, found by their relations and not by their usual names.
///
/// - Source: ISO/IEC 29500-2, 9.3 (relationships); ISO/IEC 29500-1, 18.2 (workbook).
struct WorkbookPackage {
  private(set) var sheets: [WorkbookReader.SheetEntry] = []
  private(set) var countsFrom1904 = false
  /// The part that lists the sheets.
  let workbook: String
  let texts: String?
  let styles: String?

  init(_ archive: ZipArchive) throws(Diagnostic) {
    let name = archive.name
    let start = try WorkbookPackage.relations("_rels/.rels", from: "", archive)
    guard let workbook = start.first(where: { $0.type == "officeDocument" })?.target,
      let bytes = try archive.open(workbook)?.all()
    else { throw InterchangeDefinitions.notAWorkbook.at(Location(name), ["file": .text(name)]) }
    self.workbook = workbook
    let folder = workbook.split(separator: "/").dropLast().joined(separator: "/")
    let file = workbook.split(separator: "/").last.map(String.init) ?? workbook
    let relations = try WorkbookPackage.relations(
      (folder.isEmpty ? "" : folder + "/") + "_rels/\(file).rels",
      from: folder,
      archive
    )
    texts = relations.first { $0.type == "sharedStrings" }?.target
    styles = relations.first { $0.type == "styles" }?.target
    let reader = try XMLReader(bytes: bytes, named: name)
    while let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      switch element.name.local {
      case "workbookPr":
        countsFrom1904 = ["1", "true"].contains(element["date1904"] ?? "")
      case "sheet":
        let id = element.attributes.first { $0.name.local == "id" && $0.name.namespace != nil }
        let relation = relations.first { $0.id == id?.value }
        // A sheet of another kind, such as a chart, has no cells.
        guard let relation, relation.type == "worksheet" else { continue }
        sheets.append(
          WorkbookReader.SheetEntry(
            name: element["name"] ?? "",
            isHidden: ["hidden", "veryHidden"].contains(element["state"] ?? ""),
            path: relation.target
          )
        )
      default: break
      }
    }
    if sheets.isEmpty {
      throw InterchangeDefinitions.notAWorkbook.at(Location(name), ["file": .text(name)])
    }
  }

  private struct Relation {
    let id: String
    /// The last word of the address that says what it is; the addresses of two editions differ.
    let type: String
    let target: String
  }

  private static func relations(
    _ path: String,
    from folder: String,
    _ archive: ZipArchive
  ) throws(Diagnostic) -> [Relation] {
    guard let bytes = try archive.open(archive.stored(path))?.all() else { return [] }
    let reader = try XMLReader(bytes: bytes, named: archive.name)
    var relations: [Relation] = []
    while let event = try reader.next() {
      guard case .start(let element) = event, element.name.local == "Relationship",
        let target = element["Target"], element["TargetMode"] != "External"
      else { continue }
      relations.append(
        Relation(
          id: element["Id"] ?? "",
          type: (element["Type"] ?? "").split(separator: "/").last.map(String.init) ?? "",
          target: archive.stored(resolved(target, from: folder))
        )
      )
    }
    return relations
  }

  /// A target as a path from the root of the archive.
  private static func resolved(_ target: String, from folder: String) -> String {
    let isAbsolute = target.hasPrefix("/")
    var names = isAbsolute ? [] : folder.split(separator: "/").map(String.init)
    for name in target.split(separator: "/").map(String.init) {
      switch name {
      case ".": continue
      case "..": _ = names.popLast()
      default: names.append(name)
      }
    }
    return names.joined(separator: "/")
  }
}

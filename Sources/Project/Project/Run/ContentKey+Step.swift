// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Structures

extension ContentKey {
  /// What the result of a step depends on: its kind, its file, its structures, its data, its inputs.
  init(
    _ node: StepGraph.Node,
    _ project: ProjectFolder,
    inputs keys: [String: ContentKey],
    _ digests: FileDigests
  ) throws {
    var parts = [
      Part(name: "kind \(node.kind.name)", value: "\(node.kind.version)"),
      Part(name: "outputs", value: node.definition.outputs.joined(separator: ",")),
      Part(name: "format", value: "\(ContentKey.format)"),
    ]
    for file in [node.definition.location.file] + node.prepared.files {
      let digest = try digests.digest(of: file)
      parts.append(Part(name: "file \(file)", value: "\(digest)"))
    }
    for output in node.prepared.outputs {
      let digest = try SHA256.digest(of: Array(ContentKey.text(of: output.structure).utf8))
      let lists = output.structure.codelists.compactMap { project.catalogue.codelists[$0] }
      let codes = lists.map { "\($0.reference)=\($0.ids.joined(separator: ","))" }
      parts.append(Part(name: "structure \(output.structure.reference)", value: "\(digest)"))
      for (list, text) in zip(lists, codes) {
        let digest = try SHA256.digest(of: Array(text.utf8))
        parts.append(Part(name: "codelist \(list.reference)", value: "\(digest)"))
      }
    }
    for input in node.definition.inputs {
      parts.append(Part(name: "dataset \(input)", value: keys[input].map { "\($0.digest)" } ?? ""))
    }
    try self.init(parts)
  }

  /// What of a structure changes results: names of components may be reworded freely.
  private static func text(of structure: DataStructureDefinition) -> String {
    structure.components.map { "\($0.id) \($0.role) \($0.representation)\n" }.joined()
  }

  /// Raised when the layout of stored results changes.
  private static let format = 1
}

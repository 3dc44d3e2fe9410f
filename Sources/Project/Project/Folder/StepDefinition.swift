// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Platform

/// What one file of `steps/` or `sources/` says: a kind, inputs, outputs and parameters.
///
/// A source is a step of the kind `import` without inputs, so the graph knows steps only.
public struct StepDefinition: Sendable {
  /// The name: the file's, without its ending.
  public let name: String
  /// The kind, such as `import` or `cooperation.value`.
  public let kind: String
  /// The datasets it takes.
  public let inputs: [String]
  /// The datasets it makes.
  public let outputs: [String]
  /// The table of parameters; for a source the whole file.
  public let parameters: TOMLValue
  /// The file.
  public let location: Location
  /// Where the inputs are named.
  public let inputsLocation: Location
  /// Where the kind is named.
  public let kindLocation: Location

  /// Reads a file of `steps/`.
  ///
  /// - Parameters:
  ///   - text: the content.
  ///   - file: its path from the project folder.
  ///   - collector: takes what is wrong with single settings.
  /// - Returns: the step.
  /// - Throws: `platform.toml-syntax`.
  static func step(
    _ text: String,
    file: String,
    _ collector: DiagnosticCollector
  ) throws -> StepDefinition {
    let document = try TOMLDocument(text, file: file)
    return document.read(collector) { table in
      let empty = TOMLValue(content: .table([]), location: Location(file))
      return StepDefinition(
        name: fileName(file),
        kind: table.string("kind"),
        inputs: table.strings("inputs"),
        outputs: table.strings("outputs"),
        parameters: table.value("parameters") ?? empty,
        location: Location(file),
        inputsLocation: table.location(of: "inputs"),
        kindLocation: table.location(of: "kind")
      )
    }
  }

  /// Reads a file of `sources/`; what it means is up to the kind `import`.
  ///
  /// - Parameters:
  ///   - text: the content.
  ///   - file: its path from the project folder.
  /// - Returns: a step of the kind `import` that makes the dataset named like the file.
  /// - Throws: `platform.toml-syntax`.
  static func source(_ text: String, file: String) throws -> StepDefinition {
    let document = try TOMLDocument(text, file: file)
    let name = fileName(file)
    return StepDefinition(
      name: name,
      kind: "import",
      inputs: [],
      outputs: [name],
      parameters: document.root,
      location: Location(file),
      inputsLocation: Location(file),
      kindLocation: Location(file)
    )
  }

  /// `steps/value.toml` -> `value`.
  public static func fileName(_ path: String) -> String {
    let last = path.split(separator: "/").last ?? ""
    return String(last.prefix(upTo: last.lastIndex(of: ".") ?? last.endIndex))
  }
}

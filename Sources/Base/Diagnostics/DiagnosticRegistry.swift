// SPDX-License-Identifier: Apache-2.0

/// All codes that this Ayni can report.
public struct DiagnosticRegistry: Sendable {
  /// The definitions in the order of their codes.
  public let definitions: [DiagnosticDefinition]
  private let byCode: [DiagnosticCode: DiagnosticDefinition]

  /// Collects the definitions of the rooms; a code stands once.
  public init(_ rooms: [[DiagnosticDefinition]]) {
    byCode = Dictionary(
      rooms.joined().map { ($0.code, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    definitions = byCode.values.sorted { $0.code < $1.code }
  }

  /// The definition of a code, or `nil` where there is none.
  public func definition(of code: DiagnosticCode) -> DiagnosticDefinition? { byCode[code] }

  /// The code nearest to a wrongly written one.
  public func nearest(to code: String) -> String? {
    NearestName.of(code, among: definitions.map(\.code.rawValue))
  }

  /// What `ayni explain CODE` answers: message, explanation and remedy, with the places left open.
  public func explanation(of definition: DiagnosticDefinition, in catalogue: Catalogue) -> String {
    """
    \(definition.code)  (\(catalogue.text(Texts.exit)) \(definition.exit.rawValue))

    \(catalogue.text(definition.message))

    \(catalogue.text(definition.explanation))

    \(catalogue.text(Texts.remedy)) \(catalogue.text(definition.remedy))
    """
  }

  /// The page of all codes, in Markdown, a section a family.
  public func page(in catalogue: Catalogue) -> String {
    var text = "# \(catalogue.text(Texts.title))\n\n\(catalogue.text(Texts.introduction))\n"
    var family: String?
    for definition in definitions {
      if definition.code.family != family {
        family = definition.code.family
        text += "\n## \(definition.code.family)\n"
      }
      text += """

        ### `\(definition.code)`

        \(catalogue.text(definition.message)) (\(definition.severity.rawValue), \
        \(catalogue.text(Texts.exit)) \(definition.exit.rawValue))

        \(catalogue.text(definition.explanation))

        \(catalogue.text(Texts.remedy)) \(catalogue.text(definition.remedy)).

        """
    }
    return text
  }
}

private enum Texts {
  static let title = Message("registry.title", en: "Codes", fr: "Codes")
  static let introduction = Message(
    "registry.introduction",
    en: "Every problem that Ayni can report. This page is made from the code by `make pages`.",
    fr: "Tous les problèmes qu'Ayni peut signaler. Cette page est tirée du code par `make pages`."
  )
  static let exit = Message("registry.exit", en: "exit", fr: "code de sortie")
  static let remedy = Message("registry.remedy", en: "Remedy:", fr: "Remède :")
}

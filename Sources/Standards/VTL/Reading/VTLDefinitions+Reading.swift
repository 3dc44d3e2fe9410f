// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Problems of files of structures.
extension VTLDefinitions {
  static let reading: [DiagnosticDefinition] = [
    structureFile
  ]

  static let structureFile = DiagnosticDefinition(
    "vtl.structure-file",
    exit: .usage,
    message: (
      en: "the structures cannot be read: {reason}",
      fr: "les structures ne peuvent être lues : {reason}"
    ),
    remedy: (
      en: "give components with name, role and data_type, or datasets with DataStructure",
      fr: "donnez components avec name, role et data_type, ou datasets avec DataStructure"
    ),
    explanation: (
      en: """
      Structures come as JSON in the form of the manual's examples or in that of other \
      engines; roles are Identifier, Measure, Attribute and ViralAttribute, types those of the \
      language.
      """,
      fr: """
      Les structures viennent en JSON sous la forme des exemples du manuel ou d'autres moteurs \
      ; les rôles sont Identifier, Measure, Attribute et ViralAttribute, les types ceux du \
      langage.
      """
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension PlatformDefinitions {
  static let json: [DiagnosticDefinition] = [jsonMalformed, jsonTooDeep]

  /// The document is no JSON or ends too early.
  public static let jsonMalformed = DiagnosticDefinition(
    "platform.json-malformed",
    message: (en: "{path} is not well-formed JSON", fr: "{path} n'est pas du JSON bien formé"),
    remedy: (
      en: "fetch or export the file again; it may be cut off",
      fr: "téléchargez ou exportez à nouveau le fichier ; il est peut-être tronqué"
    ),
    explanation: (
      en: "A bracket or a quote is missing, a word is unknown, or bytes are not UTF-8.",
      fr: "Un crochet ou un guillemet manque, un mot est inconnu, ou des octets sont hors UTF-8."
    )
  )

  /// Values are nested too deeply.
  public static let jsonTooDeep = DiagnosticDefinition(
    "platform.json-too-deep",
    message: (
      en: "{path} nests values more than {limit} deep",
      fr: "{path} imbrique des valeurs sur plus de {limit} niveaux"
    ),
    remedy: (
      en: "check that the file is what it says it is",
      fr: "vérifiez que le fichier est bien ce qu'il prétend être"
    ),
    explanation: (
      en: "No statistical format nests so deeply; such a file is broken or meant to do harm.",
      fr: "Aucun format statistique n'imbrique autant ; le fichier est abîmé ou malveillant."
    )
  )
}

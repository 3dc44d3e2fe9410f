// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension PlatformDefinitions {
  static let xml: [DiagnosticDefinition] = [
    xmlMalformed, xmlEntity, xmlTooDeep, xmlTooLarge, xmlCharacter, xmlName,
  ]

  /// The document is not well-formed or ends too early.
  public static let xmlMalformed = DiagnosticDefinition(
    "platform.xml-malformed",
    message: (en: "{path} is not well-formed XML", fr: "{path} n'est pas du XML bien formé"),
    remedy: (
      en: "fetch or export the file again; it may be cut off",
      fr: "téléchargez ou exportez à nouveau le fichier ; il est peut-être tronqué"
    ),
    explanation: (
      en: "An element is not closed, a character is not allowed, or the file ends too early.",
      fr: "Un élément n'est pas fermé, un caractère est interdit, ou le fichier finit trop tôt."
    )
  )

  /// The document declares entities or names a document type elsewhere.
  public static let xmlEntity = DiagnosticDefinition(
    "platform.xml-entity",
    message: (
      en: "{path} declares entities, default values of attributes or an external document type",
      fr:
        "{path} déclare des entités, des valeurs par défaut d'attributs ou un type de document externe"
    ),
    remedy: (
      en: "remove the DOCTYPE, after asking who sent the file why it is there",
      fr: "retirez le DOCTYPE, après avoir demandé à l'expéditeur la raison de sa présence"
    ),
    explanation: (
      en: """
      Entities can read files of this machine; they and default values can grow to fill its memory. No statistical format \
      needs them, so they are never expanded and nothing is fetched.
      """,
      fr: """
      Les entités peuvent lire des fichiers de cette machine ; comme les valeurs par défaut, elles \
      peuvent remplir sa mémoire. Aucun format \
      statistique n'en a besoin : elles ne sont jamais développées et rien n'est téléchargé.
      """
    )
  )

  /// The elements are nested too deeply.
  public static let xmlTooDeep = DiagnosticDefinition(
    "platform.xml-too-deep",
    message: (
      en: "{path} nests elements more than {limit} deep",
      fr: "{path} imbrique des éléments sur plus de {limit} niveaux"
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

  /// The document, or one text in it, is too large.
  public static let xmlTooLarge = DiagnosticDefinition(
    "platform.xml-too-large",
    message: (
      en: "{path} or a text in it has more than {limit} bytes",
      fr: "{path} ou un texte qu'il contient dépasse {limit} octets"
    ),
    remedy: (
      en: "split the file, or check that it is what it says it is",
      fr: "découpez le fichier, ou vérifiez qu'il est bien ce qu'il prétend être"
    ),
    explanation: (
      en: "The size of documents and of single texts is limited so that memory is not exhausted.",
      fr: "La taille des documents et des textes est limitée pour ne pas épuiser la mémoire."
    )
  )

  /// A text holds a character that XML cannot hold.
  public static let xmlCharacter = DiagnosticDefinition(
    "platform.xml-character",
    message: (
      en: "a text for the element {element} holds the character {character}, which XML cannot hold",
      fr: "un texte de l'élément {element} contient le caractère {character}, exclu de XML"
    ),
    remedy: (
      en: "remove the control character at its source",
      fr: "retirez ce caractère de contrôle à la source"
    ),
    explanation: (
      en: "XML 1.0 leaves out most control characters; there is no way to write them.",
      fr: "XML 1.0 exclut la plupart des caractères de contrôle ; rien ne permet de les écrire."
    )
  )

  /// A name is none of XML, or its prefix is not declared.
  public static let xmlName = DiagnosticDefinition(
    "platform.xml-name",
    message: (
      en: "\"{name}\" is no XML name, or its prefix is not declared",
      fr: "« {name} » n'est pas un nom XML, ou son préfixe n'est pas déclaré"
    ),
    remedy: (
      en: "use letters, digits, `-`, `_` and `.`, and begin with a letter",
      fr: "utilisez lettres, chiffres, `-`, `_` et `.`, en commençant par une lettre"
    ),
    explanation: (
      en: "Elements and attributes take their names from the structure; this one does not fit.",
      fr: "Les éléments et attributs tiennent leur nom de la structure ; celui-ci ne convient pas."
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong with IATI files.
public enum IATIDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] = [
    notIATI, version, tooLarge, repeatedIdentifier, otherReporter, unknownElement,
    missingElement, repeatedElement, wrongOrder, strayText, badText, unknownAttribute,
    missingAttribute, badAttribute, brokenRule, brokenAdvice,
  ]

  /// The file holds neither activities nor organisations.
  public static let notIATI: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.not-iati",
    message: (
      en: "{file} is no IATI file",
      fr: "{file} n'est pas un fichier IATI"
    ),
    remedy: (
      en: "give a file whose outermost element is iati-activities or iati-organisations",
      fr: "donnez un fichier dont l'élément extérieur est iati-activities ou iati-organisations"
    ),
    explanation: (
      en: "IATI files hold activities or organisations.",
      fr: "Les fichiers IATI contiennent des activités ou des organisations."
    )
  )

  /// The file is of another version of the standard.
  public static let version: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.iati-version",
    message: (
      en: "{file} says that it follows version {version} of the standard, not 2.03",
      fr: "{file} dit suivre la version {version} du standard, non la 2.03"
    ),
    remedy: (
      en: "ask for a file of version 2.03, or have it converted",
      fr: "demandez un fichier en version 2.03, ou faites-le convertir"
    ),
    explanation: (
      en: """
      Elements and codes differ between versions. Versions before 2.01 write texts and dates \
      in another way altogether, so that a file of another version would be misread.
      """,
      fr: """
      Éléments et codes diffèrent selon les versions. Avant la 2.01, textes et dates \
      s'écrivent tout autrement : un fichier d'une autre version serait mal lu.
      """
    )
  )

  /// One record, or one text, is too large.
  public static let tooLarge: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.iati-too-large",
    message: (
      en: "a record or a text of {file} passes the limit of {limit} elements or bytes",
      fr: "un enregistrement ou un texte de {file} dépasse la limite de {limit} éléments ou octets"
    ),
    remedy: (
      en: "check that the file is what it says it is",
      fr: "vérifiez que le fichier est bien ce qu'il prétend être"
    ),
    explanation: (
      en: "One record is held in memory at a time, whatever the size of the file.",
      fr: "Un enregistrement à la fois est tenu en mémoire, quelle que soit la taille du fichier."
    )
  )

  /// Two activities have one identifier.
  public static let repeatedIdentifier: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.iati-repeated-identifier",
    message: (
      en: "an identifier of an activity stands more than once in {file}",
      fr: "un identifiant d'activité figure plus d'une fois dans {file}"
    ),
    remedy: (
      en: "give each activity its own identifier, or remove the copy",
      fr: "donnez à chaque activité son identifiant, ou retirez la copie"
    ),
    explanation: (
      en: "Whoever reads the file would take the two for one, or count one twice.",
      fr: "Qui lit le fichier prendrait les deux pour une, ou en compterait une deux fois."
    )
  )

  /// An activity is reported by another organisation.
  public static let otherReporter: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.iati-other-reporter",
    severity: .warning,
    message: (
      en: "an activity is reported by another organisation than {reporter}; it was left out",
      fr: """
      une activité est déclarée par une autre organisation que {reporter} ; elle a été laissée \
      de côté
      """
    ),
    remedy: (
      en: """
      take what others report into a dataset of its own, or name the organisation in the \
      source
      """,
      fr: """
      importez ce que d'autres déclarent dans un jeu à part, ou nommez l'organisation dans la \
      source
      """
    ),
    explanation: (
      en: """
      An activity that several organisations report would be counted several times in one \
      dataset.
      """,
      fr: """
      Une activité que plusieurs organisations déclarent serait comptée plusieurs fois dans un \
      même jeu.
      """
    )
  )

  /// An element stands where it does not belong.
  public static let unknownElement: DiagnosticDefinition = schemaRule(
    "interchange.iati-element",
    message: (
      en: "{element} has no element {child}",
      fr: "{element} n'a pas d'élément {child}"
    )
  )

  /// An element is missing.
  public static let missingElement: DiagnosticDefinition = schemaRule(
    "interchange.iati-missing-element",
    message: (
      en: "{element} lacks the element {child}",
      fr: "il manque à {element} l'élément {child}"
    )
  )

  /// An element stands too often.
  public static let repeatedElement: DiagnosticDefinition = schemaRule(
    "interchange.iati-repeated-element",
    message: (
      en: "{element} has more than one {child}",
      fr: "{element} a plus d'un {child}"
    )
  )

  /// An element stands in the wrong place.
  public static let wrongOrder: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.iati-order",
    message: (
      en: "in {element}, {child} stands after what belongs behind it",
      fr: "dans {element}, {child} figure après ce qui vient après lui"
    ),
    remedy: (
      en: "correct it where the file is made, and export it again",
      fr: "corrigez-le là où le fichier est fait, et exportez à nouveau"
    ),
    explanation: (
      en: """
      The elements of a record stand in a fixed order; what a publisher adds in its own \
      namespace comes last.
      """,
      fr: """
      Les éléments d'un enregistrement suivent un ordre fixe ; ce qu'un éditeur ajoute dans \
      son espace de noms vient en dernier.
      """
    )
  )

  /// Text stands between elements.
  public static let strayText: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.iati-text",
    message: (
      en: "{element} has text between its elements",
      fr: "{element} a du texte entre ses éléments"
    ),
    remedy: (
      en: "put the text into a narrative, or remove it",
      fr: "mettez le texte dans un élément narrative, ou retirez-le"
    ),
    explanation: (
      en: """
      The standard's schema says what is in each element, in which order and how often. \
      Programs that read IATI refuse a file that breaks it.
      """,
      fr: """
      Le schéma du standard dit ce que contient chaque élément, dans quel ordre et combien de \
      fois. Les programmes qui lisent IATI refusent un fichier qui l'enfreint.
      """
    )
  )

  /// The text of an element is of the wrong type.
  public static let badText: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.iati-value",
    message: (
      en: "the text of {element} is no {type}",
      fr: "le texte de {element} n'est pas un {type}"
    ),
    remedy: (
      en: "correct it where the file is made, and export it again",
      fr: "corrigez-le là où le fichier est fait, et exportez à nouveau"
    ),
    explanation: (
      en: """
      Amounts are decimal numbers with a point and without marks between thousands; days are \
      written 2025-03-31.
      """,
      fr: """
      Les montants sont des nombres décimaux avec un point et sans marque de milliers ; les \
      jours s'écrivent 2025-03-31.
      """
    )
  )

  /// An attribute does not belong to its element.
  public static let unknownAttribute: DiagnosticDefinition = schemaRule(
    "interchange.iati-attribute",
    message: (
      en: "{element} has no attribute {attribute}",
      fr: "{element} n'a pas d'attribut {attribute}"
    )
  )

  /// An attribute is missing.
  public static let missingAttribute: DiagnosticDefinition = schemaRule(
    "interchange.iati-missing-attribute",
    message: (
      en: "{element} lacks the attribute {attribute}",
      fr: "il manque à {element} l'attribut {attribute}"
    )
  )

  /// The value of an attribute is of the wrong type.
  public static let badAttribute: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.iati-attribute-value",
    message: (
      en: "the attribute {attribute} of {element} is no {type}",
      fr: "l'attribut {attribute} de {element} n'est pas un {type}"
    ),
    remedy: (
      en: "correct it where the file is made, and export it again",
      fr: "corrigez-le là où le fichier est fait, et exportez à nouveau"
    ),
    explanation: (
      en: "Days are written 2025-03-31, numbers with a point, yes and no as true and false.",
      fr: "Les jours s'écrivent 2025-03-31, les nombres avec un point, oui et non true et false."
    )
  )

  /// A record breaks a rule of the standard.
  public static let brokenRule: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.iati-rule",
    message: (
      en: "rule {rule} is broken: {sentence}",
      fr: "la règle {rule} est enfreinte : {sentence}"
    ),
    remedy: (
      en: "correct it where the file is made, and export it again",
      fr: "corrigez-le là où le fichier est fait, et exportez à nouveau"
    ),
    explanation: (
      en: """
      The standard has rules besides its schema. The number is that of its ruleset, under \
      which its own guidance can be found.
      """,
      fr: """
      Le standard a des règles outre son schéma. Le numéro est celui de son jeu de règles, \
      sous lequel on trouve ses propres conseils.
      """
    )
  )

  /// A record does not follow an advice of the standard.
  public static let brokenAdvice: DiagnosticDefinition = DiagnosticDefinition(
    "interchange.iati-advice",
    severity: .warning,
    message: (
      en: "rule {rule} is not followed: {sentence}",
      fr: "la règle {rule} n'est pas suivie : {sentence}"
    ),
    remedy: (
      en: "correct it where the file is made, and export it again",
      fr: "corrigez-le là où le fichier est fait, et exportez à nouveau"
    ),
    explanation: (
      en: """
      The standard calls this a warning: the file can be read, and would be more useful with \
      it.
      """,
      fr: """
      Le standard parle ici d'avertissement : le fichier est lisible, et serait plus utile \
      ainsi.
      """
    )
  )

  /// A rule of the standard's schema; what it breaks differs, what to do does not.
  private static func schemaRule(
    _ code: String,
    message: (en: String, fr: String)
  ) -> DiagnosticDefinition {
    DiagnosticDefinition(
      code,
      message: message,
      remedy: (
        en: "correct it where the file is made, and export it again",
        fr: "corrigez-le là où le fichier est fait, et exportez à nouveau"
      ),
      explanation: (
        en: """
        The standard's schema says what is in each element, in which order and how often. \
        Programs that read IATI refuse a file that breaks it.
        """,
        fr: """
        Le schéma du standard dit ce que contient chaque élément, dans quel ordre et combien de \
        fois. Les programmes qui lisent IATI refusent un fichier qui l'enfreint.
        """
      )
    )
  }
}

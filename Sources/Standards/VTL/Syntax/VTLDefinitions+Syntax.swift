// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// Problems of syntax.
extension VTLDefinitions {
  static let syntax: [DiagnosticDefinition] = [
    unexpectedCharacter, unterminated, emptyName, unexpectedToken, unexpectedEnd, reservedWord,
    missingSemicolon, argumentCount, argumentOmitted, datasetsOnly, componentsOnly, notAnAggregate,
    unknownOperator, tooDeep, tooLong, tooLarge,
  ]

  static let unexpectedCharacter = DiagnosticDefinition(
    "vtl.unexpected-character",
    exit: .usage,
    message: (
      en: "\"{character}\" begins nothing in VTL",
      fr: "« {character} » ne commence rien en VTL"
    ),
    remedy: (
      en: "remove it; texts stand between straight quotes \"…\", names between '…'",
      fr: "supprimez-le ; les textes vont entre guillemets droits \"…\", les noms entre '…'"
    ),
    explanation: (
      en: """
      Outside texts, quoted names and comments VTL uses plain letters, digits and a few signs. Word \
      processors replace straight quotes by curved ones, which the language does not know.
      """,
      fr: """
      Hors des textes, des noms entre apostrophes et des commentaires, VTL n'emploie que lettres \
      simples, chiffres et quelques signes. Les traitements de texte remplacent les guillemets droits \
      par des guillemets courbes, inconnus du langage.
      """
    )
  )

  static let unterminated = DiagnosticDefinition(
    "vtl.unterminated",
    exit: .usage,
    message: (en: "{what} is opened here and never closed", fr: "{what} est ouvert ici sans fin"),
    remedy: (
      en: "close it; within a text a quote is written twice",
      fr: "fermez-le ; dans un texte, un guillemet s'écrit deux fois"
    ),
    explanation: (
      en: "A text, a quoted name and a /* comment */ need their closing sign.",
      fr: "Un texte, un nom entre apostrophes et un /* commentaire */ demandent leur signe final."
    )
  )

  static let emptyName = DiagnosticDefinition(
    "vtl.empty-name",
    exit: .usage,
    message: (en: "a name is empty", fr: "un nom est vide"),
    remedy: (
      en: "write the name between the apostrophes",
      fr: "écrivez le nom entre les apostrophes"
    ),
    explanation: (
      en: "A name needs at least one character.",
      fr: "Un nom demande au moins un caractère."
    )
  )

  static let unexpectedToken = DiagnosticDefinition(
    "vtl.unexpected-token",
    exit: .usage,
    message: (
      en: "found {found} where {expected} was expected",
      fr: "{found} se trouve là où l'on attendait : {expected}"
    ),
    remedy: (
      en: "look at what stands before it: a comma, a parenthesis or a word may be missing",
      fr: "voyez ce qui précède : une virgule, une parenthèse ou un mot peut manquer"
    ),
    explanation: (
      en: """
      The script cannot be read on from here by the grammar of VTL 2.2. Reading goes on behind the \
      next semicolon, so that further problems are told as well.
      """,
      fr: """
      La grammaire de VTL 2.2 ne permet pas de lire plus loin. La lecture reprend après le prochain \
      point-virgule, pour signaler aussi les autres problèmes.
      """
    )
  )

  static let unexpectedEnd = DiagnosticDefinition(
    "vtl.unexpected-end",
    exit: .usage,
    message: (
      en: "the script ends where {expected} was expected",
      fr: "le script se termine là où l'on attendait : {expected}"
    ),
    remedy: (
      en: "complete the last statement",
      fr: "complétez la dernière instruction"
    ),
    explanation: (
      en: "A parenthesis, a bracket or a definition was opened and not closed.",
      fr: "Une parenthèse, un crochet ou une définition est restée ouverte."
    )
  )

  static let reservedWord = DiagnosticDefinition(
    "vtl.reserved-word",
    exit: .usage,
    message: (
      en: "{word} is a word of the language; {expected} was expected",
      fr: "{word} est un mot du langage ; on attendait : {expected}"
    ),
    remedy: (
      en: "if {word} is meant as a name, write '{word}'",
      fr: "si {word} est un nom, écrivez '{word}'"
    ),
    explanation: (
      en: "Names that are spelt like a word of the language stand between apostrophes.",
      fr: "Les noms écrits comme un mot du langage vont entre apostrophes."
    )
  )

  static let missingSemicolon = DiagnosticDefinition(
    "vtl.missing-semicolon",
    exit: .usage,
    message: (en: "a semicolon is missing here", fr: "un point-virgule manque ici"),
    remedy: (en: "end the statement with ;", fr: "terminez l'instruction par ;"),
    explanation: (
      en: "The end of a line does not end a statement; the semicolon does.",
      fr: "La fin de ligne ne termine pas une instruction ; le point-virgule le fait."
    )
  )

  static let argumentCount = DiagnosticDefinition(
    "vtl.argument-count",
    exit: .usage,
    message: (
      en: "{operator} takes {expected} arguments, here it has {count}",
      fr: "{operator} demande {expected} arguments, il en a {count} ici"
    ),
    remedy: (
      en: "correct the list of arguments",
      fr: "corrigez la liste des arguments"
    ),
    explanation: (
      en: "Each operator has a fixed list of arguments, of which the last ones may be optional.",
      fr: "Chaque opérateur a sa liste d'arguments, dont les derniers peuvent être facultatifs."
    )
  )

  static let argumentOmitted = DiagnosticDefinition(
    "vtl.argument-omitted",
    exit: .usage,
    message: (
      en: "argument {number} of {operator} cannot be left out",
      fr: "l'argument {number} de {operator} ne peut être omis"
    ),
    remedy: (en: "write it in the place of _", fr: "écrivez-le à la place de _"),
    explanation: (
      en: "The sign _ takes the default of an argument that has one.",
      fr: "Le signe _ prend la valeur par défaut d'un argument qui en a une."
    )
  )

  static let datasetsOnly = DiagnosticDefinition(
    "vtl.datasets-only",
    exit: .usage,
    message: (
      en: "{operator} takes datasets and stands in no clause",
      fr: "{operator} prend des jeux de données et n'a pas sa place dans une clause"
    ),
    remedy: (
      en: "compute it in a statement of its own",
      fr: "calculez-le dans une instruction à part"
    ),
    explanation: (
      en: "Within brackets and rules expressions speak of the components of one dataset.",
      fr: "Entre crochets et dans les règles, on parle des composantes d'un seul jeu."
    )
  )

  static let componentsOnly = DiagnosticDefinition(
    "vtl.components-only",
    exit: .usage,
    message: (
      en: "{operator} without an operand stands only in a clause",
      fr: "{operator} sans opérande n'a sa place que dans une clause"
    ),
    remedy: (
      en: "write it within [ calc … ], [ aggr … ] or having",
      fr: "écrivez-le dans [ calc … ], [ aggr … ] ou having"
    ),
    explanation: (
      en:
        "Without an operand it counts or ranks the data points of the dataset before the bracket.",
      fr: "Sans opérande, il compte ou classe les points du jeu qui précède le crochet."
    )
  )

  static let notAnAggregate = DiagnosticDefinition(
    "vtl.not-an-aggregate",
    exit: .usage,
    message: (
      en: "aggr takes one aggregate operator for each component",
      fr: "aggr prend un seul opérateur d'agrégation par composante"
    ),
    remedy: (
      en: "aggregate first, then compute in a [ calc … ] behind it",
      fr: "agrégez d'abord, puis calculez dans un [ calc … ] qui suit"
    ),
    explanation: (
      en: "The grammar lets nothing stand around sum, avg, count and their like in aggr.",
      fr: "La grammaire n'admet rien autour de sum, avg, count et autres dans aggr."
    )
  )

  static let unknownOperator = DiagnosticDefinition(
    "vtl.unknown-operator",
    exit: .usage,
    message: (en: "there is no operator {name}", fr: "il n'y a pas d'opérateur {name}"),
    remedy: (
      en: "correct its name, or define it with define operator",
      fr: "corrigez son nom, ou définissez-le par define operator"
    ),
    explanation: (
      en: "An operator is one of the language or one that the script defines.",
      fr: "Un opérateur vient du langage ou d'une définition du script."
    )
  )

  static let tooDeep = DiagnosticDefinition(
    "vtl.too-deep",
    exit: .usage,
    message: (
      en: "more than {limit} levels are nested here",
      fr: "plus de {limit} niveaux sont imbriqués ici"
    ),
    remedy: (
      en: "compute a part of it in a statement of its own",
      fr: "calculez-en une partie dans une instruction à part"
    ),
    explanation: (
      en: "The limit keeps a hostile script from exhausting the memory of the program.",
      fr: "La limite empêche un script hostile d'épuiser la mémoire du programme."
    )
  )

  static let tooLong = DiagnosticDefinition(
    "vtl.too-long",
    exit: .usage,
    message: (
      en: "more than {limit} operators follow each other here",
      fr: "plus de {limit} opérateurs se suivent ici"
    ),
    remedy: (
      en: "put parts of it into parentheses or into statements of their own",
      fr: "mettez-en des parties entre parenthèses ou dans des instructions à part"
    ),
    explanation: (
      en: "The limit keeps a hostile script from exhausting the memory of the program.",
      fr: "La limite empêche un script hostile d'épuiser la mémoire du programme."
    )
  )

  static let tooLarge = DiagnosticDefinition(
    "vtl.too-large",
    exit: .usage,
    message: (
      en: "the script has more than {limit} bytes",
      fr: "le script a plus de {limit} octets"
    ),
    remedy: (en: "divide it into several scripts", fr: "divisez-le en plusieurs scripts"),
    explanation: (
      en: "A script of this size is data rather than rules.",
      fr: "Un script de cette taille contient des données plutôt que des règles."
    )
  )
}

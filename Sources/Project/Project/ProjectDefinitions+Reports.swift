// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// The problems of reports and of their references.
extension ProjectDefinitions {
  static let reports: [DiagnosticDefinition] = [
    unknownReport, noReports, unknownTemplate, reportChoice, reportChoiceMissing, notInRelease,
    releaseStructure, notAComponent, referenceSyntax, referenceCode, referenceNoRow,
    referenceSeveral, referenceOption, draftExists, noDraft, tooManyToReport,
  ]

  static let unknownReport = DiagnosticDefinition(
    "project.unknown-report",
    exit: .usage,
    message: (
      en: "the project has no report {report}",
      fr: "le projet n'a pas de rapport {report}"
    ),
    remedy: (
      en: "name one of: {reports}; or write reports/{report}.toml",
      fr: "nommez l'un de : {reports} ; ou écrivez reports/{report}.toml"
    ),
    explanation: (
      en: "Each file reports/NAME.toml is a report; ayni report alone lists them.",
      fr: "Chaque fichier reports/NOM.toml est un rapport ; ayni report seul les liste."
    )
  )

  static let noReports = DiagnosticDefinition(
    "project.no-reports",
    exit: .usage,
    message: (
      en: "the project has no reports, and so none named {report}",
      fr: "le projet n'a pas de rapports, et donc aucun nommé {report}"
    ),
    remedy: (
      en: "write a file reports/{report}.toml with its template and its settings",
      fr: "écrivez un fichier reports/{report}.toml avec son modèle et ses réglages"
    ),
    explanation: (
      en: """
      Each file reports/NAME.toml is a report; the guide on reports shows what stands in it, and the \
      example that ayni init brings has some.
      """,
      fr: """
      Chaque fichier reports/NOM.toml est un rapport ; le guide des rapports montre ce qu'il contient, \
      et l'exemple qu'apporte ayni init en a quelques-uns.
      """
    )
  )

  static let unknownTemplate = DiagnosticDefinition(
    "project.unknown-template",
    exit: .usage,
    message: (
      en: "there is no template of reports named {template}",
      fr: "il n'y a pas de modèle de rapport nommé {template}"
    ),
    remedy: (
      en: "write template = with one of: {templates}",
      fr: "écrivez template = avec l'un de : {templates}"
    ),
    explanation: (
      en: """
      A programme brings templates of reports; the file of a report names the one that it \
      follows.
      """,
      fr: """
      Un programme apporte des modèles de rapports ; le fichier d'un rapport nomme celui qu'il \
      suit.
      """
    )
  )

  /// A report does not know what was chosen.
  public static let reportChoice = DiagnosticDefinition(
    "project.report-choice",
    exit: .usage,
    message: (
      en: "the report {report} has nothing to choose named {choice}",
      fr: "le rapport {report} n'a rien à choisir du nom de {choice}"
    ),
    remedy: (
      en: "choose among: {choices}",
      fr: "choisissez parmi : {choices}"
    ),
    explanation: (
      en: "Some reports are about one thing, such as a partner, that one names behind the command.",
      fr: "Certains rapports portent sur une chose, comme un partenaire, nommée après la commande."
    )
  )

  /// A report needs something to be chosen.
  public static let reportChoiceMissing = DiagnosticDefinition(
    "project.report-choice-missing",
    exit: .usage,
    message: (
      en: "the report {report} needs to know {choice}",
      fr: "le rapport {report} a besoin de {choice}"
    ),
    remedy: (
      en: "write ayni report {report} {choice}=CODE",
      fr: "écrivez ayni report {report} {choice}=CODE"
    ),
    explanation: (
      en: "Some reports are about one thing, such as a partner, that one names behind the command.",
      fr: "Certains rapports portent sur une chose, comme un partenaire, nommée après la commande."
    )
  )

  static let notInRelease = DiagnosticDefinition(
    "project.not-in-release",
    exit: .usage,
    message: (
      en: "the release {release} has no dataset {dataset}",
      fr: "la publication {release} n'a pas de jeu de données {dataset}"
    ),
    remedy: (
      en: "it has: {datasets}; add it to datasets under [release] in ayni.toml, and publish again",
      fr:
        "elle a : {datasets} ; ajoutez-le à datasets sous [release] dans ayni.toml, puis republiez"
    ),
    explanation: (
      en: """
      A report reads what was published, never working data, so that its numbers can be found \
      again.
      """,
      fr:
        "Un rapport lit ce qui est publié, jamais les données de travail : ses nombres se retrouvent."
    )
  )

  static let releaseStructure = DiagnosticDefinition(
    "project.release-structure",
    message: (
      en: "the structure of {dataset} in the release {release} is not known any more",
      fr: "la structure de {dataset} dans la publication {release} n'est plus connue"
    ),
    remedy: (
      en: "put the file sdmx/structure.xml of that release back, or the structure into the project",
      fr:
        "remettez le fichier sdmx/structure.xml de cette publication, ou la structure dans le projet"
    ),
    explanation: (
      en: "A release holds its structures in SDMX-ML; without them its columns have no meaning.",
      fr: """
      Une publication contient ses structures en SDMX-ML ; sans elles ses colonnes n'ont pas \
      de sens.
      """
    )
  )

  static let notAComponent = DiagnosticDefinition(
    "project.not-a-component",
    exit: .usage,
    message: (
      en: "{dataset} has no component {component}",
      fr: "{dataset} n'a pas de composante {component}"
    ),
    remedy: (
      en: "name one of: {components}",
      fr: "nommez l'une de : {components}"
    ),
    explanation: (
      en: """
      Reports, references and ayni explain name the components of a dataset as its structure \
      does.
      """,
      fr:
        "Rapports, références et ayni explain nomment les composantes d'un jeu comme sa structure."
    )
  )

  static let tooManyToReport = DiagnosticDefinition(
    "project.too-many-to-report",
    exit: .usage,
    message: (
      en: "{dataset} has more than {limit} rows with these codes",
      fr: "{dataset} a plus de {limit} lignes avec ces codes"
    ),
    remedy: (
      en: "name more codes, or publish a dataset of totals and report on that",
      fr: "nommez plus de codes, ou publiez un jeu de totaux et faites-en le rapport"
    ),
    explanation: (
      en: "A report that left rows out without a word would be wrong, so it is not written.",
      fr: "Un rapport qui omettrait des lignes sans le dire serait faux ; il n'est donc pas écrit."
    )
  )

  static let referenceSyntax = DiagnosticDefinition(
    "project.reference-syntax",
    exit: .usage,
    message: (
      en: "a reference cannot be read at “{word}”",
      fr: "une référence est illisible à « {word} »"
    ),
    remedy: (
      en: """
      write value, table or chart, then dataset and measure, then KEY=CODE, between double \
      braces
      """,
      fr:
        "écrivez value, table ou chart, puis jeu et mesure, puis CLÉ=CODE, entre doubles accolades"
    ),
    explanation: (
      en: """
      Between double braces on one line: the word value, table or chart; the dataset; the measure; then as \
      many COMPONENT=CODE as leave one observation. A table takes rows=COMPONENT and columns=COMPONENT, a \
      chart axis=COMPONENT, series=COMPONENT and kind=bar, stacked or line.
      """,
      fr: """
      Entre doubles accolades, sur une ligne : le mot value, table ou chart ; le jeu ; la mesure ; puis autant \
      de COMPOSANTE=CODE qu'il en faut pour une seule observation. Un tableau prend rows=COMPOSANTE et \
      columns=COMPOSANTE, un graphique axis=COMPOSANTE, series=COMPOSANTE et kind=bar, stacked ou line.
      """
    )
  )

  static let referenceCode = DiagnosticDefinition(
    "project.reference-code",
    exit: .usage,
    message: (
      en: "the list {list} of {component} has no such code",
      fr: "la liste {list} de {component} n'a pas ce code"
    ),
    remedy: (
      en: "correct the code in the reference",
      fr: "corrigez le code dans la référence"
    ),
    explanation: (
      en: "A reference names an observation by the codes of its dimensions.",
      fr: "Une référence nomme une observation par les codes de ses dimensions."
    )
  )

  static let referenceNoRow = DiagnosticDefinition(
    "project.reference-no-row",
    exit: .usage,
    message: (
      en: "{dataset} of the release {release} has no observation with these codes",
      fr: "{dataset} de la publication {release} n'a pas d'observation avec ces codes"
    ),
    remedy: (
      en: "look with ayni explain {dataset} --release {release}, and correct the reference",
      fr: "regardez avec ayni explain {dataset} --release {release}, et corrigez la référence"
    ),
    explanation: (
      en: "A sentence without its number would be wrong, so the report is not written.",
      fr: "Une phrase sans son nombre serait fausse ; le rapport n'est donc pas écrit."
    )
  )

  static let referenceSeveral = DiagnosticDefinition(
    "project.reference-several",
    exit: .usage,
    message: (
      en: "{rows} observations of {dataset} have these codes; a reference means one",
      fr: "{rows} observations de {dataset} ont ces codes ; une référence en désigne une"
    ),
    remedy: (
      en: "add codes for: {components}",
      fr: "ajoutez des codes pour : {components}"
    ),
    explanation: (
      en:
        "Which of several numbers is meant nobody can guess, and they are never added up silently.",
      fr: """
      Personne ne devine lequel de plusieurs nombres est visé, et rien n'est additionné en \
      silence.
      """
    )
  )

  static let referenceOption = DiagnosticDefinition(
    "project.reference-option",
    exit: .usage,
    message: (
      en: "the reference needs {option}",
      fr: "la référence demande {option}"
    ),
    remedy: (
      en: "write {option}= with: {valid}",
      fr: "écrivez {option}= avec : {valid}"
    ),
    explanation: (
      en: "A table needs rows=COMPONENT; a chart needs axis=COMPONENT.",
      fr: "Un tableau demande rows=COMPOSANTE ; un graphique demande axis=COMPOSANTE."
    )
  )

  /// The office has begun a narrative already.
  public static let draftExists = DiagnosticDefinition(
    "project.draft-exists",
    severity: .warning,
    exit: .usage,
    message: (
      en: "{file} is there already and stays as it is",
      fr: "{file} existe déjà et reste tel quel"
    ),
    remedy: (
      en: "go on writing in it, or rename it and ask for a draft again",
      fr: "continuez à y écrire, ou renommez-le et redemandez un projet de texte"
    ),
    explanation: (
      en: "A draft never replaces what a person wrote.",
      fr: "Un projet de texte ne remplace jamais ce qu'une personne a écrit."
    )
  )

  /// A report has no narrative of its own to begin with.
  public static let noDraft = DiagnosticDefinition(
    "project.no-draft",
    exit: .usage,
    message: (
      en: "the report {report} has no draft of a narrative",
      fr: "le rapport {report} n'a pas de projet de texte"
    ),
    remedy: (
      en: "write reports/{report}.en.md yourself",
      fr: "écrivez vous-même reports/{report}.fr.md"
    ),
    explanation: (
      en: "Templates with chapters, such as that of the national review, bring a draft.",
      fr: """
      Les modèles avec chapitres, comme celui de l'examen national, apportent un projet de \
      texte.
      """
    )
  )
}

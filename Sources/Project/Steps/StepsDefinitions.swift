// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

/// What can be wrong with sources, their files, and the steps that any project uses.
public enum StepsDefinitions {
  /// All of them, for the registry.
  public static let all: [DiagnosticDefinition] = [
    wrongEncoding, noCharacter, notText, damagedWorkbook, emptyFile, missingColumn, repeatedColumn,
    unmappedComponent, unknownComponent, raggedRow, emptyRows, besideTable, openQuote,
    textAfterQuote,
    missingValue,
    badNumber, decimalComma, tooManyDecimals, tooLarge, badDate, badPeriod, badBoolean, unknownCode,
    badMap, mapRow, mapTwice, rowsRejected, badConstant, nameTaken, lineType, mixedColumn,
    ambiguousNumber, ambiguousDate,
    noSuchSource, otherType, fileLine, uncomputedFormulas, cellError, otherSheets, noSheets,
    percentCells, mergedCells, namelessColumns,
    blanksLeftOut, sameStructure, notADimension, noOrigin, noSuchResult, resultStructure,
    recordsDiffer, recordsToConfirm, unknownDecision, sideMissing, sideColumn, pairColumn,
    notAnInput,
    notAScore, notALimit, cellsWithheld, recordsWithoutCell, protectionMissing, notAMinimum, badDay,
    unitsAdded, ratesMissing, ratesOld, rateColumn, blankKeys,
  ]

  static let blankKeys = DiagnosticDefinition(
    "steps.blank-keys",
    severity: .warning,
    message: (
      en: """
      {blanks} of {rows} {rows|row|rows} of {dataset} {blanks|has|have} no {component}, by which the \
      totals are told apart
      """,
      fr: """
      {blanks} {blanks|ligne|lignes} sur {rows} de {dataset} {blanks|n'a|n'ont} pas de {component}, \
      qui distingue les totaux
      """
    ),
    remedy: (
      en: """
      fill them in, or write under [parameters.blanks] the code that shall stand for them: \
      {dimension} = "_U"
      """,
      fr: """
      remplissez-les, ou écrivez sous [parameters.blanks] le code qui les représente : \
      {dimension} = "_U"
      """
    ),
    explanation: (
      en: """
      A dimension always has a code. Rows without one would stand in no row of the totals, although they \
      count; a code of its own, such as "not stated", shows how many they are.
      """,
      fr: """
      Une dimension a toujours un code. Les lignes qui n'en ont pas ne figureraient dans aucune ligne \
      des totaux, bien qu'elles comptent ; un code à elles, tel « non précisé », montre combien elles sont.
      """
    )
  )

  static let blanksLeftOut = DiagnosticDefinition(
    "steps.blanks-left-out",
    severity: .warning,
    message: (
      en: """
      {blanks} of {rows} {rows|row|rows} of {dataset} {blanks|has|have} no {measure}: the totals of \
      {total} leave {blanks|it|them} out
      """,
      fr: """
      {blanks} {blanks|ligne|lignes} sur {rows} de {dataset} {blanks|n'a|n'ont} pas de {measure} : \
      les totaux de {total} {blanks|la|les} laissent de côté
      """
    ),
    remedy: (
      en: "fill the blanks where the values are known, or say beside the total what it covers",
      fr:
        "remplissez les blancs si les valeurs sont connues, ou dites près du total ce qu'il couvre"
    ),
    explanation: (
      en: """
      A sum leaves out what is missing; it does not take it for zero. A reader who is not told would \
      take the total for complete. A total of blanks alone is a blank.
      """,
      fr: """
      Une somme laisse de côté ce qui manque ; elle ne le prend pas pour zéro. Un lecteur non averti \
      croirait le total complet. Un total de blancs seuls est un blanc.
      """
    )
  )

  static let sameStructure = DiagnosticDefinition(
    "steps.other-structure",
    exit: .usage,
    message: (
      en: "the inputs of {step} do not have the same structure",
      fr: "les entrées de {step} n'ont pas la même structure"
    ),
    remedy: (
      en: "bring them to one structure before they are put together",
      fr: "ramenez-les à une structure avant de les réunir"
    ),
    explanation: (
      en: "Rows of different structures have different columns.",
      fr: "Des lignes de structures différentes ont des colonnes différentes."
    )
  )

  static let notADimension = DiagnosticDefinition(
    "steps.not-a-component",
    exit: .usage,
    message: (
      en: "{name} is no component of {structure}",
      fr: "{name} n'est pas une composante de {structure}"
    ),
    remedy: (
      en: "use a component of the input or output",
      fr: "employez une composante de l'entrée ou de la sortie"
    ),
    explanation: (
      en: "A step names components by their identifiers.",
      fr: "Une étape nomme les composantes par leur identifiant."
    )
  )

  static let noOrigin = DiagnosticDefinition(
    "steps.no-origin",
    exit: .usage,
    message: (
      en: "nothing gives a value to {component} of {structure}",
      fr: "rien ne donne de valeur à {component} de {structure}"
    ),
    remedy: (
      en: "name it under [keys], [measures] or [constants] of the step",
      fr: "nommez-la sous [keys], [measures] ou [constants] de l'étape"
    ),
    explanation: (
      en: "Every component of the output comes from a key, a measure or a constant.",
      fr: "Chaque composante de la sortie vient d'une clé, d'une mesure ou d'une constante."
    )
  )

  static let noSuchResult = DiagnosticDefinition(
    "steps.no-such-result",
    exit: .usage,
    message: (
      en: "{script} gives no dataset {name}",
      fr: "{script} ne donne pas de jeu de données {name}"
    ),
    remedy: (
      en: "name a result of the script in outputs, or assign it in the script",
      fr: "nommez un résultat du script dans outputs, ou affectez-le dans le script"
    ),
    explanation: (
      en: "The outputs of a vtl step are results of its script that are datasets, by their names.",
      fr: "Les sorties d'une étape vtl sont les jeux de données du script, par leurs noms."
    )
  )

  static let resultStructure = DiagnosticDefinition(
    "steps.result-structure",
    exit: .usage,
    message: (
      en: "{name} does not fit {structure}: {component} is missing or is something else",
      fr: "{name} ne convient pas à {structure} : {component} manque ou est autre chose"
    ),
    remedy: (
      en: "compute, rename or drop it in the script, or leave the structure out to have one made",
      fr: "calculez, renommez ou retirez-le dans le script, ou omettez la structure"
    ),
    explanation: (
      en: """
      A structure of the project fits a result that has its components with their roles and types, \
      and no identifier besides.
      """,
      fr: """
      Une structure du projet convient à un résultat qui a ses composants, avec rôles et types, et \
      aucun identifiant de plus.
      """
    )
  )
}

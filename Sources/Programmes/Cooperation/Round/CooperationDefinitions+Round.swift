// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong with a round and its returns.
extension CooperationDefinitions {
  static let rounds: [DiagnosticDefinition] = [
    noRound, roundComponent, roundKey, roundMandatory, agencyCode, unknownAgency,
    damagedReturns, unknownReturn, otherProject, otherYear, otherAgency, signedOff,
    withoutIdentifiers, noReturn, nothingToSign, nilWithRows, nilUnclear, emptyReturn,
    repeatedRow, foreignIdentifier, removedRecord,
  ]

  /// No file states the round.
  static let noRound: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.no-round",
    exit: .usage,
    message: (
      en: "there is no round: {file} does not exist",
      fr: "il n'y a pas de collecte : {file} n'existe pas"
    ),
    remedy: (
      en: "write it as the guide to the annual round shows",
      fr: "écrivez-le comme le montre le guide de la collecte annuelle"
    ),
    explanation: (
      en: "rounds/YEAR.toml says which register is asked for, of whom, and until when.",
      fr: "rounds/ANNÉE.toml dit quel registre est demandé, à qui, et jusqu'à quand."
    )
  )

  /// A round names a component that is not there.
  static let roundComponent: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.round-component",
    exit: .usage,
    message: (
      en: "{structure} has no component {component}",
      fr: "{structure} n'a pas de composante {component}"
    ),
    remedy: (
      en: "write a component of the structure",
      fr: "écrivez une composante de la structure"
    ),
    explanation: (
      en: """
      The keys of a round name components of the register that is asked for, and of the \
      register of agencies.
      """,
      fr: """
      Les clés d'une collecte nomment des composantes du registre demandé et du registre des \
      administrations.
      """
    )
  )

  /// The register is not kept by activity and year.
  static let roundKey: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.round-key",
    exit: .usage,
    message: (
      en: "{structure} does not identify a record by {identifier} and {year}",
      fr: "{structure} n'identifie pas un enregistrement par {identifier} et {year}"
    ),
    remedy: (
      en: "make these two the dimensions of the structure; the agency may be a third",
      fr: "faites-en les deux dimensions de la structure ; l'administration peut être une troisième"
    ),
    explanation: (
      en: """
      A round keeps the records of last year and adds those of this one, so that the year is \
      part of what identifies a record.
      """,
      fr: """
      Une collecte garde les enregistrements de l'an dernier et ajoute ceux de cette année : \
      l'année fait partie de ce qui identifie un enregistrement.
      """
    )
  )

  /// A mandatory component would drop records.
  static let roundMandatory: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.round-mandatory",
    exit: .usage,
    message: (
      en: """
      {component} is mandatory in {structure}: a cell that cannot be read would drop its \
      record
      """,
      fr: """
      {component} est obligatoire dans {structure} : une cellule illisible ferait perdre son \
      enregistrement
      """
    ),
    remedy: (
      en: "take mandatory out of the structure, and name the component under required in the round",
      fr: """
      retirez mandatory de la structure, et nommez la composante sous required dans la \
      collecte
      """
    ),
    explanation: (
      en: """
      A readable activity is never dropped: what is missing is asked for in the workbook that \
      goes back.
      """,
      fr: """
      Une activité lisible n'est jamais perdue : ce qui manque est demandé dans le classeur \
      renvoyé.
      """
    )
  )

  /// The code of an agency cannot name a file.
  static let agencyCode: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.agency-code",
    message: (
      en: "a code in {column} cannot name a file",
      fr: "un code de {column} ne peut nommer un fichier"
    ),
    remedy: (
      en: "write letters without accents, digits, - and _ alone, at most 40",
      fr: "n'écrivez que lettres sans accent, chiffres, - et _, 40 au plus"
    ),
    explanation: (
      en: "The codes of agencies name their workbooks and begin the identifiers of their records.",
      fr: """
      Les codes des administrations nomment leurs classeurs et commencent les identifiants de \
      leurs enregistrements.
      """
    )
  )

  /// There is no such agency.
  static let unknownAgency: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.unknown-agency",
    exit: .usage,
    message: (
      en: "{file} has no agency {agency}",
      fr: "{file} n'a pas d'administration {agency}"
    ),
    remedy: (
      en: "write the code as it stands there",
      fr: "écrivez le code tel qu'il y figure"
    ),
    explanation: (
      en: "A round asks the agencies of their register.",
      fr: "Une collecte interroge les administrations de leur registre."
    )
  )

  /// The register of returns cannot be read.
  static let damagedReturns: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.damaged-returns",
    message: (
      en: "{file} is not as ayni round writes it",
      fr: "{file} n'est pas tel qu'ayni round l'écrit"
    ),
    remedy: (
      en: "put back its heading and its eleven columns; nothing was changed",
      fr: "rétablissez son en-tête et ses onze colonnes ; rien n'a été modifié"
    ),
    explanation: (
      en: """
      The register of returns is written by ayni round. It may be read and imported, and its \
      notes are the program's own.
      """,
      fr: """
      Le registre des retours est écrit par ayni round. On peut le lire et l'importer ; ses \
      notes sont celles du programme.
      """
    )
  )

  /// A workbook does not say whose return it is.
  static let unknownReturn: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-unknown",
    message: (
      en: "{file} does not say whose return it is: its hidden sheet is gone",
      fr: "{file} ne dit pas de qui est ce retour : sa feuille cachée a disparu"
    ),
    remedy: (
      en: "copy the rows into the form that was sent, under rounds/YEAR/out, and load that",
      fr: "copiez les lignes dans le formulaire envoyé, sous rounds/ANNÉE/out, et chargez celui-ci"
    ),
    explanation: (
      en: """
      Each form has a hidden sheet with project, year, agency and language. Rows that were \
      copied into a new workbook do not bring it along.
      """,
      fr: """
      Chaque formulaire a une feuille cachée avec projet, année, administration et langue. Des \
      lignes copiées dans un nouveau classeur ne l'emportent pas.
      """
    )
  )

  /// A return is of another project.
  static let otherProject: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-other-project",
    message: (
      en: "{file} is a form of another office or project",
      fr: "{file} est un formulaire d'un autre bureau ou projet"
    ),
    remedy: (
      en: "send it on to whom it belongs; nothing was changed",
      fr: "transmettez-le à qui de droit ; rien n'a été modifié"
    ),
    explanation: (
      en: "Each form has a hidden sheet with the project that it was written by.",
      fr: "Chaque formulaire a une feuille cachée avec le projet qui l'a écrit."
    )
  )

  /// A return is for another year.
  static let otherYear: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-other-year",
    message: (
      en: "{file} is a return for {year}, not for {round}",
      fr: "{file} est un retour pour {year}, non pour {round}"
    ),
    remedy: (
      en: "load it with ayni round load {year}, or ask for the form of {round}",
      fr: "chargez-le avec ayni round load {year}, ou demandez le formulaire de {round}"
    ),
    explanation: (
      en: "Nothing was changed. Last year's form filled in again has last year's records in it.",
      fr: """
      Rien n'a été modifié. Le formulaire de l'an dernier rempli à nouveau contient les \
      enregistrements de l'an dernier.
      """
    )
  )

  /// A return is of another agency.
  static let otherAgency: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-other-agency",
    message: (
      en: "{file} is a return of {agency}, which is not the agency that was expected",
      fr: "{file} est un retour de {agency}, qui n'est pas l'administration attendue"
    ),
    remedy: (
      en: """
      look whose form was filled in; an agency that is new belongs into the register of \
      agencies first
      """,
      fr: """
      voyez quel formulaire a été rempli ; une nouvelle administration s'inscrit d'abord au \
      registre des administrations
      """
    ),
    explanation: (
      en: """
      Nothing was changed. A form that was passed on from one agency to another would \
      overwrite the records of the first.
      """,
      fr: """
      Rien n'a été modifié. Un formulaire passé d'une administration à une autre écraserait \
      les enregistrements de la première.
      """
    )
  )

  /// A signed-off return would be changed.
  static let signedOff: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-signed-off",
    message: (
      en: "the return of {agency} is signed off, and {file} would change it",
      fr: "le retour de {agency} est visé, et {file} le modifierait"
    ),
    remedy: (
      en: "if it shall be changed, load it with --reopen; it has to be signed off again",
      fr: "s'il doit l'être, chargez-le avec --reopen ; il devra être visé à nouveau"
    ),
    explanation: (
      en: "A signed-off return is what somebody answered for. Nothing was changed.",
      fr: "Un retour visé engage quelqu'un. Rien n'a été modifié."
    )
  )

  /// The column of identifiers is gone.
  static let withoutIdentifiers: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-without-identifiers",
    message: (
      en: "{file} has no column of identifiers: its rows could not be told from new ones",
      fr: """
      {file} n'a pas de colonne d'identifiants : ses lignes ne se distingueraient pas de \
      nouvelles
      """
    ),
    remedy: (
      en: "copy the rows into the form that was sent, beside their identifiers, and load that",
      fr: """
      copiez les lignes dans le formulaire envoyé, à côté de leurs identifiants, et chargez \
      celui-ci
      """
    ),
    explanation: (
      en: "Last year's activities would be counted twice. Nothing was changed.",
      fr: "Les activités de l'an dernier compteraient double. Rien n'a été modifié."
    )
  )

  /// No return of the agency was loaded.
  static let noReturn: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.no-return",
    exit: .usage,
    message: (
      en: "no return of {agency} was loaded",
      fr: "aucun retour de {agency} n'a été chargé"
    ),
    remedy: (
      en: "load one first with ayni round load",
      fr: "chargez-en un d'abord avec ayni round load"
    ),
    explanation: (
      en: "What goes back is the return that came.",
      fr: "Ce qui est renvoyé est le retour reçu."
    )
  )

  /// There is no return to sign off.
  static let nothingToSign: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.nothing-to-sign",
    exit: .usage,
    message: (
      en: "there is no return of {agency} to sign off",
      fr: "il n'y a pas de retour de {agency} à viser"
    ),
    remedy: (
      en: "load it first with ayni round load",
      fr: "chargez-le d'abord avec ayni round load"
    ),
    explanation: (
      en: "A return can be signed off once it came, a nil return too.",
      fr: "Un retour peut être visé dès qu'il est arrivé, même néant."
    )
  )

  /// The box for nothing to report contradicts the rows.
  static let nilWithRows: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-nil-with-rows",
    message: (
      en: "the box says that there is nothing to report, but there are rows; the rows were taken",
      fr: """
      la case dit qu'il n'y a rien à déclarer, mais il y a des lignes ; les lignes ont été \
      prises
      """
    ),
    remedy: (
      en: "clear the box, or remove the rows",
      fr: "videz la case, ou retirez les lignes"
    ),
    explanation: (
      en: "One of the two is a mistake, and only the agency knows which.",
      fr: "L'un des deux est une erreur, et seule l'administration sait lequel."
    )
  )

  /// The box for nothing to report holds another word.
  static let nilUnclear: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-nil-unclear",
    severity: .warning,
    message: (
      en: "the box for nothing to report holds neither yes nor no",
      fr: "la case du néant ne contient ni oui ni non"
    ),
    remedy: (
      en: "choose yes or no, or leave the box blank",
      fr: "choisissez oui ou non, ou laissez la case vide"
    ),
    explanation: (
      en: "The word was not taken for a yes.",
      fr: "Le mot n'a pas été pris pour un oui."
    )
  )

  /// A return has neither rows nor a yes in its box.
  static let emptyReturn: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-empty",
    message: (
      en: "there are no rows, and the box does not say that there is nothing to report",
      fr: "il n'y a pas de lignes, et la case ne dit pas qu'il n'y a rien à déclarer"
    ),
    remedy: (
      en: "fill in the rows, or choose yes in the box of the first sheet",
      fr: "remplissez les lignes, ou choisissez oui dans la case de la première feuille"
    ),
    explanation: (
      en: "The agency counts as outstanding until one of the two is done.",
      fr: "L'administration compte comme en attente jusqu'à ce que l'un des deux soit fait."
    )
  )

  /// Two rows say the same.
  static let repeatedRow: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-repeated-row",
    severity: .warning,
    message: (
      en: "the row says the same as another above it; both were taken",
      fr: "la ligne dit la même chose qu'une autre au-dessus ; les deux ont été prises"
    ),
    remedy: (
      en: "remove it if it is the same activity; tell the two apart if it is not",
      fr: "retirez-la si c'est la même activité ; distinguez-les sinon"
    ),
    explanation: (
      en: "An activity that stands twice counts twice.",
      fr: "Une activité inscrite deux fois compte double."
    )
  )

  /// A row has an identifier that is not its own.
  static let foreignIdentifier: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-foreign-identifier",
    severity: .warning,
    message: (
      en: """
      the identifier is none of the agency's, or stands in another row too; the row was taken \
      as a new activity
      """,
      fr: """
      l'identifiant n'est pas de l'administration, ou figure aussi dans une autre ligne ; la \
      ligne a été prise comme nouvelle activité
      """
    ),
    remedy: (
      en: "leave the identifier of new rows blank",
      fr: "laissez vide l'identifiant des nouvelles lignes"
    ),
    explanation: (
      en: """
      Identifiers are given by the office. A row that was copied brings along that of the row \
      it was copied from.
      """,
      fr: """
      Les identifiants sont attribués par le bureau. Une ligne copiée emporte celui de la \
      ligne d'origine.
      """
    )
  )

  /// A record stood in the form and is gone.
  static let removedRecord: DiagnosticDefinition = DiagnosticDefinition(
    "cooperation.return-removed-record",
    severity: .warning,
    message: (
      en: "the activity stood in the form and its row is gone; it was kept in the register",
      fr: """
      l'activité figurait dans le formulaire et sa ligne a disparu ; elle est restée au \
      registre
      """
    ),
    remedy: (
      en: "leave the row here if the activity went on this year; remove it again if it did not",
      fr: "laissez ici la ligne si l'activité a continué cette année ; retirez-la à nouveau sinon"
    ),
    explanation: (
      en: """
      Nothing leaves the register because a row was deleted, which happens by mistake. The \
      question is asked once.
      """,
      fr: """
      Rien ne quitte le registre parce qu'une ligne a été supprimée, ce qui arrive par erreur. \
      La question est posée une fois.
      """
    )
  )
}

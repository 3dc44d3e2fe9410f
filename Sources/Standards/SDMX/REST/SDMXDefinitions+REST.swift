// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension SDMXDefinitions {
  /// What is told of queries, and of the services that answer them.
  static let rest: [DiagnosticDefinition] = [badQuery, queryNotComputed, webPage]

  /// A query that is not of the grammar.
  public static let badQuery: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.bad-query",
    exit: .usage,
    message: (
      en: "the query is not understood at position {place}: {expected} is expected there",
      fr: "la requête n'est pas comprise à la position {place} : {expected} y est attendu"
    ),
    remedy: (
      en: "correct the query: data/dataflow/AGENCY/ID/VERSION/KEY?c[COMPONENT]=VALUE",
      fr: "corrigez la requête : data/dataflow/AGENCE/ID/VERSION/CLÉ?c[COMPOSANT]=VALEUR"
    ),
    explanation: (
      en: """
      Queries follow SDMX REST 2.2, or 1.5 where a flow stands right behind `data/`. Positions count \
      the characters of the whole query from one.
      """,
      fr: """
      Les requêtes suivent SDMX REST 2.2, ou 1.5 si un flux suit immédiatement `data/`. Les positions \
      comptent les caractères de toute la requête à partir de un.
      """
    )
  )

  /// A query that asks of data what their structure does not have.
  public static let queryNotComputed: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.query-beyond-structure",
    exit: .usage,
    message: (
      en: "the query names {part}, which the structure {structure} does not have",
      fr: "la requête nomme {part}, que la structure {structure} n'a pas"
    ),
    remedy: (
      en: "look at the structure's components: structure/datastructure/AGENCY/ID",
      fr: "regardez les composants de la structure : structure/datastructure/AGENCE/ID"
    ),
    explanation: (
      en: "A key has at most one part for each dimension but time; filters name components.",
      fr:
        "Une clé a au plus une partie par dimension hors le temps ; les filtres nomment des composants."
    )
  )

  /// A page for people where a message was due.
  public static let webPage: DiagnosticDefinition = DiagnosticDefinition(
    "sdmx.web-page",
    exit: .environment,
    message: (
      en: "{address} answered with a web page, not with a message of SDMX",
      fr: "{address} a répondu par une page web et non par un message SDMX"
    ),
    remedy: (
      en: "open the address in a browser: it may ask for a login, or tell of a failure",
      fr:
        "ouvrez l'adresse dans un navigateur : elle demande peut-être une connexion, ou annonce une panne"
    ),
    explanation: (
      en:
        "Services that fail, or that moved, often answer with a page for people and the status 200.",
      fr:
        "Les services en panne ou déplacés répondent souvent par une page pour humains et l'état 200."
    )
  )
}

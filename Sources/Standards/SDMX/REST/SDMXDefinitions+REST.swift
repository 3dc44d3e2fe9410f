// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension SDMXDefinitions {
  /// What is told of queries, and of the services that answer them.
  static let rest: [DiagnosticDefinition] = [badQuery, queryNotComputed]

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
}

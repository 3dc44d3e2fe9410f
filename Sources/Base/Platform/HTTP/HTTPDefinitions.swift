// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension PlatformDefinitions {
  static let http: [DiagnosticDefinition] = [
    httpAddress, httpUnreachable, httpStatus, httpRedirected, httpTooLarge,
  ]

  /// An address that is none.
  public static let httpAddress: DiagnosticDefinition = DiagnosticDefinition(
    "platform.http-address",
    exit: .usage,
    message: (
      en: "{address} is no address of a server",
      fr: "{address} n'est pas une adresse de serveur"
    ),
    remedy: (
      en: "write https://SERVER/PATH",
      fr: "écrivez https://SERVEUR/CHEMIN"
    ),
    explanation: (
      en: """
      Addresses begin with https:// or http:// and hold neither a user's name nor a password.
      """,
      fr: """
      Les adresses commencent par https:// ou http:// et ne contiennent ni nom d'utilisateur ni mot de passe.
      """
    )
  )

  /// A server that cannot be reached, or hangs.
  public static let httpUnreachable: DiagnosticDefinition = DiagnosticDefinition(
    "platform.http-unreachable",
    exit: .environment,
    message: (
      en: "{server} could not be reached: {reason}",
      fr: "{server} n'a pu être joint : {reason}"
    ),
    remedy: (
      en: "try again later; what has been transferred is kept and gone on with",
      fr: "réessayez plus tard ; ce qui a été transféré est conservé et sera poursuivi"
    ),
    explanation: (
      en: """
      The transfer was tried several times. A server that sends nothing for a minute counts as hanging.
      """,
      fr: """
      Le transfert a été tenté plusieurs fois. Un serveur muet pendant une minute est tenu pour bloqué.
      """
    )
  )

  /// A status that says that nothing comes.
  public static let httpStatus: DiagnosticDefinition = DiagnosticDefinition(
    "platform.http-status",
    exit: .environment,
    message: (
      en: "{server} answered with the status {status}",
      fr: "{server} a répondu par l'état {status}"
    ),
    remedy: (
      en:
        "204 and 404 mean that there is nothing, 401 and 403 that a permission is needed; look at the address",
      fr:
        "204 et 404 signifient qu'il n'y a rien, 401 et 403 qu'il faut une autorisation ; vérifiez l'adresse"
    ),
    explanation: (
      en: """
      Errors that may pass (408, 429, 500, 502, 503, 504) were tried again first, with the pauses that the server asked for.
      """,
      fr: """
      Les erreurs passagères (408, 429, 500, 502, 503, 504) ont d'abord été retentées, avec les pauses demandées par le serveur.
      """
    )
  )

  /// A redirection to another server.
  public static let httpRedirected: DiagnosticDefinition = DiagnosticDefinition(
    "platform.http-redirected",
    exit: .environment,
    message: (
      en: "{server} sends on to another server, {target}",
      fr: "{server} renvoie vers un autre serveur, {target}"
    ),
    remedy: (
      en: "ask that server yourself, after making sure whose it is",
      fr: "interrogez ce serveur vous-même, après avoir vérifié à qui il appartient"
    ),
    explanation: (
      en: """
      Redirections are followed within the server that was asked, five at the most, and never from https to http.
      """,
      fr: """
      Les redirections sont suivies au sein du serveur interrogé, cinq au plus, et jamais de https vers http.
      """
    )
  )

  /// An answer that is too large.
  public static let httpTooLarge: DiagnosticDefinition = DiagnosticDefinition(
    "platform.http-too-large",
    exit: .environment,
    message: (
      en: "{server} sends more than {limit} bytes",
      fr: "{server} envoie plus de {limit} octets"
    ),
    remedy: (
      en: "ask for less at a time",
      fr: "demandez-en moins à la fois"
    ),
    explanation: (
      en: """
      What a server may send is limited, so that no answer fills the disk.
      """,
      fr: """
      Ce qu'un serveur peut envoyer est limité, pour qu'aucune réponse ne remplisse le disque.
      """
    )
  )
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics

extension PlatformDefinitions {
  static let toml: [DiagnosticDefinition] = [
    tomlSyntax, tomlMissingKey, tomlWrongType, tomlUnknownKey,
  ]

  /// The file is not TOML.
  public static let tomlSyntax = DiagnosticDefinition(
    "platform.toml-syntax",
    exit: .usage,
    message: (en: "this is not valid TOML", fr: "ceci n'est pas du TOML valide"),
    remedy: (
      en: "correct the line; texts stand in quotes, and a key stands once",
      fr: "corrigez la ligne ; les textes vont entre guillemets et une clé n'apparaît qu'une fois"
    ),
    explanation: (
      en: "Settings are TOML 1.0. The cause gives the words of the parser.",
      fr: "Les réglages sont en TOML 1.0. La cause donne les mots de l'analyseur."
    )
  )

  /// A key that must be there is not.
  public static let tomlMissingKey = DiagnosticDefinition(
    "platform.toml-missing-key",
    exit: .usage,
    message: (en: "the key \"{key}\" is missing", fr: "la clé « {key} » manque"),
    remedy: (en: "add {key} = {type}", fr: "ajoutez {key} = {type}"),
    explanation: (
      en: "The table needs this key, and it has no default.",
      fr: "La table exige cette clé, qui n'a pas de valeur par défaut."
    )
  )

  /// A value has another type.
  public static let tomlWrongType = DiagnosticDefinition(
    "platform.toml-wrong-type",
    exit: .usage,
    message: (
      en: "\"{key}\" should be {type}, and is {found}",
      fr: "« {key} » devrait être {type}, et c'est {found}"
    ),
    remedy: (en: "write it in the form {form}", fr: "écrivez-la sous la forme {form}"),
    explanation: (
      en: "Texts stand in quotes, numbers and true or false do not, lists stand in brackets.",
      fr:
        "Les textes vont entre guillemets, pas les nombres ni true ou false ; les listes entre crochets."
    )
  )

  /// A key that nobody reads.
  public static let tomlUnknownKey = DiagnosticDefinition(
    "platform.toml-unknown-key",
    exit: .usage,
    message: (en: "there is no key \"{key}\" here", fr: "il n'y a pas de clé « {key} » ici"),
    remedy: (en: "correct its name, or remove it", fr: "corrigez son nom ou retirez-la"),
    explanation: (
      en: "A key that is not read would be a setting that silently does nothing.",
      fr: "Une clé qui n'est pas lue serait un réglage sans effet, en silence."
    )
  )
}

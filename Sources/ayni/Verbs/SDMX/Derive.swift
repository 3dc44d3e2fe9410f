// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import SDMX
internal import Structures

extension Verb {
  /// `ayni sdmx derive`: makes a national structure from a global one, with the map back.
  static func derive(_ invocation: Invocation) throws -> ExitCode {
    try invocation.expectWords(3...3)
    guard let agency = invocation["--agency"] else {
      throw invocation.otherArguments(of: "sdmx derive")
    }
    let (input, output) = (invocation.words[1], invocation.words[2])
    let message = try SDMXMessage.structures(file: input)
    invocation.console.report(message.problems)
    let global = try structure(in: message.catalogue, invocation["--from"], input)
    let id = invocation["--id"] ?? global.reference.id
    var national = NationalStructure(global, agency: agency, id: id)
    for word in invocation.all("--codes") {
      let (component, file) = try pair(word, invocation)
      var list: Codelist?
      if let reference = global[component]?.representation.codelist,
        case .codelist(let found)? = message.catalogue[reference]
      {
        list = found
      }
      let reference = national.reference(.codelist, list?.reference.id ?? "CL_\(component)")
      let name = list?.name ?? InternationalString(en: component)
      try national.replace(
        component,
        try NationalCodes(file: file, reference, name: name, for: list)
      )
    }
    for word in invocation.all("--add") {
      let (component, file) = try pair(word, invocation)
      let reference = national.reference(.codelist, "CL_\(component)")
      let name = InternationalString(en: component)
      national.add(component, try NationalCodes(file: file, reference, name: name, for: nil))
    }
    var all = message.catalogue
    all.add(try national.artefacts())
    let format = try MessageFormat(invocation["--to"], output: output)
    var file = try DurableFile(replacing: output)
    try StructureConversion.write(
      all,
      header: message.header.forSending(input),
      to: try format.structures(),
      acceptsLoss: invocation.has("--accept-loss")
    ) { try file.write($0) }
    try file.commit()
    invocation.console.note(derived, ["structure": .text("\(agency):\(id)")])
    return .ok
  }

  /// The structure of an identifier, or the only one.
  private static func structure(
    in catalogue: StructureCatalogue,
    _ id: String?,
    _ file: String
  ) throws -> DataStructureDefinition {
    if let id { return try catalogue.structure(id: id, at: Location(file)) }
    let all = catalogue.structures.values.filter { !$0.components.isEmpty }
    guard all.count == 1, let only = all.first else {
      throw CommandDefinitions.severalStructures.at(
        Location(file),
        [
          "file": .text(file), "count": .count(all.count),
          "structures": .text(all.map(\.reference.id).sorted().joined(separator: ", ")),
        ]
      )
    }
    return only
  }

  private static func pair(
    _ word: String,
    _ invocation: Invocation
  ) throws -> (component: String, file: String) {
    guard let pair = Assignment(word) else {
      throw invocation.otherArguments(of: "sdmx derive")
    }
    return (pair.name, pair.value)
  }

  private static let derived = Message(
    "sdmx.derived",
    en: "{structure} derived, with the map back",
    fr: "{structure} dérivée, avec la correspondance en retour"
  )
}

extension Representation {
  fileprivate var codelist: ArtefactReference? {
    if case .codelist(let list) = self { list } else { nil }
  }
}

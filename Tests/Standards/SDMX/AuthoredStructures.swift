// SPDX-License-Identifier: Apache-2.0

import Platform
import Structures

/// Structures of samples that come without theirs, written down after the samples' own words.
enum AuthoredStructures {
  /// Structures for messages whose structure stands in no other file of the samples.
  static func catalogue() -> StructureCatalogue {
    var catalogue = StructureCatalogue()
    add(
      "IMF:PCPS(1.0.0)",
      dimensions: ["FREQ", "REF_AREA", "COMMODITY", "UNIT_MEASURE", "TIME_PERIOD"],
      attributes: ["UNIT_MULT", "TIME_FORMAT"],
      to: &catalogue
    )
    add(
      "IT1:22_289(1.0.0)",
      dimensions: [
        "FREQ", "REF_AREA", "DATA_TYPE", "SEX", "AGE", "MARITAL_STATUS", "TIME_PERIOD",
      ],
      attributes: ["OBS_STATUS"],
      to: &catalogue
    )
    add(
      "ESTAT:NAMA_10_GDP(1.0.0)",
      dimensions: ["freq", "unit", "na_item", "geo", "TIME_PERIOD"],
      attributes: ["OBS_FLAG", "CONF_STATUS"],
      to: &catalogue
    )
    let rates = ["FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE"]
    add(
      "ECB:ECB_EXR_RG(1.0.0)",
      dimensions: rates + ["EXR_VAR", "TIME_PERIOD"],
      attributes: [
        "COLL_METHOD", "DECIMALS", "UNIT_MEASURE", "UNIT_MULT", "TITLE", "OBS_STATUS",
        "CONF_STATUS_OBS",
      ],
      to: &catalogue
    )
    add(
      "ECB:EXR(1.0.0)",
      dimensions: rates + ["EXR_SUFFIX", "TIME_PERIOD"],
      attributes: [
        "TIME_FORMAT", "COLLECTION", "DECIMALS", "SOURCE_AGENCY[]", "TITLE", "TITLE_COMPL", "UNIT",
        "UNIT_MULT", "OBS_STATUS",
      ],
      to: &catalogue
    )
    return catalogue
  }

  /// The structure of a file whose columns are named after what they are: `DIM_1`, `OBS_VALUE`.
  static func ofColumns(_ path: String) throws -> StructureCatalogue {
    let text = try WholeFile.text(path)
    let lines = text.split(whereSeparator: \.isNewline)
    var catalogue = StructureCatalogue()
    guard let first = lines.first, first.hasPrefix("STRUCTURE") else { return catalogue }
    let isSemicolon = first.contains("];STRUCTURE_ID")
    var names: [String] = []
    var rest = ""
    var depth = 0
    for character in String(first) + (isSemicolon ? ";" : ",") {
      depth += character == "[" ? 1 : character == "]" ? -1 : 0
      if depth == 0, character == (isSemicolon ? ";" : ",") {
        names.append(String(rest.prefix { $0 != ":" }))
        rest = ""
      } else {
        rest.append(character)
      }
    }
    let own: Set = [
      "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY", "UPDATED",
    ]
    let plain = names.filter {
      !$0.hasPrefix("STRUCTURE") && !own.contains($0) && !$0.contains(" ")
    }
    let isMeasure = { (name: String) in name.hasPrefix("OBS_") || name.hasPrefix("MEAS") }
    for line in lines.dropFirst() {
      let fields = line.split(separator: isSemicolon ? ";" : ",", omittingEmptySubsequences: false)
      guard fields.count > 2, var name = fields.dropFirst().first.map(String.init) else { continue }
      if let close = name.firstIndex(of: ")") { name = String(name[...close]) }
      if !name.hasSuffix(")") { name += "(1.0.0)" }
      add(
        name,
        dimensions: plain.filter { $0.hasPrefix("DIM") }.sorted(),
        measures: plain.filter(isMeasure),
        attributes: plain.filter { !$0.hasPrefix("DIM") && !isMeasure($0) },
        to: &catalogue
      )
    }
    return catalogue
  }

  private static func add(
    _ name: String,
    dimensions: [String],
    measures: [String] = ["OBS_VALUE"],
    attributes: [String],
    to catalogue: inout StructureCatalogue
  ) {
    guard let reference = ArtefactReference(.dataStructure, short: name) else { return }
    var components = dimensions.map { id in
      id == "TIME_PERIOD"
        ? component(id, .timeDimension, .timePeriod) : component(id, .dimension, .text)
    }
    components += measures.map {
      component($0, .measure, measures == ["OBS_VALUE"] ? .double : .text)
    }
    components += attributes.map {
      component($0, .attribute(.observation, isMandatory: false), .text)
    }
    guard
      let structure = try? DataStructureDefinition(
        reference,
        name: InternationalString(en: name),
        components: components,
        demandsMeasure: false
      )
    else { return }
    catalogue.add(structure)
    let flow = ArtefactReference(
      .dataflow,
      agency: reference.agency,
      id: reference.id,
      version: reference.version
    )
    catalogue.add(Dataflow(flow, name: InternationalString(en: name), structure: reference))
    catalogue.add(
      .provisionAgreement(
        ProvisionAgreement(
          ArtefactReference(
            .provisionAgreement,
            agency: reference.agency,
            id: reference.id,
            version: reference.version
          ),
          name: InternationalString(en: name),
          flow: flow,
          provider: ObjectReference(
            ArtefactReference(
              .dataProviderScheme,
              agency: reference.agency,
              id: "DATA_PROVIDERS",
              version: Version(1, 0, 0)
            ),
            "DataProvider",
            ["X"]
          )
        )
      )
    )
  }

  /// A component; `ATTR[]` holds several values, `ATTR[en;fr]` texts in languages.
  private static func component(
    _ column: String,
    _ role: Component.Role,
    _ representation: Representation
  ) -> Component {
    let id = String(column.prefix { $0 != "[" })
    var text = TextFormat(.string)
    if column.contains("["), !column.hasSuffix("[]") { text.isMultilingual = true }
    var format = RepresentationFormat(.text(text))
    if column.hasSuffix("[]") { format.maximumOccurrences = .unbounded }
    var details = ComponentDetails()
    if column.contains("[") { details.format = format }
    return Component(
      id,
      Concept(id, name: InternationalString(en: id)),
      role: role,
      representation: representation,
      details: details
    )
  }
}

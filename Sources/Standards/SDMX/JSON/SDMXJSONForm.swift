// SPDX-License-Identifier: Apache-2.0

internal import Platform
internal import Structures

/// What a message says of the form of its data: which components there are, where, with which values.
struct SDMXJSONForm {
  /// A component and the values that places stand for.
  struct Part {
    let id: String
    let keyPosition: Int?
    /// The values; none where they stand in the data themselves.
    let values: [[UInt8]?]
    /// The dimensions that an attribute explains, where the message says so.
    var dimensions: [String] = []
  }

  let datasetDimensions: [Part]
  let seriesDimensions: [Part]
  let observationDimensions: [Part]
  let datasetAttributes: [Part]
  let groupAttributes: [Part]
  let seriesAttributes: [Part]
  let observationAttributes: [Part]
  let measures: [Part]
  let reference: ArtefactReference?

  init(_ value: JSONValue) {
    let parts = { (group: String, level: String) in
      (value[group]?[level]?.values ?? []).map { SDMXJSONForm.part($0) }
    }
    datasetDimensions = parts("dimensions", "dataSet") + parts("dimensions", "dataset")
    seriesDimensions = parts("dimensions", "series")
    observationDimensions = parts("dimensions", "observation")
    datasetAttributes = parts("attributes", "dataSet") + parts("attributes", "dataset")
    groupAttributes = parts("attributes", "dimensionGroup")
    seriesAttributes = parts("attributes", "series")
    observationAttributes = parts("attributes", "observation")
    let found = parts("measures", "observation")
    // SDMX-JSON 1.0 names no measure.
    measures =
      found.isEmpty ? [Part(id: "OBS_VALUE", keyPosition: nil, values: [])] : found
    reference = SDMXJSONForm.reference(value["links"])
  }

  /// The components, as a structure whose types are guessed is made of them.
  var message: MessageForm {
    let dimensions = datasetDimensions + seriesDimensions + observationDimensions
    let ordered = dimensions.enumerated().sorted {
      ($0.element.keyPosition ?? Int.max, $0.offset) < (
        $1.element.keyPosition ?? Int.max, $1.offset
      )
    }
    var form = MessageForm()
    form.dimensions = ordered.map(\.element.id)
    form.measures = measures.map(\.id)
    let series = (datasetDimensions + seriesDimensions).map(\.id)
    for part in datasetAttributes { form.add(part.id, .dataset) }
    for part in groupAttributes + seriesAttributes {
      form.add(part.id, .dimensions(part.dimensions.isEmpty ? series : part.dimensions))
    }
    for part in observationAttributes { form.add(part.id, .observation) }
    return form
  }

  private static func part(_ value: JSONValue) -> Part {
    Part(
      id: value["id"]?.text ?? "",
      keyPosition: value["keyPosition"]?.text.flatMap { Int($0) },
      values: (value["values"]?.values ?? []).map { entry in
        if let id = entry["id"]?.text ?? entry["value"]?.text ?? entry.text {
          return Array(id.utf8)
        }
        if let several = entry["ids"]?.values ?? entry["values"]?.values {
          return Array(MultipleValues.join(several.compactMap(\.text)).utf8)
        }
        if let texts = entry["value"] { return SDMXJSONForm.field(texts).map { Array($0.utf8) } }
        return entry["name"]?.text.map { Array($0.utf8) }
      },
      dimensions: (value["relationship"]?["dimensions"]?.values ?? []).compactMap(\.text)
    )
  }

  /// The flow, structure or agreement that links name, the flow before the others.
  static func reference(_ links: JSONValue?) -> ArtefactReference? {
    let all = (links?.values ?? []).compactMap { link -> ArtefactReference? in
      (link["urn"]?.text ?? link["href"]?.text).flatMap { ArtefactReference(urn: $0) }
    }
    return all.first { $0.kind == .dataflow } ?? all.first { $0.kind == .provisionAgreement }
      ?? all.first { $0.kind == .dataStructure }
  }

  /// A value that stands in the data: plain, several, or in languages.
  static func field(_ value: JSONValue) -> String? {
    switch value {
    case .array(let values): MultipleValues.join(values.map { field($0) ?? "" })
    case .object(let members):
      MultipleValues.join(members.map { "\($0.name):\($0.value.text ?? "")" })
    case .string, .number, .boolean: value.text
    case .null: nil
    }
  }
}

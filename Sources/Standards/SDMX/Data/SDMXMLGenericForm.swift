// SPDX-License-Identifier: Apache-2.0

internal import Platform
internal import Structures

/// Reads which components a generic message names, without reading its values.
///
/// A generic message says of each value whether it is of a key, observed or an attribute; what its
/// attributes are is known at its end only.
final class SDMXMLGenericForm {
  private var dimensions: [String] = []
  private var attributes = MessageForm()
  private var group: [String] = []
  private var seriesKey: [String] = []
  private var observationDimension = "TIME_PERIOD"
  private var words: [XMLRawName: Word] = [:]
  private var seen: Set<String> = []
  private var isKey = false
  private var isAttributes = false
  private var level = Level.dataset

  private enum Level {
    case dataset, group, series, observation
  }

  private enum Word: String {
    case structure = "Structure"
    case group = "Group"
    case groupKey = "GroupKey"
    case series = "Series"
    case seriesKey = "SeriesKey"
    case observation = "Obs"
    case observationKey = "ObsKey"
    case observationDimension = "ObsDimension"
    case attributes = "Attributes"
    case value = "Value"
    case other = ""
  }

  /// The components that the message names: its last dimension is that of its observations.
  static func read(_ open: (XMLSink) throws -> XMLStream) throws -> MessageForm {
    let form = SDMXMLGenericForm()
    let stream = try open(
      XMLSink(start: { form.start($0) }, end: { form.end($0) }, text: { _ in })
    )
    while try stream.pump() {}
    var found = form.attributes
    let time = form.dimensions.filter { $0 == "TIME_PERIOD" }
    found.dimensions = form.dimensions.filter { $0 != "TIME_PERIOD" } + time
    found.measures = ["OBS_VALUE"]
    return found
  }

  private func word(_ name: XMLRawName) -> Word {
    if let word = words[name] { return word }
    let word = Word(rawValue: name.text) ?? .other
    words[name] = word
    return word
  }

  private func start(_ element: XMLRawElement) {
    switch word(element.name) {
    case .structure:
      if let id = attribute("dimensionAtObservation", element), id != "AllDimensions" {
        observationDimension = id
      }
    case .group:
      level = .group
      group = []
    case .series:
      level = .series
      seriesKey = []
    case .observation: level = .observation
    case .groupKey, .seriesKey, .observationKey: isKey = true
    case .observationDimension: add(attribute("id", element) ?? observationDimension)
    case .attributes: isAttributes = true
    case .value:
      guard let id = attribute("id", element) else { return }
      if isKey { addKey(id) } else if isAttributes { addAttribute(id) }
    case .other: break
    }
  }

  private func end(_ name: XMLRawName) {
    switch word(name) {
    case .groupKey, .seriesKey, .observationKey: isKey = false
    case .attributes: isAttributes = false
    case .observation: level = seriesKey.isEmpty ? .dataset : .series
    case .series:
      level = .dataset
      seriesKey = []
    case .group: level = .dataset
    default: break
    }
  }

  private func addKey(_ id: String) {
    switch level {
    case .group: group.append(id)
    case .series: seriesKey.append(id)
    case .dataset, .observation: break
    }
    add(id)
  }

  private func add(_ id: String) {
    if seen.insert(id).inserted { dimensions.append(id) }
  }

  private func addAttribute(_ id: String) {
    switch level {
    case .dataset: attributes.add(id, .dataset)
    case .group: attributes.add(id, .dimensions(group))
    case .series: attributes.add(id, .dimensions(seriesKey))
    case .observation: attributes.add(id, .observation)
    }
  }

  private func attribute(_ name: String, _ element: XMLRawElement) -> String? {
    for position in 0..<element.count where element.name(position).text == name {
      return String(decoding: element.value(position), as: UTF8.self)
    }
    return nil
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Structures

/// The components that a message names by itself: enough for a structure whose types are guessed.
struct MessageForm {
  /// The dimensions, in the order of keys.
  var dimensions: [String] = []
  /// The measures.
  var measures: [String] = []
  /// The attributes, each with what it explains.
  private(set) var attributes: [(id: String, attachment: Component.Attachment)] = []

  /// Takes an attribute; one that stands at two levels explains single observations.
  mutating func add(_ id: String, _ attachment: Component.Attachment) {
    guard let position = attributes.firstIndex(where: { $0.id == id }) else {
      attributes.append((id, attachment))
      return
    }
    if attributes[position].attachment != attachment {
      attributes[position].attachment = .observation
    }
  }

  /// The structure that the components make; `nil` where they make none.
  ///
  /// Everything is text but the time, which is a period, and the measures, which are doubles.
  ///
  /// - Parameter reference: what the message names.
  /// - Returns: the structure.
  func structure(_ reference: ArtefactReference?) -> DataStructureDefinition? {
    var components = dimensions.map { id in
      id == "TIME_PERIOD"
        ? component(id, .timeDimension, .timePeriod) : component(id, .dimension, .text)
    }
    components += measures.map { component($0, .measure, .double) }
    components += attributes.map {
      component($0.id, .attribute($0.attachment, isMandatory: false), .text)
    }
    return try? DataStructureDefinition(
      ArtefactReference(
        .dataStructure,
        agency: reference?.agency ?? "AYNI",
        id: reference?.id ?? "MESSAGE",
        version: reference?.version ?? Version(1, 0, 0)
      ),
      name: InternationalString(en: reference?.id ?? "MESSAGE"),
      components: components
    )
  }

  private func component(
    _ id: String,
    _ role: Component.Role,
    _ representation: Representation
  ) -> Component {
    Component(
      Concept(id, name: InternationalString(en: id)),
      role: role,
      representation: representation
    )
  }
}

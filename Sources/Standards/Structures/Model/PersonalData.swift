// SPDX-License-Identifier: Apache-2.0

extension Component {
  /// Whether the component holds what is known of single persons, such as the name of an expert.
  ///
  /// What is personal serves the office's own work and is never published: the note travels with the
  /// structure, as an SDMX annotation of the type `PERSONAL_DATA`.
  public var isPersonal: Bool {
    concept.details.annotations.contains { $0.type == ItemDetails.personalType }
  }
}

extension ItemDetails {
  static let personalType: String = "PERSONAL_DATA"

  /// The note that a component is personal.
  static var personal: ItemDetails {
    var note = Annotation()
    note.type = personalType
    var details = ItemDetails()
    details.annotations = [note]
    return details
  }
}

// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Structures

/// Structures with every kind of component, in two languages, with characters that XML escapes.
enum SampleStructures {
  static func reference(_ kind: ArtefactKind, _ id: String) -> ArtefactReference {
    ArtefactReference(kind, agency: "AYNI", id: id, version: Version(1, 2, 0))
  }

  static func areas(root: String = "W00") throws -> Codelist {
    try Codelist(
      reference(.codelist, "CL_AREA"),
      name: InternationalString(en: "Areas", fr: "Régions"),
      codes: [
        Code(root, name: InternationalString(en: "World", fr: "Monde")),
        Code(
          "AM",
          name: InternationalString(en: "Americas & <others>", fr: "Amériques « et \"autres\" »"),
          description: InternationalString(en: "North > South", fr: "du Nord au Sud"),
          parent: root
        ),
        Code("604", name: InternationalString(en: "Peru", fr: "Pérou"), parent: "AM"),
        Code("_X", name: InternationalString([:])),
      ]
    )
  }

  static func everything(time: String = "TIME_PERIOD") throws -> DataStructureDefinition {
    let component = { (id: String, role: Component.Role, holds: Representation) in
      Component(Concept(id, name: InternationalString(en: id)), role: role, representation: holds)
    }
    return try DataStructureDefinition(
      reference(.dataStructure, "DSD_ALL"),
      name: InternationalString(en: "Everything", fr: "Tout"),
      components: [
        Component(
          Concept(
            "AREA",
            name: InternationalString(en: "Area", fr: "Région"),
            description: InternationalString(en: "Where", fr: "Où")
          ),
          role: .dimension,
          representation: .codelist(reference(.codelist, "CL_AREA"))
        ),
        component("ITEM", .dimension, .text), component("DAY", .dimension, .date),
        component(time, .timeDimension, .timePeriod),
        component("AMOUNT", .measure, .decimal(precision: 38, scale: 2)),
        component("UNITS", .measure, .decimal(precision: 20, scale: 0)),
        component("COUNT", .measure, .integer), component("INDEX", .measure, .double),
        component("KNOWN", .measure, .boolean),
        component("NOTE", .attribute(.observation, isMandatory: false), .text),
        component("SOURCE", .attribute(.dataset, isMandatory: true), .text),
        component(
          "SINCE",
          .attribute(.dimensions(["AREA", "ITEM"]), isMandatory: false),
          .timePeriod
        ),
        component("ALONE", .attribute(.dimensions([]), isMandatory: false), .integer),
      ]
    )
  }

  static func smallest() throws -> DataStructureDefinition {
    try DataStructureDefinition(
      reference(.dataStructure, "DSD_SMALL"),
      name: InternationalString(fr: "Petit"),
      components: [
        Component(
          Concept("KEY", name: InternationalString([:])),
          role: .dimension,
          representation: .integer
        ),
        Component(
          Concept("OBS_VALUE", name: InternationalString(en: "Value")),
          role: .measure,
          representation: .double
        ),
      ]
    )
  }

  static func dataflow() -> Dataflow {
    Dataflow(
      reference(.dataflow, "DF_ALL"),
      name: InternationalString(en: "All flows", fr: "Tous les flux"),
      description: InternationalString(en: "What is published", fr: "Ce qui est publié"),
      structure: reference(.dataStructure, "DSD_ALL")
    )
  }

  static func catalogue() throws -> StructureCatalogue {
    var catalogue = StructureCatalogue()
    catalogue.add(try areas())
    catalogue.add(try everything())
    catalogue.add(try smallest())
    catalogue.add(dataflow())
    return catalogue
  }
}

extension InternationalString {
  fileprivate init(fr french: String) { self.init([.french: french]) }
}

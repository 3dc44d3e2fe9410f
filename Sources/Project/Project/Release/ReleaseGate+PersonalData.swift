// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Structures

extension ReleaseGate {
  /// Lets a candidate through only if no published dataset has a component that is personal (rule V16).
  public static let noPersonalData: ReleaseGate = ReleaseGate(
    Message("gate.personal-data", en: "no personal data", fr: "aucune donnée personnelle"),
    remedy: Message(
      "gate.personal-data.remedy",
      en: "leave the dataset, or its personal components, out of what is published",
      fr: "retirez de ce qui est publié le jeu de données, ou ses composantes personnelles"
    )
  ) { contents, _ in
    contents.datasets.flatMap { published in
      published.dataset.structure.components.filter(\.isPersonal).map { component in
        ProjectDefinitions.personalData.at(
          contents.settings.release.datasetsLocation,
          ["component": .text(component.id), "dataset": .text(published.name)]
        )
      }
    }
  }
}

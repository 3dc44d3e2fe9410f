// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What the doctor says.
enum DoctorWords {
  static let well = Message("doctor.ok", en: "ok", fr: "ok")
  static let missing = Message("doctor.missing", en: "MISSING", fr: "MANQUE")
  static let absent = Message("doctor.absent", en: "absent", fr: "absent")

  static let ayni = Message("doctor.ayni", en: "ayni", fr: "ayni")
  static let engine = Message("doctor.engine", en: "engine", fr: "moteur")
  static let boundaries = Message("doctor.boundaries", en: "boundaries", fr: "frontières")
  static let example = Message("doctor.example", en: "example", fr: "exemple")
  static let machine = Message("doctor.machine", en: "machine", fr: "machine")
  static let disk = Message("doctor.disk", en: "disk", fr: "disque")

  /// A program goes by its own name.
  static func program(_ name: String) -> Message {
    Message("doctor.program", en: name, fr: name)
  }

  static let capacity = Message(
    "doctor.capacity",
    en: "{cores} {cores|core|cores}, {memory} MB free",
    fr: "{cores} {cores|cœur|cœurs}, {memory} Mo libres"
  )
  static let space = Message("doctor.space", en: "{space} MB free", fr: "{space} Mo libres")

  static let command = Message("doctor.command", en: "{command}", fr: "{command}")
  static let copyBundle = Message(
    "doctor.copy-bundle",
    en: "copy the whole folder of Ayni here again: {file} is missing in {folder}",
    fr: "copiez à nouveau ici tout le dossier d'Ayni : {file} manque dans {folder}"
  )
  static let lessMemory = Message(
    "doctor.less-memory",
    en: "close other programs, or write memory = \"256MB\" below [engine] in ayni.toml",
    fr: "fermez d'autres programmes, ou écrivez memory = \"256MB\" sous [engine] dans ayni.toml"
  )
  static let makeRoom = Message(
    "doctor.make-room",
    en: "free 200 MB on the disk of this folder",
    fr: "libérez 200 Mo sur le disque de ce dossier"
  )
  static let removeResults = Message(
    "doctor.remove-results",
    en: "rm -r {folder} (while nothing runs: it holds only what can be computed again)",
    fr: "rm -r {folder} (quand rien ne tourne : il ne contient que ce qui peut être recalculé)"
  )
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// A message and what fills its places.
struct Phrase {
  let message: Message
  let arguments: [String: MessageArgument]

  init(_ message: Message, _ arguments: [String: MessageArgument] = [:]) {
    self.message = message
    self.arguments = arguments
  }

  func text(in catalogue: Catalogue) -> String { catalogue.text(message, arguments) }
}

/// One thing that Ayni needs or can use.
struct Finding {
  /// How it stands with the thing.
  enum State: String {
    /// It is there and works.
    case well = "ok"
    /// It is not there, and Ayni cannot do without it.
    case missing
    /// It is not there, and something is left out without it.
    case absent
  }

  /// What programs know it by, in every language.
  let name: String
  /// What a person knows it by.
  let title: Message
  let state: State
  let version: String?
  let path: String?
  /// What there is to say besides.
  let remark: Phrase?
  /// What mends it; `nil` where nothing has to be mended.
  let remedy: Phrase?

  init(
    _ name: String,
    _ title: Message,
    _ state: State = .well,
    version: String? = nil,
    path: String? = nil,
    remark: Phrase? = nil,
    remedy: Phrase? = nil
  ) {
    self.name = name
    self.title = title
    self.state = state
    self.version = version
    self.path = path
    self.remark = remark
    self.remedy = state == .well ? nil : remedy
  }

  /// The finding for a person: a line, and one with the remedy where something is to be mended.
  func lines(in catalogue: Catalogue) -> [String] {
    let details = [version, remark?.text(in: catalogue), path].compactMap(\.self)
    let detail = details.isEmpty ? "-" : details.joined(separator: ", ")
    let line = "\(catalogue.text(mark))\t\(catalogue.text(title))\t\(detail)"
    return [line] + (remedy.map { ["\t\t" + $0.text(in: catalogue)] } ?? [])
  }

  /// The finding for a program: one object, with the members that there is something to say of.
  func json(in catalogue: Catalogue) -> JSONValue {
    let members: [(String, String?)] = [
      ("name", name), ("state", state.rawValue), ("version", version), ("path", path),
      ("remark", remark?.text(in: catalogue)), ("remedy", remedy?.text(in: catalogue)),
    ]
    return .object(
      members.compactMap { name, text in text.map { JSONValue.Member(name, .string($0)) } }
    )
  }

  private var mark: Message {
    switch state {
    case .well: DoctorWords.well
    case .missing: DoctorWords.missing
    case .absent: DoctorWords.absent
    }
  }
}

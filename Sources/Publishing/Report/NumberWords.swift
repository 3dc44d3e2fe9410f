// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project

/// Numbers of reports as a language writes them, and the words for those that are not there.
struct NumberWords: Sendable {
  let words: PageLanguage

  /// The number, without decimals where all of them are zero; else the reason why there is none.
  func text(_ number: BoundNumber) -> String {
    switch number.content {
    case .value(let text): sign(number) + words.numbers.grouped(NumberWords.shortened(text))
    case .blank(let blank): reason(blank)
    }
  }

  /// A change that is no loss has its sign, so that it is read as a change.
  private func sign(_ number: BoundNumber) -> String {
    guard [.difference, .remainder].contains(number.origin.formula), let text = number.text,
      !text.hasPrefix("-"), text.contains(where: { ("1"..."9").contains($0) })
    else { return "" }
    return "+"
  }

  /// The number and its unit.
  func measured(_ number: BoundNumber) -> String {
    guard let unit = number.unit, number.text != nil else { return text(number) }
    return "\(text(number))\u{A0}\(words.plain(unit))"
  }

  /// Why there is no number.
  func reason(_ blank: BoundNumber.Blank) -> String {
    switch blank {
    case .noObservation: words.text(ReportPageTexts.noObservation)
    case .noValue: words.text(ReportPageTexts.noValue)
    case .status(let label): words.plain(label)
    }
  }

  /// How the number comes from the observations of its commands.
  func formula(_ origin: BoundNumber.Origin) -> String {
    switch origin.formula {
    case .observation: ""
    case .count: words.text(ReportPageTexts.count)
    case .difference: words.text(ReportPageTexts.difference)
    case .remainder: words.text(ReportPageTexts.remainder)
    }
  }

  /// `348.00` -> `348`; `348.50` stays.
  static func shortened(_ text: String) -> String {
    guard let point = text.firstIndex(of: "."), text[point...].dropFirst().allSatisfy({ $0 == "0" })
    else { return text }
    return String(text[..<point])
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Platform

extension TOMLTableReader {
  /// One of a closed list of words; `nil` where the key is missing or the word is not in the list.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - collector: takes `project.bad-parameter` with the nearest word.
  /// - Returns: the choice.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    _ collector: DiagnosticCollector
  ) -> Choice? where Choice.RawValue == String {
    guard let word = optionalString(key) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let valid = Choice.allCases.map(\.rawValue)
    collector.report(
      ProjectDefinitions.badParameter.at(
        location(of: key),
        [
          "key": .text(key), "value": .text(word),
          "valid": .text(valid.joined(separator: ", ")),
        ],
        suggestion: NearestName.of(word, among: valid)
      )
    )
    return nil
  }
}

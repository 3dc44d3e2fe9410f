// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
public import Platform

extension TOMLTableReader {
  /// A name in one language or several: `"Partner"` or `{ en = "Partner", fr = "Partenaire" }`.
  ///
  /// - Parameters:
  ///   - key: the key, which must be there.
  ///   - collector: takes what is wrong.
  /// - Returns: the texts; none where the key is missing, which has been reported then.
  public func internationalString(
    _ key: String,
    _ collector: DiagnosticCollector
  ) -> InternationalString {
    if let texts = optionalInternationalString(key, collector) { return texts }
    // Asking for the text reports that the key is missing.
    return InternationalString(en: keys.contains(key) ? "" : string(key))
  }

  /// A name in one language or several that may be there.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - collector: takes what is wrong.
  /// - Returns: the texts, or `nil`.
  public func optionalInternationalString(
    _ key: String,
    _ collector: DiagnosticCollector
  ) -> InternationalString? {
    guard let value = value(key) else { return nil }
    if case .table = value.content {
      return table(key) { names in
        InternationalString(
          Dictionary(
            names.keys.map { (Language(rawValue: $0), names.string($0)) },
            uniquingKeysWith: { first, _ in first }
          )
        )
      }
    }
    return optionalString(key).map { InternationalString(en: $0) }
  }
}

// SPDX-License-Identifier: Apache-2.0

public import Structures
internal import Values

/// Values of registers, as texts, compared by what they mean.
public enum FormValue {
  /// Whether two texts stand for the same: `12.50` and `12.5`, `true` and `yes`.
  public static func areEqual(
    _ left: String?,
    _ right: String?,
    _ representation: Representation
  ) -> Bool {
    guard let left, let right else { return left == right }
    if left == right { return true }
    switch representation {
    case .integer, .decimal:
      guard let left = Decimal(left), let right = Decimal(right) else { return false }
      return left == right
    case .double: return Double(left).map { $0 == Double(right) } ?? false
    case .boolean: return left.lowercased() == right.lowercased()
    case .timePeriod: return TimePeriod(left).map { $0 == TimePeriod(right) } ?? false
    case .codelist, .text, .date: return false
    }
  }

  /// A text in the one writing by which records are told apart: `12.50` as `12.5`.
  public static func normalised(_ text: String, _ representation: Representation) -> String {
    switch representation {
    case .integer, .decimal: Decimal(text)?.reduced.description ?? text
    case .double: Double(text)?.description ?? text
    case .boolean: text.lowercased()
    case .timePeriod: TimePeriod(text)?.description ?? text
    case .codelist, .text, .date: text
    }
  }
}

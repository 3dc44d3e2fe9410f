// SPDX-License-Identifier: Apache-2.0

internal import Relation

/// A mask of `cast` for numbers: `D` a digit, `E` a digit of the exponent, `*` any number of digits, `+` at least
/// one, and a dot or a comma before the decimals.
///
/// A digit before `*` or `+` is what is repeated, as in the manual's `D*.D*` and `D+.D+`. A sign may stand before
/// the digits, and the letter `E` before those of the exponent, as in texts without a mask.
///
/// - Source: VTL 2.2 reference manual, "The numbers formatting mask".
struct NumberMask {
  /// How many digits there are.
  private struct Digits {
    var count = 0
    var isOpen = false

    var pattern: String { isOpen ? "[0-9]{\(count),}" : "[0-9]{\(count)}" }
  }

  private let whole: Digits
  private let decimals: Digits?
  private let separator: Character?
  private let exponent: Int
  /// Doubles have seventeen digits; so many decimals are written at most.
  private static let greatestScale = 15

  /// Reads a mask; `nil` where it has what is not defined.
  init?(_ mask: String) {
    var parts: [Digits] = [Digits()]
    var separator: Character?
    var exponent = 0
    var rest = mask[...]
    while let character = rest.popFirst() {
      if exponent > 0, character != "E" { return nil }
      switch character {
      case "D" where rest.first == "*" || rest.first == "+":
        if rest.removeFirst() == "+" { parts[parts.count - 1].count += 1 }
        parts[parts.count - 1].isOpen = true
      case "D": parts[parts.count - 1].count += 1
      case "*": parts[parts.count - 1].isOpen = true
      case "+":
        parts[parts.count - 1].count += 1
        parts[parts.count - 1].isOpen = true
      case "E": exponent += 1
      case ".", ",":
        guard separator == nil else { return nil }
        separator = character
        parts.append(Digits())
      default: return nil
      }
    }
    guard parts.allSatisfy({ $0.count > 0 || $0.isOpen }) else { return nil }
    whole = parts[0]
    decimals = parts.count > 1 ? parts[1] : nil
    self.separator = separator
    self.exponent = exponent
  }

  // MARK: Reading

  /// A number from a text of this form; a text of another form stops the statement.
  ///
  /// - Returns: the number; `nil` where the mask is none of whole numbers and one is asked for.
  func number(_ text: PlanValue, as type: ScalarType) -> PlanValue? {
    if type == .integer, decimals != nil || exponent > 0 { return nil }
    var pattern = "[+-]?" + whole.pattern
    if let separator, let decimals { pattern += "[\(separator)]" + decimals.pattern }
    if exponent > 0 { pattern += "E[+-]?[0-9]{\(exponent)}" }
    let fits = PlanValue.call(.matches, text, .literal(.string(pattern)))
    let spelt = separator == "," ? PlanValue.call(.replace, text, ",", ".") : text
    let number = spelt.cast(orNullTo: type.columnType)
    return .choice(
      [(text.isNull || (fits && number.isNotNull), number)],
      otherwise: .failure(VTLDefinitions.maskMismatch, as: type.columnType)
    )
  }

  // MARK: Writing

  /// A number in this form, rounded half away from zero; one with more digits before the separator stops the
  /// statement.
  ///
  /// - Returns: the text; `nil` of a mask with an exponent, for which the manual leaves the mantissa open, and of
  ///   more than fifteen decimals.
  func text(of number: PlanValue, _ type: ScalarType) -> PlanValue? {
    let scale = decimals.map { $0.isOpen ? NumberMask.greatestScale : $0.count } ?? 0
    guard exponent == 0, scale <= NumberMask.greatestScale,
      (decimals?.count ?? 0) <= NumberMask.greatestScale
    else { return nil }
    // By way of its text a double has the decimals that it is written with.
    let exact = number.cast(to: .string).cast(orNullTo: .decimal(precision: 38, scale: 15))
    let rounded = exact.cast(orNullTo: .decimal(precision: 38, scale: scale))
    let zero = PlanValue.literal(.decimal(unscaled: 0, precision: 38, scale: scale))
    let digits = PlanValue.call(.absolute, rounded).cast(to: .string)
    let point = PlanValue.call(.position, digits, ".")
    let before =
      scale == 0 ? digits : PlanValue.call(.substring, digits, 1, point - 1)
    let minus: PlanValue = "-"
    var pieces: [PlanValue] = [.choice([(rounded < zero, minus)], otherwise: ""), padded(before)]
    if let separator {
      pieces.append(.literal(.string(String(separator))))
      pieces.append(
        fraction(.call(.substring, digits, point + 1, TimeCode.whole(NumberMask.greatestScale)))
      )
    }
    let length = PlanValue.call(.length, before)
    let fits = whole.isOpen ? rounded.isNotNull : length <= TimeCode.whole(whole.count)
    return .choice(
      [(number.isNull || (rounded.isNotNull && fits), .call(.concatenate, pieces))],
      otherwise: .mismatch
    )
  }

  /// The digits before the separator with zeros before them.
  private func padded(_ digits: PlanValue) -> PlanValue {
    guard whole.count > 1 else { return digits }
    let zeros = PlanValue.literal(.string(String(repeating: "0", count: whole.count)))
    let length = PlanValue.call(.length, digits)
    let padded = PlanValue.call(
      .substring,
      .call(.concatenate, zeros, digits),
      length + 1,
      TimeCode.whole(whole.count)
    )
    return .choice([(length < TimeCode.whole(whole.count), padded)], otherwise: digits)
  }

  /// The digits behind the separator; of an open number those that are needed, and at least one.
  private func fraction(_ digits: PlanValue) -> PlanValue {
    guard let decimals, decimals.isOpen else { return digits }
    let least = max(decimals.count, 1)
    let needed = PlanValue.call(
      .replace,
      .call(.trimEnd, .call(.replace, digits, "0", " ")),
      " ",
      "0"
    )
    return .choice(
      [
        (
          PlanValue.call(.length, needed) < TimeCode.whole(least),
          .call(.substring, digits, 1, TimeCode.whole(least))
        )
      ],
      otherwise: needed
    )
  }
}

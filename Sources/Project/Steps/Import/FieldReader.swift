// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics

/// Reads the fields of one component: each is read first and appended only when the whole row is sound.
class FieldReader {
  /// The builder that takes the values.
  let builder: any ColumnBuilder
  private var isNull = true

  init(_ builder: any ColumnBuilder) { self.builder = builder }

  /// Reads a field that has a value.
  ///
  /// - Returns: what is wrong; `nil` where nothing is.
  func read(_ field: UnsafeBufferPointer<UInt8>) -> Fault? {
    isNull = false
    return nil
  }

  /// Reads a field without a value.
  func readNull() { isNull = true }

  /// Appends what was read.
  final func commit() throws {
    if isNull { builder.appendNull() } else { try append() }
  }

  /// Appends the value that was read; overridden for each type.
  func append() throws {}

  final func accept() { isNull = false }

  /// What can be wrong with a field.
  enum Fault {
    case badNumber, decimalComma, tooManyDecimals, tooLarge, badDate, badPeriod, badBoolean
    case unknownCode
  }
}

/// Text, of any content or a code of a list.
final class TextFieldReader: FieldReader {
  private let strings: StringColumnBuilder
  private let map: [String: String]
  private let codes: Set<String>?
  private let isPeriod: Bool
  private var text = ""

  init(map: [String: String], codes: Set<String>?, isPeriod: Bool) {
    strings = StringColumnBuilder()
    self.map = map
    self.codes = codes
    self.isPeriod = isPeriod
    super.init(strings)
  }

  override func read(_ field: UnsafeBufferPointer<UInt8>) -> Fault? {
    accept()
    text = String(decoding: field, as: UTF8.self)
    if let standard = map[text] { text = standard }
    if let codes, !codes.contains(text) { return .unknownCode }
    if isPeriod { return normalisePeriod() }
    return nil
  }

  override func append() throws { strings.append(text) }

  private func normalisePeriod() -> Fault? {
    guard let period = TimePeriodText.normalised(text) else { return .badPeriod }
    text = period
    return nil
  }
}

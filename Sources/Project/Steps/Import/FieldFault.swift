// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What can be wrong with a field.
enum FieldFault: Error {
  case missingValue
  case badNumber, decimalComma, tooManyDecimals, tooLarge, badDate, badPeriod, badBoolean
  case unknownCode

  /// The code that a fault is told by.
  var definition: DiagnosticDefinition {
    switch self {
    case .missingValue: StepsDefinitions.missingValue
    case .badNumber: StepsDefinitions.badNumber
    case .decimalComma: StepsDefinitions.decimalComma
    case .tooManyDecimals: StepsDefinitions.tooManyDecimals
    case .tooLarge: StepsDefinitions.tooLarge
    case .badDate: StepsDefinitions.badDate
    case .badPeriod: StepsDefinitions.badPeriod
    case .badBoolean: StepsDefinitions.badBoolean
    case .unknownCode: StepsDefinitions.unknownCode
    }
  }
}

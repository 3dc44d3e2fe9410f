// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics

/// What Project itself says in a report.
enum ReportTexts {
  static let crossTitle = Message(
    "report.cross-title",
    en: "{measure} by {dimensions}",
    fr: "{measure} : {dimensions}"
  )
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Structures

/// Who answered of those who were asked, as it must be stated beside every total of a dataset.
///
/// One row of the dataset of answers is one who was asked; its status says what became of the answer.
public struct CoverageDefinition: Sendable {
  /// The dataset of answers; it need not be published.
  public let dataset: String
  /// The component that holds the status.
  public let status: String
  /// The codes of the status that count as answered.
  public let returned: [String]
  /// Values to which components are held, such as the round.
  public let fixed: [String: String]
  /// What the collection is called.
  public let title: InternationalString
  /// Who was asked, in the plural.
  public let units: InternationalString
  /// Where it is stated.
  public let location: Location

  init(_ table: TOMLTableReader, _ collector: DiagnosticCollector) {
    dataset = table.string("dataset")
    status = table.string("status")
    returned = table.strings("returned")
    title = table.internationalString("title", collector)
    units = table.internationalString("units", collector)
    fixed =
      table.table("fixed") { fixed in
        Dictionary(
          fixed.keys.map { ($0, fixed.string($0)) },
          uniquingKeysWith: { first, _ in first }
        )
      } ?? [:]
    location = table.location
  }

  /// The components that it names.
  var components: [String] { [status] + fixed.keys.sorted() }
}

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
internal import Platform
public import Project

/// The formats in which a report is written.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// One page with its style and drawings within.
  case html
  /// A workbook: a sheet for each table, one for all numbers and their commands.
  case xlsx
  /// A document for word processors, by pandoc.
  case docx
  /// Pages for paper, by a browser.
  case pdf
}

/// Writes a report in the formats that are asked for, as far as this machine can.
public struct ReportFiles: Sendable {
  private let document: ReportDocument
  private let settings: ProjectSettings
  private let release: String?

  /// Takes a report.
  ///
  /// - Parameters:
  ///   - document: the report.
  ///   - settings: the settings of the project, for names.
  ///   - release: the release that it was written from; `nil` where it was written from working data.
  public init(_ document: ReportDocument, settings: ProjectSettings, release: String?) {
    self.document = document
    self.settings = settings
    self.release = release
  }

  /// Writes the report.
  ///
  /// - Parameters:
  ///   - formats: the formats.
  ///   - base: the path of the files without its ending; the folder exists.
  ///   - programs: the programs that make documents.
  ///   - collector: takes `publishing.program-missing` and what programs that fail say, as warnings: the other
  ///     formats are written all the same.
  /// - Returns: the paths that were written, in the order of the formats.
  /// - Throws: what writing gives.
  public func write(
    _ formats: [ReportFormat],
    to base: String,
    programs: DocumentPrograms,
    _ collector: DiagnosticCollector
  ) async throws -> [String] {
    var paths: [String] = []
    for format in formats {
      let path = "\(base).\(format.rawValue)"
      switch format {
      case .html: try DurableFile.write(try page(.reader).bytes(), to: path)
      case .xlsx: try workbook(path)
      case .docx, .pdf:
        do {
          let bytes =
            format == .docx
            ? try await programs.document(page(.wordProcessor), pictures)
            : try await programs.pages(page(.reader))
          try DurableFile.write(bytes, to: path)
        } catch let diagnostic as Diagnostic where diagnostic.isAboutProgram {
          collector.report(diagnostic.asWarning(format))
          continue
        }
      }
      paths.append(path)
    }
    return paths
  }

  private func page(_ purpose: ReportPage.Purpose) -> ReportPage {
    ReportPage(document, settings: settings, release: release, purpose: purpose)
  }

  /// The drawings of the report, by the names under which the page for word processors looks for them.
  private var pictures: [(name: String, drawing: [UInt8])] {
    let words = PageLanguage(document.language)
    let charts = document.blocks.charts.filter { !$0.isEmpty }
    return charts.enumerated().map { position, chart in
      let image = ChartImage(chart, words, id: "c\(position + 1)")
      return (image.id, image.file)
    }
  }

  /// A workbook is written aside first: the library that writes it knows nothing of durable files.
  private func workbook(_ path: String) throws {
    let folder = try TemporaryFolder()
    try withExtendedLifetime(folder) {
      let aside = "\(folder.path)/report.xlsx"
      try ReportWorkbook(document, settings: settings, release: release).write(to: aside)
      try DurableFile.write(try WholeFile.bytes(aside), to: path)
    }
  }
}

extension [ReportBlock] {
  /// The charts, in order.
  fileprivate var charts: [ReportChart] {
    flatMap { block -> [ReportChart] in
      switch block {
      case .chart(let chart): [chart]
      case .list(_, let items): items.flatMap(\.charts)
      case .quotation(let inner): inner.charts
      default: []
      }
    }
  }
}

extension Diagnostic {
  fileprivate var isAboutProgram: Bool {
    code.rawValue.hasPrefix("platform.program-") || code.rawValue == "publishing.program-missing"
  }

  /// The problem as a warning: a document that could not be made, beside others that were.
  fileprivate func asWarning(_ format: ReportFormat) -> Diagnostic {
    if severity == .warning { return self }
    let reason = message(in: Catalogue(.english))
    return PublishingDefinitions.documentNotMade.at(
      nil,
      ["format": .text(format.rawValue), "reason": .text(reason)],
      cause: cause
    )
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Glibc
public import Platform

/// The programs of the machine that make documents of pages.
public struct DocumentPrograms: Sendable {
  /// Makes Word documents.
  public let pandoc: Subprocess?
  /// Makes pictures of drawings.
  public let rsvg: Subprocess?
  /// Prints pages.
  public let browser: Subprocess?

  /// Looks for the programs.
  ///
  /// - Parameter folders: where; the folders of `PATH` by default.
  public init(in folders: [String]? = nil) {
    pandoc = Subprocess.find("pandoc", in: folders)
    rsvg = Subprocess.find("rsvg-convert", in: folders)
    browser = Subprocess.find("chromium", "chromium-browser", "google-chrome", in: folders)
  }

  /// A Word document of a page.
  ///
  /// - Throws: `publishing.program-missing`, `platform.program-failed`, `platform.program-too-slow`.
  func document(
    _ page: ReportPage,
    _ pictures: [(name: String, drawing: [UInt8])]
  ) async throws -> [UInt8] {
    guard let pandoc else { throw missing("pandoc", "docx", "pandoc") }
    let folder = try TemporaryFolder()
    try DurableFile.write(try page.bytes(), to: "\(folder.path)/report.html")
    for picture in pictures {
      guard let rsvg else { throw missing("rsvg-convert", "docx", "librsvg2-bin") }
      let source = "\(folder.path)/\(picture.name).svg"
      let target = "\(folder.path)/\(picture.name).png"
      try DurableFile.write(picture.drawing, to: source)
      try await call(
        rsvg,
        ["--format=png", "--width=1440", "--background-color=white", "--output=\(target)", source],
        folder
      )
    }
    try await call(
      pandoc,
      [
        "--from=html+epub_html_exts", "--to=docx", "--resource-path=\(folder.path)",
        "--output=\(folder.path)/report.docx",
        "--metadata=lang:\(page.words.language.rawValue)", "\(folder.path)/report.html",
      ],
      folder
    )
    // The folder goes when nobody holds it any more: it is held until its file has been read.
    return try withExtendedLifetime(folder) { try WholeFile.bytes("\(folder.path)/report.docx") }
  }

  /// The page on paper, as PDF.
  ///
  /// - Throws: as ``document(_:_:)``.
  func pages(_ page: ReportPage) async throws -> [UInt8] {
    guard let browser else { throw missing("chromium", "pdf", "chromium") }
    let folder = try TemporaryFolder()
    try DurableFile.write(try page.bytes(), to: "\(folder.path)/report.html")
    // A browser of the administrator's has no sandbox; the page runs nothing and fetches nothing anyway.
    let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
    try await call(
      browser,
      sandbox + [
        "--headless=new", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-extensions", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--no-pdf-header-footer", "--user-data-dir=\(folder.path)/profile",
        "--print-to-pdf=\(folder.path)/report.pdf", "file://\(folder.path)/report.html",
      ],
      folder
    )
    return try withExtendedLifetime(folder) { try WholeFile.bytes("\(folder.path)/report.pdf") }
  }

  private func call(
    _ program: Subprocess,
    _ arguments: [String],
    _ folder: TemporaryFolder
  ) async throws {
    let outcome = try await program.run(arguments, in: folder.path, limit: .seconds(120))
    guard outcome.isWell else {
      throw PlatformDefinitions.programFailed.at(
        nil,
        ["program": .text(program.name)],
        cause: String(decoding: outcome.messages.suffix(400), as: UTF8.self)
      )
    }
  }

  private func missing(_ program: String, _ format: String, _ package: String) -> Diagnostic {
    PublishingDefinitions.programMissing.at(
      nil,
      ["program": .text(program), "format": .text(format), "package": .text(package)]
    )
  }
}

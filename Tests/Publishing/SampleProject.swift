// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Engine
import FoundationEssentials
import Platform
import Project
import Relation
import Steps

@testable import Publishing

/// A small project in a folder of its own: a register of loans, totals of it by area and by year.
///
/// One record has no amount, and one activity is named with markup and with SQL.
struct SampleProject {
  /// The contents of a release of the project, for as long as the work lasts.
  static func withContents<Result>(
    changing changes: [String: String] = [:],
    _ body: (ReleaseContents, _ release: String) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("ayni-publishing-\(UInt64.random(in: 0 ... .max))").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (file, text) in files.merging(changes, uniquingKeysWith: { $1 }) {
      let parent = "\(folder)/\(file)".split(separator: "/").dropLast().joined(separator: "/")
      try FileManager.default.createDirectory(
        atPath: "/\(parent)",
        withIntermediateDirectories: true
      )
      try text.write(toFile: "\(folder)/\(file)", atomically: false, encoding: .utf8)
    }
    let project = try ProjectFolder(folder)
    let graph = try StepGraph(project, kinds: [ImportStep.kind, AggregateStep.kind])
    let session = try await DuckDBSession(
      SessionConfiguration(
        threads: 1,
        temporaryFolder: "\(folder)/.temporary",
        allowedFolders: [project.root.path]
      )
    )
    let registry = DiagnosticRegistry([DiagnosticsDefinitions.all])
    let run = try Run(project, graph, session: session, registry: registry) { _ in }
    let results = try await run.steps()
    let holder = Holder()
    let part = ReleasePart("probe") { contents, path in holder.take(contents, path) }
    _ = try await Candidate.make(run, results, parts: [part], gates: [], producer: "test")
    guard let contents = holder.contents else { throw CancellationError() }
    // The plans of the contents read the staging folder, which has been renamed meanwhile.
    let candidate = "\(project.root.path)/.ayni/candidate"
    try FileManager.default.createSymbolicLink(
      atPath: "\(project.root.path)/.ayni/.candidate.partial",
      withDestinationPath: candidate
    )
    return try await body(contents, candidate)
  }

  private final class Holder: @unchecked Sendable {
    var contents: ReleaseContents?
    func take(_ contents: ReleaseContents, _ path: String) { self.contents = contents }
  }

  /// Writes a part into the release and gives its files.
  static func files(
    of part: ReleasePart,
    _ contents: ReleaseContents,
    in release: String
  ) async throws -> [String: [UInt8]] {
    let folder = "\(release)/\(part.folder)"
    try DurableFolder.remove(folder)
    try DurableFolder.create(folder)
    try await part.write(contents, folder)
    var files: [String: [UInt8]] = [:]
    for file in try RootedFolder(folder).files() {
      files[file] = try WholeFile.bytes("\(folder)/\(file)")
    }
    return files
  }

  /// The world's boundaries where `Scripts/setup boundaries` has put them.
  static let boundaries = ".tools/boundaries/world.geojson"

  static let files: [String: String] = [
    "ayni.toml": """
    format = 1
    id = "sample"
    agency = "SAMPLE"
    name = { en = "Register of loans", fr = "Registre des prêts" }
    languages = ["en", "fr"]
    [description]
    en = "Loans between partners, invented for tests."
    fr = "Prêts entre partenaires, inventés pour les tests."
    [release]
    approval = "none"
    datasets = ["totals", "years", "register"]
    licence = "CC BY 4.0"
    contact = "statistics@example.org"
    """,
    "structures/CL_AREA.csv": """
    id,name:en,name:fr
    KEN,Kenya,Kenya
    TZA,Tanzania,Tanzanie
    FRA,France,France
    BRA,Brazil,Brésil
    TUV,Tuvalu,Tuvalu
    _T,All partners,Tous les partenaires
    """,
    "structures/CL_GROUP.csv": """
    id,name:en,name:fr
    FIN,Financial,Financière
    KIND,In kind,En nature
    _T,Total,Total
    """,
    "structures/CL_CURRENCY.csv": "id,name:en,name:fr\nUSD,US dollar,dollar des États-Unis\n",
    "structures/REG.toml": structure(
      "REG",
      "Register",
      dimensions: [("COMPONENT", nil)],
      attributes: [
        ("AREA", "CL_AREA"), ("GROUP", "CL_GROUP"), ("ACTIVITY", nil), ("TIME_PERIOD", "time"),
      ]
    ),
    "structures/TOT.toml": structure(
      "TOT",
      "Totals",
      dimensions: [("AREA", "CL_AREA"), ("GROUP", "CL_GROUP")],
      attributes: [("UNIT_MEASURE", "CL_CURRENCY")]
    ),
    "structures/YEARS.toml": structure(
      "YEARS",
      "Years",
      dimensions: [("GROUP", "CL_GROUP"), ("TIME_PERIOD", "time")],
      attributes: []
    ),
    "data/reg.csv": """
    id,area,grp,activity,year,amount
    1,KEN,FIN,Road <script>alert('1')</script>,2019,1250000.50
    2,KEN,KIND,"'; DROP TABLE x; -- & \"\"quoted\"\"",2020,20000.00
    3,TZA,FIN,=1+2,2020,750000.00
    4,FRA,FIN,Rail,2021,98000000.00
    5,BRA,KIND,Seeds,2021,
    6,TUV,KIND,Sea wall,2021,43000.25
    7,BRA,FIN,Port,2019,560000.00
    """,
    "sources/register.toml": """
    structure = "REG"
    file = "data/reg.csv"
    [columns]
    COMPONENT = "id"
    AREA = "area"
    GROUP = "grp"
    ACTIVITY = "activity"
    TIME_PERIOD = "year"
    USD = "amount"
    """,
    "steps/totals.toml": aggregate(
      "totals",
      "TOT",
      keys: ["AREA", "GROUP"],
      totals: ["AREA", "GROUP"],
      constant: true
    ),
    "steps/years.toml": aggregate("years", "YEARS", keys: ["GROUP", "TIME_PERIOD"], totals: []),
    "views/totals.toml": """
    dataset = "totals"
    title = { en = "Loans by partner & group", fr = "Prêts par partenaire et groupe" }
    description = { en = "Sums of all years." }
    measure = "USD"
    rows = ["AREA"]
    columns = "GROUP"
    lineage = "records"
    [fixed]
    GROUP = "_T"
    [[notes]]
    en = "Loans are at face value."
    fr = "Les prêts sont à leur valeur nominale."
    [chart]
    kind = "bar"
    axis = "AREA"
    [map]
    area = "AREA"
    """,
    "views/years.toml": """
    dataset = "years"
    title = { en = "Loans by year", fr = "Prêts par année" }
    measure = "USD"
    rows = ["GROUP"]
    columns = "TIME_PERIOD"
    lineage = "counts"
    [chart]
    kind = "line"
    axis = "TIME_PERIOD"
    series = "GROUP"
    """,
    "views/register.toml": """
    dataset = "register"
    title = { en = "Register", fr = "Registre" }
    lineage = "records"
    """,
  ]

  private static func structure(
    _ id: String,
    _ name: String,
    dimensions: [(String, String?)],
    attributes: [(String, String?)]
  ) -> String {
    let component = { (kind: String, entry: (String, String?)) in
      let isTime = entry.1 == "time"
      let type =
        switch (kind, isTime) {
        case ("dimension", true): "time = true"
        case (_, true): "type = \"time-period\""
        default: entry.1.map { "codelist = \"\($0)\"" } ?? "type = \"text\""
        }
      let name = entry.0.lowercased().replacing("_", with: " ")
      return "[[\(kind)]]\nid = \"\(entry.0)\"\nname = { en = \"The \(name)\" }\n\(type)\n"
    }
    return "id = \"\(id)\"\nname = { en = \"\(name)\" }\n"
      + dimensions.map { component("dimension", $0) }.joined()
      + attributes.map { component("attribute", $0) }.joined()
        + """
        [[measure]]
        id = "USD"
        name = { en = "Value in US dollars", fr = "Valeur en dollars" }
        type = "decimal"
        precision = 38
        decimals = 2
        """
  }

  private static func aggregate(
    _ name: String,
    _ structure: String,
    keys: [String],
    totals: [String],
    constant: Bool = false
  ) -> String {
    "kind = \"aggregate\"\ninputs = [\"register\"]\noutputs = [\"\(name)\"]\n"
      + "[parameters]\nstructure = \"\(structure)\"\n[parameters.keys]\n"
      + keys.map { "\($0) = \"\($0)\"\n" }.joined()
      + "[parameters.measures]\nUSD = \"USD\"\n"
      + (constant ? "[parameters.constants]\nUNIT_MEASURE = \"USD\"\n" : "")
      + (totals.isEmpty ? "" : "[parameters.totals]\n")
      + totals.map { "\($0) = \"_T\"\n" }.joined()
  }
}

// swift-tools-version: 6.2
// The manifest is a table: one line a room. DESIGN's edge table is checked by ArchitectureTests,
// because the package manager lets transitive imports through.
import PackageDescription

/// The settings every Swift target shares, each with its reason.
let settings: [SwiftSetting] = [
  // Protocol existentials cost a box and hide types: they are written `any`, never by accident.
  .enableUpcomingFeature("ExistentialAny"),
  // An import is an implementation detail unless a public signature names it.
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A member is found only through a module that this file imports.
  .enableUpcomingFeature("MemberImportVisibility"),
  // A nonisolated async function stays on its caller's actor; heavy ones say @concurrent.
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

/// A Swift room: `floor/name`, what it imports, and the libraries it wraps.
func room(_ path: String, _ imports: [String] = []) -> Target {
  .target(
    name: path.lastFolder,
    dependencies: imports.map { .byName(name: $0) },
    path: "Sources/" + path,
    swiftSettings: settings
  )
}

/// The tests of a room, in the folder that mirrors it; golden cases are read from the disk.
func tests(_ path: String, _ imports: [String] = [], golden: Bool = false) -> Target {
  .testTarget(
    name: path.lastFolder + "Tests",
    dependencies: ([path.lastFolder] + imports).map { .byName(name: $0) },
    path: "Tests/" + path,
    exclude: golden ? ["Golden"] : [],
    swiftSettings: settings
  )
}

/// What several test targets share; it lies among the tests and ships nowhere.
func testSupport(_ path: String, _ imports: [String]) -> Target {
  .target(
    name: path.lastFolder,
    dependencies: imports.map { .byName(name: $0) },
    path: "Tests/" + path,
    swiftSettings: settings
  )
}

/// A library of the system, found through its own description for the linker.
func library(_ name: String, _ package: String) -> Target {
  .systemLibrary(name: name, path: "Sources/Interop/" + name, pkgConfig: package)
}

/// Own declarations of a public C interface whose library is loaded while the program runs.
func declarations(_ name: String) -> Target {
  .target(name: name, path: "Sources/Interop/" + name)
}

extension String {
  fileprivate var lastFolder: String { split(separator: "/").last.map(String.init) ?? self }
}

/// The programmes: the folder below `Sources/Programmes`, and what it imports.
///
/// An entry makes the room, and the command depends on it.
let programmes: [(name: String, imports: [String])] = [
  (
    "Cooperation",
    [
      "Columns", "Conversion", "Diagnostics", "Interchange", "Platform", "Project",
      "Reconciliation", "Relation", "Structures", "Values",
    ]
  )
]

let package = Package(
  name: "ayni",
  products: [
    .executable(name: "ayni", targets: ["ayni"]),
    // What the package of benchmarks measures by itself.
    .library(name: "Engine", targets: ["Engine", "Relation", "Columns"]),
  ],
  targets: [
    // Base
    room("Base/Diagnostics"),
    room("Base/Values"),
    room(
      "Base/Platform",
      ["Diagnostics", "CCmarkGFM", "CCurl", "COpenSSL", "CLibXML2", "CTomlPlusPlus"]
    ),

    // Data
    room("Data/Columns", ["Diagnostics", "CArrow"]),
    room("Data/Relation", ["Columns", "Diagnostics"]),
    room("Data/Engine", ["Columns", "Relation", "Diagnostics", "CADBC"]),

    // Standards
    room("Standards/Structures", ["Diagnostics", "Platform", "Relation"]),
    room(
      "Standards/SDMX",
      ["Columns", "Diagnostics", "Platform", "Relation", "Structures", "Values"]
    ),
    room(
      "Standards/VTL",
      ["Columns", "Diagnostics", "Platform", "Relation", "Structures", "Values"]
    ),
    room(
      "Standards/Interchange",
      [
        "Columns", "Diagnostics", "Platform", "Relation", "Structures", "Values", "CXlsxWriter",
        "CZlib",
      ]
    ),

    // Methods
    room("Methods/Conversion", ["Columns", "Diagnostics", "Relation", "Values"]),
    room("Methods/Reconciliation", ["Columns", "Relation", "Values"]),
    room("Methods/Disclosure"),

    // Project
    room(
      "Project/Project",
      ["Columns", "Diagnostics", "Platform", "Relation", "Structures", "Values"]
    ),

    room(
      "Project/Steps",
      [
        "Columns", "Conversion", "Diagnostics", "Disclosure", "Interchange", "Platform",
        "Project", "Reconciliation", "Relation", "Structures", "VTL", "Values",
      ]
    ),

    // Publishing
    room(
      "Publishing",
      [
        "Columns", "Diagnostics", "Interchange", "Platform", "Project", "Relation", "SDMX",
        "Structures", "Values", "CZlib",
      ]
    ),

    // The command
    .executableTarget(
      name: "ayni",
      dependencies: [
        "Columns", "Conversion", "Diagnostics", "Engine", "Interchange", "Platform",
        "Project", "Publishing", "Relation", "SDMX", "Steps", "Structures", "VTL", "Values",
      ] + programmes.map { .byName(name: $0.name) },
      path: "Sources/ayni",
      swiftSettings: settings
    ),

    // Interop
    declarations("CArrow"),
    declarations("CADBC"),
    library("CCmarkGFM", "libcmark-gfm"),
    library("CCurl", "libcurl"),
    library("COpenSSL", "libcrypto"),
    library("CLibXML2", "libxml-2.0"),
    library("CXlsxWriter", "xlsxwriter"),
    library("CZlib", "zlib"),
    .target(name: "CTomlPlusPlus", path: "Sources/Interop/CTomlPlusPlus"),

    // Tests
    .testTarget(
      name: "ayniTests",
      dependencies: [
        "ayni", "Diagnostics", "Interchange", "LocalServer", "Platform", "Project", "Values",
        "Workbooks",
      ],
      path: "Tests/ayni",
      swiftSettings: settings
    ),
    .testTarget(
      name: "ArchitectureTests",
      path: "Tests/ArchitectureTests",
      swiftSettings: settings
    ),
    tests("Base/Diagnostics"),
    tests("Base/Values", golden: true),
    tests("Base/Platform", ["Diagnostics", "LocalServer"]),
    tests("Data/Columns", ["CArrow"]),
    tests("Data/Relation", ["Columns", "Diagnostics", "PlanCases"], golden: true),
    tests(
      "Publishing",
      [
        "Diagnostics", "Engine", "Platform", "Project", "Relation", "Steps", "Structures",
      ]
    ),
    tests(
      "Data/Engine",
      ["CArrow", "Columns", "Relation", "Diagnostics", "Platform", "PlanCases"]
    ),
    tests("Standards/Structures", ["Diagnostics", "Platform", "Relation"]),
    tests(
      "Standards/SDMX",
      ["Columns", "Diagnostics", "Engine", "Platform", "Relation", "Structures"],
      golden: true
    ),
    tests(
      "Standards/VTL",
      ["Columns", "Diagnostics", "Engine", "PlanCases", "Relation", "Structures", "Values"],
      golden: true
    ),
    tests(
      "Standards/Interchange",
      ["Diagnostics", "Platform", "Structures", "Values", "Workbooks"],
      golden: true
    ),
    tests("Methods/Conversion", ["Columns", "Diagnostics", "Values"]),
    tests("Methods/Reconciliation", ["Values"]),
    tests("Methods/Disclosure"),
    tests(
      "Programmes/Cooperation",
      [
        "Columns", "Conversion", "Diagnostics", "Engine", "Platform", "Reconciliation", "Relation",
        "Values",
      ],
      golden: true
    ),
    tests(
      "Project/Project",
      ["Columns", "Diagnostics", "Engine", "Platform", "Relation", "Structures"]
    ),
    tests(
      "Project/Steps",
      [
        "Columns", "Diagnostics", "Engine", "Platform", "Project", "Relation", "Structures",
        "Values",
      ]
    ),
    testSupport("Base/LocalServer", []),
    testSupport("Standards/Workbooks", []),
    testSupport("Data/PlanCases", ["Columns", "Diagnostics", "Relation"]),
  ] + programmes.map { room("Programmes/" + $0.name, $0.imports) },
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// swift-tools-version: 6.2
// Benchmarks in Swift: a package of its own, so that the project builds none of it. It takes rooms of the
// project as the products that its manifest offers; cases that need the command alone are folders beside.
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "ayni", path: "..")],
  targets: [
    .executableTarget(
      name: "adbc",
      dependencies: [.product(name: "Engine", package: "ayni")],
      path: "adbc",
      exclude: ["reading_duckdb.py"],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ]
    )
  ],
  swiftLanguageModes: [.v6]
)

// SPDX-License-Identifier: Apache-2.0

internal import Platform

/// The files that come with Ayni besides the binary: examples and boundaries.
enum Installation {
  /// The folder of an example project; `nil` where this installation has none.
  static var example: String? { find("Examples/cooperation", "share/ayni/examples/cooperation") }

  /// The boundaries of countries; `nil` where this installation has none.
  static var boundaries: String? {
    find(".tools/boundaries/world.geojson", "share/ayni/world.geojson")
  }

  /// A file in a checkout above the binary, or beside it in a bundle.
  private static func find(_ inCheckout: String, _ inBundle: String) -> String? {
    guard var folder = Machine.executableFolder else { return nil }
    while folder != "/" && !folder.isEmpty {
      for relative in [inBundle, inCheckout] where FileSystem.exists("\(folder)/\(relative)") {
        return "\(folder)/\(relative)"
      }
      folder = folder.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    }
    return nil
  }
}

/// Questions to the file system.
enum FileSystem {
  /// Whether a file or folder is there.
  static func exists(_ path: String) -> Bool {
    (try? RootedFolder(path)) != nil || (try? MappedFile(path).count) != nil
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform

/// The files that come with Ayni besides the binary: examples and boundaries.
enum Installation {
  /// The folder of an example project; `nil` where this installation has none.
  static var example: String? { find("Examples/cooperation", "share/ayni/examples/cooperation") }

  /// The boundaries of countries; `nil` where this installation has none.
  static var boundaries: String? {
    find(".tools/boundaries/world.geojson", "share/ayni/world.geojson")
  }

  /// Whose boundaries a file holds, in its own words.
  static func source(ofBoundaries path: String) -> String? {
    // It stands before the countries, of which there is much more.
    guard
      let start = try? MappedFile(path).withBytes({ Array($0.withUnsafeBytes { $0.prefix(400) }) })
    else { return nil }
    let parts = String(decoding: start, as: UTF8.self).split(separator: "\"")
    guard let name = parts.firstIndex(of: "source"), name + 2 < parts.count else { return nil }
    return String(parts[name + 2])
  }

  /// The checkout that the program was built in; `nil` where it runs from a copied folder.
  private static var checkout: String? {
    find("Scripts/setup", "Scripts/setup").map { String($0.dropLast("/Scripts/setup".count)) }
  }

  /// What brings a file of the installation back.
  ///
  /// - Parameters:
  ///   - file: the file in a folder that was copied here, which has nothing to make it anew with.
  ///   - command: the command in a checkout.
  /// - Returns: the remedy.
  static func remedy(_ file: String, inCheckout command: (String) -> String) -> Phrase {
    if let checkout { return .command(command(checkout)) }
    let parts = (Machine.executableFolder ?? "").split(separator: "/")
    // The program of a bundle lies in its folder lib/ayni.
    let folder = (parts.suffix(2) == ["lib", "ayni"] ? parts.dropLast(2) : parts[...])
      .reduce("") { "\($0)/\($1)" }
    return Phrase(DoctorWords.copyBundle, ["file": .text(file), "folder": .text(folder)])
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

// SPDX-License-Identifier: Apache-2.0

public import Diagnostics
import Glibc
import Synchronization

/// A named place where a test makes the machine fail: the power goes, the disk is full.
///
/// In a debug build `AYNI_FAILPOINT=NAME=FAULT[:after N]` arms one, where the fault is `kill`,
/// `enospc`, `eacces`, `erofs` or `eio`, and N passes go well first. A release build holds none of it.
/// Rooms declare their own points and list them in an `all`, as they do with codes, so that a test
/// goes over every one.
public struct Failpoint: Hashable, Sendable {
  /// The dotted name.
  public let name: String

  /// Names a place.
  public init(_ name: String) { self.name = name }

  /// Passes the place: does nothing unless a test armed it.
  ///
  /// - Parameter path: what is being worked on, for the message.
  /// - Throws: the diagnostic that the real failure would give.
  public func pass(_ path: String) throws(Diagnostic) {
    if let code = fault() { throw SystemFailure.diagnostic(code, path) }
  }

  /// What fails at an armed place.
  public enum Fault: String, Sendable, CaseIterable {
    /// The process ends at once, as when the power goes.
    case kill
    /// The disk is full.
    case enospc
    /// The access is refused.
    case eacces
    /// The disk takes no writes.
    case erofs
    /// The disk is broken.
    case eio

    fileprivate var code: CInt? {
      switch self {
      case .kill: nil
      case .enospc: ENOSPC
      case .eacces: EACCES
      case .erofs: EROFS
      case .eio: EIO
      }
    }
  }

  #if DEBUG
  /// Runs a test's work with this place armed, for the current task alone.
  ///
  /// - Parameters:
  ///   - fault: what fails.
  ///   - body: the work.
  /// - Returns: what the work returns.
  /// - Throws: what the work throws.
  public func armed<Result>(_ fault: Fault, _ body: () throws -> Result) rethrows -> Result {
    try Arming.$ofTask.withValue(Arming(point: name, fault: fault, after: 0), operation: body)
  }
  #endif

  /// The system's code for the failure that a test wants here; `nil` to go on.
  func fault() -> CInt? {
    #if DEBUG
    for arming in [Arming.ofTask, Arming.ofProcess] {
      guard let arming, arming.point == name, arming.isDue else { continue }
      if arming.fault == .kill { Glibc.kill(getpid(), SIGKILL) }
      return arming.fault.code
    }
    #endif
    return nil
  }
}

#if DEBUG
/// What a test wants to fail, and when.
private final class Arming: Sendable {
  let point: String
  let fault: Failpoint.Fault
  private let after: Int
  private let passes = Atomic<Int>(0)

  init(point: String, fault: Failpoint.Fault, after: Int) {
    self.point = point
    self.fault = fault
    self.after = after
  }

  /// Whether enough passes went well.
  var isDue: Bool { passes.add(1, ordering: .relaxed).newValue > after }

  @TaskLocal static var ofTask: Arming?

  static let ofProcess: Arming? = {
    guard let setting = ProcessEnvironment.value("AYNI_FAILPOINT") else { return nil }
    let parts = setting.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let action = parts[1].split(separator: ":", maxSplits: 1)
    guard let fault = action.first.flatMap({ Failpoint.Fault(rawValue: String($0)) }) else {
      return nil
    }
    let count = action.dropFirst().first.flatMap { $0.split(separator: " ").last }
    return Arming(point: String(parts[0]), fault: fault, after: count.flatMap { Int($0) } ?? 0)
  }()
}
#endif

/// The places of this room.
public enum PlatformFailpoints {
  /// All of them, in the order in which a durable replacement passes them.
  public static let all: [Failpoint] = [
    createFolder, createFile, writeFile, syncFile, rename, syncFolder, remove,
  ]

  /// Before a folder is made.
  public static let createFolder = Failpoint("platform.create-folder")
  /// Before a file is made.
  public static let createFile = Failpoint("platform.create-file")
  /// Before bytes are written.
  public static let writeFile = Failpoint("platform.write")
  /// Before a file's bytes are forced to the disk.
  public static let syncFile = Failpoint("platform.fsync")
  /// Before a file or folder takes its final name.
  public static let rename = Failpoint("platform.rename")
  /// Before the names in a folder are forced to the disk.
  public static let syncFolder = Failpoint("platform.fsync-folder")
  /// Before a file or folder is removed.
  public static let remove = Failpoint("platform.remove")
}

// SPDX-License-Identifier: Apache-2.0

internal import CZlib

/// How much of its lists a page shows: all that their limits allow, or as much as keeps the page light.
///
/// Limits by rows do not know how long the texts of a row are; what is written is weighed instead.
struct PageShare: Sendable, Hashable {
  private let parts: Int
  /// Whether charts and maps are drawn: a page that is too heavy with them alone goes without.
  let hasDrawings: Bool

  private static let whole = 64

  /// Everything.
  static let all = PageShare(parts: whole, hasDrawings: true)

  /// As much of a list as is shown; of a list that is shown at all, at least one entry.
  func of(_ count: Int) -> Int { (count * parts + PageShare.whole - 1) / PageShare.whole }

  /// The page with the greatest share that is light enough; the least one where none is.
  ///
  /// - Parameter make: writes the page with a share; the same share gives the same bytes.
  /// - Returns: the page, and the share that it was written with.
  static func fitting(
    _ make: (PageShare) -> [UInt8]
  ) -> (bytes: [UInt8], share: PageShare) {
    let page = make(.all)
    if PageWeight.isLight(page) { return (page, .all) }
    return greatest(hasDrawings: true, make) ?? greatest(hasDrawings: false, make)
      ?? least(make)
  }

  private static func least(_ make: (PageShare) -> [UInt8]) -> (bytes: [UInt8], share: PageShare) {
    let share = PageShare(parts: 0, hasDrawings: false)
    return (make(share), share)
  }

  /// Halves the shares that may fit until one is left; `nil` where none fits.
  private static func greatest(
    hasDrawings: Bool,
    _ make: (PageShare) -> [UInt8]
  ) -> (bytes: [UInt8], share: PageShare)? {
    var found: (bytes: [UInt8], share: PageShare)?
    var (low, high) = (0, whole + 1)
    while low < high {
      let share = PageShare(parts: (low + high) / 2, hasDrawings: hasDrawings)
      let page = make(share)
      if PageWeight.isLight(page) {
        found = (page, share)
        low = share.parts + 1
      } else {
        high = share.parts
      }
    }
    return found
  }
}

/// What a page weighs on its way to a reader, whose connection may be slow and dear.
enum PageWeight {
  /// Bytes, compressed as servers do; a little less than the 60 KB that are promised, because they
  /// compress in different ways.
  static let limit = 58_000

  /// Whether a page may be served as it is.
  static func isLight(_ page: [UInt8]) -> Bool {
    page.count <= limit || compressed(page) <= limit
  }

  private static func compressed(_ page: [UInt8]) -> Int {
    var size = compressBound(uLong(page.count))
    var bytes = [UInt8](repeating: 0, count: Int(size))
    let code = compress2(&bytes, &size, page, uLong(page.count), 6)
    return code == Z_OK ? Int(size) : page.count
  }
}

// SPDX-License-Identifier: Apache-2.0

/// How large a workbook may be before it is refused.
public struct WorkbookLimits: Sendable, Hashable {
  /// How many bytes the file has.
  public var fileBytes: Int
  /// How many entries its archive has.
  public var entries: Int
  /// How many bytes all entries have when they are inflated.
  public var inflatedBytes: Int
  /// How much larger than its packed form an entry may be.
  public var ratio: Int
  /// Entries up to this many bytes are not measured by the ratio.
  public var ratioFloor: Int
  /// How many cells with a content a sheet has.
  public var cells: Int
  /// How many bytes of text are kept for cells that share their texts.
  public var sharedText: Int

  /// Sets the limits.
  ///
  /// - Parameters:
  ///   - fileBytes: 200 MB by default.
  ///   - entries: 2,000 by default; a workbook of a hundred sheets has some three hundred.
  ///   - inflatedBytes: 2 GB by default, as reading is streamed.
  ///   - ratio: 400 by default; a million empty rows of a spreadsheet program shrink some 150 times.
  ///   - ratioFloor: 16 MB by default.
  ///   - cells: 5 million by default.
  ///   - sharedText: 256 MB by default.
  public init(
    fileBytes: Int = 200_000_000,
    entries: Int = 2_000,
    inflatedBytes: Int = 2_000_000_000,
    ratio: Int = 400,
    ratioFloor: Int = 16_000_000,
    cells: Int = 5_000_000,
    sharedText: Int = 256_000_000
  ) {
    self.fileBytes = fileBytes
    self.entries = entries
    self.inflatedBytes = inflatedBytes
    self.ratio = ratio
    self.ratioFloor = ratioFloor
    self.cells = cells
    self.sharedText = sharedText
  }
}

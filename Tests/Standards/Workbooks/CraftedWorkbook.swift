// SPDX-License-Identifier: Apache-2.0

/// A workbook put together part by part, so that a test can have what no writer would write.
public struct CraftedWorkbook: Sendable {
  /// A cell by what it says in XML.
  public struct Cell: Sendable {
    let xml: @Sendable (String) -> String

    /// Text in the cell itself.
    public static func text(_ text: String) -> Cell {
      Cell { "<c r='\($0)' t='inlineStr'><is><t>\(CraftedWorkbook.escaped(text))</t></is></c>" }
    }

    /// A number with the digits as given.
    public static func number(_ text: String) -> Cell { Cell { "<c r='\($0)'><v>\(text)</v></c>" } }

    /// Days since 30 December 1899, shown as a day.
    public static func day(_ serial: String) -> Cell {
      Cell { "<c r='\($0)' s='1'><v>\(serial)</v></c>" }
    }

    /// Days that are shown as hours and minutes, beyond twenty-four hours too.
    public static func hours(_ days: String) -> Cell {
      Cell { "<c r='\($0)' s='2'><v>\(days)</v></c>" }
    }

    /// A number that is shown with three digits at least: 004.
    public static func threeDigits(_ number: String) -> Cell {
      Cell { "<c r='\($0)' s='3'><v>\(number)</v></c>" }
    }

    /// A number that is shown as percent: 0.04 as 4%.
    public static func percent(_ number: String) -> Cell {
      Cell { "<c r='\($0)' s='4'><v>\(number)</v></c>" }
    }

    /// A formula that gave a text.
    public static func formulaText(_ formula: String, _ text: String) -> Cell {
      Cell {
        "<c r='\($0)' t='str'><f>\(CraftedWorkbook.escaped(formula))</f>"
          + "<v>\(CraftedWorkbook.escaped(text))</v></c>"
      }
    }

    /// A formula with the number that was saved with it; `nil` for none.
    public static func formula(_ formula: String, _ value: String?) -> Cell {
      Cell {
        "<c r='\($0)'><f>\(CraftedWorkbook.escaped(formula))</f>\(value.map { "<v>\($0)</v>" } ?? "")</c>"
      }
    }

    /// True or false.
    public static func boolean(_ flag: Bool) -> Cell {
      Cell { "<c r='\($0)' t='b'><v>\(flag ? 1 : 0)</v></c>" }
    }

    /// An error of the spreadsheet program.
    public static func error(_ text: String) -> Cell {
      Cell { "<c r='\($0)' t='e'><v>\(text)</v></c>" }
    }

    /// No cell.
    public static let none: Cell = Cell { _ in "" }
  }

  /// A sheet.
  public struct Sheet: Sendable {
    let name: String
    let rows: [Int: [Cell]]
    let isHidden: Bool
    let merges: [String]
    let rawData: String?

    /// Makes a sheet.
    ///
    /// - Parameters:
    ///   - name: its tab.
    ///   - rows: cells from column A on, by row from one.
    ///   - isHidden: whether the tab is hidden.
    ///   - merges: ranges such as `B2:B4`.
    ///   - rawData: what stands in `sheetData` instead of rows.
    public init(
      _ name: String,
      _ rows: [Int: [Cell]],
      isHidden: Bool = false,
      merges: [String] = [],
      rawData: String? = nil
    ) {
      self.name = name
      self.rows = rows
      self.isHidden = isHidden
      self.merges = merges
      self.rawData = rawData
    }
  }

  private let sheets: [Sheet]
  private let countsFrom1904: Bool

  /// Makes a workbook.
  public init(_ sheets: [Sheet], countsFrom1904: Bool = false) {
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  /// The parts by path.
  public var parts: [(path: String, text: String)] {
    let relation =
      "<Relationship Id='rId1' Type='\(Self.office)/officeDocument' Target='xl/workbook.xml'/>"
    let list = sheets.enumerated().map { position, sheet in
      "<sheet name='\(CraftedWorkbook.escaped(sheet.name))' sheetId='\(position + 1)' r:id='rId\(position + 1)'"
        + (sheet.isHidden ? " state='hidden'/>" : "/>")
    }
    let relations = sheets.indices.map { position in
      "<Relationship Id='rId\(position + 1)' Type='\(Self.office)/worksheet' "
        + "Target='worksheets/sheet\(position + 1).xml'/>"
    }
    let styles = "<Relationship Id='rIdS' Type='\(Self.office)/styles' Target='styles.xml'/>"
    return [
      (
        "_rels/.rels",
        "<Relationships xmlns='\(Self.package)/relationships'>\(relation)</Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(Self.main)' xmlns:r='\(Self.office)'>"
          + "<workbookPr date1904='\(countsFrom1904 ? 1 : 0)'/><sheets>\(list.joined())</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='\(Self.package)/relationships'>\(relations.joined())\(styles)</Relationships>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet xmlns='\(Self.main)'><numFmts count='2'><numFmt numFmtId='164' "
          + "formatCode='[h]:mm'/><numFmt numFmtId='165' formatCode='000'/></numFmts>"
          + "<cellXfs count='5'><xf numFmtId='0'/>"
          + "<xf numFmtId='14' applyNumberFormat='1'/><xf numFmtId='164' applyNumberFormat='1'/>"
          + "<xf numFmtId='165' applyNumberFormat='1'/><xf numFmtId='10' applyNumberFormat='1'/>"
          + "</cellXfs></styleSheet>"
      ),
    ]
      + sheets.enumerated().map { position, sheet in
        ("xl/worksheets/sheet\(position + 1).xml", Self.xml(sheet))
      }
  }

  private static func xml(_ sheet: Sheet) -> String {
    let rows = sheet.rows.sorted { $0.key < $1.key }.map { number, cells in
      let texts = cells.enumerated().map { $1.xml(letters($0 + 1) + String(number)) }
      return "<row r='\(number)'>\(texts.joined())</row>"
    }
    let merges = sheet.merges.map { "<mergeCell ref='\($0)'/>" }.joined()
    return "<worksheet xmlns='\(main)'><sheetData>\(sheet.rawData ?? rows.joined())</sheetData>"
      + (merges.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>") + "</worksheet>"
  }

  private static func letters(_ column: Int) -> String {
    column > 26
      ? letters((column - 1) / 26) + letters((column - 1) % 26 + 1)
      : String(UnicodeScalar(UInt8(64 + column)))
  }

  static func escaped(_ text: String) -> String {
    text.map { ["<": "&lt;", "&": "&amp;", "'": "&#39;"][$0] ?? String($0) }.joined()
  }

  /// The bytes of the workbook: an archive without compression.
  public var bytes: [UInt8] { Self.archive(parts) }

  /// An archive without compression.
  public static func archive(_ files: [(path: String, text: String)]) -> [UInt8] {
    var data: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let (name, bytes) = (Array(file.path.utf8), Array(file.text.utf8))
      var entry: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]
      for number in [checksum(bytes), UInt32(bytes.count), UInt32(bytes.count)] {
        entry += little(number)
      }
      entry += [UInt8(name.count), 0, 0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0] + entry
      directory += [UInt8](repeating: 0, count: 10) + little(UInt32(data.count)) + name
      data += [0x50, 0x4B, 3, 4] + entry + name + bytes
    }
    let count = [UInt8(files.count), 0]
    return data + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + little(UInt32(directory.count)) + little(UInt32(data.count)) + [0, 0]
  }

  private static func little(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }

  /// CRC-32 as archives use it.
  private static func checksum(_ data: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A workbook of one sheet, written as a spreadsheet program would: dates are formatted numbers.
struct SmallWorkbook {
  enum Cell {
    case text(String)
    case number(String)
    /// Days since 30 December 1899, in the format of a date.
    case day(Int)
    case empty
  }

  /// The bytes of the workbook: an archive without compression.
  static func data(_ rows: [[Cell]]) -> Data {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return archive([
      (
        "[Content_Types].xml",
        "<Types xmlns='\(package)/content-types'><Default Extension='rels' "
          + "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
          + "<Override PartName='/xl/workbook.xml' ContentType='\(type).sheet.main+xml'/>"
          + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='\(type).worksheet+xml'/>"
          + "<Override PartName='/xl/styles.xml' ContentType='\(type).styles+xml'/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns='\(package)/relationships'><Relationship Id='rId1' "
          + "Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets>"
          + "<sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='\(package)/relationships'>"
          + "<Relationship Id='rId1' Type='\(office)/worksheet' Target='worksheets/sheet1.xml'/>"
          + "<Relationship Id='rId2' Type='\(office)/styles' Target='styles.xml'/></Relationships>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet xmlns='\(main)'><fonts count='1'><font/></fonts><fills count='1'><fill/>"
          + "</fills><borders count='1'><border/></borders><cellStyleXfs count='1'><xf/>"
          + "</cellStyleXfs><cellXfs count='2'><xf numFmtId='0'/>"
          + "<xf numFmtId='14' applyNumberFormat='1'/></cellXfs></styleSheet>"
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='\(main)'><sheetData>" + rows.enumerated().map(row).joined()
          + "</sheetData></worksheet>"
      ),
    ])
  }

  private static func row(_ position: Int, _ cells: [Cell]) -> String {
    let texts = zip("ABCDEFGHIJ", cells).map { letter, cell in
      let place = "r='\(letter)\(position + 1)'"
      return switch cell {
      case .text(let text): "<c \(place) t='inlineStr'><is><t>\(text)</t></is></c>"
      case .number(let text): "<c \(place)><v>\(text)</v></c>"
      case .day(let day): "<c \(place) s='1'><v>\(day)</v></c>"
      case .empty: ""
      }
    }
    return "<row r='\(position + 1)'>\(texts.joined())</row>"
  }

  private static func archive(_ files: [(name: String, text: String)]) -> Data {
    var data = Data()
    var directory = Data()
    for file in files {
      let (name, bytes) = (Data(file.name.utf8), Data(file.text.utf8))
      var entry = Data([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0])
      for number in [checksum(bytes), UInt32(bytes.count), UInt32(bytes.count)] {
        entry.append(little(number))
      }
      entry.append(Data([UInt8(name.count), 0, 0, 0]))
      directory.append(Data([0x50, 0x4B, 1, 2, 20, 0]) + entry)
      directory.append(Data(count: 10) + little(UInt32(data.count)) + name)
      data.append(Data([0x50, 0x4B, 3, 4]) + entry + name + bytes)
    }
    let count = Data([UInt8(files.count), 0])
    return data + directory + Data([0x50, 0x4B, 5, 6, 0, 0, 0, 0]) + count + count
      + little(UInt32(directory.count)) + little(UInt32(data.count)) + Data([0, 0])
  }

  private static func little(_ number: UInt32) -> Data {
    Data((0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) })
  }

  /// CRC-32 as archives use it.
  private static func checksum(_ data: Data) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

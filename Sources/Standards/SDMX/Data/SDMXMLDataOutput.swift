// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics
internal import Structures

/// An SDMX-ML data message that is being written.
public struct SDMXMLDataOutput: DataMessageOutput {
  private let components: [Component]
  private let version: SDMXMLVersion
  private let style: SDMXMLDataWriter.Style
  private var action: DataAction
  private let structureID: String
  private let hasSeries: Bool

  private let seriesKeys: [Int]
  private let seriesAttributes: [Int]
  private let datasetAttributes: [Int]
  private let own: [Int]
  /// What stands before the value of each component.
  private let openings: [[UInt8]]

  /// Whether a component is written as an attribute, not as an element with several values.
  private let isPlain: [Bool]

  private var buffer: [UInt8]
  private var cells: [CellText]
  private var hasDataSet = false
  private var seriesKey: [UInt8] = []
  private var key: [UInt8] = []
  private var isInSeries = false
  /// The values that the open series and the set of data have said.
  private var said: [[UInt8]?]

  init(
    _ structure: DataStructureDefinition,
    _ version: SDMXMLVersion,
    _ style: SDMXMLDataWriter.Style,
    _ action: DataAction,
    structureID: String,
    hasSeries: Bool,
    start: [UInt8]
  ) {
    components = structure.components
    self.version = version
    self.style = style
    self.action = action
    self.structureID = structureID
    self.hasSeries = hasSeries
    let roles = components.map { SDMXMLDataOutput.level(of: $0, hasSeries: hasSeries) }
    let at = { (level: Level) in roles.indices.filter { roles[$0] == level } }
    seriesKeys = at(.seriesKey)
    seriesAttributes = at(.series)
    datasetAttributes = at(.dataset)
    own = at(.observation)
    openings = components.map { component in
      style == .generic
        ? Array("<gen:Value id=\"\(component.id)\" value=\"".utf8)
        : Array(" \(component.id)=\"".utf8)
    }
    buffer = start
    let several = components.map {
      version != .v2_1 && ($0.holdsSeveralValues || $0.isMultilingual)
    }
    cells = several.map { CellText($0 ? .plain : .attribute) }
    isPlain = several.map { !$0 }
    said = components.map { _ in nil }
  }

  private enum Level {
    case seriesKey, series, dataset, observation
  }

  /// Where a component is written.
  private static func level(of component: Component, hasSeries: Bool) -> Level {
    switch component.role {
    case .dimension: hasSeries ? .seriesKey : .observation
    case .timeDimension, .measure: .observation
    case .attribute(.dataset, _): .dataset
    case .attribute(.dimensions(let names), _):
      !hasSeries || names.contains("TIME_PERIOD") || names.isEmpty ? .observation : .series
    case .attribute(.group, _): hasSeries ? .series : .observation
    case .attribute(.observation, _): .observation
    }
  }

  /// Adds rows.
  ///
  /// - Parameters:
  ///   - batch: rows with a column for each component, found by name; further columns are left out.
  ///   - sink: takes the bytes, a quarter of a megabyte or so at a time.
  /// - Throws: `sdmx.column-missing`, `sdmx.type-not-writable`, `platform.xml-character`, and what
  ///   the sink throws.
  public mutating func append(
    _ batch: RecordBatch,
    to sink: ([UInt8]) throws -> Void
  ) throws {
    let columns = try components.map { component in
      guard let column = batch[component.id] else {
        throw SDMXDefinitions.columnMissing.at(
          nil,
          ["column": .text(component.id), "structure": .text(structureID)]
        )
      }
      return column
    }
    var start = 0
    while start < batch.rowCount {
      let rows = start..<min(start + SDMXCSVWriter.blockRows, batch.rowCount)
      for position in columns.indices { try cells[position].fill(columns[position].slice(rows)) }
      for row in 0..<rows.count { put(row) }
      if buffer.count >= SDMXCSVWriter.chunkBytes {
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      start = rows.upperBound
    }
  }

  /// Begins a set of data with which the receiver does something else.
  ///
  /// - Parameter action: what the receiver does with the rows to come.
  public mutating func change(to action: DataAction) {
    if hasDataSet {
      closeSeries()
      buffer.put("</mes:DataSet>\n")
    }
    hasDataSet = false
    for position in said.indices { said[position] = nil }
    self.action = action
  }

  /// Ends the message.
  ///
  /// - Parameter sink: takes the last bytes.
  /// - Throws: what the sink throws.
  public mutating func finish(to sink: ([UInt8]) throws -> Void) throws {
    if !hasDataSet { openDataSet(nil) }
    closeSeries()
    buffer.put("</mes:DataSet>\n")
    buffer += Array("</mes:\(style == .generic ? "GenericData" : "StructureSpecificData")>\n".utf8)
    try sink(buffer)
    buffer = []
  }

  private mutating func put(_ row: Int) {
    if !hasDataSet { openDataSet(row) }
    if hasSeries {
      key.removeAll(keepingCapacity: true)
      for position in seriesKeys {
        key += cells[position][row]
        key.append(0)
      }
      if !isInSeries || key != seriesKey { openSeries(row) }
    }
    style == .generic ? putGeneric(row) : putSpecific(row)
  }

  private mutating func openDataSet(_ row: Int?) {
    hasDataSet = true
    let isLegacy = version == .v2_1
    let verb = isLegacy && action == .merge ? DataAction.append.word : action.word
    if style == .generic {
      buffer += Array("<mes:DataSet structureRef=\"\(structureID)\" action=\"\(verb)\">\n".utf8)
      guard let row, datasetAttributes.contains(where: { !cells[$0].isMissing(row) }) else {
        return
      }
      buffer.put("<gen:Attributes>")
      for position in datasetAttributes { say(position, row) }
      buffer.put("</gen:Attributes>\n")
      return
    }
    let scope = isLegacy ? " ss:dataScope=\"DataStructure\"" : ""
    buffer += Array(
      """
      <mes:DataSet ss:structureRef="\(structureID)" xsi:type="ns1:DataSetType"\(scope) \
      \(isLegacy ? "" : "ss:")action="\(verb)"
      """.utf8
    )
    if let row { for position in datasetAttributes where isPlain[position] { say(position, row) } }
    buffer.put(">\n")
  }

  private mutating func openSeries(_ row: Int) {
    closeSeries()
    isInSeries = true
    swap(&key, &seriesKey)
    for position in seriesAttributes { said[position] = nil }
    if style == .generic {
      buffer.put("<gen:Series><gen:SeriesKey>")
      for position in seriesKeys { putCell(position, row) }
      buffer.put("</gen:SeriesKey>")
      if seriesAttributes.contains(where: { !cells[$0].isMissing(row) }) {
        buffer.put("<gen:Attributes>")
        for position in seriesAttributes { say(position, row) }
        buffer.put("</gen:Attributes>")
      }
      buffer.put("\n")
      return
    }
    buffer.put("<Series")
    for position in seriesKeys { putCell(position, row) }
    for position in seriesAttributes where isPlain[position] { say(position, row) }
    buffer.put(">\n")
    for position in seriesAttributes where !isPlain[position] && !cells[position].isMissing(row) {
      said[position] = Array(cells[position][row])
      putComplex(position, row)
    }
  }

  private mutating func closeSeries() {
    guard isInSeries else { return }
    style == .generic ? buffer.put("</gen:Series>\n") : buffer.put("</Series>\n")
    isInSeries = false
  }

  /// Writes a value that holds for the rows to come, unless one says otherwise.
  private mutating func say(_ position: Int, _ row: Int) {
    guard !cells[position].isMissing(row) else { return }
    said[position] = Array(cells[position][row])
    putCell(position, row)
  }

  @inline(__always)
  private mutating func putCell(_ position: Int, _ row: Int) {
    guard !cells[position].isMissing(row) else { return }
    buffer += openings[position]
    cells[position].copy(row, to: &buffer)
    style == .generic ? buffer.put("\"/>") : buffer.put("\"")
  }

  /// Whether the row says other than its series or set of data.
  @inline(__always)
  private func differs(_ position: Int, _ row: Int) -> Bool {
    if cells[position].isMissing(row) { return false }
    guard let before = said[position] else { return true }
    return !cells[position][row].elementsEqual(before)
  }

  private mutating func putSpecific(_ row: Int) {
    buffer.put("<Obs")
    var hasComplex = false
    for position in own {
      if isPlain[position] {
        putCell(position, row)
      } else if !cells[position].isMissing(row) {
        hasComplex = true
      }
    }
    for position in seriesAttributes where differs(position, row) {
      isPlain[position] ? putCell(position, row) : (hasComplex = true)
    }
    for position in datasetAttributes where differs(position, row) {
      isPlain[position] ? putCell(position, row) : (hasComplex = true)
    }
    guard hasComplex else {
      buffer.put("/>\n")
      return
    }
    buffer.put(">")
    for position in own where !isPlain[position] { putComplex(position, row) }
    for position in seriesAttributes + datasetAttributes
    where !isPlain[position] && differs(position, row) {
      putComplex(position, row)
    }
    buffer.put("</Obs>\n")
  }

  private mutating func putComplex(_ position: Int, _ row: Int) {
    guard !cells[position].isMissing(row) else { return }
    let component = components[position]
    let field = String(decoding: cells[position][row], as: UTF8.self)
    buffer += Array("<Comp id=\"\(component.id)\">".utf8)
    for value in component.holdsSeveralValues ? MultipleValues.split(field) : [field] {
      buffer.put("<Value>")
      if component.isMultilingual {
        for (language, text) in MultipleValues.texts(value) {
          buffer += Array("<com:Text xml:lang=\"\(language)\">".utf8)
          putText(text)
          buffer.put("</com:Text>")
        }
      } else {
        putText(value)
      }
      buffer.put("</Value>")
    }
    buffer.put("</Comp>")
  }

  private mutating func putText(_ text: String) {
    var text = text
    // Control characters, which no XML can hold, are left out of texts.
    _ = text.withUTF8 { buffer.putEscaped($0) }
  }

  private mutating func putGeneric(_ row: Int) {
    buffer.put("<gen:Obs>")
    if hasSeries {
      for position in own where components[position].role == .timeDimension {
        guard !cells[position].isMissing(row) else { continue }
        buffer.put("<gen:ObsDimension value=\"")
        cells[position].copy(row, to: &buffer)
        buffer.put("\"/>")
      }
    } else {
      buffer.put("<gen:ObsKey>")
      for position in own where components[position].isDimension { putCell(position, row) }
      buffer.put("</gen:ObsKey>")
    }
    for position in own where components[position].role == .measure {
      guard !cells[position].isMissing(row) else { continue }
      buffer.put("<gen:ObsValue value=\"")
      cells[position].copy(row, to: &buffer)
      buffer.put("\"/>")
    }
    let attributes =
      own.filter {
        if case .attribute = components[$0].role { !cells[$0].isMissing(row) } else { false }
      } + (seriesAttributes + datasetAttributes).filter { differs($0, row) }
    if !attributes.isEmpty {
      buffer.put("<gen:Attributes>")
      for position in attributes { putCell(position, row) }
      buffer.put("</gen:Attributes>")
    }
    buffer.put("</gen:Obs>\n")
  }
}

// SPDX-License-Identifier: Apache-2.0

internal import Columns
internal import Diagnostics
internal import Structures

/// The checks of one set of data within a message.
struct DataSetCheck {
  let header: DataSetHeader
  /// The flow or the structure, as problems name it.
  let name: String
  private let dimensions: [Int]
  private var numbers: [ValueNumbers]
  private var components: [ComponentCheck] = []
  private var constraints: [ConstraintCheck] = []
  private var missing: [Missing] = []
  private var rows = 0
  private let seed: RowDigest

  /// Rows without a value of a component that has to have one.
  private struct Missing {
    let position: Int
    var count = 0
    var firstLine: Int32 = 0
  }

  /// Prepares the checks.
  ///
  /// - Throws: `structures.unknown-artefact` where a codelist is not in the catalogue.
  init(_ header: DataSetHeader, _ catalogue: StructureCatalogue) throws(Diagnostic) {
    self.header = header
    let structure = header.structure
    name = "\(header.reference ?? structure.reference)"
    seed = RowDigest(of: "\(structure.reference) \(header.action.rawValue)".utf8)
    dimensions = structure.components.indices.filter { structure.components[$0].isDimension }
    numbers = structure.components.map { _ in ValueNumbers() }
    let left = DataSetCheck.dimensionsLeftOut(header, catalogue)
    for (position, component) in structure.components.enumerated() {
      // What is put in or removed names some values only.
      let isWhole = header.action != .delete && header.action != .merge
      let isDemanded = component.isDimension ? header.action != .delete : isWhole
      if component.isMandatory, isDemanded, !left.contains(component.id) {
        missing.append(Missing(position: position))
      }
      if let check = try check(component, position, catalogue, left) { components.append(check) }
    }
    for constraint in catalogue.constraints(of: header) {
      constraints.append(try ConstraintCheck(constraint, structure, catalogue, dataset: name))
    }
  }

  /// The dimensions that the flow does not use, as SDMX 3.1 allows.
  private static func dimensionsLeftOut(
    _ header: DataSetHeader,
    _ catalogue: StructureCatalogue
  ) -> Set<String> {
    guard let reference = header.reference, case .dataflow(let flow)? = catalogue[reference],
      !flow.dimensions.isEmpty
    else { return [] }
    return Set(header.structure.dimensions.map(\.id)).subtracting(flow.dimensions)
  }

  private func check(
    _ component: Component,
    _ position: Int,
    _ catalogue: StructureCatalogue,
    _ left: Set<String>
  ) throws(Diagnostic) -> ComponentCheck? {
    let arguments: [String: MessageArgument] = [
      "dataset": .text(name), "component": .text(component.id),
    ]
    let isArray = component.holdsSeveralValues
    // `~` stands for a dimension that is not applicable, and for all values where rows are removed.
    let allowsNone = left.contains(component.id) || header.action != .information
    let several = { (test: @escaping (ArraySlice<UInt8>) -> Bool) in
      ValueTest { bytes in
        if allowsNone, bytes.elementsEqual([UInt8(ascii: "~")]) { return true }
        guard isArray else { return test(bytes) }
        return MultipleValues.split(bytes.text).allSatisfy { test(Array($0.utf8)[...]) }
      }
    }
    if let reference = component.enumeration {
      guard case .codelist(let list)? = catalogue[reference] else {
        throw StructuresDefinitions.unknownArtefact.at(nil, ["artefact": .text("\(reference)")])
      }
      let codes = Set(try catalogue.expanded(list).codes.map { Array($0.id.utf8) })
      return ComponentCheck(
        StructuresDefinitions.unknownCode.at(
          nil,
          arguments.merging(["list": .text(list.reference.id)]) { $1 }
        ),
        position,
        several { codes.contains(Array($0)) }
      )
    }
    if component.representation == .timePeriod {
      return ComponentCheck(
        SDMXDefinitions.badPeriod.at(nil, arguments),
        position,
        several { PeriodText.isPeriod($0) }
      )
    }
    guard let format = component.details.format?.textFormat,
      let test = component.facetTest(format)
    else { return nil }
    return ComponentCheck(SDMXDefinitions.badFacet.at(nil, arguments), position, several(test))
  }

  /// Looks at a batch; gives the digests of its keys with their lines.
  mutating func look(_ data: DataBatch) throws -> RecordBatch {
    let lines = data.lines
    for (position, column) in data.batch.columns.enumerated() {
      try numbers[position].take(column)
    }
    for index in missing.indices {
      let rows = numbers[missing[index].position].rows
      for row in rows.indices where rows[row] == ValueNumbers.missing {
        if missing[index].count == 0 { missing[index].firstLine = lines[row] }
        missing[index].count += 1
      }
    }
    for index in components.indices {
      components[index].look(numbers[components[index].position], lines)
    }
    for index in constraints.indices { constraints[index].look(numbers, lines) }
    rows += lines.count
    return try keys(lines)
  }

  private func keys(_ lines: [Int32]) throws -> RecordBatch {
    let builders = (0..<3).map { _ in IntegerColumnBuilder() }
    for row in lines.indices {
      var digest = seed
      for position in dimensions { digest.add(numbers[position].digest(row)) }
      builders[0].append(Int64(bitPattern: digest.first))
      builders[1].append(Int64(bitPattern: digest.second))
      builders[2].append(Int64(lines[row]))
    }
    return try RecordBatch(
      zip(builders, DuplicateKeys.schema.names).map { $0.finish($1) }
    )
  }

  /// Tells what was found, one problem a kind and component.
  func report(to collector: DiagnosticCollector, _ file: String) {
    let tell = { (problem: Diagnostic, count: Int, line: Int32) in
      if count == 0 { return }
      let line = line > 0 ? Int(line) : nil
      collector.report(problem, rows: count, first: Location(file, line: line))
    }
    for found in missing {
      let component = header.structure.components[found.position]
      let isAbsent = found.count == rows && component.isDimension
      let definition =
        isAbsent ? SDMXDefinitions.missingDimension : StructuresDefinitions.missingValue
      tell(
        definition.at(nil, ["dataset": .text(name), "component": .text(component.id)]),
        found.count,
        found.firstLine
      )
    }
    for check in components { tell(check.problem, check.count, check.firstLine) }
    for check in constraints { tell(check.problem, check.count, check.firstLine) }
  }
}

extension StructureCatalogue {
  /// The constraints on what may be in a set of data: on its flow, its structure, or its agreement.
  func constraints(of header: DataSetHeader) -> [Constraint] {
    var named = [header.structure.reference]
    if let reference = header.reference {
      named.append(reference)
      if case .provisionAgreement(let agreement)? = self[reference] { named.append(agreement.flow) }
    }
    let found = others.values.compactMap { artefact -> Constraint? in
      guard case .constraint(let constraint) = artefact, constraint.role == .allowed,
        constraint.reference.kind == .dataConstraint
      else { return nil }
      let concerns = constraint.attachments.contains { attachment in
        attachment.path.isEmpty && named.contains { attachment.artefact.mayName($0) }
      }
      return concerns ? constraint : nil
    }
    return found.sorted { $0.reference.description < $1.reference.description }
  }
}

extension ArtefactReference {
  fileprivate func mayName(_ other: ArtefactReference) -> Bool {
    kind == other.kind && agency == other.agency && id == other.id
      && (version.includes(other.version) || other.version.includes(version))
  }
}

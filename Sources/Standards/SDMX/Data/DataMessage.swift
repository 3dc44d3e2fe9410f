// SPDX-License-Identifier: Apache-2.0

public import Columns
internal import Diagnostics
public import Structures

/// What the receiver does with rows.
public enum DataAction: String, Sendable, Hashable, CaseIterable {
  /// The rows are information; nothing is said about storing them.
  case information = "I"
  /// Observations are added; SDMX 3 says merge.
  case append = "A"
  /// Values that are there are put in, others stay.
  case merge = "M"
  /// Observations take the place of those with the same key.
  case replace = "R"
  /// What the rows name is removed.
  case delete = "D"

  /// The word of SDMX-ML and SDMX-JSON.
  var word: String {
    switch self {
    case .information: "Information"
    case .append: "Append"
    case .merge: "Merge"
    case .replace: "Replace"
    case .delete: "Delete"
    }
  }

  /// Understands the word of any format.
  init?(word: String) {
    guard
      let found = DataAction.allCases.first(where: { $0.word == word || $0.rawValue == word })
    else { return nil }
    self = found
  }
}

/// A set of data within a message: what it follows, and what is done with it.
public struct DataSetHeader: Hashable, Sendable {
  /// The structure of its rows.
  public let structure: DataStructureDefinition
  /// The flow, structure or agreement that the message names.
  public let reference: ArtefactReference?
  /// What the receiver does with the rows.
  public let action: DataAction

  init(
    _ structure: DataStructureDefinition,
    _ reference: ArtefactReference?,
    _ action: DataAction
  ) {
    self.structure = structure
    self.reference = reference
    self.action = action
  }
}

/// Some rows of a message.
public struct DataBatch: Sendable {
  /// What the rows follow.
  public let header: DataSetHeader
  /// The rows: a column for each component of the structure, in its order.
  ///
  /// A component with several values at once is text, as ``MultipleValues`` writes it.
  public let batch: RecordBatch
  /// The line of each row in its file, 0 where the format has no lines worth naming.
  public let lines: [Int32]
}

/// Reads the rows of a message one batch after the other.
public protocol DataMessageReader: AnyObject {
  /// What the message says of itself, as far as it has been read.
  var header: MessageHeader { get }
  /// How many bytes have been read, for progress.
  var bytesRead: Int { get }
  /// The next rows; `nil` at the end of the message.
  ///
  /// - Returns: some thousands of rows of one set of data.
  /// - Throws: what keeps the rest of the message from being read; what is wrong with single values
  ///   goes to the collector that the reader was given.
  func next() throws -> DataBatch?
}

/// Finds the structure that data follow.
struct StructureResolution {
  let catalogue: StructureCatalogue
  let file: String

  /// The structure of what a message names.
  ///
  /// A message that names no structure, or one that is not here, is taken to follow the only one that
  /// is here; where there are several, or none, it cannot be read.
  ///
  /// - Parameter reference: what the message names.
  /// - Returns: the structure.
  /// - Throws: `sdmx.structure-needed`.
  func structure(_ reference: ArtefactReference?) throws(Diagnostic) -> DataStructureDefinition {
    // A stub says that there is a structure, not what it is.
    if let reference, let found = structure(named: reference), !found.components.isEmpty {
      return found
    }
    if catalogue.structures.count == 1, let only = catalogue.structures.values.first { return only }
    throw SDMXDefinitions.structureNeeded.at(
      Location(file),
      ["path": .text(file), "structure": .text(reference?.description ?? "?")]
    )
  }

  /// The structure of what a message names, or what the message itself tells of it.
  ///
  /// - Parameters:
  ///   - reference: what the message names.
  ///   - form: the components that the message names, where it names any.
  ///   - collector: is told that types are guessed.
  /// - Returns: the structure.
  /// - Throws: `sdmx.structure-needed` where the message does not tell enough.
  func structure(
    _ reference: ArtefactReference?,
    or form: MessageForm,
    _ collector: DiagnosticCollector
  ) throws(Diagnostic) -> DataStructureDefinition {
    do {
      return try structure(reference)
    } catch {
      guard let implied = form.structure(reference) else { throw error }
      collector.report(
        SDMXDefinitions.structureImplied.at(
          Location(file),
          ["structure": .text(reference?.description ?? "?")]
        )
      )
      return implied
    }
  }

  private func structure(named reference: ArtefactReference) -> DataStructureDefinition? {
    switch catalogue[reference] ?? sameName(reference) {
    case .dataStructure(let structure): structure
    case .dataflow(let flow): structure(named: flow.structure)
    case .provisionAgreement(let agreement): structure(named: agreement.flow)
    default: nil
    }
  }

  /// The latest version of an artefact of the same name.
  private func sameName(_ reference: ArtefactReference) -> Artefact? {
    catalogue[
      ArtefactReference(
        reference.kind,
        agency: reference.agency,
        id: reference.id,
        version: Version(0, wildcard: VersionWildcard(.any, from: .major))
      )
    ]
  }
}

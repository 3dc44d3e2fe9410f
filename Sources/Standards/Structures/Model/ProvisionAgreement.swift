// SPDX-License-Identifier: Apache-2.0

/// Who sends data, or reference metadata, for which flow; told by the kind of the reference.
public struct ProvisionAgreement: Hashable, Sendable {
  /// What names it.
  public var reference: ArtefactReference
  /// Its label.
  public var name: InternationalString
  /// Description, notes, validity.
  public var details: ArtefactDetails = ArtefactDetails()
  /// The flow.
  public var flow: ArtefactReference
  /// The provider.
  public var provider: ObjectReference
  /// What reference metadata are about, in URNs that may leave parts open.
  public var targets: [String] = []

  /// Makes an agreement.
  public init(
    _ reference: ArtefactReference,
    name: InternationalString,
    flow: ArtefactReference,
    provider: ObjectReference
  ) {
    self.reference = reference
    self.name = name
    self.flow = flow
    self.provider = provider
  }
}

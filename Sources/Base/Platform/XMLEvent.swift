// SPDX-License-Identifier: Apache-2.0

/// A name in XML: what it is called, and in which namespace.
public struct XMLName: Hashable, Sendable, CustomStringConvertible {
  /// The name without a prefix.
  public let local: String
  /// The address of the namespace; `nil` where there is none.
  public let namespace: String?

  /// Takes a name and its namespace.
  public init(_ local: String, in namespace: String? = nil) {
    self.local = local
    self.namespace = namespace
  }

  /// `{namespace}local`, or the local name alone.
  public var description: String { namespace.map { "{\($0)}\(local)" } ?? local }
}

/// The beginning of an element.
public struct XMLElement: Hashable, Sendable {
  /// What it is called.
  public let name: XMLName
  /// Its attributes in the order of the document, without the declarations of namespaces.
  public let attributes: [Attribute]
  /// The namespaces that it declares, for values such as `xsi:type` that name a prefix.
  public let namespaces: [Namespace]
  /// The line of its opening tag.
  public let line: Int

  /// A name with a value.
  public struct Attribute: Hashable, Sendable {
    /// What it is called.
    public let name: XMLName
    /// Its text.
    public let value: String
  }

  /// A prefix that stands for a namespace.
  public struct Namespace: Hashable, Sendable {
    /// The prefix; empty for the namespace of names without one.
    public let prefix: String
    /// The address.
    public let address: String
  }

  /// The value of an attribute.
  ///
  /// - Parameters:
  ///   - local: its name without a prefix.
  ///   - namespace: its namespace; none by default, as attributes mostly have none.
  /// - Returns: `nil` where the element has no such attribute.
  public subscript(_ local: String, in namespace: String? = nil) -> String? {
    attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
  }
}

/// What a document consists of, in order.
public enum XMLEvent: Hashable, Sendable {
  /// An element begins.
  case start(XMLElement)
  /// Text between tags, whole.
  case text(String)
  /// The element of this name ends.
  case end(XMLName)
}

/// How large a document may be before it is refused.
public struct XMLLimits: Sendable, Hashable {
  /// How deep elements nest.
  public var depth: Int
  /// How many bytes one text has.
  public var text: Int
  /// How many bytes the document has.
  public var document: Int

  /// Sets the limits.
  ///
  /// - Parameters:
  ///   - depth: 100 by default: SDMX and IATI stay below 20. Never above 250, the library's own.
  ///   - text: 8 MB by default, below the library's own 10 MB.
  ///   - document: 64 GB by default, as reading is streamed.
  public init(depth: Int = 100, text: Int = 8_000_000, document: Int = 64_000_000_000) {
    self.depth = min(depth, 250)
    self.text = text
    self.document = document
  }
}

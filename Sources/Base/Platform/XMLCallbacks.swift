// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2
import Diagnostics

/// The doors by which the C parser tells what it finds.
enum XMLCallbacks {
  /// A handler that knows elements and text, and refuses what declares entities or default values.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    // The mark of the second version of the interface, which knows namespaces.
    handler.initialized = 0xDEED_BEAF
    handler.startElementNs = { context, local, _, uri, spaceCount, spaces, count, _, values in
      guard let content = XMLCallbacks.content(context) else { return }
      if let sink = content.sink {
        guard let local, content.enter() else { return }
        sink.start(
          XMLRawElement(
            XMLRawName(address: local),
            uri.map { XMLRawName(address: $0) },
            Int(count),
            values,
            content.parser
          )
        )
        return
      }
      XMLCallbacks.start(content, (local, uri), (Int(spaceCount), spaces), (Int(count), values))
    }
    handler.endElementNs = { context, local, _, uri in
      guard let content = XMLCallbacks.content(context) else { return }
      if let sink = content.sink {
        guard let local, content.leave() else { return }
        sink.end(XMLRawName(address: local))
        return
      }
      content.end(XMLName(content.name(local) ?? "", in: content.name(uri)))
    }
    handler.characters = { context, bytes, count in
      XMLCallbacks.content(context)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    handler.internalSubset = { context, _, external, system in
      if external != nil || system != nil { XMLCallbacks.refuseEntity(context) }
    }
    handler.entityDecl = { context, _, _, _, _, _ in XMLCallbacks.refuseEntity(context) }
    handler.unparsedEntityDecl = { context, _, _, _, _ in XMLCallbacks.refuseEntity(context) }
    // A default value would be repeated with every element: a small document could grow without end.
    handler.attributeDecl = { context, _, _, _, _, value, words in
      if value != nil { XMLCallbacks.refuseEntity(context) }
      xmlFreeEnumeration(words)
    }
    handler.serror = { context, error in XMLCallbacks.report(context, error) }
    return handler
  }

  private static func content(_ context: UnsafeMutableRawPointer?) -> XMLContent? {
    context.map { Unmanaged<XMLContent>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func refuseEntity(_ context: UnsafeMutableRawPointer?) {
    content(context)?.refuse(PlatformDefinitions.xmlEntity)
  }

  private typealias Text = UnsafePointer<xmlChar>

  private static func start(
    _ content: XMLContent,
    _ name: (local: Text?, uri: Text?),
    _ spaces: (count: Int, texts: UnsafeMutablePointer<Text?>?),
    _ attributes: (count: Int, texts: UnsafeMutablePointer<Text?>?)
  ) {
    var declared: [XMLElement.Namespace] = []
    if let texts = spaces.texts {
      for index in 0..<spaces.count {
        let prefix = content.name(texts[2 * index]) ?? ""
        let address = content.name(texts[2 * index + 1]) ?? ""
        declared.append(.init(prefix: prefix, address: address))
      }
    }
    var found: [XMLElement.Attribute] = []
    found.reserveCapacity(attributes.count)
    if let texts = attributes.texts {
      for index in 0..<attributes.count {
        // Five texts an attribute: local name, prefix, namespace, begin and end of the value.
        let part = texts + 5 * index
        guard let begin = part[3], let end = part[4] else { continue }
        let value = UnsafeBufferPointer(start: begin, count: end - begin)
        let name = XMLName(content.name(part[0]) ?? "", in: content.name(part[2]))
        found.append(.init(name: name, value: String(decoding: value, as: UTF8.self)))
      }
    }
    content.start(
      XMLElement(
        name: XMLName(content.name(name.local) ?? "", in: content.name(name.uri)),
        attributes: found,
        namespaces: declared,
        line: content.parser.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0
      )
    )
  }

  private static func report(
    _ context: UnsafeMutableRawPointer?,
    _ error: UnsafeMutablePointer<xmlError>?
  ) {
    guard let content = content(context), let error = error?.pointee,
      error.level.rawValue >= XML_ERR_ERROR.rawValue
    else { return }
    // The first line alone: the second may quote the document.
    let words = error.message.map { String(cString: $0) }
    content.refuse(
      PlatformDefinitions.xmlMalformed,
      line: error.line > 0 ? Int(error.line) : nil,
      column: error.int2 > 0 ? Int(error.int2) : nil,
      cause: words?.split(separator: "\n").first.map(String.init)
    )
  }
}

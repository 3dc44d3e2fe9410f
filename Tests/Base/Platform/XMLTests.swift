// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Platform

private func events(_ text: String, _ limits: XMLLimits = XMLLimits()) throws -> [XMLEvent] {
  let reader = try XMLReader(bytes: Array(text.utf8), named: "a.xml", limits: limits)
  var events: [XMLEvent] = []
  while let event = try reader.next() { events.append(event) }
  return events
}

private func failure(_ text: String, _ limits: XMLLimits = XMLLimits()) -> Diagnostic? {
  #expect(throws: Diagnostic.self) { try events(text, limits) }
}

@Suite struct XMLReaderTests {
  @Test func `elements, namespaces and text come in order`() throws {
    let found = try events(
      """
      <?xml version="1.0"?>
      <s:Code xmlns:s="urn:s" xmlns="urn:d" id="A&amp;B" s:kind="&#233;">
        <Name xml:lang="fr">Caf&#xE9; &lt;<![CDATA[<b>]]></Name><!-- no --><Empty/>
      </s:Code>
      """
    )
    guard case .start(let code) = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(code.name == XMLName("Code", in: "urn:s"))
    #expect(code["id"] == "A&B")
    #expect(code["kind", in: "urn:s"] == "é")
    #expect(code.line == 2)
    #expect(code.namespaces.map(\.prefix) == ["s", ""])
    guard case .start(let name) = found[1] else {
      Issue.record("\(found)")
      return
    }
    #expect(name["lang", in: "http://www.w3.org/XML/1998/namespace"] == "fr")
    #expect(found[2] == .text("Café <<b>"))
    #expect(found[3] == .end(XMLName("Name", in: "urn:d")))
    #expect(found.count == 7)
    #expect(found.last == .end(XMLName("Code", in: "urn:s")))
  }

  @Test func `a long document streams from a file`() async throws {
    try await inTemporaryFolder { folder in
      var file = try DurableFile(replacing: folder + "/a.xml")
      var writer = XMLWriter()
      try writer.start("Data")
      for index in 0..<20_000 {
        try writer.element("Obs", [("value", "\(index)")], text: "ligne \(index) <é>")
        if writer.pendingCount > 65_536 { try file.write(writer.drain()) }
      }
      writer.finish()
      try file.write(writer.drain())
      try file.commit()
      let reader = try XMLReader(file: folder + "/a.xml")
      var (count, texts) = (0, 0)
      while let event = try reader.next() {
        if case .start(let element) = event, let value = element["value"] {
          #expect(value == "\(count)")
          count += 1
        }
        if case .text(let text) = event {
          #expect(text == "ligne \(texts) <é>")
          texts += 1
        }
      }
      #expect(count == 20_000 && texts == 20_000)
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
    "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a c=\"&c;&c;\"/>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1/x\"> %x;]><a/>",
    "<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\"><a/>",
    "<!DOCTYPE a PUBLIC \"-//X//Y\" \"a.dtd\"><a/>",
  ])
  func `entities and external types are refused`(text: String) {
    let found = failure(text)
    #expect(found?.code.rawValue == "platform.xml-entity")
    #expect(found?.location?.line == 1)
  }

  @Test func `a document of nested entities is refused before it grows`() {
    var text = "<!DOCTYPE a [<!ENTITY e0 \"lol\">"
    for level in 1..<30 {
      text += "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
    }
    #expect(failure(text + "]><a>&e29;</a>")?.code.rawValue == "platform.xml-entity")
  }

  @Test(arguments: [
    ("<a>\n  <b>", 2), ("<a>\n<b></a>", 2), ("", nil), ("<a/>\n<b/>", 2), ("<a>\n&no;</a>", 2),
    ("<a>\n<p:b/></a>", 2), ("<a x='1'\nx='2'/>", 2), ("text", 1), ("<a>\u{1}</a>", 1), ("<a", 1),
  ])
  func `ill-formed and truncated documents name their place`(text: String, line: Int?) {
    let found = failure(text)
    #expect(found?.code.rawValue == "platform.xml-malformed")
    #expect(found?.location?.file == "a.xml")
    if let line {
      #expect(found?.location?.line == line, "\(text)")
      #expect(found?.location?.column != nil)
    }
  }

  @Test func `every truncation of a document is noticed`() throws {
    let text = "<a><b c=\"1\">text</b><!-- x --></a>"
    _ = try events(text)
    for length in 0..<text.count {
      #expect(failure(String(text.prefix(length)))?.code.rawValue == "platform.xml-malformed")
    }
  }

  @Test func `depth and size have limits`() throws {
    let deep = String(repeating: "<a>", count: 60) + String(repeating: "</a>", count: 60)
    #expect(try events(deep).count == 120)
    #expect(failure(deep, XMLLimits(depth: 59))?.code.rawValue == "platform.xml-too-deep")
    let endless = String(repeating: "<a>", count: 100_000)
    #expect(failure(endless)?.code.rawValue == "platform.xml-too-deep")
    let long = "<a>" + String(repeating: "x", count: 200_000) + "</a>"
    #expect(failure(long, XMLLimits(text: 1_000))?.code.rawValue == "platform.xml-too-large")
    #expect(failure(long, XMLLimits(document: 1_000))?.code.rawValue == "platform.xml-too-large")
  }
}

@Suite struct XMLWriterTests {
  @Test func `a document is indented and escaped`() throws {
    var writer = XMLWriter()
    try writer.start("m:Data", [("xmlns:m", "urn:m"), ("note", "a \"b\" <c>\n")])
    try writer.element("m:Obs", text: "1 < 2 & 3")
    try writer.element("m:Obs")
    writer.finish()
    #expect(
      String(decoding: writer.drain(), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <m:Data xmlns:m="urn:m" note="a &quot;b&quot; &lt;c&gt;&#10;">
          <m:Obs>1 &lt; 2 &amp; 3</m:Obs>
          <m:Obs/>
        </m:Data>

        """
    )
  }

  @Test func `any text that XML holds reads back`() throws {
    let text = "a\r\n\tb\u{1F600}é\u{85}]]> \"'&<>"
    var writer = XMLWriter(indents: false)
    try writer.start("a", [("b", text)])
    try writer.text(text)
    writer.end()
    let found = try events(String(decoding: writer.drain(), as: UTF8.self))
    guard case .start(let element) = found[0] else {
      Issue.record("\(found)")
      return
    }
    #expect(element["b"].map { Array($0.utf8) } == Array(text.utf8))
    #expect(found[1] == .text(text))
  }

  @Test(arguments: ["\u{0}", "\u{8}", "\u{1F}", "\u{FFFE}"])
  func `characters that XML cannot hold are refused`(text: String) throws {
    var writer = XMLWriter()
    try writer.start("a")
    let error = #expect(throws: Diagnostic.self) { try writer.text(text) }
    #expect(error?.code.rawValue == "platform.xml-character")
  }

  @Test(arguments: ["", "1a", "a b", "p:a", "a:b:c", "a>", ":a", "xmlns:"])
  func `names that are none are refused`(name: String) {
    var writer = XMLWriter()
    let error = #expect(throws: Diagnostic.self) { try writer.start(name) }
    #expect(error?.code.rawValue == "platform.xml-name")
  }
}

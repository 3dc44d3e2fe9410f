// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Platform

/// Mutated documents through the XML reader: events or a coded error with its place, never a crash,
/// never a hang, and never more text than the document holds.
///
/// The seed is fixed, so that a failure can be seen again.
@Suite(.timeLimit(.minutes(2))) struct XMLFuzzTests {
  private static let rounds = 2_000

  private static let sound = [
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <s:Code xmlns:s="urn:s" xmlns="urn:d" id="A&amp;B" s:kind="&#233;">
      <Name xml:lang="fr">Caf&#xE9; &lt;<![CDATA[<b>]]></Name><!-- no --><?p i?><Empty/>
      <Data><Obs v="1.5"/><Obs v="2"/><Obs v="x y"></Obs>é🌍</Data>
    </s:Code>
    """,
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a><b c='d'>e</b><b/></a>",
    "<!DOCTYPE a [<!ELEMENT a (b*)><!ELEMENT b EMPTY>]><a><b/><b/></a>",
  ]

  private static let hostile = [
    "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\"><!ENTITY z \"&y;&y;&y;&y;\">]><a>&z;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
    "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
    "<!DOCTYPE a PUBLIC \"-//A//B\" \"file:///dev/zero\"><a/>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///dev/zero\">%p;]><a/>",
    "<!DOCTYPE a [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]><a c=\"&a;\">&a;</a>",
    "<!DOCTYPE a [<!ATTLIST b c CDATA \"" + String(repeating: "long ", count: 200) + "\">]><a>"
      + String(repeating: "<b/>", count: 200) + "</a>",
    "<!DOCTYPE a [<!NOTATION n SYSTEM \"x\"><!ENTITY u SYSTEM \"y\" NDATA n>]><a/>",
    String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300),
    "<a " + (0..<300).map { "b\($0)='\($0)'" }.joined(separator: " ") + "/>",
    "<a xmlns:b='urn:b' xmlns:c='urn:b' b:d='1' c:d='2'/>", "<a>&#0;&#xD800;&#x110000;</a>",
    "<a><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd'/></a>",
    "<?xml version='1.0' encoding='UTF-16'?><a/>", "<?xml version='1.0' encoding='EBCDIC'?><a/>",
    "<a><![CDATA[", "<a><!--", "<a b='", "<", "", "\u{FEFF}<a/>", "<a>]]></a>",
  ]

  private func mutated(_ text: String, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0...6, using: &generator) where !bytes.isEmpty {
      let position = Int.random(in: 0..<bytes.count, using: &generator)
      let marks = Array("<>&;\"'/!?[]-%#x\0 \n=:".utf8)
      switch Int.random(in: 0...5, using: &generator) {
      case 0: bytes[position] = UInt8.random(in: .min ... .max, using: &generator)
      case 1: bytes.remove(at: position)
      case 2: bytes.insert(marks[Int.random(in: marks.indices, using: &generator)], at: position)
      case 3: bytes.removeSubrange(position...)
      case 4: bytes.insert(contentsOf: bytes[position...].prefix(60), at: position)
      default: bytes.swapAt(position, Int.random(in: 0..<bytes.count, using: &generator))
      }
    }
    return bytes
  }

  /// Reads to the end or to the first fault.
  ///
  /// - Returns: how many bytes of text and values came out, and the fault.
  private func read(_ bytes: [UInt8]) -> (size: Int, fault: Diagnostic?) {
    var size = 0
    do throws(Diagnostic) {
      let reader = try XMLReader(bytes: bytes, named: "fuzz.xml")
      var depth = 0
      while let event = try reader.next() {
        switch event {
        case .start(let element):
          depth += 1
          size += element.attributes.reduce(0) { $0 + $1.value.utf8.count }
        case .text(let text): size += text.utf8.count
        case .end: depth -= 1
        }
        #expect(depth >= 0)
      }
      #expect(depth == 0, "a document that ends well closes all it opened")
      return (size, nil)
    } catch {
      return (size, error)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let (size, fault) = read(bytes)
    // A byte of an older encoding is at most three bytes of UTF-8; nothing else makes text longer.
    #expect(size <= 3 * bytes.count, "\(String(decoding: bytes.prefix(400), as: UTF8.self))")
    guard let fault else { return }
    #expect(fault.code.rawValue.hasPrefix("platform.xml-"), "\(fault.code)")
    #expect(fault.location?.file == "fuzz.xml")
    #expect((fault.location?.line ?? 0) > 0, "\(fault) \(String(decoding: bytes, as: UTF8.self))")
  }

  @Test func `well-formed documents, mutated`() {
    var generator = SeededGenerator(seed: 11)
    for text in Self.sound { #expect(read(Array(text.utf8)).fault == nil) }
    for round in 0..<Self.rounds {
      check(mutated(Self.sound[round % Self.sound.count], &generator))
    }
  }

  @Test func `hostile documents, as they are and mutated`() {
    var generator = SeededGenerator(seed: 12)
    for text in Self.hostile { check(Array(text.utf8)) }
    for round in 0..<Self.rounds {
      check(mutated(Self.hostile[round % Self.hostile.count], &generator))
    }
  }

  @Test func `documents that are cut into pieces anywhere`() {
    var generator = SeededGenerator(seed: 13)
    for round in 0..<200 {
      // The reader takes 65,536 bytes at a time: the filling puts the border inside the document.
      let text = Self.sound[round % Self.sound.count]
      let filling = "<!--" + String(repeating: "é", count: 32_700 + round % 60) + "-->"
      let marker = text.contains("<Data>") ? "<Data>" : "<b"
      let cut = text.components(around: marker)
      check(mutated(cut.before + filling + marker + cut.after, &generator))
    }
  }

  @Test func `a default value in the document type is refused, for it would grow without end`() {
    let text =
      "<!DOCTYPE a [<!ATTLIST b c CDATA \"\(String(repeating: "x", count: 10_000))\">]><a>"
      + String(repeating: "<b/>", count: 1_000) + "</a>"
    let (size, fault) = read(Array(text.utf8))
    #expect(fault?.code.rawValue == "platform.xml-entity")
    #expect(size == 0)
  }
}

extension String {
  /// What stands before and after the first occurrence of a word.
  fileprivate func components(around word: String) -> (before: String, after: String) {
    guard let range = firstRange(of: word) else { return (self, "") }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}

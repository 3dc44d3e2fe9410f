// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Platform
import Testing

@testable import Publishing

/// The one place where text becomes markup.
@Suite struct HTMLTests {
  @Test func `markup in a text stays text`() {
    let html = HTML.pieces {
      Element(.p, .title("a\"b<c>'&")) { "<script>x</script> & \"y\"" }
    }
    #expect(
      HTMLWriter.text(html)
        == "\n<p title=\"a&quot;b&lt;c&gt;'&amp;\">&lt;script&gt;x&lt;/script&gt; &amp; \"y\"</p>"
    )
  }

  @Test func `the space before a French mark does not break, but a command stays as it is`() {
    let html = HTML.pieces {
      Element(.p) { "Reçu : 5 ; et « tout » ?" }
      Element(.code) { "a : b" }
    }
    #expect(
      HTMLWriter.text(html)
        == "\n<p>Reçu\u{A0}: 5\u{A0}; et « tout\u{A0}»\u{A0}?</p><code>a : b</code>"
    )
  }

  @Test func `any text in any place gives a well-formed page with the same text`() throws {
    var random = SplitMix(seed: 20_261_123)
    let alphabet = Array("<>&\"'/=!-[]{}()ab é→中\u{0}\u{1}\u{7F}\u{FFFE}\t\n\r;#x;?%").map { $0 }
    for _ in 0..<500 {
      let text = String((0..<20).map { _ in alphabet[random.below(alphabet.count)] })
      let bytes = HTMLWriter.page(
        Element(.html, .title(text)) { Element(.body) { Element(.p) { "|" + text + "|" } } }
      )
      let reader = try XMLReader(bytes: bytes, named: "page")
      while try reader.next() != nil {}
      #expect(!String(decoding: bytes, as: UTF8.self).dropFirst(15).contains("<!"))
    }
  }

  @Test func `a link cannot become another scheme or leave its path`() {
    #expect(RelativeLink("javascript:alert(1)").text == "javascript%3Aalert%281%29")
    #expect(RelativeLink("../data/a b?c#d", anchor: "é").text == "../data/a%20b%3Fc%23d#%C3%A9")
  }
}

/// A repeatable source of numbers.
///
/// - Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
///   OOPSLA 2014.
struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}

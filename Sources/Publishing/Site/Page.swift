// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Project

/// The frame that all pages share: head, skip link, header, main, footer.
///
/// - Source: WCAG 2.2, level AA; HTML Living Standard. The policy forbids scripts and foreign origins.
struct Page: Sendable {
  let place: PagePlace
  let words: PageLanguage
  let contents: ReleaseContents
  let title: String
  let description: String

  /// What a browser may load: the style sheet beside the page, and nothing else.
  static let policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"

  /// The whole page.
  func bytes(@HTMLBuilder _ main: () -> HTML) -> [UInt8] {
    HTMLWriter.page(
      Element(.html, .lang(words.language.rawValue), Attribute("dir", words.direction)) {
        head
        Element(.body) {
          Element(.a, .class("skip"), .href(RelativeLink(anchor: "main"))) {
            words.text(SiteTexts.skip)
          }
          header
          Element(.main, .id("main"), Attribute("tabindex", "-1")) { main() }
          footer
        }
      }
    )
  }

  private var head: Element {
    Element(.head) {
      Element(.meta, Attribute("charset", "utf-8"))
      Element(
        .meta,
        Attribute("http-equiv", "Content-Security-Policy"),
        Attribute("content", Page.policy)
      )
      Element(
        .meta,
        Attribute("name", "viewport"),
        Attribute("content", "width=device-width, initial-scale=1")
      )
      Element(
        .meta,
        Attribute("name", "color-scheme"),
        Attribute("content", "light dark")
      )
      Element(
        .meta,
        Attribute("name", "description"),
        Attribute("content", description)
      )
      Element(.title) { isCatalogue ? title : "\(title) – \(projectName)" }
      Element(.link, Attribute("rel", "stylesheet"), .href(place.site("style.css")))
      for language in contents.settings.languages {
        Element(
          .link,
          Attribute("rel", "alternate"),
          Attribute("hreflang", language.rawValue),
          .href(place.link(place.name, language))
        )
      }
    }
  }

  private var isCatalogue: Bool { place.name == .catalogue }
  private var projectName: String { words.plain(contents.settings.name) }

  private var header: Element {
    Element(.header, .class("site")) {
      Element(.div, .class("inner")) {
        Element(.a, .class("brand"), .href(place.link(.catalogue))) {
          words.phrase(contents.settings.name)
        }
        if contents.settings.languages.count > 1 {
          Element(.nav, .class("languages"), .label(words.text(SiteTexts.language))) {
            for language in contents.settings.languages {
              languageLink(language)
            }
          }
        }
      }
    }
  }

  private func languageLink(_ language: Language) -> Element {
    Element(
      .a,
      .href(place.link(place.name, language)),
      .lang(language.rawValue),
      Attribute("hreflang", language.rawValue),
      language == words.language ? Attribute("aria-current", "true") : nil
    ) {
      PageLanguage(language).ownName
    }
  }

  private var footer: Element {
    Element(.footer, .class("site")) {
      Element(.div, .class("inner")) {
        Element(.p) { words.text(SiteTexts.footer, ["release": .text(contents.id)]) }
        if let licence = contents.settings.release.licence {
          Element(.p) { "\(words.text(SiteTexts.licence))\(words.language.colon)\(licence)" }
        }
      }
    }
  }
}

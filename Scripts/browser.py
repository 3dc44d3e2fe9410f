#!/usr/bin/env python3
"""Opens every page of a site in Chromium and runs axe on it.

usage: browser.py FOLDER [SCREENSHOTS]

FOLDER is a site, a folder of reports, a release, or a project whose last release is taken. Pages are opened from the disk
at the width of a telephone and of a desk; a first pass with scripts forbidden looks at what is shown,
a second pass lets axe look. Any violation, any request that leaves the disk, any message of the
browser, any page wider than its window fails. A non-zero status says that something failed.
"""

import pathlib
import shutil
import sys

import axe_playwright_python
from playwright.sync_api import sync_playwright

WIDTHS = (320, 360, 1280)
SHOT_WIDTHS = (360, 1280)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def find_site(folder):
    """The folder of the pages: the argument, its part `site`, or that of the last release."""
    latest = folder / "releases" / "latest"
    if latest.is_file():
        folder = folder / "releases" / latest.read_text().strip()
    if (folder / "index.html").is_file() or not (folder / "site").is_dir():
        return folder
    return folder / "site"


class Check:
    """Counts what holds and tells what does not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def that(self, holds, what):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {what}")


def watch(page, problems):
    page.on("console", lambda message: problems.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on(
        "request",
        lambda request: request.url.startswith("file:") or problems.append(f"request: {request.url}"),
    )


def widest(page, excess):
    """The elements that stand out of the window, where some do."""
    if excess <= 0:
        return ""
    found = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
        .filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth)
        .map(e => e.tagName + '.' + e.getAttribute('class')).slice(0, 5).join(', ')"""
    )
    return f" ({found})"


def look(browser, check, path, name, shots):
    """What is shown without scripts: no overflow, one heading, a language, a style."""
    for width in WIDTHS:
        problems = []
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": width, "height": 800}
        )
        page = context.new_page()
        watch(page, problems)
        page.goto(path.as_uri())
        place = f"{name} at {width}"
        # Scripts of the page are forbidden; the driver measures in a world of its own.
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        check.that(wide <= 0, f"{place}: {wide} px wider than the window{widest(page, wide)}")
        check.that(page.locator("h1").count() == 1, f"{place}: one first heading")
        check.that(bool(page.locator("html").get_attribute("lang")), f"{place}: a language")
        styled = page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
        check.that(styled, f"{place}: the style sheet is read")
        check.that(not problems, f"{place}: {problems}")
        if shots and width in SHOT_WIDTHS:
            file = f"{name.replace('/', '_')}-{width}.png"
            page.screenshot(path=str(shots / file), full_page=True)
        context.close()


def judge(browser, check, path, name, source, scheme):
    """axe on the page, in light or dark colours."""
    problems = []
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    watch(page, problems)
    page.goto(path.as_uri())
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(source)
        found = page.evaluate(
            # Without preload: axe would fetch the style sheet, which the page's policy forbids.
            "rules => axe.run(document, {preload: false, runOnly: {type: 'tag', values: rules}})",
            RULES,
        )
        for violation in found["violations"]:
            nodes = ", ".join(str(node["target"]) for node in violation["nodes"][:4])
            print(f"  {violation['id']}: {violation['help']} ({nodes})")
        check.that(not found["violations"], f"{name} at {width}, {scheme}: axe")
    check.that(not problems, f"{name}, {scheme}: {problems}")
    context.close()


def main():
    site = find_site(pathlib.Path(sys.argv[1]).resolve())
    shots = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    pages = sorted(site.rglob("*.html"))
    if not pages:
        print(f"no pages under {site}")
        return 1
    package = pathlib.Path(axe_playwright_python.__file__).parent
    source = next(package.rglob("axe.min.js")).read_text()
    check = Check()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=["--no-sandbox"]
        )
        for path in pages:
            name = str(path.relative_to(site))
            look(browser, check, path, name, shots)
            for scheme in ("light", "dark"):
                judge(browser, check, path, name, source, scheme)
        browser.close()
    print(f"{len(pages)} pages: {check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())

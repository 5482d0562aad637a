"""The report is one page that loads nothing, runs nothing, and keeps hostile articles text."""

from __future__ import annotations

import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from program import run_text

import newsclaims
from newsclaims.checks import check
from newsclaims.html.report import render, report

SAMPLES = Path(__file__).parent.parent / "samples"
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "form", "fieldset", "legend", "label", "input", "article",
    "h1", "h2", "h3", "p", "div", "section", "span", "b", "br", "ul", "ol", "li", "q", "table", "tr", "th", "td", "svg",
    "line", "circle", "rect", "text", "a", "nav",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "type", "id", "checked", "class", "tabindex", "data-speaker",
    "colspan", "height", "width", "role", "aria-label", "x", "x1", "x2", "y", "y1", "y2", "cx", "cy", "r", "rx",
    "text-anchor", "href", "title", "contenteditable",
}  # fmt: skip
HOSTILE = (
    '<script>alert(1)</script> The mayor "><img src=x onerror=alert(2)> paid $5 million on Monday.\n\n'
    "</title></style><svg onload=alert(3)> "
    "\u202e\x00\x1b[2J javascript:alert(4) “We <b>won</b> & lost,” Anna Bell said."
)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.said = ""
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in ("meta", "br", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_pages_are_well_formed_and_bare(path: Path) -> None:
    page = render(check(newsclaims.extract(path.read_text(encoding="utf-8"))))
    reader = read(page)
    assert reader.tags <= TAGS
    assert reader.attributes <= ATTRIBUTES
    assert "default-src 'none'" in page and "http://" not in page and "https://" not in page and "url(" not in page


def test_hostile_text_stays_text() -> None:
    article = newsclaims.extract(HOSTILE, id='"><script>', title="</title><script>alert(5)</script>", date="2025-11-13")
    page = render(check(article))
    reader = read(page)
    assert reader.tags <= TAGS
    assert reader.attributes <= ATTRIBUTES
    assert "<script>alert(1)</script>" in reader.said
    assert not any(mark in page for mark in "\x00\x1b\u202e")


def test_checks_stand_on_top_and_filters_name_speakers() -> None:
    text = (SAMPLES / "glacier-study.txt").read_text(encoding="utf-8").replace("(43.7F)", "(47.3F)")
    page = render(check(newsclaims.extract(text)))
    assert page.index("6.5C is 43.7F") < page.index('class="text"')
    assert "Matteo Ferrand</label>" in page
    assert '<svg class="axis"' in page and 'rect class="value"' in page


def test_several_articles_on_one_page() -> None:
    texts = [(SAMPLES / f"{name}.txt").read_text(encoding="utf-8") for name in ("cup-final", "bridge-trial")]
    page = "".join(report([newsclaims.extract(text) for text in texts]))
    reader = read(page)
    assert reader.said.index("2 articles") < reader.said.index("Stoppage-time stunner!")
    assert {"#a0", "#a1"} <= set(reader.links)
    assert len(reader.ids) == len(set(reader.ids))


def test_links_lead_from_rows_to_sentences_and_back() -> None:
    text = (SAMPLES / "bridge-trial.txt").read_text(encoding="utf-8")
    article = check(newsclaims.extract(text))
    page = render(article)
    reader = read(page)
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)
    assert all(link.startswith("#") for link in reader.links)
    claim = next(item for item in article.claims if item.predicate.lemma == "fine")
    row = page[page.index(f'id="a0-row-{claim.id}"') :].partition("</tr>")[0]
    assert f'href="#a0-s{claim.sentence}"' in row
    assert f"<b>{claim.confidence:.2f}</b>" in row and f'title="{claim.rule}"' in row and 'class="verdict"' in row
    sentence = page[page.index(f'id="a0-s{claim.sentence}"') :].partition("</p>")[0]
    assert f'href="#a0-row-{claim.id}"' in sentence


def test_command_writes_a_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert run_text("report", SAMPLES / "cup-final.txt", "-o", target).returncode == 0
    assert [item.name for item in tmp_path.iterdir()] == ["page.html"]
    read(target.read_text(encoding="utf-8"))


@pytest.mark.parametrize("width", [400, 1280])
def test_a_browser_lays_it_out_inside_its_window(width: int, tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    page = render(check(newsclaims.extract((SAMPLES / "markets-close.txt").read_text(encoding="utf-8"))))
    assert "overflow-x" not in page
    if browser is None:
        pytest.skip("a picture of the page needs Debian's chromium")
    target = tmp_path / "page.html"
    target.write_text(page, encoding="utf-8")
    picture = tmp_path / "page.png"
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},900",
               f"--user-data-dir={tmp_path}/profile", f"--screenshot={picture}", target.as_uri()]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert picture.stat().st_size > 20_000


def test_tables_hold_what_a_reader_needs_first() -> None:
    text = (
        "Bridge closed after storm\n\nA bridge is seen in Oslo on May 4, 2025. (Photo: Bo Lind)\n\n"
        "OSLO, May 5, 2025 (North Sea Press) - The bridge was damaged by a storm on Sunday. "
        "The council denied the accusations. Anna Bell said that repairs would cost $5 million."
    )
    said = read(render(newsclaims.extract(text))).said
    worth = said[said.index("Worth checking first") : said.index("Who said what")]
    assert "is seen in Oslo" not in worth
    quotes = said[said.index("Who said what") : said.index("Who did what")]
    assert "that repairs would cost $5 million" in quotes and "accusations" not in quotes
    claims = said[said.index("Who did what") : said.index("Time line")]
    assert "The council" in claims and "denied" in claims and "by a storm" in claims and "is seen" not in claims

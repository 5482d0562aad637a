"""The reference is made from the code, whole, and readable as Markdown and as HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from program import run

from newsclaims.cli.app import COMMANDS
from newsclaims.cli.reference import PARTS, reference
from newsclaims.explain.rules import all_rules
from newsclaims.formats.columns import WHOLE, columns_of
from newsclaims.formats.schema import schema
from newsclaims.table import table_names

HEADINGS = {line[4:] for line in reference() if line.startswith("### ")}


def test_nothing_is_left_out() -> None:
    assert set(COMMANDS) <= HEADINGS
    assert {rule.id for rule in all_rules()} <= HEADINGS
    assert set(schema()["$defs"]) <= HEADINGS
    assert {f"{table}.csv" for table in WHOLE} <= HEADINGS
    assert {name for name in table_names() if not name.startswith("learn/")} <= HEADINGS


def test_tables_have_a_row_for_each_thing() -> None:
    lines = list(reference(("columns",)))
    figures = lines[lines.index("### figures.csv") : lines.index("### checks.csv")]
    for column in columns_of("figures"):
        assert any(line.startswith(f"| `{column.name}` |") for line in figures)
    assert all(len(re.findall(r"(?<!\\)\|", line)) in (3, 4) for line in reference() if line.startswith("|"))


def test_printed_as_markdown() -> None:
    done = run("docs", "json")
    assert done.stdout.decode().startswith("# newsclaims ")
    assert b"### Claim\n" in done.stdout and b"### claims.passive" not in done.stdout
    assert run("docs", "nothing", code=2).stderr.count(b"\n") <= 5


@pytest.mark.parametrize("part", PARTS)
def test_html_is_one_page_whose_links_lead_somewhere(part: str) -> None:
    page = run("docs", part, "--format", "html").stdout.decode()
    ids, links, tags = set[str](), set[str](), set[str]()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.add(tag)
            ids.update(value or "" for name, value in attrs if name == "id")
            links.update(value or "" for name, value in attrs if name == "href")

    Reader().feed(page)
    assert {link.removeprefix("#") for link in links} <= ids
    assert {"h1", "h2", "h3"} <= tags and not tags & {"script", "img", "link", "iframe"}

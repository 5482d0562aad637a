"""What holds for any text whatever, tried on generated ones."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_schema import check

import newsclaims
from newsclaims.formats.columns import WHOLE, one_table
from newsclaims.formats.csv import csv_rows, tsv_rows
from newsclaims.formats.json import json_line, json_text
from newsclaims.model import Article, Failure
from newsclaims.text.decode import decode
from newsclaims.text.records import parse_line
from newsclaims.text.visible import visible

WORDS = (
    "said", "told", "that", "the", "President", "Ann", "Smith", "Peru", "Congress", "voted", "to", "declare", "5",
    "$2.5", "million",
    "percent", "Monday", "in", "May", "2025", "last", "year", "he", "she", "who", "was", "by", "not", "and", ",", ".",
    "“", "”", '"',
    "'", "’s", "n't", "(", ")", "-", "—", ":", ";", "?", "…", "\n", "\n\n", "\r\n", "U.S.", "Mr.", "a.m.", "%", "€",
    "1,000", "two",
    "hundred", "according", "LIMA, Nov 7 (Reuters) -", "By", "Source:", "REUTERS/Jo Doe", "FILE -", "\u00a0",
    "\u200b", "\u202e", "é",
    "e\u0301", "😀", "\x00", "\x1b[2J", "\ufeff", "２５", "٢٥", "ﬁ", "January 6, 2021", "6-3", "10:30", "Q3", "'90s",
    "more", "than",
    "if", "will", "would", "accused", "of", "announced", "-5", "1/2", "|", "[sic]", "<b>", "http://e.org/a", "@ann",
    "#tag",
)  # fmt: skip
NEWS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
TEXT = st.one_of(NEWS, st.text(max_size=200), st.lists(st.one_of(NEWS, st.text(max_size=20)), max_size=4).map("".join))
RELAXED = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=500, deadline=None, derandomize=True, suppress_health_check=RELAXED)
@given(TEXT)
@example("")
@example("\ud800 said \udfff")
@example("It rose to $2.5\u202fbillion, “he\u2028said.")
@example("a" * 5000 + ". " + "1," * 3000)
def test_any_text(text: str) -> None:
    check(text, newsclaims.extract(text, date="2025-11-06"))
    article = newsclaims.extract(text, date="2025-11-06", language="any")
    check(text, article)
    record = article.to_dict()
    again = newsclaims.extract(text, date="2025-11-06", language="any").to_dict()
    assert record == again
    line = json_line(article)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert json.loads(line.decode("utf-8")) == record
    assert json.loads(json_text(article).decode("utf-8")) == record
    for item in (*record["claims"], *record["quotes"], *record["dates"], *record["figures"]):
        assert text[item["start"] : item["end"]] == item["text"]
    starts = [sentence["start"] for sentence in record["sentences"]]
    assert starts == sorted(starts)
    for table in WHOLE:
        csv_rows(article, table)
    tsv_rows(article, one_table(None))


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=RELAXED)
@given(NEWS, NEWS)
def test_paragraphs_do_not_disturb_each_other(first: str, second: str) -> None:
    """Dates and figures of one paragraph are the same whatever paragraph stands after it."""
    first, second = (
        f"The council met. {text.replace(chr(10), ' ').replace(chr(13), ' ').strip()} It ended."
        for text in (first, second)
    )
    alone = newsclaims.extract(first, date="2025-11-06", title="None of it")
    both = newsclaims.extract(f"{first}\n\n{second}", date="2025-11-06", title="None of it")

    def spans(article: Article) -> list[tuple[int, int, Any]]:
        items = [(item.start, item.end, item.kind) for item in article.figures]
        return [item for item in items if item[1] <= len(first)]

    assert spans(both) == spans(alone)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    decoded = decode(data)
    decoded.text.encode("utf-8")
    found = parse_line(data, "x.jsonl", 1)
    assert found is None or isinstance(found, Failure) or found.text is not None


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=6,
)
FIELDS = st.sampled_from(["text", "body", "id", "url", "title", "date", "published", "other"])


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=RELAXED)
@given(st.one_of(JSON, st.dictionaries(FIELDS, JSON, max_size=5)))
def test_any_record(fields: Any) -> None:
    (found,) = newsclaims.extract_many([fields])
    json_line(found)
    assert found.id is None or isinstance(found.id, str)
    held = [type(fields.get(key)) for key in ("text", "body")] if isinstance(fields, dict) else []
    assert isinstance(found, Article) or str not in held
    assert isinstance(found, Failure) or {str, list, dict} & {*held}, "text, paragraphs or objects of such"


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.text(max_size=100))
def test_shown_text_cannot_act_on_a_terminal(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & {
        *map(chr, range(32)),
        *map(chr, range(0x7F, 0xA0)),
        *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    }
    shown.encode("utf-8")

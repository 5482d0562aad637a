"""Coverage-guided fuzzing with Atheris (``pip install atheris``), by hand and at night; not part of the test suite.

    python tests/fuzz/guided.py CORPUS_FOLDER -max_total_time=600

The first byte of an input chooses the reader that gets the rest: article text, an article as bytes, JSON Lines, a
user's word table, a manifest, text for a terminal.  What holds for every input is asserted as in the tests; a failure
leaves a ``crash-…`` file, which ``python tests/fuzz/guided.py crash-…`` repeats.  An empty corpus is seeded first.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

import atheris

sys.path[0] = str(Path(__file__).parents[1])
with atheris.instrument_imports(include=["newsclaims"]):
    import newsclaims
    from newsclaims.batch.manifest import Manifest
    from newsclaims.checks import check as find_checks
    from newsclaims.extract import extract_record
    from newsclaims.formats.atomic import OutputFolder
    from newsclaims.formats.csv import csv_rows, tsv_rows
    from newsclaims.formats.json import json_line
    from newsclaims.html.report import report
    from newsclaims.model import Article, Failure
    from newsclaims.table import BadTable, use_lexicon
    from newsclaims.terminal.article import render
    from newsclaims.text.decode import decode
    from newsclaims.text.files import records_in
    from newsclaims.text.intake import Intake
    from newsclaims.text.readers import forms
    from newsclaims.text.readers.pieces import Piece
    from newsclaims.text.visible import visible

    EXAMPLE = find_checks(newsclaims.extract("“It cost $5 million,” Ann Smith said on Monday.", date="2025-11-06"))
    render(EXAMPLE)  # what is imported only when it is used must be instrumented too
    "".join(report([EXAMPLE]))

from test_schema import check  # noqa: E402

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
FOLDER = Path(tempfile.mkdtemp(prefix="newsclaims-fuzz-"))
HARMFUL = {*map(chr, (*range(32), *range(0x7F, 0xA0))), *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}


def article(data: bytes) -> None:
    """Any text: offsets, schema, every rendering."""
    text = data.decode("utf-8", "surrogateescape")  # a program may pass in lone surrogates
    found = newsclaims.extract(text, date="2025-11-06", language=("en", "any")[len(text) % 2])
    if len(data) % 8 == 0:  # the schema takes longer than all the rest
        check(text, found)
    for item in (*found.claims, *found.quotes, *found.dates, *found.figures, *found.sentences):
        assert 0 <= item.start <= item.end <= len(text)
    record = found.to_dict()
    assert json.loads(json_line(found)) == record
    csv_rows(found)
    tsv_rows(found)
    find_checks(found)
    assert not {*render(found)} & (HARMFUL - {"\n"})
    assert "".join(report([found]))


def encoded(data: bytes) -> None:
    """Any bytes as an article."""
    decode(data).text.encode("utf-8")
    for record in records_in(Piece("a.txt", None, data), Intake(max_chars=10_000)):
        assert not isinstance(record, Failure), record


def lines(data: bytes) -> None:
    """Any bytes as a line of JSON Lines, and as a JSON file."""
    for piece in (Piece("a.jsonl", 1, data), Piece("a.json", None, data)):
        for record in records_in(piece, Intake(max_chars=10_000)):
            found = extract_record(record)
            assert isinstance(found, Article) or found.code != "internal", found
            json_line(found).decode("utf-8")


def form(data: bytes) -> None:
    """Any bytes under any suffix that is read; what one byte says is the suffix."""
    if not data:
        return
    suffixes = sorted(set(forms()) - {".db", ".sqlite", ".sqlite3"})
    for record in records_in(Piece(f"a{suffixes[data[0] % len(suffixes)]}", None, data[1:]), Intake(max_chars=10_000)):
        found = extract_record(record)
        assert isinstance(found, Article) or found.code != "internal", found


def table(data: bytes) -> None:
    """Any bytes as a user's word table."""
    name, _, content = data.partition(b"\n")
    path = FOLDER / "lexicon" / "quotes" / ("cue_verbs.tsv" if len(name) % 2 else "cue_nouns.tsv")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    try:
        use_lexicon(str(FOLDER / "lexicon"))
    except BadTable as error:
        assert str(path) in str(error)
    finally:
        path.unlink()
        use_lexicon(str(FOLDER / "lexicon"))


def manifest(data: bytes) -> None:
    """Any bytes as what a killed run left of its manifest."""
    path = FOLDER / "out" / "manifest.jsonl"
    with OutputFolder(str(path.parent)) as folder:
        path.write_bytes(b'{"signature":"schema:s"}\n' + data)
        opened = Manifest(folder, "schema:s")
        for place in [*opened._places]:
            opened.before(place)
        opened.close()
    assert path.read_bytes().endswith(b"\n")


def terminal(data: bytes) -> None:
    """Any text made visible."""
    shown = visible(data.decode("utf-8", "surrogateescape"))
    assert not {*shown} & HARMFUL
    shown.encode("utf-8")


TARGETS = (article, article, article, encoded, lines, form, table, manifest, terminal)


def one(data: bytes) -> None:
    """Give one input to the reader that its first byte chooses."""
    if data:
        TARGETS[data[0] % len(TARGETS)](data[1:])


def seed(corpus: Path) -> None:
    """Fill an empty corpus: pieces of the samples, and what each reader expects."""
    paragraphs = [text for path in SAMPLES for text in path.read_text(encoding="utf-8").split("\n\n")]
    seeds = [b"\0" + text.encode() for text in paragraphs]
    seeds += [b"\3" + paragraphs[0].encode(encoding) for encoding in ("utf-8", "utf-16")]
    seeds += [b"\4" + json.dumps({"text": paragraphs[1], "id": 5, "date": "2025-11-06", "title": "T"}).encode()]
    seeds += [b"\5x\nblurt\tsay\n", b"\5\n# mine\nmusings\n"]
    seeds += [b"\7\x1b[2J\x1b]8;;http://e\x07 \xe2\x80\xae"]
    for number, data in enumerate(seeds):
        (corpus / f"seed-{number:04}").write_bytes(data)


def main() -> None:
    """Fuzz with the options of libFuzzer."""
    for name in sys.argv[1:]:
        if not name.startswith("-") and not os.path.isfile(name):
            Path(name).mkdir(parents=True, exist_ok=True)
            if not any(Path(name).iterdir()):
                seed(Path(name))
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

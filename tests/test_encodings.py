"""Any encoding of text reads any bytes, and what is no encoding of text is refused; what is written is UTF-8."""

from __future__ import annotations

import pkgutil
import random
from encodings import __path__ as encodings_path
from encodings import aliases
from pathlib import Path

import pytest
from program import SAMPLE, run

from newsclaims.text.decode import decode, known_encoding
from newsclaims.text.files import pieces, records_in
from newsclaims.text.intake import Intake

ENCODINGS = sorted({*(module.name for module in pkgutil.iter_modules(encodings_path)), *aliases.aliases})


@pytest.mark.parametrize("name", ENCODINGS)
def test_any_encoding_reads_any_bytes_or_is_refused(name: str, tmp_path: Path) -> None:
    try:
        codec = known_encoding(name)
    except ValueError as error:
        assert repr(name) in str(error)
        return
    if name in aliases.aliases:
        assert codec == known_encoding(aliases.aliases[name])  # which is read below its own name
        return
    chance = random.Random(name)
    how = Intake(codec, 1000)
    for number in range(24):
        data = bytes(chance.choices(range(256), k=40)) if number % 2 else SAMPLE.encode() + bytes([0x80 + 5 * number])
        decode(data, codec).text.encode("utf-8")
        for suffix in ("txt", "jsonl", "json"):
            path = tmp_path / f"x.{suffix}"
            path.write_bytes(data)
            found = [item for piece in pieces(str(path), how) for item in records_in(piece, how)]
            assert all(getattr(item, "code", "") != "internal" for item in found), found


@pytest.mark.parametrize("name", ["cp1252", "ascii", "gbk", "big5", "shift_jis", "euc-jp", "euc-kr", "cp037", "utf-7"])
def test_encodings_replace_what_does_not_fit(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“He won,” Ann Smith said. ".encode() + b"\x81\x8d\x8f\x90\x9d\xff" + b" It rose.")
    for words in (("extract",), ("show",), ("check",), ("report", "-o", "-"), ("find", "--kind", "quotes")):
        done = run(words[0], "a.txt", "--encoding", name, *words[1:], cwd=tmp_path, code=None)
        assert done.returncode in ((0, 1) if words[0] == "find" else (0,)), done.stderr
        said = done.stderr.splitlines()  # cp037 has a character for every byte
        assert len(said) == (name != "cp037") and all(b" replaced: " in line for line in said), said


@pytest.mark.parametrize("name", ["base64", "rot13", "idna", "punycode", "unicode_escape", "no\0ne"])
def test_encodings_that_are_none_are_refused_in_every_command(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAMPLE)
    if "\0" in name:
        with pytest.raises(ValueError, match="unknown"):
            known_encoding(name)
        return
    for words in (("extract",), ("show",), ("check",), ("report",), ("compare", "a.txt"), ("find", "--who", "Peru")):
        done = run(*words, "a.txt", "--encoding", name, cwd=tmp_path, code=2)
        assert name.encode() in done.stderr
    assert not (tmp_path / "report.html").exists()


WORDS = (
    ("extract", "a.txt"), ("show", "a.txt"), ("check", "a.txt"), ("check", "a.txt", "--format", "json"),
    ("compare", "a.txt", "a.txt"), ("compare", "a.txt", "a.txt", "--format", "json"),
    ("find", "--kind", "quotes", "a.txt"), ("find", "--kind", "quotes", "--json", "a.txt"), ("rules",),
    ("explain", "quotes.cue-quote"), ("explain", "--sentence", "Łukasz won 5 → 6."), ("report", "a.txt", "-o", "-"),
    ("schema",), ("man",), ("show", "nowhere-→.txt"),
)  # fmt: skip


@pytest.mark.parametrize(("encoding", "words"), [*(("ascii", words) for words in WORDS), ("cp1252", WORDS[1])])
def test_output_is_utf8_whatever_the_stream_is(encoding: str, words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“He won 5 → 6,” Łukasz Żak told 漢字 on Monday.\n" * 2, encoding="utf-8")
    ours = run(*words, cwd=tmp_path, code=None, PYTHONIOENCODING=encoding)
    theirs = run(*words, cwd=tmp_path, code=None)
    assert (ours.returncode, ours.stdout, ours.stderr) == (theirs.returncode, theirs.stdout, theirs.stderr)
    ours.stdout.decode("utf-8")

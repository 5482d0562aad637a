"""Bytes to text: marks, encodings, damage; JSON Lines records and their fields."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newsclaims
from newsclaims.model import Failure
from newsclaims.text.decode import decode, known_encoding, without_surrogates
from newsclaims.text.files import pieces, records_in
from newsclaims.text.intake import Intake
from newsclaims.text.records import Record, iso_day, parse_line, record_of

TEXT = "Lima’s “act” cost €5."


@pytest.mark.parametrize(
    ("data", "encoding", "name"),
    [
        (TEXT.encode(), None, "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), None, "utf-8"),
        (TEXT.encode("utf-16"), None, "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), None, "utf-16-be"),
        (TEXT.encode("utf-32"), None, "utf-32-le"),
        (TEXT.encode("cp1252"), "cp1252", "cp1252"),
        (TEXT.encode("utf-16"), "utf-16", "utf-16-le"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig", "utf-8"),
        (TEXT.encode("utf-16-le"), "utf-16-le", "utf-16-le"),
    ],
)
def test_encodings(data: bytes, encoding: str | None, name: str) -> None:
    decoded = decode(data, encoding)
    assert (decoded.text, decoded.encoding, decoded.warnings) == (TEXT, name, ())


@pytest.mark.parametrize(
    ("data", "text", "count"),
    [
        (b"a\x93b\x94 c", "a\ufffdb\ufffd c", 2),
        ("né".encode("latin-1"), "n\ufffd", 1),
        (b"cut \xe2\x80", "cut \ufffd", 1),
        (b"\xc0\xaf", "\ufffd\ufffd", 2),
        ("old \ufffd new ".encode() + b"\xff", "old \ufffd new \ufffd", 1),
    ],
)
def test_damaged_bytes_are_replaced_and_reported(data: bytes, text: str, count: int) -> None:
    decoded = decode(data)
    assert decoded.text == text
    assert len(decoded.warnings) == 1
    assert decoded.warnings[0].startswith(f"{count} replaced")


def test_line_ends_and_nul_stay() -> None:
    assert decode(b"a\r\nb\rc\x00d\n").text == "a\r\nb\rc\x00d\n"


def test_unknown_encoding() -> None:
    with pytest.raises(ValueError, match="klingon"):
        known_encoding("klingon")
    with pytest.raises(ValueError, match="hex"):
        known_encoding("hex")


def test_lone_surrogates_keep_offsets() -> None:
    text, warnings = without_surrogates("a\ud800b\udc00c\ud83d\ude00")
    assert text == "a\ufffdb\ufffdc\ufffd\ufffd"
    assert warnings


@pytest.mark.parametrize(
    "value",
    [
        "2025-11-06", "20251106", "2025-11-06T12:00:00Z", "2025-11-06 23:59:59", "2025-11-06T23:30:00-05:00",
        "20251106T120000", "2025-W45-4", "2025W454", "2025-310", "2025310", " 2025-11-06 ",
        "2025-11-06T00:00:00.000+0000",
    ],
)  # fmt: skip
def test_any_iso_form(value: str) -> None:
    assert iso_day(value) == "2025-11-06"


@pytest.mark.parametrize(
    "value", ["", "yesterday", "2025", "2025-11", "2025-13-01", "2025-366", "06/11/2025", "2025-000"]
)
def test_no_iso_day(value: str) -> None:
    assert iso_day(value) is None


@pytest.mark.parametrize("key", ["text", "maintext", "body", "content", "raw_text"])
def test_text_fields(key: str) -> None:
    assert record_of({"text": None, key: "Words."}, "x.jsonl", 3) == Record("Words.", "x:3", "x.jsonl")


@pytest.mark.parametrize("key", ["date", "published", "date_publish", "pub_date"])
def test_date_fields(key: str) -> None:
    record = record_of({"text": "Words.", key: "2025-11-06 10:00:00", "id": 7})
    assert record == Record("Words.", "7", None, None, "2025-11-06")


def test_id_is_url_when_there_is_none() -> None:
    record = record_of({"text": "Words.", "id": None, "url": "http://e.org/a", "title": " "}, "x.jsonl", 3)
    assert record == Record("Words.", "http://e.org/a", "x.jsonl")


@pytest.mark.parametrize("value", [float("inf"), float("nan"), True])
def test_an_id_is_text_or_a_finite_number(value: object) -> None:
    """Two whole numbers of thousands of digits are both infinite, and no one id."""
    record = record_of({"text": "Words.", "id": value}, "x.jsonl", 3)
    assert record == Record("Words.", "x:3", "x.jsonl")


def test_bad_date_is_a_warning() -> None:
    record = record_of({"text": "Words.", "date": "soon"})
    assert isinstance(record, Record)
    assert record.date is None
    assert "soon" in record.warnings[0]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{bad", "bad-json"), (b"[1]", "bad-json"), (b"null", "bad-json"), (b'{"id": 1}', "no-text"),
        (b'{"text": 5}', "no-text"), (b"[" * 100_000, "bad-json"), (b'{"text": "a"} {}', "bad-json"), (b"\xff",
        "bad-json"),
    ],
)  # fmt: skip
def test_bad_lines(line: bytes, code: str) -> None:
    found = parse_line(line, "x.jsonl", 9)
    assert isinstance(found, Failure)
    assert (found.code, found.source, found.line) == (code, "x.jsonl", 9)
    assert str(found).startswith("x.jsonl:9: ")


def read(path: Path, encoding: str | None = None, max_chars: int = 1000) -> list[Any]:
    return [
        record
        for piece in pieces(str(path), Intake(encoding, max_chars))
        for record in records_in(piece, Intake(encoding, max_chars))
    ]


def test_json_lines_split_at_line_feeds_only(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes('{"text": "a\u2028b\u0085c"}\r\n\n{"text": "d"}'.encode())
    assert [(r.text, r.id) for r in read(path)] == [("a\u2028b\u0085c", "x:1"), ("d", "x:3")]


def test_wide_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes('{"text": "ä\u0a0a"}\n{"text": "b"}\n'.encode("utf-16"))
    assert [r.text for r in read(path)] == ["ä\u0a0a", "b"]
    assert [r.text for r in read(path, "utf-16")] == ["ä\u0a0a", "b"]
    path.write_bytes('{"text": "c"}\n'.encode("utf-16-le"))
    assert [r.text for r in read(path, "utf-16-le")] == ["c"]
    other = tmp_path / "story"
    other.write_bytes("One.\nTwo ä.\n".encode("utf-16"))
    assert [r.text for r in read(other)] == ["One.\nTwo ä.\n"]


def test_too_long_line_costs_itself_only(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    long = json.dumps({"text": "a" * 3_000_000})
    path.write_text(f'{{"text": "a"}}\n{long}\n{{"text": "b"}}\n')
    first, second, third = read(path)
    assert (first.text, second.code, second.line, third.text, third.id) == ("a", "too-long", 2, "b", "x:3")


@pytest.mark.parametrize("suffix", [".gz", ".xz", ".zst"])
def test_packed_files(tmp_path: Path, suffix: str) -> None:
    pack = packer(suffix)
    path = tmp_path / f"story.txt{suffix}"
    path.write_bytes(pack(TEXT.encode()))
    assert read(path) == [Record(TEXT, "story", str(path))]
    lines = tmp_path / f"x.jsonl{suffix}"
    lines.write_bytes(pack(b'{"text": "a"}\n'))
    assert [r.text for r in read(lines)] == ["a"]


@pytest.mark.parametrize("suffix", [".gz", ".xz", ".zst"])
def test_cut_off_packed_files(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(packer(suffix)(bytes(range(256)) * 99)[:-9])
    (found,) = read(path)
    assert found.code == "unreadable"


def packer(suffix: str) -> Callable[[bytes], bytes]:
    import gzip
    import lzma

    import zstandard

    return {".gz": gzip.compress, ".xz": lzma.compress, ".zst": zstandard.compress}[suffix]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.txt.xz", "a.jsonl.xz"])
def test_damaged_packed_files(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x1f\x8b\x08\x00junk" if name.endswith("gz") else b"\xfd7zXZ\x00junk")
    (found,) = read(path)
    assert isinstance(found, Failure)
    assert found.code == "unreadable"


@pytest.mark.parametrize("suffix", [".gz", ".xz", ".zst"])
def test_a_bomb_is_cut_short(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(packer(suffix)(b"a" * 30_000_000))
    (found,) = read(path)
    assert found.code == "too-long"


def test_json_file_of_one_or_many(tmp_path: Path) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text('{\n "maintext": "a",\n "url": "u"\n}')
    many.write_text('[{"text": "a"}, 5, {"text": "b"}]')
    assert [r.text for r in read(one)] == ["a"]
    assert [getattr(r, "text", None) for r in read(many)] == ["a", None, "b"]


def test_extract_many_never_raises() -> None:
    found = [*newsclaims.extract_many([{"text": "He won."}, {"id": "x"}, "no", {"text": "She won.", "date": "soon"}])]  # type: ignore[list-item]
    assert [type(item).__name__ for item in found] == ["Article", "Failure", "Failure", "Article"]
    assert [item.code for item in found if isinstance(item, Failure)] == ["no-text", "bad-record"]


def test_extract_many_is_lazy() -> None:
    def stream() -> Any:
        yield {"text": "He won.", "id": "a"}
        raise RuntimeError("read too far")

    assert next(iter(newsclaims.extract_many(stream()))).id == "a"


def test_given_date() -> None:
    assert newsclaims.extract("He won.", date="20251106").published == "2025-11-06"
    with pytest.raises(ValueError, match="soon"):
        newsclaims.extract("He won.", date="soon")


@pytest.mark.parametrize(
    ("call", "kind", "says"),
    [
        (lambda: newsclaims.extract(None), TypeError, "text is a str, not NoneType"),  # type: ignore[arg-type]
        (lambda: newsclaims.extract(b"He won."), TypeError, "decode the bytes first"),  # type: ignore[arg-type]
        (lambda: newsclaims.extract("He won.", title=b"T"), TypeError, "title is a str"),  # type: ignore[arg-type]
        (lambda: newsclaims.extract("He won.", id=5), TypeError, "id is a str, not int"),  # type: ignore[arg-type]
        (lambda: newsclaims.extract("He won.", date=20251106), TypeError, "date is a str"),  # type: ignore[arg-type]
        (lambda: newsclaims.extract("He won.", language="de"), ValueError, "must be one of: en, any"),
        (lambda: newsclaims.extract_many([], only=["claimz"]), ValueError, "'claimz', but the kinds are: entities"),
        (lambda: newsclaims.extract_many([], only="claims"), TypeError, "only is a list of kinds"),
        (lambda: newsclaims.extract_many([], language="English"), ValueError, "must be one of: en, any"),
        (lambda: newsclaims.extract_many("He won."), TypeError, "not one str"),  # type: ignore[arg-type]
        (lambda: newsclaims.extract_many({"text": "He won."}), TypeError, "not one dict"),  # type: ignore[arg-type]
        (lambda: newsclaims.extract_shard("a", "b", only=["claimz"]), ValueError, "'claimz'"),
        (lambda: newsclaims.extract_shard("a", "b", format="xlsx"), ValueError, "format is 'xlsx'"),
    ],
)
def test_wrong_arguments_are_named_at_once(call: Callable[[], Any], kind: type[Exception], says: str) -> None:
    with pytest.raises(kind, match=says):
        call()


def test_kinds_may_be_any_collection() -> None:
    for only in (("claims",), {"claims"}, frozenset({"claims"}), ["claims"]):
        (article,) = newsclaims.extract_many([{"text": "Lima severed ties."}], only=only)
        assert getattr(article, "claims", ())

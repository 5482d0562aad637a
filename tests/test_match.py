"""``match``: earlier fact checks of every published form, how well they fit, and the index beside their file."""

from __future__ import annotations

import json
import os
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from program import run_text

import newsclaims
from newsclaims.matching import FactCheck, match
from newsclaims.matching.index import index
from newsclaims.matching.match import merged
from newsclaims.matching.records import Unreadable, read_checks
from newsclaims.matching.store import open_index, stored_at
from newsclaims.matching.terms import terms

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "Norvane spent 40 million crowns on a bridge that nobody uses.",
    "datePublished": "2025-03-04T10:00:00Z",
    "url": "https://checks.example/bridge",
    "author": {"@type": "Organization", "name": "Check Desk"},
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "alternateName": "False"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Elena Duarte"}},
}
EXPECTED = FactCheck(
    "https://checks.example/bridge", REVIEW["claimReviewed"], None, "False", "https://checks.example/bridge",
    "Check Desk", "2025-03-04", "Elena Duarte",
)  # fmt: skip
OTHERS = [
    "Vaccines contain microchips that track people.",
    "The mayor of Calder sold the town hall to a hotel.",
    "A shark swam along a flooded street.",
    "Unemployment in Estrel is the highest in 30 years.",
]
ARTICLE = (
    "CALDER (North Sea Press) - The parliament met on Monday.\n\n"
    "Norvane has spent $40m on a bridge which no one uses, opposition leader Elena Duarte said on Monday.\n\n"
    "The session lasted three hours. Ministers did not want to comment on the accounts of the department."
)


def run(*arguments: str, code: int = 0) -> str:
    done = run_text("match", *arguments)
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("one.json", json.dumps(REVIEW)),
        ("array.json", json.dumps([REVIEW, {"@type": "Article", "name": "no check"}])),
        ("feed.json", json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": [REVIEW]}]})),
        ("graph.jsonld", json.dumps({"@graph": [{"@type": "WebPage"}, {**REVIEW, "@type": ["ClaimReview"]}]})),
        ("page.html", f'<p>x</p><script type="application/ld+json">{json.dumps([[REVIEW]])}</script>'),
        ("lines.jsonl", f"{json.dumps(REVIEW)}\n\n{json.dumps(REVIEW)}\n"),
        ("lines.json", f"{json.dumps(REVIEW)}\n{json.dumps(REVIEW)}\n"),
    ],
)  # fmt: skip
def test_claim_reviews_as_they_are_published(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert read_checks(str(tmp_path / name)) == [EXPECTED]


def test_tables_and_answers_of_search_tools(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        '\ufeffClaim Reviewed,Verdict,Review URL,Review date\n"A, b",Half true,u://1,2024-05-01\n,x,y,\n'
    )
    assert read_checks(str(tmp_path / "a.csv")) == [
        FactCheck("u://1", "A, b", None, "Half true", "u://1", None, "2024-05-01")
    ]
    answer = {"claims": [{"text": "T", "claimant": "Someone", "claimReview": [
        {"publisher": {"name": "Desk"}, "url": "u://2", "title": "Is it?", "textualRating": "Wrong"}
    ]}]}  # fmt: skip
    (tmp_path / "b.json").write_text(json.dumps(answer))
    assert read_checks(str(tmp_path / "b.json")) == [
        FactCheck("u://2", "T", "Is it?", "Wrong", "u://2", "Desk", None, "Someone")
    ]


def test_damaged_lines_are_said_and_files_without_checks_refused(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(json.dumps(REVIEW) + "\n{bad\n[1, null]\n", encoding="utf-8")
    said: list[str] = []
    assert read_checks(str(path), said.append) == [EXPECTED]
    assert said == [f"{path}:2: a line is not JSON: passed over"]
    for content in ("", "{}", "[]", "word\n", '{"claimReviewed": "  "}', "[" * 100_000):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(Unreadable):
            read_checks(str(path))


def test_terms_meet_whatever_their_form() -> None:
    def keys(text: str) -> list[str]:
        return [term.key for term in terms(text)]

    assert keys("14,000 migrants") == keys("14000 migrant")
    assert keys("$80 million") == keys("$80m") == keys("80 million")
    assert keys("José’s resignations") == keys("Jose resigned")
    assert keys("U.S. troops") == keys("US troop") != keys("us troop")
    assert keys("word https://t.co/Ab1") == ["word"]


def test_the_right_check_is_first_with_its_reason() -> None:
    article = newsclaims.extract(ARTICLE, date="2025-02-03")
    checks = [FactCheck(str(number), claim) for number, claim in enumerate(OTHERS)]
    found = match(article, [*checks, EXPECTED], min_score=0)
    assert found[0].check == EXPECTED and found[0].text in ARTICLE
    assert ARTICLE[found[0].start : found[0].end] == found[0].text
    assert "Norvane" in found[0].names and "bridge" in found[0].words and len(found[0].numbers) == 1
    assert all(other.score < found[0].score / 4 for other in found[1:])
    assert len({item.check.id for item in found}) == len(found)
    assert match(article, [REVIEW])[0].check == EXPECTED
    assert match(article, [], min_score=0) == []


def test_a_post_is_one_statement_with_its_signature() -> None:
    text = "They built it with our money. And nobody uses it! #BridgeToNowhere — Elena Duarte (@eduarte) March 2, 2025"
    checks = [
        FactCheck("a", "Elena Duarte said that a bridge was paid for with tax money.", "Did Duarte Mock the Bridge?"),
        *(FactCheck(claim, claim) for claim in OTHERS),
    ]
    found = match(newsclaims.extract(text), checks, min_score=0)
    assert found[0].check.id == "a" and "Duarte" in found[0].names


def test_checks_that_fit_alike_keep_the_order_of_their_file() -> None:
    article = newsclaims.extract(ARTICLE)
    checks = [FactCheck(str(number), EXPECTED.claim) for number in range(5)]
    found = match(article, checks, min_score=0)
    assert (
        [item.check.id for item in found] == ["0", "1", "2", "3", "4"] == [item.check.id for item in merged([found], 9)]
    )
    assert [item.check.id for item in merged([found, found[1:]], 2)] == ["0", "1"]


def write_checks(path: Path, *claims: str) -> None:
    path.write_text("".join(json.dumps({"id": claim[:9], "claim": claim}) + "\n" for claim in claims), encoding="utf-8")


def test_the_index_is_kept_and_made_anew_when_the_file_changes(tmp_path: Path) -> None:
    path = tmp_path / "checks.jsonl"
    write_checks(path, *OTHERS)
    first = open_index(str(path))
    kept = Path(stored_at(str(path)))
    assert kept.name == ".checks.jsonl.newsclaims-index"
    before = kept.read_bytes()
    again = open_index(str(path))
    assert (again.checks, again.postings, again.letters) == (first.checks, first.postings, first.letters)
    assert kept.read_bytes() == before
    stamp = path.stat().st_mtime_ns
    write_checks(path, *OTHERS[:-1], OTHERS[-1].replace("30", "20"))  # as long as before
    os.utime(path, ns=(stamp, stamp))
    assert "20 years" in open_index(str(path)).checks[-1].claim
    assert kept.read_bytes() != before


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-9],
        lambda data: b"",
        lambda data: data.replace(b"shark", b"skark"),
        lambda data: b"[]\n" + data,
        lambda data: data.replace(b'index": ', b'index": 9'),
        lambda data: data.replace(b'rules": ', b'rules": 9'),
    ],
)
def test_a_damaged_or_foreign_index_is_made_anew(tmp_path: Path, damage: Any) -> None:
    path = tmp_path / "checks.jsonl"
    write_checks(path, *OTHERS)
    open_index(str(path))
    kept = Path(stored_at(str(path)))
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert [check.claim for check in open_index(str(path)).checks] == OTHERS
    assert len(kept.read_bytes()) == len(whole)


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("postings", {"shark": [99, 1]}), ("postings", {"shark": [1]}), ("postings", []), ("postings", {"shark": 1}),
        ("lengths", []), ("lengths", ["4"] * 4), ("letters", {"sha": None}), ("concepts", []),
        ("checks", [["1", 5, None, None, None, None, None, None]] * 4), ("checks", [["1", None]] * 4), ("checks", 7),
    ],
)  # fmt: skip
def test_an_index_that_leads_nowhere_is_made_anew(tmp_path: Path, part: str, wrong: Any) -> None:
    """Its checksum tells that it is whole, not who made it."""
    path = tmp_path / "checks.jsonl"
    write_checks(path, *OTHERS)
    open_index(str(path))
    kept = Path(stored_at(str(path)))
    head, body = map(json.loads, kept.read_bytes().split(b"\n"))
    data = json.dumps(body | {part: wrong}).encode()
    kept.write_bytes(json.dumps(head | {"crc32": crc32(data)}).encode() + b"\n" + data)
    made = open_index(str(path))
    assert match(newsclaims.extract("A shark swam along the street, Ann Reed said on Monday."), made, min_score=0)
    assert [check.claim for check in open_index(str(path)).checks] == OTHERS


def test_an_index_made_with_a_user_s_tables_is_for_these_only(tmp_path: Path) -> None:
    path = tmp_path / "checks.csv"
    path.write_text("claim\nUmpteen boats sank.\nTwenty boats sank.\n", encoding="utf-8")
    table = tmp_path / "mine" / "matching" / "numbers.tsv"
    table.parent.mkdir(parents=True)
    table.write_text("umpteen\tvalue\t20\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("The harbour office said that 20 boats sank on Monday.\n", encoding="utf-8")
    asked = (str(tmp_path / "a.txt"), "--against", str(path), "--min-score", "0", "--format", "jsonl")
    with_mine = run(*asked, "--lexicon", str(tmp_path / "mine"))
    assert run(*asked) == run(*asked, "--no-cache") != with_mine
    assert run(*asked, "--lexicon", str(tmp_path / "mine")) == with_mine


def opened(path: str) -> int:
    return len(open_index(path).checks)


def test_two_processes_may_make_it_at_once(tmp_path: Path) -> None:
    path = tmp_path / "checks.jsonl"
    write_checks(path, *(f"{claim} {number}" for number in range(50) for claim in OTHERS))
    with get_context("spawn").Pool(2) as pool:
        assert pool.map(opened, [str(path)] * 4) == [200] * 4
    assert sorted(os.listdir(tmp_path)) == [".checks.jsonl.newsclaims-index", "checks.jsonl"]


def test_the_command_writes_its_matches(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "f.json").write_text(json.dumps([REVIEW, *({"claim": claim} for claim in OTHERS)]), encoding="utf-8")
    paths = (str(tmp_path / "a.txt"), "--against", str(tmp_path / "f.json"))
    record = json.loads(run(*paths, "--format", "jsonl"))
    assert record["id"] == "a" and record["matches"][0]["check"] == REVIEW["url"]
    first = record["matches"][0]
    assert (first["rating"], first["publisher"], first["date"]) == ("False", "Check Desk", "2025-03-04")
    assert ARTICLE[first["start"] : first["end"]] == first["text"]
    shown = run(*paths)
    assert REVIEW["claimReviewed"] in " ".join(shown.split()) and "False · Check Desk, 2025-03-04" in shown
    assert json.loads(run(*paths, "--format", "json", "--no-cache"))["matches"] == record["matches"]
    assert (tmp_path / ".f.json.newsclaims-index").exists()
    assert "no match" in run(*paths, "--min-score", "1", "--fail-empty", code=3)
    assert "no fact checks" in run(str(tmp_path / "a.txt"), "-a", str(tmp_path / "a.txt"), code=2)
    assert "No such file" in run(str(tmp_path / "a.txt"), "-a", str(tmp_path / "none.json"), code=2)


@pytest.mark.parametrize("kind", ["link", "dangling link", "pipe", "folder"])
def test_what_has_the_place_of_the_index_is_neither_followed_nor_opened(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "checks.jsonl"
    write_checks(path, *OTHERS)
    mine = tmp_path / "mine"
    if kind != "dangling link":
        mine.write_text("my words")
    place = Path(stored_at(str(path)))
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "folder":
        place.mkdir()
    else:
        place.symlink_to(mine)
    mode, before = place.lstat().st_mode, sorted(os.listdir(tmp_path))
    said: list[str] = []
    for _ in range(2):
        assert len(open_index(str(path), note=said.append).checks) == len(OTHERS)
    why = "the index is not kept for the next time: its place is taken by what is no regular file (--no-cache)"
    assert said == [f"{path}: {why}"] * 2
    assert place.lstat().st_mode == mode and sorted(os.listdir(tmp_path)) == before
    assert not mine.exists() if kind == "dangling link" else mine.read_text() == "my words"


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "checks.jsonl"
    write_checks(path, *OTHERS)

    def refuse(target: str, own: bool) -> None:
        raise PermissionError(13, "Permission denied", target)

    monkeypatch.setattr("newsclaims.matching.store.new_file", refuse)
    said: list[str] = []
    assert len(open_index(str(path), note=said.append).checks) == len(OTHERS)
    assert said == [f"{path}: the index is not kept for the next time: Permission denied (--no-cache)"]
    said.clear()
    assert len(open_index(str(path), keep=False, note=said.append).checks) == len(OTHERS) and not said


def test_rarity_in_few_checks_is_that_of_english() -> None:
    few = index([FactCheck("1", "People say that a volcano was sold."), FactCheck("2", "A volcano slept.")])
    assert few.rarity("volcano") > few.rarity("peopl") > few.rarity("that")

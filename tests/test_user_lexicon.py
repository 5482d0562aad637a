"""Tables of words that a user gives with ``--lexicon``: they add to the package's own, and a bad line is named."""

from __future__ import annotations

from pathlib import Path

from program import records, run


def test_user_words_take_effect(tmp_path: Path) -> None:
    """Own cue verbs, titles, currencies and organisations are found as the package's own are."""
    tables = {
        "quotes/cue_verbs": "Zorble\tspeech\tthat,quote,after\n",
        "entities/titles": "grand vizzard\trole\tm\n",
        "entities/heads": "wumpery\torganization\n",
        "figures/currencies": "XQD\tQuorn dollar\tQuorn dollars\tQuornland\n",
        "figures/currency_words": "quornies\tname\tXQD\n",
    }
    for name, content in tables.items():
        path = tmp_path / "own" / f"{name}.tsv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    text = b"Grand Vizzard Tam Holt paid 5 million quornies to Acme Wumpery. Holt zorbled that XQD 40 million was gone."
    facts = []
    for more in ((), ("--lexicon", tmp_path / "own")):
        (record,) = records(run("extract", *more, input=text).stdout)
        facts.append(
            (
                [(e["name"], e["type"]) for e in record["entities"] if e["name"] in ("Tam Holt", "Acme Wumpery")],
                [(f["value"], f["unit"]) for f in record["figures"]],
                [quote["cue"]["lemma"] for quote in record["quotes"]],
            )
        )
    assert facts[1][0] == [("Tam Holt", "person"), ("Acme Wumpery", "organization")] != facts[0][0]
    assert facts[1][1] == [(5_000_000, "XQD"), (40_000_000, "XQD")] != facts[0][1]
    assert facts[1][2] == ["zorble"] != facts[0][2]
    (tmp_path / "own" / "quotes" / "cue_verbs.tsv").write_text("# mine\nzorble\tspeech\tthat,qoute\n")
    done = run("extract", "--lexicon", tmp_path / "own", input=text, code=2)
    assert b"cue_verbs.tsv:2: column 3 names 'qoute'" in done.stderr


def test_a_user_adds_to_a_class_of_words(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "figures").mkdir(parents=True)
    table = own / "figures" / "word_classes.tsv"
    table.write_text("# mine\npercent-words\tprozent\n")
    (record,) = records(run("extract", "--lexicon", own, input=b"It fell by 5 prozent and 6 percent.").stdout)
    assert [(figure["value"], figure["kind"]) for figure in record["figures"]] == [(5, "percent"), (6, "percent")]
    table.write_text("per-cent-words\tprozent\n")
    done = run("extract", "--lexicon", own, input=b"It fell.", code=2)
    assert b"word_classes.tsv:1: column 1 is 'per-cent-words', but must be one of: " in done.stderr


def test_user_lexicon(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "text").mkdir(parents=True)
    table = own / "text" / "part_openings.tsv"
    text = "Bridge closes\n\nThe bridge closed on Monday, the council said.\n\nHouse notice for you\n\nIt opens in May."
    table.write_text("# mine\nhouse notice\tcredit\t.\n")
    assert "credit" not in {s["part"] for s in records(run("extract", input=text.encode()).stdout)[0]["sentences"]}
    (record,) = records(run("extract", "--lexicon", own, input=text.encode()).stdout)
    assert "credit" in {sentence["part"] for sentence in record["sentences"]}
    for bad, place in (
        ("two\tcells\n", ":1: "), ("# ok\n\nx\tkredit\t.\n", ":3: "), ("x \tcredit\t.\n", ":1: "),
        ("\x1b\tcredit\t.\n", ":1: "),
    ):  # fmt: skip
        table.write_text(bad)
        done = run("extract", "--lexicon", own, input=text.encode(), code=2)
        assert f"part_openings.tsv{place}".encode() in done.stderr.replace(b"\n", b"").replace(b" " * 8, b"")
    table.write_bytes(b"\xff\tcredit\t.\n")
    run("extract", "--lexicon", own, input=b"a", code=2)
    table.rename(own / "text" / "nothing.tsv")
    assert b"there is no table" in run("extract", "--lexicon", own, input=b"a", code=2).stderr
    run("extract", "--lexicon", tmp_path / "nowhere", input=b"a", code=2)

"""The published schema is derived from the data classes, and every output is valid under it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from program import run

import newsclaims
from newsclaims.fields import json_keys
from newsclaims.formats.schema import failure_schema, schema
from newsclaims.model import Article, Failure

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
VALIDATOR = jsonschema.Draft202012Validator(schema())


def spans(value: Any) -> Any:
    """Yield every object with text and offsets inside an output."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for child in value.values():
            yield from spans(child)
    elif isinstance(value, list):
        for child in value:
            yield from spans(child)


def references(record: dict[str, Any]) -> Any:
    """Yield every id that an item names."""
    for claim in record["claims"]:
        yield from (claim["attributed_to"], claim["quote"], claim["place"], *claim["dates"], *claim["figures"])
        yield from (part["entity"] for part in (claim["subject"], claim["object"], *claim["arguments"]) if part)
    for quote in record["quotes"]:
        yield from (part["entity"] for part in (quote["speaker"], quote["addressee"]) if part)
    yield from (date["anchor_id"] for date in record["dates"])


def check(text: str, article: Article) -> None:
    """Assert all that holds for every article."""
    assert not [warning for warning in article.warnings if ": not read (" in warning], "a rule failed"
    record = article.to_dict()
    VALIDATOR.validate(record)
    json.dumps(record, allow_nan=False)
    for span in spans(record):
        assert 0 <= span["start"] <= span["end"] <= len(text)
        assert text[span["start"] : span["end"]] == span["text"]
    ids = [
        item["id"] for kind in ("entities", "claims", "quotes", "dates", "figures", "checks") for item in record[kind]
    ]
    assert len(ids) == len(set(ids))
    assert {id for id in references(record) if id is not None} <= set(ids)
    for kind in ("claims", "quotes", "dates", "figures", "checks"):
        for item in record[kind]:
            start = item["spans"][0]["start"] if kind == "checks" else item["start"]
            sentence = record["sentences"][item["sentence"]]
            assert sentence["start"] <= start < sentence["end"], (item["id"], item["rule"], sentence)


def test_schema_is_valid_and_complete() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator.check_schema(failure_schema())
    assert schema()["required"] == [key for _, key in json_keys(Article)]
    assert {"from", "to"} <= schema()["$defs"]["Date"]["properties"].keys()


def test_schema_refuses_what_is_not_ours() -> None:
    record = newsclaims.extract("He won.").to_dict()
    VALIDATOR.validate(record)
    for change in ({"language": 5}, {"extra": 1}, {"schema_version": "0"}, {"published_basis": "guess"}):
        with pytest.raises(jsonschema.ValidationError):
            VALIDATOR.validate({**record, **change})


def test_failures_are_valid() -> None:
    jsonschema.validate(Failure("a", None, 3, "bad-json", "no").to_dict(), failure_schema())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    check(text, newsclaims.extract(text, date="2025-11-06"))


def test_command_prints_it() -> None:
    assert json.loads(run("schema").stdout) == schema()
    assert json.loads(run("schema", "--failure").stdout) == failure_schema()


def test_descriptions_name_json_keys() -> None:
    written = json.dumps([schema(), failure_schema()])
    assert "``" not in written
    assert "`from` and `to`" in written

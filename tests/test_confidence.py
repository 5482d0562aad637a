"""How sure a claim is: the terms, their learning, and what ``--min-confidence`` leaves out."""

from __future__ import annotations

import json

import pytest
from program import run

import newsclaims
from newsclaims.claims.confidence import BASE, rated
from newsclaims.find.search import Question, hits
from newsclaims.learn.claims_confidence import auc, bands, judged, learned, left_out, shape, stated
from newsclaims.model import Article
from newsclaims.rule import registered
from newsclaims.table import rows
from newsclaims.text.document import read_document
from newsclaims.words.sentence import analyse

TEXT = (
    "The council rejected the plan. Ann Reed, who had asked for it in a letter to several members last spring, left. "
    "She said the vote was a mistake."
)


def terms(article: Article) -> dict[str, list[str]]:
    sentences = analyse(read_document(article.text))
    return {
        claim.predicate.text: rating.terms(claim, claim.quote is not None)
        for claim, rating in rated(article.claims, sentences)
    }


def test_terms_say_what_can_be_seen() -> None:
    found = terms(newsclaims.extract(TEXT))
    assert found["rejected"][:2] == [BASE, "claims.transitive"]
    assert "subject: apart" not in found["rejected"] and "left out: a word" not in found["rejected"]
    assert {"subject: far", "left out: several words", "object: none"} <= set(found["left"])
    assert {"subject: pronoun", "argument: that"} <= set(found["said"])


def test_confidence_is_that_of_the_terms() -> None:
    article = newsclaims.extract(TEXT)
    weights = {term: float(weight) for term, _, _, weight in rows("claims", "confidence")}
    for claim, names in zip(article.claims, terms(article).values(), strict=True):
        assert 0 < claim.confidence < 1
        assert claim.confidence == pytest.approx(stated(frozenset(names), weights), abs=0.005)
    sure = {claim.predicate.text: claim.confidence for claim in article.claims}
    assert sure["rejected"] > sure["left"]


def test_terms_of_the_table_are_rules_or_terms_of_the_code() -> None:
    ids = {rule.id for rule in registered("claims")}
    for term, count, share, _ in rows("claims", "confidence"):
        assert term in ids or not term.startswith("claims."), term
        assert int(count) > 0 and 0 <= float(share) <= 1


def test_learning() -> None:
    claims = [
        (f"article {number % 4}", frozenset({BASE, "good"} if number % 3 else {BASE, "bad"}), number % 3 > 0)
        for number in range(60)
    ]
    weights = learned(claims)
    assert weights["good"] > 0 > weights["bad"]
    found = left_out(claims)
    assert len(found) == 60 and auc(found) == 1.0
    assert auc([(0.5, True), (0.5, False)]) == 0.5
    assert [(count, right) for count, _, right in bands(found)][:1] == [(6, 0.0)]


def test_a_verdict_counts_for_the_same_claim_only() -> None:
    article = newsclaims.extract("Something broke the pump.", id="a")
    (plain,) = article.to_dict()["claims"]
    assert [right for _, _, right in judged(article, {shape(plain): "right"})] == [True]
    assert [right for _, _, right in judged(article, {shape(plain): "part"})] == [False]
    assert [*judged(article, {shape({**plain, "negated": True}): "right"})] == []


def test_min_confidence_leaves_out_claims() -> None:
    whole = newsclaims.extract(TEXT)
    limit = sorted(claim.confidence for claim in whole.claims)[1]
    some = newsclaims.extract(TEXT, min_confidence=limit)
    assert some.claims == tuple(claim for claim in whole.claims if claim.confidence >= limit)
    assert len(some.claims) == len(whole.claims) - 1 and some.quotes == whole.quotes
    (streamed,) = newsclaims.extract_many([{"text": TEXT}], min_confidence=limit)
    assert isinstance(streamed, Article) and streamed.claims == some.claims
    for wrong in (-0.1, 1.5):
        with pytest.raises(ValueError, match="between 0 and 1"):
            newsclaims.extract(TEXT, min_confidence=wrong)


def test_find_reads_it_from_results_too() -> None:
    record = newsclaims.extract(TEXT).to_dict()
    sure = {claim["id"]: claim["confidence"] for claim in record["claims"]}
    limit = sorted(sure.values())[-1]
    found = [hit.id for hit in hits(record, Question(kind="claims", min_confidence=limit))]
    assert found == [id for id, value in sure.items() if value >= limit]


@pytest.mark.parametrize("command", ["extract", "show", "check", "find", "report", "compare"])
def test_every_command_takes_it(command: str) -> None:
    assert "--min-confidence" in run(command, "--help").stdout.decode()


def test_extract_with_it() -> None:
    done = run("extract", "--min-confidence", "0.99", "--format", "jsonl", "-", input=TEXT.encode())
    assert done.returncode == 0 and json.loads(done.stdout)["claims"] == []
    done = run("extract", "--min-confidence", "nan", "-", input=TEXT.encode(), code=2)
    assert done.returncode == 2 and b"--min-confidence" in done.stderr

"""The learned tables of prepositions and subjects, and what claims make of them."""

from __future__ import annotations

import pytest

from newsclaims import extract
from newsclaims.words.preferences import noun_subject, noun_takes, personal, verb_takes


def test_tables() -> None:
    assert noun_takes("trip", "to") > verb_takes("embark", "to")
    assert verb_takes("withdraw", "from") > 20
    assert noun_takes("zzyzx", "to") == verb_takes("zzyzx", "to") == 0
    assert personal("say") > 90 > 50 > personal("kill")
    assert noun_subject("basis").subject < 5 < noun_subject("spokesman").subject


@pytest.mark.parametrize(
    ("text", "subject", "predicate"),
    [
        ("The bridge that the engineers had inspected collapsed on Sunday.", "The bridge", "collapsed"),
        ("Fighting broke out with guerrillas in Eastern Brodia who overran a post.", "guerrillas", "overran"),
        ('"We left as it burned," Jon Lund, the former captain, told reporters.', "Jon Lund", "told"),
        ("The bank said profits would fall and praised its staff.", "The bank", "praised"),
    ],
)
def test_subjects(text: str, subject: str, predicate: str) -> None:
    claims = [claim for claim in extract(text).claims if claim.predicate.text == predicate]
    assert claims and claims[0].subject is not None
    assert claims[0].subject.text.startswith(subject)

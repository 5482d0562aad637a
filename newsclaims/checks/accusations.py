"""Serious accusations that the article makes in its own voice, and quotes of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsclaims.checks.reading import Finding, Reading
from newsclaims.model import Span
from newsclaims.rule import rule
from newsclaims.table import words


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    settled = re.compile(r"\b(?:convict|guilty|plead|confess|sentenced|jailed|admit|robbed of|found that)", re.I)
    sourced = re.compile(
        r"\b(?:sa(?:id|ys?|ying)|according to|accus|alleg|reported|claim|told|suspect|charg|court|jury|judge|prosecut|"
        r"police|audit|inquiry|investigat|denie[ds]|deny|warned|testif|report|killers?\b|murderers?\b|notorious|assassin)",
        re.I,
    )
    return settled, sourced


_FIGURATIVE = re.compile(
    r"\b(?:shows?|spotlight|scenes?|limelight|thunder|hearts?|headlines|base|bases|march|possession|ball|wickets?|lead|"
    r"win|points?|victory)\b"
)


def unsourced_accusation(reading: Reading) -> Iterator[Finding]:
    """A person said to have committed a crime, without a source: `Pell embezzled £6m`.

    Silent when the sentence names any source or court, when the claim is a quote or hedged, when the article
    tells of a conviction, a plea or a confession, and of a show, a heart or a ball that is stolen.
    """
    settled, sourced = _patterns()
    crimes = words("checks", "wrongdoing")
    claims = [claim for claim in reading.article.claims if claim.predicate.lemma in crimes]
    if not claims or settled.search(reading.article.text):
        return
    people = {entity.id for entity in reading.article.entities if entity.type == "person" and entity.named}
    for claim in claims:
        if claim.object and _FIGURATIVE.search(claim.object.text):
            continue
        line = reading.lines[claim.sentence]
        plain = claim.modality == "asserted" and not claim.predicate.text.endswith("ing")
        asserted = plain and not (claim.negated or claim.quote or claim.attributed_to)
        if asserted and claim.subject and claim.subject.entity in people and not sourced.search(line.raw):
            span = Span(claim.text, claim.start, claim.end)
            yield Finding("an accusation of a crime without a source", (span,), "warning")


rule("checks.unsourced-accusation")(unsourced_accusation)

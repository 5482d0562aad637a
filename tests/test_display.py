"""What an article is at a Python prompt and in a notebook."""

from __future__ import annotations

import copy
import html
import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

import newsclaims

STORY = "Lima severed ties with Mexico on Thursday. “It is an unfriendly act,” said <b>Hugo Bell</b>."


def test_it_says_itself_in_one_line() -> None:
    article = newsclaims.extract(STORY, id="lima", date="2025-11-06")
    assert repr(article).startswith("<Article 'lima', 2025-11-06: ") and "\n" not in repr(article)
    assert f"{len(article.claims)} claims" in repr(article) and "checks" not in repr(article)
    assert repr(newsclaims.extract("")) == "<Article 'no title', undated: nothing found>"


def test_its_items_are_frozen_values() -> None:
    article = newsclaims.extract(STORY, date="2025-11-06")
    claim = article.claims[0]
    for same in (pickle.loads(pickle.dumps(article)), copy.copy(article), copy.deepcopy(article), replace(article)):
        assert same == article and same is not article and hash(same.claims) == hash(article.claims)
    assert replace(claim, id="c9") != claim and repr(claim).startswith("Claim(id='c1', text='Lima")
    with pytest.raises(FrozenInstanceError):
        claim.id = "c9"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del claim.id
    assert claim.id == "c1" and not hasattr(claim, "__dict__")


def test_it_gives_its_entities_by_id() -> None:
    article = newsclaims.extract(STORY, date="2025-11-06")
    subject = article.claims[0].subject
    assert subject is not None
    found = article.entity(subject.entity)
    assert found is not None and found.name == "Lima"
    assert article.entity(None) is None
    with pytest.raises(KeyError):
        article.entity("e99")


def test_a_notebook_shows_its_report_in_a_closed_frame() -> None:
    shown = newsclaims.extract(STORY, date="2025-11-06")._repr_html_()
    assert shown.startswith('<iframe sandbox srcdoc="') and shown.count('"') == 4
    page = html.unescape(shown.split('"')[1])
    assert page.startswith("<!DOCTYPE html>") and "Hugo Bell" in page and "<b>Hugo" not in page

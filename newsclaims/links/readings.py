"""What the name of a place stands for: the government that acts, the team that plays; the entity stays a place."""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.entities.lexicon import capitals, gazetteer
from newsclaims.fields import changed
from newsclaims.links.facts import Facts
from newsclaims.model import Claim, Entity, Figure, Quote, Reading, Reference
from newsclaims.quotes.cues import verbs
from newsclaims.rule import rule
from newsclaims.table import rows
from newsclaims.words.sentence import Sentence

_SPORTING: Final = 4  # so many nouns of sport in an article make it one about sport


class Places:
    """The places of an article by id: the names under which each stands, whether it can act as a state or play."""

    def __init__(self, entities: list[Entity], sentences: list[Sentence], figures: list[Figure]) -> None:
        self._sentences = sentences
        self._scored = {figure.sentence for figure in figures if figure.kind == "score"}
        self._known = {e.id: _is_state(e.name) for e in entities if e.type == "place" and e.name in gazetteer()}
        self._names = {e.id: {m.text for m in e.mentions} for e in entities if e.id in self._known}
        self._sport: bool | None = None

    def __bool__(self) -> bool:
        return bool(self._known)

    def named(self, reference: Reference | None) -> bool:
        """Tell whether a reference is a known place and nothing more: `Lima`, not `most of Lima`."""
        if reference is None or reference.entity not in self._known:
            return False
        text = reference.text.partition(",")[0]
        return (text[4:] if text[:4].lower() == "the " else text) in self._names[reference.entity]

    def state(self, reference: Reference) -> bool:
        """Tell whether a place is a country, one of its regions or a capital."""
        return reference.entity is not None and self._known[reference.entity]

    def sport(self, sentence: int) -> bool:
        """Tell whether a sentence, or the article as a whole, is about a match."""
        if sentence in self._scored or self._sports_nouns(sentence):
            return True
        if self._sport is None:
            count = 0
            for number in range(len(self._sentences)):
                count += self._sports_nouns(number)
                if count >= _SPORTING:
                    break
            self._sport = count >= _SPORTING
        return self._sport

    def _sports_nouns(self, sentence: int) -> int:
        nouns = _nouns("team")
        return sum(token.lower in nouns for token in self._sentences[sentence].tokens)


def read(sentences: list[Sentence], facts: Facts) -> Facts:
    """Return the facts with the readings of the places that are subject, object, speaker or addressee."""
    places = Places(facts.entities, sentences, facts.figures)
    if not places:
        return facts
    claims = [_claim(places, claim) for claim in facts.claims]
    quotes = [_quote(places, quote) for quote in facts.quotes]
    return Facts(facts.entities, claims, quotes, facts.dates, facts.figures)


def _claim(places: Places, claim: Claim) -> Claim:
    subject, object = claim.subject, claim.object
    if places.named(subject):
        subject = _with(subject, playing(places, claim, "subject") or acting(places, claim, "subject"))
    if places.named(object):
        object = _with(object, playing(places, claim, "object") or acting(places, claim, "object"))
    return (
        claim if subject is claim.subject and object is claim.object else changed(claim, subject=subject, object=object)
    )


def _quote(places: Places, quote: Quote) -> Quote:
    """Who speaks or is spoken to is a government; in a match nobody can tell."""
    speaker, addressee = quote.speaker, quote.addressee
    for reference in (speaker, addressee):
        if reference is None or not places.named(reference) or not places.state(reference):
            continue
        if quote.cue is None or _shows(quote.cue.lemma) or places.sport(quote.sentence):
            continue
        if reference is speaker:
            speaker = changed(reference, reading="government")
        else:
            addressee = changed(reference, reading="government")
    if speaker is quote.speaker and addressee is quote.addressee:
        return quote
    return changed(quote, speaker=speaker, addressee=addressee)


def acting(places: Places, claim: Claim, part: str) -> Reading | None:
    """A country, region or capital as subject of a verb of speech, diplomacy, conflict or policy is its government.

    `Lima said`, `Peru broke off relations`, `was expelled by Peru`; as direct object only of verbs that take an actor
    (`accused Tehran`).  Other cities are no governments, nor is a place in an article about a match.  Source: the rule
    of the PLOVER event codebook that capitals are governments as subject or direct object of such verbs.
    """
    reference = claim.subject if part == "subject" else claim.object
    lemma = claim.predicate.lemma
    if reference is None or not places.state(reference):
        return None
    kind = _verbs("government").get(lemma)
    if kind is None or part not in kind[1]:
        return None
    if kind[0] and not _has_noun(claim):
        return None
    return None if places.sport(claim.sentence) else "government"


rule("links.acting-government")(acting)


def playing(places: Places, claim: Claim, part: str) -> Reading | None:
    """A place that wins, loses, draws or qualifies, or that is beaten, is its team, where a match is told of.

    What tells of a match: a score or a noun of sport in the sentence, or many of them in the article.
    """
    kind = _verbs("team").get(claim.predicate.lemma)
    return "team" if kind is not None and part in kind[1] and places.sport(claim.sentence) else None


rule("links.playing-team")(playing)


def _shows(lemma: str) -> bool:
    """Tell whether a cue is no saying or thinking: what shows or votes may be a land and its people."""
    frames = verbs().get(lemma)
    return frames is not None and frames.kind in ("act", "evidence")


def _with(reference: Reference | None, reading: Reading | None) -> Reference | None:
    return reference if reference is None or reading is None else changed(reference, reading=reading)


def _has_noun(claim: Claim) -> bool:
    """Tell whether the object of a verb that says little is an act of state: `broke off relations`, `cut aid`."""
    if claim.object is None:
        return False
    nouns = _nouns("government")
    words = claim.object.text.lower().replace("-", " ").split()[:8]
    return any(word in nouns or (word[-1:] == "s" and word[:-1] in nouns) for word in words)


def _is_state(name: str) -> bool:
    known = gazetteer()[name]
    return known.source == "country" or name in capitals() or (known.source == "region" and known.country is not None)


@cache
def _verbs(reading: Reading) -> dict[str, tuple[bool, frozenset[str]]]:
    """Return lemma -> whether it needs a noun of the reading, and the parts of the claim that it makes one."""
    return {
        word: (kind == "light", frozenset(parts.split(",")))
        for word, kind, own, parts in rows("links", "readings")
        if own == reading and kind != "noun"
    }


@cache
def _nouns(reading: Reading) -> frozenset[str]:
    return frozenset(word for word, kind, own, _ in rows("links", "readings") if own == reading and kind == "noun")

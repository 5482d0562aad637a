"""Which of two noun phrases that a comma parts is the subject, where the comma behind the second one is missing."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame
from newsclaims.words.preferences import noun_subject


def behind_place(subject: Phrase | None, np: Phrase | None) -> Phrase | None:
    """Return the phrase that a name in front with its state stands before: `In Lowton, Ohio, Ben Reed of Acme plans`.

    Elsewhere the noun phrase itself, which was added last.
    """
    front = subject.host if subject is not None and subject.link == "comma" else None
    if np is None or front is None or front.preposition is None or subject is None or subject.chunk.shape != "N":
        return np
    top: Phrase | None = np
    for _ in range(4):
        if top is None or top.link != "prep" or not top.before:
            break
        top = top.host
    return top if top is not None and top.link == "comma" and top.host is subject else np


def somebody(cascade: Cascade, name: Phrase, np: Phrase, verb: Chunk) -> bool:
    """Tell whether an apposition is one though its second comma was left out: somebody acts, and the comma parts a
    full name and *a* person (`Ben Reed, a local commander told AFP`), or what somebody speaks for and its description.
    """
    speaks = cascade.lemma(verb) in words("words", "telling_verbs") or verb_frame(cascade.lemma(verb)).that >= 60
    if name.last > name.chunk.last and speaks and cascade.tokens[name.head].tag in ("NN", "NNS"):
        return animate(cascade, name) > 1 >= animate(cascade, np)  # "A spokesman for Acme, the largest firm told AFP"
    full = name.chunk.shape.strip("N") == "" and name.last - name.first > 1 and name.last == name.chunk.last
    return full and cascade.tokens[np.first].lower in ("a", "an") and animate(cascade, np) > 1


def region(cascade: Cascade, subject: Phrase, name: Phrase) -> bool:
    """Tell whether a name says behind a place where that lies: `Ann Reed of Dalton, Ohio said the river rose`.

    The subject is one who acts: `Her first day in Dalton, Reed said, was long`, `A week after Dalton, Reed left`; and
    no title whose bearer the name is: `Chairman of Acme, Ann Reed said`.
    """
    at = cascade.at
    some = cascade.tokens[subject.first].lower in ("a", "an", "another")
    if at < 5 or subject.time or subject.preposition is not None or (animate(cascade, subject) < 1 and not some):
        return False
    link, place, comma = cascade.chunks[at - 4 : at - 1]
    if comma.kind != g.COMMA or link.kind != g.PREPOSITION or cascade.tokens[link.head].lower not in _WHERE:
        return False
    if at + 1 < len(cascade.chunks) and cascade.chunks[at + 1].kind == g.COMMA:
        return False
    head = cascade.tokens[subject.head]
    if head.tag != "NNS" and (noun_frame(head.lower).who is not None or noun_subject(head.lower).acts is not None):
        return cascade.tokens[subject.first].tag == "DT" and cascade.tokens[link.head].lower in ("in", "near")
    names = [*cascade.tokens[place.first : place.last], *cascade.tokens[name.chunk.first : name.chunk.last]]
    return len(names) < 8 and all(token.tag in ("NNP", "NNPS", "HYPH") for token in names)


_WHERE: Final = frozenset({"at", "from", "in", "near", "of", "outside"})


def title_before_name(cascade: Cascade, title: Phrase, name: Phrase) -> bool:
    """Tell whether a noun for a person stands right before a comma and a name."""
    before, behind = cascade.tokens[title.head], cascade.tokens[name.head]
    share = noun_frame(before.lemma).who if before.tag == "NN" else None
    return behind.tag == "NNP" and share is not None and share >= 50 and name.link == "comma" and name.host is title


def closed_list(phrase: Phrase) -> bool:
    """Tell whether the phrase is a list behind a fronted phrase: it was itself linked by a comma and has grown."""
    return phrase.link == "comma" and phrase.last > phrase.chunk.last

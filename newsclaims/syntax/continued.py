"""Noun chunks that go on with the phrase before them: the year of a date, what a rate is of, a noun behind brackets."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Phrase, lengthen
from newsclaims.syntax.objects import verb_follows
from newsclaims.syntax.twins import not_only
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame

_WHEN: Final = frozenset({"after", "ago", "before", "prior", "since"})
_FINES: Final = frozenset({"ban", "fine", "order", "penalty", "probation", "service"})
"""What somebody gets beside a term in prison, where it has an article or a number."""


def year_of_date(cascade: Cascade, chunk: Chunk) -> bool:
    """Let a year or day behind a comma go with the date before: `April 13, 1987`, `Friday, 2 May`."""
    before = cascade.chunks[cascade.at - 2] if cascade.at > 1 and cascade.comma else None
    if before is None or before.kind != g.NOUN or "T" not in before.shape:
        return False
    word = cascade.tokens[chunk.first].text
    day = chunk.shape in ("cT", "Tc", "kcT") and before.shape in ("T", "kT")  # "on Friday, 2 May"
    if not day and (chunk.shape != "c" or len(word) != 4 or not word.isdigit()):
        return False
    if cascade.np is not None and cascade.np.chunk is before:
        cascade.np.last = chunk.last
    return True


def rate(cascade: Cascade, chunk: Chunk) -> bool:
    """Let what is counted go with the amount before it, `$1.12 a share`, `$15 an hour`; an amount with *a record*.

    Not a time that says when: `won $3,000 a week ago`.
    """
    np = cascade.np
    if np is None or np.chunk is not cascade.previous:
        return False
    if chunk.shape[0] == "$" and cascade.word(np.chunk) == "record" and np.last == chunk.first:
        np.last, np.head = chunk.last, chunk.head  # "a record $5 million profit"
        return True
    cents = np.chunk.shape[-2:] == "cn" and cascade.lemma(np.chunk) in word_class("coins")
    counted = chunk.shape == "dZ" and np.chunk.shape.lstrip("w") in (
        "cZ",
        "cn",
    )  # "40 hours a week", "5 percent a year"
    if ("$" not in np.chunk.shape and not cents and not counted) or chunk.shape not in ("dn", "dZ"):
        return False
    behind = cascade.tokens[min(chunk.last, len(cascade.tokens) - 1)].lower
    if chunk.shape == "dZ" and (behind in word_class("from-then") or behind in _WHEN):
        return False
    if cascade.tokens[chunk.first].lower not in ("a", "an") or np.last != chunk.first:
        return False
    lengthen(np, chunk.last)
    return True


def more_of(cascade: Cascade, chunk: Chunk) -> bool:
    """Let *more* and a noun go with the amount before: `tens of thousands more residents`, `dozens more workers`."""
    np = cascade.np
    if np is None or np.chunk is not cascade.previous or cascade.tokens[chunk.first].lower != "more":
        return False
    if np.last != chunk.first or cascade.tokens[np.head].lemma not in word_class("multitudes"):
        return False
    lengthen(np, chunk.last)
    return True


def this_time(cascade: Cascade, phrase: Phrase) -> bool:
    """Take *this time* with the time behind it, where a subject follows: `This time last year she was in jail`."""
    following = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if phrase.chunk.shape != "kn" or cascade.word(phrase.chunk) != "time" or len(following) < 2:
        return False
    when, subject = following
    if when.kind != g.NOUN or when.shape[-1] not in "TZ" or subject.kind not in g.NOUNS | {g.COMMA}:
        return False
    phrase.last = when.last
    when.kind = g.ADVERB
    return True


def behind_bracket(cascade: Cascade, chunk: Chunk) -> bool:
    """Let a noun right behind brackets go on with what stands before: `the association (AKK) officials`."""
    np, chunks, at = cascade.np, cascade.chunks, cascade.at
    if at < 3 or chunks[at - 1].shape != ")" or chunk.shape[0] not in "nNj" or np is None or np.time:
        return False
    opening = next((place for place in range(at - 2, max(-1, at - 6), -1) if chunks[place].shape == "("), 0)
    if np.last != chunks[opening].first or np.chunk.kind != g.NOUN or cascade.word(chunk).endswith("ing"):
        return False
    if cascade.clause.verb is not None and verb_follows(cascade):
        return False
    short = cascade.tokens[chunks[opening].first + 1 : chunk.first - 1]
    if chunk.shape[0] == "j" and not (len(short) == 1 and short[0].text.isupper() and len(short[0].text) > 1):
        return False  # "the college (RCN) general secretary", but "the firm (Acme) new owners bought"
    lengthen(np, chunk.last)
    np.head = chunk.head
    return True


def continues(cascade: Cascade, chunk: Chunk) -> bool:
    """Let the chunk go on with the phrase before it where it does; return whether it did."""
    if cascade.comma and year_of_date(cascade, chunk):
        return True
    np = cascade.np
    if np is None:
        return False
    if cascade.at and cascade.chunks[cascade.at - 1].shape == ")" and behind_bracket(cascade, chunk):
        return True
    if np.last != chunk.first:
        return False
    if cascade.word(np.chunk) in word_class("indefinite") and _more_than(cascade, chunk):
        lengthen(np, chunk.last)  # "offers nothing more than words"
        return True
    return rate(cascade, chunk) or more_of(cascade, chunk)


def _more_than(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether *more* or *less* and *than* come next."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    return cascade.word(chunk) in ("less", "more") and bool(behind) and cascade.word(behind[0]) == "than"


def dimension(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a measure stands before the adjective that it goes with."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    measured = bool(behind) and phrase.chunk.shape[0] == "c" and behind[0].kind in (g.ADJECTIVE, g.ADVERB)
    return measured and cascade.word(behind[0]) in word_class("dimensions")


def sentence(cascade: Cascade, phrase: Phrase) -> None:
    """Let a fine go on with a term and not with the prison: `faces 10 years in prison and a $5m fine`."""
    jail, clause = phrase.host, cascade.clause
    if jail is None or phrase.link != "and" or jail.preposition != "in":
        return
    bare = (
        jail.chunk.shape == "n" and cascade.tokens[phrase.first].lower in ("a", "an") and jail.last == jail.chunk.last
    )
    host = jail.host
    bare = bare and cascade.tokens[jail.head].tag == "NN" and not verb_follows(cascade)
    if bare and host is not None and host.chunk.shape[0] in "dc":
        phrase.host = host  # "a pause in fighting and a path to peace"
        clause.arguments = [pair for pair in clause.arguments if pair[1] is not jail]
        return
    if "$" not in phrase.chunk.shape and not (phrase.chunk.shape[0] in "dc" and cascade.lemma(phrase.chunk) in _FINES):
        return
    if cascade.word(jail.chunk) in ("jail", "prison") and jail.host is not None:
        phrase.host = jail.host
        clause.arguments = [pair for pair in clause.arguments if pair[1] is not jail]


def timed(cascade: Cascade, host: Phrase, phrase: Phrase) -> bool:
    """Tell whether a phrase behind *and* is no second time: `closed in May and staff left`; but `in April and May`."""
    if host.preposition == "between" or phrase.chunk.shape == "c":  # "between December and February"
        return False
    return (host.time or _year(cascade, host)) and not host.chunk.shape[-1] == phrase.chunk.shape[-1] == "T"


def _year(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a bare number behind a preposition is a year: `opened in 1990 and its founder, who ...`."""
    word = cascade.tokens[phrase.head].text
    placed = phrase.chunk.shape == "c" and phrase.preposition in ("by", "in", "since", "until")
    return placed and len(word) == 4 and word.isdecimal() and word[:2] in ("18", "19", "20")


def when(cascade: Cascade, phrase: Phrase, following: Chunk | None) -> bool:
    """Take a time behind *and* as that of the next verb: `was sent to Lima and last week faced charges`.

    Behind a comma alone it is that of the one before, if it counts from something else.
    """
    np, clause = cascade.np, cascade.clause
    if cascade.conjunction is None:
        return _measured(cascade, phrase)
    if not phrase.time or following is None or following.kind != g.FINITE:
        return False
    if np is None or np.time or clause.verb is None:
        return False
    clause.arguments.append(("time", phrase))
    cascade.np = phrase
    return True


def _measured(cascade: Cascade, phrase: Phrase) -> bool:
    """Take how long or far from something else behind a comma: `closed in May, two weeks | after the fire`.

    Or by how much somebody leads: `came second, two points | behind Marle`.
    """
    clause, behind = cascade.clause, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    opens = cascade.tokens[phrase.first - 1].text == ","
    if not opens or clause.verb is None or not clause.finite or not behind or behind[0].first != phrase.last:
        return False
    shape, word = phrase.chunk.shape, " ".join(t.lower for t in cascade.tokens[behind[0].first : behind[0].last])
    some = "c" in shape or cascade.tokens[phrase.first].lower in ("a", "an")
    if not some or behind[0].kind not in (g.PREPOSITION, g.SUBORDINATOR):
        return False
    if phrase.time and word in ("after", "before"):
        clause.arguments.append(("time", phrase))
    elif shape[-1] == "n" and cascade.lemma(phrase.chunk) in word_class("leads") and word in ("ahead of", "behind"):
        clause.adverbs.append(phrase)
    else:
        return False
    phrase.host, phrase.link = cascade.np, "time"
    return True


def paired(cascade: Cascade, chunk: Chunk) -> bool:
    """Give *neither*, *either* or *both* to the pronoun behind it: `neither he nor Reed was happy`."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if cascade.word(chunk) not in ("both", "either", "neither") or chunk.last - chunk.first > 1 or len(behind) < 2:
        return False
    if behind[0].kind != g.PRONOUN or behind[0].first != chunk.last or behind[1].kind != g.CONJUNCTION:
        return False
    behind[0].first, chunk.kind = chunk.first, g.ADVERB
    return True


def contrasts(cascade: Cascade) -> bool:
    """Tell whether a conjunction begins a clause rather than one more of a kind: *but*; not `neither he nor Reed`."""
    word = cascade.word(cascade.conjunction) if cascade.conjunction is not None else ""
    neither = word == "nor" and cascade.np is not None and cascade.tokens[cascade.np.first].lower == "neither"
    both = not_only(cascade) if word == "but" else None
    listed = neither or (both is not None and (both is cascade.np or cascade.clause.verb is None))
    return word in ("but", "nor", "so", "yet") and not listed


def within_front(cascade: Cascade, host: Phrase, phrase: Phrase) -> bool:
    """Tell whether a clause stands right behind a fronted phrase that it describes, before the main clause.

    It lacks its object (`With the plan he drew, ...`), or the phrase is a time (`In the years he ran the club, ...`).
    """
    if host.preposition is None or host.last != phrase.first or host.chunk.shape[0] not in "djk":
        return False
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 16]
    comma = next((at for at, chunk in enumerate(rest) if chunk.kind in (g.COMMA, g.STOP)), len(rest))
    if rest[0].kind != g.FINITE or {chunk.kind for chunk in rest[1:comma]} & {g.FINITE, g.CONJUNCTION, g.THAT}:
        return False
    governed = {at for at in range(2, comma) if rest[at - 1].kind == g.PREPOSITION}
    bare = [one for at, one in enumerate(rest[1:comma], 1) if one.kind in g.NOUNS and at not in governed]
    lacks = all(one.shape[-1] in "TZ" for one in bare) and verb_frame(cascade.lemma(rest[0])).object >= 25
    if not (lacks or host.time) or (host.time and cascade.tokens[host.first].lower != "the"):
        return False
    main = comma + 2
    while [chunk.kind for chunk in rest[main : main + 2]] == [g.PREPOSITION, g.NOUN]:
        main += 2
    main += [chunk.kind for chunk in rest[main : main + 1]] == [g.ADVERB]
    if main >= len(rest) or rest[comma + 1].kind not in g.NOUNS | {g.THERE} or rest[main].kind != g.FINITE:
        return False
    return rest[comma].kind == g.COMMA and verb_frame(cascade.lemma(rest[main])).that < 40


def said_when(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a time behind a comma stands before the verb of the subject, and is none itself.

    `, today upheld`, `, last week announced`, `, this week was named`.
    """
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    day, first = phrase.chunk.shape == "T", cascade.tokens[phrase.first].lower
    if not day and not (phrase.time and first in ("earlier", "last", "later", "this")):
        return False
    if not behind or behind[0].kind != g.FINITE or (behind[0].shape[0] in "BH" and (day or behind[0].shape in "BH")):
        return False
    cascade.chunks[cascade.at].kind = g.ADVERB  # the comma still stands before the verb
    return True

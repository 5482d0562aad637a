"""Which clause a preposition goes on with: the one that is open, or one around it."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.parted import passive
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.classes import word_class as compass
from newsclaims.words.frames import verb_frame
from newsclaims.words.preferences import TAKEN, verb_takes


def resumed(cascade: Cascade, opener: Chunk) -> Clause:
    """Return the clause that goes on with a preposition: the outer one behind the comma that ends a relative clause.

    `The club lost Marsh, who hurt his knee, to injury`.
    """
    clause, outer = cascade.clause, cascade.clause.parent
    if opener.first and cascade.tokens[opener.first - 1].text == "," and clause.verb is not None:
        clause = _with_source(cascade, clause)
        if clause is not cascade.clause:
            cascade.clause, cascade.np = clause, None  # "met staff who had been exposed, according to Reed"
            return clause
    if outer is not None and _seen_as(cascade, clause, outer, opener):
        cascade.clause, cascade.np = outer, None  # "cited the decision to leave the union | as an example"
        return outer
    if outer is not None and clause.rule in _DESCRIBE and _dates_outer(cascade, clause, outer):
        cascade.clause, cascade.np = outer, None  # "before a bench headed by Ann Reed | on Thursday"
        return outer
    waits = cascade.awaiting() if clause.verb is not None and _before_verb(cascade, opener) else None
    if waits is not None:
        return waits  # "Reed, who fought the board last week, | on Friday left"
    front = cascade.fronted() if clause.verb is not None else None
    if front is not None and front is not clause and _before_subject(cascade, opener):
        cascade.clause, cascade.np = front, None  # "While it fell in May, by last year it had risen"
        return front
    comma = cascade.chunks[cascade.at - 2] if cascade.at > 1 else None
    closed = comma is not None and comma.kind == g.COMMA and comma.last == opener.first and clause.verb is not None
    joint = cascade.chunks[cascade.at - 3] if cascade.at > 2 else None
    joined = cascade.conjunction is None and comma is not None and comma.kind == g.CONJUNCTION
    if joined and joint is not None and joint.kind == g.COMMA and clause.verb is not None and outer is not None:
        closed = any(role == cascade.tokens[opener.first].lower for role, _ in outer.arguments)
    inserted = closed and (
        (clause.opener == kinds.RELATIVE and not clause.restrictive)
        or (_says_as(cascade, clause) and cascade.tokens[clause.first - 1].text == ",")
        or _set_off(cascade, clause)
    )
    if inserted and outer is not None and outer.verb is not None:
        cascade.clause, cascade.np = outer, None
    return cascade.clause


def _with_source(cascade: Cascade, clause: Clause) -> Clause:
    """Return the clause whose source *according to* names behind a comma: that round what only describes or adds.

    So do *despite* and the like with what is no part of a description: `met staff hired in May, despite a ban`, `in an
    effort to calm them`; and where somebody said it, `said Reed, a guard who saw it, in a statement`.
    """
    if cascade.preposition is None:
        return clause
    role, noun = cascade.preposition[0], cascade.lemma(cascade.chunks[cascade.at])
    told = role in ("in", "on") and noun in word_class("texts") | word_class("speeches")
    aimed = role == "in" and noun in word_class("efforts")
    source = role == "according to"
    if not (source or told or aimed or role in word_class("circumstantial")) or (not source and _closes(cascade)):
        return clause
    inner, adds = clause, (kinds.NONFINITE, kinds.GERUND, kinds.RELATIVE if told or source else "")
    for _ in range(6):
        outer = inner.parent
        if inner.opener not in adds or outer is None or outer.verb is None or outer.verb.first > inner.first:
            break
        inner = outer
    if told and (inner.verb is None or verb_frame(cascade.lemma(inner.verb)).that < 40):
        return clause
    return inner if inner.finite else clause


def _closes(cascade: Cascade) -> bool:
    """Tell whether a comma and a finite verb follow the phrase: what it stands behind is the subject of that."""
    behind = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 9]]
    comma = behind.index(g.COMMA) if g.COMMA in behind else len(behind)
    return behind[comma + 1 : comma + 2] == [g.FINITE]


def behind_inner(cascade: Cascade, word: str, comma: bool) -> Clause:
    """Return the clause that a subordinate one belongs to: that round a relative clause, an aim or a participle.

    `The firm shut its plant, which had made pumps, | because demand fell`, `Reed dropped plans to build a mill | after
    voters rejected it`, `They lost their right to vote | because they had moved`.
    """
    clause, outer = cascade.clause, cascade.clause.parent
    if cascade.conjunction is not None or clause.verb is None or outer is None or outer.verb is None:
        return clause
    if not outer.finite or outer.verb.first > clause.first:
        return clause
    if clause.opener == kinds.RELATIVE:
        return outer if comma and word in ("after", "as", "because", "before", "when") else clause
    if clause.opener == kinds.SUB and comma and word == "because" and clause.word in _WHILE:
        return outer  # "was silent when he left, because he was tired"
    ahead = cascade.chunks[cascade.at + 1 : cascade.at + 7]
    verb = next((chunk for chunk in ahead if chunk.kind == g.FINITE), None)
    return clause if comma or verb is None else around_aim(cascade, clause, word, verb)


def _waits(cascade: Cascade, clause: Clause, outer: Clause, word: str, verb: Chunk) -> bool:
    """Tell whether a present tense says what somebody waits for, so that no participle of the past is meant.

    `The council will not lift the ban imposed in 1990 | until an inspector signs`.
    """
    passive_ = clause.rule == "claims.participle-on-noun" and clause.passive
    if not passive_ or word not in ("if", "once", "unless", "until") or outer.verb is None:
        return False
    first = outer.governors[0] if outer.governors else outer.verb
    ahead = cascade.tokens[first.first].tag == "MD" or first.kind == g.INFINITIVE
    return ahead and cascade.tokens[verb.first].tag in ("VBP", "VBZ")


def around_aim(cascade: Cascade, clause: Clause, word: str, verb: Chunk) -> Clause:
    """Return the clause that a subordinate one with this verb hangs on: that round an aim, if the aim cannot be meant.

    What was done after or because of a thing is told, not aimed at: `dropped plans to build a mill | after voters
    rejected it`; nor is the reason for a right or what is going on that of those who have it.
    """
    outer = clause.parent
    if outer is None or outer.verb is None or clause.verb is None or clause.finite or clause.content:
        return clause
    if not outer.finite or outer.verb.first > clause.first:
        return clause
    if _waits(cascade, clause, outer, word, verb):
        return outer
    past = all(cascade.tokens[chunk.first].tag == "VBD" for chunk in (outer.verb, verb))
    if clause.rule in _AIMS and past:
        return outer if word in _WHEN else clause
    bound = clause.rule == "claims.noun-infinitive"  # "the right to vote", "sales going to them"
    bound = bound or (clause.rule == "claims.participle-on-noun" and clause.verb.kind == g.ING)
    bound = bound or (
        clause.opener == kinds.GERUND and clause.word in ("by", "in", "without")
    )  # "an edge in making it"
    return outer if bound and word == "because" else clause


_AIMS: Final = frozenset({"claims.noun-infinitive", "claims.object-control", "claims.purpose-infinitive"})
_WHEN: Final = frozenset({"after", "because", "once", "since", "when"})
_WHILE: Final = frozenset({"after", "as", "before", "when", "while"})
_DESCRIBE: Final = frozenset({"claims.adverbial-participle", "claims.participle-on-noun"})


def _seen_as(cascade: Cascade, clause: Clause, outer: Clause, opener: Chunk) -> bool:
    """Tell whether *as* says what is seen in a thing that an infinitive tells of: its verb does not take *as*."""
    noun = clause.rule == "claims.noun-infinitive" and clause.verb is not None and outer.verb is not None
    if not noun or clause.verb is None or outer.verb is None or outer.passive or cascade.word(opener) != "as":
        return False
    return verb_takes(cascade.lemma(outer.verb), "as") >= 5 > 2 * verb_takes(cascade.lemma(clause.verb), "as")


def _dates_outer(cascade: Cascade, clause: Clause, outer: Clause) -> bool:
    """Tell whether a phrase goes on with the verb before a participle that only describes: when it was, or to whom.

    `sent papers relating to the case | to Reed | by Friday`; the participle has what it takes.
    """
    if clause.verb is None or outer.verb is None or cascade.preposition is None:
        return False
    if cascade.tokens[clause.verb.first - 1].text == ",":
        return False
    role, chunk = cascade.preposition[0], cascade.chunks[cascade.at]
    has = clause.objects or clause.arguments
    own, outers = (verb_takes(cascade.lemma(one), role) for one in (clause.verb, outer.verb))
    close = role in ("as", "into", "to") and cascade.preposition[1].first == clause.verb.last and not has
    if close and clause.passive and own < 2 and outers >= TAKEN and outer.objects:
        return True  # "bring those involved | to justice"
    if cascade.lemma(clause.verb) not in word_class("describing-participles") or cascade.np is None:
        return False
    if chunk.shape[-1] in "TZ" and role in word_class("when"):
        return bool(has)
    again = any(taken == role for taken, _ in clause.arguments)
    return again and verb_takes(cascade.lemma(outer.verb), role) >= TAKEN


def _before_verb(cascade: Cascade, opener: Chunk) -> bool:
    """Tell whether a phrase with its preposition stands between a comma and a finite verb."""
    behind = cascade.following()
    comma = cascade.at > 1 and cascade.chunks[cascade.at - 2].kind == g.COMMA
    beside = cascade.chunks[cascade.at - 1] is opener and opener.kind == g.PREPOSITION
    return comma and beside and behind is not None and behind.kind == g.FINITE


def _before_subject(cascade: Cascade, opener: Chunk) -> bool:
    """Tell whether a time with its preposition stands between a comma and the subject of the main clause."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    comma = (
        cascade.at > 1 and cascade.chunks[cascade.at - 2].kind == g.COMMA and cascade.chunks[cascade.at - 1] is opener
    )
    timed = cascade.chunks[cascade.at].shape[-1] in "TZc"
    return comma and timed and [chunk.kind for chunk in behind][1:] == [g.FINITE] and behind[0].kind in g.NOUNS


def _set_off(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether a clause is a participle that a comma parts from what it describes: `, built in May, | for $3m`.

    Not where it has the same preposition, or says where, and a place follows: `, held in Lowton, in the north`.
    """
    if clause.opener != kinds.NONFINITE or not clause.passive or cascade.tokens[clause.first - 1].text != ",":
        return False
    role = cascade.preposition[0] if cascade.preposition is not None else ""
    where, taken = word_class("where"), [one for one, _ in clause.arguments]
    return role not in taken and not (role in where and not where.isdisjoint(taken))


def _says_as(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether a clause says who said or meant what it is inserted in: `, as the firm planned, on trucks`."""
    verb = clause.verb
    if clause.opener != kinds.SUB or clause.word != "as" or verb is None or clause.objects or clause.content:
        return False
    frame = verb_frame(cascade.lemma(verb))
    return frame.that >= 12 or frame.object >= 20 or frame.infinitive >= 20


def reaching(cascade: Cascade, chunk: Chunk) -> bool:
    """Take *as*, an adverb and *as* behind a preposition into the noun chunk: `from | as far away as Estrel`."""
    adverb, behind = cascade.chunks[cascade.at - 1], cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if cascade.word(chunk) != "as" or adverb.kind not in (g.ADJECTIVE, g.ADVERB):
        return False
    if cascade.tokens[adverb.first].lower != "as" or behind[-1].kind == g.FINITE:
        return False  # "for as long as anyone can remember"
    if behind[0].kind != g.NOUN or adverb.last != chunk.first or behind[0].first != chunk.last:
        return False
    behind[0].first, behind[0].shape = adverb.first, "w" + behind[0].shape
    return True


def stranded(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a preposition is the last of its clause and another one goes on: `what we are used to | in town`."""
    role, opener = cascade.preposition or ("", chunk)
    if role == "of" or (role != "as" and cascade.word(chunk) in ("as", "by")):
        return True  # "struck from behind by a car"
    last = cascade.clause.adjective or cascade.clause.verb
    lost = cascade.clause.gap in ("open", "zero") and last is not None and last.last == opener.first
    return role == "to" and lost


_AWAY: Final = frozenset({"away from", "from", "off", "outside"})


def leads_off(role: str) -> bool:
    """Tell whether a preposition says what something is far from: *from*, *north of*."""
    return role in _AWAY or (role.endswith(" of") and role[:-3] in compass("compass"))


def far_off(cascade: Cascade, phrase: Phrase, role: str) -> bool:
    """Tell whether a phrase with a number stands before *north of* and the like, or a way before *from*."""
    counted, unit = "c" in phrase.chunk.shape, cascade.lemma(phrase.chunk)
    way = unit in word_class("distances") and (counted or unit == "mile")
    return leads_off(role) and (way or (counted and phrase.chunk.shape[-1] in "cZ" and role not in _AWAY))


def denied(cascade: Cascade, clause: Clause, before: Chunk) -> bool:
    """Tell whether *not* before a preposition stands behind a whole clause and a comma or dash."""
    apart = cascade.at > 2 and cascade.chunks[cascade.at - 3].kind in (g.COMMA, g.DASH)
    return apart and clause.verb is not None and cascade.word(before) == "not"


def after_date(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase behind *and* goes with no date before it: `the largest gain since 2011 and Brent rose`."""
    date = cascade.tokens[np.host.head].text if np.host is not None and not np.time else ""
    return len(date) == 4 and date.isdigit()


def keeps(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a passive verb keeps a preposition whose noun phrase is its subject: `was paid for by the town`."""
    verb = cascade.chunks[cascade.at - 1] if cascade.at else None
    if verb is None or verb is not cascade.clause.verb or verb.last != chunk.first or not passive(verb):
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if not behind or behind[0].kind == g.STOP:
        return True
    word = cascade.word(behind[0]) if behind[0].kind == g.PREPOSITION else ""
    return word in ("as", "by") or (word in ("during", "in") and cascade.word(chunk) in word_class("kept-before"))


def stops_by(cascade: Cascade, chunk: Chunk, behind: list[Chunk]) -> bool:
    """Tell whether a preposition is the particle of the verb before it: it governs nothing, or the object is its own.

    `was stopping by to see them`, `handed in her notice`.
    """
    verb = cascade.clause.verb
    if verb is None or not behind or verb is not cascade.chunks[cascade.at - 1] or verb.last != chunk.first:
        return False
    if verb.shape[-1] == "R" or passive(verb):
        return False
    if behind[0].kind == g.INFINITIVE:
        return cascade.word(chunk) in ("by", "in", "over", "round")
    given = cascade.word(chunk) == "in" and cascade.lemma(verb) in word_class("taking-in")
    return given and behind[0].kind == g.NOUN and behind[0].shape[-1] not in "TZ"

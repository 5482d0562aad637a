"""Finite verbs that share the subject of a verb before: `He came and left`, `She rose and, in May, resigned`."""

from __future__ import annotations

from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import reduced, splitting, told
from newsclaims.syntax.agreement import tense
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase, root
from newsclaims.syntax.outer_verbs import belongs_outside, parallel
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame


def coordinated(cascade: Cascade, verb: Chunk) -> bool:
    """A verb behind *and*, *or*, *but*: it shares the subject of the verb before, `He came and left`."""
    if not _behind_conjunction(cascade) and not _next(cascade, verb):
        return False
    if splitting.describes(cascade, verb) or splitting.listed(cascade, verb):
        return splitting.describe(cascade, verb)
    if reduced.done_too(cascade, verb):
        clause = Clause(cascade.clause.opener, cascade.clause.parent, verb.first)
        clause.shares, verb.kind, verb.shape = cascade.clause, g.PARTICIPLE, "e"
        cascade.start(clause, verb, "claims.coordinated-infinitive")
        clause.passive = True
        return True
    partner = cascade.enclosing(lambda c: c.verb is not None and c.finite)
    if partner is None:
        return False
    outer = _outer(partner)
    if outer is not None and partner.opener in (kinds.SUB, kinds.WH) and _goes_on_saying(cascade, outer, verb):
        partner, outer = outer, _outer(outer)
    if outer is not None and told.quoted(cascade, partner, verb):
        partner, outer = outer, _outer(outer)
    if outer is not None and belongs_outside(cascade, partner, outer, verb):
        partner = outer
    else:
        partner = parallel(cascade, partner, verb) or partner
    partner = told.said_again(cascade, partner, verb) or partner
    clause = Clause(partner.opener, partner.parent, verb.first, partner.word)
    clause.shares = partner
    clause.antecedent, clause.gap = partner.antecedent, partner.gap
    clause.arguments = _fronted(cascade, partner)
    cascade.start(clause, verb, "claims.coordinated-verb")
    if _perfect_too(cascade, partner, verb):
        clause.governors += partner.governors[-1:] or [partner.verb] if partner.verb is not None else []
        clause.rule = "claims.coordinated-infinitive"
    following = cascade.following()
    bare = verb.shape.lstrip("rw") == "v" and (
        following is None
        or following.kind not in g.NOUNS
        or following.shape[-1] in "TZ"
        or cascade.word(following) in word_class("counted-times")  # "was hit and stabbed dozens of times"
    )
    if following is not None and following.shape[-1] == "Z" and cascade.lemma(verb) in word_class("lasting"):
        bare = False  # "was convicted and spent three years in jail"
    past = cascade.tokens[verb.head].tag == "VBD"
    frame = verb_frame(cascade.lemma(verb))
    judged = following is not None and following.kind == g.ADJECTIVE and frame.predicative >= 8
    if bare and past and partner.passive and (frame.object >= 50 or judged):
        clause.passive = True  # a participle whose tag is wrong: "was kept in Florida and then transferred"
    elif bare and past and _participle_in_capitals(cascade, partner) and frame.object >= 50:
        clause.passive = True
    return True


rule("claims.coordinated-verb")(coordinated)


def _goes_on_saying(cascade: Cascade, said: Clause, verb: Chunk) -> bool:
    """Tell whether who speaks says more behind a clause within what is said: `said they fell as it rained, and added`.

    A comma stands before *and*, and the verb says something in the tense of the first one.
    """
    outer, lemma = _outer(said), cascade.lemma(verb)
    if said.opener != kinds.THAT or outer is None or outer.verb is None or not cascade.comma_before_conjunction():
        return False
    says = verb_frame(lemma).that >= 40 or lemma in word_class("acts-of-speech")
    same = tense(cascade, verb) == tense(cascade, outer.verb) == "VBD" and verb.shape.lstrip("rw") == "v"
    return says and same and verb_frame(cascade.lemma(outer.verb)).that >= 40


def _perfect_too(cascade: Cascade, partner: Clause, verb: Chunk) -> bool:
    """Tell whether a form that is both past and participle goes on with *would have*: `would have cut and put`.

    Only forms that are present tenses too: of others the tag is right.
    """
    first, word = partner.verb, cascade.tokens[verb.head]
    perfect = first is not None and first.shape[0] == "m" and first.shape[-1] in "el" and "a" in first.shape
    return perfect and verb.shape.lstrip("rw") == "v" and word.lower == word.lemma and not partner.passive


def _participle_in_capitals(cascade: Cascade, partner: Clause) -> bool:
    """Tell whether what stands behind *be* is a participle that a brand lends its capital: `was Tasered and held`."""
    if not partner.copular or len(partner.objects) != 1:
        return False
    name = partner.objects[0]
    return name.chunk.shape == "N" and cascade.tokens[name.head].lower.endswith("ed")


def _fronted(cascade: Cascade, partner: Clause) -> list[tuple[str, Phrase]]:
    """Take what stands between the conjunction and the verb from the clause before: `and, on June 30, had posted`."""
    for chunk in reversed(cascade.chunks[max(0, cascade.at - _APART) : cascade.at]):
        if chunk.kind == g.CONJUNCTION:
            moved = []
            for before in (partner, cascade.clause):  # "said it had closed, and last week said why"
                moved += [pair for pair in before.arguments if pair[1].start >= chunk.last]
                before.arguments = [pair for pair in before.arguments if pair[1].start < chunk.last]
            return moved
    return []


def _next(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether *then* stands before a verb of the same tense, behind a whole clause: `hit him then drove off`."""
    clause, np = cascade.clause, cascade.np
    if verb.shape[0] != "r" or cascade.tokens[verb.first].lower != "then" or clause.verb is None or not clause.finite:
        return False
    if cascade.awaiting() is not None or cascade.comma or np is None or np.link in ("next", "comma"):
        return False
    first = root(np) if np.link != "prep" or np.host is None else root(np.host)
    if first.link == "and" and not first.before and first.preposition is None:
        return False  # "They praised the plan, but support for it then faded"
    same = tense(cascade, verb) == tense(cascade, clause.verb) != "" and clause.verb.shape[-1] not in "BH"
    return same and (bool(clause.content) or verb_frame(cascade.lemma(clause.verb)).that < CLAUSAL)


_APART: Final = 8  # chunks between a conjunction and its verb at most


def _behind_conjunction(cascade: Cascade) -> bool:
    """Tell whether *and*, *or*, *but* stands before the verb, with nothing or a time between: `and on Monday left`.

    Between commas it may be any phrase with a preposition: `and, in a statement, denied it`.
    """
    previous = cascade.previous
    if previous is not None and previous.kind == g.COMMA:
        return _inserted(cascade)
    if previous is not None and previous.kind == g.CONJUNCTION:
        return cascade.conjunction is not None
    np, at = cascade.np, cascade.at
    if np is not None and np.chunk is previous and cascade.clause.verb is not None and _governed(cascade, np):
        return True
    if np is None or np.chunk is not previous or not np.time or cascade.clause.verb is None or at < 3:
        return False
    behind = 3 if np.link == "prep" and cascade.chunks[at - 2].kind == g.PREPOSITION else 2
    before = cascade.chunks[at - behind - 1] if at > behind else None
    joined = cascade.chunks[at - behind].kind == g.CONJUNCTION and behind == 2 and before is not None
    if joined and before is not None and before.kind == g.NOUN and before.shape[-1] in "TZ":
        return False  # "reports of inflation in October and November were welcome"
    if cascade.chunks[at - behind].kind != g.CONJUNCTION and cascade.chunks[at - behind].kind in _CLOCK:
        behind += _clock(cascade, at - behind)  # "and at 6am on Friday arrested him", "and at about 9pm Monday left"
    return cascade.chunks[at - behind].kind == g.CONJUNCTION and cascade.chunks[at - 1] is previous


def _governed(cascade: Cascade, np: Phrase) -> bool:
    """Tell whether a phrase with a preposition is all that stands behind *and*: `and upon conviction will be fined`."""
    for _ in range(4):
        if np.preposition is None or np.link != "prep" or np.preposition in word_class("openers"):
            return False
        if cascade.tokens[np.start - 1].tag == "CC":
            return cascade.tokens[np.start - 1].lower in ("and", "but") and np.preposition != "of"
        if np.host is None or np.host.chunk.last != np.start:
            return False
        np = np.host
    return False


_HOURS: Final = frozenset({"a.m.", "am", "o'clock", "p.m.", "pm"})
_CLOCK: Final = frozenset({g.NOUN, g.PREPOSITION, g.ADVERB})


def _clock(cascade: Cascade, at: int) -> int:
    """Return how many chunks before a time, up to the one at ``at``, are another time with its preposition."""
    found = 0
    for chunk in reversed(cascade.chunks[max(0, at - 2) : at + 1]):
        counted = chunk.shape.strip("rwk") in ("c", "cn") and (chunk.shape[-1] == "c" or cascade.word(chunk) in _HOURS)
        timed = chunk.kind == g.NOUN and (counted or chunk.shape[-1] in "TZ")
        if not timed and not (chunk.kind in _CLOCK and chunk.kind != g.NOUN):
            break
        found += 1
    return found


def _inserted(cascade: Cascade) -> bool:
    """Tell whether a conjunction, a phrase with a preposition between commas and nothing else stand before the verb."""
    chunks, at = cascade.chunks, cascade.at - 2
    low = max(1, cascade.at - _APART)
    while at > low and chunks[at].kind in _PHRASE:
        at -= 1
    opened = chunks[at].kind == g.COMMA and chunks[at - 1].kind == g.CONJUNCTION and at < cascade.at - 2
    opened = opened or (chunks[at].kind == g.CONJUNCTION and cascade.word(chunks[at]) == "but")  # "but after it, left"
    return opened and chunks[at + 1].kind in (g.PREPOSITION, g.SUBORDINATOR) and cascade.clause.verb is not None


_PHRASE: Final = frozenset({g.NOUN, g.PRONOUN, g.PREPOSITION, g.SUBORDINATOR, g.ADVERB})


def after_insertion(cascade: Cascade, verb: Chunk) -> bool:
    """A verb coordinated across a clause between commas: `She joined in 1961 and, because she had to, drew charts`."""
    inner, tokens = cascade.clause, cascade.tokens
    partner = inner.parent
    apart = cascade.previous is not None and cascade.previous.kind == g.COMMA and cascade.conjunction is None
    if inner.opener != kinds.SUB or inner.verb is None or partner is None or not apart or inner.first < 2:
        return False
    before = tokens[inner.first - 1 if tokens[inner.first - 1].tag == "CC" else inner.first - 2]
    if before.tag != "CC" or partner.verb is None or not partner.finite:
        return False
    clause = Clause(partner.opener, partner.parent, verb.first, partner.word)
    clause.shares, clause.antecedent, clause.gap = partner, partner.antecedent, partner.gap
    return cascade.start(clause, verb, "claims.coordinated-verb")


def _outer(clause: Clause) -> Clause | None:
    parent = clause.parent
    while parent is not None and not (parent.verb is not None and parent.finite):
        parent = parent.parent
    return parent

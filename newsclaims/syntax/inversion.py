"""Rules for finite verbs that stand before their subject: questions, and *said Smith* behind what he said."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import CLAUSAL, Cascade, passive
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, QUOTES, Clause, Phrase, reported
from newsclaims.syntax.fronting import asks_at_once
from newsclaims.table import words
from newsclaims.words.frames import verb_frame


def echoed(cascade: Cascade, verb: Chunk) -> bool:
    """An auxiliary that stands for a verb said before: `so does the demand`, `as will be the price`."""
    clause, following = cascade.clause, cascade.following()
    if verb.shape not in ("m", "mu", "D", "H", "B") or following is None or following.kind not in g.NOUNS:
        return False
    before = cascade.chunks[cascade.at - 1] if cascade.at else None
    opens = before is not None and before.kind in (g.ADVERB, g.SUBORDINATOR, g.PREPOSITION)
    if not opens or before is None or cascade.word(before) not in ("as", "neither", "so", "than"):
        return False
    if cascade.word(before) != "as" and _nonfinite_after(cascade):
        return False
    bare = clause.verb is None and clause.subject is None and clause.opener == kinds.SUB
    inner = clause if bare else cascade.push(kinds.SUB, verb.first)
    if clause.opener == kinds.THAT and clause.verb is not None and verb.shape[0] == "D":
        other = clause.copular or clause.verb.shape[0] in "mH"  # which no *do* stands for
        if other and cascade.at > 1 and cascade.chunks[cascade.at - 2].kind == g.COMMA:
            inner.parent, cascade.holders[-1] = None, inner  # "says it is safe, | as does the regulator"
    inner.silent = inner.question = True
    return cascade.start(inner, verb, "claims.question")


_PREPOSED: Final = frozenset({"after", "by", "in", "now", "since", "then", "until", "when", "with"})
_OPENERS: Final = ("after", "as", "before", "since", "until")


def question(cascade: Cascade, verb: Chunk) -> bool:
    """An auxiliary before its subject: `Did the minister resign?`, `Had it happened earlier, ...`.

    Only where no subject stands before the auxiliary and a noun chunk follows.
    """
    clause = cascade.clause
    preposed = cascade.tokens[0].lower in ("not", "only") and cascade.tokens[1].lower in _PREPOSED
    if preposed and clause.opener == kinds.SUB and clause.verb is not None and verb.shape in ("D", "m", "H"):
        clause = cascade.clause = cascade.fronted() or clause  # "Not until it failed did they admit it"
    if asks_at_once(cascade, verb):
        clause = cascade.clause = cascade.fronted() or clause
        cascade.np = None
    if _supposes_next(cascade, verb):
        clause = cascade.clause = Clause(kinds.MAIN, None, verb.first)
        cascade.np = None
    if clause.verb is not None or clause.gap in ("open", "subject"):
        return False
    following, np = cascade.following(), cascade.np
    if np is not None and np.preposition in _OPENERS and np.chunk is cascade.previous and not preposed:
        return False  # "As the government had two bills, there was hope"
    if clause.subject is not None and not _asked_about(cascade, verb, following):
        return False
    if verb.shape.rstrip("o") not in ("m", "D", "H", "B") or following is None or following.kind not in g.NOUNS:
        return False
    if clause.gap == "wh" and verb.shape[0] == "B" and not _nonfinite_after(cascade):
        return False
    if clause.subject is not None:  # "How many people did they arrest?"
        clause.antecedent, clause.gap = (None, "wh") if clause.subject.time else (clause.subject, "open")
        clause.subject = None
    clause.question = True
    placed = np is not None and np.preposition is not None and np.chunk is cascade.previous and not preposed
    placed = placed and cascade.tokens[-1].text != "?"
    if placed and np is not None and cascade.tokens[np.first].lower in ("no", "few"):
        placed = False  # "In no case are claims checked"
    asks = verb.shape[0] != "B" or (not placed and _nonfinite_after(cascade))  # "At issue are claims made in May"
    return cascade.start(clause, verb, "claims.question" if asks else "claims.inverted-subject")


rule("claims.question")(question)


def _supposes_next(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether *should* or *had* behind *and* or *but* opens a condition: `It is calm, but should he go, it would`.

    Behind its subject stands its verb, then a comma and a subject of the main clause.
    """
    word, conjunction = cascade.word(verb), cascade.conjunction
    if word not in ("had", "should") or conjunction is None or conjunction.last != verb.first or verb.shape not in "mH":
        return False
    rest = cascade.chunks[cascade.at + 1 : cascade.at + 16]
    if len(rest) < 4 or rest[0].kind not in g.NOUNS or rest[0].shape[-1] in "TZ":
        return False
    done = (g.BARE,) if word == "should" else (g.PARTICIPLE, g.FINITE)
    if rest[1].kind not in done or (rest[1].kind == g.FINITE and rest[1].shape != "v"):
        return False
    for comma, behind in pairwise(rest):
        if comma.kind == g.STOP:
            return False
        if comma.kind == g.COMMA:
            return behind.kind in g.NOUNS
    return False


def nor(cascade: Cascade, verb: Chunk) -> bool:
    """An auxiliary before its subject behind *nor*: `It did not pay, nor did anybody ask`, `nor has it paid`."""
    if not verb.first or cascade.tokens[verb.first - 1].lower != "nor":
        return False
    following = cascade.following()
    partner = cascade.enclosing(_denies) or cascade.enclosing(lambda clause: clause.verb is not None and clause.finite)
    if verb.shape not in ("m", "D", "H", "B") or following is None or following.kind not in g.NOUNS:
        return False
    if partner is None:
        clause = cascade.clause  # "Nor did Reed deny it"
        if clause.verb is not None or clause.subject is not None:
            return False
    else:
        clause = Clause(partner.opener, partner.parent, verb.first, partner.word)
    clause.question = True
    return cascade.start(clause, verb, "claims.question" if _nonfinite_after(cascade) else "claims.inverted-subject")


def _denies(clause: Clause) -> bool:
    """Tell whether *not* stands in the verb group of a finite clause."""
    chain = (*clause.governors, clause.verb)
    return clause.finite and any(chunk is not None and "o" in chunk.shape for chunk in chain)


def conditional(cascade: Cascade, verb: Chunk) -> bool:
    """*Had* before its subject behind a clause with *would* opens what did not happen: `would have won had he stayed`.

    The auxiliary is read as *if*, and the verb behind its subject as finite; so is *should* behind a clause that has
    all that it needs, `plans to sue should the firm not pay`.
    """
    clause, following = cascade.clause, cascade.following()
    if verb.shape == "m" and cascade.word(verb) == "should":
        return _should(cascade, verb)
    if verb.shape != "H" or cascade.word(verb) != "had" or clause.verb is None or clause.verb.shape[0] != "m":
        return False
    if following is None or following.kind not in g.NOUNS or cascade.conjunction is not None or clause.content:
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 5]
    done = next((chunk for chunk in behind if chunk.kind in g.VERBS), None)
    if (
        done is None
        or done.kind not in (g.PARTICIPLE, g.FINITE)
        or done.shape.strip("orwR") not in ("e", "v", "x", "xe")
    ):
        return False
    done.kind = g.FINITE
    if "x" not in done.shape:
        done.shape = done.shape.replace("e", "v")
    return _opened(cascade, clause, verb)


rule("claims.inverted-condition")(conditional)


def _opened(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Open a condition with an auxiliary that is read as *if*; return True."""
    verb.kind, verb.shape = g.SUBORDINATOR, "S"
    inner = cascade.push(kinds.SUB, verb.first, "if")
    inner.rule = "claims.inverted-condition"
    clause.content.append(("if", inner))
    cascade.np = None
    return True


_BEFORE_VERB: Final = g.NOUNS | {g.ADVERB, g.PREPOSITION}


def _should(cascade: Cascade, verb: Chunk) -> bool:
    """Read *should* before a subject and its bare verb as *if*; a question has a comma or *and* before it."""
    clause, behind = cascade.clause, cascade.chunks[cascade.at + 1 : cascade.at + 6]
    previous = cascade.previous
    asks = cascade.comma and any(token.text == "?" for token in cascade.tokens[verb.first :])
    if clause.verb is None or not clause.finite or asks or cascade.conjunction is not None or previous is None:
        return False
    previous = cascade.chunks[cascade.at - 2] if previous.kind == g.COMMA and cascade.at > 1 else previous
    if previous.kind not in (g.NOUN, g.FINITE, g.BARE, g.ADJECTIVE) or not behind or behind[0].kind not in g.NOUNS:
        return False
    done = next((chunk for chunk in behind if chunk.kind not in _BEFORE_VERB), None)
    if done is None or done.kind != g.BARE or cascade.tokens[verb.first - 1].end == cascade.tokens[verb.first].start:
        return False
    done.kind, done.shape = g.FINITE, done.shape.replace("b", "v").replace("u", "B")
    return _opened(cascade, clause, verb)


def _asked_about(cascade: Cascade, verb: Chunk, following: Chunk | None) -> bool:
    """Tell whether the noun phrase before an auxiliary is what a question asks for, and its subject follows."""
    clause = cascade.clause
    asks = clause.opener == kinds.WH and clause.word in ("how", "what", "which") and cascade.np is clause.subject
    if not asks or following is None or verb.shape not in ("D", "m", "H"):
        return False
    behind = cascade.chunks[cascade.at + 2 : cascade.at + 3]
    done = verb.shape != "H" or [chunk.kind for chunk in behind] == [g.PARTICIPLE]  # "has the firm paid"
    noun = following.kind == g.NOUN and done and _nonfinite_after(cascade)  # "did the police arrest"
    return following.kind == g.PRONOUN or noun


def _nonfinite_after(cascade: Cascade) -> bool:
    return any(chunk.kind in (g.BARE, g.ING, g.PARTICIPLE) for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 6])


def inverted(cascade: Cascade, verb: Chunk) -> bool:
    """A verb of saying before its subject, behind the words said: `"We won", said Smith`."""
    following = cascade.following()
    if following is None or following.kind not in g.NOUNS or following.kind == g.THERE:
        return False
    if verb.shape[0] == "H" and len(verb.shape) > 1 and verb_frame(cascade.lemma(verb)).object >= 40:
        return False  # "In the past week of talks officials have expressed gloom"
    counted = following.shape[0] in "$c" and verb_frame(cascade.lemma(verb)).object >= 10
    if (counted and not animate(cascade, Phrase(following))) or cascade.lemma(verb) == "tell":
        return False  # "Curry added 17 points", "told reporters"
    if cascade.word(following) in ("anything", "everything", "nothing", "something"):
        return False  # "In the report officers said nothing"
    before = cascade.clause
    if among(before, verb) and before.parent is not None:
        cascade.clause = before = before.parent  # "Among those killed was a boy"
    uttered = verb.shape == "v" and _spoken(cascade, verb)  # "“We lost,” fumed Reed"
    sure = CLAUSAL if _quote_ends(cascade, verb) or _named_at_last(cascade, verb, following) else 60
    if before.verb is not None and not uttered and verb_frame(cascade.lemma(verb)).that < sure:
        return False
    if before.verb is None and before.subject is None:
        clause = before
        then = verb.shape[0] == "r" or (cascade.at > 0 and cascade.chunks[cascade.at - 1].kind == g.ADVERB)
        then = then and cascade.lemma(verb) in ("come", "follow")
        frame = verb_frame(cascade.lemma(verb))
        if frame.that < CLAUSAL and not clause.arguments and not then and not uttered:
            return False
        least = 60 if verb.shape == "v" else 40
        acts = clause.arguments and frame.object >= least and frame.that < CLAUSAL and not passive(verb)
        says = clause.arguments and cascade.word(following) in NOMINATIVE | {"it"}
        if (acts or says) and verb.shape != "B" and not _quote_ends(cascade, verb):
            return False  # "In Lowton Reed beat Holt", "In a letter to Reed Holt said she": no place before a doer
    else:
        clause = Clause(kinds.MAIN, None, verb.first)
        clause.content.append(("reported", reported(before)))
    clause.question = True
    return cascade.start(clause, verb, "claims.inverted-subject")


rule("claims.inverted-subject")(inverted)


def among(inner: Clause, verb: Chunk) -> bool:
    """Tell whether a participle describes who is named in front of *be*: `Among those running the race was a boy`."""
    outer, described = inner.parent, inner.subject
    if inner.rule != "claims.participle-on-noun" or verb.shape != "B" or outer is None:
        return False
    if outer.verb is not None or outer.subject is not None or not outer.arguments:
        return False
    return not inner.objects or (described is not None and described.preposition == "among")


def _named_at_last(cascade: Cascade, verb: Chunk, following: Chunk) -> bool:
    """Tell whether a comma stands before the verb and a bare name behind it, at the end: `It is rare, reports Reed.`"""
    behind = cascade.chunks[cascade.at + 2 : cascade.at + 3]
    comma = cascade.previous is not None and cascade.previous.kind == g.COMMA and verb.shape == "v"
    named = not following.shape.removeprefix("d").strip("N") and "N" in following.shape
    return comma and named and bool(behind) and behind[0].kind in (g.STOP, g.PREPOSITION)


def _spoken(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a comma or the like and a closing quotation mark stand right before a past tense."""
    at, tokens = verb.first - 1, cascade.tokens
    if at < 2 or tokens[at].text not in QUOTES or tokens[at - 1].text not in (",", "!", "?", "."):
        return False
    closes = tokens[at - 1].end == tokens[at].start and tokens[at].end < tokens[verb.first].start
    described = [chunk.kind for chunk in cascade.chunks[cascade.at + 2 : cascade.at + 3]] == [g.FINITE]
    described = described or tokens[verb.head].lemma in words("words", "linking_verbs")  # no "“spin,” became a joke"
    return closes and tokens[verb.head].tag == "VBD" and not described  # "“We won,” retired officer Ann Reed said"


def _quote_ends(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a quotation mark stands right before the verb."""
    return any(token.text in QUOTES for token in cascade.tokens[max(0, verb.first - 2) : verb.first])


def split_verb(cascade: Cascade, verb: Chunk) -> bool:
    """The content verb of a question where its tag says that it is finite: `Has the council closed the library?`."""
    clause = cascade.clause
    if not clause.question or clause.verb is None or clause.verb.shape.rstrip("o") not in ("m", "D", "H", "B"):
        return False
    if clause.subject is None or clause.objects or cascade.np is not clause.subject:
        return False
    if verb.shape.lstrip("rw").removesuffix("R") not in ("v", "H"):
        return False
    clause.governors.append(clause.verb)
    clause.verb = verb
    clause.passive = clause.governors[0].shape[0] == "B"
    cascade.np = None
    return True

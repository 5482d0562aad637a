"""Which clause of saying a new clause goes on with, and whether one has said what it says."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.agreement import tense
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase, root
from newsclaims.syntax.vocabulary import answering, word_class
from newsclaims.table import words
from newsclaims.words.complements import kind
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Token

_PAUSES: Final = frozenset({",", "–", "—", "--"})


def told_on(cascade: Cascade, inner: Clause, verb: Chunk) -> Clause | None:
    """Return the clause of saying that a new clause goes on with, rather than with what is said there.

    `said the talks had failed, and she added`, `said it would reopen, but he gave no date`.
    """
    outer = inner.parent
    asks = inner.opener == kinds.SUB and inner.word in ("if", "like", "whether") and outer is not None and outer.finite
    if asks and cascade.np is not None and cascade.tokens[cascade.np.start - 2].text in _PAUSES:
        return outer  # "asked if she was ill, and she said no", "runs it like it is his, and she likes that"
    if inner.opener != kinds.THAT or inner.verb is None or outer is None or outer.verb is None or not outer.finite:
        return None
    says = [verb_frame(cascade.lemma(chunk)).that for chunk in (verb, outer.verb, inner.verb)]
    first = root(cascade.np) if cascade.np is not None else None
    if first is not None and cascade.lemma(first.chunk) in word_class("bearing-evidence"):
        return outer if cascade.lemma(outer.verb) in word_class("supposing") else None
    if says[1] >= 40 and _withholds(cascade, verb):
        return outer  # "said it would reopen, but he gave no date"
    if says[0] >= CLAUSAL and says[1] >= 40 > says[2]:
        return outer
    named = cascade.np is not None and not cascade.np.pronoun and animate(cascade, cascade.np) > 1
    judges = cascade.lemma(verb) in word_class("judging-aloud") and verb.shape[0] == "v" == outer.verb.shape[0]
    if named and judges and says[1] >= 40 and cascade.lemma(inner.verb) not in word_class("judging-aloud"):
        return outer  # "said the claim was false and Ben Holt called it a lie"
    if says[1] >= 40 and _answers(cascade, verb) and cascade.lemma(inner.verb) not in answering():
        return outer  # "said schools lacked money, but the union disputes the figure"
    later = inner.verb.shape[0] == "m" and verb.shape[0] not in "mB" and outer.verb.shape[0] not in "mB"
    return outer if later and says[1] >= 40 and tense(cascade, verb) == tense(cascade, outer.verb) else None


def _answers(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether somebody named or a body does not agree behind *but*: `but the union rejected the report`."""
    np = cascade.np
    if np is None or np.pronoun or np.preposition is not None or cascade.tokens[np.start - 1].lower != "but":
        return False
    return verb.shape == "v" and cascade.lemma(verb) in answering() and animate(cascade, np) > 0


def _withholds(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a source behind *but* does not tell more: `but he declined to say how`, `but it gave no details`."""
    np, following = cascade.np, cascade.following()
    if np is None or not np.pronoun or cascade.tokens[np.start - 1].lower != "but":
        return False
    lemma, behind = cascade.lemma(verb), cascade.tokens[following.first].lower if following is not None else ""
    if lemma in word_class("withholding"):
        return following is not None and following.kind == g.INFINITIVE
    return lemma in word_class("disclosing") and ("o" in verb.shape or behind == "no")


def asked_whether(cascade: Cascade, word: str) -> Clause | None:
    """Return the clause of asking that *if* goes on with, behind what only tells more of a noun in it.

    `was asked at a hearing held by the Senate | if she knew`, `asked a man who lives there whether he had seen it`.
    *And whether* stands beside the question before it: `asked how it works | and whether it is safe`.
    """
    if word == "whether" and cascade.conjunction is not None and cascade.word(cascade.conjunction) in ("and", "or"):
        before = cascade.enclosing(lambda c: c.verb is not None and (c.opener == kinds.WH or c.word == "whether"))
        above = before.parent if before is not None and not before.question else None
        return above if above is not None and above.verb is not None else None
    inner, outer = cascade.clause, cascade.clause.parent
    if word not in ("if", "whether") or inner.verb is None or outer is None or outer.verb is None or cascade.comma:
        return None
    describes = inner.rule == "claims.participle-on-noun" or (inner.opener == kinds.RELATIVE and inner.restrictive)
    if not describes or outer.verb.first > inner.first or outer.content or cascade.conjunction is not None:
        return None
    if kind(cascade.lemma(outer.verb), "verb:wh") != "questioning" or kind(cascade.lemma(inner.verb), "verb:whether"):
        return None
    return None if any(role in ("about", "for") for role, _ in outer.arguments) else outer


def told_of(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether *to* a thing says what was told: `he confessed to the crime`; but `she admitted to the court`."""
    to, what = cascade.following(), cascade.chunks[cascade.at + 2 : cascade.at + 3]
    if to is None or cascade.word(to) != "to" or not what or what[0].kind != g.NOUN:
        return False
    return cascade.lemma(verb) in ("admit", "confess", "object") and animate(cascade, Phrase(what[0])) == 0


def says_more(cascade: Cascade, told: bool) -> bool:
    """Tell whether something follows the verb of saying that may be what is said."""
    following = cascade.following()
    if following is None or following.shape[-1] in "TZ" or (told and following.kind != g.THAT):
        return False
    return following.kind in g.NOUNS | {g.THAT, g.WH, g.INFINITIVE}  # "Once we speak, they pretend to listen"


def says_at(cascade: Cascade, before: Clause, partner: Clause) -> Clause | None:
    """Return the clause of saying without what is said before a comma, maybe with a deed: `said after winning, he`."""
    if says_nothing(cascade, before):
        return before
    near = not before.finite and partner.verb is not None and before.first < partner.verb.last + 3
    return partner if near and says_nothing(cascade, partner) else None


def says_nothing(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether the clause has a verb of saying without what is said."""
    if clause.verb is None or clause.objects or clause.passive:
        return False
    if any(inner.opener != kinds.GERUND for _, inner in clause.content):
        return False  # but "explained after winning"
    if clause.question and clause.governors:
        return False  # "Had the mayor known, she would have acted"
    if clause.copular and clause.opener in (kinds.SUB, kinds.WH):
        return False  # "We know where we are, we know why"
    if clause.copular:
        return (
            not clause.arguments and cascade.chunks[cascade.chunks.index(clause.verb) + 1].kind == g.COMMA
        )  # "the fact is, nobody knows"
    return verb_frame(cascade.lemma(clause.verb)).that >= 40


def told_only_whom(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether *he* behind a comma is what somebody was told: `told the court in Lowton, Ohio, he lied`."""
    if cascade.word(phrase.chunk) not in NOMINATIVE or not awaits_that(cascade, clause) or not clause.objects:
        return False
    return animate(cascade, clause.objects[0]) > 0


def takes_that(cascade: Cascade, clause: Clause) -> bool:
    return clause.verb is not None and verb_frame(cascade.lemma(clause.verb)).that >= CLAUSAL


def awaits_that(cascade: Cascade, clause: Clause, least: int = 40) -> bool:
    """Tell whether a clause of saying has not said what: no clause, and no object but who is told."""
    if clause.verb is None or clause.content or clause.passive:
        return False
    lemma = cascade.lemma(clause.verb)
    told = lemma in words("words", "telling_verbs") and len(clause.objects) == 1
    return verb_frame(lemma).that >= least and (told or not clause.objects)


def begins_speech(cascade: Cascade, chunk: Chunk) -> None:
    """Open what is said where its own fronted clause or phrase stands behind the verb: `said if it rains, they lose`.

    A comma closes that one, and another one with a subject follows: `said, if elected, she would stay`.
    """
    clause, at = cascade.clause, cascade.at
    behind = cascade.previous if not cascade.comma else cascade.chunks[at - 2]
    if clause.verb is None or behind is not clause.verb or not awaits_that(cascade, clause):
        return
    if verb_frame(cascade.lemma(clause.verb)).that < 60 and cascade.word(chunk) in ("if", "whether"):
        return  # "asked if it was so, and he nodded"
    ahead = cascade.chunks[at : at + 32]
    comma = next((place for place, one in enumerate(ahead[:25]) if place and one.kind == g.COMMA), 0)
    rest, front = ahead[comma + 1 : comma + 8], [one.kind for one in ahead[:comma]]
    clausal = g.FINITE in front or g.PARTICIPLE in front[1:2]  # "if elected"
    alone = chunk.kind == g.PREPOSITION and g.FINITE not in front
    if comma and (alone or (chunk.kind != g.PREPOSITION and clausal)) and rest and rest[0].kind in g.NOUNS:
        verb = next((one.kind for one in rest if one.kind in (g.FINITE, g.COMMA, g.CONJUNCTION, g.RELATIVE)), g.STOP)
        if verb == g.FINITE:
            said = cascade.push(kinds.THAT, chunk.first)
            clause.content.append(("that", said))
            cascade.np = None


def told_to(cascade: Cascade) -> Clause | None:
    """Return the clause of telling behind whose infinitive *and that* goes on: `told us to go and that it is late`."""
    outer = cascade.clause.parent
    if cascade.clause.opener != kinds.NONFINITE or cascade.clause.content or outer is None or outer.verb is None:
        return None
    told = cascade.lemma(outer.verb) in words("words", "telling_verbs")
    return outer if told and any(inner is cascade.clause for _, inner in outer.content) else None


def if_and_how(tokens: list[Token], conjunction: int) -> bool:
    """Tell whether *if* or *whether* is joined to a question word, which opens the clause: `if and how it works`."""
    words_ = [token.lower for token in tokens[conjunction - 1 : conjunction + 2]]
    return len(words_) == 3 and words_[0] in ("if", "whether") and words_[2] in ("how", "where", "why")

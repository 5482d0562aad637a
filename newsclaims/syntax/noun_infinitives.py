"""The rule for infinitives that belong to a noun: who does what *a plan*, *the right*, *a bill* is about.

The table ``noun_control`` says of each noun who that is.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NONFINITE, Clause, Phrase, root
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import rows

_CHAIN: Final = 4
"""How many phrases back the noun is looked for: `efforts by the council of Lima to ...`."""


@cache
def _control() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("syntax", "noun_control")}


def takes_infinitive(noun: str) -> bool:
    """Tell whether a noun's lemma is in the table of nouns before infinitives."""
    return noun in _control()


def for_others(noun: str) -> bool:
    """Tell whether others than who has a thing are to act: `his call to quit`."""
    return _control().get(noun) == "other"


def is_for_an_end(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a noun names what itself does something for an end: a law, a device, a campaign."""
    return not phrase.pronoun and _control().get(cascade.lemma(phrase.chunk)) in ("itself", "either")


def governing_noun(cascade: Cascade) -> Phrase | None:
    """Return the phrase right before an infinitive, or one that it hangs on, whose noun takes infinitives."""
    phrase = nearest = cascade.np
    if phrase is None or nearest is None or cascade.previous is None or phrase.chunk is not cascade.previous:
        return None
    if phrase.preposition == "of" and phrase.chunk.shape[0] == "p" and cascade.word(phrase.chunk) == "choice":
        return None  # "used it as the weapon of their choice to hit them"
    if apart_from_noun(cascade, phrase):
        return None
    if phrase.preposition == "for" and cascade.word(phrase.chunk) in ("moment", "time", "while"):
        return None  # "stood apart for a time to lead the campaign"
    used = phrase.host if phrase.preposition == "of" else None
    if used is not None and cascade.word(used.chunk) == "use":
        return used  # "his use of the law to cut his costs"
    for _ in range(_CHAIN):
        others = phrase is not None and phrase.link == "and" and cascade.word(phrase.chunk) == "others"
        if phrase is None or (phrase.pronoun and not others):  # "efforts by Reed and others to sell it"
            return None
        timed = phrase.time or cascade.word(phrase.chunk) == "time"
        if timed and phrase.preposition is not None and phrase is not cascade.np:
            return None  # "used the law for the first time since the war to jail them"
        of = phrase is nearest or nearest.preposition == "of"
        if not of and _control().get(cascade.lemma(phrase.chunk)) == "named":
            return None  # "reopened the nominations during the ballot to let her in"
        if (
            _control().get(cascade.lemma(phrase.chunk), "gerund") != "gerund"
            and cascade.tokens[phrase.head].tag[:3] != "NNP"
        ):
            return phrase
        phrase = phrase.host if phrase.link == "prep" or others else None
    return None


def apart_from_noun(cascade: Cascade, phrase: Phrase | None) -> bool:
    """Tell whether an infinitive says what something was set up or spent for, not what the noun before it is for.

    `an agency set up under the act to inspect mines`, `spend resources to help towns`.
    """
    clause = cascade.clause.parent if cascade.clause.verb is None else cascade.clause
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None or phrase is None:
        return False
    if clause.passive:
        return phrase.preposition == "under" and cascade.lemma(verb) in word_class("founding")
    return cascade.lemma(verb) == "spend" and root(phrase) in clause.objects


def noun_infinitive(cascade: Cascade, inner: Clause, clause: Clause, noun: Phrase) -> bool:
    """An infinitive that belongs to a noun: `the firm's plan to sell`, `has the right to vote`, `a bill to ban it`.

    The noun's owner acts, or whoever has, makes, gets or is given it, or the thing itself.  Without any the clause
    is silent.
    """
    inner.antecedent = noun
    inner.rule = "claims.noun-infinitive"
    inner.silent = True
    verb = clause.verb
    how = _control()[cascade.lemma(noun.chunk)]
    nearest = cascade.np
    found: Phrase | Clause | None = None
    if how in ("itself", "either") and verb is not None and _uses(cascade, verb):
        found, inner.rule = clause, "claims.purpose-infinitive"  # "used a device to find it"
    elif nearest is not noun and nearest is not None:
        by = {"owner": ("by", "of", "for", "from"), "either": ("by",), "other": ("on", "for"), "named": ("of",)}.get(
            how, ()
        )
        acts = nearest.host is noun and _may_act(cascade, nearest) and cascade.word(noun.chunk) != "use"
        found = nearest if nearest.preposition in by and acts else None
    elif how != "other" and (has := possessor(cascade, noun)) is not None:
        found = noun if how == "itself" else has
    elif how != "itself":
        found = _holder(cascade, clause, noun, how)
        if noun.preposition is not None and found is not None:
            inner.rule = "claims.purpose-infinitive"  # "in a bid to win", "in order to win"
    if found is None and how in ("itself", "either"):
        found = noun
    if isinstance(found, Phrase):
        inner.subject = found
    inner.shares = found if isinstance(found, Clause) else None
    inner.silent = found is None
    return found is not None


rule("claims.noun-infinitive")(noun_infinitive)


def no_choice(cascade: Cascade, verb: Chunk) -> bool:
    """An infinitive behind *no choice but*: who has no other must do it, `had no choice but to sign`."""
    clause, np, conjunction = cascade.clause, cascade.np, cascade.conjunction
    if conjunction is None or np is None or clause.verb is None or cascade.word(conjunction) != "but":
        return False
    close = np.last == conjunction.first and conjunction.last == verb.first and np in clause.objects
    none = cascade.tokens[np.first].lower in ("few", "little", "no")
    if not close or not none or cascade.lemma(np.chunk) not in word_class("choices") or verb.kind != g.INFINITIVE:
        return False
    inner = cascade.push(NONFINITE, verb.first, "but")
    clause.content.append(("but", inner))
    inner.antecedent = np
    inner.silent = clause.there
    if len(clause.objects) > 1:
        inner.subject = clause.objects[0]  # "left her no choice but to go"
    else:
        inner.shares = clause
    return cascade.start(inner, verb, "claims.noun-infinitive")


def _uses(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a verb says that its subject does the infinitive with its object: `used a device to find it`.

    Who examines something does it to find out: `reviewed the treaty to determine its scope`.
    """
    if cascade.lemma(verb) in word_class("examining"):
        return cascade.lemma(cascade.chunks[cascade.at]) in word_class("finding-out")
    return cascade.lemma(verb) in word_class("using")


def _may_act(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a phrase behind the noun can name who acts: `the failure of the bank to pay`."""
    return (
        animate(cascade, phrase) > 0 or cascade.tokens[phrase.head].tag in ("NNP", "NNPS") or phrase.preposition == "by"
    )


def possessor(cascade: Cascade, noun: Phrase) -> Phrase | None:
    """Return who has the thing: `the firm's plan`, `her plan`."""
    chunk = noun.chunk
    if chunk.last - chunk.first != len(chunk.shape):
        return None
    if "s" in chunk.shape:
        end = chunk.first + chunk.shape.rindex("s")
        owner = Phrase(Chunk(g.NOUN, chunk.first, end, end - 1, chunk.shape[: end - chunk.first]))
        host = noun.host if noun.preposition == "of" and chunk.shape[0] == "N" else None
        middle = host is not None and cascade.lemma(host.chunk) in word_class("middles")  # "the heart of Holt's plan"
        if host is not None and not middle and (host.chunk.shape[-1] == "N" or animate(cascade, host) > 1):
            owner.first = host.first  # "the Church of Norvane's plan"
        return None if owner.time else owner
    before = cascade.tokens[chunk.head - 1]
    if chunk.head > chunk.first and (before.tag in ("NNP", "NNPS") or before.lemma in word_class("bodies")):
        return Phrase(Chunk(g.NOUN, chunk.first, chunk.head, chunk.head - 1, chunk.shape[:-1]))  # "government efforts"
    if chunk.shape[0] == "p":
        return Phrase(Chunk(g.PRONOUN, chunk.first, chunk.first + 1, chunk.first, "p"))
    return None


def owned(cascade: Cascade, noun: Phrase) -> bool:
    """Tell whether it is said who has what a noun right before names: `blamed Reed for his decision to sell it`."""
    return noun is cascade.np and possessor(cascade, noun) is not None


def _holder(cascade: Cascade, clause: Clause, noun: Phrase, how: str) -> Phrase | Clause | None:
    """Return who has, makes, gets or is given the thing that the noun names: an object of the clause."""
    verb = clause.verb
    if verb is None or clause.there:
        return None
    lemma = cascade.lemma(verb)
    if root(noun) in clause.objects:
        if cascade.lemma(noun.chunk) in word_class("made-to") and lemma in word_class("getting"):
            return None  # "received an offer to sell it": who offers it does
        if how == "other":
            return (
                clause if (lemma in word_class("receiving") and not clause.passive) or _given(clause, lemma) else None
            )
        if clause.passive:
            return clause if _given(clause, lemma) else None
        if lemma in word_class("giving"):
            return clause.objects[0] if len(clause.objects) > 1 else None
        if clause.copular:
            return clause if cascade.lemma(noun.chunk) in word_class("endeavours") else None
        return clause if lemma in word_class("holding") else None
    kind = cascade.lemma(noun.chunk)
    bound = noun.preposition == "under" and kind in ("order", "pressure", "obligation")
    if bound and clause.copular and noun.link == "prep":
        return clause  # "is under pressure to resign"
    if noun.preposition == "as" and kind in word_class("endeavours"):
        seen = clause.objects[0] if clause.objects and lemma not in ("extend", "serve", "use") else None
        return clause if clause.passive or kind == "means" else seen  # "saw the trip as an attempt to forge ties"
    if clause.passive:
        return None
    return (
        clause
        if kind in word_class("endeavours") and noun.preposition in ("as part of", "in")
        else (clause if noun.preposition == "with" and kind in word_class("aims") else None)
    )


def _given(clause: Clause, lemma: str) -> bool:
    return clause.passive and lemma in word_class("giving")

"""What a claim with a subject of its own is called, after what stands behind its verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause
from newsclaims.table import words
from newsclaims.words.lemmas import lemma
from newsclaims.words.sentence import Token

Frame = Callable[[Clause, str, bool, set[str]], bool]


def existential(clause: Clause, lemma: str, has_object: bool, roles: set[str]) -> bool:
    """What there is: the noun phrase behind the verb is the subject, `There were three explosions`."""
    return clause.there


rule("claims.existential")(existential)


def passive(clause: Clause, lemma: str, has_object: bool, roles: set[str]) -> bool:
    """A passive: its grammatical subject is the object, whoever stands behind *by* the subject.

    Times, amounts and means behind *by* are no agents (`by Friday`, `by 3 percent`, `by mail`); without an agent the
    subject is null.
    """
    return clause.passive


rule("claims.passive")(passive)


def copula(clause: Clause, lemma: str, has_object: bool, roles: set[str]) -> bool:
    """A form of *be* or another linking verb: what the subject is said to be is the object, `The theme was water`."""
    says = clause.adjective is not None or lemma not in ("feel", "prove", "sound")  # "sounded a call"
    return clause.copular or (lemma in words("words", "linking_verbs") and has_object and says)


rule("claims.copula")(copula)


def that_clause(clause: Clause, lemma: str, has_object: bool, roles: set[str]) -> bool:
    """A verb with a clause that says what: an argument with the role `that`, also where the word is missing."""
    return "that" in roles


rule("claims.that-clause")(that_clause)


def transitive(clause: Clause, lemma: str, has_object: bool, roles: set[str]) -> bool:
    """A verb with its object right behind it: `Mexico rejected the declaration`."""
    return has_object


rule("claims.transitive")(transitive)


def preposition(clause: Clause, lemma: str, has_object: bool, roles: set[str]) -> bool:
    """A verb without object but with preposition phrases, times or clauses: `Pilgrims arrive in Mecca`."""
    return bool(roles)


rule("claims.preposition")(preposition)


def intransitive(clause: Clause, lemma: str, has_object: bool, roles: set[str]) -> bool:
    """A verb with a subject and nothing else: `The boat sank`."""
    return not has_object and not roles


rule("claims.intransitive")(intransitive)


FRAMES: Final[tuple[tuple[str, Frame], ...]] = (
    ("claims.existential", existential),
    ("claims.passive", passive),
    ("claims.copula", copula),
    ("claims.that-clause", that_clause),
    ("claims.transitive", transitive),
    ("claims.preposition", preposition),
    ("claims.intransitive", intransitive),
)
"""Asked in this order."""


def frame(clause: Clause, lemma: str, has_object: bool, roles: set[str]) -> str:
    """Return the id of the first frame that fits."""
    return next(id for id, test in FRAMES if test(clause, lemma, has_object, roles))


def verb_lemma(verb: Chunk, tokens: list[Token]) -> str:
    """Return the lemma of a verb chunk, with the prefix that a hyphen parts from it: `was re-elected`, not elected."""
    head = tokens[verb.head]
    tag = {("v", "JJ"): "VBD", ("g", "NN"): "VBG", ("e", "JJ"): "VBN"}.get((verb.shape[-1], head.tag))
    before = tokens[max(verb.first, verb.head - 2) : verb.head]
    if len(before) == 2 and before[1].tag == "HYPH" and before[0].text.isalpha() and before[0].tag != "CC":
        return lemma(f"{before[0].lower}-{head.lower}", tag or head.tag)
    return lemma(head.lower, tag) if tag else head.lemma

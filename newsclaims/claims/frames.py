"""What a claim with a subject of its own is called, after what stands behind its verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsclaims.rule import rule
from newsclaims.syntax.clause import Clause
from newsclaims.table import words

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

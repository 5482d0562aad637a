"""Who can be named as a claim's subject or object, and what a claim says without one."""

from __future__ import annotations

from typing import Final

from newsclaims.claims.vocabulary import word_class
from newsclaims.model import Reference
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.chunks import INFINITIVE, ING, PRONOUN, THERE, Chunk
from newsclaims.syntax.clause import QUOTES, Clause, Phrase
from newsclaims.syntax.lending import takes_phrase
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Token

_OBJECT: Final = 15
_FAR: Final = 25
_FAR_OFF: Final = 60
"""Per cent of a verb's uses with an object from which a relative clause without one has a gap for it; the same where
what somebody says stands between, and where a phrase with a preposition follows besides."""


def names(clause: Clause, surface: Phrase, tokens: list[Token]) -> bool:
    """Tell whether a subject is somebody: not *there*, nor *who* or *what* of a question inside, `asked who did`."""
    if surface.chunk.kind == THERE:
        return False
    governor = clause.parent if clause.opener == kinds.WH and clause.gap == "subject" else None
    asked = governor is not None and governor.verb is not None and not clause.question
    if not clause.first or tokens[clause.first - 1].text in QUOTES or tokens[clause.first - 1].text in ":,":
        return True  # “Who paid for it?” he said
    return not asked or surface.head != surface.first or tokens[surface.head].lower not in ("what", "who")


def _of_nothing(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether *what* is all that a clause is about, and nobody asks: `told what was lost`, `What came is`.

    Not `told what caused the fire`: something did.
    """
    surface, owner = clause.surface(), clause.owner()
    if owner is clause and not clause.passive and not clause.copular and clause.objects:
        return False
    if surface is None or surface.last - surface.first != 1 or owner.opener != kinds.WH or owner.question:
        return False
    return tokens[surface.head].lower == "what" and all(token.text != "?" for token in tokens[-2:])


def says_enough(clause: Clause, object_: Reference | None) -> bool:
    """Tell whether a claim says something without its subject: what is done, but not what somebody is."""
    if object_ is None or clause.verb is None:
        return False
    done = clause.finite or clause.passive or clause.verb.kind == INFINITIVE
    return done and (clause.passive or clause.there or not clause.copular)


def lent(clause: Clause) -> list[Phrase]:
    """Return the object that a list of coordinated verbs shares: `recognize, lift and carry the balls`."""
    lender: Clause | None = clause.lends
    for _ in range(8):
        if lender is None or lender.objects:
            break
        lender = lender.lends
    return lender.objects[:1] if lender is not None else []


def lent_phrase(clause: Clause, tokens: list[Token]) -> list[tuple[str, Phrase]]:
    """Return the phrase that the second of two verbs lends the first, which takes it: `wrote and spoke about it`."""
    lender, verb = clause.lends, clause.verb
    if verb is None or clause.passive or clause.objects or clause.arguments or clause.adverbs or clause.content:
        return []
    if lender is None or lender.verb is None or lender.silent or lender.passive or lender.objects:
        return []
    if not lender.arguments:
        return []
    role, phrase = lender.arguments[0]
    alike = lender.verb.kind != ING or verb.kind == ING
    close = alike and phrase.start == lender.verb.last and not phrase.time and not clause.gap
    return [(role, phrase)] if close and takes_phrase(tokens[verb.head].lemma, role) else []


def whose(clause: Clause, verb: Chunk, tokens: list[Token]) -> Phrase | None:
    """Return the surface subject, or who gives the answer that it names: `When asked of it, his answer was short`."""
    surface = clause.surface()
    if surface is None or clause.rule != "claims.adverbial-participle" or verb.last > surface.first:
        return surface
    owned = tokens[surface.first].tag == "PRP$" and tokens[surface.head].lemma in word_class("replies")
    if not owned or tokens[verb.head].lemma not in word_class("questioning"):
        return surface
    return Phrase(Chunk(PRONOUN, surface.first, surface.first + 1, surface.first, "p"))


def with_gap(clause: Clause, antecedent: Phrase, objects: list[Phrase], verb: str) -> list[Phrase]:
    """Return the objects of a relative clause with its antecedent, where the verb has none: `the bill they passed`.

    Of a verb of naming the one behind it says what the antecedent is called: `the pill he called a wonder`.
    """
    if not objects:
        least = _OBJECT if clause.opener in (kinds.RELATIVE, kinds.WH) else _FAR
        return [antecedent] if verb_frame(verb).object >= least else objects
    named = clause.opener == kinds.RELATIVE and len(objects) == 1 and verb in word_class("giving-names")
    return [antecedent, *objects] if named and not objects[0].pronoun and not objects[0].time else objects


def distant(clause: Clause, tokens: list[Token]) -> Phrase | None:
    """Return what a relative clause is about whose verb says something: `the people he says he wants to help`."""
    host, verb = clause.parent, clause.verb
    if (
        host is None
        or verb is None
        or clause.opener != kinds.THAT
        or clause.subject is None
        or clause.lends is not None
    ):
        return None
    if host.opener != kinds.RELATIVE or host.gap not in ("open", "zero") or host.objects or host.adjective is not None:
        return None
    thing, through = host.antecedent, clause.rule == "claims.subject-relative"
    bare = not clause.copular and clause.adjective is None and not clause.content
    bare = bare and (not clause.arguments or verb_frame(tokens[verb.head].lemma).object >= _FAR_OFF)
    if thing is None or thing.time or through or not bare or all(inner is not clause for _, inner in host.content):
        return None
    stranded = [token.tag for token in tokens[verb.last : verb.last + 2]]
    governs = bool(clause.arguments) and clause.arguments[0][1].first > verb.last and stranded[1:] != ["IN"]
    if not governs and stranded[:1] in (["IN"], ["RP"], ["TO"]):
        return None  # "the job they say they have to fight for"
    noun = tokens[thing.head]
    return thing if noun.tag in ("NN", "NNS") and noun.lemma not in word_class("occasions") else None


def makes_into(verb: Chunk, second: Phrase, tokens: list[Token]) -> bool:
    """Tell whether a second object is what somebody is made: `made him such a target`."""
    return tokens[verb.head].lemma == "make" and second.chunk.shape.lstrip("wk")[:1] in ("d", "p")


def names_topic(clause: Clause, tokens: list[Token]) -> bool:
    """Tell whether a clause names a topic only, `when it comes to prices`, or says what is left out, `Neither do I`.

    So do `as far as prices are concerned`, `as far as prices go`, `the way they did in May`, `as Reed put it`.
    """
    subject, verb = clause.subject, clause.verb
    if _of_nothing(clause, tokens):
        return True
    all_ = clause.antecedent if clause.opener == kinds.RELATIVE and clause.gap in ("open", "zero") else None
    if all_ is not None and all_.pronoun and tokens[all_.head].lower == "all":
        return True  # "That is all she has": of nothing else
    if clause.word in ("as far as", "so far as") and verb is not None:
        return tokens[verb.head].lemma in ("concern", "go") and not clause.objects
    if verb is not None and verb.shape in ("D", "v") and clause.antecedent is not None and not clause.objects:
        way = tokens[clause.antecedent.head].lower == "way" and tokens[verb.head].lemma == "do"
        if way and clause.opener == kinds.RELATIVE:
            return True
    if clause.word == "as" and verb is not None and tokens[verb.head].lemma == "put" and clause.objects:
        return tokens[clause.objects[0].head].lower == "it"
    if subject is not None and verb is not None and tokens[subject.head].lower == "neither":
        return verb.shape in ("B", "D", "H", "m") and not clause.arguments and clause.adjective is None
    if clause.word != "when" or subject is None or verb is None or tokens[verb.head].lemma != "come":
        return False
    to = any(role == "to" for role, _ in (*clause.arguments, *clause.content))
    return to and tokens[subject.head].lower == "it"

"""Times behind a verb: whether they say when it was done, or are what somebody spends, sets or has."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.clause import Clause, Phrase
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.complements import kind
from newsclaims.words.frames import verb_frame
from newsclaims.words.sentence import Token


def fixes(cascade: Cascade, adverb: Phrase) -> bool:
    """Tell whether an adverb says where in the time behind it: `early this month`, `later on Monday`."""
    return cascade.tokens[adverb.first].lower in word_class("within")


_UNITS: Final = ("year", "month", "week", "day", "hour", "minute", "second")


def two_units(tokens: list[Token], host: Phrase, phrase: Phrase) -> bool:
    """Tell whether a counted time goes on with a smaller unit: `two years and six months`, `an hour and a minute`."""
    owned = phrase.chunk.shape[:3] == "cZs"  # "three years and nine months' jail"
    first, second = tokens[host.head].lemma, tokens[phrase.first + 1 if owned else phrase.head].lemma
    counted = phrase.chunk.shape[0] == "c" and host.chunk.shape[0] in "cd" and phrase.before == 0
    if not counted or first not in _UNITS or second not in _UNITS or phrase.preposition is not None:
        return False
    return _UNITS.index(first) < _UNITS.index(second) and host.last + 1 == phrase.first


def says_when(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a time behind a verb says when: no amount of it, and not all that a verb has (`was Monday`)."""
    assert clause.verb is not None
    if phrase.chunk.shape[-1] != "T" and _counted(cascade, clause):
        return False
    if _splits_perfect(cascade, clause, phrase):
        return True
    ushers = clause.verb.shape[-1] == "R" and phrase.first == clause.verb.last and phrase.chunk.shape[0] in "dp"
    if ushers and cascade.lemma(clause.verb) in word_class("ushering"):
        return False  # "is kicking off the new year with a party"
    beside = len(clause.objects) == 1 and cascade.previous is clause.objects[0].chunk and not clause.passive
    given = phrase.chunk.shape[0] == "p" or (phrase.chunk.shape[0] == "c" and cascade.lemma(phrase.chunk) != "time")
    counts = cascade.tokens[min(phrase.last, len(cascade.tokens) - 1)].lower in ("after", "ago", "before", "later")
    if beside and given and not counts and verb_frame(cascade.lemma(clause.verb)).two_objects >= 10:
        return False  # "gave the firm its day in court", "gave us three months"
    if clause.objects or clause.adjective is not None:
        return True  # "had been due last week"
    if clause.gap == "zero" and phrase.chunk.shape[0] in "dQkT" and cascade.previous is clause.verb:
        return True  # "the best phone you can get this year": its object stands before
    return not clause.copular and (clause.verb.shape[-1] == "R" or not _lasting(cascade, clause, phrase))


def _splits_perfect(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a time stands between *has* and its participle: `has today upheld`, `had this week told`."""
    verb, behind = clause.verb, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if verb is None or cascade.previous is not verb or verb.shape.strip("orw") != "H" or not behind:
        return False
    if cascade.tokens[behind[0].first].lower in ("ago", "before", "earlier", "later"):  # "had two years ago sent it"
        behind = behind if behind[0].kind == g.FINITE else cascade.chunks[cascade.at + 2 : cascade.at + 3]
    elif phrase.chunk.shape[0] not in "Tk":
        return False
    if cascade.preposition is not None or not behind:
        return False
    went_on = behind[0].kind == g.FINITE and past_or_participle(cascade.word(behind[0]))
    return went_on or behind[0].kind == g.PARTICIPLE


def _lasting(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a time is what somebody spends, gets or faces: `spent years`, `could face decades in jail`."""
    assert clause.verb is not None
    lemma, following = cascade.lemma(clause.verb), cascade.following()
    if lemma in word_class("lasting"):
        return True
    if lemma in word_class("times-as-objects") and cascade.previous is clause.verb and phrase.chunk.shape[0] in "cdp":
        return True  # "finished the day in fourth place", "spanned six decades"
    more = cascade.tokens[phrase.first + 1 : phrase.head]
    if more and more[0].lower in ("additional", "extra") and (lemma == "add" or verb_frame(lemma).object >= 40):
        return True  # "added an extra week"
    owned = phrase.chunk.shape[0] == "p" and phrase.chunk.shape[1:2] != "k"  # but "saw her last May"
    if owned and cascade.previous is clause.verb and verb_frame(lemma).object >= 25:
        return not clause.passive  # "burned her holidays"
    if lemma in word_class("dating") and cascade.previous is clause.verb:  # "fixed May 5 for the hearing"
        return following is None or following.kind not in (g.NOUN, g.THAT)
    if cascade.previous is clause.verb and not clause.passive and _given(cascade, phrase):
        return lemma == "add" or verb_frame(lemma).object >= 50
    if cascade.previous is clause.verb and not clause.passive and phrase.chunk.shape[:2] in ("pc", "pj"):
        return verb_frame(lemma).object >= 50  # "reported its best year"
    compound = phrase.chunk.shape[0] == "n" and not clause.passive and cascade.previous is clause.verb
    if compound and verb_frame(cascade.lemma(clause.verb)).object >= 60:
        return True  # "to dominate transfer deadline day"
    behind = cascade.chunks[cascade.at + 1] if cascade.at + 1 < len(cascade.chunks) else None
    amount = phrase.chunk.shape[-1] == "Z" and phrase.chunk.shape.lstrip("wr")[0] in "Zcd" and not clause.passive
    if not amount or (behind is not None and behind.kind not in (g.PREPOSITION, g.STOP)):
        return False
    return verb_frame(cascade.lemma(clause.verb)).object >= 75


def _given(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether an adjective says that a time is had, not passed: `added the extra week`."""
    described = (token.lower in word_class("granted-times") for token in cascade.tokens[phrase.first : phrase.head])
    return "j" in phrase.chunk.shape and any(described)


def _counted(cascade: Cascade, clause: Clause) -> bool:
    """Tell whether an of-phrase follows, so that a time is an amount of something: `16 years of rule`."""
    at = cascade.at + 1
    if at >= len(cascade.chunks) or cascade.chunks[at].shape != "f":
        return False
    assert clause.verb is not None  # "accused Wednesday of theft"
    return not (cascade.chunks[cascade.at].shape == "T" and cascade.lemma(clause.verb) in words("claims", "of_verbs"))


def thought_of(cascade: Cascade, host: Clause, subject: Phrase) -> list[tuple[str, Phrase]]:
    """Take the time from between a verb of thinking and the subject of what is thought, `I think today | we won`.

    It says when that was, as none does behind a past of saying: `He said Monday | the firm would close`; but
    `He says last week | he was ill`.
    """
    assert host.verb is not None
    says = host.verb.shape == "v" and cascade.tokens[host.verb.head].tag in ("VBP", "VBZ")
    if kind(cascade.lemma(host.verb), "verb:that") != "thinking" and not (says and cascade.lemma(host.verb) == "say"):
        return []
    when = [one for one in host.arguments if one[1].time and one[1].start == host.verb.last]
    when = when if when and when[-1][1].last == subject.first else []
    host.arguments = [one for one in host.arguments if one not in when]
    return when

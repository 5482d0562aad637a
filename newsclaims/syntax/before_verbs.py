"""A bare noun chunk in a clause that waits for its verb: its subject, more of it, or when it happens."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import continued
from newsclaims.syntax.cascade import CLAUSAL, Cascade
from newsclaims.syntax.clause import Clause, Phrase, extend
from newsclaims.syntax.fronting import fronted_list
from newsclaims.syntax.objects import verb_follows
from newsclaims.syntax.resegmentation import floats
from newsclaims.syntax.splitting import second_finite
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame


def before_verb(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """A bare noun chunk in a clause without verb: its subject, or more of it, or when it happens."""
    subject = clause.subject
    if phrase.chunk.kind == g.THERE:
        clause.there = True
    host = cascade.np
    if subject is None and clause.opener == kinds.RELATIVE and clause.gap == "open" and floats(cascade, phrase):
        if phrase.time:
            clause.arguments.append(("time", phrase))
        return False  # "two men who each took a car", "a plan that last week failed"
    if subject is None:
        if cascade.conjunction is not None and host is not None:
            extend(host, phrase)
        elif is_time(cascade, phrase) or continued.this_time(cascade, phrase):
            clause.arguments.append(("time", phrase))
            return False
        elif host is not None and continued.within_front(cascade, host, phrase):
            inner = cascade.push(kinds.RELATIVE, phrase.first)  # "Following a trend many towns see, Lowton will grow"
            inner.antecedent, inner.gap, inner.subject = host, "prep" if host.time else "zero", phrase
        else:
            clause.subject = phrase
            if host is not None and cascade.comma:
                phrase.host, phrase.link = host, "comma"
    elif cascade.comma and (phrase.chunk.kind == g.THERE or (subject.time and "N" in phrase.chunk.shape)):
        if subject.time:
            clause.arguments.append(("time", subject))  # "In talks this week in Lima, Ann Reed, the mayor, said"
        clause.subject = phrase
    elif cascade.conjunction is not None and continued.dimension(cascade, phrase):
        return False  # "The tunnel, 12 km long and 60 m deep, will open"
    elif cascade.conjunction is not None:
        extend(_apposition(cascade, subject, host) or subject, phrase)
    elif cascade.comma and continued.said_when(cascade, phrase):
        clause.arguments.append(("time", phrase))
        return False  # "The court in Lowton, the capital, yesterday upheld it"
    elif cascade.comma and fronted_list(cascade, subject):
        clause.subject = phrase  # "In Lowton, Marle and Harford, the number fell"
    elif cascade.comma:
        phrase.host, phrase.link = subject, "comma"
    elif phrase.time or is_time(cascade, phrase):
        clause.arguments.append(("time", phrase))
        return False
    elif subject.time or subject.chunk.kind == g.THERE:
        clause.subject = phrase
    elif clause.opener == kinds.WH and _asked_for(cascade, clause, subject) and verb_follows(cascade):
        clause.antecedent, clause.gap, clause.subject = subject, "open", phrase  # "asked which side he was on"
        subject.first = min(subject.first, clause.first)
    elif verb_follows(cascade):
        # two noun chunks side by side: "the man he saw"
        inner = cascade.push(kinds.RELATIVE, phrase.first)
        inner.antecedent, inner.gap, inner.subject = host or subject, "zero", phrase
    return True


def _apposition(cascade: Cascade, subject: Phrase, host: Phrase | None) -> Phrase | None:
    """Return the phrase beside the subject that a conjunct behind *of* belongs to: `Holt, head of sales and IT, left`.

    A comma must follow, which closes the apposition.
    """
    behind = (chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 8])
    closing = next((kind for kind in behind if kind not in (g.PREPOSITION, g.NOUN)), None)
    if host is None or host.preposition != "of" or closing != g.COMMA:
        return None
    phrase: Phrase | None = host
    for _ in range(4):
        if phrase is None or phrase.link == "comma":
            break
        phrase = phrase.host if phrase.link == "prep" else None
    beside = phrase is not None and phrase.host is subject and phrase.link == "comma"
    return phrase if beside and phrase is not None and cascade.tokens[phrase.head].tag in ("NN", "NNS") else None


def _asked_for(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a question asks for what the phrase names: `which side`, `what kind of car`, `how much money`."""
    many = clause.word == "how" and cascade.tokens[phrase.first].lower in ("few", "little", "many", "much")
    return many or clause.word in ("what", "which")


def is_time(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a bare noun chunk before the verb says when: `last week the minister`, `two years ago`."""
    at = cascade.at + 1
    if at < len(cascade.chunks) and cascade.chunks[at].shape[0] == "i" and cascade.chunks[at].kind == g.ADVERB:
        return True  # but "Party leaders long ago chose Reed"
    following = cascade.following()
    if not phrase.time or following is None or _is_told_of(cascade, phrase):
        return False
    return following.kind in (g.NOUN, g.PRONOUN, g.COMMA, g.THERE) or following.shape == "A"


def _is_told_of(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether *the day* or the like has a clause, then its own verb: `The day the bank closed was a Monday`."""
    first, behind = cascade.tokens[phrase.first].lower, cascade.chunks[cascade.at + 1 : cascade.at + 3]
    if first != "the" or phrase.last - phrase.first != 2 or cascade.word(phrase.chunk) not in word_class("moments"):
        return False
    told = [chunk.kind for chunk in behind] in ([g.NOUN, g.FINITE], [g.PRONOUN, g.FINITE])
    if not told or verb_frame(cascade.lemma(behind[1])).that >= CLAUSAL or not second_finite(cascade):
        return False
    phrase.chunk.shape = phrase.chunk.shape[:-1] + "n"  # a subject, no time
    return True

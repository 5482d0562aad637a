"""Noun chunks behind a preposition: arguments of the verb, parts of the phrase before, or subjects of a clause."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import Clause, Phrase, extend, lengthen, root
from newsclaims.syntax.compared import compares
from newsclaims.syntax.of_phrases import charge, of_what, one_name_or_amount
from newsclaims.syntax.preposition_hosts import behind_inner, denied, far_off, leads_off, resumed
from newsclaims.syntax.times_behind import fixes
from newsclaims.syntax.twins import repeats
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.preferences import TAKEN, noun_takes, verb_takes

_SELDOM: Final = 5
"""Per cent of its uses from which a noun may take a preposition where no verb of its own stands nearer."""
_APART: Final = frozenset({"after", "before", "despite", "during", "since", "until", "with"})
_ONCE: Final = frozenset({"about", "against", "as", "for", "from", "into", "over", "with"})
"""Prepositions that a verb takes once, so that a second phrase with the same one belongs to the first."""
_NAMING: Final = frozenset({"including", "such as"})


def prepositional(cascade: Cascade, chunk: Chunk) -> None:
    """A noun chunk behind a preposition: an argument of the verb, or part of the noun phrase before it."""
    assert cascade.preposition is not None
    role, opener = cascade.preposition
    clause = resumed(cascade, opener)
    phrase = Phrase(chunk, role, opener.first)
    host = cascade.np
    before = cascade.chunks[cascade.at - 2] if cascade.at > 1 else None
    adjacent = host is not None and before is not None and host.last <= opener.first
    if before is not None and before.shape == "o" and denied(cascade, clause, before):
        cascade.np = phrase  # "offers it to citizens, not to visitors": nothing is said of them
        return
    if clause.verb is None and host is not None and host.time and host.host and adjacent and not phrase.time:
        host = host.host  # "At a hearing in May for Ann Reed, who"
    superlative = before is not None and before.kind == g.ADJECTIVE and before.shape[0] == "d"  # "the worst in years"
    if before is not None and compares(cascade, clause, phrase, superlative):
        return
    superlative = superlative and host is not None and (host.host is None or host.host.preposition is None)
    beside = before is not None and (before.kind in g.NOUNS or before.shape == ")" or superlative)
    if before is not None and host is not None and role == "of" and before.kind == g.ADJECTIVE:
        beside = beside or (host.last == before.last and host.chunk.last == before.first)  # "shares held of it"
    adjacent = adjacent and beside
    if host is not None and before is not None and clause.verb is not None and _absorbed(cascade, host, before, role):
        extend(host, phrase)  # "sources familiar with the matter"
        phrase.link = "prep"
        cascade.np = phrase
        return
    if host is not None and clause.verb is not None and _gapped(host, adjacent):
        cascade.np = phrase  # "Ten are from Lowton, six from Norvane and one from Reedham"
        phrase.host, phrase.link = host, "prep"
        return
    phrase.host = host
    phrase.link = "prep"
    subject = clause.subject
    when = phrase.time and role in word_class("when")
    apposition = host is not None and clause.verb is not None and _apposed(cascade, host, clause.question, role)
    aged = role == "aged" and not (host is not None and host.preposition in word_class("where"))
    older = role in ("over", "under") and phrase.chunk.shape == "c" and adjacent
    aged = aged or (older and host is not None and animate(cascade, host) > 1)  # "gave it to people over 70"
    judged = clause.adjective is not None and host is not None and host.chunk.shape == "T"  # "guilty Friday of theft"
    of = role == "of" and not judged
    own = aged or (of and not of_what(cascade, clause, host) and not charge(cascade, clause, host))
    joined = own or clause.verb is None or apposition
    joined = joined or (adjacent and host is not None and one_name_or_amount(cascade, host, role))
    joined = joined or (role == "than" and host is not None and cascade.word(host.chunk) in word_class("indefinite"))
    other = host is not None and host.link == "and" and not host.before and host.preposition is None
    time = host is not None and (host.time or cascade.word(host.chunk) == "time")
    joined = joined or (other and not time and clause.copular)  # "It was late, but a tribute to his work"
    if role == "of" and clause.verb is None and before is not None and before.kind == g.COMMA and subject is not None:
        cascade.np = phrase  # "Reed, 43, of Lowton, was jailed"
        return
    if role == "per" and host is not None and host.last == opener.first and {"$", "c"} & set(host.chunk.shape):
        lengthen(host, phrase.last)  # "$2.53 per share"
        return
    if role == "per" and host is not None and adjacent and chunk.shape == "n":
        extend(host, phrase)  # "earnings per share of 51 cents"
        cascade.np = phrase
        return
    if host is not None and role == "as well as" and clause.verb is None and _last_item(cascade, subject, host):
        assert subject is not None
        lengthen(subject, phrase.last)
    elif cascade.conjunction is not None and host is not None and joined and not when:
        extend(root(host), phrase)  # "people in Virginia and around the country", "the power of gesture and of time"
    elif (
        host is not None
        and adjacent
        and (not when or _ranks(cascade, host))
        and (joined or _belongs_to(cascade, clause, host, role))
    ):
        extend(host, phrase)
        if clause.verb is None and subject is not None and subject is not host and subject.last == phrase.start:
            subject.last = phrase.last
    else:
        if host is not None and (host in clause.objects or host.link == "next") and far_off(cascade, host, role):
            clause.objects = [one for one in clause.objects if one is not host]
            clause.adverbs.append(host)  # "sank 40 km south of Lowton"
        if (
            role == "by"
            and (clause.opener == kinds.GERUND or _urged(cascade, clause, phrase))
            and not clause.passive
            and clause.parent is not None
            and clause.parent.passive
            and "c" not in chunk.shape  # "fined for damaging a reef of 30 by 3 metres"
        ):
            clause = clause.parent  # "banned from worshipping at the site by the ministry"
        timed = when and clause.verb is not None and clause.adverbs and clause.adverbs[-1].last == opener.first
        if timed and fixes(cascade, clause.adverbs[-1]):
            role, phrase.first = "time", clause.adverbs.pop().first  # "earlier in the week"
        clause.arguments.append((role, phrase))
    cascade.np = phrase


def _gapped(host: Phrase, adjacent: bool) -> bool:
    """Tell whether a bare number behind a comma or *and* is the subject of a clause whose verb is left out."""
    place = host.host if host.link in ("and", "comma") and host.chunk.shape == "c" else None
    return adjacent and place is not None and place.preposition is not None and place.chunk.shape == "N"


def _absorbed(cascade: Cascade, host: Phrase, before: Chunk, role: str) -> bool:
    """Tell whether an adjective with its preposition goes on with the phrase: `sources familiar with the matter`."""
    close = before.kind == g.ADJECTIVE and host.last == before.last and host.chunk.last == before.first
    return close and f"{cascade.word(before)} {role}" in word_class("takes-preposition")


def _apposed(cascade: Cascade, host: Phrase, inverted: bool, role: str) -> bool:
    """Tell whether a phrase stands in an apposition: `says Ann Reed, head of programmes | for Norvane`.

    Other prepositions than *of* go on only behind an ``inverted`` subject, which ends its clause, or with the noun
    before: `, a front in the battle | against the fires`.
    """
    phrase: Phrase | None = host
    verb, share = cascade.clause.verb, noun_takes(cascade.lemma(host.chunk), role)
    taken = verb is not None and share >= _SELDOM and share > verb_takes(cascade.lemma(verb), role)
    for _ in range(4):
        if phrase is None or phrase.link == "comma":
            break
        if phrase.link == "and" and inverted and phrase.beside is not None:
            phrase = phrase.beside  # ", a former driver and an organizer | for the union"
            continue
        goes_on = phrase.link == "prep" and phrase.before and (inverted or taken or phrase.preposition == "of")
        taken = False
        phrase = phrase.host if goes_on else None
    return phrase is not None


def _urged(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether somebody behind *by* asks for what an infinitive says: `was urged to resign by her party`."""
    outer = clause.parent.verb if clause.parent is not None else None
    seen = outer is not None and clause.verb is not None and clause.verb.kind == g.ING
    if seen and outer is not None and cascade.lemma(outer) not in word_class("noticing"):
        return False  # but "was spotted leaving the house by a guard"
    controlled = (seen or clause.rule == "claims.subject-control") and not phrase.time
    amount = "c" in phrase.chunk.shape or any(sign.isdigit() for sign in cascade.tokens[phrase.head].text)
    return controlled and not amount and animate(cascade, phrase) > 0


def _ranks(cascade: Cascade, host: Phrase) -> bool:
    """Tell whether a phrase behind a comma ranks something among others: `, its worst day since May`, `, his third`."""
    inside = cascade.tokens[host.first : host.head + 1]
    if _of_record(cascade, host):
        return True
    return host.link == "comma" and any(
        token.tag in ("JJS", "RBS") or (token.tag in ("JJ", "RB") and token.lower in word_class("ranking"))
        for token in inside
    )


def _of_record(cascade: Cascade, host: Phrase) -> bool:
    """Tell whether a time says on which day shares count: `will be paid to holders of record Nov. 15`."""
    return host.preposition == "of" and cascade.word(host.chunk) == "record" and host.chunk.shape == "n"


def _last_item(cascade: Cascade, subject: Phrase | None, host: Phrase) -> bool:
    """Tell whether *as well as* ends a list that is the subject: `The seats, the doors, as well as the roof are red`.

    What stands between commas is an item, and no apposition, where it begins with the subject's own determiner.
    """
    if subject is None or host.link != "comma" or host.host is not subject or subject.chunk.shape[0] not in "dkp":
        return False
    return cascade.tokens[host.first].lower == cascade.tokens[subject.first].lower


def _belongs_to(cascade: Cascade, clause: Clause, host: Phrase, role: str) -> bool:
    """Tell whether a preposition phrase belongs to the noun of the phrase before it: `left on a trip to Lima`.

    What stands behind an object is an argument of the claim whoever it belongs to; so only phrases are asked here.
    The learned tables decide: the noun must take the preposition often, and oftener than the verb does.
    """
    if repeats(host, role):
        return True  # "an end to strikes and a return | to talks"
    if leads_off(role) and host.chunk.shape[-3:-1] == "nc" and cascade.lemma(host.chunk) in word_class("distances"):
        return True  # "the area 100 kilometres west of Lowton"
    when = host.time or not set(cascade.chunks[cascade.at].shape).isdisjoint("c$TZ")
    if role == "by" and clause.copular and not (when or host.pronoun or host.chunk.shape == "N"):
        return True  # "Fires are part of a campaign by detainees"
    if host.link != "prep" or host.time or clause.verb is None or host.pronoun:
        return False
    if _within_example(host) and not cascade.comma:
        owed = all(role != one for one, _ in clause.arguments) and verb_takes(cascade.lemma(clause.verb), role) >= TAKEN
        return not owed  # "has plants, including one at its base"; but "sells goods such as tea to Estrel"
    act = host.chunk.shape.lstrip("j") == "n" and cascade.word(host.chunk)[-3:] == "ing"  # "for snagging by robots"
    act = act and (not clause.passive or animate(cascade, Phrase(cascade.chunks[cascade.at])) == 0)
    if role == "by" and host.preposition != "at" and (act or cascade.lemma(host.chunk) in word_class("works")):
        return True  # "was inspired by a novel by Ann Reed", "was hurt in an attack by rebels"
    if _of_record(cascade, host) and when:
        return True
    if role == "between" and cascade.lemma(host.chunk) in word_class("pairing"):
        return True  # "spoke before the match between Lowton and Marle"
    if role == "to" and host.preposition == "by" and cascade.lemma(host.chunk) in word_class("serving"):
        return True  # "was written by an aide to Reed"
    some = host.host if host.preposition == "of" and host.host is not None else host
    if some.preposition == "with" and f"{role} {cascade.word(cascade.chunks[cascade.at])}" in word_class("states-of"):
        return True  # "came with the roof in place", "with most of its players in good form"
    if host.preposition == "according to" and role not in _APART:
        return True  # "according to the Marsh Center for Opinion Research at Lowton", "according to data from Reed"
    named = host.chunk.shape.lstrip("d").strip("N") == ""
    if role in _ONCE and host.preposition == role and not (when or named or cascade.comma):
        return True  # "was charged with assault with a gun"
    share, other = noun_takes(cascade.lemma(host.chunk), role), verb_takes(cascade.lemma(clause.verb), role)
    if host.preposition == "of" and host.host is not None and role != "to" and not when:  # "a clash of wills with Reed"
        whole = noun_takes(cascade.lemma(host.host.chunk), role)
        share = whole if whole > 2 * max(other, 10 if role in word_class("where") else 0) else share
    seldom = not other and role not in word_class("where")  # "during a protest against the arrest"
    return share >= (_SELDOM if seldom else TAKEN) and share > other


def _within_example(host: Phrase) -> bool:
    """Tell whether a phrase stands in what *including* or *such as* names."""
    phrase: Phrase | None = host
    for _ in range(4):
        if phrase is None or phrase.link != "prep" or phrase.preposition in _NAMING:
            break
        phrase = phrase.host
    return phrase is not None and phrase.link == "prep" and phrase.preposition in _NAMING


def subordinate(cascade: Cascade, word: str, opener: Chunk) -> None:
    """Open a clause behind a word that is preposition or subordinator: *he*, *they* ... can only be its subject."""
    governor = cascade.clause
    comma = bool(opener.first) and cascade.tokens[opener.first - 1].text == ","
    if word in ("after", "as", "before") or not comma:
        governor = cascade.clause = behind_inner(cascade, word, comma)
    inner = cascade.push(kinds.SUB, opener.first, word)
    if governor.verb is not None:
        governor.content.append((word, inner))
    cascade.preposition, cascade.np = None, None


def whose(cascade: Cascade, chunk: Chunk) -> None:
    """A relative clause whose subject is possessed: `the chunk whose robots won`."""
    clause = cascade.push(kinds.RELATIVE, chunk.first, "whose")
    clause.antecedent = cascade.np
    clause.gap = "whose"
    phrase = Phrase(chunk)
    some = cascade.np
    of = cascade.preposition is not None and cascade.preposition[0] == "of" and cascade.at > 1
    if of and some is not None and some.link == "comma" and some.chunk is cascade.chunks[cascade.at - 2]:
        clause.antecedent, clause.subject = some.host, Phrase(some.chunk)
        clause.subject.last, phrase = chunk.last, clause.subject  # "the firm, one of whose chiefs left, was sold"
    elif cascade.preposition is not None:
        clause.arguments.append((cascade.preposition[0], phrase))
    else:
        clause.subject = phrase
    cascade.np = phrase

"""A clause of its own behind *and*, *but* or a comma: its subject was first read as one more item of a list."""

from __future__ import annotations

from newsclaims.rule import rule
from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import reduced
from newsclaims.syntax.agreement import plural
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.cascade import CLAUSAL, Cascade, passive
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase, detach, interrupted_phrase, reported
from newsclaims.syntax.clauses_of_saying import says_at, says_more, told_of, told_on, told_only_whom
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.fronting import take_deeds
from newsclaims.syntax.interrupted import all_of, item, singled_out
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import noun_frame, verb_frame


def next_clause(cascade: Cascade, verb: Chunk) -> bool:
    """A new clause after *and*, *but* or a comma: `Smith won and Jones lost`; `"We won", Smith said`."""
    phrase = cascade.np
    if phrase is not None and phrase.link == "next" and phrase.chunk is cascade.previous:
        host = phrase.host
        if host is not None and host.link == "comma" and host.last == phrase.first:
            return False  # "a fact he seldom mentions", in apposition to what stands before
        he = cascade.word(phrase.chunk) in NOMINATIVE
        if phrase.pronoun and host and host.link == "and" and host.last == phrase.first and (host.before or he):
            return False  # "all the taste and pleasure you want", "but the man he hired is ill"
        if host is not None and _within(host) and cascade.word(phrase.chunk) in NOMINATIVE | {"it", "you"}:
            return False  # "and the rest of the land he controls", ", a word about the zeal he brings to it"
    elif phrase is not None and phrase.link == "comma" and cascade.clause.verb and reduced.reduced(cascade, verb):
        return reduced.start(cascade, verb)
    for _ in range(40):
        if phrase is None or phrase.link in ("and", "comma"):
            break
        if phrase.link == "next" and _behind_fronted(cascade, phrase):
            phrase.link = "and"  # "sold one mine, and in May the firm bought another"
            break
        phrase = phrase.host
    phrase = _outer(cascade, phrase) if phrase is not None and phrase.link == "and" else phrase
    if phrase is not None and phrase.link == "and" and phrase.time and phrase.beside and phrase.beside.time:
        return False  # "$27 million planned for May and June comes from groups"
    first = phrase.host if phrase is not None and phrase.link == "and" and phrase.before else None
    if first is not None and first.link == "next" and plural(cascade, verb):
        return False  # "the fact Reed and his aides are ill"
    if phrase is not None and phrase.link == "and" and phrase.before and _contrasted(phrase.host):
        phrase = phrase.host  # "but many firms and the richest people have found ways"
    if phrase is not None and phrase.beside is not None and phrase.beside.preposition == "between":
        phrase = phrase.beside.host  # "They met, but the row between Lund and Reed went on"
        if phrase is None or phrase.link not in ("and", "comma"):
            return False  # "The row between Lund and Reed went on"
    apart = cascade.clause if phrase is None else None  # what may interrupt it
    set_off = _set_off(cascade)
    phrase = set_off or phrase or _interrupted(cascade, verb) or _with_infinitive(cascade)
    if phrase is None or cascade.clause.verb is None:
        return False
    if set_off is not None:
        cascade.clause.arguments = [pair for pair in cascade.clause.arguments if pair[1].first < set_off.first]
    closed = cascade.previous is not None and cascade.previous.kind == g.COMMA
    apart_from = apart is not None and cascade.tokens[apart.first - 1].text == ","
    if phrase.link == "and" and closed and not (apart_from or set_off) and not singled_out(cascade, phrase):
        return False  # but "and its founder, who lives in Leeds, still works there"
    pair = phrase.beside
    if pair is not None and _pair(pair, phrase) and plural(cascade, verb) is not False:
        detach(phrase)
        pair.last = phrase.last
        phrase = pair  # "the bowls are dirty, boxes and bottles cover the floor"
    inserted = phrase.link == "comma" and cascade.previous is not None and cascade.previous.kind == g.COMMA
    beside = phrase.host if inserted else None
    short = cascade.clause.finite and phrase.last - phrase.first < 3 and verb_frame(cascade.lemma(verb)).that < 40
    if beside is not None and _wider(cascade, beside, phrase):
        described = _apposed_at(beside)
        if described is not None:
            phrase, beside = described, described.host  # "..., Ann Reed, a judge in Lowton, Ohio, confirmed"
        elif short:
            return False  # "began in Lowton, Estrel, stopped in Dalton, and ended in May"
    for _ in range(3):
        beside = beside.host if beside is not None and beside.link == "prep" else beside
    if beside is not None and (beside.link == "comma" or _contrasted(beside)):
        phrase = beside  # ", Smith, the coach, said", "and heads of firms, many of them old, left"
    if phrase.link == "comma" and _some_of(cascade, phrase, verb):
        absolute = cascade.push(kinds.NONFINITE, phrase.first)
        absolute.subject, phrase.host, phrase.link = phrase, None, ""
        cascade.start(absolute, verb, "claims.adverbial-participle")
        absolute.passive = True
        return True
    if phrase.host is not None and phrase.before:
        host, link = phrase.host, phrase.link
        detach(phrase)
        phrase.host, phrase.link = host, link
    before = cascade.clause
    moved = [pair for pair in before.arguments if pair[1].first > phrase.first and pair[1].host is not None]
    before.arguments = [pair for pair in before.arguments if pair not in moved]
    phrase.last = max([phrase.last, *(part.last for _, part in moved)])  # "and its case against her failed"
    fronted = _fronted(cascade, before, phrase)
    before.arguments = [pair for pair in before.arguments if pair not in fronted]
    partner = cascade.enclosing(lambda c: c.verb is not None and c.finite) or before
    joined = phrase.link == "and"
    if joined:
        partner = told_on(cascade, partner, verb) or partner
    clause = Clause(partner.opener if joined else kinds.MAIN, partner.parent if joined else None, phrase.first)
    clause.subject = phrase
    clause.arguments = fronted
    take_deeds(cascade.tokens, partner, clause)
    if phrase.link == "and" and clause.opener == kinds.MAIN and partner.opener == kinds.MAIN:
        clause.beside = partner
    says = cascade.quote_ends(phrase.first) or verb_frame(cascade.lemma(verb)).that >= CLAUSAL
    told = cascade.word(phrase.chunk) == "it" or cascade.lemma(verb) == "tell"  # "..., the court was told"
    acts = not passive(verb) or told  # but "..., the file won't be seen by others"
    changes = cascade.lemma(verb) in word_class("changing")
    acts = acts and not (changes or told_of(cascade, verb) or _occasion(cascade, before))
    if phrase.link == "comma" and says and acts and not says_more(cascade, cascade.lemma(verb) == "tell"):
        clause.content.append(("reported", reported(before)))
    elif phrase.link == "comma" and told_only_whom(cascade, before, phrase):
        clause.opener, clause.parent = kinds.THAT, before
        before.content.append(("that", clause))
    elif phrase.link == "comma" and (source := says_at(cascade, before, partner)) is not None:
        source.content.append(("that", clause))  # 'Smith said, "We lost"'
    phrase.host, phrase.link = None, ""
    return cascade.start(clause, verb, "claims.next-clause")


rule("claims.next-clause")(next_clause)


def _set_off(cascade: Cascade) -> Phrase | None:
    """Return the subject behind *but* that an adjective between commas describes: `, but staff, afraid of it, left`."""
    chunks, closing = cascade.chunks, cascade.at - 1
    if closing < 6 or chunks[closing].kind != g.COMMA:
        return None
    opening = next((at for at in range(closing - 1, max(4, closing - 10), -1) if chunks[at].kind == g.COMMA), 0)
    if not opening or chunks[opening + 1].kind != g.ADJECTIVE:
        return None
    first = opening - 1
    while first > 1 and chunks[first].kind in (g.NOUN, g.PREPOSITION):
        first -= 1
    if [chunk.kind for chunk in chunks[first - 1 : first + 2]] != [g.COMMA, g.CONJUNCTION, g.NOUN]:
        return None
    phrase = Phrase(chunks[first + 1])
    phrase.last, phrase.link = chunks[opening].first, "and"
    return phrase


def _within(host: Phrase) -> bool:
    """Tell whether a phrase stands behind a preposition in a list member or apposition that has none itself."""
    whole: Phrase | None = host
    for _ in range(6):
        if whole is None or whole.link != "prep":
            break
        whole = whole.host
    if (
        host.link == "and"
        and host.chunk.shape in ("k", "n")
        and host.last - host.first == 1
        and host.preposition is None
    ):
        return True  # "and those he counts on", "and all she owns"
    listed = whole is not None and whole.link in ("and", "comma") and whole.preposition is None and not whole.time
    return host.link == "prep" and listed


def _outer(cascade: Cascade, phrase: Phrase) -> Phrase:
    """Return the noun behind an earlier *and* whose places end here: `hit Kent and officials in Deal and Hythe asked`.

    Those places are two names, so that the second is no actor of its own.
    """
    place = phrase.beside
    if place is None or place.link != "prep" or place.host is None or place.preposition not in word_class("where"):
        return phrase
    noun = place.host
    named = set(place.chunk.shape + phrase.chunk.shape) == {"N"} and phrase.last == phrase.chunk.last
    return noun if named and noun.link == "and" and noun.before and animate(cascade, noun) > 0 else phrase


def _some_of(cascade: Cascade, phrase: Phrase, verb: Chunk) -> bool:
    """Tell whether a past tense by its tag says what befell some of those before: `, many of them trapped on roofs`."""
    them = cascade.tokens[cascade.chunks[cascade.at - 1].head].lower in ("them", "us", "whom")
    if not them or phrase.pronoun or verb.shape not in ("v", "vR") or not past_or_participle(cascade.word(verb)):
        return False
    following = cascade.following()
    ends = following is None or following.kind in (g.PREPOSITION, g.COMMA, g.STOP)
    return ends and verb_frame(cascade.lemma(verb)).object >= 50


def _occasion(cascade: Cascade, before: Clause) -> bool:
    """Tell whether a clause says when: `The second time he was arrested, he confessed`."""
    fronted = [part for role, part in before.arguments if role == "time" and part.first == before.first]
    return any(cascade.tokens[part.head].lower == "time" for part in fronted)


def _behind_fronted(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a phrase with its preposition stands between *and* or *but* and this one, its clause's subject.

    Without a comma before *and* it must be a time: `and in the house his father built` says which house.
    """
    front, before = phrase.host, cascade.clause
    part = front
    while front is not None and front.preposition == "of" and front.link == "prep":
        front = front.host  # "and at the end of the year he left"
    if front is None or front.preposition is None or before.verb is None or front.start - 1 <= before.verb.last:
        return False
    tokens, joint = cascade.tokens, front.start - 1
    if tokens[joint].lower not in ("and", "but", "so", "yet"):
        return False
    if tokens[joint - 1].text == "," or tokens[joint].lower == "so":
        return True
    if part is not front:
        return part is not None and part.time
    return front.time and not (phrase.pronoun and front.chunk.shape[0] in "dk")  # "and in the year he retired"


def _fronted(cascade: Cascade, before: Clause, phrase: Phrase) -> list[tuple[str, Phrase]]:
    """Return what stands between *and* and the subject of a new clause: `, and in May, it was sold`.

    Without a comma before *and* a time (`and in May it was sold`) or what a comma ends (`and at the end, he left`).
    """
    if before.verb is None:
        return []
    tokens, last = cascade.tokens, before.verb.last
    for at, (_, part) in enumerate(before.arguments):
        joint = part.start - 1
        if tokens[joint].text == "," and tokens[joint - 1].tag == "CC" and last < joint - 1:
            return before.arguments[at:]  # "but, despite interest from Norvane, only Lowton made a bid"
        if tokens[joint].lower == "so" and last < joint < phrase.first:
            return before.arguments[at:]  # "The road was shut, so for that trip they took a train"
        apart = part.time or tokens[joint - 1].text == "," or (phrase.link == "comma" and part.last + 1 == phrase.first)
        if last < joint < phrase.first and tokens[joint].tag == "CC" and apart:
            return before.arguments[at:]
    return []


def _interrupted(cascade: Cascade, verb: Chunk) -> Phrase | None:
    """Return the noun phrase behind *and* that a relative clause or participle interrupts, `and the man who`.

    Also one behind a comma before a verb of saying: `..., two people briefed on the talks said`.
    """
    clause = cascade.clause
    phrase = interrupted_phrase(clause) or all_of(cascade, clause, verb) or item(cascade, clause, verb)
    described = clause.rule == "claims.participle-on-noun"
    told_of = clause.opener == kinds.RELATIVE and not clause.restrictive and cascade.comma  # ", Reed, who saw it, said"
    if phrase is None and (described or told_of) and verb_frame(cascade.lemma(verb)).that >= 40:
        subject = clause.subject if described else clause.antecedent
        while told_of and subject is not None and subject.link == "prep" and subject.host is not None:
            subject = subject.host  # "aides to Reed, who saw it, said"
        tells = cascade.lemma(verb) == "tell"
        speaks = subject is not None and subject.link == "comma" and not says_more(cascade, tells)
        phrase = subject if speaks and clause.parent is not None and clause.parent.verb is not None else None
    if phrase is not None and cascade.clause.parent is not None:
        cascade.clause = cascade.clause.parent
    return phrase


def _apposed_at(place: Phrase) -> Phrase | None:
    """Return the apposition that a place with its preposition ends: `a judge in Lowton`, behind the comma of a name."""
    phrase: Phrase | None = place
    for _ in range(4):
        if phrase is None or phrase.link != "prep":
            break
        phrase = phrase.host
    return phrase if phrase is not None and phrase.link == "comma" and phrase.host is not None else None


def _wider(cascade: Cascade, place: Phrase, phrase: Phrase) -> bool:
    """Tell whether a bare name between commas says in which country or state the place before it lies: `in X, Y,`."""
    names = not set(place.chunk.shape + phrase.chunk.shape) - {"N"} and phrase.chunk is cascade.chunks[cascade.at - 2]
    return names and place.preposition in word_class("where") and phrase.before + 1 == phrase.first


def _pair(first: Phrase, second: Phrase) -> bool:
    """Tell whether two phrases joined by *and* behind a comma can be one subject."""
    if first is second.host:  # "It was over, houses and shops were burned": there is nothing before that it could go on
        return first.link == "comma" and first.host is None and second.before + 1 == second.start and not first.time
    return first.link == "comma" and first.last + 1 == second.start and not first.time


def _contrasted(phrase: Phrase | None) -> bool:
    """Tell whether the phrase stands behind a conjunction that joins it to no other."""
    return phrase is not None and phrase.link == "and" and not phrase.before and not phrase.time


def _with_infinitive(cascade: Cascade) -> Phrase | None:
    """Return the noun phrase behind a conjunction that an infinitive belongs to: `and its power to act has grown`."""
    clause, phrase = cascade.clause, cascade.last_np
    if clause.opener != kinds.NONFINITE or clause.verb is None or clause.verb.kind != g.INFINITIVE:
        return None
    if phrase is None or phrase.link not in ("and", "comma") or phrase.last != clause.verb.first:
        return None
    if clause.parent is None or clause.parent.verb is None or noun_frame(cascade.lemma(phrase.chunk)).infinitive < 4:
        return None
    clause.parent.content = [pair for pair in clause.parent.content if pair[1] is not clause]
    cascade.clause = clause.parent
    return phrase

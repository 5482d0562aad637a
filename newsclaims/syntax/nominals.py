"""Where noun chunks go: subject, object, argument, or part of the noun phrase before them."""

from __future__ import annotations

from newsclaims.syntax import chunks as g
from newsclaims.syntax import clause as kinds
from newsclaims.syntax import continued, gapping, interrupted
from newsclaims.syntax.agreement import before_pause
from newsclaims.syntax.awaited_verbs import floats, when_announced
from newsclaims.syntax.before_verbs import before_verb
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.clause import NOMINATIVE, Clause, Phrase, extend, lengthen, root
from newsclaims.syntax.existentials import begins_existential, dated, yonder
from newsclaims.syntax.fronting import alternative
from newsclaims.syntax.objects import after_verb, by_how_much, verb_follows
from newsclaims.syntax.prepositions import prepositional, subordinate, whose
from newsclaims.syntax.resegmentation import reread
from newsclaims.syntax.times_behind import two_units
from newsclaims.syntax.twins import join_twin, not_only
from newsclaims.syntax.vocabulary import word_class
from newsclaims.words.frames import verb_frame


def noun(cascade: Cascade, chunk: Chunk) -> bool:
    """Put a noun chunk into the current clause."""
    if reread(cascade, chunk):
        return True
    clause = cascade.clause
    if chunk.shape == "kn" and dated(cascade, chunk):
        chunk.shape = "kZ"  # "has yet to score this season"
    if chunk.kind == g.THERE:
        if yonder(cascade, clause):
            chunk.kind = g.ADVERB
            return True
        clause = begins_existential(cascade, chunk)
    if chunk.shape[0] == "O" and len(chunk.shape) > 1:
        whose(cascade, chunk)
        return True
    nominative = cascade.word(chunk) in NOMINATIVE or _as_it_is(cascade, chunk)
    if cascade.preposition is not None and nominative and "A" in cascade.preposition[1].shape:
        subordinate(cascade, *cascade.preposition)  # "once we have it"
        clause = cascade.clause
    elif cascade.preposition is not None and "A" in cascade.preposition[1].shape and _verb_later(cascade):
        subordinate(cascade, *cascade.preposition)  # "before Smith, signed in May, scored"
        clause = cascade.clause
    elif cascade.preposition is not None:
        prepositional(cascade, chunk)
        return True
    if continued.continues(cascade, chunk):
        return True
    phrase = Phrase(chunk)
    previous = cascade.previous
    worth = cascade.tokens[chunk.first].lower == "worth" or (previous is not None and cascade.word(previous) == "worth")
    if worth and cascade.np is not None:
        gap = cascade.tokens[cascade.np.last : chunk.first]  # "jewels worth an estimated $2 million"; no comma
        if all(token.lower == "worth" for token in gap):
            lengthen(cascade.np, chunk.last)
        return True
    if (
        chunk.kind == g.PRONOUN
        and cascade.word(chunk) in word_class("floating")
        and previous is not None
        and (
            previous.kind in g.NOUNS
            or floats(cascade, clause)
            or (previous.kind == g.RELATIVE and cascade.word(chunk)[-6:] == "selves")
        )
    ):
        behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
        if cascade.word(chunk) == "all" and behind and behind[0].kind == g.PRONOUN and clause.verb is not None:
            return _receives(cascade, clause, phrase)  # "gave Reed all he wanted"
        paid = cascade.np if cascade.word(chunk) == "each" else None
        if paid is not None and paid.last == chunk.first and set("$c") & set(paid.chunk.shape):
            lengthen(paid, chunk.last)  # "charged them $150 each"
        elif cascade.word(chunk) == "each":
            clause.adverbs.append(Phrase(chunk))  # "They each had a goal", "had a goal each"
        return True  # "they both", "she herself"
    if cascade.conjunction is not None and alternative(cascade, phrase):
        return True
    if phrase.time and cascade.comma and clause.verb is not None and when_announced(cascade, clause, phrase):
        return True
    asks = clause.question and clause.subject is None  # "Where did | he live?"
    front = cascade.fronted() if clause.opener == kinds.SUB and clause.verb is not None and not asks else None
    if front is not None and _main_subject(cascade, clause, phrase):
        cascade.clause = clause = front
        cascade.np = None
    if clause.verb is None:
        if not before_verb(cascade, clause, phrase):
            return True
    elif (cascade.comma or cascade.conjunction is not None) and not (previous is not None and previous.kind in g.VERBS):
        if not linked(cascade, phrase):
            return True
    else:
        after_verb(cascade, clause, phrase)
    cascade.np = phrase
    return True


def _as_it_is(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether *it* behind *like* is the subject of the verb right behind it: `tells it like it is`."""
    role, behind = cascade.preposition, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if role is None or role[0] != "like" or cascade.word(chunk) != "it" or not behind:
        return False
    return behind[0].kind == g.FINITE and cascade.clause.verb is not None


def _receives(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    after_verb(cascade, clause, phrase)
    cascade.np = phrase
    return True


def _verb_later(cascade: Cascade) -> bool:
    """Tell whether a finite verb follows behind an insertion between commas that has none of its own."""
    chunks = cascade.chunks
    at = cascade.at + 1
    if at >= len(chunks) or chunks[at].kind != g.COMMA or cascade.clause.verb is None:
        return False
    for place in range(at + 1, min(len(chunks) - 1, at + 12)):
        if chunks[place].kind == g.COMMA:
            first = chunks[at + 2 if chunks[at + 1].kind == g.ADVERB else at + 1]
            return chunks[place + 1].kind == g.FINITE and first.kind == g.PARTICIPLE
        if chunks[place].kind in (g.FINITE, g.CONJUNCTION, g.DASH, g.STOP):
            return False
    return False


def _main_subject(cascade: Cascade, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a noun chunk ends a fronted clause without a comma: `If it is serious you lose points`."""
    assert clause.verb is not None
    if clause.adjective is not None and cascade.previous is clause.adjective:
        return verb_follows(cascade)
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    it = cascade.word(phrase.chunk) == "it" and bool(behind) and behind[0].kind == g.FINITE
    it = (
        it and cascade.previous is not clause.verb and cascade.conjunction is None
    )  # "If you live in a town it is hard"
    nominative = cascade.word(phrase.chunk) in NOMINATIVE or it
    return nominative and not clause.content and verb_frame(cascade.lemma(clause.verb)).that < 12


def _acts(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a whole noun phrase has a verb before the next pause: `as divisive and a court struck it down`."""
    ahead = (one.kind for one in cascade.chunks[cascade.at + 1 : cascade.at + 12])
    ends = next((kind for kind in ahead if kind in (g.FINITE, g.COMMA, g.STOP)), g.STOP)
    return ends == g.FINITE and phrase.chunk.shape[0] in "dkpqN"


def linked(cascade: Cascade, phrase: Phrase) -> bool:
    """A noun chunk after a comma or conjunction behind the verb: a list, an apposition or the next subject."""
    if interrupted.complement(cascade, phrase):
        if phrase.time:
            after_verb(cascade, cascade.clause, phrase)
        return True
    if phrase.chunk.shape == "c" and _age(cascade, phrase):
        return False  # "a car driven by Ann Reed, 34, was hit"
    front = cascade.fronted()
    if front is not None and front is not cascade.clause and cascade.comma and cascade.conjunction is None:
        cascade.clause = front  # the main clause after a fronted one: "When he came, she left"
        cascade.np = None
        return before_verb(cascade, front, phrase)
    if _resumes_object(cascade):
        after_verb(cascade, cascade.clause, phrase)
        return True
    following = cascade.following()
    occasion = phrase.time or (
        cascade.word(phrase.chunk) == "time" and phrase.chunk.shape == "kn"
    )  # "but this time he"
    if occasion and following is not None and following.kind in (g.NOUN, g.PRONOUN):
        cascade.chunks[cascade.at].kind = g.ADVERB  # "and tomorrow he leaves": the conjunction still stands before "he"
        later = cascade.chunks[cascade.at + 1]
        if later.kind == g.ADVERB and cascade.word(later) in word_class("from-then"):
            cascade.chunks[cascade.at].last = later.last  # "but a minute later Holt scored"
            del cascade.chunks[cascade.at + 1]
        return False
    if gapping.again(cascade, phrase) or continued.when(cascade, phrase, following):
        return True
    if cascade.clause.verb is not None and by_how_much(cascade, phrase):
        cascade.clause.adverbs.append(phrase)  # "sold 300 cars, down 5 percent from last year"
        return True
    state = cascade.clause.arguments[-1] if cascade.conjunction is not None and cascade.clause.arguments else None
    seen = state[1] if state is not None and state[0] == "as" and state[1].chunk.kind == g.ADJECTIVE else None
    if seen is not None and cascade.chunks[cascade.at - 2] is seen.chunk and not _acts(cascade, phrase):
        seen.last = phrase.last  # "is seen by many as divisive and a painful reminder"
        return True
    phrase.link = "and" if cascade.conjunction is not None else "comma"
    phrase.host = cascade.np
    if phrase.link == "comma" and cascade.word(phrase.chunk) in NOMINATIVE:
        phrase.host = None  # no part of a list: "..., he and Stephanie left"
        return True
    continued.sentence(cascade, phrase)
    if phrase.link == "and" and phrase.host is not None and gapping.second_of_kind(cascade, phrase.host, phrase):
        phrase.host = phrase.host.host
    close = cascade.tokens[phrase.first - 1].text == ","  # but "in Lima, namely Americans"
    if phrase.link == "comma" and phrase.host is not None and close and _wider_place(phrase.host, phrase):
        extend(phrase.host, phrase)
        phrase.preposition = phrase.host.preposition
        return True
    if phrase.link == "and" and join_twin(cascade, phrase):
        return True
    host = cascade.np
    contrast = cascade.conjunction is not None and continued.contrasts(cascade)
    if phrase.host is not None and phrase.host.chunk.shape == "N" and phrase.chunk.shape == "c":
        contrast = contrast or phrase.link == "and"  # "are from Lowton, six from Norvane and one from Reedham"
    if phrase.link == "and" and phrase.chunk.shape[:2] == "Nc" and host is not None and host.chunk.shape[0] != "d":
        contrast = True  # "fell by 3 percent, Norvane 2 percent and Holt 1 percent"
    timed = host is not None and continued.timed(cascade, host, phrase)
    if host is not None and contrast is False and _same_amount(cascade, host, phrase):
        extend(host, phrase)  # "earned $2.8 billion, or $2.53 per share"
        return True
    if host is not None and phrase.link == "and" and two_units(cascade.tokens, host, phrase):
        extend(host, phrase)  # "was jailed for two years and six months"
        return True
    item = _list_item(cascade, host) if host is not None and not contrast and not timed else None
    if item is not None and item is not host and _no_verb_follows(cascade):
        extend(root(item), phrase)  # "sold cars, ships from Estrel, and planes"
        return True
    but = contrast or not_only(cascade) is None  # "is not only a gain in pay, but also a cut in hours"
    if host is not None and (timed or (but and cascade.comma_before_conjunction() and host.link != "comma")):
        contrast = True  # "before the break, and Petrie levelled"
    if (
        phrase.host is not None
        and phrase.link == "and"
        and not contrast
        and cascade.word(phrase.chunk) not in NOMINATIVE
    ):
        phrase.beside = phrase.host
        extend(root(phrase.host), phrase)
    return True


def _age(cascade: Cascade, phrase: Phrase) -> bool:
    """Tell whether a number between commas is the age of whom the name before it names."""
    np, text = cascade.np, cascade.tokens[phrase.head].text
    named = np is not None and np.chunk.shape.strip("N") == "" and np.last + 1 == phrase.first and cascade.comma
    behind = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 3]]
    return named and text.isdigit() and len(text) < 4 and behind == [g.COMMA, g.FINITE]


def _resumes_object(cascade: Cascade) -> bool:
    """Tell whether a verb waits for its object behind an insertion: `has helped, to his chagrin, Ann Reed`.

    A second verb may be inserted too: `had made, and promoted, plans of its own`.
    """
    clause, np = cascade.clause, cascade.np
    if clause.verb is None or clause.objects or clause.content or clause.passive or not cascade.comma:
        return False
    tokens, last = cascade.tokens, clause.verb.last
    if np is None:
        return _both(cascade, clause, clause.verb) and not clause.arguments and _no_verb_follows(cascade)
    inserted = np.link == "prep" and tokens[last].text == "," and np.start == last + 1 and cascade.conjunction is None
    return inserted and verb_frame(cascade.lemma(clause.verb)).object >= 60


def _both(cascade: Cascade, clause: Clause, verb: Chunk) -> bool:
    """Tell whether two verbs have one object, the second between commas: `has closed, and later sold, the plant`."""
    joined = clause.rule in ("claims.coordinated-infinitive", "claims.coordinated-verb")
    first = clause.shares if joined else None
    if first is None or first.verb is None or first.objects or first.passive or cascade.conjunction is not None:
        return False
    tokens = cascade.tokens
    if all(token.tag != "CC" for token in tokens[first.verb.last : verb.first]):
        return False  # "to lift, carry, and drop balls"
    if tokens[first.verb.last].text != "," or tokens[verb.last].text != "," or first.lends is not clause:
        return False
    frames = [verb_frame(cascade.lemma(chunk)).object for chunk in (first.verb, verb)]
    return min(frames) >= 20 and max(frames) >= 50


def _list_item(cascade: Cascade, phrase: Phrase) -> Phrase | None:
    """Return the item behind a comma that a phrase with a preposition belongs to; an apposition to a name is none."""
    item: Phrase | None = phrase
    for _ in range(4):
        if item is None or item.link != "prep" or not item.before:
            break
        item = item.host
    if item is None or item.link != "comma" or item.time or item.host is None:
        return None
    return None if item.chunk.shape[0] == "d" and cascade.tokens[item.host.head].tag == "NNP" else item


def _no_verb_follows(cascade: Cascade) -> bool:
    """Tell whether no finite verb follows before the next comma or the end of the sentence."""
    return not before_pause(cascade, (g.FINITE, g.PARTICIPLE))


def _same_amount(cascade: Cascade, host: Phrase, phrase: Phrase) -> bool:
    """Tell whether *or* and a second amount say the same as the one before in other words."""
    said = cascade.conjunction is not None and cascade.word(cascade.conjunction) == "or"
    return said and host.chunk.shape[0] in "$c" and phrase.chunk.shape[0] in "$c" and not host.time and not phrase.time


def _wider_place(place: Phrase, phrase: Phrase) -> bool:
    """Tell whether a name behind a comma says where the place before it is: `in Toronto, Canada`."""
    names = set(place.chunk.shape) | set(phrase.chunk.shape) == {"N"}
    return names and place.preposition in word_class("where") and phrase.last - phrase.first <= 3

"""Who says it: the subject of a verb, as the reading of its sentence has it, in the items of a line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import Final

from newsclaims.quotes.lines import QUOTE, Line, Span
from newsclaims.quotes.phrases import with_apposition
from newsclaims.quotes.vocabulary import word_class
from newsclaims.syntax.animacy import animate
from newsclaims.syntax.chunks import FINITE, INFINITIVE, ING, Chunk
from newsclaims.syntax.clause import MAIN, NONFINITE, QUOTES, RELATIVE, Clause, Phrase
from newsclaims.syntax.groups import noun_phrase
from newsclaims.syntax.parse import Parse
from newsclaims.syntax.vocabulary import word_class as class_of_syntax
from newsclaims.table import rows, words
from newsclaims.words.frames import noun_frame
from newsclaims.words.sentence import Token

_RESTRICTING: Final = frozenset({"JJ", "VBG", "VBN", "WDT", "WP"})
_HIGHEST: Final = 3
"""How many clauses above a participle its speaker is looked for."""
_start: Final = attrgetter("start")
_end: Final = attrgetter("end")


@cache
def documents() -> frozenset[str]:
    """Return the things that people issue: what a statement says is said by the one who issued it."""
    media = frozenset(row[0] for row in rows("quotes", "occasions") if row[1] == "medium")
    return words("quotes", "documents") | (media - {"report", "news", "court", "ad", "column", "testimony"})


def clause_of(line: Line, verb: int) -> tuple[Parse, Clause] | None:
    """Return the clause of the verb that is item ``verb``, with the reading of its sentence."""
    place = line.place(verb)
    if place is None:
        return None
    parse, token = place
    clause = parse.clause_of(token)
    return None if clause is None else (parse, clause)


def acts_first(line: Line, at: int) -> bool:
    """Tell whether an item begins the subject of a main clause: `According to Reed, the dam, built in May, fell`."""
    place = line.place(at)
    if place is None:
        return False
    for clause in place[0].clauses:
        verb, phrase = clause.verb, clause.surface()
        finite = verb is not None and clause.finite and clause.opener != RELATIVE and phrase is not None
        if finite and phrase is not None and verb is not None and phrase.first == place[1] < verb.first:
            return True
    return False


def group_start(line: Line, verb: int) -> int:
    """Return the item with which the verb group begins that holds the verb; *to* is left out."""
    found = clause_of(line, verb)
    if found is None:
        return verb
    parse, clause = found
    token = parse.index(line.items[verb].start)
    chunk = next(c for c in (clause.verb, *clause.governors) if c is not None and c.first <= token < c.last)
    first = chunk.first + (parse.tokens[chunk.first].tag == "TO" and chunk.first < token)
    return max(verb - (token - first), 0)


def subject(line: Line, verb: int) -> Span | None:
    """Return the items that are the subject of the verb, None where there is none.

    In a relative clause (`Smith, who said`) *who* and *which* are the subject; of *that* it is what stands before.
    What a letter, statement or report that somebody issues says (`sent a letter urging`), they say.
    """
    found = clause_of(line, verb)
    if found is None:
        return None
    parse, clause = found
    own = clause.owner()
    phrase = clause.surface()
    if (
        phrase is not None
        and clause.parent is not None
        and parse.tokens[phrase.head].lower.endswith(("self", "selves"))
    ):
        phrase = clause.parent.surface()  # `Smith filmed herself shouting`
    if phrase is None or own.there or _nobody(parse, phrase, clause):
        return None
    if own.opener == RELATIVE and own.gap == "subject":
        relative = own.word != "that"
        return span(line, parse, *((own.first, own.first + 1) if relative else (phrase.first, phrase.last)))
    issuer = clause.parent.surface() if clause.opener == NONFINITE and clause.parent is not None else None
    if clause.opener == NONFINITE and clause.verb is not None and clause.verb.kind == ING:
        mute = issuer is not None and not phrase.pronoun and animate(parse, phrase) <= 0 < animate(parse, issuer)
        mute = mute and parse.tokens[clause.verb.first - 1].text == ","  # `Swift gave a hint, saying`
        if issuer is not None and (mute or _issued(parse, phrase, clause)):
            phrase = issuer
        elif phrase.modifier is clause and not phrase.pronoun and _lifeless(parse, phrase):
            phrase = _living(parse, clause) or phrase
    who = span(line, parse, phrase.first, _restricted(parse, phrase, own))
    answered = clause.verb is not None and clause.verb.kind == INFINITIVE and who is not None
    if answered and who is not None and line.items[who[1] - 1].lower in word_class("answers"):
        return _whose(line, who)  # `His answer was to say that`
    tags = [item.tag for item in line.items[who[0] - 3 : who[0]]] if who is not None and who[0] > 2 else []
    noun = who is not None and tags[1:] == ["DT", QUOTE] and line.items[who[0] - 1].text not in ",?!."
    if who is not None and noun and tags[0] in ("VBD", "VBP", "VBZ"):
        return subject(line, who[0] - 3)  # `Smith took a “so what” stance and said`
    return who


def _whose(line: Line, who: Span) -> Span | None:
    """Return whose answer a subject is: `Reed's reaction`, `her answer`; None for nobody's."""
    for at in range(who[0], who[1] - 1):
        if line.items[at].tag == "POS":
            return who[0], at
        if line.items[at].tag == "PRP$":
            return at, at + 1
    return None


def hearer(line: Line, verb: int) -> Span | None:
    """Return the subject of *hear* if it is a body or its members before whom things are told: `the court heard`."""
    found = clause_of(line, verb)
    phrase = found[1].surface() if found is not None else None
    if found is None or phrase is None or found[0].tokens[phrase.head].lower not in word_class("hearing"):
        return None
    return subject(line, verb)


def _restricted(parse: Parse, phrase: Phrase, clause: Clause) -> int:
    """Return where a subject ends with what tells which one it is: `A nurse who saw the fire`."""
    verb, last = clause.verb, phrase.last
    named = _named(parse, phrase)
    if named:
        return named
    if verb is None or last >= verb.first or parse.tokens[last].tag not in _RESTRICTING:
        return last
    if parse.tokens[last].lower in word_class("fillers"):
        return last  # `The court last week ruled`
    end = verb.first
    while end > last and (parse.tokens[end - 1].tag in ("RB", ",") or parse.tokens[end - 1].text in QUOTES):
        end -= 1
    return end


def _nobody(parse: Parse, phrase: Phrase, clause: Clause) -> bool:
    """Tell whether the subject names nobody: `let ’s say`, `it is easy to see why`, `This came after Reed, …, said`."""
    word = parse.tokens[phrase.head].lower
    if parse.tokens[phrase.head].tag == "DT" and phrase.last - phrase.first == 1 and word in ("this", "that", "much"):
        return True
    judged = clause.parent is not None and clause.parent.adjective is not None
    return word == "'s" or word.endswith(("self", "selves")) or (word == "it" and clause.opener == NONFINITE and judged)


def _lifeless(parse: Parse, phrase: Phrase) -> bool:
    """Tell whether a phrase is a thing that says nothing: `ways to light the streets, saying “…”`."""
    head = parse.tokens[phrase.head]
    told = head.lower in documents() or head.lemma in word_class("bearers")
    return not told and head.tag in ("NN", "NNS") and animate(parse, phrase) <= 0


def _living(parse: Parse, clause: Clause) -> Phrase | None:
    """Return the nearest subject above a participle that can speak."""
    above = clause.parent
    for _ in range(_HIGHEST):
        phrase = above.surface() if above is not None else None
        if phrase is not None and animate(parse, phrase) > 0:
            return phrase
        above = above.parent if above is not None else None
    return None


def _issued(parse: Parse, phrase: Phrase, clause: Clause) -> bool:
    """Tell whether a phrase is something that people issue, right before the participle of what it says.

    What they read, get or mention others issued: `read the union's letter asking`, `received an email saying`.
    """
    if phrase.modifier not in (clause, clause.shares) or parse.tokens[phrase.head].lower not in documents():
        return False  # `issued a paper welcoming it and calling for more`
    above = clause.parent
    verb = above.verb if above is not None else None
    lemma = parse.tokens[verb.head].lemma if verb is not None else ""
    if lemma == "read":  # who reads a statement may have written it
        return all(parse.tokens[at].tag != "POS" for at in range(phrase.first, phrase.head))
    return lemma not in word_class("handling")


def _named(parse: Parse, phrase: Phrase) -> int:
    """Return where the name ends that follows a title between commas: `Its chairman, Ann Vik, said`; 0 if none does."""
    tokens = parse.tokens
    common = tokens[phrase.head].tag == "NN" or phrase.chunk.shape[0] in "dp" or "s" in phrase.chunk.shape
    titled = phrase.last + 1 < len(tokens) and tokens[phrase.last].text == "," and common
    whole = noun_phrase(parse, phrase.head, ("at", "for", "in")) if titled else None
    if whole is None or whole.last != phrase.last or not whole.appositions:
        return 0
    first, last = whole.appositions[0]
    at = parse.chunk_at(first)
    named = at is not None and tokens[parse.chunks[at].head].tag in ("NNP", "NNPS")
    return last if named else 0


def span(line: Line, parse: Parse, first: int, last: int) -> Span | None:
    """Return the items of a line that are tokens of a sentence, None where they stand in another line or in marks."""
    items = line.items
    start, end = parse.tokens[first].start, parse.tokens[last - 1].end
    low = bisect_right(items, start, key=_end)
    high = bisect_left(items, end, low, key=_start)
    if low >= high or items[low].start > start:
        return None
    return (low, high) if items[low].tag != QUOTE or high > low + 1 else None


def first_speaker(line: Line) -> Span | None:
    """Return the subject of the line's first finite verb if it can speak: a person, a body, *he*, *she*, *they*.

    Of a statement or letter it is whom that comes from: `A statement from the mayor followed.`
    """
    found = next(subjects(line), None)
    if found is not None and line.items[found[0][0]].tag in ("WDT", "WP"):
        found = next(
            (one for one in subjects(line) if _main(line, one[1])), None
        )  # `Reed, who lost, called it a farce`
    if found is None:
        return None
    (first, end), verb = found
    reading = clause_of(line, verb)
    phrase = reading[1].surface() if reading is not None else None
    if reading is None or phrase is None or line.items[first].tag in ("WDT", "WP"):
        return None
    if reading[0].tokens[phrase.head].lower in documents():
        source = next((at for at in range(first, end) if line.items[at].lower in ("from", "by")), end)
        return (source + 1, with_apposition(line, end)) if source + 1 < end else None
    return (first, end) if animate(reading[0], phrase) else None


def _main(line: Line, verb: int) -> bool:
    found = clause_of(line, verb)
    return found is not None and found[1].opener == MAIN


def speaks(line: Line, verb: int) -> bool:
    """Tell whether the subject of a verb can speak: a person, a body, a pronoun, or something that people issue."""
    found = clause_of(line, verb)
    phrase = found[1].surface() if found is not None else None
    if found is None or phrase is None:
        return False
    return phrase.pronoun or animate(found[0], phrase) > 0 or found[0].tokens[phrase.head].lower in documents()


def can_speak(line: Line, item: int) -> bool:
    """Tell whether the noun phrase at an item names somebody, a body or a kind of source: `minister`, `poll`."""
    place = line.place(item)
    chunk = place[0].noun_chunk(place[1]) if place is not None else None
    if place is None or chunk is None:
        return False
    head = place[0].tokens[chunk.head]
    return head.lower in documents() | word_class("headline-sources") or animate(place[0], Phrase(chunk)) > 0


def is_human(token: Token) -> bool:
    """Tell whether a noun by itself names a human being: `mum`, `driver`."""
    return token.lemma in class_of_syntax("humans") or (noun_frame(token.lemma).who or 0) >= 50


def acts(line: Line, verb: int) -> bool:
    """Tell whether the object of a verb is somebody who can act: `urged the court to`, not `urged a boycott to`."""
    found = clause_of(line, verb)
    return found is not None and any(p.pronoun or animate(found[0], p) > 0 for p in found[1].objects[:1])


def _finite(clause: Clause, verb: Chunk) -> bool:
    """Tell whether a clause has a finite verb: its own or one that governs it, `Reed appeared to ask`."""
    return verb.kind == FINITE or any(chunk.kind == FINITE for chunk in clause.governors)


def subjects(line: Line) -> Iterator[tuple[Span, int]]:
    """Yield the subjects of the line's finite verbs, each with the item of its verb."""
    last: Clause | None = None
    for at, item in enumerate(line.items):
        if item.tag[:2] not in ("VB", "MD"):
            continue
        found = clause_of(line, at)
        if found is None or found[1] is last or found[1].verb is None or not _finite(found[1], found[1].verb):
            continue
        last = found[1]
        who = subject(line, at)
        if who is not None:
            yield who, at

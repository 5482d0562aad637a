"""How a noun chunk that is two things is split: behind a place, before a time, round a participle."""

from __future__ import annotations

from typing import Final

from newsclaims.syntax import chunks as g
from newsclaims.syntax.agreement import finite_later
from newsclaims.syntax.cascade import Cascade
from newsclaims.syntax.chunks import Chunk
from newsclaims.syntax.describing import past_or_participle
from newsclaims.syntax.vocabulary import word_class
from newsclaims.table import words
from newsclaims.words.frames import noun_frame, verb_frame

_BREAKS: Final = frozenset({g.COMMA, g.CONJUNCTION, g.SUBORDINATOR, g.THAT, g.RELATIVE, g.WH, g.DASH})

_GIVES: Final = (4, 20)
"""Per cent of the uses of a verb that have two objects, from which one may stand before it: beside a pronoun or name,
and beside any noun."""
_SINGULAR: Final = frozenset({"a", "an", "another", "every", "this"})
_STRANDED: Final = frozenset({"about", "against", "for", "from", "of", "on", "to", "with"})


def part_name(cascade: Cascade, chunk: Chunk, at: int) -> None:
    """Make what is behind place ``at`` of a chunk a chunk of its own."""
    shape = chunk.shape
    split = chunk.first + at + 1
    name = Chunk(g.NOUN, split, chunk.last, chunk.head, shape[at + 1 :])
    chunk.last, chunk.head, chunk.shape = split, split - 1, shape[: at + 1]
    cascade.chunks.insert(cascade.at + 1, name)


def split_states(cascade: Cascade, chunk: Chunk) -> bool:
    """Split how something is from the next subject: `The roads were icy | and heavy snow | blocked the pass`."""
    clause, shape = cascade.clause, chunk.shape
    at = shape.index("C")
    if cascade.previous is not clause.verb or not clause.copular or clause.there or clause.surface() is None:
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    state = not shape[:at].strip("rwj") and cascade.tokens[chunk.first + at].lower == "and"
    if not state or clause.question or not behind or behind[0].kind != g.FINITE:
        return False
    if len(shape) != chunk.last - chunk.first:
        return False
    place = chunk.first + at
    rest = Chunk(g.NOUN, place + 1, chunk.last, chunk.head, shape[at + 1 :])
    cascade.chunks[cascade.at + 1 : cascade.at + 1] = [Chunk(g.CONJUNCTION, place, place + 1, place, "C"), rest]
    chunk.kind, chunk.last, chunk.head, chunk.shape = g.ADJECTIVE, place, place - 1, shape[:at]
    clause.adjective = chunk
    return True


def asked_amount(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether *much* or *little* stands before a plural that is not its noun: `how much money | victims lost`."""
    first, head = cascade.tokens[chunk.first], cascade.tokens[chunk.head]
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    return first.lower in ("little", "much") and head.tag == "NNS" and bool(behind) and behind[0].kind == g.FINITE


def says_how(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether a chunk begins with *the way* or *no wonder*, behind which a clause may stand."""
    first, second = cascade.tokens[chunk.first].lower, cascade.tokens[chunk.first + 1].lower
    return second == "way" or (first == "no" and second in word_class("no-wonder"))


def split_way(cascade: Cascade, chunk: Chunk) -> None:
    """Split *the way digital ads* before *are sold*: a clause tells which way, or what is *no wonder*."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 4]
    if cascade.tokens[chunk.head].tag in ("CD", "NNS") and [one.kind for one in behind[:2]] == [g.PREPOSITION, g.NOUN]:
        behind = behind[2:]  # "the moment | thousands in the hall were waiting for"
    if len(chunk.shape) != chunk.last - chunk.first or not behind or behind[0].kind != g.FINITE:
        return
    part_name(cascade, chunk, 1)


def split_absolute(cascade: Cascade, chunk: Chunk) -> None:
    """Split *some carrying signs* behind a comma: somebody, what they do, and their object."""
    verb = chunk.first + 1
    if cascade.tokens[verb].tag != "VBG" or verb_frame(cascade.tokens[verb].lemma).object < 60:
        return
    rest = Chunk(g.NOUN, verb + 1, chunk.last, chunk.head, chunk.shape[2:])
    cascade.chunks[cascade.at + 1 : cascade.at + 1] = [Chunk(g.ING, verb, verb + 1, verb, "g"), rest]
    chunk.kind, chunk.last, chunk.head, chunk.shape = g.PRONOUN, verb, chunk.first, "k"


def split_time(cascade: Cascade, chunk: Chunk) -> None:
    """Split *the rubble hours* before *after the blast*: a thing, and how long after."""
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    plural = cascade.tokens[chunk.head].tag == "NNS"  # "hours after", but "the same day after"
    if not plural or not behind or cascade.word(behind[0]) not in ("after", "before", "earlier", "later"):
        return
    last = chunk.last - 1
    cascade.chunks.insert(cascade.at + 1, Chunk(g.NOUN, last, chunk.last, chunk.head, "Z"))
    chunk.last, chunk.head, chunk.shape = last, last - 1, chunk.shape[:-1]


def split_occasion(cascade: Cascade, chunk: Chunk) -> bool:
    """Take *each time* and *the first time* before a clause for a time: `Each time | Ann Reed spoke, they cheered`.

    Before the main clause a comma must close it (`The last time they met was in May`); behind one only *each* and
    *every* say when.
    """
    first = chunk.first
    counted = cascade.tokens[first].lower in ("each", "every")
    bare = cascade.tokens[first].lower in word_class("occasions")  # "Last time they met"
    at = first + (1 if counted or bare else 2)
    instant = chunk.last == first + 2 and cascade.tokens[first + 1].lower in word_class("instants")
    instant = instant and cascade.tokens[first].lower == "the"  # "The moment that she rose, they cheered"
    if instant:
        at = first + 1
    elif not (at < chunk.last and cascade.tokens[at].lower == "time" and len(chunk.shape) == chunk.last - first):
        return False
    if not instant and not counted and cascade.tokens[at - 1].lower not in word_class("occasions"):
        return False
    clause, behind = cascade.clause, cascade.chunks[cascade.at + 1 : cascade.at + 12]
    if cascade.preposition is not None or cascade.conjunction is not None:
        return False
    opens = (g.NOUN, g.PRONOUN, g.THAT, g.RELATIVE) if instant else (g.NOUN, g.PRONOUN)
    subject = at + 1 < chunk.last or (bool(behind) and behind[0].kind in opens)
    kinds = [later.kind for later in behind]
    if not subject or g.FINITE not in kinds:
        return False
    if clause.verb is None:
        rest = kinds[kinds.index(g.FINITE) + 1 :]
        rest = rest[: rest.index(g.FINITE)] if g.FINITE in rest else rest  # "The last time they met was in May, when"
        closes = g.COMMA in rest
        if clause.subject is not None or not closes:
            return False
    elif not counted or clause.copular:
        return False
    if at + 1 < chunk.last:
        part_name(cascade, chunk, at - first)
    elif behind[0].kind in (g.THAT, g.RELATIVE):
        del cascade.chunks[cascade.at + 1]  # "The moment that she rose, they cheered"
    chunk.shape = chunk.shape[:-1] + "Z"
    return True


def as_old_as(cascade: Cascade, chunk: Chunk) -> bool:
    """Take *as*, an adjective, *as* and a noun into one chunk: `a car as old as his son`.

    A number alone goes with it, whatever that was joined to: `as young as six`; what is left behind the number is the
    verb where no other one follows.
    """
    tokens, end = cascade.tokens, chunk.last
    if tokens[chunk.first].lower != "as" or end + 1 >= len(tokens) or tokens[end].lower != "as":
        return False
    at = next((at for at in range(cascade.at + 1, cascade.at + 3) if cascade.chunks[at].first == end + 1), 0)
    number = cascade.chunks[at] if at else None
    if number is None or number.kind != g.NOUN:
        return False
    behind = cascade.chunks[at + 1 : at + 2]
    if tokens[end + 1].tag != "CD" and cascade.clause.verb is not None and behind and behind[0].kind == g.FINITE:
        return False  # "kept the room as cold as his wife wanted"
    if tokens[end + 1].tag == "$" and behind and behind[0].kind == g.NOUN and tokens[behind[0].first].lower == "a":
        at, number = at + 1, behind[0]  # "prices as high as $90 a barrel"
    if tokens[end + 1].tag != "CD" or number.shape[-1] in "TZ":
        end = number.last - 2  # "a car as old as his son", "trees as old as 300 years"
    elif number.last > end + 2:
        word, more = tokens[end + 2], number.last - end - 2
        acts = (
            word.tag in ("NN", "VBP", "VB") and word.lower in words("words", "verb_bases") and not finite_later(cascade)
        )
        rest = [Chunk(g.FINITE, end + 2, end + 3, end + 2, "v")] if acts else []
        if acts and more > 1:
            rest.append(Chunk(g.NOUN, end + 3, number.last, number.head, number.shape[-more + 1 :]))
        if not acts:
            end = number.last - 2  # "winds as strong as 90 mph"
        cascade.chunks[at + 1 : at + 1] = rest
    chunk.last = end + 2
    del cascade.chunks[cascade.at + 1 : at + 1]
    return True


def two_numbers(cascade: Cascade, chunk: Chunk) -> bool:
    """Tell whether *a* cannot belong to the plural at the end, a subject: `a practice | critics say is risky`.

    Nor is anybody's name that of the police: `the man | police held`.
    """
    head = cascade.tokens[chunk.head]
    person = (noun_frame(cascade.tokens[chunk.head - 1].lemma).who or 0) >= 50
    following = cascade.following()
    if head.lower == "police" and person and following is not None and following.kind in (g.FINITE, g.PARTICIPLE):
        return True
    if cascade.tokens[chunk.first].lower not in _SINGULAR or head.tag != "NNS" or head.lemma == head.lower:
        return False
    behind = cascade.chunks[cascade.at + 1 : cascade.at + 2]
    return bool(behind) and behind[0].kind == g.FINITE and "c" not in chunk.shape


def describes(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a rare past tense by its tag describes the bare noun behind it: `hit by heat and parched soil`."""
    np, behind = cascade.np, cascade.chunks[cascade.at + 1 : cascade.at + 2]
    if np is None or np.preposition is None or verb.shape != "v" or not behind or behind[0].first != verb.last:
        return False
    bare = behind[0].kind == g.NOUN and behind[0].shape == "n" and cascade.word(verb).endswith("ed")
    bare = bare and cascade.word(behind[0]) not in word_class("counted-times")  # "and stabbed dozens of times"
    return bare and verb_frame(cascade.lemma(verb)).total < 3 and cascade.previous is cascade.conjunction


def listed(cascade: Cascade, verb: Chunk) -> bool:
    """Tell whether a past tense by its tag describes the bare noun behind it, one of a list of nouns.

    Its first noun is described so too (`saw reduced demand, increased costs and constrained growth`), or a noun ends
    the list behind a comma and *and* (`wore a dress, pointed pumps, and a hat`); but `cut jobs, closed plants`.
    """
    clause = cascade.enclosing(lambda c: c.verb is not None and c.finite)
    ahead = cascade.chunks[cascade.at + 1 : cascade.at + 5]
    if (
        clause is None
        or clause.verb is None
        or verb.shape not in ("e", "v")
        or not ahead
        or ahead[0].first != verb.last
    ):
        return False
    if ahead[0].kind != g.NOUN or ahead[0].shape[0] not in "jn" or not past_or_participle(cascade.word(verb)):
        return False
    if clause.passive or not clause.objects or not cascade.word(verb).endswith("ed"):
        return False
    first = clause.objects[0].chunk
    alike = first.shape[0] in "el" and cascade.tokens[first.first].lower.endswith("ed")
    if alike and first.first == clause.verb.last:
        return True
    ends = [chunk.kind for chunk in ahead[1:]] == [g.COMMA, g.CONJUNCTION, g.NOUN] and cascade.conjunction is None
    verbs = [chunk for chunk in cascade.chunks[cascade.at + 5 : cascade.at + 7] if chunk.kind in g.VERBS]
    return ends and not verbs and cascade.previous is not None and cascade.previous.kind == g.COMMA


def describe(cascade: Cascade, verb: Chunk) -> bool:
    """Make a participle the first word of the noun chunk behind it."""
    noun = cascade.chunks[cascade.at + 1]
    noun.first, noun.shape, verb.kind = verb.first, "l" + noun.shape, g.ADVERB
    return True


def verb_soon(cascade: Cascade) -> bool:
    """Tell whether a finite verb is the next one, behind no more than a second noun."""
    ahead = [chunk.kind for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 4]]
    return ahead[:1] == [g.FINITE] or ahead == [g.CONJUNCTION, g.NOUN, g.FINITE]


def second_finite(cascade: Cascade) -> bool:
    """Tell whether a second finite verb follows without a comma or conjunction before it."""
    seen = False
    for chunk in cascade.chunks[cascade.at + 1 : cascade.at + 9]:
        if chunk.kind in (g.FINITE, g.PARTICIPLE):
            if seen and chunk.kind == g.FINITE:
                return True
            seen = True
        elif chunk.kind in _BREAKS or (seen and chunk.kind == g.PRONOUN):
            return False
    return False


def verb_without_object(cascade: Cascade) -> bool:
    """Tell whether a verb follows that takes an object, or a second one, or a preposition, and has none behind it."""
    following = cascade.following()
    if following is None or following.kind not in (g.FINITE, g.PARTICIPLE):
        return False
    word = cascade.word(following)
    if following.kind == g.PARTICIPLE and (not past_or_participle(word) or "x" in following.shape):
        return False
    frame = verb_frame(cascade.lemma(following))
    at = cascade.chunks.index(following, cascade.at) + 1
    behind, after = [*cascade.chunks[at : at + 2], None, None][:2]
    ends = after is None or after.kind in (g.STOP, g.COMMA, g.FINITE)
    if behind is not None and ends and following.kind == g.FINITE:
        if behind.kind == g.PREPOSITION and (after is None or after.kind != g.COMMA):
            return cascade.word(behind) in _STRANDED  # "policies | Reed had campaigned against"
        someone = behind.kind == g.PRONOUN or behind.shape == "N"
        if behind.kind in g.NOUNS and behind.shape[-1] not in "TZc" and frame.two_objects >= _GIVES[not someone]:
            return True  # "a letter | Reed had sent him"
    if behind is not None and behind.kind == g.INFINITIVE and after is not None and after.kind == g.PREPOSITION:
        stranded = cascade.chunks[at + 2 : at + 3]  # "topics | Reed wants to talk about"
        if cascade.word(after) in _STRANDED and (not stranded or stranded[0].kind in (g.COMMA, g.FINITE, g.STOP)):
            return True
    if following.shape[-1] == "R" and cascade.tokens[following.last - 1].lower in _STRANDED:
        return behind is None or behind.kind in (g.STOP, g.FINITE)  # "the case | Holt has worked on"
    if frame.object < 40 and frame.that < 40:
        return False
    if behind is None or behind.shape == "y":
        return behind is None and cascade.comma
    if behind.kind == g.INFINITIVE and frame.object >= 50 and frame.infinitive < 10:
        return True  # "the tools | Holt used to open it", "the progress | Holt has made to meet it"
    if behind.kind in (g.THAT, g.WH, g.INFINITIVE, g.ADJECTIVE):
        return False
    return behind.kind not in g.NOUNS or behind.shape[-1] in "TZ"


def two_verbs(cascade: Cascade) -> bool:
    """Tell whether two finite verbs stand side by side next, so that the first one's object is before its subject.

    `The report | Reed wrote was read`.
    """
    ahead = cascade.chunks[cascade.at + 1 : cascade.at + 3]
    both = len(ahead) == 2 and all(chunk.kind == g.FINITE for chunk in ahead)
    return both and ahead[1].shape[0] in "mBHD" and verb_frame(cascade.lemma(ahead[0])).object >= 15
